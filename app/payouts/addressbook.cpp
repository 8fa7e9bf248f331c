#include "payouts/addressbook.h"

#include "core/try.h"
#include "domain/likeness.h"
#include "domain/purpose.h"
#include "payouts/recipientbook.h"

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype noteLimit = 500;

/// The number without spaces; names the field among the wrong ones when it is none.
template <class Number>
QString numberOf(const QString &typed, Field field, QStringList &wrong)
{
    const auto number = Number::parse(typed);
    if (number) return number->text();
    wrong += payoutFieldWord(field);
    return {};
}

/// The details as they are kept: numbers without spaces, texts without decoration. notValid names every wrong field.
Result<RecipientDetails> tidied(const RecipientDetails &typed)
{
    QStringList wrong;
    RecipientDetails details{.name = normalisedName(typed.name), .note = typed.note.simplified()};
    if (details.name.isEmpty() || codePoints(details.name) > nameLimit || invisibleCharacter(details.name))
        wrong += payoutFieldWord(Field::recipientName);
    if (!typed.inn.trimmed().isEmpty()) details.inn = numberOf<Inn>(typed.inn, Field::inn, wrong);
    if (!typed.kpp.trimmed().isEmpty()) details.kpp = numberOf<Kpp>(typed.kpp, Field::kpp, wrong);
    details.bik = numberOf<Bik>(typed.bik, Field::bik, wrong);
    details.account = numberOf<AccountNumber>(typed.account, Field::account, wrong);
    if (details.note.size() > noteLimit || invisibleCharacter(details.note)) wrong += payoutFieldWord(Field::whole);
    if (!wrong.isEmpty()) return fail(ErrorCode::notValid, wrong.join(u','));
    return details;
}

Result<RecipientRecord> nextVersion(Work &work, const RecipientId &id, int seenVersion)
{
    COUNTERSIGN_TRY_INTO(entry, work.tx.recipient(id));
    if (entry.retired || entry.version != seenVersion) return fail(ErrorCode::wrongState);
    ++entry.version;
    return entry;
}

Result<> put(Work &work, const EngineParts &parts, RecipientRecord &entry, const QString &what)
{
    entry.changedAt = work.now;
    COUNTERSIGN_TRY(work.tx.putRecipient(entry, parts.settings.operatorName));
    const QString whole = QStringList{entry.details.account, entry.details.bik, entry.details.inn}.join(u'/');
    return work.tx.appendAudit(what, {{QStringLiteral("entry"), entry.id.text},
                                      {QStringLiteral("version"), entry.version},
                                      {QStringLiteral("user"), parts.settings.operatorName},
                                      {QStringLiteral("accountEnding"), entry.details.account.right(4)},
                                      {QStringLiteral("recipient"), QString::fromLatin1(sha256Hex(whole.toUtf8()))}});
}

} // namespace

Result<RecipientRecord> saveRecipient(Work &work, const EngineParts &parts, const RecipientId &id, int seenVersion,
                                      const RecipientDetails &details)
{
    COUNTERSIGN_TRY_INTO(kept, tidied(details));
    COUNTERSIGN_TRY_INTO(same, work.tx.recipientsOfAccount(kept.account));
    const bool taken = std::any_of(same.begin(), same.end(), [&](const RecipientRecord &other) {
        return other.id != id && other.details.bik == kept.bik;
    });
    if (taken) return fail(ErrorCode::storeConflict, kept.account.right(4));
    RecipientRecord entry{.id = {parts.ids.next()}};
    if (!id.isEmpty()) {
        COUNTERSIGN_TRY_INTO(next, nextVersion(work, id, seenVersion));
        if (next.details == kept) return fail(ErrorCode::emptyValue); // nothing has changed
        entry = next;
    }
    entry.details = kept;
    COUNTERSIGN_TRY(put(work, parts, entry, QStringLiteral("recipientSaved")));
    return entry;
}

Result<> retireRecipient(Work &work, const EngineParts &parts, const RecipientId &id, int seenVersion)
{
    COUNTERSIGN_TRY_INTO(entry, nextVersion(work, id, seenVersion));
    entry.retired = true;
    return put(work, parts, entry, QStringLiteral("recipientRetired"));
}

Result<QList<RecipientRecord>> entriesOf(RecipientReader &reader, const RecipientIdentity &who)
{
    COUNTERSIGN_TRY_INTO(sameAccount, reader.recipientsOfAccount(who.account));
    sameAccount.removeIf([&](const RecipientRecord &entry) { return entry.details.bik != who.bik; });
    if (who.inn.isEmpty()) return sameAccount;
    COUNTERSIGN_TRY_INTO(page, reader.recipients({.search = who.inn}));
    for (const RecipientRecord &entry : std::as_const(page.rows)) {
        const bool known = std::any_of(sameAccount.cbegin(), sameAccount.cend(),
                                       [&](const RecipientRecord &other) { return other.id == entry.id; });
        if (entry.details.inn == who.inn && !known) sameAccount.append(entry);
    }
    return sameAccount;
}

RecipientDetails recipientOf(const PayoutDraft &draft)
{
    return {.name = draft.recipientName,
            .inn = draft.inn == u"0" ? QString() : draft.inn,
            .kpp = draft.kpp == u"0" ? QString() : draft.kpp,
            .bik = draft.bik,
            .account = draft.account,
            .note = {}};
}

bool isEntryOf(const RecipientRecord &entry, const RecipientIdentity &who)
{
    const RecipientDetails &has = entry.details;
    if (has.account != who.account || has.bik != who.bik) return false;
    if (!has.inn.isEmpty() && !who.inn.isEmpty()) return has.inn == who.inn;
    return isAlike(has.name, who.name);
}

PayoutDraft withRecipient(PayoutDraft draft, const RecipientRecord &entry)
{
    draft.recipientName = entry.details.name;
    draft.inn = entry.details.inn;
    draft.kpp = entry.details.kpp;
    draft.bik = entry.details.bik;
    draft.account = entry.details.account;
    draft.source.book = TakenFromBook{entry.id, entry.version};
    noteOrigin(draft.source, {Field::recipientName, Field::inn, Field::kpp, Field::bik, Field::account}, Origin::book);
    return draft;
}

} // namespace countersign
