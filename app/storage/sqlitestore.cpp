#include "storage/sqlitestore.h"

#include "core/try.h"
#include "domain/auditchain.h"
#include "storage/migrations.h"
#include "storage/sqlitetransaction.h"
#include "storage/storecopy.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr int auditBatch = 1000;
constexpr qsizetype journalBatch = 1000;

Result<NativeFile> lockBeside(const QString &path)
{
    auto file = NativeFile::openForAppend(path + u".lock"_s);
    if (!file) return fail(ErrorCode::storeUnavailable, file.error().detail);
    const auto locked = file->tryLock();
    if (!locked) return fail(ErrorCode::storeUnavailable, locked.error().detail);
    if (!*locked) return fail(ErrorCode::storeLocked, path);
    return file;
}

/// What an older version wrote stays beside the store, checked, until a later upgrade from the same version.
Result<> backUp(Connection &connection, const QString &path, int version)
{
    COUNTERSIGN_TRY(copyStore(connection, u"%1.version%2"_s.arg(path).arg(version)));
    return {};
}

/// What the file is, is asked before anything of it is changed.
Result<> prepareFile(Connection &connection, const QString &path, const Clock &clock)
{
    const int newest = newestMigration();
    COUNTERSIGN_TRY(connection.openAsItIs());
    COUNTERSIGN_TRY_INTO(identity, identify(connection, newest));
    // Nothing is built upon a file that may be damaged.
    if (identity.version < newest) COUNTERSIGN_TRY(quickCheck(connection));
    COUNTERSIGN_TRY(connection.open());
    if (identity.version == newest) return {};
    if (!identity.isEmpty) COUNTERSIGN_TRY(backUp(connection, path, identity.version));
    return migrate(connection, identity.version, embeddedMigrations(), clock);
}

bool isWhole(const AuditRecord &entry, qint64 sequence)
{
    return entry.sequence == sequence && entry.hash == auditHash(entry.previousHash, entry.body);
}

} // namespace

SqliteStore::SqliteStore(const QString &path, const Clock &clock, NativeFile lock, WriteFault *fault)
    : m_clock(clock), m_lock(std::move(lock)), m_connection(path, Connection::Mode::write, fault)
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
    COUNTERSIGN_TRY(quickCheck(m_connection));
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
    std::unique_ptr<SqliteStore> store(new SqliteStore(path, clock, std::move(*lock), fault));
    COUNTERSIGN_TRY(prepareFile(store->m_connection, path, clock));
    if (const auto synced = syncDirectory(folder); !synced) {
        return fail(ErrorCode::storeUnavailable, synced.error().detail);
    }
    return store;
}

Result<std::unique_ptr<StoreTransaction>> SqliteStore::begin()
{
    if (!m_checked) return fail(ErrorCode::storeUnavailable, u"not checked yet"_s);
    const auto begun = m_connection.execute("begin"_L1);
    if (!begun) return fail(codeOfFailedWrite(begun.error()), begun.error().detail);
    return std::make_unique<SqliteTransaction>(m_connection, m_clock);
}

/// The entry that is known to be good is read together with those behind it: this is asked before every call.
Result<qint64> SqliteStore::verifyAudit(qint64 fromSequence)
{
    AuditChainVerifier verifier;
    bool anchored = fromSequence <= 0;
    qint64 next = std::max<qint64>(fromSequence, 1);
    while (true) {
        const auto entries = m_connection.select("auditFrom"_L1, {next, auditBatch}, readAudit);
        if (!entries) return std::unexpected(entries.error());
        for (const AuditRecord &entry : *entries) {
            if (!anchored && isWhole(entry, fromSequence)) {
                verifier = AuditChainVerifier(entry.sequence, entry.hash);
                anchored = true;
            } else if (!anchored || !verifier.accept(entry.sequence, entry.previousHash, entry.body, entry.hash)) {
                return fail(ErrorCode::auditBroken, QString::number(anchored ? verifier.lastSequence() + 1 : next));
            }
        }
        if (!anchored) return fail(ErrorCode::auditBroken, QString::number(fromSequence));
        if (entries->size() < auditBatch) return verifier.lastSequence();
        next = verifier.lastSequence() + 1;
    }
}

/// The statement gets [intent, number] of each and answers with the places of those it chooses.
Result<QList<JournalEntry>> SqliteStore::chosenOf(const QList<JournalEntry> &entries, QLatin1String statement)
{
    QList<JournalEntry> chosen;
    for (qsizetype from = 0; from < entries.size(); from += journalBatch) {
        QJsonArray asked;
        for (const JournalEntry &entry : entries.mid(from, journalBatch))
            asked.append(QJsonArray{entry.intent.text, entry.sendNumber});
        const QString list = QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact));
        COUNTERSIGN_TRY_INTO(places, m_connection.select(statement, {list}, readNumber));
        for (const qint64 place : std::as_const(places))
            chosen.append(entries.at(from + place));
    }
    return chosen;
}

Result<QList<JournalEntry>> SqliteStore::unknownOf(const QList<JournalEntry> &entries)
{
    return chosenOf(entries, "entriesUnknown"_L1);
}

Result<QList<JournalEntry>> SqliteStore::unsentOf(const QList<JournalEntry> &entries)
{
    return chosenOf(entries, "entriesUnsent"_L1);
}

} // namespace countersign
