#pragma once

#include "core/ids.h"
#include "payouts/settings.h"
#include "ports/payoutstore.h"
#include "ports/sendjournal.h"
#include "ports/signing.h"
#include "ports/transport.h"

namespace countersign {

/// What the use cases work with; everything outlives them. All on the engine's thread.
struct EngineParts
{
    PayoutStore &store;
    SendJournal &journal;
    const BankProtocol &protocol;
    const Signer &signer;
    SigningDesk &signing; ///< signs calls with that key, beside the engine's thread
    const SignatureVerifier &bankKeys;
    Transport &moneyLane;  ///< create, start, confirm, cancel
    Transport &statusLane; ///< session/status
    const Clock &clock;
    Ids &ids;
    const BankDirectory *directory; ///< may be null
    EngineSettings settings;
};

} // namespace countersign
