#pragma once

#include "config/profile.h"
#include "core/clock.h"

#include <QTimeZone>

namespace countersign {

/// When the next backup is due, given the latest that was made (by the rhythm or by hand). One that was missed is due
/// at once; after a failure the next try waits an hour. Without a value: never. Pure.
[[nodiscard]] std::optional<Instant> nextBackup(const BackupSettings &settings, std::optional<Instant> lastMade,
                                                std::optional<Instant> lastFailure, Instant now, const QTimeZone &zone);

/// "countersign-main-auto-2026-11-23-180000.zip"; `by hand` without "auto".
[[nodiscard]] QString backupName(const QString &profile, Instant now, const QTimeZone &zone, bool byRhythm);

/// Of a folder's files those that the rhythm made for this profile and that are too many, oldest first.
[[nodiscard]] QStringList backupsTooMany(QStringList files, const QString &profile, int keep);

} // namespace countersign
