#include "payouts/draftcopies.h"

#include "core/try.h"
#include "domain/rowwarnings.h"

namespace countersign {

Result<PayoutDraft> askedOf(const PayoutDossier &dossier)
{
    if (dossier.payout.state == PayoutState::draft || !dossier.instruction)
        return draftFromCanonicalBytes(dossier.payout.draft);
    COUNTERSIGN_TRY_INTO(frozen, contentFromCanonicalBytes(dossier.instruction->content));
    PayoutDraft asked = draftOf(frozen);
    asked.source = draftSourceFromCanonicalBytes(dossier.instruction->source);
    return asked;
}

PayoutDraft copyOf(const PayoutDraft &asked, const CopiedFrom &from)
{
    PayoutDraft copy{.senderAccount = asked.senderAccount,
                     .recipientName = asked.recipientName,
                     .inn = asked.inn,
                     .kpp = asked.kpp,
                     .bik = asked.bik,
                     .account = asked.account,
                     .amount = asked.amount,
                     .purpose = asked.purpose,
                     .urgent = asked.urgent};
    copy.source.copy = from;
    noteRowWarnings(copy.source, rowWarnings(asked.source));
    noteOrigin(copy.source,
               {Field::senderAccount, Field::recipientName, Field::inn, Field::kpp, Field::bik, Field::account,
                Field::amount, Field::purpose, Field::urgency},
               Origin::payout);
    return copy;
}

} // namespace countersign
