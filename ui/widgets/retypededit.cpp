#include "ui/widgets/retypededit.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace countersign::ui {

RetypedEdit::RetypedEdit(int limit, QWidget *parent) : DigitsEdit(limit, Show::plain, parent)
{
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(false);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &now) { m_held = now.size(); });
}

QString RetypedEdit::notPasted()
{
    return tr("Type these digits; they can't be pasted.");
}

QString RetypedEdit::whyNot(const QString &typed) const
{
    // However it came here: no key makes more than one digit.
    const bool atOnce = typed.size() > m_held + 1;
    return atOnce ? notPasted() : DigitsEdit::whyNot(typed);
}

void RetypedEdit::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Paste)) return DigitsEdit::keyPressEvent(event);
    Q_EMIT refused(notPasted());
}

void RetypedEdit::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::MiddleButton) return DigitsEdit::mouseReleaseEvent(event);
    Q_EMIT refused(notPasted());
}

} // namespace countersign::ui
