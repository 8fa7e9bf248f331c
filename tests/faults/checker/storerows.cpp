#include "faults/checker/storerows.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <functional>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

/// A result row, read from left to right.
class Columns
{
public:
    explicit Columns(const QSqlQuery &query) : m_query(query) {}
    QString text() { return m_query.value(m_next++).toString(); }
    QByteArray ascii() { return text().toLatin1(); }
    QByteArray bytes() { return m_query.value(m_next++).toByteArray(); }
    qint64 number() { return m_query.value(m_next++).toLongLong(); }

private:
    const QSqlQuery &m_query;
    int m_next = 0;
};

class Reader
{
public:
    Reader(const QSqlDatabase &database, QString &problem) : m_database(database), m_problem(problem) {}

    void each(const QString &sql, const std::function<void(Columns &)> &take)
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.exec(sql)) {
            m_problem = query.lastError().text();
            return;
        }
        while (query.next()) {
            Columns columns(query);
            take(columns);
        }
        if (query.lastError().isValid()) m_problem = query.lastError().text();
    }

private:
    const QSqlDatabase &m_database;
    QString &m_problem;
};

void readMoney(Reader &reader, StoreRows &rows)
{
    reader.each(u"SELECT id, state, coalesce(retry_of, ''), reason_code, open_alarms FROM payout ORDER BY number"_s,
                [&](Columns &c) {
                    rows.payouts.append({c.text(), c.text(), c.text(), c.text(), c.number()});
                });
    reader.each(u"SELECT payout, version, content, content_sha256 FROM instruction"_s, [&](Columns &c) {
        rows.instructions.append({c.text(), c.number(), c.bytes(), c.ascii()});
    });
    reader.each(u"SELECT id, payout, version, coalesce(session_id, '') FROM attempt ORDER BY payout, number"_s,
                [&](Columns &c) {
                    rows.attempts.append({c.text(), c.text(), c.number(), c.text()});
                });
    reader.each(u"SELECT id, attempt, payout, kind, body, body_sha256, status FROM intent ORDER BY rowid"_s,
                [&](Columns &c) {
                    rows.intents.append({c.text(), c.text(), c.text(), c.text(), c.bytes(), c.ascii(), c.text()});
                });
    reader.each(u"SELECT intent, number, coalesce(class, '') FROM send ORDER BY rowid"_s, [&](Columns &c) {
        rows.sends.append({c.text(), c.number(), c.text()});
    });
}

void readWords(Reader &reader, StoreRows &rows)
{
    reader.each(u"SELECT id, session_id, bytes, bytes_sha256 FROM confirm_info ORDER BY id"_s, [&](Columns &c) {
        rows.answers.append({c.number(), c.text(), c.bytes(), c.ascii()});
    });
    reader.each(u"SELECT view_sha256, bytes FROM view"_s, [&](Columns &c) {
        rows.views.append({c.ascii(), c.bytes()});
    });
    reader.each(u"SELECT id, attempt, kind, content_sha256, confirm_info_sha256, view_sha256 FROM decision"_s,
                [&](Columns &c) {
                    rows.decisions.append({c.text(), c.text(), c.text(), c.ascii(), c.ascii(), c.ascii()});
                });
    reader.each(u"SELECT kind, session_id FROM alarm"_s, [&](Columns &c) { rows.alarms.append({c.text(), c.text()}); });
    reader.each(u"SELECT body FROM inbox"_s, [&](Columns &c) { rows.inbox.insert(digest(c.bytes())); });
    reader.each(u"SELECT sequence, previous_hash, body, hash FROM audit ORDER BY sequence"_s, [&](Columns &c) {
        AuditEntry entry{c.number(), c.ascii(), c.text().toUtf8(), c.ascii(), {}, {}, {}};
        const QJsonObject body = QJsonDocument::fromJson(entry.body).object();
        entry.what = body.value(u"what").toString();
        entry.payout = body.value(u"payout").toString();
        entry.details = body.value(u"details").toObject();
        rows.audit.append(entry);
    });
}

void readOpened(const QSqlDatabase &database, StoreRows &rows)
{
    Reader reader(database, rows.problem);
    reader.each(u"PRAGMA query_only = 1"_s, [](Columns &) {}); // not opened read-only: a crash may have left a log
    reader.each(u"PRAGMA integrity_check"_s, [&](Columns &c) {
        if (const QString word = c.text(); word != u"ok") rows.problem = word;
    });
    reader.each(u"PRAGMA foreign_key_check"_s,
                [&](Columns &c) { rows.problem = u"a row of %1 refers to nothing"_s.arg(c.text()); });
    readMoney(reader, rows);
    readWords(reader, rows);
}

} // namespace

StoreRows readStore(const QString &path)
{
    StoreRows rows{.path = path};
    const QString name = u"checker "_s + QUuid::createUuid().toString();
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        if (database.open()) {
            readOpened(database, rows);
        } else {
            rows.problem = database.lastError().text();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

} // namespace countersign::faults
