#pragma once

#include "domain/bankdirectory.h"
#include "payouts/recipientbook.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QTimer>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace countersign::ui {

class Note;
class ReasonPanel;
class RecipientFields;

/// The address book: search, the entries by name, one entry with its history, changing and retiring. Never modal;
/// deletes itself when it is closed. What it says vouches for nobody: the form asks for the paper all the same.
class RecipientsWindow final : public QDialog
{
    Q_OBJECT
public:
    /// The book must outlive the window.
    RecipientsWindow(RecipientBook &book, EnvironmentKind environment, QWidget *parent = nullptr);

    /// Shows a new entry with these details, yet to be saved.
    void beginWith(const RecipientDetails &details);
    /// Offers banks while a BIK or a part of a bank's name is typed, and names the bank of a BIK.
    void offerBanks(std::function<QList<BankEntry>(const QString &, qsizetype)> search);

Q_SIGNALS:
    /// A payout to that recipient is to be prepared.
    void payWanted(const countersign::RecipientRecord &entry);

public Q_SLOTS:
    /// Closes the window; what was entered and not saved is asked about first.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int searchAfterMs = 200;
    [[nodiscard]] QWidget *listSide();
    [[nodiscard]] QWidget *entrySide();
    [[nodiscard]] QWidget *entryButtons();
    void read();
    void showPage(const RecipientPage &page);
    void selectShown();
    void choose(int row);
    void beginNew();
    /// At once, or after the person has said that what was entered need not be kept.
    void unlessUnsaved(std::function<void()> act);
    [[nodiscard]] QString countWords(const RecipientPage &page) const;
    void showEntry(const std::optional<RecipientRecord> &entry);
    void readHistory();
    void save();
    void retire();
    void showProblem(const Error &error);

    RecipientBook &m_book;
    QTimer m_searchTimer;
    QList<RecipientRecord> m_rows;
    std::optional<RecipientRecord> m_entry; ///< the one that is shown; none: a new one
    bool m_filling = false;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_retired = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_heading = nullptr;
    RecipientFields *m_fields = nullptr;
    RecipientDetails m_atFirst;     ///< what the fields held before anybody touched them
    std::function<void()> m_wanted; ///< waits for the answer about what is not saved
    ReasonPanel *m_unsaved = nullptr;
    Note *m_problem = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_retire = nullptr;
    QPushButton *m_pay = nullptr;
    QLabel *m_history = nullptr;
};

} // namespace countersign::ui
