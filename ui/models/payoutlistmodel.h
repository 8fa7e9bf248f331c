#pragma once

#include "payouts/payoutdesk.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace countersign::ui {

/// The rows of one folder, fetched from the desk in pages as they are looked at; memory does not grow with the number
/// of payouts. A row that is not there yet is empty and is fetched when it is asked for. After a change only what is
/// visible is read again; what was shown stays until the new rows arrive. Names and purposes come from outside and are
/// given out as they are: views show them as plain text.
class PayoutListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { gutterColumn, recipientColumn, amountColumn, purposeColumn, statusColumn, columns };
    enum Role {
        accountRole = Qt::UserRole, ///< QString: the account in groups of four
        signRole,                   ///< QString: the status's sign
        gradeRole,                  ///< int: StatusGrade
        idRole,                     ///< QString: the payout's id; empty while the row is not there
    };
    static constexpr int pageSize = 200;
    static constexpr int keptPages = 12;

    /// Both must outlive the model. Re-reads itself on the desk's signals.
    PayoutListModel(PayoutDesk &desk, const Clock &clock, QObject *parent = nullptr);

    /// Shows another folder or search; the rows change when the first page has arrived.
    void setQuery(Folder folder, const QString &search);
    [[nodiscard]] Folder folder() const { return m_folder; }
    [[nodiscard]] const QString &search() const { return m_search; }
    /// Which rows the view shows; they are read again after a change, and their neighbours are kept.
    void setVisibleRows(int first, int last);
    /// Reads what is visible again, now.
    void refresh();

    [[nodiscard]] const ListRow *rowAt(int row) const; ///< null while it is not there
    [[nodiscard]] PayoutId idAt(int row) const;
    [[nodiscard]] std::optional<int> rowOf(const PayoutId &id) const; ///< among the fetched rows
    [[nodiscard]] qsizetype fetchedPages() const { return m_pages.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// A page has arrived: rows may have moved.
    void pageArrived();
    void failed(const countersign::Error &error);

private:
    struct Page
    {
        QList<ListRow> rows;
        quint64 asked = 0; ///< m_changes when it was asked for; older than m_changes: stale
    };

    void want(int page) const;
    void fetchWanted();
    void fetch(int page);
    void take(int page, quint64 generation, quint64 asked, const Result<ListPage> &result);
    void replaceAll(const ListPage &page);
    void setTotal(int total);
    void dropFarPages();
    [[nodiscard]] QVariant textOf(const ListRow &row, int column) const;

    PayoutDesk &m_desk;
    const Clock &m_clock;
    Folder m_folder = Folder::all;
    QString m_search;
    quint64 m_generation = 0; ///< counts queries; answers to older ones are dropped
    quint64 m_changes = 1;    ///< counts refreshes
    bool m_replacing = false; ///< the first page of a new query is on its way
    int m_total = 0;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    QHash<int, Page> m_pages;
    QSet<int> m_inFlight;
    mutable QSet<int> m_wanted;
    mutable QTimer m_fetchTimer;
    QTimer m_refreshTimer; ///< many changes in a row are one reading
};

} // namespace countersign::ui
