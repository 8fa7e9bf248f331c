#pragma once

#include "payouts/payoutdesk.h"

#include <QAbstractListModel>
#include <QTimer>

namespace countersign::ui {

/// The left side of the window: folders with their counts, under section headings that can't be chosen, and the
/// address book. Reads the counts of the folders again on the desk's signals.
class FolderModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        folderRole = Qt::UserRole, ///< int: Folder; no value for a heading
        countRole,                 ///< qlonglong; no value while unknown
        headingRole,               ///< bool
        recipientsRole,            ///< bool: the address book, which is no folder
    };

    /// The desk must outlive the model.
    explicit FolderModel(PayoutDesk &desk, QObject *parent = nullptr);
    void refresh();
    [[nodiscard]] qint64 count(Folder folder) const;
    [[nodiscard]] int rowOf(Folder folder) const;
    void setRecipientCount(qint64 count);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void countsRead();

private:
    void take(const QList<qint64> &counts);
    [[nodiscard]] QVariant recipientsData(int role) const;
    [[nodiscard]] qint64 generalAlarms() const;

    PayoutDesk &m_desk;
    QList<qint64> m_counts;
    std::optional<qint64> m_recipients; ///< unknown before the first reading
    QTimer m_refreshTimer;
};

} // namespace countersign::ui
