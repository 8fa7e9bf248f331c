#include "ports/recipients.h"

#include "core/try.h"

namespace countersign {

Result<RecipientStanding> standingIn(RecipientHistory &history, const RecipientIdentity &who)
{
    COUNTERSIGN_TRY_INTO(paid, history.paidRecipients(who));
    COUNTERSIGN_TRY_INTO(book, history.bookEntries(who));
    return standingOf(who, paid, book);
}

} // namespace countersign
