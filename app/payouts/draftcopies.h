#pragma once

#include "ports/payoutreader.h"

namespace countersign {

// From one payout to a new draft. Pure.

/// What the payout asks for: frozen when it was sent, else its draft, with where its fields came from. The errors of
/// contentFromCanonicalBytes and draftFromCanonicalBytes.
[[nodiscard]] Result<PayoutDraft> askedOf(const PayoutDossier &dossier);

/// A draft of its own with what a copy may take over: the two accounts, the recipient, amount, purpose and urgency,
/// each marked as copied, and what an import warned of at it, which is still true of it. Nothing else goes along: no
/// document of a file (the copy is not that document), no entry of the book (it may have changed), no act for a new
/// recipient, no session.
[[nodiscard]] PayoutDraft copyOf(const PayoutDraft &asked, const CopiedFrom &from);

} // namespace countersign
