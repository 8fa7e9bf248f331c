#pragma once

#include "core/clock.h"
#include "directory/ed807directory.h"

#include <memory>

namespace countersign {

/// Where a directory came from and when it was taken.
struct DirectoryOrigin
{
    QString source; ///< the address, or the file's name without its folder; empty: not known
    std::optional<Instant> takenAt;
    friend bool operator==(const DirectoryOrigin &, const DirectoryOrigin &) = default;
};

struct KeptDirectory
{
    std::shared_ptr<const Ed807Directory> directory;
    DirectoryOrigin origin;
};

/// The folder beside a profile's settings in which the directory that was taken is kept: ed807.xml, the one before it
/// as previous.xml, and taken.json with the origin. Each file is written whole or not at all, so that a crash at any
/// moment leaves the old directory or the new one. Holds nothing but the folder's name: any thread, one writer.
class DirectoryShelf
{
public:
    explicit DirectoryShelf(QString folder) : m_folder(std::move(folder)) {}

    /// What was kept last; when that can't be read any more, the one before it. No value: nothing was ever kept.
    /// Errors: those of loadEd807, when neither can be read.
    [[nodiscard]] Result<std::optional<KeptDirectory>> read() const;
    /// `xml` has been read and accepted. fileUnwritable.
    [[nodiscard]] Result<> keep(const QByteArray &xml, const DirectoryOrigin &origin) const;

private:
    [[nodiscard]] QString path(const char *name) const;
    [[nodiscard]] DirectoryOrigin originOf(const QByteArray &xml) const;
    QString m_folder;
};

/// The directory that a profile works with: the one on its shelf, else the file that it came with (`ownFile`, may be
/// empty). A shelf that can't be read is passed over: an old directory is better than none, and its date is shown.
/// Without any: a null pointer. Errors: those of loadEd807 for `ownFile`.
[[nodiscard]] Result<KeptDirectory> directoryInForce(const DirectoryShelf &shelf, const QString &ownFile);

} // namespace countersign
