#pragma once

#include "ports/records.h"

#include <QAbstractTableModel>
#include <QHash>

namespace countersign::ui {

/// One payout of a batch, as a person sees it before acting on many at once.
struct BatchRow
{
    PayoutId id;
    qint64 number = 0;
    QString name;     ///< from outside
    QString account;  ///< digits
    QString bik;      ///< digits; may be empty
    QString inn = {}; ///< digits; empty: not shown
    QString kpp = {};
    QString purpose; ///< from outside
    std::optional<qint64> amountKopecks;
    QString senderAccount = {};  ///< digits; of a draft perhaps not whole
    QString standing;            ///< ours: what is to be known of it, or what became of it
    bool chosen = false;         ///< takes part
    bool open = true;            ///< may be chosen or left out
    QByteArray draftSha256 = {}; ///< of a draft: of its bytes, as they are shown here
    bool settled = false;        ///< `standing` says what became of it
};

/// The rows of a batch with their ticks, and what the ticked ones come to.
class BatchModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { recipientColumn, amountColumn, purposeColumn, standingColumn, columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QList<BatchRow> rows);
    [[nodiscard]] const QList<BatchRow> &rows() const { return m_rows; }
    [[nodiscard]] std::optional<int> rowOf(const PayoutId &id) const;
    /// What became of it; it can't be chosen any more.
    void settle(const PayoutId &id, const QString &standing);
    void setAllChosen(bool chosen);
    /// While acting on them nobody may change which.
    void setLocked(bool locked);

    [[nodiscard]] QList<BatchRow> chosen() const;
    [[nodiscard]] qint64 chosenKopecks() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void choiceChanged();

private:
    [[nodiscard]] static QString taxNumbersOf(const BatchRow &row);
    [[nodiscard]] QVariant textOf(const BatchRow &row, int column) const;

    QList<BatchRow> m_rows;
    QHash<PayoutId, int> m_places; ///< in m_rows
    bool m_locked = false;
};

} // namespace countersign::ui
