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

/// Why what was taken last is not in use.
enum class ShelfProblem {
    missing,    ///< it was taken and is not there any more
    unreadable, ///< damaged
    changed,    ///< not the bytes that were accepted: somebody has exchanged it
};

struct KeptDirectory
{
    std::shared_ptr<const Ed807Directory> directory;
    DirectoryOrigin origin;
    std::optional<ShelfProblem> problem = {}; ///< `directory` is an older one then, or null
    QString suggested = {}; ///< a file that the settings name and that no person has taken yet; empty: none
};

/// The folder beside a profile's settings in which the directory that was taken is kept: ed807.xml, the one before it
/// as previous.xml, and taken.json with the origin. Each file is written whole or not at all, so that a crash at any
/// moment leaves the old directory or the new one. Holds nothing but the folder's name: any thread, one writer.
class DirectoryShelf
{
public:
    explicit DirectoryShelf(QString folder) : m_folder(std::move(folder)) {}

    /// What was kept last, if its bytes are among those that people have `accepted` (SHA-256 as hexadecimal digits, the
    /// latest first); otherwise why not, and the one before it, if that one is. A null pointer: neither. Where nothing
    /// was ever accepted, what lies there is `changed`.
    [[nodiscard]] KeptDirectory read(const QList<QByteArray> &accepted) const;
    /// `xml` has been read and accepted. fileUnwritable.
    [[nodiscard]] Result<> keep(const QByteArray &xml, const DirectoryOrigin &origin) const;

private:
    [[nodiscard]] QString path(const char *name) const;
    [[nodiscard]] DirectoryOrigin originOf(const QByteArray &xml) const;
    QString m_folder;
};

/// How many acceptances back a shelf may be: a crash or a full disk between audit record and shelf leaves the one
/// before.
inline constexpr qsizetype acceptedDirectories = 2;

/// A file that a profile's settings name: believed where it came with the program (the practice sample), otherwise only
/// offered, to be compared and taken as any other.
struct NamedDirectory
{
    QString path; ///< empty: none
    bool cameWithProgram = false;
};

/// The directory that a profile works with: the one on its shelf, else the one that came with the program, with the
/// shelf's problem. Without any: a null pointer. What the settings name is `suggested` until its bytes are among those
/// that were `everAccepted`, also while it can't be read. Errors: those of loadEd807 for a file that came with the
/// program.
[[nodiscard]] Result<KeptDirectory> directoryInForce(const DirectoryShelf &shelf, const QList<QByteArray> &accepted,
                                                     const QList<QByteArray> &everAccepted,
                                                     const NamedDirectory &named);

} // namespace countersign
