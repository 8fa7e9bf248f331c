#pragma once

#include <QFont>
#include <QString>

class QTableWidgetItem;

namespace countersign::ui {

/// A cell that can be chosen and not edited, with what can't be seen in `text` made visible. The table owns it.
[[nodiscard]] QTableWidgetItem *plainCell(const QString &text, const QFont &font,
                                          Qt::Alignment alignment = Qt::AlignVCenter);

} // namespace countersign::ui
