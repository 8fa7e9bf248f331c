#pragma once

#include "payouts/offers.h"
#include "support/engineworld.h"

namespace countersign::test {

// What a person does before and after an older copy of the store was put back (K15).

[[nodiscard]] inline PayoutId saveDraft(EngineWorld &world)
{
    const auto id = world.engine().saveDraft({}, EngineWorld::draft());
    if (!id) qFatal("no draft");
    return *id;
}

inline void send(EngineWorld &world, const PayoutId &id)
{
    const auto sent = world.engine().sendForChecking(id, world.actsFor(id));
    if (!sent) qFatal("not sent: %s", qPrintable(faultText(sent)));
}

/// Sends and pays what the copy does not know of, and comes back with the copy.
inline void payAndLoseIt(EngineWorld &world, const PayoutId &id)
{
    send(world, id);
    world.attend(id);
    if (world.state(id) != PayoutState::paid) qFatal("not paid: %s", qPrintable(world.stateText(id)));
    world.loseCommitsSinceTheCopy();
    world.restart();
}

inline void liftWhenRead(EngineWorld &world)
{
    world.run(10min);
    const auto lifted = world.engine().liftFreeze(QStringLiteral("the backup was restored"));
    if (!lifted) qFatal("not lifted: %s", qPrintable(faultText(lifted)));
}

/// As the window reads it.
[[nodiscard]] inline PayoutDossier dossierOf(EngineWorld &world, const PayoutId &id)
{
    const auto transaction = world.begin();
    PayoutDossier dossier;
    dossier.payout = transaction->payout(id).value();
    const auto attempts = transaction->attempts(id).value();
    for (const AttemptRecord &attempt : attempts) {
        if (attempt.id == dossier.payout.attempt) dossier.attempt = attempt;
    }
    if (dossier.attempt) {
        dossier.intents = transaction->intents(dossier.attempt->id).value();
        for (const IntentRecord &intent : std::as_const(dossier.intents))
            dossier.sends.append(transaction->sends(intent.id).value());
        dossier.observations = transaction->observations(dossier.attempt->sessionId, 100).value();
        dossier.confirmInfo = transaction->latestConfirmInfo(dossier.attempt->sessionId).value();
        dossier.decisions = transaction->decisions(dossier.attempt->id).value();
    }
    const auto alarms = transaction->openAlarms().value();
    for (const AlarmRecord &alarm : alarms) {
        if (alarm.payout == id) dossier.alarms.append(alarm);
    }
    return dossier;
}

[[nodiscard]] inline bool isOffered(EngineWorld &world, const PayoutId &id, Offer offer)
{
    const auto acts = offersFor(dossierOf(world, id), world.now());
    return std::any_of(acts.begin(), acts.end(),
                       [offer](const OfferedAct &act) { return act.offer == offer && act.enabled; });
}

} // namespace countersign::test
