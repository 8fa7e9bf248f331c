#pragma once

#include "payouts/payoutdesk.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace countersign::ui {

class RetypedEdit;
class Note;

/// What is known of the recipient and of payouts that look the same, with the acts that sending then needs: the last
/// six digits of the account, typed again from the paper (threat-model.md M3), and a tick for each earlier payout. An
/// act holds for exactly what it was done about: another account takes it back, a tick every change of the draft.
class RecipientPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit RecipientPanel(QWidget *parent = nullptr);

    void showCheck(const RecipientCheck &check);
    /// Nothing is known at the moment; acts for the same recipient are kept until the next check.
    void showNothing();
    /// The draft says that now: what was ticked about another one is to be ticked again.
    void holdFor(const PayoutDraft &draft);
    /// What is still to be done, as a sentence; empty when nothing is.
    [[nodiscard]] QString missing() const;
    [[nodiscard]] SendingActs acts() const;
    /// How many things here are to be looked at.
    [[nodiscard]] int warnings() const;
    /// It is known that no earlier payout looks like this one.
    [[nodiscard]] bool isAlone() const;
    void focusFirstMissing();

Q_SIGNALS:
    /// An act was done or taken back.
    void changed();

private:
    void showRetyping(const RecipientCheck &check);
    void showDuplicates(const QList<Duplicate> &duplicates);
    [[nodiscard]] bool digitsFit() const;
    void judgeDigits();

    struct Tick
    {
        PayoutId earlier;
        QCheckBox *box;
    };
    RecipientCheck m_check;
    PayoutDraft m_heldFor; ///< whatever its fields came from
    Note *m_standing;
    QWidget *m_retyping;
    QLabel *m_beginning;
    RetypedEdit *m_digits;
    QLabel *m_verdict;
    Note *m_repeated;
    QWidget *m_tickList;
    QVBoxLayout *m_tickRows;
    QList<Tick> m_ticks;
};

} // namespace countersign::ui
