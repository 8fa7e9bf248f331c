#include "ui/shell/navigation.h"

#include "ui/models/payoutwords.h"
#include "ui/widgets/theme.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int rowMargin = 14;

QFont headingFont()
{
    QFont font = smallFont();
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    return font;
}

/// "1 204", grouped like amounts.
QString countText(qint64 count)
{
    return Money::fromKopecks(count * 100).grouped().section(u',', 0, 0);
}

class NavigationDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &colours = coloursOf(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect area = option.rect.adjusted(rowMargin, 0, -rowMargin, 0);
        if (index.data(FolderModel::headingRole).toBool()) {
            painter->setFont(headingFont());
            painter->setPen(colours.muted);
            painter->drawText(area.adjusted(0, 8, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        } else {
            paintFolder(*painter, option, index, area, colours);
        }
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = index.data(FolderModel::headingRole).toBool();
        return {120, QFontMetrics(textFont()).height() + (heading ? 14 : 10)};
    }

private:
    static void paintFolder(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                            const QRect &area, const Colours &colours)
    {
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected) {
            painter.fillRect(option.rect, colours.accentTint);
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), colours.accent);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter.setPen(QPen(colours.accent, 1, Qt::DotLine));
            painter.drawRect(option.rect.adjusted(4, 1, -2, -2));
        }
        QFont font = textFont();
        if (selected) font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(selected ? colours.accentInk : colours.text);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        const QVariant count = index.data(FolderModel::countRole);
        if (count.isValid()) paintCount(painter, index, area, count.toLongLong(), colours);
    }

    static void paintCount(QPainter &painter, const QModelIndex &index, const QRect &area, qint64 count,
                           const Colours &colours)
    {
        const auto folder = static_cast<Folder>(index.data(FolderModel::folderRole).toInt());
        const bool isFolder = !index.data(FolderModel::recipientsRole).toBool();
        const bool calls = isFolder && count > 0 && (folder == Folder::toReview || folder == Folder::needsAttention);
        const QString text = countText(count);
        if (!calls) {
            painter.setFont(textFont());
            painter.setPen(colours.muted);
            painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
            return;
        }
        QFont font = smallFont();
        font.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(font);
        const int height = metrics.height() + 2;
        const int width = std::max(metrics.horizontalAdvance(text) + 13, height + 2);
        const QRectF badge(area.right() - width + 1, area.center().y() - height / 2.0 + 0.5, width, height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(folder == Folder::toReview ? colours.accent : colours.warnBadge);
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setFont(font);
        painter.setPen(colours.onAccent);
        painter.drawText(badge, Qt::AlignCenter, text);
    }
};

} // namespace

Navigation::Navigation(FolderModel &model, QWidget *parent) : QListView(parent), m_model(model)
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Folders"));
    setModel(&model);
    setItemDelegate(new NavigationDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setProperty("ground", u"side"_s);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    setViewportMargins(0, 6, 0, 6);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        const QVariant folder = current.data(FolderModel::folderRole);
        if (!folder.isValid()) return;
        m_chosen = static_cast<Folder>(folder.toInt());
        Q_EMIT folderChosen(m_chosen);
    });
    const auto open = [this](const QModelIndex &index) {
        if (index.data(FolderModel::recipientsRole).toBool()) Q_EMIT recipientsWanted();
    };
    connect(this, &QListView::clicked, this, open);
    connect(this, &QListView::activated, this, open);
}

QItemSelectionModel::SelectionFlags Navigation::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    if (index.data(FolderModel::recipientsRole).toBool()) return QItemSelectionModel::NoUpdate;
    return QListView::selectionCommand(index, event);
}

void Navigation::choose(Folder folder)
{
    setCurrentIndex(m_model.index(m_model.rowOf(folder)));
}

QSize Navigation::sizeHint() const
{
    const int words = QFontMetrics(textFont()).horizontalAdvance(folderName(Folder::checking));
    return {words + 2 * rowMargin + 42, 400};
}

} // namespace countersign::ui
