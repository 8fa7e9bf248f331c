#include "faults/checker/rules.h"

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

bool isMoneyCall(const QString &kind)
{
    return kind == u"create" || kind == u"start" || kind == u"confirm" || kind == u"cancel";
}

QByteArray bodyOf(const LedgerEntry &entry)
{
    return entry.fields.value(u"body_sha256").toString().toLatin1();
}

/// What the bank saw, or better: what somebody saw leaving.
QList<WireCall> callsInOrder(const Traces &traces)
{
    if (!traces.evidence.wire.isEmpty()) return traces.evidence.wire;
    QList<WireCall> calls;
    for (const LedgerEntry *entry : traces.entries(u"request_seen"_s))
        calls.append({entry->fields.value(u"call").toString(), entry->session, bodyOf(*entry)});
    return calls;
}

void journaledBeforeSent(const Traces &traces, Findings &findings)
{
    QHash<QByteArray, int> journaled;
    for (const JournalLine &line : traces.journal)
        ++journaled[line.bodySha256];
    for (const WireCall &call : callsInOrder(traces)) {
        if (isMoneyCall(call.kind) && --journaled[call.bodySha256] < 0) {
            findings.add(u"%1 of session %2 left without a line of its own"_s.arg(call.kind, call.session));
        }
    }
    for (const LedgerEntry *entry : traces.entries(u"request_worked_late"_s)) {
        if (!journaled.contains(bodyOf(*entry))) findings.add(u"a late call that nobody sent"_s);
    }
}

void journaledIsStored(const Traces &traces, Findings &findings)
{
    QHash<QString, QByteArray> intents;
    for (const StoreRows &store : traces.stores) {
        for (const Intent &intent : store.intents)
            intents.insert(intent.id, intent.sha256);
    }
    for (const JournalLine &line : traces.journal) {
        if (intents.value(line.intent) != line.bodySha256) {
            findings.add(u"%1 %2 is in no store"_s.arg(line.kind, line.intent));
        }
    }
}

/// Of each of these at most one intent may stand.
QStringList seatsOf(const Intent &intent)
{
    if (intent.kind == u"start") return {u"start of attempt "_s + intent.attempt};
    if (intent.kind == u"cancel") return {u"decision of attempt "_s + intent.attempt};
    if (intent.kind == u"confirm")
        return {u"decision of attempt "_s + intent.attempt, u"confirm of payout "_s + intent.payout};
    return {};
}

void oneIntentStands(const Traces &traces, Findings &findings)
{
    for (const StoreRows &store : traces.stores) {
        QSet<QString> taken;
        for (const Intent &intent : store.intents) {
            if (intent.status == u"voided") continue;
            const QStringList seats = seatsOf(intent);
            for (const QString &seat : seats) {
                if (taken.contains(seat)) findings.add(u"a second "_s + seat);
                taken.insert(seat);
            }
        }
    }
}

/// The same by what the bank did: L1 per payout, L2 per session, L3 per session.
void oneCallWorks(const Traces &traces, Findings &findings)
{
    QHash<QString, int> starts;
    QHash<QString, QByteArray> confirms;
    QHash<QString, QString> decided;
    for (const LedgerEntry *entry : traces.entries(u"request_seen"_s)) {
        const QString call = entry->fields.value(u"call").toString();
        const bool done = entry->fields.value(u"done").toBool();
        if (call == u"start" && ++starts[entry->session] > 1) {
            findings.add(u"a second start in session %1"_s.arg(entry->session));
        }
        if (!done || (call != u"confirm" && call != u"cancel")) continue;
        if (decided.value(entry->session, call) != call) {
            findings.add(u"confirm and cancel in session %1"_s.arg(entry->session));
        }
        decided.insert(entry->session, call);
        if (call != u"confirm") continue;
        const QString payout = traces.payoutOfSession.value(entry->session);
        if (confirms.value(payout, bodyOf(*entry)) != bodyOf(*entry)) {
            findings.add(u"two different confirms of payout %1"_s.arg(payout));
        }
        confirms.insert(payout, bodyOf(*entry));
    }
}

/// When the first session of a payout could not pay any more, by the ledger; 0: never.
qint64 endOf(const Traces &traces, const QString &session)
{
    for (const LedgerEntry &entry : traces.ledger) {
        if (entry.session == session && (entry.event == u"cancelled" || entry.event == u"failed")) return entry.n;
    }
    return 0;
}

