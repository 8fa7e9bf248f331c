#pragma once

#include "directory/ed807directory.h"

#include <memory>

namespace countersign {

/// How one BIK differs between two directories.
struct DirectoryDifference
{
    enum class Kind {
        added,
        removed,
        accounts, ///< correspondent accounts: where money goes
        standing, ///< restrictions, licence, kind of participant
        other,    ///< name, town, unit of the Bank of Russia
    };
    Kind kind = Kind::other;
    std::optional<BankEntry> before; ///< none: added
    std::optional<BankEntry> after;  ///< none: removed
    friend bool operator==(const DirectoryDifference &, const DirectoryDifference &) = default;
};

/// Why a directory is not taken without a person's written acceptance (threat-model.md F6, ru-payments.md 5.4).
enum class DirectoryObjection {
    older,          ///< its business day is before that of the present one
    future,         ///< its business day is further ahead than any genuine file's
    few,            ///< fewer than plausibleEntries
    manyChanged,    ///< more than mostChangedPercent of the present entries
    accountsChanged ///< correspondent accounts of banks that both have
};

inline constexpr qsizetype plausibleEntries = 1'000;
inline constexpr qsizetype mostChangedPercent = 5;
/// A file is one operating day ahead; the longest break is that of the New Year.
inline constexpr int farthestDaysAhead = 14;

struct DirectoryComparison
{
    QList<DirectoryDifference> differences; ///< changed accounts first, then by BIK
    QList<DirectoryObjection> objections;   ///< in the order of the enum; empty: may be taken as it is
    bool same = false;                      ///< business day and all entries are those of the present one

    [[nodiscard]] qsizetype count(DirectoryDifference::Kind kind) const;
};

/// Holds what is offered against what is in force. `present` may be null: nothing is in force. `today` in Moscow.
/// Against a present directory that is itself too small to be the real one (the practice sample), the share of changes
/// means nothing and is not judged; changed accounts always are.
[[nodiscard]] DirectoryComparison compareDirectories(const Ed807Directory *present, const Ed807Directory &offered,
                                                     QDate today);

/// The objection's own name, for the audit record: "accountsChanged".
[[nodiscard]] QString objectionName(DirectoryObjection objection);

} // namespace countersign
