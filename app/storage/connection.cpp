#include "storage/connection.h"

#include "core/logcategories.h"
#include "core/try.h"
#include "storage/durablefile.h"

#include <algorithm>
#include <array>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyTimeoutMilliseconds = 5000;

/// SQLite keeps account of all its memory behind one lock, for figures that nobody asks for. Only before it is used.
void keepNoAccountOfMemory()
{
    [[maybe_unused]] static const int set = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

QString messageOf(sqlite3 *database)
{
    return QString::fromUtf8(sqlite3_errmsg(database));
}

/// Whether the latest failure of store or WAL at the operating system was for want of room: SQLite itself tells that of
/// a failing write only, not of a sync or a change of size.
bool foundNoRoom(sqlite3 *database)
{
    if (meansFullDisk(sqlite3_system_errno(database))) return true; // not kept of a commit
    return std::ranges::any_of(std::array{SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}, [=](int which) {
        sqlite3_file *file = nullptr;
        sqlite3_file_control(database, "main", which, static_cast<void *>(&file));
        int systemError = 0;
        if (file == nullptr || file->pMethods == nullptr) return false;
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &systemError);
        return meansFullDisk(systemError);
    });
}

} // namespace

void Connection::Close::operator()(sqlite3 *database) const
{
    sqlite3_close(database);
}

Connection::Connection(QString path, Mode mode, WriteFault *fault)
    : m_path(std::move(path)), m_mode(mode), m_fault(fault)
{
}

void Connection::close()
{
    m_prepared.clear();
    m_database.reset();
}

Error Connection::errorOf(int sqliteCode, const QString &detail) const
{
    const int primaryCode = sqliteCode & 0xff;
    if (primaryCode == SQLITE_CONSTRAINT) return {ErrorCode::storeConflict, detail};
    if (primaryCode == SQLITE_FULL && m_mode != Mode::read) return {ErrorCode::diskFull, detail};
    if (m_checked) return {ErrorCode::storeWriteFailed, detail};
    if (primaryCode == SQLITE_CORRUPT) return {ErrorCode::storeDamaged, detail};
    if (primaryCode == SQLITE_NOTADB) return {ErrorCode::storeForeign, detail};
    if (primaryCode == SQLITE_CANTOPEN || m_mode == Mode::read) return {ErrorCode::storeUnavailable, detail};
    return {ErrorCode::storeWriteFailed, detail};
}

std::unexpected<Error> Connection::failureOf(int sqliteCode) const
{
    const bool full = (sqliteCode & 0xff) == SQLITE_IOERR && foundNoRoom(m_database.get());
    return std::unexpected(errorOf(full ? SQLITE_FULL : sqliteCode, messageOf(m_database.get())));
}

std::optional<Error> Connection::injected(QLatin1String name) const
{
    if (!m_fault || !m_fault->strikes(name)) return std::nullopt;
    return errorOf(m_fault->sqliteCode(), u"injected at "_s + name);
}

Result<> Connection::open()
{
    if (m_set) return {};
    if (const auto opened = openAsItIs(); !opened) return opened;
    const auto set = applySettings();
    if (!set) close();
    m_set = set.has_value();
    return set;
}

Result<> Connection::openAsItIs()
{
    if (m_database) return {};
    const int access = m_mode == Mode::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    keepNoAccountOfMemory();
    sqlite3 *database = nullptr;
    const int opened = sqlite3_open_v2(m_path.toUtf8().constData(), &database, access | SQLITE_OPEN_NOMUTEX, nullptr);
    m_database.reset(database); // there is one to be closed after most failures, too
    if (opened != SQLITE_OK) {
        const QString detail = database ? messageOf(database) : QString::fromUtf8(sqlite3_errstr(opened));
        qCWarning(logStorage) << "the store can't be opened:" << detail;
        close();
        return fail(ErrorCode::storeUnavailable, detail);
    }
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, busyTimeoutMilliseconds);
    const auto careful = make("cellSizeCheck"_L1);
    if (!careful) close();
    return careful;
}

Result<> Connection::make(QLatin1String setting)
{
    COUNTERSIGN_TRY_INTO(statement, bound(setting, {}));
    return finish(*statement);
}

Result<> Connection::applySettings()
{
    QList<QLatin1String> settings;
    if (m_mode == Mode::read) settings.append({"cacheSize"_L1, "temporaryInMemory"_L1, "queryOnly"_L1});
    if (m_mode == Mode::write) {
        settings.append(
            {"journalModeWal"_L1, "synchronousFull"_L1, "fullFsync"_L1, "checkpointFullFsync"_L1, "foreignKeys"_L1});
    }
    for (const QLatin1String setting : settings) {
        if (const auto made = make(setting); !made) return made;
    }
    if (m_mode != Mode::write) return {};
    // SQLite says nothing when it can't do as told (a file system without shared memory): ask.
    const std::array<std::pair<QLatin1String, QLatin1String>, 4> expected{{{"readJournalMode"_L1, "wal"_L1},
                                                                           {"readSynchronous"_L1, "2"_L1},
                                                                           {"readForeignKeys"_L1, "1"_L1},
                                                                           {"readFullFsync"_L1, "1"_L1}}};
    for (const auto &[setting, value] : expected) {
        const auto actual = one(setting, {}, Row::readText);
        if (!actual) return std::unexpected(actual.error());
        if (*actual != value) return fail(ErrorCode::storeUnavailable, setting + u' ' + *actual);
    }
    return {};
}

Result<PreparedStatement *> Connection::prepared(QLatin1String name)
{
    const std::string key(name.data(), static_cast<size_t>(name.size()));
    if (const auto known = m_prepared.find(key); known != m_prepared.end()) return known->second.get();
    const QString text = m_statements.text(name);
    if (text.isEmpty()) return fail(ErrorCode::internalFault, u"no statement "_s + name);
    auto statement = std::make_unique<PreparedStatement>();
    if (const int code = statement->prepare(m_database.get(), text); code != SQLITE_OK) return failureOf(code);
    return m_prepared.emplace(key, std::move(statement)).first->second.get();
}

Result<PreparedStatement *> Connection::bound(QLatin1String name, const QVariantList &values)
{
    if (!m_database) COUNTERSIGN_TRY(open());
    COUNTERSIGN_TRY_INTO(statement, prepared(name));
    if (const int code = statement->bind(values); code != SQLITE_OK) return failureOf(code);
    return statement;
}

Result<> Connection::finish(PreparedStatement &statement) const
{
    const PreparedStatement::Use use(statement);
    int came = SQLITE_ROW;
    while (came == SQLITE_ROW)
        came = statement.step();
    if (came != SQLITE_DONE) return failureOf(came);
    return {};
}

Result<int> Connection::execute(QLatin1String name, const QVariantList &values)
{
    if (auto fault = injected(name)) return std::unexpected(*std::move(fault));
    COUNTERSIGN_TRY_INTO(statement, bound(name, values));
    COUNTERSIGN_TRY(finish(*statement));
    return sqlite3_changes(m_database.get());
}

Result<qint64> Connection::insertNumbered(QLatin1String name, const QVariantList &values)
{
    COUNTERSIGN_TRY(execute(name, values));
    return sqlite3_last_insert_rowid(m_database.get());
}

Result<> Connection::executeText(const QString &sql)
{
    if (auto fault = injected("migration"_L1)) return std::unexpected(*std::move(fault));
    COUNTERSIGN_TRY(open());
    PreparedStatement statement;
    if (const int code = statement.prepare(m_database.get(), sql); code != SQLITE_OK) return failureOf(code);
    return finish(statement);
}

} // namespace countersign
