#include "faults/checker/rules.h"

#include <QJsonDocument>

namespace countersign::faults {

using namespace Qt::StringLiterals;

namespace {

QString wordOf(const LedgerEntry &entry, QLatin1String name)
{
    return entry.fields.value(name).toString();
}

bool wasConfirmed(const Traces &traces, const LedgerEntry &transfer)
{
    const auto taken = traces.entries(u"confirm_taken"_s);
    return std::any_of(taken.begin(), taken.end(), [&](const LedgerEntry *entry) {
        return entry->session == transfer.session && entry->n < transfer.n;
    });
}

std::optional<QJsonObject> contentOf(const Traces &traces, const QString &session)
{
    const Attempt attempt = traces.attemptOfSession.value(session);
    for (const StoreRows &store : traces.stores) {
        for (const Instruction &instruction : store.instructions) {
            if (instruction.payout == attempt.payout && instruction.version == attempt.version) {
                return QJsonDocument::fromJson(instruction.content).object();
            }
        }
    }
    return std::nullopt;
}

void paidOnce(const Traces &traces, Findings &findings)
{
    QHash<QString, int> transfers;
    for (const LedgerEntry *transfer : traces.entries(u"transfer"_s)) {
        const QString payout = traces.payoutOfSession.value(transfer->session);
        if (payout.isEmpty()) {
            findings.add(u"money left in session %1, which the desk does not know"_s.arg(transfer->session));
        } else if (++transfers[payout] > 1) {
            findings.add(u"payout %1 was paid again in session %2"_s.arg(payout, transfer->session));
        }
    }
}

/// The payout that was paid again first of all, as far as any store knows.
QString rootOf(const QHash<QString, QString> &originals, QString payout)
{
    QSet<QString> seen;
    while (originals.contains(payout) && !seen.contains(payout)) {
        seen.insert(payout);
        payout = originals.value(payout);
    }
    return payout;
}

/// A retry is a payout of its own: of an original, its retries and their retries one at a time has money on its way or
/// with the recipient; the others never had any, or it is back (L12).
void paidAgainOnlyAfterItsEnd(const Traces &traces, Findings &findings)
{
    QHash<QString, QString> originals;
    for (const StoreRows &store : traces.stores) {
        for (const Payout &payout : store.payouts) {
            if (!payout.retryOf.isEmpty()) originals.insert(payout.id, payout.retryOf);
        }
    }
    QHash<QString, QString> holding; // root -> the payout that has the money
    for (const LedgerEntry &entry : traces.ledger) {
        const QString payout = traces.payoutOfSession.value(entry.session);
        const QString root = rootOf(originals, payout);
        if (entry.event == u"returned" && holding.value(root) == payout) holding.remove(root);
        if (entry.event != u"transfer") continue;
        if (holding.contains(root)) findings.add(u"payout %1 beside %2"_s.arg(payout, holding.value(root)));
        holding.insert(root, payout);
    }
}

qint64 sequenceOf(const StoreRows &store, const QString &what, const QString &decision)
{
    for (const AuditEntry &entry : store.audit) {
        if (entry.what == what && entry.details.value(u"decision").toString() == decision) return entry.sequence;
    }
    return 0;
}

bool approvedBeforeSent(const Traces &traces, const QString &decision)
{
    return std::any_of(traces.stores.begin(), traces.stores.end(), [&](const StoreRows &store) {
        const qint64 approved = sequenceOf(store, u"approved"_s, decision);
        const qint64 sent = sequenceOf(store, u"confirmSent"_s, decision);
        return approved > 0 && sent > approved;
    });
}

void decidedBefore(const Traces &traces, Findings &findings)
{
    for (const LedgerEntry *transfer : traces.entries(u"transfer"_s)) {
        if (!wasConfirmed(traces, *transfer)) continue;
        const auto decisions = traces.decisionsOfSession.values(transfer->session);
        const QByteArray paid = wordOf(*transfer, "decision_sha256"_L1).toLatin1();
        const bool decided = std::any_of(decisions.begin(), decisions.end(), [&](const Decision &decision) {
            return decision.kind == u"approve" && decision.answerSha256 == paid &&
                   approvedBeforeSent(traces, decision.id);
        });
        if (!decided) findings.add(u"session %1 was paid without a decision about it"_s.arg(transfer->session));
    }
}

/// Money that moved without our confirm is the bank's own doing, which its ledger must say.
void confirmedByUsOrByTheBank(const Traces &traces, Findings &findings)
{
    QSet<QString> unasked;
    for (const auto &event : {u"executing_without_confirm"_s, u"execution_planned_without_confirm"_s}) {
        for (const LedgerEntry *entry : traces.entries(event))
            unasked.insert(entry->session);
    }
    for (const LedgerEntry *transfer : traces.entries(u"transfer"_s)) {
        if (!wasConfirmed(traces, *transfer) && !unasked.contains(transfer->session)) {
            findings.add(u"session %1"_s.arg(transfer->session));
        }
    }
}

void paidAsAsked(const Traces &traces, Findings &findings)
{
    for (const LedgerEntry *transfer : traces.entries(u"transfer"_s)) {
        if (!wasConfirmed(traces, *transfer)) continue;
        const auto content = contentOf(traces, transfer->session);
        if (!content) continue; // decidedBefore says so
        const bool same = wordOf(*transfer, "account"_L1) == content->value(u"account").toString() &&
                          wordOf(*transfer, "bik"_L1) == content->value(u"bik").toString() &&
                          wordOf(*transfer, "sender"_L1) == content->value(u"sender").toString() &&
                          transfer->fields.value(u"amount").toInteger() == content->value(u"amount").toInteger();
        if (!same) findings.add(u"session %1 paid something else than was asked for"_s.arg(transfer->session));
    }
}

/// What stands in a confirm's body behind the session, cut out as bytes.
QByteArray sliceOf(const QByteArray &body)
{
    const QByteArray marker = ",\"confirm_information\":";
    const qsizetype at = body.indexOf(marker);
    if (at < 0 || !body.endsWith('}')) return {};
    return body.sliced(at + marker.size()).chopped(1);
}

QString faultInShowing(const StoreRows &store, const QByteArray &slice, const Decision &decision)
{
    const auto view = std::find_if(store.views.begin(), store.views.end(),
                                   [&](const View &each) { return each.sha256 == decision.viewSha256; });
    if (view == store.views.end() || digest(view->bytes) != view->sha256) return u"shown"_s;
    const QJsonObject shown = QJsonDocument::fromJson(view->bytes).object();
    if (shown.value(u"confirm_information_sha256").toString().toLatin1() != digest(slice)) return u"shown answer"_s;
    if (shown.value(u"content_sha256").toString().toLatin1() != decision.contentSha256) return u"shown content"_s;
    return {};
}

QString faultInConfirm(const StoreRows &store, const Intent &intent, const QString &session)
{
    const QByteArray slice = sliceOf(intent.body);
    if (digest(intent.body) != intent.sha256) return u"body"_s;
    const bool stored = std::any_of(store.answers.begin(), store.answers.end(), [&](const Answer &answer) {
        return answer.session == session && answer.bytes == slice && digest(answer.bytes) == answer.sha256;
    });
    if (slice.isEmpty() || !stored) return u"stored answer"_s;
    for (const Decision &decision : store.decisions) {
        if (decision.attempt != intent.attempt || decision.kind != u"approve") continue;
        if (decision.answerSha256 == digest(slice)) return faultInShowing(store, slice, decision);
    }
    return u"decision"_s;
}

void confirmedIsStoredIsShown(const Traces &traces, Findings &findings)
{
    for (const StoreRows &store : traces.stores) {
        QHash<QString, QString> sessions;
        for (const Attempt &attempt : store.attempts)
            sessions.insert(attempt.id, attempt.session);
        for (const Intent &intent : store.intents) {
            if (intent.kind != u"confirm" || isWrittenBack(store, intent)) continue;
            const QString fault = faultInConfirm(store, intent, sessions.value(intent.attempt));
            if (!fault.isEmpty()) findings.add(u"confirm %1: %2"_s.arg(intent.id, fault));
        }
    }
    for (const LedgerEntry *taken : traces.entries(u"confirm_taken"_s)) {
        const Intent intent = traces.intentOfBody.value(wordOf(*taken, "body_sha256"_L1).toLatin1());
        if (digest(sliceOf(intent.body)) != wordOf(*taken, "received_sha256"_L1).toLatin1()) {
            findings.add(u"the bank took a confirm of session %1 that the desk does not hold"_s.arg(taken->session));
        }
    }
}

QString differenceIn(const QJsonObject &answer, const QJsonObject &content)
{
    const QJsonObject details = answer.value(u"account_details").toObject();
    const QJsonObject recipient = details.value(u"recipient").toObject();
    const QJsonObject sender = details.value(u"sender").toObject();
    const auto differs = [](const QJsonValue &answered, const QJsonValue &asked) { return answered != asked; };
    if (differs(recipient.value(u"account_number"), content.value(u"account"))) return u"recipient's account"_s;
    if (differs(recipient.value(u"bik"), content.value(u"bik"))) return u"bank"_s;
    if (differs(sender.value(u"account_number"), content.value(u"sender"))) return u"sender's account"_s;
    const QJsonValue inn = recipient.value(u"inn");
    if (inn.isString() && content.contains(u"inn") && differs(inn, content.value(u"inn"))) return u"INN"_s;
    return {};
}

void noConfirmOnMismatch(const Traces &traces, Findings &findings)
{
    QHash<QString, int> payouts;
    for (const LedgerEntry &entry : traces.ledger) {
        if (entry.event == u"payout_started") ++payouts[entry.session];
        if (entry.event != u"request_seen" || wordOf(entry, "call"_L1) != u"confirm") continue;
        if (payouts.value(entry.session) != 1) {
            findings.add(u"confirm with %1 payouts in %2"_s.arg(payouts.value(entry.session)).arg(entry.session));
        }
        const Intent intent = traces.intentOfBody.value(wordOf(entry, "body_sha256"_L1).toLatin1());
        const auto content = contentOf(traces, entry.session);
        if (!content) continue;
        const QString field = differenceIn(QJsonDocument::fromJson(sliceOf(intent.body)).object(), *content);
        if (!field.isEmpty()) findings.add(u"confirm of session %1: %2"_s.arg(entry.session, field));
    }
}

} // namespace

QList<Rule> moneyRules()
{
    return {
        {u"paidOnce"_s, u"At most one transfer per payout, and none that the desk does not know."_s, paidOnce},
        {u"paidAgainOnlyAfterItsEnd"_s, u"A retry pays only when no money of the first or of another retry is out."_s,
         paidAgainOnlyAfterItsEnd},
        {u"decidedBefore"_s, u"Every transfer has an approval made before it about exactly the bytes sent."_s,
         decidedBefore},
        {u"confirmedByUsOrByTheBank"_s, u"Money moves after our confirm, or by the bank's own doing."_s,
         confirmedByUsOrByTheBank},
        {u"paidAsAsked"_s, u"What was paid after our confirm is what was asked for."_s, paidAsAsked},
        {u"confirmedIsStoredIsShown"_s, u"The bytes confirmed are the bytes stored, shown and approved."_s,
         confirmedIsStoredIsShown},
        {u"noConfirmOnMismatch"_s, u"No confirm on a hard difference or without exactly one payout."_s,
         noConfirmOnMismatch},
    };
}

} // namespace countersign::faults
