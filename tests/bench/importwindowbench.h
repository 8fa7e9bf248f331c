#pragma once

#include <QJsonObject>
#include <QString>

namespace countersign::bench {

/// A file from opening it in the import window to its rows on the screen, and its drafts in a store of its own: times,
/// memory of this process, and the longest moment in which the window's thread heard nothing.
[[nodiscard]] QJsonObject measureWindow(const QString &path);

} // namespace countersign::bench
