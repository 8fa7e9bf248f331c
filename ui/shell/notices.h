#pragma once

#include "payouts/payoutdesk.h"

#include <QObject>

class QSystemTrayIcon;

namespace countersign::ui {

class StatusLine;

/// The sentence for a notice; plain text.
[[nodiscard]] QString noticeSentence(const Notice &notice);

/// Tells what a person should hear of while doing something else: by the desktop where it has a tray, and always by a
/// line in the window that takes no focus.
class Notices : public QObject
{
    Q_OBJECT
public:
    /// Desk and line must outlive this; `window` becomes its parent.
    Notices(PayoutDesk &desk, StatusLine &line, QWidget *window);

Q_SIGNALS:
    /// The notice in the tray was clicked.
    void wanted(const countersign::PayoutId &payout);

private:
    void tell(const Notice &notice);

    StatusLine &m_line;
    QSystemTrayIcon *m_tray = nullptr;
    PayoutId m_lastTold;
};

} // namespace countersign::ui
