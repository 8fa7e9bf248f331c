#include "ui/help/helppage.h"

#include <QCoreApplication>
#include <QFile>
#include <QWhatsThisClickedEvent>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr auto topicProperty = "helpTopic";

struct HelpWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::HelpWords)
};

/// The first line of a page is its title.
QString titleOf(const QString &markdown)
{
    return markdown.section(u'\n', 0, 0).mid(2).trimmed();
}

} // namespace

QList<HelpPage> helpPages()
{
    //: the folder of the help pages in this language: "en" or "ru"
    const QString language = HelpWords::tr("en");
    QList<HelpPage> pages;
    for (int i = 0; i < helpTopicCount; ++i) {
        const auto topic = static_cast<HelpTopic>(i);
        QFile file(u":/help/%1/%2.md"_s.arg(language, helpTopicId(topic)));
        const bool open = file.open(QIODevice::ReadOnly);
        Q_ASSERT(open);
        const QString markdown = open ? QString::fromUtf8(file.readAll()) : QString();
        pages += {topic, titleOf(markdown), markdown};
    }
    return pages;
}

void setHelpTopic(QWidget &widget, HelpTopic topic)
{
    widget.setProperty(topicProperty, static_cast<int>(topic));
}

HelpTopic helpTopicAt(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        const QVariant topic = widget->property(topicProperty);
        if (topic.isValid()) return static_cast<HelpTopic>(topic.toInt());
    }
    return HelpTopic::firstSteps;
}

void askForHelp(QWidget &widget, HelpTopic topic)
{
    QWhatsThisClickedEvent event(helpTopicId(topic));
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace countersign::ui
