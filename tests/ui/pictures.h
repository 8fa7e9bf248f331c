#pragma once

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

namespace countersign {

/// Saves what a window shows, light and dark, where COUNTERSIGN_PICTURES names a folder; otherwise does nothing.
inline void takePictures(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("COUNTERSIGN_PICTURES");
    if (folder.isEmpty()) return;
    for (const auto &[appearance, suffix] : {std::pair(ui::Appearance::dark, QStringLiteral("dark")),
                                             std::pair(ui::Appearance::light, QStringLiteral("light"))}) {
        ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), appearance);
        QCoreApplication::processEvents();
        window.grab().save(QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(name, suffix)));
    }
}

} // namespace countersign
