#pragma once

#include <QFile>

namespace countersign {

/// Opens a plain file for reading, by the file's name; false where there is none. A link, a folder or a pipe that took
/// its place since the folder was listed is not opened.
[[nodiscard]] bool openPlainFile(QFile &file);

} // namespace countersign
