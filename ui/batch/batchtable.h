#pragma once

#include <QSet>
#include <QTableView>

namespace countersign::ui {

class BatchModel;

/// The list of a batch: recipient with account, amount, purpose and standing; amounts and accounts are never cut. Keeps
/// which rows have been on the screen.
class BatchTable final : public QTableView
{
    Q_OBJECT
public:
    /// Rows of two lines, whatever has to be said in them; or as high as their texts, for what is decided here and now.
    enum class Rows { twoLines, inFull };

    /// The model must outlive the table.
    explicit BatchTable(BatchModel &model, Rows rows, QWidget *parent = nullptr);
    /// Every row was wholly on the screen since the rows were last set.
    [[nodiscard]] bool allSeen() const;
    /// Looks at what is on the screen now.
    void look();

Q_SIGNALS:
    /// For the first time since the rows were last set, the row is wholly on the screen.
    void rowSeen(int row);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutColumns();
    void layOutRows();
    [[nodiscard]] int heightOf(int row) const;

    BatchModel &m_model;
    const Rows m_rows;
    QSet<int> m_seen;
};

} // namespace countersign::ui
