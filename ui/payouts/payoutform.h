#pragma once

#include "payouts/payoutdesk.h"
#include "payouts/recipientbook.h"
#include "ui/models/helptopic.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace countersign::ui {

class BeforeSending;
class Note;
class PayoutFields;
class RecipientPanel;

/// The window in which a payout is prepared (design.md section 5). Never modal; deletes itself when it is closed.
/// Checks while typing and keeps what is typed as a draft at most one second after it was typed, so that it is there
/// after a crash. Nothing is sent before `Send to the bank for checking`, and no key in a field does that.
class PayoutForm final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int keepAfterMs = 1000;
    static constexpr int askAfterMs = 150;

    /// `accounts` are those of the profile, in the order in which they are offered. The desk must outlive the window.
    PayoutForm(PayoutDesk &desk, RecipientBook &book, const QList<AccountNumber> &accounts, EnvironmentKind environment,
               QWidget *parent = nullptr);

    ~PayoutForm() override;

    /// Shows an existing draft instead of a new one; to be called before the window is shown.
    void openDraft(const PayoutId &id);
    /// The same for a draft that was made a moment ago for this form, such as a copy: closed as it was opened, it
    /// leaves nothing.
    void openOwnDraft(const PayoutId &id);
    /// The draft behind the form; empty until it was stored for the first time.
    [[nodiscard]] PayoutId payout() const { return m_id; }

public Q_SLOTS:
    void reject() override; ///< Esc, Close, the window's own close: asks, inside the window, when something is unsaved

Q_SIGNALS:
    void draftSaved(const countersign::PayoutId &id);
    /// The bank is being asked to check the payout; the window closes after it.
    void sent(const countersign::PayoutId &id);
    /// A new template is to be named, with what is typed.
    void templateWanted(const countersign::PayoutDraft &typed);
    /// The draft that was made for this form has gone with it, because nothing was changed.
    void leftNothing();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Then { nothing, close, send };
    [[nodiscard]] QWidget *body();
    [[nodiscard]] QWidget *footer();
    [[nodiscard]] QWidget *actionPage();
    [[nodiscard]] QWidget *unsavedPage();
    void askForBalances(const QList<AccountNumber> &accounts);
    void check();
    /// Asks the store who that is; the answer counts while the draft is still the same.
    void askWhoThatIs();
    void showWhoThatIs(const RecipientCheck &check);
    void draftChanged();
    /// Stores the draft; one call at a time, the latest content wins.
    void keep(Then then);
    [[nodiscard]] SendingActs actsFor(const PayoutDraft &draft) const;
    void kept(const Result<PayoutId> &id, const PayoutDraft &draft);
    void send();
    /// Ctrl+Enter: sends, or leads to what keeps it from being sent and says what that is.
    void sendOrSayWhyNot();
    void goOnEditing();
    void discardAndClose();
    void leave();
    void showNote(const QString &headline, const QString &sentence, std::optional<HelpTopic> help);
    void showProblem(const QString &headline, const Error &error);
    void showStanding();
    void addToBook();
    [[nodiscard]] bool isUnsaved() const;

    PayoutDesk &m_desk;
    RecipientBook &m_book;
    PayoutId m_id;
    bool m_isOurs = true; ///< the draft came into being for this window, and nobody has said that it shall stay
    PayoutDraft m_saved;  ///< as somebody last saved it, or as it was opened
    PayoutDraft m_kept;   ///< as the store has it
    Then m_then = Then::nothing;
    bool m_keeping = false;
    bool m_sending = false;
    std::optional<Finding> m_blocking; ///< the first that keeps it from being sent
    QTimer m_keepTimer;
    QTimer m_whoTimer;
    PayoutDraft m_askedAbout; ///< whose recipient is shown or asked for

    PayoutFields *m_fields = nullptr;
    BeforeSending *m_before = nullptr;
    Note *m_problem = nullptr;
    QStackedWidget *m_footer = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_send = nullptr;
    QPushButton *m_close = nullptr;
    QLabel *m_standing = nullptr;
    QPointer<QWidget> m_askedAt; ///< had the keyboard when the form asked whether to keep the draft
};

} // namespace countersign::ui
