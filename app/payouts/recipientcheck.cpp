#include "payouts/recipientcheck.h"

#include "core/try.h"
#include "domain/likeness.h"
#include "payouts/parts.h"

#include <algorithm>

namespace countersign {

namespace {

bool sameRecipient(const RecipientIdentity &one, const RecipientIdentity &other)
{
    return one.account == other.account && one.bik == other.bik && one.inn == other.inn &&
           isAlike(one.name, other.name);
}

/// An act for this recipient, of the payout itself before it was withdrawn or of the one that it pays again.
Result<std::optional<RecipientActRecord>> earlierAct(RecipientHistory &history, const RecipientIdentity &who,
                                                     const PayoutId &self, const PayoutId &retryOf)
{
    for (const PayoutId &id : {self, retryOf}) {
        if (id.isEmpty()) continue;
        COUNTERSIGN_TRY_INTO(act, history.lastRecipientAct(id));
        if (act && sameRecipient(act->who, who)) return act;
    }
    return std::optional<RecipientActRecord>{};
}

DuplicateQuestion questionOf(const PayoutDraft &draft, const RecipientIdentity &who, const PayoutId &self,
                             const PayoutId &retryOf)
{
    const auto sender = AccountNumber::parse(draft.senderAccount);
    const auto amount = Money::parse(draft.amount);
    return {.self = self,
            .retryOf = retryOf,
            .recipientAccount = who.account,
            .senderAccount = sender ? sender->text() : draft.senderAccount,
            .purpose = draft.purpose,
            .amountKopecks = amount ? std::optional(amount->kopecks()) : std::nullopt,
            .documentKey = documentKey(draft.source),
            .importKey = importKey(draft.source)};
}

bool typedAgain(const SendingActs &given, const RecipientIdentity &who)
{
    return sameRecipient(given.recipient, who) && given.typedDigits.size() == retypedDigits &&
           who.account.endsWith(given.typedDigits);
}

Result<QList<DuplicateActRecord>> dueDuplicates(const QList<Duplicate> &found, const PayoutId &payout,
                                                const SendingActs &given)
{
    QList<DuplicateActRecord> acts;
    QStringList unknown;
    for (const Duplicate &duplicate : found) {
        if (!given.knownEarlier.contains(duplicate.earlier.id)) unknown += QString::number(duplicate.earlier.number);
        acts.append({.payout = payout, .earlier = duplicate.earlier.id, .earlierNumber = duplicate.earlier.number});
    }
    if (!unknown.isEmpty()) return fail(ErrorCode::duplicateNotAcknowledged, unknown.join(QStringLiteral(", ")));
    return acts;
}

} // namespace

Result<RecipientCheck> checkRecipient(RecipientHistory &history, const PayoutDraft &draft, const PayoutId &self,
                                      const PayoutId &retryOf, Instant now)
{
    RecipientCheck check;
    check.who = identityOf(draft);
    COUNTERSIGN_TRY_INTO(standing, standingIn(history, check.who));
    check.standing = std::move(standing);
    if (check.standing.needsAct()) {
        COUNTERSIGN_TRY_INTO(act, earlierAct(history, check.who, self, retryOf));
        if (act && !check.standing.changedAfter(act->at)) check.actOf = act->payout;
    }
    COUNTERSIGN_TRY_INTO(repeats, repeatsOf(history, draft, self, retryOf, now));
    check.duplicates = std::move(repeats);
    return check;
}

Result<QList<Duplicate>> repeatsOf(RecipientHistory &history, const PayoutDraft &draft, const PayoutId &self,
                                   const PayoutId &retryOf, Instant now)
{
    const DuplicateQuestion question = questionOf(draft, identityOf(draft), self, retryOf);
    COUNTERSIGN_TRY_INTO(earlier, history.earlierPayouts(question));
    return duplicatesAmong(earlier, question, now);
}

Result<DueActs> dueActs(Work &work, const EngineParts &parts, const PayoutRecord &payout, const PayoutDraft &draft,
                        const SendingActs &given)
{
    COUNTERSIGN_TRY_INTO(check, checkRecipient(work.tx, draft, payout.id, payout.retryOf, work.now));
    DueActs acts;
    if (check.needsRetyping() && !typedAgain(given, check.who)) {
        return fail(ErrorCode::recipientNotAcknowledged, standingKindWord(check.standing.kind));
    }
    COUNTERSIGN_TRY_INTO(duplicates, dueDuplicates(check.duplicates, payout.id, given));
    acts.duplicates = std::move(duplicates);
    for (DuplicateActRecord &act : acts.duplicates) {
        act.user = parts.settings.operatorName;
        act.at = work.now;
    }
    if (check.standing.needsAct()) {
        acts.recipient = RecipientActRecord{.payout = payout.id,
                                            .standing = check.standing.kind,
                                            .who = check.who,
                                            .carriedFrom = check.actOf,
                                            .user = parts.settings.operatorName,
                                            .at = work.now};
    }
    return acts;
}

Result<> storeActs(Work &work, const DueActs &acts, int version)
{
    if (acts.recipient) {
        RecipientActRecord act = *acts.recipient;
        act.version = version;
        COUNTERSIGN_TRY(work.tx.insertRecipientAct(act));
        const QString whole = QStringList{act.who.account, act.who.bik, act.who.inn}.join(u'/');
        COUNTERSIGN_TRY(
            work.tx.appendAudit(QStringLiteral("recipientAcknowledged"),
                                {{QStringLiteral("payout"), act.payout.text},
                                 {QStringLiteral("user"), act.user},
                                 {QStringLiteral("standing"), standingKindWord(act.standing)},
                                 {QStringLiteral("accountEnding"), act.who.account.right(4)},
                                 {QStringLiteral("recipient"), QString::fromLatin1(sha256Hex(whole.toUtf8()))},
                                 {QStringLiteral("carriedFrom"), act.carriedFrom.text}}));
    }
    for (DuplicateActRecord act : acts.duplicates) {
        act.version = version;
        COUNTERSIGN_TRY(work.tx.insertDuplicateAct(act));
        COUNTERSIGN_TRY(work.tx.appendAudit(QStringLiteral("duplicateAcknowledged"),
                                            {{QStringLiteral("payout"), act.payout.text},
                                             {QStringLiteral("user"), act.user},
                                             {QStringLiteral("earlier"), act.earlier.text},
                                             {QStringLiteral("number"), act.earlierNumber}}));
    }
    return {};
}

Result<Acknowledgement> recipientAcknowledged(Work &work, const PayoutContent &content,
                                              const std::optional<RecipientActRecord> &act, Instant frozenAt)
{
    const RecipientIdentity who = identityOf(content);
    if (act) return sameRecipient(act->who, who) ? Acknowledgement::given : Acknowledgement::forAnotherOne;
    COUNTERSIGN_TRY_INTO(standing, standingIn(work.tx, who));
    if (!standing.needsAct()) return Acknowledgement::given;
    // It was the known account when it was sent, and nothing was asked for: the review asks now (changedSinceSent).
    const bool paidElsewhere = standing.wasLeftSince() && std::all_of(standing.earlier.begin(), standing.earlier.end(),
                                                                      [&](const PaidRecipient &elsewhere) {
                                                                          return elsewhere.lastPaidAt >= frozenAt;
                                                                      });
    const bool bookChanged = standing.kind == StandingKind::bookDisagrees && standing.payments > 0;
    const bool asksForTick = paidElsewhere || (bookChanged && standing.bookSince >= frozenAt);
    return asksForTick ? Acknowledgement::given : Acknowledgement::missing;
}

Result<QList<Duplicate>> repeatsSinceSent(Work &work, const PayoutRecord &payout, const PayoutContent &content,
                                          const DraftSource &source, const QList<DuplicateActRecord> &acts)
{
    PayoutDraft sent = draftOf(content);
    sent.source = source;
    COUNTERSIGN_TRY_INTO(found, repeatsOf(work.tx, sent, payout.id, payout.retryOf, work.now));
    found.removeIf([&](const Duplicate &duplicate) {
        return duplicate.earlier.state == PayoutState::draft ||
               std::any_of(acts.begin(), acts.end(),
                           [&](const DuplicateActRecord &act) { return act.earlier == duplicate.earlier.id; });
    });
    return found;
}

Result<std::optional<RecipientStanding>> changedSinceSent(Work &work, const PayoutContent &content,
                                                          const std::optional<RecipientActRecord> &act)
{
    COUNTERSIGN_TRY_INTO(standing, standingIn(work.tx, identityOf(content)));
    if (!standing.needsAct()) return std::optional<RecipientStanding>();
    return !act || standing.changedAfter(act->at) ? std::optional(standing) : std::nullopt;
}

QString newRecipientTick()
{
    return QStringLiteral("newAccount");
}

QString repeatTick()
{
    return QStringLiteral("looksLikeEarlier");
}

QString repeatTickOf(qint64 number)
{
    return QStringLiteral("looksLike:%1").arg(number);
}

std::optional<qint64> repeatOfTick(const QString &tick)
{
    static const QString beginning = QStringLiteral("looksLike:");
    bool isNumber = false;
    const qint64 number = tick.mid(beginning.size()).toLongLong(&isNumber);
    return tick.startsWith(beginning) && isNumber ? std::optional(number) : std::nullopt;
}

QString retypedTick()
{
    return QStringLiteral("accountRetyped");
}

bool isRetyped(const QString &typed, const PayoutContent &content)
{
    return typed.size() == retypedDigits && content.account.text().endsWith(typed);
}

} // namespace countersign
