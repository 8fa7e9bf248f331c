#include "payouts/directorytaking.h"

#include <QJsonArray>

namespace countersign {

Result<> recordDirectoryTaking(Work &work, const EngineParts &parts, const DirectoryTaking &taking)
{
    if (!taking.objections.isEmpty() && taking.acceptance.trimmed().isEmpty()) return fail(ErrorCode::reasonNeeded);
    return work.tx.appendAudit(QStringLiteral("directoryTaken"),
                               {{QStringLiteral("day"), taking.businessDay.toString(Qt::ISODate)},
                                {QStringLiteral("entries"), taking.entries},
                                {QStringLiteral("sha256"), QString::fromLatin1(taking.sha256)},
                                {QStringLiteral("source"), taking.source},
                                {QStringLiteral("objections"), QJsonArray::fromStringList(taking.objections)},
                                {QStringLiteral("acceptance"), taking.acceptance},
                                {QStringLiteral("user"), parts.settings.operatorName}});
}

} // namespace countersign
