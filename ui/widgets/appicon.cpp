#include "ui/widgets/appicon.h"

#include <QDir>

namespace countersign::ui {

QIcon applicationIcon()
{
    QIcon icon;
    const QDir pictures(QStringLiteral(":/icons"));
    const QStringList sizes = pictures.entryList();
    for (const QString &size : sizes)
        icon.addFile(pictures.filePath(size));
    return icon;
}

} // namespace countersign::ui
