#include "ui/widgets/offerpopup.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>

namespace countersign::ui {

OfferPopup::OfferPopup(const QString &objectName, const QString &accessibleName, int mostLines, QObject *parent)
    : QObject(parent), m_completer(new QCompleter(this)), m_lines(new QStringListModel(this))
{
    m_completer->setModel(m_lines);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // whoever offers has searched already
    m_completer->setMaxVisibleItems(mostLines);
    m_completer->popup()->setObjectName(objectName);
    m_completer->popup()->setAccessibleName(accessibleName);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &line) { Q_EMIT chosen(line.row()); });
    m_completer->popup()->installEventFilter(this);
}

bool OfferPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && view()->currentIndex().isValid()) {
        const int key = static_cast<const QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            const int line = view()->currentIndex().row();
            hide();
            Q_EMIT chosen(line);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void OfferPopup::offer(QLineEdit &edit, const QStringList &lines)
{
    m_lines->setStringList(lines);
    if (lines.isEmpty()) return hide();
    m_completer->setWidget(&edit);
    m_completer->complete();
}

void OfferPopup::hide()
{
    view()->hide();
}

QAbstractItemView *OfferPopup::view() const
{
    return m_completer->popup();
}

} // namespace countersign::ui
