#include "ui/review/deliberatebutton.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace countersign::ui {

DeliberateButton::DeliberateButton(const QString &text, const Clock &clock, QWidget *parent)
    : HintButton(text, {}, parent), m_clock(clock), m_lastKey(clock.monotonic())
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool DeliberateButton::eventFilter(QObject *watched, QEvent *event)
{
    // The window sees each key once, before any widget of it does.
    if (event->type() == QEvent::KeyPress && watched->isWindowType()) {
        const milliseconds now = m_clock.monotonic();
        m_rested = now - m_lastKey >= rest;
        m_lastKey = now;
    }
    return HintButton::eventFilter(watched, event);
}

void DeliberateButton::keyPressEvent(QKeyEvent *event)
{
    const bool presses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                         event->key() == Qt::Key_Space || event->key() == Qt::Key_Select;
    if (!presses) {
        HintButton::keyPressEvent(event);
        return;
    }
    event->accept();
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (plain && !event->isAutoRepeat() && m_rested && hasFocus()) click();
    m_rested = false;
}

void DeliberateButton::keyReleaseEvent(QKeyEvent *event)
{
    event->accept();
}

void DeliberateButton::focusInEvent(QFocusEvent *event)
{
    m_lastKey = m_clock.monotonic();
    HintButton::focusInEvent(event);
}

} // namespace countersign::ui
