#pragma once

#include "bank131/bank131protocol.h"
#include "payouts/payoutdesk.h"

#include <QFile>

namespace countersign {

/// Two banks, as the BIK directory has them.
class TwoBanks final : public BankDirectory
{
public:
    [[nodiscard]] std::optional<BankEntry> find(const Bik &bik) const override
    {
        if (bik.text() == u"044525974")
            return entry(bik, QStringLiteral("АО «ТБанк»"), QStringLiteral("Москва"),
                         QStringLiteral("30101810145250000974"));
        if (bik.text() == u"049205131")
            return entry(bik, QStringLiteral("Bank 131"), QStringLiteral("Казань"),
                         QStringLiteral("30101810822029205131"));
        return std::nullopt;
    }
    [[nodiscard]] QList<BankEntry> search(QStringView, qsizetype) const override { return {}; }
    [[nodiscard]] QDate businessDay() const override { return {2026, 11, 20}; }
    [[nodiscard]] qsizetype size() const override { return 2; }

private:
    static BankEntry entry(const Bik &bik, const QString &name, const QString &town, const QString &account)
    {
        return {.bik = bik,
                .name = name,
                .town = town,
                .participantType = QStringLiteral("20"),
                .correspondentAccounts = {account},
                .accountCbrBic = {}};
    }
};

/// A request and the bank's message about it, from which a sheet is made the way the engine does it.
struct ReviewCase
{
    PayoutDraft asked{.senderAccount = QStringLiteral("40702810300200000013"),
                      .recipientName = QStringLiteral("ООО «Вектор»"),
                      .inn = QStringLiteral("7707083893"),
                      .kpp = QStringLiteral("773601001"),
                      .bik = QStringLiteral("044525974"),
                      .account = QStringLiteral("40702810500000000001"),
                      .amount = QStringLiteral("148000,00"),
                      .purpose =
                          QStringLiteral("Оплата по счёту 118 от 03.11.2026. В том числе НДС 22% - 26688-52 руб.")};
    // what the bank answers; starts as the same
    QString account = asked.account;
    QString name = asked.recipientName;
    QString bik = asked.bik;
    QString inn = asked.inn;
    QString kpp = asked.kpp;
    QString bankName = QStringLiteral("АО «ТБанк»");
    QString corrAccount = QStringLiteral("30101810145250000974");
    QString senderAccount = asked.senderAccount;
    QString purpose = asked.purpose;
    qint64 kopecks = 14800000;
    QString extra; ///< more members of account_details, raw JSON, begins with a comma
    std::optional<QByteArray> rawMessage;

    static QString quoted(const QString &text)
    {
        QString json;
        for (const QChar c : text) {
            if (c == u'"' || c == u'\\') json += u'\\';
            if (c < u' ')
                json += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
            else
                json += c;
        }
        return u'"' + json + u'"';
    }

    [[nodiscard]] QByteArray message() const
    {
        if (rawMessage) return *rawMessage;
        const QString echo =
            QStringLiteral(R"({"id":"po_514","status":"pending","payment_method":{"type":"bank_account",)"
                           R"("bank_account":{"system_type":"ru","ru":{"bik":%1,"account":%2,"full_name":%3,)"
                           R"("description":%4,"is_fast":false,"inn":%5,"kpp":%6}}},"amount_details":)"
                           R"({"amount":%7,"currency":"RUB"},"participant_details":{"sender":{"account":%8}}})")
                .arg(quoted(bik), quoted(account), quoted(name), quoted(purpose), quoted(inn), quoted(kpp),
                     QString::number(kopecks), quoted(senderAccount));
        const QString details =
            QStringLiteral(
                R"({"account_details":{"sender":{"account_number":%1,"name":"ООО «Альфа»","bank_name":"Bank 131",)"
                R"("bik":"049205131","correspondent_account_number":"30101810822029205131",)"
                R"("inn":"3316004790","kpp":"156605101"},"recipient":{"account_number":%2,"name":%3,)"
                R"("bank_name":%4,"bik":%5,"correspondent_account_number":%6,"inn":%7,"kpp":%8}%9}})")
                .arg(quoted(senderAccount), quoted(account), quoted(name), quoted(bankName), quoted(bik),
                     quoted(corrAccount), quoted(inn), quoted(kpp), extra);
        return QStringLiteral(
                   R"({"type":"ready_to_confirm","session":{"id":"ps_2644","status":"in_progress",)"
                   R"("created_at":"2026-11-22T11:32:05.905869Z","updated_at":"2026-11-22T11:32:07.382627Z",)"
                   R"("payments":[%1],"next_action":"confirm"},"confirm_information":%2})")
            .arg(echo, details)
            .toUtf8();
    }

