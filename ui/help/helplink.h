#pragma once

#include "ui/models/helptopic.h"

#include <QPushButton>

class QMessageBox;

namespace countersign::ui {

/// Beside or below a sentence about what went wrong: a button that opens the page of the help that explains it. Hidden
/// while no page is offered. In a dialog Enter never presses it.
class HelpLink final : public QPushButton
{
    Q_OBJECT
public:
    explicit HelpLink(QWidget *parent);
    /// No page: the button goes.
    void offer(std::optional<HelpTopic> topic);

private:
    HelpTopic m_topic = HelpTopic::firstSteps;
};

/// The same in a message box; the message stays while the page is read. No page: no button.
void addHelpLink(QMessageBox &message, std::optional<HelpTopic> topic);

} // namespace countersign::ui
