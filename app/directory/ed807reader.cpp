#include "directory/ed807reader.h"

#include "domain/windows1251.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QXmlStreamReader>

namespace countersign {

namespace {

constexpr qsizetype mostEntries = 200'000;
constexpr qsizetype mostAccounts = 100; ///< of one entry

std::unexpected<Error> refuse(const QString &why)
{
    return fail(ErrorCode::wrongFormat, why);
}

/// In words of our own first: the reader's change with its version.
std::unexpected<Error> broken(const QXmlStreamReader &xml)
{
    const bool cut = xml.error() == QXmlStreamReader::PrematureEndOfDocumentError;
    const QString kind = cut ? QStringLiteral("XML ends early") : QStringLiteral("XML not well-formed");
    return refuse(QStringLiteral("%1 at line %2: %3").arg(kind).arg(xml.lineNumber()).arg(xml.errorString()));
}

/// The encoding named in the XML declaration, in small letters; UTF-8 where none is.
QString declaredEncoding(const QByteArray &bytes)
{
    static const QRegularExpression declaration(QStringLiteral("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']"));
    const auto match = declaration.match(QString::fromLatin1(bytes.first(std::min<qsizetype>(bytes.size(), 200))));
    return match.hasMatch() ? match.captured(1).toLower() : QStringLiteral("utf-8");
}

Result<QString> decoded(const QByteArray &bytes)
{
    const QString encoding = declaredEncoding(bytes);
    if (encoding == u"windows-1251" || encoding == u"cp1251") return fromWindows1251(bytes);
    if (encoding != u"utf-8") return refuse(QStringLiteral("encoding %1").arg(encoding));
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    if (decoder.hasError()) return refuse(QStringLiteral("not UTF-8"));
    return text;
}

BankLimits limitOfBank(QStringView code)
{
    if (code == u"LWRS") return BankLimit::licenceWithdrawn;
    if (code == u"MRTR") return BankLimit::moratorium;
    if (code == u"URRS") return BankLimit::urgentLimited;
    if (code == u"RSIP" || code == u"FPIP") return BankLimit::indirectLimited;
    return {};
}

BankLimits limitOfAccount(QStringView code)
{
    if (code == u"CLRS") return BankLimit::accountClosing;
    if (code == u"LMRS") return BankLimit::accountLimited;
    if (code == u"URRS") return BankLimit::urgentLimited;
    if (code == u"SDRS") return BankLimit::branchEnding;
    return {}; // FPRS: fast payments, which payouts are not
}

/// Collects one BICDirectoryEntry while its elements go by.
class EntryCollector
{
public:
    explicit EntryCollector(Bik bik) : m_entry{std::move(bik), {}, {}, {}, {}, {}, {}, {}} {}

    void participant(const QXmlStreamAttributes &attributes)
    {
        m_entry.name = attributes.value(QLatin1String("NameP")).toString();
        m_entry.town = attributes.value(QLatin1String("Nnp")).toString();
        m_entry.participantType = attributes.value(QLatin1String("PtType")).toString();
        if (m_entry.participantType == u"90") m_entry.limits |= BankLimit::liquidation;
        if (attributes.value(QLatin1String("ParticipantStatus")) == u"PSDL") m_removed = true;
    }

    void restriction(QStringView code) { m_entry.limits |= limitOfBank(code); }

    void account(const QXmlStreamAttributes &attributes)
    {
        const auto type = attributes.value(QLatin1String("RegulationAccountType"));
        m_active = attributes.value(QLatin1String("AccountStatus")) != u"ACDL";
        if (!m_active || ++m_accounts > mostAccounts) return;
        const QString unit = attributes.value(QLatin1String("AccountCBRBIC")).toString();
        if (m_anyUnit.isEmpty()) m_anyUnit = unit;
        if (type != u"CRSA" && type != u"UTRA") return;
        if (m_entry.correspondentAccounts.isEmpty()) m_entry.accountCbrBic = unit;
        m_entry.correspondentAccounts.append(attributes.value(QLatin1String("Account")).toString());
    }

