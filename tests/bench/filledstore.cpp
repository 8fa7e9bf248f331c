#include "bench/filledstore.h"

#include "core/try.h"
#include "domain/auditchain.h"
#include "storage/connection.h"
#include "storage/rows.h"
#include "storage/sqlitestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int payoutsPerCommit = 10'000;
constexpr std::chrono::hours span{24 * 730};

QString idOf(const char *kind, int i)
{
    return QString::fromLatin1(kind) + u"%1"_s.arg(i, 31, 16, QLatin1Char('0'));
}

/// How the ids of a payout's intents begin.
const char *intentLetter(CallKind kind)
{
    return kind == CallKind::create ? "c" : kind == CallKind::start ? "d" : "e";
}

QString sessionOf(int i)
{
    return u"ps_%1"_s.arg(i);
}

/// As long as a real one.
QByteArray callBody()
{
    return QByteArray(600, 'x');
}

/// The statement that begins so, as the newest version of the schema has it.
QString schemaText(QStringView beginning)
{
    QString text;
    const QList<Migration> migrations = embeddedMigrations();
    for (const Migration &migration : migrations) {
        for (const QString &statement : migration.statements) {
            if (statement.startsWith(beginning)) text = statement;
        }
    }
    return text;
}

PayoutState stateOf(int i)
{
    switch (i % 100) {
    case 10:
    case 60:
        return PayoutState::failed;
    case 20:
        return PayoutState::cancelled;
    case 30:
        return PayoutState::returned;
    case 40:
        return PayoutState::draft;
    case 50:
        return i % 1000 == 50 ? PayoutState::review : PayoutState::paid;
    default:
        return PayoutState::paid;
    }
}

