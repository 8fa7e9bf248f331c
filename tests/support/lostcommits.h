#pragma once

#include "payouts/offers.h"
#include "storage/sqlitereader.h"
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
    SqliteReader reader(world.storePath());
    auto dossier = reader.dossier(id);
    if (!dossier) qFatal("no dossier: %s", qPrintable(faultText(dossier)));
    return *std::move(dossier);
}

[[nodiscard]] inline bool isOffered(EngineWorld &world, const PayoutId &id, Offer offer)
{
    const auto acts = offersFor(dossierOf(world, id), world.now());
    return std::any_of(acts.begin(), acts.end(),
                       [offer](const OfferedAct &act) { return act.offer == offer && act.enabled; });
}

} // namespace countersign::test
