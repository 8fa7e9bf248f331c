#include "exchange/tablerows.h"

#include "exchange/amounttext.h"
#include "exchange/rowcheck.h"
#include "exchange/rowswriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

QString withoutAnySpace(QString digits)
{
    return digits.removeIf([](QChar c) { return c.isSpace(); });
}

bool isDigits(const QString &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// How many digits a number has that begins with a zero where one is missing; 0: none is missing.
qsizetype lengthWithZero(ImportField field, qsizetype length)
{
    switch (field) {
    case ImportField::bik:
    case ImportField::kpp:
        return length == 8 ? 9 : 0;
    case ImportField::inn:
        return length == 9 ? 10 : length == 11 ? 12 : 0;
    default:
        return 0;
    }
}

} // namespace

/// One row while it is read.
struct TableRows::Row
{
    const TableRows &rows;
    const CellTable &table;
    qsizetype row;
    RowContent content;

    [[nodiscard]] int column(ImportField field) const { return rows.m_shape.mapping.columnOf(field).value_or(-1); }
    [[nodiscard]] QString text(ImportField field) const
    {
        const QString text = table.text(row, column(field));
        return (rows.m_shape.format == FileFormat::csv ? withoutFormulaGuard(text) : text).trimmed();
    }
    [[nodiscard]] bool has(ImportField field, CellMark mark) const { return table.hasMark(row, column(field), mark); }

    void block(ImportField field, ImportFindingKind kind, const QStringList &arguments = {})
    {
        content.findings.append({field, column(field), Severity::block, kind, arguments});
    }
    void addToRow(Severity severity, ImportFindingKind kind, const QStringList &arguments = {})
    {
        content.findings.append({.severity = severity, .kind = kind, .arguments = arguments});
    }

    [[nodiscard]] QString longNumber(ImportField field);
    [[nodiscard]] QString number(ImportField field);
    [[nodiscard]] QString amount();
    void takeChosenSender();
    void checkDate();
    void checkShape();
};

int TableRows::columnOf(const CellTable &, qsizetype, ImportField field) const
{
    return m_shape.mapping.columnOf(field).value_or(-1);
}

RowContent TableRows::read(const CellTable &table, qsizetype row) const
{
    Row reading{*this, table, row, {}};
    PayoutDraft &draft = reading.content.draft;
    draft.senderAccount = reading.longNumber(ImportField::senderAccount);
    reading.content.senderChosen = draft.senderAccount.isEmpty();
    if (reading.content.senderChosen) reading.takeChosenSender();
    draft.recipientName = reading.text(ImportField::recipientName);
    draft.inn = reading.number(ImportField::inn);
    draft.kpp = reading.number(ImportField::kpp);
    draft.bik = reading.number(ImportField::bik);
    draft.account = reading.longNumber(ImportField::account);
    draft.amount = reading.amount();
    draft.purpose = reading.text(ImportField::purpose);
    reading.content.facts.number = reading.text(ImportField::documentNumber);
    reading.content.facts.date = reading.text(ImportField::documentDate);
    reading.checkDate();
    reading.content.facts.correspondentAccount = reading.longNumber(ImportField::correspondentAccount);
    reading.content.facts.incomeCode = reading.text(ImportField::incomeCode);
    reading.content.facts.priority = reading.text(ImportField::priority);
    reading.content.facts.uin = reading.longNumber(ImportField::uin);
    reading.checkShape();
    return reading.content;
}

/// 20 digits or more, of which a spreadsheet keeps 15.
QString TableRows::Row::longNumber(ImportField field)
{
    const QString digits = withoutAnySpace(text(field));
    if (isExponent(digits)) {
        block(field, ImportFindingKind::numberExponent, {digits});
    } else if (isDigits(digits) && digits.size() > 15 && (has(field, CellMark::number) || digits.endsWith(u"00000"))) {
        block(field, ImportFindingKind::numberRounded, {digits});
    }
    return digits;
}

QString TableRows::Row::number(ImportField field)
{
    const QString digits = withoutAnySpace(text(field));
    if (isExponent(digits)) {
        block(field, ImportFindingKind::numberExponent, {digits});
    } else if (const qsizetype needed = lengthWithZero(field, digits.size()); needed > 0 && isDigits(digits)) {
        block(field, ImportFindingKind::leadingZeroLost, {QString::number(digits.size()), QString::number(needed)});
    }
    return digits;
}

QString TableRows::Row::amount()
{
    const QString typed = text(ImportField::amount);
    if (isExponent(typed)) {
        block(ImportField::amount, ImportFindingKind::numberExponent, {typed});
        return typed;
    }
    // A workbook's own numbers have a point, whatever the person chose for texts.
    if (has(ImportField::amount, CellMark::number)) return spreadsheetNumber(typed);
    const auto plain = plainAmount(typed, rows.m_shape.decimalSign);
    if (!plain) block(ImportField::amount, ImportFindingKind::amountBothSigns, {typed});
    return plain.value_or(typed);
}

/// A table without the column has one account for all; where it has the column, an empty cell was hardly meant so.
void TableRows::Row::takeChosenSender()
{
    content.draft.senderAccount = rows.m_shape.senderAccount;
    const int at = column(ImportField::senderAccount);
    if (at < 0 || content.draft.senderAccount.isEmpty()) return;
    content.findings.append({ImportField::senderAccount,
                             at,
                             Severity::warn,
                             ImportFindingKind::senderChosen,
                             {content.draft.senderAccount}});
}

/// Dropped silently, the printed order would have the file's number and another day. Years of two digits are refused as
/// bank clients do (ru-payments.md 4.2).
void TableRows::Row::checkDate()
{
    const QString &date = content.facts.date;
    if (date.isEmpty() || !isoDateOf(date).isEmpty()) return;
    block(ImportField::documentDate, ImportFindingKind::documentDateWrong, {date});
}

void TableRows::Row::checkShape()
{
    using Kind = ImportFindingKind;
    if (table.hasMark(row, RowMark::brokenQuotes)) addToRow(Severity::block, Kind::rowBrokenQuotes);
    if (table.hasMark(row, RowMark::hidden)) addToRow(Severity::warn, Kind::rowHidden);

    const int columns = rows.m_shape.columns;
    const int cells = table.cellCount(row);
    int filled = cells;
    while (filled > columns && table.utf8(row, filled - 1).isEmpty())
        --filled;
    const QStringList sizes{QString::number(filled), QString::number(columns)};
    if (table.hasMark(row, RowMark::tooWide) || (columns > 0 && filled > columns))
        addToRow(Severity::block, Kind::rowTooLong, sizes);
    // A workbook leaves empty cells at the end out by itself.
    else if (rows.m_shape.format == FileFormat::csv && cells < columns)
        addToRow(Severity::warn, Kind::rowTooShort, sizes);
}

} // namespace countersign
