#pragma once

#include "payouts/gate.h"

#include <QDate>

namespace countersign {

/// A BIK directory that is about to come into force: where money goes is judged by it, so who took it is on record.
struct DirectoryTaking
{
    QDate businessDay;
    qint64 entries = 0;
    QByteArray sha256; ///< of the file, as hexadecimal digits
    QString source;
    QStringList objections; ///< their names; empty: taken without a question
    QString acceptance;     ///< what the person wrote
};

/// Into the audit chain, before anything is judged by that directory. reasonNeeded when something was objected to and
/// nothing written. Engine thread.
[[nodiscard]] Result<> recordDirectoryTaking(Work &work, const EngineParts &parts, const DirectoryTaking &taking);

} // namespace countersign
