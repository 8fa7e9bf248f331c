#pragma once

#include "core/error.h"
#include "directory/ed807directory.h"

#include <QByteArray>

#include <memory>

namespace countersign {

inline constexpr qint64 largestDirectoryFile = 64 * 1024 * 1024; ///< bytes; a genuine one has about 0.7 MiB

/// Reads one ED807 message (ru-payments.md 5). The bytes come from outside: windows-1251 or UTF-8, no document type, at
/// most largestDirectoryFile. Closed accounts and entries that are no BIK are left out; unknown attributes and codes
/// are tolerated.
/// Errors: outOfRange (too large), wrongFormat (not well-formed XML, a document type, another message, a message of
/// changes only, another encoding, no entry; detail says which), missingMember (no business day).
[[nodiscard]] Result<std::shared_ptr<const Ed807Directory>> readEd807(const QByteArray &bytes);

/// The same from a file; fileUnreadable when it can't be read.
[[nodiscard]] Result<std::shared_ptr<const Ed807Directory>> loadEd807(const QString &path);

} // namespace countersign
