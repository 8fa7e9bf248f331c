#include "ui/models/importrowsmodel.h"

#include "ui/models/importwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/recipientwords.h"
#include "ui/models/visibletext.h"

#include <QLocale>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

/// Where a finding is shown; those of no cell, and of fields without a column here, stand among the words.
ImportRowsModel::Column columnOf(const ImportFinding &finding)
{
    if (!finding.field) return ImportRowsModel::findingsColumn;
    switch (*finding.field) {
    case ImportField::recipientName:
    case ImportField::inn:
    case ImportField::kpp:
        return ImportRowsModel::recipientColumn;
    case ImportField::bik:
    case ImportField::account:
    case ImportField::correspondentAccount:
        return ImportRowsModel::accountColumn;
    case ImportField::amount:
        return ImportRowsModel::amountColumn;
    case ImportField::purpose:
        return ImportRowsModel::purposeColumn;
    case ImportField::senderAccount:
    case ImportField::documentNumber:
    case ImportField::documentDate:
    case ImportField::incomeCode:
    case ImportField::priority:
    case ImportField::uin:
        return ImportRowsModel::findingsColumn;
    }
    return ImportRowsModel::findingsColumn;
}

QString signOf(Severity severity)
{
    if (severity == Severity::block) return u"✕"_s;
    return severity == Severity::warn ? u"!"_s : u"✓"_s;
}

Severity worstAt(const ImportRow &row, int column)
{
    if (column == ImportRowsModel::findingsColumn || column == ImportRowsModel::tickColumn) {
        return row.findings.isEmpty() ? Severity::good : row.findings.first().severity;
    }
    for (const ImportFinding &finding : row.findings) { // the worst first
        if (columnOf(finding) == column) return finding.severity;
    }
    return Severity::good;
}

void add(ImportTotal &total, const RowOverview &row)
{
    total = addedUp(total, {.count = 1, .sum = row.amount.value_or(Money())});
}

} // namespace

ImportTotal addedUp(const ImportTotal &one, const ImportTotal &other)
{
    ImportTotal both{.count = one.count + other.count, .sum = std::nullopt};
    if (!one.sum || !other.sum) return both;
    const auto sum = one.sum->plus(*other.sum);
    if (sum) both.sum = *sum;
    return both;
}

bool ImportRowsModel::fits(qsizetype sheetRow, Filter filter) const
{
    const RowOverview &row = m_sheet->overview(sheetRow);
    switch (filter) {
    case Filter::all:
        return true;
    case Filter::errors:
        return row.refused();
    case Filter::warnings:
        return !row.refused() && (row.worst == Severity::warn || isNewAccount(sheetRow));
    case Filter::twice:
        return row.needsWord() && !row.refused();
    case Filter::newAccounts:
        return isNewAccount(sheetRow);
    }
    return true;
}

QList<qsizetype> ImportRowsModel::rowsOf(Filter filter) const
{
    QList<qsizetype> rows;
    for (qsizetype row = 0; m_sheet && row < m_sheet->rowCount(); ++row) {
        if (fits(row, filter)) rows.append(row);
    }
    return rows;
}

void ImportRowsModel::setSheet(std::shared_ptr<const ImportSheet> sheet)
{
    beginResetModel();
    m_sheet = std::move(sheet);
    m_seen.clear();
    m_counts = {};
    const qsizetype rows = m_sheet ? m_sheet->rowCount() : 0;
    m_ticked = QBitArray(rows);
    m_standings = QList<StandingKind>(rows, StandingKind::incomplete);
    for (qsizetype row = 0; row < rows; ++row) {
        m_ticked.setBit(row, isTickedWithOthers(row));
        for (int i = 0; i < filterCount; ++i)
            m_counts[static_cast<size_t>(i)] += fits(row, static_cast<Filter>(i)) ? 1 : 0;
    }
    m_filter = Filter::all;
    m_shown = rowsOf(m_filter);
    endResetModel();
    sumUp();
}

