#include "exchange/rowcheck.h"

#include "domain/controldigits.h"
#include "domain/draftsource.h"
#include "domain/purpose.h"
#include "exchange/textencoding.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace countersign {

namespace {

constexpr QChar fieldEnd(0x1F); ///< between the parts of an identity; no part can hold it unseen

std::optional<ImportField> importFieldOf(Field field)
{
    switch (field) {
    case Field::senderAccount:
        return ImportField::senderAccount;
    case Field::recipientName:
        return ImportField::recipientName;
    case Field::inn:
        return ImportField::inn;
    case Field::kpp:
        return ImportField::kpp;
    case Field::bik:
        return ImportField::bik;
    case Field::account:
        return ImportField::account;
    case Field::amount:
        return ImportField::amount;
    case Field::purpose:
        return ImportField::purpose;
    case Field::urgency:
    case Field::whole:
        return std::nullopt;
    }
    return std::nullopt;
}

bool isOfDirectory(FindingKind kind)
{
    return kind == FindingKind::directoryMissing || kind == FindingKind::directoryOld;
}

bool isOwnAccountUnknown(FindingKind kind)
{
    return kind == FindingKind::senderMissing || kind == FindingKind::senderNotOurs;
}

QByteArray identityOf(const ImportRow &row)
{
    const QString amount = row.amount ? QString::number(row.amount->kopecks()) : row.draft.amount;
    const QString day = isoDateOf(row.facts.date); // the same day, however it is written
    QStringList parts{row.draft.senderAccount, row.facts.number, day.isEmpty() ? row.facts.date : day, amount,
                      row.draft.account};
    if (row.facts.number.isEmpty()) parts << row.draft.recipientName << normalisedPurpose(row.draft.purpose);
    return sha256Hex(parts.join(fieldEnd).toUtf8());
}

} // namespace

/// One row being checked.
struct RowCheck::Checking
{
    const RowCheck &check;
    const CellTable &table;
    qsizetype tableRow;
    ImportRow row;

    void add(ImportField field, Severity severity, ImportFindingKind kind, const QStringList &arguments = {})
    {
        row.findings.append({field, column(field), severity, kind, arguments});
    }
    [[nodiscard]] int column(ImportField field) const { return check.m_reader.columnOf(table, tableRow, field); }

    /// A cell that is refused with its own reason needs no second one for what follows from it.
    [[nodiscard]] bool isRefused(std::optional<ImportField> field) const
    {
        return field && std::ranges::any_of(row.findings, [&](const ImportFinding &finding) {
                   return finding.field == field && finding.severity == Severity::block;
               });
    }

    void checkMarks()
    {
        for (int i = 0; i < importFieldCount; ++i) {
            const auto field = static_cast<ImportField>(i);
            const int at = column(field);
            const auto has = [&](CellMark mark) { return table.hasMark(tableRow, at, mark); };
            if (has(CellMark::cut)) {
                add(field, Severity::block, ImportFindingKind::cellCut, {QString::number(longestCell)});
            }
            if (has(CellMark::badBytes)) add(field, Severity::block, ImportFindingKind::cellBadBytes);
            if (has(CellMark::error)) {
                add(field, Severity::block, ImportFindingKind::cellFormulaError, {table.text(tableRow, at)});
            }
            const bool isPaidBy = field != ImportField::documentNumber && field != ImportField::documentDate;
            if (isPaidBy && has(CellMark::reshaped)) {
                add(field, Severity::block, ImportFindingKind::cellReshaped, {table.text(tableRow, at)});
            }
            if (has(CellMark::formula)) add(field, Severity::warn, ImportFindingKind::cellFormula);
        }
    }

    /// The texts that a person reads; digits that were misread are none any more.
    void checkMisread()
    {
        for (const auto &[field, text] : {std::pair(ImportField::recipientName, row.draft.recipientName),
                                          std::pair(ImportField::purpose, row.draft.purpose)}) {
            if (!isRefused(field) && looksMisread(text)) add(field, Severity::block, ImportFindingKind::cellBadBytes);
        }
    }

