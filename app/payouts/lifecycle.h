#pragma once

#include "domain/transition.h"
#include "payouts/work.h"

namespace countersign {

/// A payout with its latest attempt, as one event finds them.
struct Case
{
    PayoutRecord payout;
    AttemptRecord attempt; ///< id empty: none yet
};

[[nodiscard]] Result<Case> loadCase(Work &work, const PayoutId &id);

/// Applies one event to a case inside the transaction: asks the table, writes payout and attempt, alarms, freeze,
/// void decisions and the audit entry, and collects what is to be told. Nothing else changes a state (design.md 2).
/// `details` go into the audit entry; a "from" among them is the state on record, where the caller has moved the case
/// already. The caller brings `Transition::call` on its way in the same transaction.
[[nodiscard]] Result<Transition> applyEvent(Work &work, Case &subject, Event event, const EventFacts &facts,
                                            QJsonObject details = {});

/// The same for a session that was given up; `attempt` is not the payout's live one.
[[nodiscard]] Result<Transition> applyEventOfClosedAttempt(Work &work, PayoutRecord &payout, AttemptRecord &attempt,
                                                           Event event);

/// A call of `attempt` that the store has lost (K15): the payout stands where its end is awaited. `what` and `details`
/// are the audit entry.
[[nodiscard]] Result<> applyLostCall(Work &work, Case &subject, const AttemptRecord &attempt, CallKind call,
                                     const QString &what, QJsonObject details);

/// A session of the payout's content that is lost, and the last that was started for it (K15): the payout goes on in
/// it, its other session is given up. `what` is the audit entry.
[[nodiscard]] Result<> applyFoundSession(Work &work, Case &subject, const AttemptRecord &attempt, const QString &what);

/// A session of the payout that is lost and carried a content that nobody knows here (K15).
[[nodiscard]] Result<> applyLostSession(Work &work, Case &subject, const QString &sessionId);

/// Why such a payout is on hold.
[[nodiscard]] QString sentWithOtherContent();

/// Why such a payout waits to be sent whose earlier session may still pay (L2).
[[nodiscard]] QString earlierSession();
/// Three sessions were asked for within an hour and none is known to have opened.
[[nodiscard]] QString createdThreeTimes();

/// There is a session of the payout with a content that nobody knows here, and no person has resolved that yet.
[[nodiscard]] Result<bool> wasSentWithOtherContent(Work &work, const PayoutId &id);

/// When an alarm for the same payout and session counts as the one that is open already.
enum class AlarmSameness { kind, kindAndDetail };
/// An alarm with its audit entry; the same one is raised once while it is open.
[[nodiscard]] Result<> raiseAlarm(Work &work, AlarmRecord alarm, AlarmSameness sameness = AlarmSameness::kind);
/// An alarm that freezes (L14): once, while it is open, else the next reading of the same session would undo the
/// lifting of the freeze. True: it was not open yet.
[[nodiscard]] Result<bool> raiseFreezingAlarm(Work &work, const AlarmRecord &alarm);
/// L14. Without effect when already frozen.
[[nodiscard]] Result<> setFreeze(Work &work, const FreezeRecord &freeze);

/// The word of the history for an event; see ui/models for its sentence.
[[nodiscard]] QString eventWord(Event event);

} // namespace countersign
