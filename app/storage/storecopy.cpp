#include "storage/storecopy.h"

#include "core/try.h"
#include "domain/auditchain.h"
#include "storage/durablefile.h"
#include "storage/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> notWritten(const QString &detail)
{
    return fail(ErrorCode::storeWriteFailed, detail);
}

Result<> writeCopy(Connection &source, const QString &path)
{
    QFile::remove(path);
    QFile place(path); // before anything is in it
    if (!place.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return notWritten(place.errorString());
    place.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    place.close();
    if (const auto copied = source.execute("backupInto"_L1, {path}); !copied) return notWritten(copied.error().detail);
    auto written = NativeFile::openForAppend(path); // SQLite leaves the syncing of such a copy to us
    if (!written) return notWritten(written.error().detail);
    if (const auto synced = written->sync(); !synced) return notWritten(synced.error().detail);
    return {};
}

std::optional<Instant> momentOf(const QByteArray &auditBody)
{
    const QString at = QJsonDocument::fromJson(auditBody).object().value(u"at").toString();
    const auto micros = parseRfc3339Micros(at);
    return micros ? std::optional(fromMilliseconds(*micros / 1000)) : std::nullopt;
}

} // namespace

Result<StoreFacts> inspectStore(const QString &path)
{
    if (!QFileInfo(path).isFile()) return fail(ErrorCode::storeUnavailable, path);
    Connection connection(path, Connection::Mode::inspect);
    COUNTERSIGN_TRY_INTO(identity, identify(connection, newestMigration()));
    if (identity.isEmpty) return fail(ErrorCode::storeForeign, u"empty"_s);
    COUNTERSIGN_TRY(quickCheck(connection));
    StoreFacts facts{.version = identity.version, .auditHead = auditChainStart()};
    COUNTERSIGN_TRY_INTO(payouts, connection.one("countPayouts"_L1, {}, readNumber));
    COUNTERSIGN_TRY_INTO(head, connection.first("auditHead"_L1, {}, readAudit));
    facts.payouts = payouts;
    if (!head) return facts;
    facts.auditEntries = head->sequence;
    facts.auditHead = head->hash;
    facts.lastEntry = momentOf(head->body);
    return facts;
}

Result<StoreFacts> copyStore(Connection &source, const QString &path)
{
    const QString unfinished = path + u".unfinished"_s;
    const auto give = [&]() -> Result<StoreFacts> {
        COUNTERSIGN_TRY(writeCopy(source, unfinished));
        COUNTERSIGN_TRY_INTO(facts, inspectStore(unfinished));
        QFile::remove(path);
        if (!QFile::rename(unfinished, path)) return notWritten(path);
        if (const auto synced = syncDirectory(QFileInfo(path).absolutePath()); !synced)
            return notWritten(synced.error().detail);
        return facts;
    };
    auto facts = give();
    if (!facts) QFile::remove(unfinished);
    return facts;
}

} // namespace countersign