PayoutDraft draftOf(int i)
{
    static const QStringList names{u"ООО \"Ясный Причал\""_s,  u"АО \"Северный Клевер\""_s,  u"ИП Громов Пётр Ильич"_s,
                                   u"ООО \"Вектор\""_s,        u"Белова Мария Андреевна"_s,  u"ООО \"Ромашка\""_s,
                                   u"ПАО \"Дальний Берег\""_s, u"Кузнецов Павел Сергеевич"_s};
    return {.senderAccount = u"40702810300200000013"_s,
            .recipientName = names.at(i % names.size()),
            .inn = u"7701991200"_s,
            .kpp = u"770101001"_s,
            .bik = u"044525593"_s,
            .account = u"407028104000%1"_s.arg(i % 50'000, 8, 10, QLatin1Char('0')),
            .amount = u"%1,%2"_s.arg(100 + i % 90'000).arg(i % 100, 2, 10, QLatin1Char('0')),
            .purpose = u"Оплата по договору № %1 от 12.01.2026. НДС не облагается."_s.arg(i % 7'000)};
}

PayoutRecord payoutOf(int i, Instant at)
{
    const PayoutDraft draft = draftOf(i);
    PayoutRecord payout;
    payout.number = i + 1;
    payout.id = {idOf("a", i)};
    payout.state = stateOf(i);
    payout.version = payout.state == PayoutState::draft ? 0 : 1;
    payout.draft = canonicalBytes(draft);
    payout.maker = u"Анна Петрова"_s;
    payout.createdAt = payout.changedAt = payout.stateSince = at;
    payout.recipientName = draft.recipientName;
    payout.recipientAccount = draft.account;
    payout.recipientInn = draft.inn;
    payout.recipientBik = draft.bik;
    payout.senderAccount = draft.senderAccount;
    payout.purpose = draft.purpose;
    payout.amountKopecks = 10'000 + (i % 9'000'000);
    return payout;
}

/// Writes past the store's own door, and so many rows to a commit, because only what is in the file counts here: what
/// triggers keep is made once at the end, what is the same for every payout is made by SQL.
class Filler
{
public:
    Filler(const ProfilePaths &paths, int payouts, bool withHistory)
        : m_paths(paths), m_payouts(payouts), m_withHistory(withHistory),
          m_connection(paths.storeFile, Connection::Mode::write)
    {
    }

    Result<> fill()
    {
        // The schema is the program's own.
        const SystemClock clock;
        COUNTERSIGN_TRY(SqliteStore::open(m_paths.storeFile, clock));
        COUNTERSIGN_TRY(
            run({u"PRAGMA synchronous = OFF"_s, u"PRAGMA foreign_keys = OFF"_s, u"PRAGMA cache_size = -200000"_s,
                 u"DROP TRIGGER payout_list_insert"_s, u"DROP TRIGGER listing_insert"_s}));
        for (int first = 0; first < m_payouts; first += payoutsPerCommit) {
            COUNTERSIGN_TRY(m_connection.execute("begin"_L1));
            COUNTERSIGN_TRY(addPayouts(first, std::min(first + payoutsPerCommit, m_payouts)));
            COUNTERSIGN_TRY(m_connection.execute("commit"_L1));
        }
        COUNTERSIGN_TRY(makeLists());
        COUNTERSIGN_TRY(run({u"PRAGMA optimize"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s}));
        return writeJournal();
    }

private:
    Result<> run(const QStringList &statements)
    {
        for (const QString &statement : statements)
            COUNTERSIGN_TRY(m_connection.executeText(statement));
        return {};
    }

    Result<> addPayouts(int first, int end)
    {
        for (int i = first; i < end; ++i) {
            const Instant at = m_begin + std::chrono::duration_cast<milliseconds>(span) * i / m_payouts;
            PayoutRecord payout = payoutOf(i, at);
            const bool sent = m_withHistory && payout.state != PayoutState::draft;
            if (sent) payout.attempt = {idOf("b", i)};
            COUNTERSIGN_TRY(m_connection.execute("insertPayout"_L1, insertValues(payout)));
            if (sent) COUNTERSIGN_TRY(addHistory(payout, i));
        }
        return m_withHistory ? addCalls(first, end) : Result<>{};
    }

    Result<> addHistory(const PayoutRecord &payout, int i)
    {
        const InstructionRecord instruction{payout.id,       1, payout.draft, sha256Hex(payout.draft), payout.maker,
                                            payout.createdAt};
        COUNTERSIGN_TRY(m_connection.execute("insertInstruction"_L1, insertValues(instruction)));
        const QString session = sessionOf(i);
        for (const CallKind kind : {CallKind::create, CallKind::start, CallKind::confirm}) {
            addToJournal(kind, session, i);
            COUNTERSIGN_TRY(addAudit(callWord(kind) + u"Sent"_s, payout, session));
        }
        for (const char *what : {"draftSaved", "submitted", "bankChecked", "viewed", "approved", "ended"})
            COUNTERSIGN_TRY(addAudit(QLatin1String(what), payout, session));
        return {};
    }

    Result<> addAudit(const QString &what, const PayoutRecord &payout, const QString &session)
    {
        m_audit.body = auditBody(payout.createdAt, what, payout.id.text, {{u"session"_s, session}});
        m_audit.previousHash = m_audit.sequence == 0 ? auditChainStart() : m_audit.hash;
        m_audit.hash = auditHash(m_audit.previousHash, m_audit.body);
        ++m_audit.sequence;
        COUNTERSIGN_TRY(m_connection.execute("insertAudit"_L1, insertValues(m_audit)));
        return {};
    }

    /// Attempts, intents and sends of the payouts with these numbers that have an instruction.
    Result<> addCalls(int first, int end)
    {
        const QString these =
            u"FROM payout WHERE attempt IS NOT NULL AND number BETWEEN %1 AND %2"_s.arg(first + 1).arg(end);
        COUNTERSIGN_TRY(
            run({u"INSERT INTO attempt (id, payout, version, number, opened_at, session_id, bank_payout_id, "
                 "standing, rank) SELECT attempt, id, 1, 1, created_at, 'ps_' || (number - 1), '', 'live', -1 "_s +
                 these}));
        const QString digest = QString::fromLatin1(sha256Hex(callBody()));
        const QString body = QString::fromLatin1(callBody());
        for (const CallKind kind : {CallKind::create, CallKind::start, CallKind::confirm}) {
            const QString id = u"'%1' || substr(attempt, 2)"_s.arg(QLatin1String(intentLetter(kind)));
            COUNTERSIGN_TRY(run(
                {u"INSERT INTO intent (id, attempt, payout, kind, body, body_sha256, idempotency_key, status, "
                 "not_before, created_at) SELECT %1, attempt, id, '%2', CAST('%3' AS BLOB), '%4', '', 'answered', "
                 "created_at, created_at "_s.arg(id, callWord(kind), body, digest) +
                     these,
                 u"INSERT INTO send (intent, number, fence, started_at, ended_at, class, body_bytes_pulled, "
                 u"http_status, "
                 "failure_text, response, response_sha256) SELECT %1, 1, 1, created_at, created_at, 'ok', %2, 200, '', "
                 "CAST('%3' AS BLOB), '%4' "_s.arg(id)
                         .arg(body.size())
                         .arg(body, digest) +
                     these}));
        }
        return {};
    }

    /// What migration 0004 makes of an older store, and the search index in one piece.
    Result<> makeLists()
    {
        COUNTERSIGN_TRY(m_connection.execute("begin"_L1));
        COUNTERSIGN_TRY(run(
            {u"INSERT INTO listing (folder, number) SELECT 'all', number FROM payout UNION ALL "
             "SELECT folder, number FROM payout"_s,
             u"INSERT INTO listing_block (folder, block, payouts) SELECT folder, number >> 9, count(*) FROM listing "
             "GROUP BY folder, number >> 9"_s,
             u"UPDATE folder_count SET payouts = (SELECT count(*) FROM listing WHERE folder = folder_count.folder)"_s,
             u"INSERT INTO payout_search (payout_search) VALUES ('rebuild')"_s,
             schemaText(u"CREATE TRIGGER payout_list_insert "), schemaText(u"CREATE TRIGGER listing_insert ")}));
        COUNTERSIGN_TRY(m_connection.execute("commit"_L1));
        return {};
    }

    void addToJournal(CallKind kind, const QString &session, int i)
    {
        // The journal itself syncs each line; here its lines are written in one piece.
        const QJsonArray fields{
            idOf(intentLetter(kind), i), callWord(kind), session, QString::fromLatin1(sha256Hex(callBody())), 1, 1};
        const QByteArray payload = QJsonDocument(fields).toJson(QJsonDocument::Compact);
        m_journalHead = auditHash(m_journalHead, payload);
        m_journal += payload + ' ' + m_journalHead + '\n';
    }

    Result<> writeJournal()
    {
        QDir().mkpath(m_paths.journalFolder);
        QFile file(m_paths.journalFolder + u"/sends.journal"_s);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_journal) != m_journal.size()) {
            return fail(ErrorCode::fileUnwritable, file.fileName());
        }
        return {};
    }

    const ProfilePaths &m_paths;
    int m_payouts;
    bool m_withHistory;
    Connection m_connection;
    Instant m_begin = SystemClock().now() - span;
    AuditRecord m_audit;
    QByteArray m_journal;
    QByteArray m_journalHead = auditChainStart();
};

} // namespace

void fillStore(const ProfilePaths &paths, int payouts, bool withHistory)
{
    QDir().mkpath(paths.folder);
    const auto filled = Filler(paths, payouts, withHistory).fill();
    if (!filled)
        qFatal("not filled: %s %s", qPrintable(errorCodeName(filled.error().code)), qPrintable(filled.error().detail));
}

} // namespace countersign::bench
