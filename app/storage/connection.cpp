#include "storage/connection.h"

#include "core/logcategories.h"

#include <QSqlError>
#include <QUuid>

#include <array>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr int sqliteCorrupt = 11;
constexpr int sqliteCannotOpen = 14;
constexpr int sqliteConstraint = 19;
constexpr int sqliteNotADatabase = 26;

QString readText(Row &row)
{
    return row.text();
}

} // namespace

Connection::Connection(QString path, Mode mode, WriteFault *fault)
    : m_path(std::move(path)), m_mode(mode), m_fault(fault), m_name(QUuid::createUuid().toString())
{
}

Connection::~Connection()
{
    m_prepared.clear();
    if (!m_database.isValid()) return;
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Error Connection::errorOf(int sqliteCode, const QString &detail) const
{
    const int primaryCode = sqliteCode & 0xff;
    if (primaryCode == sqliteConstraint) return {ErrorCode::storeConflict, detail};
    if (m_checked) return {ErrorCode::storeWriteFailed, detail};
    if (primaryCode == sqliteCorrupt) return {ErrorCode::storeDamaged, detail};
    if (primaryCode == sqliteNotADatabase) return {ErrorCode::storeForeign, detail};
    if (primaryCode == sqliteCannotOpen || m_mode == Mode::read) return {ErrorCode::storeUnavailable, detail};
    return {ErrorCode::storeWriteFailed, detail};
}

std::unexpected<Error> Connection::failureOf(const QSqlError &error) const
{
    const QString detail = error.databaseText().isEmpty() ? error.text() : error.databaseText();
    return std::unexpected(errorOf(error.nativeErrorCode().toInt(), detail));
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
    if (!set) {
        m_prepared.clear();
        m_database.close();
    }
    m_set = set.has_value();
    return set;
}

Result<> Connection::openAsItIs()
{
    if (m_database.isOpen()) return {};
    if (!m_database.isValid()) m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(m_mode == Mode::read ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s
                                                      : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!m_database.open()) {
        qCWarning(logStorage) << "the store can't be opened:" << m_database.lastError().databaseText();
        return fail(ErrorCode::storeUnavailable, m_database.lastError().databaseText());
    }
    const auto careful = make("cellSizeCheck"_L1);
    if (!careful) {
        m_prepared.clear();
        m_database.close();
    }
    return careful;
}

Result<> Connection::make(QLatin1String setting)
{
    const auto query = run(setting, {});
    if (!query) return std::unexpected(query.error());
    (*query)->finish();
    return {};
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
        const auto actual = one(setting, {}, readText);
        if (!actual) return std::unexpected(actual.error());
        if (*actual != value) return fail(ErrorCode::storeUnavailable, setting + u' ' + *actual);
    }
    return {};
}

Result<QSqlQuery *> Connection::prepared(QLatin1String name)
{
    const std::string key(name.data(), static_cast<size_t>(name.size()));
    if (const auto known = m_prepared.find(key); known != m_prepared.end()) return known->second.get();
    const QString text = m_statements.text(name);
    if (text.isEmpty()) return fail(ErrorCode::internalFault, u"no statement "_s + name);
    auto query = std::make_unique<QSqlQuery>(m_database);
    query->setForwardOnly(true);
    if (!query->prepare(text)) return failureOf(query->lastError());
    return m_prepared.emplace(key, std::move(query)).first->second.get();
}

Result<QSqlQuery *> Connection::run(QLatin1String name, const QVariantList &values)
{
    if (!m_database.isOpen()) {
        if (const auto opened = open(); !opened) return std::unexpected(opened.error());
    }
    const auto query = prepared(name);
    if (!query) return query;
    for (int i = 0; i < values.size(); ++i)
        (*query)->bindValue(i, values.at(i));
    if ((*query)->exec()) return query;
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    return failureOf(error);
}

Result<> Connection::finish(QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid()) return failureOf(error);
    return {};
}

Result<int> Connection::execute(QLatin1String name, const QVariantList &values)
{
    if (auto fault = injected(name)) return std::unexpected(*std::move(fault));
    const auto query = run(name, values);
    if (!query) return std::unexpected(query.error());
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<qint64> Connection::writeReturning(QLatin1String name, const QVariantList &values)
{
    if (auto fault = injected(name)) return std::unexpected(*std::move(fault));
    return one(name, values, readNumber);
}

Result<> Connection::executeText(const QString &sql)
{
    if (auto fault = injected("migration"_L1)) return std::unexpected(*std::move(fault));
    if (const auto opened = open(); !opened) return opened;
    QSqlQuery query(m_database);
    if (!query.exec(sql)) return failureOf(query.lastError());
    return {};
}

} // namespace countersign
