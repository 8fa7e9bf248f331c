#include "ui/help/helplink.h"

#include "ui/help/helppage.h"

#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace countersign::ui {

HelpLink::HelpLink(QWidget *parent) : QPushButton(tr("Explained in the help"), parent)
{
    setObjectName(u"helpLink"_s);
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, [this] { askForHelp(*this, m_topic); });
    hide();
}

void HelpLink::offer(std::optional<HelpTopic> topic)
{
    if (topic) m_topic = *topic;
    setVisible(topic.has_value());
}

void addHelpLink(QMessageBox &message, std::optional<HelpTopic> topic)
{
    if (!topic) return;
    setHelpTopic(message, *topic);
    QPushButton *explain = message.addButton(HelpLink::tr("Explained in the help"), QMessageBox::HelpRole);
    explain->setObjectName(u"helpLink"_s);
    explain->disconnect(); // or it would close the message
    QObject::connect(explain, &QPushButton::clicked, &message,
                     [&message, page = *topic] { askForHelp(message, page); });
}

} // namespace countersign::ui
