#include "ui/widgets/tablecell.h"

#include "ui/models/visibletext.h"

#include <QTableWidgetItem>

namespace countersign::ui {

QTableWidgetItem *plainCell(const QString &text, const QFont &font, Qt::Alignment alignment)
{
    auto *item = new QTableWidgetItem(visibleText(text));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setFont(font);
    item->setTextAlignment(alignment);
    return item;
}

} // namespace countersign::ui
