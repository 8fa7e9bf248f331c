#include "ui/help/helpopener.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWhatsThisClickedEvent>

namespace countersign::ui {

HelpOpener::HelpOpener(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

HelpOpener::~HelpOpener()
{
    delete m_window;
}

void HelpOpener::open(HelpTopic topic)
{
    if (!m_window) m_window = new HelpWindow;
    m_window->showTopic(topic);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void HelpOpener::close()
{
    delete m_window;
}

bool HelpOpener::eventFilter(QObject *watched, QEvent *event)
{
    if (!watched->isWidgetType()) return false;
    const auto *widget = static_cast<QWidget *>(watched);
    if (event->type() == QEvent::WhatsThisClicked) {
        const auto topic = helpTopicFromId(static_cast<QWhatsThisClickedEvent *>(event)->href());
        if (topic) open(*topic);
        return topic.has_value();
    }
    if (event->type() != QEvent::KeyPress) return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier) return false;
    if (m_window && widget->window() == m_window) return true;
    open(helpTopicAt(widget));
    return true;
}

} // namespace countersign::ui
