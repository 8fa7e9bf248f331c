#pragma once

#include <QProcess>

namespace countersign {

/// However this program ends, `process` ends with it; called before it is started. Linux and Windows only: elsewhere a
/// program that is killed leaves it running.
void endWithThisProgram(QProcess &process);

/// Asks a program without a window to end. Where that can't be asked it is ended at once: what it has to keep must be
/// safe at any moment.
void askToEnd(QProcess &process);

} // namespace countersign