void ImportRowsModel::setFilter(Filter filter)
{
    if (filter == m_filter) return;
    beginResetModel();
    m_filter = filter;
    m_shown = rowsOf(filter);
    endResetModel();
}

bool ImportRowsModel::isNewAccount(qsizetype sheetRow) const
{
    const StandingKind standing = m_standings.value(sheetRow, StandingKind::incomplete);
    return standing != StandingKind::incomplete && standing != StandingKind::paidBefore;
}

void ImportRowsModel::setStandings(qsizetype first, const QList<StandingKind> &standings)
{
    const auto count = [this](qsizetype row, int by) {
        for (const Filter filter : {Filter::warnings, Filter::newAccounts})
            m_counts[static_cast<size_t>(filter)] += fits(row, filter) ? by : 0;
    };
    for (qsizetype i = 0; i < standings.size() && first + i < m_standings.size(); ++i) {
        count(first + i, -1);
        m_standings[first + i] = standings[i];
        count(first + i, 1);
    }
    if (!m_shown.isEmpty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    Q_EMIT countsChanged();
}

void ImportRowsModel::sumUp()
{
    m_chosen = {};
    for (qsizetype row = 0; row < m_ticked.size(); ++row) {
        if (m_ticked.testBit(row)) add(m_chosen, m_sheet->overview(row));
    }
    Q_EMIT chosenChanged();
}

qsizetype ImportRowsModel::recipientCount() const
{
    QBitArray seen(m_ticked.size());
    for (qsizetype row = 0; row < m_ticked.size(); ++row) {
        if (m_ticked.testBit(row)) seen.setBit(m_sheet->overview(row).recipient);
    }
    return seen.count(true);
}

QList<PartyTotal> ImportRowsModel::totalsBy(qint32 RowOverview::*party) const
{
    QList<qsizetype> places(m_ticked.size(), -1); // in `totals`, by the party's first row
    QList<PartyTotal> totals;
    for (qsizetype row = 0; row < m_ticked.size(); ++row) {
        if (!m_ticked.testBit(row)) continue;
        const RowOverview &overview = m_sheet->overview(row);
        qsizetype &place = places[overview.*party];
        if (place < 0) {
            place = totals.size();
            totals.append(PartyTotal{.firstRow = overview.*party, .total = {}});
        }
        add(totals[place].total, overview);
    }
    // What can't be counted is more than anything.
    const auto sumOf = [](const PartyTotal &total) {
        return total.total.sum.value_or(Money::fromKopecks(std::numeric_limits<qint64>::max()));
    };
    std::ranges::stable_sort(totals, std::ranges::greater(), sumOf);
    return totals;
}

QList<qsizetype> ImportRowsModel::chosen() const
{
    QList<qsizetype> rows;
    rows.reserve(m_chosen.count);
    for (qsizetype row = 0; row < m_ticked.size(); ++row) {
        if (m_ticked.testBit(row)) rows.append(row);
    }
    return rows;
}

bool ImportRowsModel::isTickedWithOthers(qsizetype sheetRow) const
{
    const RowOverview &row = m_sheet->overview(sheetRow);
    return !row.refused() && !row.needsWord();
}

ImportRowsModel::Ticks ImportRowsModel::shownTicks() const
{
    Ticks ticks;
    for (const qsizetype row : m_shown) {
        const bool ticked = m_ticked.testBit(row);
        ticks.ticked += ticked ? 1 : 0;
        ticks.toTick += !ticked && isTickedWithOthers(row) ? 1 : 0;
    }
    return ticks;
}

void ImportRowsModel::chooseShown(bool ticked)
{
    for (const qsizetype row : std::as_const(m_shown)) {
        if (!ticked || isTickedWithOthers(row)) m_ticked.setBit(row, ticked);
    }
    if (!m_shown.isEmpty()) {
        Q_EMIT dataChanged(index(0, tickColumn), index(rowCount() - 1, tickColumn), {Qt::CheckStateRole});
    }
    sumUp();
}

bool ImportRowsModel::holds(qsizetype sheetRow, const QString &words, bool digits) const
{
    const CellTable &table = m_sheet->table();
    const qsizetype row = m_sheet->tableRow(sheetRow);
    for (int column = 0; column < table.cellCount(row); ++column) {
        QString text = table.text(row, column);
        if (digits) text.removeIf([](QChar c) { return c.isSpace(); });
        if (text.contains(words, Qt::CaseInsensitive)) return true;
    }
    return false;
}

int ImportRowsModel::nextWith(const QString &words, int row) const
{
    QString wanted = words.simplified();
    if (wanted.isEmpty()) return -1;
    const bool digits = std::ranges::all_of(wanted, [](QChar c) { return c.isDigit() || c.isSpace(); });
    if (digits) wanted.remove(u' ');
    const auto count = static_cast<int>(m_shown.size());
    for (int step = 1; step <= count; ++step) {
        const int at = (row + step) % count;
        if (holds(m_shown.at(at), wanted, digits)) return at;
    }
    return -1;
}

const ImportRow &ImportRowsModel::rowAt(int row) const
{
    const qsizetype wanted = m_shown.at(row);
    if (const ImportRow *known = m_seen.object(wanted)) return *known;
    auto *made = new ImportRow(m_sheet->row(wanted));
    m_seen.insert(wanted, made);
    return *made;
}

QString ImportRowsModel::correspondentWords(const ImportRow &row)
{
    const QString account = row.facts.correspondentAccount;
    const QString shown = AccountNumber::parse(account) ? groupedDigits(account) : visibleText(account);
    return tr("Correspondent account %1").arg(shown);
}

QString ImportRowsModel::senderWords(const ImportRow &row)
{
    const QString account = row.draft.senderAccount;
    if (account.isEmpty()) return tr("No account to pay from");
    const QString shown = AccountNumber::parse(account) ? groupedDigits(account) : visibleText(account);
    return row.draft.urgent ? tr("Paid from %1, urgently").arg(shown) : tr("Paid from %1").arg(shown);
}

QString ImportRowsModel::findingWords(const ImportRow &row)
{
    const auto worth = std::ranges::count_if(
        row.findings, [](const ImportFinding &finding) { return finding.severity != Severity::good; });
    if (worth == 0) return tr("Nothing to note.");
    const QString first = visibleText(importFindingSentence(row.findings.first()));
    //: %1 is a sentence
    return worth == 1 ? first : tr("%1 (and %n more)", "", static_cast<int>(worth) - 1).arg(first);
}

int ImportRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ImportRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

Qt::ItemFlags ImportRowsModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool takes = index.isValid() && !m_sheet->overview(m_shown.at(index.row())).refused();
    return takes && index.column() == tickColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

bool ImportRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable)) return false;
    m_ticked.setBit(m_shown.at(index.row()), value.toInt() == Qt::Checked);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    sumUp();
    return true;
}