    void accountRestriction(const QXmlStreamAttributes &attributes)
    {
        if (!m_active) return;
        m_entry.limits |= limitOfAccount(attributes.value(QLatin1String("AccRstr")));
        const auto successor = Bik::parse(attributes.value(QLatin1String("SuccessorBIC")));
        if (successor) m_entry.successorBik = successor->text();
    }

    [[nodiscard]] bool removed() const { return m_removed; }

    [[nodiscard]] BankEntry finished() const
    {
        BankEntry entry = m_entry;
        if (entry.accountCbrBic.isEmpty()) entry.accountCbrBic = m_anyUnit;
        return entry;
    }

private:
    BankEntry m_entry;
    QString m_anyUnit;
    qsizetype m_accounts = 0;
    bool m_active = false; ///< of the account whose restrictions come next
    bool m_removed = false;
};

/// The restrictions stand inside the element that they limit, so one pass over the names is enough.
/// No value: the entry has been removed.
Result<std::optional<BankEntry>> readEntry(QXmlStreamReader &xml, const Bik &bik)
{
    EntryCollector entry(bik);
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::EndElement) --depth;
        if (token != QXmlStreamReader::StartElement) continue;
        ++depth;
        const auto attributes = xml.attributes();
        if (xml.name() == u"ParticipantInfo")
            entry.participant(attributes);
        else if (xml.name() == u"RstrList")
            entry.restriction(attributes.value(QLatin1String("Rstr")));
        else if (xml.name() == u"Accounts")
            entry.account(attributes);
        else if (xml.name() == u"AccRstrList")
            entry.accountRestriction(attributes);
    }
    if (xml.hasError()) return broken(xml);
    if (entry.removed()) return std::optional<BankEntry>();
    return std::optional(entry.finished());
}

Result<QDate> readRoot(QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::DTD) return refuse(QStringLiteral("document type"));
        if (token == QXmlStreamReader::StartElement) break;
    }
    if (xml.hasError()) return broken(xml);
    if (xml.name() != u"ED807") return refuse(QStringLiteral("message %1").arg(xml.name()));
    const auto kind = xml.attributes().value(QLatin1String("InfoTypeCode"));
    if (kind != u"FIRR") return refuse(QStringLiteral("InfoTypeCode %1").arg(kind));
    const QDate day = QDate::fromString(xml.attributes().value(QLatin1String("BusinessDay")).toString(), Qt::ISODate);
    if (!day.isValid()) return fail(ErrorCode::missingMember, QStringLiteral("BusinessDay"));
    return day;
}

} // namespace

Result<std::shared_ptr<const Ed807Directory>> readEd807(const QByteArray &bytes)
{
    if (bytes.size() > largestDirectoryFile) return fail(ErrorCode::outOfRange, QString::number(bytes.size()));
    const auto text = decoded(bytes);
    if (!text) return std::unexpected(text.error());

    QXmlStreamReader xml(*text);
    const auto day = readRoot(xml);
    if (!day) return std::unexpected(day.error());

    QList<BankEntry> entries;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement() || xml.name() != u"BICDirectoryEntry") continue;
        const auto bik = Bik::parse(xml.attributes().value(QLatin1String("BIC")));
        if (!bik) continue;
        if (entries.size() >= mostEntries) return fail(ErrorCode::outOfRange, QStringLiteral("entries"));
        auto entry = readEntry(xml, *bik);
        if (!entry) return std::unexpected(entry.error());
        if (*entry) entries.append(**std::move(entry));
    }
    if (xml.hasError()) return broken(xml);
    if (entries.isEmpty()) return refuse(QStringLiteral("no entries"));
    return std::make_shared<const Ed807Directory>(*day, std::move(entries));
}

Result<std::shared_ptr<const Ed807Directory>> loadEd807(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnreadable, file.errorString());
    // One byte more than allowed is enough to know that it is too large, also for devices without a size.
    const QByteArray bytes = file.read(largestDirectoryFile + 1);
    if (file.error() != QFileDevice::NoError) return fail(ErrorCode::fileUnreadable, file.errorString());
    return readEd807(bytes);
}

} // namespace countersign
