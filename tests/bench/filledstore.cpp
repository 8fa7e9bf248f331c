#include "bench/filledstore.h"

#include "core/try.h"
#include "domain/auditchain.h"
#include "storage/sqlitestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int payoutsPerCommit = 5000;
constexpr std::chrono::hours span{24 * 730};

/// The time at which the store believes to be.
class FillClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    [[nodiscard]] milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now{};
};

QString idOf(const char *kind, int i)
{
    return QString::fromLatin1(kind) + u"%1"_s.arg(i, 31, 16, QLatin1Char('0'));
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
    payout.id = {idOf("a", i)};
    payout.state = stateOf(i);
    payout.version = payout.state == PayoutState::draft ? 0 : 1;
    payout.draft = canonicalBytes(draft);
    payout.maker = u"Анна Петрова"_s;
    payout.createdAt = payout.changedAt = payout.stateSince = at;
    payout.recipientName = draft.recipientName;
    payout.recipientAccount = draft.account;
    payout.senderAccount = draft.senderAccount;
    payout.purpose = draft.purpose;
    payout.amountKopecks = 10'000 + (i % 9'000'000);
    return payout;
}

class Filler
{
public:
    Filler(const ProfilePaths &paths, int payouts, bool withHistory)
        : m_paths(paths), m_payouts(payouts), m_withHistory(withHistory)
    {
    }

    Result<> fill()
    {
        const Instant begin = SystemClock().now() - span;
        m_clock.set(begin);
        COUNTERSIGN_TRY_INTO(store, SqliteStore::open(m_paths.storeFile, m_clock));
        for (int first = 0; first < m_payouts; first += payoutsPerCommit) {
            COUNTERSIGN_TRY_INTO(transaction, store->begin());
            for (int i = first; i < std::min(first + payoutsPerCommit, m_payouts); ++i) {
                m_clock.set(begin + std::chrono::duration_cast<milliseconds>(span) * i / m_payouts);
                COUNTERSIGN_TRY(addOne(*transaction, i));
            }
            COUNTERSIGN_TRY(transaction->commit());
        }
        return writeJournal();
    }

private:
    Result<> addOne(StoreTransaction &tx, int i)
    {
        PayoutRecord payout = payoutOf(i, m_clock.now());
        const bool sent = m_withHistory && payout.state != PayoutState::draft;
        if (sent) payout.attempt = {idOf("b", i)};
        COUNTERSIGN_TRY(tx.insertPayout(payout));
        return sent ? addHistory(tx, payout, i) : Result<>{};
    }

    Result<> addHistory(StoreTransaction &tx, const PayoutRecord &payout, int i)
    {
        const QByteArray digest = sha256Hex(payout.draft);
        const QString session = u"ps_%1"_s.arg(i);
        COUNTERSIGN_TRY(tx.insertInstruction({payout.id, 1, payout.draft, digest, payout.maker, m_clock.now()}));
        AttemptRecord attempt;
        attempt.id = payout.attempt;
        attempt.payout = payout.id;
        attempt.sessionId = session;
        attempt.openedAt = m_clock.now();
        COUNTERSIGN_TRY(tx.insertAttempt(attempt));
        for (const auto &[kind, letter] :
             {std::pair(CallKind::create, "c"), std::pair(CallKind::start, "d"), std::pair(CallKind::confirm, "e")}) {
            COUNTERSIGN_TRY(addCall(tx, attempt, kind, {idOf(letter, i)}));
        }
        for (const char *what : {"draftSaved", "submitted", "bankChecked", "viewed", "approved", "ended"}) {
            COUNTERSIGN_TRY(
                tx.appendAudit(QLatin1String(what), {{u"payout"_s, payout.id.text}, {u"session"_s, session}}));
        }
        return {};
    }

    Result<> addCall(StoreTransaction &tx, const AttemptRecord &attempt, CallKind kind, const IntentId &id)
    {
        const QByteArray body(600, 'x');
        const IntentRecord intent{.id = id,
                                  .attempt = attempt.id,
                                  .payout = attempt.payout,
                                  .kind = kind,
                                  .body = body,
                                  .bodySha256 = sha256Hex(body),
                                  .status = IntentStatus::answered,
                                  .notBefore = m_clock.now(),
                                  .createdAt = m_clock.now()};
        COUNTERSIGN_TRY(tx.insertIntent(intent));
        COUNTERSIGN_TRY(tx.insertSend({.intent = id,
                                       .fence = 1,
                                       .startedAt = m_clock.now(),
                                       .endedAt = m_clock.now(),
                                       .sendClass = SendClass::ok,
                                       .bodyBytesPulled = body.size(),
                                       .httpStatus = 200,
                                       .response = body,
                                       .responseSha256 = intent.bodySha256}));
        // The journal itself syncs each line; here its lines are written in one piece.
        const QJsonArray fields{id.text, callWord(kind), attempt.sessionId, QString::fromLatin1(intent.bodySha256), 1,
                                1};
        const QByteArray payload = QJsonDocument(fields).toJson(QJsonDocument::Compact);
        m_journalHead = auditHash(m_journalHead, payload);
        m_journal += payload + ' ' + m_journalHead + '\n';
        return tx.appendAudit(callWord(kind) + u"Sent"_s,
                              {{u"payout"_s, attempt.payout.text}, {u"session"_s, attempt.sessionId}});
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
    FillClock m_clock;
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
