// What a person does at the desk of the engine's world.
#include "payouts/recipientcheck.h"
#include "support/engineworld.h"
#include "support/exampledraft.h"
#include "support/sendingacts.h"

namespace countersign::test {

using namespace Qt::StringLiterals;

PayoutDraft EngineWorld::draft(const QString &amount)
{
    return exampleDraft(amount);
}

PayoutId EngineWorld::submit(const PayoutDraft &draft)
{
    const auto id = m_engine->saveDraft({}, draft);
    if (!id) qFatal("draft: %s", qPrintable(faultText(id)));
    const auto sent = m_engine->sendForChecking(*id, actsFor(*id));
    if (!sent) qFatal("submit: %s", qPrintable(faultText(sent)));
    tickWhileChanging();
    return *id;
}

SendingActs EngineWorld::actsFor(const PayoutId &id)
{
    const auto transaction = begin();
    const PayoutRecord payout = transaction->payout(id).value();
    const PayoutDraft draft = draftFromCanonicalBytes(payout.draft).value();
    return fullActs(checkRecipient(*transaction, draft, id, payout.retryOf, now()).value());
}

PayoutId EngineWorld::submitToReview(const PayoutDraft &draft)
{
    const PayoutId id = submit(draft);
    if (!runUntil(id, PayoutState::review)) qFatal("not ready: %s", qPrintable(stateText(id)));
    return id;
}

PayoutId EngineWorld::payCleanly()
{
    const PayoutId id = submitToReview();
    const auto approved = approve(id);
    if (!approved) qFatal("approve: %s", qPrintable(faultText(approved)));
    if (!runUntil(id, PayoutState::paid)) qFatal("not paid: %s", qPrintable(stateText(id)));
    return id;
}

Result<> EngineWorld::approve(const PayoutId &id, milliseconds looking)
{
    const auto sheet = m_engine->openReview(id);
    if (!sheet) return std::unexpected(sheet.error());
    run(looking);
    return approveWith(id, *sheet);
}

Result<> EngineWorld::decideOn(const PayoutId &id, const ReviewSheet &sheet, const QString &digits,
                               const QString &retyped)
{
    return m_engine->decide(id, {.kind = DecisionKind::approve,
                                 .viewSha256 = sheet.viewSha256,
                                 .openedAt = sheet.openedAt,
                                 .ticks = sheet.requiredTicks,
                                 .typedDigits = digits,
                                 .retypedDigits = retyped,
                                 .reason = u"as agreed by telephone"_s});
}

Result<> EngineWorld::approveWith(const PayoutId &id, const ReviewSheet &sheet, const QString &digits,
                                  const QString &retyped)
{
    const auto decided = decideOn(id, sheet, digits, retyped);
    tickWhileChanging();
    return decided;
}

Result<> EngineWorld::cancel(const PayoutId &id)
{
    const auto decided = m_engine->decide(id, {.kind = DecisionKind::cancel, .openedAt = now(), .reason = u"wrong"_s});
    tickWhileChanging();
    return decided;
}

Result<> EngineWorld::order(const PayoutId &id, PersonOrder order)
{
    const auto done = m_engine->order(id, order, u"seen at the bank"_s);
    tickWhileChanging();
    return done;
}

void EngineWorld::attend(const PayoutId &id, milliseconds limit)
{
    const Instant end = m_clock.now() + limit;
    while (m_clock.now() < end && !isFinal(state(id))) {
        if (state(id) == PayoutState::review) (void)approve(id);
        if (state(id) == PayoutState::startUnknown) (void)order(id, PersonOrder::closeAndTryAgain);
        if (state(id) == PayoutState::confirmUnknown) (void)order(id, PersonOrder::sendConfirmAgain);
        if (state(id) == PayoutState::cancelUnknown || state(id) == PayoutState::closing) {
            (void)order(id, PersonOrder::sendCancelAgain);
        }
        run(10s);
    }
}

} // namespace countersign::test
