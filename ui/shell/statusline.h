#pragma once

#include "payouts/payoutdesk.h"
#include "ui/shell/windowfacts.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace countersign::ui {

/// The bottom line: bank, webhooks, key; at the right who sits here and under which policy. What has just happened is
/// said for a while in a line of its own above it, so that the others stay.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(const WindowFacts &facts, QWidget *parent = nullptr);
    void showOverview(const Overview &overview, Instant now);
    /// Something that has just happened, for a while.
    void tell(const QString &sentence);

private:
    QLabel *m_message;
    QLabel *m_bank;
    QLabel *m_webhooks;
    QLabel *m_key;
    const bool m_isPractice; ///< the bank runs on this computer, as long as the program
    QTimer m_messageTimer;
};

/// The sentences of the line; pure.
[[nodiscard]] QString bankWords(const Overview &overview, Instant now);
[[nodiscard]] QString webhookWords(const Overview &overview, Instant now);
[[nodiscard]] QString keyWords(const Overview &overview);

} // namespace countersign::ui
