#include "exchange/checkedsheet.h"

#include "core/try.h"
#include "exchange/amounttext.h"
#include "exchange/columnnames.h"
#include "exchange/documentrows.h"
#include "exchange/tablerows.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype rowsBetweenReports = 256;

void add(ImportTotal &total, const RowOverview &row)
{
    ++total.count;
    if (!row.amount || !total.sum) return;
    const auto sum = total.sum->plus(*row.amount);
    total.sum = sum ? std::optional(*sum) : std::nullopt;
}

/// "A", "B" … "Z", "AA": the columns of a table without a header.
QString lettersOf(int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters;
}

/// "UA21…", "KZ86…": accounts of other countries begin with letters.
bool isForeignAccount(const QString &account)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z]{2}[0-9]{2}[0-9A-Z]{10,}$"));
    return form.match(account).hasMatch();
}

bool isTotalWord(const QString &text)
{
    const QString word = normalisedColumnName(text).section(u' ', 0, 0);
    return word == u"итого" || word == u"всего" || word == u"total";
}

} // namespace

CheckedSheet::CheckedSheet(ParsedFile file, const ImportRules &rules) : m_file(std::move(file)), m_rules(rules) {}

Result<std::shared_ptr<const CheckedSheet>> CheckedSheet::check(ParsedFile file, const ImportChoices &choices,
                                                                const ImportRules &rules, ReadingProgress &progress)
{
    const std::shared_ptr<CheckedSheet> sheet(new CheckedSheet(std::move(file), rules));
    if (sheet->facts().format == FileFormat::clientBankExchange) {
        sheet->m_reader = std::make_unique<DocumentRows>(sheet->m_file.keys, sheet->facts().statement);
    } else {
        sheet->chooseColumns(choices);
        sheet->findDecimalSign(choices);
        const int header = sheet->facts().headerRow;
        sheet->m_reader = std::make_unique<TableRows>(
            TableRows::Shape{.format = sheet->facts().format,
                             .mapping = sheet->m_mapping,
                             .columns = header < 0 ? 0 : sheet->m_file.table.cellCount(header),
                             .decimalSign = choices.decimalSign,
                             .senderAccount = choices.senderAccount});
    }
    sheet->m_check = std::make_unique<RowCheck>(*sheet->m_reader, sheet->m_rules);
    COUNTERSIGN_TRY(sheet->checkRows(progress));
    sheet->findRepetitions();
    COUNTERSIGN_TRY(sheet->findEarlier());
    sheet->sumUp();
    sheet->addFileFindings();
    if (!progress.reached(1000)) return fail(ErrorCode::cancelled);
    return sheet;
}

void CheckedSheet::chooseColumns(const ImportChoices &choices)
{
    ImportFacts &facts = m_file.facts;
    const RecognisedColumns recognised = recogniseColumns(m_file.table);
    facts.headerRow = choices.headerRow.value_or(recognised.headerRow);
    if (facts.headerRow >= m_file.table.rowCount()) facts.headerRow = -1;
    facts.headerSignature = headerSignature(m_file.table, facts.headerRow);
    if (choices.mapping) {
        m_mapping = *choices.mapping;
        return;
    }
    if (m_rules.mappings) {
        if (const auto kept = m_rules.mappings->find(facts.headerSignature)) {
            m_mapping = *kept;
            facts.mappingFromBook = true;
            return;
        }
    }
    if (facts.headerRow >= 0) m_mapping = mappingByHeader(m_file.table, facts.headerRow);
}

void CheckedSheet::findDecimalSign(const ImportChoices &choices)
{
    if (choices.decimalSign) {
        m_file.facts.decimalSign = choices.decimalSign;
        return;
    }
    const auto column = m_mapping.columnOf(ImportField::amount);
    if (!column) return;
    qsizetype points = 0;
    qsizetype commas = 0;
    for (qsizetype row = m_file.facts.headerRow + 1; row < m_file.table.rowCount(); ++row) {
        const auto sign = decimalSignIn(m_file.table.text(row, *column));
        if (sign == QChar(u'.')) ++points;
        if (sign == QChar(u',')) ++commas;
    }
    if (points + commas > 0) m_file.facts.decimalSign = points > commas ? QChar(u'.') : QChar(u',');
}

