#pragma once

#include "domain/recipientstanding.h"
#include "exchange/importsheet.h"

#include <QAbstractTableModel>
#include <QBitArray>
#include <QCache>

namespace countersign::ui {

/// What the ticked rows pay to one account at one BIK, or from one account.
struct PartyTotal
{
    qsizetype firstRow = 0; ///< the first row of the file with that party, as the sheet counts them
    ImportTotal total;
};
/// Both together; no sum when it leaves 64 bits.
[[nodiscard]] ImportTotal addedUp(const ImportTotal &one, const ImportTotal &other);

/// The rows of a file on its way to drafts, and which of them are ticked. Holds a number for each row and little more:
/// what a row says is asked of the sheet when it is looked at, so that a hundred thousand rows cost no more than fifty.
/// Texts come from outside; what can't be seen in them is made visible. Views show them as plain text.
class ImportRowsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        tickColumn,
        lineColumn,
        recipientColumn,
        accountColumn,
        amountColumn,
        purposeColumn,
        findingsColumn,
        columns
    };
    enum Role {
        secondLineRole = Qt::UserRole, ///< QString: what stands under the cell's text
        signRole,                      ///< QString: ✕, ! or ✓, of the row
        rowGradeRole,                  ///< int: Severity of the row's worst finding
        cellGradeRole,                 ///< int: Severity of the worst finding at this cell
    };
    enum class Filter { all, errors, warnings, twice, newAccounts };
    static constexpr int filterCount = 5;

    using QAbstractTableModel::QAbstractTableModel;

    /// Every row that nothing speaks against is ticked; what may be paid already is not.
    void setSheet(std::shared_ptr<const ImportSheet> sheet);
    void setFilter(Filter filter);
    /// What has been found out about the recipients of these rows, as the sheet counts them. Rows that a filter shows
    /// stay as they are.
    void setStandings(qsizetype first, const QList<StandingKind> &standings);
    /// The recipient was never paid to this account before; false while that is not known.
    [[nodiscard]] bool isNewAccount(qsizetype sheetRow) const;
    [[nodiscard]] Filter filter() const { return m_filter; }
    /// Of the whole file.
    [[nodiscard]] qsizetype count(Filter filter) const { return m_counts[static_cast<size_t>(filter)]; }
    /// Rows that a filter would show, as the sheet counts them.
    [[nodiscard]] QList<qsizetype> rowsOf(Filter filter) const;

    /// As the sheet counts rows; -1: there is no such row.
    [[nodiscard]] qsizetype sheetRow(int row) const { return m_shown.value(row, -1); }
    /// The next row shown after `row` that holds these words in any cell of the file, whatever the letter case;
    /// digits are found however the file groups them. After the last row comes the first. -1: none.
    [[nodiscard]] int nextWith(const QString &words, int row) const;
    /// Everything known about a row that is shown.
    [[nodiscard]] const ImportRow &rowAt(int row) const;
    /// "Paid from 4070 …, urgently"
    [[nodiscard]] static QString senderWords(const ImportRow &row);
    /// "Correspondent account 3010 …"
    [[nodiscard]] static QString correspondentWords(const ImportRow &row);
    /// The row with its first finding as words: "INN has 9 digits (and 2 more)".
    [[nodiscard]] static QString findingWords(const ImportRow &row);

    /// Ticked rows of the whole file, in its order.
    [[nodiscard]] QList<qsizetype> chosen() const;
    [[nodiscard]] ImportTotal chosenTotal() const { return m_chosen; }
    /// How many recipients the ticked rows have.
    [[nodiscard]] qsizetype recipientCount() const;
    /// Of the ticked rows; the largest first.
    [[nodiscard]] QList<PartyTotal> recipientTotals() const { return totalsBy(&RowOverview::recipient); }
    /// Likewise, by the account that is paid from.
    [[nodiscard]] QList<PartyTotal> senderTotals() const { return totalsBy(&RowOverview::sender); }
    [[nodiscard]] bool isChosen(int row) const { return m_ticked.testBit(m_shown.at(row)); }
    /// Of the rows that are shown.
    struct Ticks
    {
        qsizetype ticked = 0;
        qsizetype toTick = 0; ///< would be ticked together
    };
    [[nodiscard]] Ticks shownTicks() const;
    /// Unticks everything that is shown, or ticks it but for what can't be taken and what needs a word of its own: that
    /// is ticked one by one.
    void chooseShown(bool ticked);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// How many rows a filter would show has changed.
    void countsChanged();
    /// Other rows are ticked than before.
    void chosenChanged();

private:
    [[nodiscard]] QList<PartyTotal> totalsBy(qint32 RowOverview::*party) const;
    [[nodiscard]] bool holds(qsizetype sheetRow, const QString &words, bool digits) const;
    [[nodiscard]] bool fits(qsizetype sheetRow, Filter filter) const;
    [[nodiscard]] bool isTickedWithOthers(qsizetype sheetRow) const;
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString noteOf(int row) const;
    /// A recipient that was never paid there is a warning, whatever the file says.
    [[nodiscard]] Severity worstOf(int row) const;
    [[nodiscard]] Severity gradeAt(int row, int column) const;
    [[nodiscard]] QString secondLine(const QModelIndex &index) const;
    [[nodiscard]] QString spoken(const QModelIndex &index) const;
    [[nodiscard]] QString tip(const QModelIndex &index) const;
    void sumUp();

    std::shared_ptr<const ImportSheet> m_sheet;
    Filter m_filter = Filter::all;
    std::array<qsizetype, filterCount> m_counts{};
    QList<qsizetype> m_shown;
    QBitArray m_ticked;
    QList<StandingKind> m_standings; ///< of the sheet's rows; incomplete: not known
    ImportTotal m_chosen;
    mutable QCache<qsizetype, ImportRow> m_seen{400};
};

} // namespace countersign::ui
