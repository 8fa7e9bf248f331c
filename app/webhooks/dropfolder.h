#pragma once

#include "core/error.h"
#include "ports/inboxport.h"

#include <functional>
#include <memory>

namespace countersign {

/// The way in for webhooks that a company's own web server takes (design.md section 4): a folder with pairs of files,
/// `NAME.json` with the raw body and `NAME.sig` with the value of X-PARTNER-SIGN. Trust rests on the bank's signature,
/// so whoever can write here can deliver nothing of their own.
///
/// Writers write each file under a temporary name (one that begins with a dot, or has another ending), rename it, and
/// rename `NAME.sig` last; a name is not used again. A pair is taken when both files are there. Stored and repeated
/// pairs move to `done/`, pairs whose signature does not fit and files over the limits to `refused/`; what could not
/// be stored stays and is handed in again. Links, folders and other files are ignored.
///
/// Lives on the engine's thread. `inbox` must outlive it; answers that arrive after its end are dropped, and the pair
/// is then handed in again by the next run, which only records a repeat.
class DropFolder
{
public:
    /// Told once for each file or folder that can't be read or moved or is over a limit (fileUnreadable,
    /// fileUnwritable, outOfRange; detail: its path), and again when it failed anew after it had worked. Called on the
    /// engine's thread.
    using Report = std::function<void(const Error &)>;

    DropFolder(const QString &folder, InboxPort &inbox, Report report);
    ~DropFolder();
    DropFolder(const DropFolder &) = delete;
    DropFolder &operator=(const DropFolder &) = delete;

    /// Hands in the complete pairs that are not already waiting for their verdict, in the order of their names; no more
    /// than 256 pairs or 16 MiB wait at a time. Called by a timer; returns how many were handed in.
    int scan();

    static constexpr qint64 bodyLimit = 1024 * 1024;
    static constexpr qint64 signatureLimit = 8 * 1024;

private:
    class State;
    std::shared_ptr<State> m_state;
};

} // namespace countersign