QString ImportRowsModel::text(const QModelIndex &index) const
{
    const ImportRow &row = rowAt(index.row());
    switch (index.column()) {
    case lineColumn:
        return QString::number(row.line);
    case recipientColumn:
        return visibleText(row.draft.recipientName);
    case accountColumn:
        return visibleText(AccountNumber::parse(row.draft.account) ? groupedDigits(row.draft.account)
                                                                   : row.draft.account);
    case amountColumn:
        return row.amount ? amountWords(row.amount->kopecks()) : visibleText(row.draft.amount);
    case purposeColumn:
        return visibleText(row.draft.purpose);
    case findingsColumn:
        return noteOf(index.row());
    default:
        return {};
    }
}

/// A new account is the first thing to know of a row: thieves change nothing else.
QString ImportRowsModel::noteOf(int row) const
{
    const QString words = findingWords(rowAt(row));
    if (!isNewAccount(m_shown.at(row))) return words;
    const QString standing = standingText(m_standings.at(m_shown.at(row)));
    const bool alone = m_sheet->overview(m_shown.at(row)).worst == Severity::good;
    return alone ? standing : standing + u". "_s + words;
}

Severity ImportRowsModel::worstOf(int row) const
{
    const Severity worst = m_sheet->overview(m_shown.at(row)).worst;
    return isNewAccount(m_shown.at(row)) ? std::min(worst, Severity::warn) : worst;
}

