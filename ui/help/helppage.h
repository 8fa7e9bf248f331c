#pragma once

#include "ui/models/helptopic.h"

#include <QList>

class QWidget;

namespace countersign::ui {

struct HelpPage
{
    HelpTopic topic = HelpTopic::firstSteps;
    QString title;
    QString markdown; ///< ours, from the resources; nothing of it comes from outside
};

/// All pages in the language of the windows, in the order of HelpTopic.
[[nodiscard]] QList<HelpPage> helpPages();

/// Names the page that F1 opens while `widget` or something in it has the focus.
void setHelpTopic(QWidget &widget, HelpTopic topic);
/// The nearest page that the widget or what it stands in names; firstSteps when none does.
[[nodiscard]] HelpTopic helpTopicAt(const QWidget *widget);

/// Asks for a page on behalf of a widget; the program's HelpOpener answers. Nothing happens where there is none.
void askForHelp(QWidget &widget, HelpTopic topic);

} // namespace countersign::ui
