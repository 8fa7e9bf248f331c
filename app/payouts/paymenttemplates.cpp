#include "payouts/paymenttemplates.h"

#include "core/try.h"
#include "domain/placeholders.h"
#include "domain/purpose.h"
#include "payouts/templatebook.h"

namespace countersign {

namespace {

Result<QString> tidiedName(const QString &typed)
{
    const QString name = normalisedName(typed);
    if (name.isEmpty() || codePoints(name) > templateNameLimit || invisibleCharacter(name))
        return fail(ErrorCode::notValid);
    return name;
}

/// What a template keeps of a payout, and nothing else.
PayoutDraft keptOf(const PayoutDraft &draft)
{
    PayoutDraft kept = draft;
    kept.source = {};
    return kept;
}

Result<> record(Work &work, const EngineParts &parts, const TemplateRecord &saved, const QString &what)
{
    const QByteArray digest = sha256Hex(canonicalBytes(saved.draft));
    return work.tx.appendAudit(what, {{QStringLiteral("template"), saved.id.text},
                                      {QStringLiteral("version"), saved.version},
                                      {QStringLiteral("user"), parts.settings.operatorName},
                                      {QStringLiteral("accountEnding"), saved.draft.account.right(4)},
                                      {QStringLiteral("content"), QString::fromLatin1(digest)}});
}

Result<TemplateRecord> seenTemplate(Work &work, const TemplateId &id, int seenVersion)
{
    COUNTERSIGN_TRY_INTO(known, work.tx.paymentTemplate(id));
    if (known.version != seenVersion) return fail(ErrorCode::wrongState);
    return known;
}

} // namespace

Result<TemplateRecord> saveTemplate(Work &work, const EngineParts &parts, const TemplateId &id, int seenVersion,
                                    const QString &name, const PayoutDraft &draft)
{
    COUNTERSIGN_TRY_INTO(tidied, tidiedName(name));
    COUNTERSIGN_TRY_INTO(sameName, work.tx.templateOfName(tidied));
    if (sameName && sameName->id != id) return fail(ErrorCode::storeConflict);
    TemplateRecord saved{.id = {parts.ids.next()}};
    if (!id.isEmpty()) {
        COUNTERSIGN_TRY_INTO(known, seenTemplate(work, id, seenVersion));
        if (known.name == tidied && known.draft == keptOf(draft)) return fail(ErrorCode::emptyValue);
        saved = known;
        ++saved.version;
    }
    saved.name = tidied;
    saved.draft = keptOf(draft);
    saved.user = parts.settings.operatorName;
    saved.changedAt = work.now;
    COUNTERSIGN_TRY(work.tx.putTemplate(saved));
    COUNTERSIGN_TRY(record(work, parts, saved, QStringLiteral("templateSaved")));
    return saved;
}

Result<> removeTemplate(Work &work, const EngineParts &parts, const TemplateId &id, int seenVersion)
{
    COUNTERSIGN_TRY_INTO(known, seenTemplate(work, id, seenVersion));
    COUNTERSIGN_TRY(work.tx.deleteTemplate(id));
    return record(work, parts, known, QStringLiteral("templateDeleted"));
}

PayoutDraft draftFromTemplate(const TemplateRecord &from, QDate today, const QString &amount)
{
    PayoutDraft draft = keptOf(from.draft);
    draft.amount = amount;
    const auto money = Money::parse(amount);
    draft.purpose = filledPurpose(from.draft.purpose, today, money ? std::optional(*money) : std::nullopt).text;
    draft.source.pattern = TakenFromTemplate{from.id, from.version, from.name};
    const auto take = [&](Field field, const QString &text) {
        if (!text.isEmpty()) noteOrigin(draft.source, {field}, Origin::pattern);
    };
    take(Field::senderAccount, draft.senderAccount);
    take(Field::recipientName, draft.recipientName);
    take(Field::inn, draft.inn);
    take(Field::kpp, draft.kpp);
    take(Field::bik, draft.bik);
    take(Field::account, draft.account);
    take(Field::purpose, draft.purpose);
    if (amount == from.draft.amount) take(Field::amount, amount);
    return draft;
}

} // namespace countersign
