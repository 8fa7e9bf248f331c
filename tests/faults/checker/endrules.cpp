#include "faults/checker/rules.h"

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

bool isEnd(const QString &state)
{
    return state == u"paid" || state == u"failed" || state == u"cancelled" || state == u"returned";
}

void everythingEnds(const Traces &traces, Findings &findings)
{
    for (const Payout &payout : traces.store().payouts) {
        const bool explained = !payout.reason.isEmpty() || payout.openAlarms > 0;
        if (isEnd(payout.state) || payout.state == u"draft" || (payout.state == u"hold" && explained)) continue;
        findings.add(u"payout %1 is left in %2"_s.arg(payout.id, payout.state));
    }
}

/// Where a payout's money is, by the ledger.
struct Money
{
    bool left = false;
    bool back = false;
};

QHash<QString, Money> moneyOfPayouts(const Traces &traces)
{
    QHash<QString, Money> money;
    for (const LedgerEntry &entry : traces.ledger) {
        const QString payout = traces.payoutOfSession.value(entry.session);
        if (entry.event == u"transfer") money[payout].left = true;
        if (entry.event == u"returned") money[payout].back = true;
    }
    return money;
}

void deskKnowsWhatTheBankDid(const Traces &traces, Findings &findings)
{
    const auto money = moneyOfPayouts(traces);
    for (const Payout &payout : traces.store().payouts) {
        const Money truth = money.value(payout.id);
        if (payout.state == u"hold") continue;
        const bool saysLeft = payout.state == u"paid" || payout.state == u"returned";
        if (saysLeft != truth.left || (payout.state == u"returned") != truth.back) {
            findings.add(u"payout %1 reads %2"_s.arg(payout.id, payout.state));
        }
    }
}

/// What the bank paid is seen: as a payout, or at least as an alarm that names the session.
void everyTransferIsSeen(const Traces &traces, Findings &findings)
{
    QSet<QString> seen;
    for (const Attempt &attempt : traces.store().attempts)
        seen.insert(attempt.session);
    for (const Alarm &alarm : traces.store().alarms)
        seen.insert(alarm.session);
    for (const LedgerEntry *transfer : traces.entries(u"transfer"_s)) {
        if (!seen.contains(transfer->session)) findings.add(u"session %1"_s.arg(transfer->session));
    }
}

/// A confirm that arrives after the bank has paid of its own accord is answered with session_wrong_state, which says
/// nothing (section 3: unknown): whoever sent it can't tell this payment from the one that was asked for.
QSet<QString> sessionsWithAConfirm(const Traces &traces)
{
    QSet<QString> sessions;
    for (const LedgerEntry *entry : traces.entries(u"confirm_taken"_s))
        sessions.insert(entry->session);
    for (const LedgerEntry *entry : traces.entries(u"request_seen"_s)) {
        const bool tooLate = entry->fields.value("call"_L1).toString() == u"confirm" &&
                             entry->fields.value("outcome"_L1).toString() == u"session_wrong_state";
        if (tooLate) sessions.insert(entry->session);
    }
    return sessions;
}

void unaskedMoneyAlarms(const Traces &traces, Findings &findings)
{
    const QSet<QString> confirmed = sessionsWithAConfirm(traces);
    for (const LedgerEntry *transfer : traces.entries(u"transfer"_s)) {
        if (confirmed.contains(transfer->session)) continue;
        const bool alarmed = std::any_of(traces.stores.begin(), traces.stores.end(), [&](const StoreRows &store) {
            return std::any_of(store.alarms.begin(), store.alarms.end(), [&](const Alarm &alarm) {
                return alarm.session == transfer->session && alarm.kind != u"unmatched" && alarm.kind != u"fenced";
            });
        });
        if (!alarmed) findings.add(u"session %1"_s.arg(transfer->session));
    }
}

} // namespace

QList<Rule> endRules()
{
    return {
        {u"everythingEnds"_s, u"A day after the last fault every payout is final or on hold with a reason."_s,
         everythingEnds, true},
        {u"deskKnowsWhatTheBankDid"_s, u"A day after the last fault the desk says what the ledger says."_s,
         deskKnowsWhatTheBankDid, true},
        {u"everyTransferIsSeen"_s, u"A day after the last fault the desk in force names every session that paid."_s,
         everyTransferIsSeen, true},
        {u"unaskedMoneyAlarms"_s, u"Money that moved without our confirm has raised an alarm."_s, unaskedMoneyAlarms,
         true},
    };
}

} // namespace countersign::faults
