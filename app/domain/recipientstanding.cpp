#include "domain/recipientstanding.h"

#include "core/storedwords.h"
#include "domain/likeness.h"
#include "domain/purpose.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr StoredWords<StandingKind, 6> recipientStandingWords(
    {QLatin1String("incomplete"), QLatin1String("paidBefore"), QLatin1String("newAccount"),
     QLatin1String("recipientChanged"), QLatin1String("neverPaid"), QLatin1String("bookDisagrees")});
constexpr qsizetype earlierShown = 5;

template <class Number>
QString numberText(const QString &typed)
{
    const auto number = Number::parse(typed);
    return number ? number->text() : QString(typed).remove(QChar::Space);
}

bool sameAccount(const RecipientIdentity &one, const RecipientIdentity &other)
{
    return one.account == other.account && one.bik == other.bik;
}

bool newerFirst(const PaidRecipient &one, const PaidRecipient &other)
{
    return one.lastPaidAt > other.lastPaidAt;
}

bool sameRecipient(const RecipientIdentity &who, const RecipientIdentity &other)
{
    return (!who.inn.isEmpty() && who.inn == other.inn) || isAlike(who.name, other.name);
}

bool onlyLooksLike(const QString &name, const QString &other)
{
    return !name.isEmpty() && lookOf(name) == lookOf(other) && !isAlike(name, other);
}

/// Each account at each bank once, newest first.
QList<PaidRecipient> accountsOf(const QList<PaidRecipient> &newestFirst)
{
    QList<PaidRecipient> accounts;
    for (const PaidRecipient &each : newestFirst) {
        const auto known = std::find_if(accounts.begin(), accounts.end(),
                                        [&](const PaidRecipient &other) { return sameAccount(each.who, other.who); });
        if (known != accounts.end())
            known->payments += each.payments;
        else if (accounts.size() < earlierShown)
            accounts.append(each);
    }
    return accounts;
}

/// Namesakes with INNs of their own are two.
bool namesakeOnly(const RecipientIdentity &who, const RecipientIdentity &other)
{
    return !who.inn.isEmpty() && !other.inn.isEmpty() && who.inn != other.inn;
}

/// Where the recipient has been paid since; newest first.
QList<PaidRecipient> paidSince(Instant moment, const RecipientIdentity &who, const QList<PaidRecipient> &elsewhere)
{
    QList<PaidRecipient> since;
    for (const PaidRecipient &each : elsewhere) {
        if (each.lastPaidAt > moment && !namesakeOnly(who, each.who)) since.append(each);
    }
    return since;
}

void judgeKnownAccount(RecipientStanding &standing, const RecipientIdentity &who, const QList<PaidRecipient> &here,
                       const QList<PaidRecipient> &elsewhere)
{
    for (const PaidRecipient &each : here)
        standing.payments += each.payments;
    const PaidRecipient &last = here.first();
    standing.lastPaidAt = last.lastPaidAt;
    if (who.inn == last.who.inn && isAlike(who.name, last.who.name)) {
        standing.earlier = accountsOf(paidSince(last.lastPaidAt, who, elsewhere));
        standing.kind = standing.earlier.isEmpty() ? StandingKind::paidBefore : StandingKind::newAccount;
        return;
    }
    standing.kind = StandingKind::recipientChanged;
    standing.lastName = last.who.name;
    standing.lastInn = last.who.inn;
}

/// The recipient's own entry, by INN or name.
bool isOwn(const RecipientIdentity &who, const BookEntry &entry)
{
    return !entry.left && sameRecipient(who, entry.who) && !namesakeOnly(who, entry.who);
}

/// The recipient's own entry with this account answers for it, whatever other entries say: one recipient may have
/// several accounts. Somebody else's entry with it says nothing for this one.
bool isHeld(const RecipientIdentity &who, const QList<BookEntry> &book)
{
    return std::any_of(book.begin(), book.end(),
                       [&](const BookEntry &entry) { return isOwn(who, entry) && sameAccount(who, entry.who); });
}

void judgeByBook(RecipientStanding &standing, const RecipientIdentity &who, const QList<BookEntry> &book)
{
    if (isHeld(who, book)) return;
    for (const BookEntry &entry : book) {
        const bool theirs = isOwn(who, entry);
        const bool wasHere = entry.left && sameAccount(who, entry.who);
        if (theirs && standing.inBook.size() < earlierShown) standing.inBook.append(entry.who);
        if (wasHere) standing.leftInBook = true;
        if (theirs || wasHere) standing.bookSince = std::max(standing.bookSince, entry.since);
    }
    const bool silent = standing.kind == StandingKind::paidBefore || standing.kind == StandingKind::neverPaid;
    if (silent && standing.bookSpeaksAgainst()) standing.kind = StandingKind::bookDisagrees;
}

} // namespace

QString standingKindWord(StandingKind kind)
{
    return recipientStandingWords.of(kind);
}

std::optional<StandingKind> standingKindFromWord(QStringView word)
{
    return recipientStandingWords.find(word);
}

RecipientIdentity identityOf(const PayoutDraft &draft)
{
    return {.name = normalisedName(draft.recipientName),
            .inn = numberText<Inn>(draft.inn),
            .bik = numberText<Bik>(draft.bik),
            .account = numberText<AccountNumber>(draft.account)};
}

RecipientIdentity identityOf(const PayoutContent &content)
{
    return {.name = content.recipientName,
            .inn = content.inn ? content.inn->text() : QString(),
            .bik = content.bik.text(),
            .account = content.account.text()};
}

bool RecipientStanding::needsAct() const
{
    switch (kind) {
    case StandingKind::incomplete:
    case StandingKind::paidBefore:
        return false;
    case StandingKind::newAccount:
    case StandingKind::recipientChanged:
    case StandingKind::neverPaid:
    case StandingKind::bookDisagrees:
        return true;
    }
    return true;
}

bool RecipientStanding::changedAfter(Instant moment) const
{
    return (wasLeftSince() && earlier.first().lastPaidAt > moment) || (bookSpeaksAgainst() && bookSince > moment);
}

RecipientStanding standingOf(const RecipientIdentity &who, const QList<PaidRecipient> &paid,
                             const QList<BookEntry> &book)
{
    RecipientStanding standing;
    if (!AccountNumber::parse(who.account) || !Bik::parse(who.bik)) return standing;

    QList<PaidRecipient> newestFirst = paid;
    std::stable_sort(newestFirst.begin(), newestFirst.end(), newerFirst);
    QList<PaidRecipient> here;
    QList<PaidRecipient> elsewhere;
    for (const PaidRecipient &each : std::as_const(newestFirst)) {
        if (sameAccount(who, each.who))
            here.append(each);
        else if (sameRecipient(who, each.who))
            elsewhere.append(each);
        if (standing.lookAlikeOf.isEmpty() && onlyLooksLike(who.name, each.who.name))
            standing.lookAlikeOf = each.who.name;
    }
    if (!here.isEmpty()) {
        judgeKnownAccount(standing, who, here, elsewhere);
    } else if (!elsewhere.isEmpty()) {
        standing.kind = StandingKind::newAccount;
        standing.earlier = accountsOf(elsewhere);
    } else {
        standing.kind = StandingKind::neverPaid;
    }
    judgeByBook(standing, who, book);
    return standing;
}

bool wasPaidSo(const RecipientIdentity &who, const QList<PaidRecipient> &paid)
{
    return std::any_of(paid.begin(), paid.end(), [&](const PaidRecipient &each) {
        return sameAccount(who, each.who) && who.inn == each.who.inn && isAlike(who.name, each.who.name);
    });
}

} // namespace countersign