    void addReport(const ValidationReport &report)
    {
        QList<ImportFinding> added;
        for (const Finding &finding : report.findings) {
            const auto field = importFieldOf(finding.field);
            if (isOfDirectory(finding.kind) || (!check.m_sendersKnown && isOwnAccountUnknown(finding.kind))) continue;
            if (finding.severity == Severity::block && isRefused(field)) continue;
            added.append({field, field ? column(*field) : -1, finding.severity, finding.kind, finding.arguments});
        }
        row.findings += added;
    }

    /// What the bank's call has no place for (ru-payments.md 4.6): kept and printed, and said where it may matter.
    void checkUnsent()
    {
        using Kind = ImportFindingKind;
        const DocumentFacts &facts = row.facts;
        if (!facts.incomeCode.isEmpty())
            add(ImportField::incomeCode, Severity::warn, Kind::documentIncomeCode, {facts.incomeCode});
        if (!isUsualPriority(facts.priority))
            add(ImportField::priority, Severity::warn, Kind::documentPriority, {facts.priority});
        if (isUin(facts.uin)) add(ImportField::uin, Severity::hint, Kind::documentUin, {facts.uin});
    }

    void checkCorrespondent(const std::optional<BankEntry> &bank)
    {
        const QString &account = row.facts.correspondentAccount;
        if (account.isEmpty() || isRefused(ImportField::correspondentAccount)) return;
        constexpr auto field = ImportField::correspondentAccount;
        const auto result = checkCorrespondentAccount(account, row.draft.bik, check.m_rules.directory);
        if (bank && !bank->correspondentAccounts.isEmpty() && !bank->correspondentAccounts.contains(account)) {
            add(field, Severity::warn, ImportFindingKind::correspondentDiffers, {bank->correspondentAccounts.first()});
        } else if (result == CheckResult::wrong) {
            add(field, Severity::warn, ImportFindingKind::correspondentWrong);
        }
    }
};

RowCheck::RowCheck(const RowReader &reader, const ImportRules &rules)
    : m_reader(reader), m_rules{.directory = rules.directory.get(),
                                .senderAccounts = rules.senderAccounts,
                                .limit = rules.limit,
                                .today = rules.today,
                                .checkDigitsBlock = rules.checkDigitsBlock},
      m_sendersKnown(!rules.senderAccounts.isEmpty())
{
}

ImportRow RowCheck::check(const CellTable &table, qsizetype tableRow) const
{
    RowContent content = m_reader.read(table, tableRow);
    Checking checking{*this, table, tableRow, {}};
    ImportRow &row = checking.row;
    row.draft = std::move(content.draft);
    row.facts = std::move(content.facts);
    row.findings = std::move(content.findings);
    row.senderChosen = content.senderChosen;
    row.line = table.line(tableRow);

    checking.checkMarks();
    checking.checkMisread();
    const ValidationReport report = validate(row.draft, m_rules);
    checking.addReport(report);
    checking.checkCorrespondent(report.bank);
    checking.checkUnsent();
    if (report.bank) row.bankName = report.bank->name;
    if (!checking.isRefused(ImportField::amount)) {
        if (const auto amount = Money::parse(row.draft.amount)) row.amount = *amount;
    }
    row.identity = identityOf(row);
    arrangeFindings(row);
    return row;
}

QList<ImportFinding> RowCheck::directoryFindings() const
{
    QList<ImportFinding> findings;
    for (const Finding &finding : validate({}, m_rules).findings) {
        if (isOfDirectory(finding.kind)) {
            findings.append({.severity = finding.severity, .kind = finding.kind, .arguments = finding.arguments});
        }
    }
    return findings;
}

QString isoDateOf(const QString &text)
{
    // Programs that export moments write midnight behind the day.
    static const QRegularExpression time(QStringLiteral("[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?$"));
    QString written = text;
    written.remove(time);
    for (const QString &form : {QStringLiteral("d.M.yyyy"), QStringLiteral("yyyy-MM-dd")}) {
        if (const QDate day = QDate::fromString(written, form); day.isValid()) return day.toString(Qt::ISODate);
    }
    return {};
}

void arrangeFindings(ImportRow &row)
{
    std::ranges::stable_sort(row.findings, {}, &ImportFinding::severity);
    row.refused = !row.findings.isEmpty() && row.findings.first().severity == Severity::block;
}

} // namespace countersign