    [[nodiscard]] PayoutContent content() const
    {
        PayoutContent content{.senderAccount = *AccountNumber::parse(asked.senderAccount),
                              .kind = RecipientKind::legalEntity,
                              .recipientName = asked.recipientName,
                              .inn = std::nullopt,
                              .kpp = std::nullopt,
                              .bik = *Bik::parse(asked.bik),
                              .account = *AccountNumber::parse(asked.account),
                              .amount = *Money::parse(asked.amount),
                              .purpose = asked.purpose,
                              .urgent = false};
        if (!asked.inn.isEmpty()) content.inn = *Inn::parse(asked.inn);
        if (!asked.kpp.isEmpty()) content.kpp = *Kpp::parse(asked.kpp);
        return content;
    }

    [[nodiscard]] ReviewSheet sheet() const
    {
        static const TwoBanks banks;
        const Bank131Protocol protocol;
        const SessionReading reading = *protocol.readWebhook(message());
        const QByteArray slice = reading.confirmInformation.value_or(QByteArray());
        const ConfirmInformation info = *protocol.readConfirmInformation(slice);
        const CompanyDetails own{.name = QStringLiteral("ООО «Альфа»"),
                                 .inn = QStringLiteral("3316004790"),
                                 .kpp = QStringLiteral("156605101"),
                                 .bik = QStringLiteral("049205131")};
        ReviewSheet sheet{.payout = {QStringLiteral("p1")},
                          .number = 7,
                          .sessionId = reading.sessionId,
                          .bankPayoutId = reading.payouts.value(0).id,
                          .asked = content(),
                          .comparison = compare(content(), reading.sessionId, reading, info, own, &banks),
                          .info = {},
                          .viewSha256 = "view",
                          .openedAt = fromMilliseconds(1'795'347'696'000),
                          .signedByBank = true,
                          .confirmPossible = true,
                          .refusedBy = {},
                          .gestureNeeded = false,
                          .requiredTicks = {},
                          .directoryDay = banks.businessDay()};
        sheet.info.id = 1;
        sheet.info.sessionId = reading.sessionId;
        sheet.info.bytes = slice;
        sheet.info.bytesSha256 = sha256Hex(slice);
        sheet.info.message = message();
        sheet.info.receivedAt = sheet.openedAt;
        sheet.requiredTicks = sheet.comparison.requiredTicks();
        sheet.gestureNeeded = sheet.comparison.hasHardDifference();
        return sheet;
    }
};

/// Everything as asked.
[[nodiscard]] inline ReviewCase cleanCase()
{
    return {};
}

/// The example that the bank itself publishes: asked for Ivanov, answered with Vector LLC.
[[nodiscard]] inline ReviewCase publishedCase()
{
    ReviewCase example;
    example.asked.recipientName = QStringLiteral("Ivanov Ivan Ivanovich");
    example.asked.inn.clear();
    example.asked.kpp.clear();
    example.asked.account = QStringLiteral("40817810400003869535");
    example.asked.amount = QStringLiteral("3500,00");
    example.asked.purpose = QStringLiteral("Transfer of funds under the agreement for December 2025. VAT exempt.");
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples/seed-webhook-ready-to-confirm.json"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("the published example is missing");
    example.rawMessage = file.readAll();
    return example;
}

[[nodiscard]] inline ReviewCase addedKppCase()
{
    ReviewCase added;
    added.asked.kpp.clear();
    return added;
}

[[nodiscard]] inline ReviewCase normalisedNameCase()
{
    ReviewCase normalised;
    normalised.name = QStringLiteral("ООО \"ВЕКТОР\"");
    return normalised;
}

/// As asked, and name and purpose do not fit the kind of the account.
[[nodiscard]] inline ReviewCase kindConflictsCase()
{
    ReviewCase conflict;
    conflict.asked.recipientName = conflict.name = QStringLiteral("Иванова Мария Петровна");
    conflict.asked.purpose = conflict.purpose = QStringLiteral("{VO70060}Оплата по счёту 118. Без НДС");
    return conflict;
}

[[nodiscard]] inline ReviewCase unknownMembersCase(int count)
{
    ReviewCase unknown;
    for (int i = 0; i < count; ++i)
        unknown.extra += QStringLiteral(",\"note%1\":{\"text\":\"value %1\"}").arg(i);
    return unknown;
}

} // namespace countersign
