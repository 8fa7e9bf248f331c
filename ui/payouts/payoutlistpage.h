#pragma once

#include "ui/models/payoutlistmodel.h"

#include <QWidget>

class QLabel;
class QTableView;
class QVBoxLayout;

namespace countersign::ui {

class FirstTouch;
class Note;
class FoundElsewhere;

/// The middle of the window: the rows of a folder, above them what concerns the whole program (under "Needs
/// attention"). Keeps the chosen payout by its id when rows move.
class PayoutListPage : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    PayoutListPage(PayoutDesk &desk, const Clock &clock, QWidget *parent = nullptr);

    void showFolder(Folder folder, const QString &search);
    /// Chooses a payout's row when it is among the fetched ones, else nothing is chosen.
    void choose(const PayoutId &id);
    [[nodiscard]] PayoutId chosen() const { return m_chosen; }
    [[nodiscard]] PayoutListModel &model() { return *m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// Moves the keyboard into the rows.
    void takeFocus();
    /// All columns that are never cut, and the status in three lines.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Another payout was chosen by a person, or by choose(); an empty id when none is.
    void chosenChanged(const countersign::PayoutId &id);
    /// Enter or a double click: the next act is wanted.
    void nextActWanted();
    /// The search that finds nothing in this folder is wanted in all payouts.
    void allWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void layOutColumns();
    void tellVisibleRows();
    void restoreChoice();
    void chooseFirst();
    void onCurrentRow(const QModelIndex &current);
    /// That the list could not be read; no error: it could.
    void showProblem(const std::optional<Error> &error);
    void updateMessages();
    [[nodiscard]] bool showsAlarms() const;
    [[nodiscard]] QString emptySentence() const;
    void updateAlarms();

    PayoutDesk &m_desk;
    PayoutListModel *m_model;
    QTableView *m_table;
    QVBoxLayout *m_alarms;
    QLabel *m_message;
    QVBoxLayout *m_problemPlace;
    Note *m_problem;
    FoundElsewhere *m_elsewhere;
    FirstTouch *m_firstTouch;
    const int m_statusInTwo;   ///< width of the status column with two lines
    const int m_statusInThree; ///< likewise
    PayoutId m_chosen;
    bool m_restoring = false;
    bool m_scrollToChosen = false; ///< choose() was called and the row has not been there since
    bool m_chooseFirst = true;     ///< a folder was opened: its first row is chosen when it arrives
};

} // namespace countersign::ui
