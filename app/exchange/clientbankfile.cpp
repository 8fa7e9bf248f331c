#include "core/try.h"
#include "domain/windows1251.h"
#include "domain/workingdays.h"
#include "exchange/clientbankkeys.h"
#include "exchange/exportcells.h"
#include "exchange/payoutfile.h"

#include <QTemporaryFile>

#include <set>

namespace countersign {

namespace {

constexpr qint64 pieceSize = 1024 * 1024;

/// Lines of keys and values. A value is one line, whatever it holds.
class ExchangeLines
{
public:
    void line(const QString &text) { m_text += text + QStringLiteral("\r\n"); }
    void value(const QString &key, QString value)
    {
        for (QChar &c : value) {
            if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
                c.category() == QChar::Separator_Paragraph)
                c = u' ';
        }
        line(key + u'=' + value.trimmed());
    }
    [[nodiscard]] QByteArray bytes() const { return toWindows1251(m_text); }

private:
    QString m_text;
};

QString withInn(const QString &inn, const QString &name)
{
    return inn.isEmpty() ? name : QStringLiteral("ИНН %1 %2").arg(inn, name);
}

/// One side of a document; `role` is Плательщик or Получатель.
struct Party
{
    QString role;
    QString dateKey;
    QString date;
    QString account;
    QString name;
    QString inn;
    QString kpp;
    QString bik;
};

class ClientBankFile final : public PayoutFile
{
public:
    ClientBankFile(QIODevice &target, const ExportPayer &payer, Instant now)
        : m_target(target), m_payer(payer), m_now(now)
    {
    }

    Result<bool> add(const ExportedPayout &payout) override
    {
        if (payout.state != PayoutState::paid || !payout.executedAt || !payout.amountKopecks) return false;
        // Documents come before it is known which days and accounts the header has to name.
        if (!m_documents.isOpen() && !m_documents.open()) return unwritable(m_documents);
        const QDate day = bankDay(*payout.executedAt);
        m_first = m_first.isValid() ? std::min(m_first, day) : day;
        m_last = m_last.isValid() ? std::max(m_last, day) : day;
        m_accounts.insert(payout.senderAccount);
        COUNTERSIGN_TRY(write(m_documents, document(payout)));
        return true;
    }

    Result<> finish() override
    {
        COUNTERSIGN_TRY(write(m_target, header()));
        if (m_documents.isOpen() && !m_documents.seek(0)) return unwritable(m_documents);
        while (m_documents.isOpen() && !m_documents.atEnd()) {
            const QByteArray piece = m_documents.read(pieceSize);
            if (piece.isEmpty()) return unwritable(m_documents);
            COUNTERSIGN_TRY(write(m_target, piece));
        }
        ExchangeLines end;
        end.line(QString::fromUtf8(keys::fileEnd));
        return write(m_target, end.bytes());
    }

private:
    static std::unexpected<Error> unwritable(const QIODevice &file)
    {
        return fail(ErrorCode::fileUnwritable, file.errorString());
    }
    static Result<> write(QIODevice &file, const QByteArray &bytes)
    {
        if (file.write(bytes) != bytes.size()) return unwritable(file);
        return {};
    }

    /// Without СекцияРасчСчет: within it the opening balance is required (ru-payments.md 4.2), which the bank was not
    /// asked for of a day that is over. The section itself is not; turnovers of our payouts alone would be none of the
    /// account's.
    [[nodiscard]] QByteArray header() const
    {
        const QDateTime made = bankTime(m_now);
        ExchangeLines lines;
        lines.line(QStringLiteral("1CClientBankExchange"));
        lines.value(QStringLiteral("ВерсияФормата"), QStringLiteral("1.03"));
        lines.value(QStringLiteral("Кодировка"), QStringLiteral("Windows"));
        lines.value(QStringLiteral("Отправитель"), QStringLiteral("Countersign"));
        lines.value(QStringLiteral("Получатель"), QStringLiteral("1С:Предприятие"));
        lines.value(QStringLiteral("ДатаСоздания"), made.toString(QStringLiteral("dd.MM.yyyy")));
        lines.value(QStringLiteral("ВремяСоздания"), made.toString(QStringLiteral("HH:mm:ss")));
        lines.value(QStringLiteral("ДатаНачала"), m_first.toString(QStringLiteral("dd.MM.yyyy")));
        lines.value(QStringLiteral("ДатаКонца"), m_last.toString(QStringLiteral("dd.MM.yyyy")));
        for (const QString &account : m_accounts)
            lines.value(QString::fromUtf8(keys::headerAccount), account);
        return lines.bytes();
    }

