#pragma once

#include "config/backupdesk.h"

namespace countersign::ui {

/// What a backup holds, for people: name and value of each line, plain text.
[[nodiscard]] QList<std::pair<QString, QString>> backupLines(const BackupContents &contents);
/// When the last backup was made, and when the next one is due.
[[nodiscard]] QString standingSentence(const BackupStanding &standing, Environment environment, Instant now);
[[nodiscard]] QString sizeWords(qint64 bytes); ///< "490 kB", "12,3 MB"
/// Why nothing could be written, with the remedy.
[[nodiscard]] QString backupProblem(const Error &error);

} // namespace countersign::ui
