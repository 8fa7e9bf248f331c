#pragma once

#include <QSet>
#include <QTableView>

namespace countersign::ui {

class BatchModel;

/// The list of a batch: recipient with account, amount, purpose and standing, two lines a row; amounts and accounts are
/// never cut. Keeps which rows have been on the screen.
class BatchTable final : public QTableView
{
    Q_OBJECT
public:
    /// The model must outlive the table.
    explicit BatchTable(BatchModel &model, QWidget *parent = nullptr);
    /// Every row was wholly on the screen since the rows were last set.
    [[nodiscard]] bool allSeen() const;
    /// Looks at what is on the screen now.
    void look();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutColumns();

    BatchModel &m_model;
    QSet<int> m_seen;
};

} // namespace countersign::ui