Severity ImportRowsModel::gradeAt(int row, int column) const
{
    const Severity worst = worstAt(rowAt(row), column);
    const bool marks = column == accountColumn || column == findingsColumn;
    return marks && isNewAccount(m_shown.at(row)) ? std::min(worst, Severity::warn) : worst;
}

QString ImportRowsModel::secondLine(const QModelIndex &index) const
{
    const ImportRow &row = rowAt(index.row());
    switch (index.column()) {
    case lineColumn:
        return row.facts.number.isEmpty() ? QString() : visibleText(u"№ "_s + row.facts.number);
    case recipientColumn:
        return visibleText(row.draft.kpp.isEmpty() ? row.draft.inn : row.draft.inn + u" / "_s + row.draft.kpp);
    case accountColumn:
        return visibleText((row.draft.bik + u' ' + row.bankName).trimmed());
    case amountColumn: {
        //: under an amount; %1 is the end of the account that is paid from
        const QString from = tr("from …%1").arg(visibleText(row.draft.senderAccount.right(4)));
        return row.draft.urgent ? from + u" · "_s + tr("urgent") : from;
    }
    default:
        return {};
    }
}

QString ImportRowsModel::spoken(const QModelIndex &index) const
{
    const ImportRow &row = rowAt(index.row());
    if (index.column() == tickColumn) {
        const QString line = tr("Line %1").arg(row.line);
        if (row.refused) return tr("%1 can't be taken").arg(line);
        return isChosen(index.row()) ? tr("%1 becomes a draft").arg(line) : tr("%1 is left out").arg(line);
    }
    const QString words = QStringList{text(index), secondLine(index)}.join(u' ').trimmed();
    const Severity grade = gradeAt(index.row(), index.column());
    if (index.column() == findingsColumn || grade > Severity::warn) return words;
    return grade == Severity::block ? tr("%1, error").arg(words) : tr("%1, warning").arg(words);
}

QString ImportRowsModel::tip(const QModelIndex &index) const
{
    QStringList sentences;
    for (const ImportFinding &finding : rowAt(index.row()).findings) {
        const bool here = index.column() == findingsColumn || columnOf(finding) == index.column();
        if (here && finding.severity != Severity::good) sentences.append(visibleText(importFindingSentence(finding)));
    }
    if (index.column() == accountColumn && !rowAt(index.row()).facts.correspondentAccount.isEmpty())
        sentences.append(correspondentWords(rowAt(index.row())));
    if (index.column() == amountColumn) sentences.append(senderWords(rowAt(index.row())));
    const bool cuts = index.column() == recipientColumn || index.column() == purposeColumn;
    if (cuts) sentences.prepend(text(index));
    return sentences.join(u'\n');
}

QVariant ImportRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) return {};
    const auto grade = [&](int column) { return static_cast<int>(gradeAt(index.row(), column)); };
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case secondLineRole:
        return secondLine(index);
    case signRole:
        return signOf(worstOf(index.row()));
    case rowGradeRole:
        return static_cast<int>(worstOf(index.row()));
    case cellGradeRole:
        return grade(index.column());
    case Qt::CheckStateRole:
        if (!flags(index).testFlag(Qt::ItemIsUserCheckable)) return {};
        return isChosen(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return tip(index);
    case Qt::AccessibleTextRole:
        return spoken(index);
    case Qt::TextAlignmentRole:
        return index.column() == amountColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return section == amountColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                       : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::AccessibleTextRole && section == tickColumn) return tr("Becomes a draft");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case lineColumn:
        return tr("Line");
    case recipientColumn:
        return tr("Recipient");
    case accountColumn:
        return tr("Account at BIK");
    case amountColumn:
        return tr("Amount");
    case purposeColumn:
        return tr("Purpose");
    case findingsColumn:
        return tr("What to know");
    default:
        return QString();
    }
}

} // namespace countersign::ui
