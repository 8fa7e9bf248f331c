#pragma once

#include "payouts/batchsending.h"
#include "ui/batch/batchmodel.h"
#include "ui/models/helptopic.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QMap>

class QLabel;
class QPushButton;

namespace countersign::ui {

class BatchTable;
class ChoiceBox;
class HelpLink;

/// In which order and how quickly drafts leave together; kept by whoever owns the window.
struct BatchHabit
{
    int order = 0;     ///< place in the list of orders
    int perMinute = 0; ///< 0: as fast as possible
    friend bool operator==(const BatchHabit &, const BatchHabit &) = default;
};

/// Sends many drafts for checking: choose them, see count, total and what each account's balance leaves; then watch
/// them go, and pause, go on or stop. Drafts that need an act of their own (a new recipient, a repeat of another
/// payout) can't be chosen here; one that changes while it is listed is shown anew and left out. A window of its own,
/// never modal; deletes itself when it is closed. Closing it stops: what was not sent is a draft as before.
class SendDraftsWindow final : public QDialog
{
    Q_OBJECT
public:
    static constexpr int mostDrafts = 5000;

    /// The desk must outlive the window.
    SendDraftsWindow(PayoutDesk &desk, EnvironmentKind environment, QWidget *parent = nullptr);

    /// As it was chosen the last time; what is not offered is passed over.
    void setHabit(const BatchHabit &habit);
    [[nodiscard]] BatchHabit habit() const;

Q_SIGNALS:
    /// Another order or pace was chosen.
    void habitChanged(const countersign::ui::BatchHabit &habit);
    /// This draft is to be opened in its form.
    void draftWanted(const countersign::PayoutId &id);

private:
    [[nodiscard]] QWidget *head();
    [[nodiscard]] QWidget *choices();
    [[nodiscard]] QWidget *footer();
    void read();
    void take(const ListPage &page);
    void merge();
    [[nodiscard]] BatchRow mergedRow(const ListRow &draft) const;
    void settleWhatIsGone();
    void showRows();
    void noteChange(const PayoutId &id);
    void readAgainWhenIdle();
    void showStanding();
    [[nodiscard]] QString totalWords() const;
    void askForBalances();
    /// What the account has and what the chosen drafts leave of it.
    [[nodiscard]] QString balanceWords(const QString &account, qint64 needed) const;
    void showBalances();
    [[nodiscard]] QString progressWords() const;
    /// The page that explains why drafts were not sent.
    [[nodiscard]] std::optional<HelpTopic> helpWithProgress() const;
    /// While nothing is being sent: which of the drafts can't be.
    [[nodiscard]] QString standingWords() const;
    void openDraft(int row);
    void send();

    PayoutDesk &m_desk;
    BatchSending m_sending;
    BatchModel m_model;
    QList<ListRow> m_drafts;
    QList<ListRow> m_reading; ///< the pages of a reading that is under way
    bool m_isReading = false;
    bool m_outdated = false; ///< something listed has changed: read again as soon as nothing is being sent
    qint64 m_inAll = 0;
    QMap<QString, std::optional<qint64>> m_balances; ///< kopecks, of each account that drafts are paid from
    int m_chosenAtStart = 0;
    std::optional<Error> m_unread; ///< why the drafts could not be read
    std::optional<Error> m_lastRefusal; ///< of a draft that was to be sent

    BatchTable *m_table = nullptr;
    QLabel *m_total = nullptr;
    QLabel *m_balanceLine = nullptr;
    QLabel *m_progress = nullptr;
    HelpLink *m_help = nullptr;
    ChoiceBox *m_order = nullptr;
    ChoiceBox *m_pace = nullptr;
    QPushButton *m_all = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_send = nullptr;
};

} // namespace countersign::ui