void nextSessionAfterTheFirstEnded(const Traces &traces, Findings &findings)
{
    QHash<QString, QString> sessions;
    for (const LedgerEntry *started : traces.entries(u"payout_started"_s)) {
        const QString payout = traces.payoutOfSession.value(started->session);
        const QString before = sessions.value(payout, started->session);
        if (before != started->session) {
            const qint64 end = endOf(traces, before);
            if (end == 0 || end > started->n) {
                findings.add(u"payout %1: session %2 began beside %3"_s.arg(payout, started->session, before));
            }
        }
        sessions.insert(payout, started->session);
    }
}

struct Transmission
{
    QString kind;
    QByteArray body;
    int number = 0;
};

/// How it ended, as far as the store knows; empty: nothing of that.
QString classIn(const StoreRows &store, const Transmission &call)
{
    for (const Intent &intent : store.intents) {
        if (intent.sha256 != call.body) continue;
        for (const Send &send : store.sends) {
            if (send.intent == intent.id && send.number == call.number) return send.sendClass;
        }
    }
    return {};
}

bool isOwnCall(const StoreRows &store, const QByteArray &body)
{
    return std::any_of(store.intents.begin(), store.intents.end(),
                       [&](const Intent &intent) { return intent.sha256 == body && !isWrittenBack(store, intent); });
}

/// Whoever sent the next call did not know how this one ended: the store that made the next one is asked first, since
/// one that learned of both from the journal alone knows less than that one did.
bool wasUnknown(const QList<StoreRows> &stores, const Transmission &call, const QByteArray &next)
{
    for (const bool own : {true, false}) {
        for (const StoreRows &store : stores) {
            if (own && !isOwnCall(store, next)) continue;
            const QString known = classIn(store, call);
            if (!known.isEmpty()) return known == u"unknown";
        }
    }
    return true;
}

/// The bank has said by itself how the unknown call ended, before the next one was sent.
bool toldBeforeNext(const Traces &traces, const QString &session)
{
    static const QSet<QString> sendings{u"confirmSent"_s, u"cancelSent"_s};
    for (const StoreRows &store : traces.stores) {
        bool unknown = false;
        bool told = true;
        for (const AuditEntry &entry : store.audit) {
            if (entry.details.value(u"session").toString() != session) continue;
            if (unknown && sendings.contains(entry.what) && !told) return false;
            if (entry.what == u"callUnknown") {
                unknown = true;
                told = false;
            }
            told = told || entry.details.contains(u"observation");
        }
    }
    return true;
}

void askedAfterUnknown(const Traces &traces, Findings &findings)
{
    QHash<QByteArray, int> sent;
    QHash<QString, Transmission> open; // session -> the latest call of which the bank was not asked since
    for (const WireCall &call : callsInOrder(traces)) {
        if (call.session.isEmpty()) continue;
        if (!call.left) {
            ++sent[call.bodySha256];
        } else if (call.kind == u"status") {
            open.remove(call.session);
        } else if (isMoneyCall(call.kind)) {
            const auto before = open.constFind(call.session);
            if (before != open.constEnd() && wasUnknown(traces.stores, *before, call.bodySha256) &&
                !toldBeforeNext(traces, call.session)) {
                findings.add(u"session %1: %2 after an unknown %3"_s.arg(call.session, call.kind, before->kind));
            }
            open.insert(call.session, {call.kind, call.bodySha256, ++sent[call.bodySha256]});
        }
    }
}

} // namespace

QList<Rule> callRules()
{
    return {
        {u"journaledBeforeSent"_s, u"Every call that moves something has its own line in the send journal."_s,
         journaledBeforeSent},
        {u"journaledIsStored"_s, u"Every line of the journal belongs to an intent that was stored."_s,
         journaledIsStored},
        {u"oneIntentStands"_s, u"One confirm per payout, one start per session, confirm or cancel (L1-L3)."_s,
         oneIntentStands},
        {u"oneCallWorks"_s, u"The bank saw one start per session and one confirm per payout, or a cancel."_s,
         oneCallWorks},
        {u"nextSessionAfterTheFirstEnded"_s, u"A second session starts only when the first can't pay any more (L2)."_s,
         nextSessionAfterTheFirstEnded},
        {u"askedAfterUnknown"_s,
         u"After an unknown outcome the bank is asked, or has spoken by itself, before the next call (L5)."_s,
         askedAfterUnknown},
    };
}

} // namespace countersign::faults
