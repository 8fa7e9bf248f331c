#pragma once

#include <QString>

namespace countersign {

/// Lets a test make a write fail as a full or broken disk would. Asked on the writing thread.
class WriteFault
{
public:
    virtual ~WriteFault() = default;
    /// True: the write does not happen. `operation`: a statement's name, "commit", "journalAppend" or "journalSync".
    [[nodiscard]] virtual bool strikes(QLatin1String operation) = 0;
    /// What SQLite would answer to a statement that struck: SQLITE_IOERR, unless told otherwise.
    [[nodiscard]] virtual int sqliteCode() const { return 10; }
};

} // namespace countersign
