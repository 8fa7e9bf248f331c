#include "storage/sqlitestore.h"

#include "core/try.h"
#include "domain/auditchain.h"
#include "storage/migrations.h"
#include "storage/sqlitetransaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr int auditBatch = 1000;

Result<NativeFile> lockBeside(const QString &path)
{
    auto file = NativeFile::openForAppend(path + u".lock"_s);
    if (!file) return fail(ErrorCode::storeUnavailable, file.error().detail);
    const auto locked = file->tryLock();
    if (!locked) return fail(ErrorCode::storeUnavailable, locked.error().detail);
    if (!*locked) return fail(ErrorCode::storeLocked, path);
    return file;
}

Result<> backUp(Connection &connection, const QString &path, int version)
{
    const QString copy = u"%1.version%2"_s.arg(path).arg(version);
    QFile::remove(copy);
    const auto copied = connection.execute("backupInto"_L1, {copy});
    if (!copied) return fail(ErrorCode::storeWriteFailed, copied.error().detail);
    return {};
}

Result<> prepareFile(const QString &path, const Clock &clock, WriteFault *fault)
{
    const QList<Migration> steps = embeddedMigrations();
    const int newest = static_cast<int>(steps.size());
    Result<StoreIdentity> identity;
    {
        Connection inspection(path, Connection::Mode::inspect);
        if (const auto opened = inspection.open(); !opened) return opened;
        identity = identify(inspection, newest);
        if (!identity) return std::unexpected(identity.error());
        // Nothing is built upon a file that may be damaged.
        if (identity->version < newest) COUNTERSIGN_TRY(quickCheck(inspection));
    }
    Connection writer(path, Connection::Mode::write, fault);
    if (const auto opened = writer.open(); !opened) return opened;
    if (identity->version == newest) return {};
    if (!identity->isEmpty) {
        if (const auto saved = backUp(writer, path, identity->version); !saved) return saved;
    }
    return migrate(writer, identity->version, steps, clock);
}

} // namespace

SqliteStore::SqliteStore(const QString &path, const Clock &clock, NativeFile lock, WriteFault *fault)
    : m_path(path), m_clock(clock), m_lock(std::move(lock)), m_connection(path, Connection::Mode::write, fault)
{
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const QString &path, const Clock &clock, WriteFault *fault)
{
    COUNTERSIGN_TRY_INTO(store, openUnchecked(path, clock, fault));
    COUNTERSIGN_TRY(store->check());
    return std::move(store);
}

Result<> SqliteStore::check()
{
    Connection inspection(m_path, Connection::Mode::inspect);
    COUNTERSIGN_TRY(inspection.open());
    COUNTERSIGN_TRY(quickCheck(inspection));
    m_checked = true;
    m_connection.setChecked();
    return {};
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::openUnchecked(const QString &path, const Clock &clock,
                                                                WriteFault *fault)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder)) return fail(ErrorCode::storeUnavailable, folder);
    auto lock = lockBeside(path);
    if (!lock) return std::unexpected(lock.error());
    if (const auto prepared = prepareFile(path, clock, fault); !prepared) return std::unexpected(prepared.error());
    if (const auto synced = syncDirectory(folder); !synced) {
        return fail(ErrorCode::storeUnavailable, synced.error().detail);
    }
    return std::unique_ptr<SqliteStore>(new SqliteStore(path, clock, std::move(*lock), fault));
}

Result<std::unique_ptr<StoreTransaction>> SqliteStore::begin()
{
    if (!m_checked) return fail(ErrorCode::storeUnavailable, u"not checked yet"_s);
    const auto begun = m_connection.execute("begin"_L1);
    if (!begun) return fail(ErrorCode::storeWriteFailed, begun.error().detail);
    return std::make_unique<SqliteTransaction>(m_connection, m_clock);
}

Result<qint64> SqliteStore::verifyAudit(qint64 fromSequence)
{
    AuditChainVerifier verifier;
    if (fromSequence > 0) {
        const auto anchor = m_connection.first("auditFrom"_L1, {fromSequence, 1}, readAudit);
        if (!anchor) return std::unexpected(anchor.error());
        const bool there = *anchor && (*anchor)->sequence == fromSequence &&
                           (*anchor)->hash == auditHash((*anchor)->previousHash, (*anchor)->body);
        if (!there) return fail(ErrorCode::auditBroken, QString::number(fromSequence));
        verifier = AuditChainVerifier(fromSequence, (*anchor)->hash);
    }
    while (true) {
        const auto entries = m_connection.select("auditFrom"_L1, {verifier.lastSequence() + 1, auditBatch}, readAudit);
        if (!entries) return std::unexpected(entries.error());
        if (entries->isEmpty()) return verifier.lastSequence();
        for (const AuditRecord &entry : *entries) {
            if (verifier.accept(entry.sequence, entry.previousHash, entry.body, entry.hash)) continue;
            return fail(ErrorCode::auditBroken, QString::number(verifier.lastSequence() + 1));
        }
    }
}

Result<bool> SqliteStore::knowsIntent(const IntentId &id)
{
    const auto known = m_connection.one("intentExists"_L1, {textValue(id.text), textValue(id.text)}, readNumber);
    if (!known) return std::unexpected(known.error());
    return *known != 0;
}

} // namespace countersign