/// A payment without an account is refused as one, whatever words it has; a total names nobody and nothing to pay for.
bool CheckedSheet::namesPayment(qsizetype tableRow) const
{
    constexpr std::array fields{ImportField::recipientName, ImportField::bik, ImportField::account,
                                ImportField::purpose};
    return std::ranges::any_of(fields, [&](ImportField field) {
        const QString text = m_file.table.text(tableRow, m_mapping.columnOf(field).value_or(-1)).trimmed();
        return !text.isEmpty() && !isTotalWord(text);
    });
}

bool CheckedSheet::takesTotalRow(qsizetype tableRow)
{
    if (m_file.facts.format == FileFormat::clientBankExchange || namesPayment(tableRow)) return false;
    for (int column = 0; column < m_file.table.cellCount(tableRow); ++column) {
        if (!isTotalWord(m_file.table.text(tableRow, column))) continue;
        const ImportRow row = m_check->check(m_file.table, tableRow);
        if (row.amount) m_statedTotals.append(*row.amount);
        return true;
    }
    return false;
}

/// Titles stand above a header, and the company's own account; a BIK and an account in their columns are a payment.
std::optional<qsizetype> CheckedSheet::paymentAboveHeader() const
{
    for (qsizetype tableRow = 0; tableRow < m_file.facts.headerRow; ++tableRow) {
        const PayoutDraft draft = m_reader->read(m_file.table, tableRow).draft;
        if (AccountNumber::parse(draft.account) && Bik::parse(draft.bik)) return tableRow;
    }
    return std::nullopt;
}

bool CheckedSheet::isRow(qsizetype tableRow)
{
    if (tableRow <= m_file.facts.headerRow) return false;
    for (int column = 0; column < m_file.table.cellCount(tableRow); ++column) {
        if (!m_file.table.utf8(tableRow, column).trimmed().isEmpty()) return !takesTotalRow(tableRow);
    }
    return false;
}

Result<> CheckedSheet::checkRows(ReadingProgress &progress)
{
    const qsizetype all = m_file.table.rowCount();
    m_rows.reserve(all);
    for (qsizetype tableRow = 0; tableRow < all; ++tableRow) {
        if (tableRow % rowsBetweenReports == 0 && !progress.reached(500 + static_cast<int>(tableRow * 499 / all))) {
            return fail(ErrorCode::cancelled);
        }
        if (!isRow(tableRow)) continue;
        const ImportRow row = m_check->check(m_file.table, tableRow);
        Row kept{static_cast<qint32>(tableRow), {}, {}};
        if (!row.findings.isEmpty()) kept.overview.worst = row.findings.first().severity;
        kept.overview.amount = row.amount;
        const QString recipient = row.draft.account.simplified().remove(u' ') + u'/' + row.draft.bik.simplified();
        kept.overview.recipient = firstOf(m_recipients, recipient);
        kept.overview.sender = firstOf(m_senders, row.draft.senderAccount);
        std::ranges::copy(QByteArray::fromHex(row.identity), kept.identity.begin());
        m_rows.append(kept);
        noteNumber(row);
        m_namesRussian = m_namesRussian || AccountNumber::parse(row.draft.account).has_value();
        m_paysFromRussian = m_paysFromRussian || AccountNumber::parse(row.draft.senderAccount).has_value();
        m_namesForeign = m_namesForeign || isForeignAccount(row.draft.account);
    }
    m_recipients = {};
    m_senders = {};
    m_numbers = {};
    return {};
}

