#pragma once

#include "ui/models/importrowsmodel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace countersign::ui {

class ImportRowDetails;
class ImportTotals;
class MoneyEdit;
class Note;

/// The rows of a file: what was found out about the file, what speaks against a row, which rows become drafts and what
/// they come to; and the control total that a person types from the accounting program.
class ImportRowsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportRowsPage(QWidget *parent = nullptr);

    /// `readAt`: the time of day at which the file was read. `changed`: its bytes are others than at the reading
    /// before.
    void showSheet(std::shared_ptr<const ImportSheet> sheet, const QString &readAt, bool changed);
    [[nodiscard]] const ImportRowsModel &rows() const { return *m_rows; }
    /// As typed; nothing while it is no amount.
    [[nodiscard]] std::optional<Money> controlTotal() const;
    /// Rows are chosen and the typed total is theirs.
    [[nodiscard]] bool totalFits() const;
    /// Why no drafts can be made yet; empty: they can.
    [[nodiscard]] QString whyNot() const;
    /// What was found out about the recipients of rows of this sheet; of another sheet: nothing happens.
    void showStandings(const std::shared_ptr<const ImportSheet> &sheet, qsizetype first,
                       const QList<StandingKind> &standings);
    void focusFirst();
    /// Rows that can't be taken, as the sheet counts them.
    [[nodiscard]] QList<qsizetype> refusedRows() const { return m_rows->rowsOf(ImportRowsModel::Filter::errors); }

Q_SIGNALS:
    /// Other rows are chosen, or another total was typed.
    void changed();
    /// The payout that a row became before is to be looked at.
    void payoutWanted(const countersign::PayoutId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QWidget *head();
    [[nodiscard]] QWidget *filters();
    void buildTable();
    void layOutColumns();
    void showFile(const QString &readAt, bool changed);
    /// To the next row with the words of the field; `after` the current one, or from it on.
    void findNext(bool after);
    void chooseFilter(ImportRowsModel::Filter filter);
    void showFilters();
    void showTotals();
    void showControl();
    [[nodiscard]] QString payFromWords() const;
    /// Once a total was typed, those of the file are shown beside it: not before, they would only be copied.
    void compareTotals();
    /// Instead of the rows: what each recipient gets.
    void showRecipients();
    void showRow();
    void tickCurrent();

    std::shared_ptr<const ImportSheet> m_sheet;
    ImportRowsModel *m_rows;
    QTableView *m_table;
    ImportTotals *m_totals;
    ImportRowDetails *m_row;
    QStackedWidget *m_tables = nullptr;
    QPushButton *m_byRecipient = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_fileTotal = nullptr;
    QLabel *m_chosenTotal = nullptr;
    QLabel *m_payFrom = nullptr;
    MoneyEdit *m_control = nullptr;
    bool m_compared = false; ///< a total was typed, so those of the file are shown
    QLabel *m_verdict = nullptr;
    QVBoxLayout *m_notes = nullptr;
    QList<QPushButton *> m_filters; ///< in the order of the model's filters; no group, so that Tab reaches each
    QLineEdit *m_find = nullptr;
    QLabel *m_found = nullptr;
    QTimer m_findTimer; ///< a long file is not searched at every letter
    QPushButton *m_tickShown = nullptr;
};

} // namespace countersign::ui