    [[nodiscard]] QByteArray document(const ExportedPayout &payout) const
    {
        const QString executed = exportDate(*payout.executedAt);
        const bool imported = !payout.documentNumber.isEmpty() && !payout.documentDate.isEmpty();
        ExchangeLines lines;
        lines.line(QStringLiteral("СекцияДокумент=Платежное поручение"));
        lines.value(QStringLiteral("Номер"), imported ? payout.documentNumber : QString::number(payout.number));
        lines.value(QStringLiteral("Дата"),
                    imported
                        ? QDate::fromString(payout.documentDate, Qt::ISODate).toString(QStringLiteral("dd.MM.yyyy"))
                        : exportDate(payout.createdAt));
        lines.value(QStringLiteral("Сумма"), plainAmount(*payout.amountKopecks, u'.'));
        lines.value(QStringLiteral("КвитанцияДата"), executed);
        lines.value(QStringLiteral("КвитанцияВремя"),
                    bankTime(*payout.executedAt).toString(QStringLiteral("HH:mm:ss")));
        lines.value(QStringLiteral("КвитанцияСодержание"), QStringLiteral("Исполнен"));
        party(lines, {.role = QStringLiteral("Плательщик"),
                      .dateKey = QStringLiteral("ДатаСписано"),
                      .date = executed,
                      .account = payout.senderAccount,
                      .name = m_payer.name,
                      .inn = m_payer.inn,
                      .kpp = m_payer.kpp,
                      .bik = m_payer.bikOfAccount.value(payout.senderAccount)});
        party(lines, {.role = QStringLiteral("Получатель"),
                      .dateKey = QStringLiteral("ДатаПоступило"),
                      .date = {},
                      .account = payout.account,
                      .name = payout.recipientName,
                      .inn = payout.inn,
                      .kpp = payout.kpp,
                      .bik = payout.bik});
        lines.value(QStringLiteral("ВидПлатежа"), QStringLiteral("Электронно"));
        lines.value(QStringLiteral("ВидОплаты"), QStringLiteral("01"));
        // What the accounting program's document said; of the others nothing is known.
        for (const auto &[key, value] : {std::pair(QStringLiteral("КодНазПлатежа"), payout.incomeCode),
                                         std::pair(QStringLiteral("Код"), payout.uin),
                                         std::pair(QStringLiteral("Очередность"), payout.priority)}) {
            if (!value.isEmpty()) lines.value(key, value);
        }
        lines.value(QString::fromUtf8(keys::purpose), payout.purpose);
        lines.line(QString::fromUtf8(keys::documentEnd));
        return lines.bytes();
    }

    void party(ExchangeLines &lines, const Party &party) const
    {
        const auto bank = bankOf(party.bik);
        lines.value(party.role + QStringLiteral("Счет"), party.account);
        lines.value(party.dateKey, party.date);
        lines.value(party.role, withInn(party.inn, party.name));
        lines.value(party.role + QStringLiteral("ИНН"), party.inn);
        lines.value(party.role + QStringLiteral("КПП"), party.kpp);
        lines.value(party.role + u'1', party.name);
        lines.value(party.role + QStringLiteral("РасчСчет"), party.account);
        lines.value(party.role + QStringLiteral("Банк1"), bank ? bank->name : QString());
        lines.value(party.role + QStringLiteral("Банк2"), bank ? bank->town : QString());
        lines.value(party.role + QStringLiteral("БИК"), party.bik);
        lines.value(party.role + QStringLiteral("Корсчет"), bank ? bank->correspondentAccounts.value(0) : QString());
    }

    [[nodiscard]] std::optional<BankEntry> bankOf(const QString &text) const
    {
        const auto bik = Bik::parse(text);
        return bik && m_payer.directory ? m_payer.directory->find(*bik) : std::nullopt;
    }

    QIODevice &m_target;
    const ExportPayer m_payer;
    const Instant m_now;
    QTemporaryFile m_documents; ///< for its owner only, and gone afterwards
    QDate m_first;
    QDate m_last;
    std::set<QString> m_accounts;
};

} // namespace

std::unique_ptr<PayoutFile> clientBankFile(QIODevice &target, const ExportPayer &payer, Instant now)
{
    return std::make_unique<ClientBankFile>(target, payer, now);
}

} // namespace countersign
