#include "payouts/restoredstore.h"

#include "core/try.h"
#include "payouts/drafting.h"

namespace countersign {

QString returnWord(ReturnCause cause)
{
    return cause == ReturnCause::restored ? QStringLiteral("restored") : QStringLiteral("brought");
}

Result<> freezeRestored(Work &work, ReturnCause cause, const QJsonObject &details)
{
    COUNTERSIGN_TRY(withdrawAllWaiting(work));
    // Also over a freeze that came along in the backup: this one says what is to be done now.
    COUNTERSIGN_TRY(work.tx.insertFreeze({.frozen = true, .cause = returnWord(cause), .since = work.now}));
    work.overviewChanged = true;
    QJsonObject entry = details;
    entry.insert(QStringLiteral("cause"), returnWord(cause));
    return work.tx.appendAudit(QStringLiteral("frozen"), entry);
}

} // namespace countersign
