#pragma once

#include "payouts/payoutdesk.h"

#include <QWidget>

namespace countersign::ui {

class HintButton;
class Note;
class ReasonPanel;

/// The bar across the window that says that sending is frozen, and the two questions about it: freezing is one act,
/// lifting needs a written reason (payout-lifecycle.md L14). Hidden while neither concerns anybody.
class FreezeBar : public QWidget
{
    Q_OBJECT
public:
    explicit FreezeBar(QWidget *parent = nullptr);

    /// `stoppedBy`: what failed, so that nothing is sent until the next start; shown before a freeze.
    void setState(const FreezeRecord &freeze, std::optional<ErrorCode> stoppedBy);
    void askFreeze();
    void askLift();
    void showRefusal(const Error &error);

Q_SIGNALS:
    void freezeWanted(const QString &reason);
    void liftWanted(const QString &reason);

private:
    void updateVisible();

    Note *m_note;
    HintButton *m_lift;
    ReasonPanel *m_panel;
    Note *m_refusal;
    bool m_frozen = false;
    bool m_stopped = false; ///< until the next start
    bool m_lifting = false; ///< what the panel asks about
};

} // namespace countersign::ui
