#include "ui/widgets/offerpopup.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace countersign::ui {

namespace {

constexpr int sides = 36; // of a line: margins, frame and a scroll bar

/// Lines with air between them: what they hold is compared by eye.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }
};

} // namespace

OfferPopup::OfferPopup(const QString &objectName, const QString &accessibleName, int mostLines, QObject *parent)
    : QObject(parent), m_completer(new QCompleter(this)), m_lines(new QStandardItemModel(this))
{
    m_completer->setModel(m_lines);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // whoever offers has searched already
    m_completer->setMaxVisibleItems(mostLines);
    m_completer->popup()->setObjectName(objectName);
    m_completer->popup()->setAccessibleName(accessibleName);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &line) {
        if (line.flags().testFlag(Qt::ItemIsEnabled)) Q_EMIT chosen(line.row());
    });
    m_completer->popup()->installEventFilter(this);
    m_completer->popup()->setItemDelegate(new LineDelegate(m_completer->popup()));
    m_completer->popup()->setTextElideMode(Qt::ElideRight);
}

bool OfferPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && view()->currentIndex().flags().testFlag(Qt::ItemIsEnabled)) {
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
    m_lines->clear();
    for (const QString &line : lines)
        m_lines->appendRow(new QStandardItem(line));
    if (lines.isEmpty()) return hide();
    show(edit);
}

void OfferPopup::say(QLineEdit &edit, const QString &sentence)
{
    m_lines->clear();
    auto *line = new QStandardItem(sentence);
    line->setEnabled(false);
    m_lines->appendRow(line);
    show(edit);
}

/// As wide as its longest line, however narrow the field is, and never wider than the window.
void OfferPopup::show(QLineEdit &edit)
{
    int width = edit.width();
    for (int row = 0; row < m_lines->rowCount(); ++row)
        width = std::max(width, view()->fontMetrics().horizontalAdvance(m_lines->item(row)->text()) + sides);
    const int room = edit.window()->width() - edit.mapTo(edit.window(), QPoint()).x();
    m_completer->setWidget(&edit);
    m_completer->complete(QRect(0, 0, std::max(edit.width(), std::min(width, room)), edit.height()));
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
