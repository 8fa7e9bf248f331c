#pragma once

#include "ui/models/situation.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace countersign::ui {

class HintButton;
class HistoryView;
class Note;
class ReasonPanel;

/// The right side of the window: one payout with the next act on top, then facts, then history. Decides nothing: shows
/// what it is given and says which act a person wants. All texts of payouts are plain text.
class DetailsPane : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(QWidget *parent = nullptr);

    void showPayout(const PayoutDossier &dossier, const QList<OfferedAct> &offers, Instant now);
    void showNothing();
    /// Another payout was chosen and is being read: what is still to be seen can be neither acted on nor copied.
    void leavePayout();
    /// Why an act was not done; stays until another payout is shown or the next act is done.
    void showRefusal(const Error &error);
    /// Its cause is gone.
    void clearRefusal();
    /// While an act is on its way, none can be started.
    void setBusy(bool busy);
    /// Enter: the act that the payout waits for, when there is one and it is possible now.
    void doNextAct();
    /// Plain digits, for the clipboard; empty when nothing is shown.
    [[nodiscard]] const QString &account() const { return m_account; }

Q_SIGNALS:
    /// `id`: the payout that the person saw. `reason` is empty for acts that ask for none.
    void actWanted(const countersign::PayoutId &id, countersign::Offer offer, const QString &reason);

private:
    void buildHead(QVBoxLayout *column);
    void showHead(const PayoutDossier &dossier);
    void showNotes(const QList<SituationNote> &notes);
    void showButtons(const QList<OfferedAct> &offers);
    void showFacts(const PayoutDossier &dossier, const Situation &situation);
    void addAccountFact(const QString &label, const QString &account);
    void addAskedAndNamed(const QString &label, const QString &asked, const QString &named);
    void addNamedFact(const QString &value);
    QLabel *addFact(const QString &label, const QString &value, bool digits = false);
    void want(Offer offer);
    [[nodiscard]] QString cancelQuestion() const;

    QWidget *m_content;
    QScrollArea *m_scroll;
    QLabel *m_empty;
    QLabel *m_origin;
    QLabel *m_amount;
    QLabel *m_name;
    QVBoxLayout *m_notes;
    Note *m_refusal;
    QWidget *m_buttonArea = nullptr;
    QVBoxLayout *m_buttonPlace;
    ReasonPanel *m_reasonPanel;
    QWidget *m_factArea = nullptr;
    QVBoxLayout *m_factPlace;
    QGridLayout *m_factGrid = nullptr;
    QLabel *m_footnote;
    HistoryView *m_history;

    PayoutId m_shown;
    QString m_account;
    QList<SituationNote> m_shownNotes;
    QList<OfferedAct> m_offers;
    std::optional<Offer> m_nextAct;
    PayoutState m_state = PayoutState::draft; ///< of the payout that is shown
    std::optional<Offer> m_asking;            ///< the act whose reason is being written
    bool m_busy = false;
};

} // namespace countersign::ui
