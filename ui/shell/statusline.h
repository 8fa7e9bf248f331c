#pragma once

#include "payouts/payoutdesk.h"
#include "ui/models/helptopic.h"
#include "ui/shell/windowfacts.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace countersign::ui {

class HelpLink;

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
    /// Something that went wrong, with its page of the help; it stays longer, so that there is time to ask for that.
    void tellProblem(const Error &error);

private:
    void say(const QString &sentence, std::optional<HelpTopic> help, milliseconds time);

    QLabel *m_message;
    HelpLink *m_help;
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