/// The last row kept is another payment under the number and day of one above: corrected since, or taken for another.
void CheckedSheet::noteNumber(const ImportRow &row)
{
    if (row.facts.number.isEmpty()) return;
    const QString key = QStringList{row.facts.number, isoDateOf(row.facts.date), row.draft.senderAccount}.join(u'\x1F');
    const qsizetype last = m_rows.size() - 1;
    const auto first = m_numbers.constFind(key);
    if (first == m_numbers.cend()) {
        m_numbers.insert(key, static_cast<qint32>(last));
        return;
    }
    if (m_rows[*first].identity == m_rows[last].identity) return; // the same document, which is said elsewhere
    m_sameNumbers.insert(last, *first);
    m_rows[last].overview.worst = std::min(m_rows[last].overview.worst, Severity::warn);
}

/// The row that is about to be kept, or the one before it with the same key.
qint32 CheckedSheet::firstOf(QHash<QString, qint32> &firsts, const QString &key) const
{
    const auto known = firsts.constFind(key);
    if (known != firsts.cend()) return *known;
    return *firsts.insert(key, static_cast<qint32>(m_rows.size()));
}

Severity CheckedSheet::repetitionSeverity(const ImportRow &row) const
{
    return m_reader->repetitionBlocks({row.draft, row.facts, {}}) ? Severity::block : Severity::warn;
}

void CheckedSheet::findRepetitions()
{
    QHash<QByteArrayView, qsizetype> firsts;
    firsts.reserve(m_rows.size());
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        Row &kept = m_rows[row];
        const QByteArrayView identity(kept.identity.data(), static_cast<qsizetype>(kept.identity.size()));
        const auto first = firsts.constFind(identity);
        if (first == firsts.cend()) {
            firsts.insert(identity, row);
            continue;
        }
        m_repetitions.insert(row, *first);
        kept.overview.repeated = true;
        const Severity severity = repetitionSeverity(m_check->check(m_file.table, kept.tableRow));
        kept.overview.worst = std::min(kept.overview.worst, severity);
    }
}

Result<> CheckedSheet::findEarlier()
{
    if (!m_rules.earlier) return {};
    COUNTERSIGN_TRY_INTO(file, m_rules.earlier->file(m_file.facts.file.sha256));
    if (file) {
        m_file.findings.append(
            fileFinding(Severity::warn, ImportFindingKind::fileImportedBefore, {file->day.toString(Qt::ISODate)}));
    }
    QList<QByteArray> identities;
    identities.reserve(m_rows.size());
    for (const Row &row : std::as_const(m_rows))
        identities.append(QByteArray(row.identity.data(), static_cast<qsizetype>(row.identity.size())).toHex());
    COUNTERSIGN_TRY_INTO(known, m_rules.earlier->documents(identities));
    for (qsizetype row = 0; row < m_rows.size() && !known.isEmpty(); ++row) {
        const auto found = known.constFind(identities[row]);
        if (found == known.cend()) continue;
        m_earlier.insert(row, *found);
        RowOverview &overview = m_rows[row].overview;
        overview.importedBefore = true;
        overview.worst = std::min(overview.worst, Severity::warn);
    }
    return {};
}

void CheckedSheet::sumUp()
{
    for (const Row &row : std::as_const(m_rows)) {
        add(m_total, row.overview);
        add(row.overview.refused() ? m_refused : m_accepted, row.overview);
    }
}

void CheckedSheet::compareStatedTotal()
{
    for (const Money &stated : std::as_const(m_statedTotals)) {
        const bool fits = m_total.sum == stated;
        const QString computed = m_total.sum ? QString::number(m_total.sum->kopecks()) : QString();
        const QString said = QString::number(stated.kopecks());
        m_file.findings.append(
            fits ? fileFinding(Severity::good, ImportFindingKind::fileTotalFits, {said})
                 : fileFinding(Severity::warn, ImportFindingKind::fileTotalDiffers, {said, computed}));
    }
}

