#include "faults/checker/rules.h"

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

void filesWhole(const Traces &traces, Findings &findings)
{
    for (const StoreRows &store : traces.stores) {
        if (!store.problem.isEmpty()) findings.add(u"%1: %2"_s.arg(store.path, store.problem));
    }
    if (!traces.journalProblem.isEmpty()) findings.add(u"journal: "_s + traces.journalProblem);
    if (!traces.ledgerProblem.isEmpty()) findings.add(u"ledger: "_s + traces.ledgerProblem);
}

void auditWhole(const Traces &traces, Findings &findings)
{
    for (const StoreRows &store : traces.stores) {
        QByteArray last(64, '0');
        qint64 sequence = 0;
        for (const AuditEntry &entry : store.audit) {
            if (entry.sequence != ++sequence || entry.previous != last || entry.hash != digest(last + entry.body)) {
                findings.add(u"entry %1"_s.arg(sequence));
                break;
            }
            last = entry.hash;
        }
    }
}

void stateIsAudited(const Traces &traces, Findings &findings)
{
    for (const StoreRows &store : traces.stores) {
        QHash<QString, QString> states;
        for (const AuditEntry &entry : store.audit) {
            if (!entry.details.contains(u"to")) continue;
            const QString from = entry.details.value(u"from").toString();
            if (states.value(entry.payout, u"draft"_s) != from) {
                findings.add(u"payout %1 left %2 unseen"_s.arg(entry.payout, from));
            }
            states.insert(entry.payout, entry.details.value(u"to").toString());
        }
        for (const Payout &payout : store.payouts) {
            if (payout.state != states.value(payout.id, u"draft"_s)) {
                findings.add(u"payout %1 came to %2 unseen"_s.arg(payout.id, payout.state));
            }
        }
    }
}

QString auditWordOf(const QString &kind)
{
    static const QHash<QString, QString> words{{u"create"_s, u"sessionOpening"_s},
                                               {u"start"_s, u"startSent"_s},
                                               {u"confirm"_s, u"confirmSent"_s},
                                               {u"cancel"_s, u"cancelSent"_s}};
    return words.value(kind);
}

void sendsAreAudited(const Traces &traces, Findings &findings)
{
    for (const StoreRows &store : traces.stores) {
        QHash<QString, int> audited;
        for (const AuditEntry &entry : store.audit)
            ++audited[entry.what + u' ' + entry.payout];
        QHash<QString, Intent> intents;
        for (const Intent &intent : store.intents)
            intents.insert(intent.id, intent);
        for (const Send &send : store.sends) {
            const Intent &intent = intents[send.intent];
            if (--audited[auditWordOf(intent.kind) + u' ' + intent.payout] < 0) {
                findings.add(u"%1 %2/%3"_s.arg(intent.kind, send.intent).arg(send.number));
            }
        }
    }
}

void frozenSendsNothing(const Traces &traces, Findings &findings)
{
    static const QSet<QString> sendings{u"sessionOpening"_s, u"startSent"_s, u"confirmSent"_s};
    for (const StoreRows &store : traces.stores) {
        bool frozen = false;
        for (const AuditEntry &entry : store.audit) {
            if (entry.what == u"frozen") frozen = true;
            if (entry.what == u"freezeLifted") frozen = false;
            // What the lost store had sent (K15) left before the freeze, whenever that is found out.
            const bool found = entry.details.value(u"byJournal").toBool();
            if (frozen && !found && sendings.contains(entry.what)) {
                findings.add(u"%1 of payout %2"_s.arg(entry.what, entry.payout));
            }
        }
    }
}

int rankOfState(const QString &state)
{
    static const QHash<QString, int> ranks{
        {u"startUnknown"_s, 1}, {u"waitBank"_s, 1}, {u"review"_s, 2}, {u"mismatch"_s, 2},  {u"approved"_s, 2},
        {u"executing"_s, 3},    {u"paid"_s, 4},     {u"failed"_s, 4}, {u"cancelled"_s, 4}, {u"returned"_s, 5}};
    return ranks.value(state);
}

void rankNeverFalls(const Traces &traces, Findings &findings)
{
    for (const StoreRows &store : traces.stores) {
        QHash<QString, int> highest;
        for (const AuditEntry &entry : store.audit) {
            const int rank = rankOfState(entry.details.value(u"to").toString());
            const QString session = entry.details.value(u"session").toString();
            if (rank == 0 || session.isEmpty()) continue;
            if (rank < highest.value(session)) {
                findings.add(u"session %1 fell to %2 in entry %3"_s.arg(session)
                                 .arg(entry.details.value(u"to").toString())
                                 .arg(entry.sequence));
            }
            highest[session] = std::max(highest.value(session), rank);
        }
    }
}

void acknowledgedIsKept(const Traces &traces, Findings &findings)
{
    QHash<qint64, QByteArray> bodies;
    for (const LedgerEntry &entry : traces.ledger) {
        const qint64 webhook = entry.fields.value(u"webhook").toInteger();
        if (entry.event == u"webhook_queued")
            bodies.insert(webhook, entry.fields.value(u"body_sha256").toString().toLatin1());
        if (entry.event != u"webhook_answered" || entry.fields.value(u"http").toInteger() != 200) continue;
        const bool kept = std::any_of(traces.stores.begin(), traces.stores.end(), [&](const StoreRows &store) {
            return store.inbox.contains(bodies.value(webhook));
        });
        if (!kept) findings.add(u"webhook %1"_s.arg(webhook));
    }
}

} // namespace

QList<Rule> recordRules()
{
    return {
        {u"filesWhole"_s, u"Store, journal and ledger can be read from end to end."_s, filesWhole},
        {u"auditWhole"_s, u"The audit chain continues from its first to its last entry."_s, auditWhole},
        {u"stateIsAudited"_s, u"No state changes without an entry in the audit chain (L13)."_s, stateIsAudited},
        {u"sendsAreAudited"_s, u"Every transmission has an entry in the audit chain (L13)."_s, sendsAreAudited},
        {u"frozenSendsNothing"_s, u"While frozen, nothing but cancel and status is sent (L14)."_s, frozenSendsNothing},
        {u"rankNeverFalls"_s, u"What is known of a session never goes back (L11)."_s, rankNeverFalls},
        {u"acknowledgedIsKept"_s, u"Every webhook that was answered with 200 is in the inbox (L10)."_s,
         acknowledgedIsKept},
    };
}

} // namespace countersign::faults