/// What stands there is paid by, and nobody sees it where the workbook is looked at.
void CheckedSheet::findHiddenColumns()
{
    QStringList fields;
    for (int i = 0; i < importFieldCount; ++i) {
        const auto field = static_cast<ImportField>(i);
        const auto column = m_mapping.columnOf(field);
        const QBitArray &hidden = m_file.facts.hiddenColumns;
        if (column && *column < hidden.size() && hidden.testBit(*column)) fields.append(importFieldName(field));
    }
    if (fields.isEmpty()) return;
    m_file.findings.append(fileFinding(Severity::warn, ImportFindingKind::fileColumnsHidden, fields));
}

void CheckedSheet::addFileFindings()
{
    using Kind = ImportFindingKind;
    QList<ImportFinding> &findings = m_file.findings;
    const bool isExchange = m_file.facts.format == FileFormat::clientBankExchange;
    if (!isExchange && !m_mapping.missing().isEmpty()) {
        QStringList names;
        for (const ImportField field : m_mapping.missing())
            names.append(importFieldName(field));
        findings.append(fileFinding(Severity::block, Kind::fileColumnsMissing, names));
    }
    findHiddenColumns();
    if (const auto row = paymentAboveHeader()) {
        const QString line = QString::number(m_file.table.line(*row));
        findings.append(fileFinding(Severity::block, Kind::fileRowAboveHeader, {line}));
    }
    if (m_rows.isEmpty()) findings.append(fileFinding(Severity::block, Kind::fileWithoutRows));
    const bool told = std::ranges::any_of(findings, [](const ImportFinding &finding) {
        return finding.kind == decltype(finding.kind)(Kind::fileNotRussian);
    });
    const bool foreign = !m_namesRussian && (m_namesForeign || !m_paysFromRussian);
    if (isExchange && !m_rows.isEmpty() && foreign && !told) {
        findings.append(fileFinding(Severity::block, Kind::fileNotRussian));
    }
    compareStatedTotal();
    findings += m_check->directoryFindings();
    std::ranges::stable_sort(findings, {}, &ImportFinding::severity);
}

bool CheckedSheet::fileRefused() const
{
    return !m_file.findings.isEmpty() && m_file.findings.first().severity == Severity::block;
}

QStringList CheckedSheet::columnNames() const
{
    if (m_file.facts.format == FileFormat::clientBankExchange) return m_file.keys;
    QStringList names;
    for (int column = 0; column < m_file.table.columnCount(); ++column) {
        const QString name =
            m_file.facts.headerRow < 0 ? QString() : m_file.table.text(m_file.facts.headerRow, column).simplified();
        names.append(name.isEmpty() ? lettersOf(column) : name);
    }
    return names;
}

ImportRow CheckedSheet::row(qsizetype row) const
{
    ImportRow full = m_check->check(m_file.table, m_rows[row].tableRow);
    if (const auto first = m_repetitions.constFind(row); first != m_repetitions.cend()) {
        full.findings.append({.severity = repetitionSeverity(full),
                              .kind = ImportFindingKind::rowRepeated,
                              .arguments = {QString::number(m_file.table.line(m_rows[*first].tableRow))}});
    }
    if (const auto first = m_sameNumbers.constFind(row); first != m_sameNumbers.cend()) {
        full.findings.append({.field = ImportField::documentNumber,
                              .severity = Severity::warn,
                              .kind = ImportFindingKind::rowSameNumber,
                              .arguments = {QString::number(m_file.table.line(m_rows[*first].tableRow))}});
    }
    if (const auto earlier = m_earlier.constFind(row); earlier != m_earlier.cend()) {
        full.findings.append({.severity = Severity::warn,
                              .kind = ImportFindingKind::rowImportedBefore,
                              .arguments = {earlier->day.toString(Qt::ISODate), QString::number(earlier->number),
                                            earlier->state ? stateWord(*earlier->state) : QString()}});
        full.earlier = *earlier;
    }
    arrangeFindings(full);
    return full;
}

} // namespace countersign
