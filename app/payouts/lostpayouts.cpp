#include "payouts/lostpayouts.h"

#include "core/try.h"
#include "domain/recipientkinds.h"
#include "payouts/draftcopies.h"
#include "payouts/drafting.h"
#include "payouts/lostcommits.h"

#include <array>

namespace countersign {

namespace {

/// What the payout that is paid again asked for, in the version that the digest names.
Result<std::optional<PayoutContent>> contentPaidAgain(Work &work, const PayoutRecord &original,
                                                      const QByteArray &contentSha256)
{
    COUNTERSIGN_TRY_INTO(version, versionOf(work, original, contentSha256));
    if (!version) return std::optional<PayoutContent>();
    COUNTERSIGN_TRY_INTO(instruction, work.tx.instruction(original.id, *version));
    COUNTERSIGN_TRY_INTO(content, contentFromCanonicalBytes(instruction.content));
    return std::optional(content);
}

/// Of a member that may be missing: what can't be read is not known, and the rest is.
template <class T>
std::optional<T> knownText(const std::optional<QString> &text)
{
    const auto parsed = T::parse(text.value_or(QString()));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

/// Every member that the bank repeats, as it repeats it.
PayoutDraft draftOfEcho(const PayoutEcho &echo)
{
    PayoutDraft draft{.senderAccount = echo.senderAccount,
                      .recipientName = echo.fullName,
                      .inn = echo.inn.value_or(QString()),
                      .kpp = echo.kpp.value_or(QString()),
                      .bik = echo.bik,
                      .account = echo.account,
                      .amount = {},
                      .purpose = echo.description,
                      .urgent = echo.isFast.value_or(false)};
    if (echo.amountKopecks.value_or(0) > 0) draft.amount = Money::fromKopecks(*echo.amountKopecks).grouped();
    return draft;
}

/// Our accounts from which it may have been sent: the one that the bank names, else each that may pay.
QList<AccountNumber> sendersOf(const PayoutEcho &echo, const QList<AccountNumber> &own)
{
    if (echo.senderAccount.isEmpty()) return own;
    const auto named = AccountNumber::parse(echo.senderAccount);
    return named ? QList<AccountNumber>{*named} : QList<AccountNumber>();
}

/// The bank repeats all of a start but the recipient's kind, which its account mostly tells. Without account, bank or
/// amount nobody knows what was paid; all else may be missing.
QList<PayoutContent> contentsOfEcho(const PayoutEcho &echo, const QList<AccountNumber> &own)
{
    const auto account = AccountNumber::parse(echo.account);
    const auto bik = Bik::parse(echo.bik);
    const bool roubles = echo.currency.isEmpty() || echo.currency.compare(u"rub", Qt::CaseInsensitive) == 0;
    if (!account || !bik || !roubles || echo.amountKopecks.value_or(0) <= 0) return {};
    QList<PayoutContent> contents;
    for (const AccountNumber &sender : sendersOf(echo, own)) {
        contents.append(PayoutContent{sender, recipientKindOf(*account).value_or(RecipientKind::legalEntity),
                                      echo.fullName, knownText<Inn>(echo.inn), knownText<Kpp>(echo.kpp), *bik, *account,
                                      Money::fromKopecks(*echo.amountKopecks), echo.description,
                                      echo.isFast.value_or(false)});
    }
    return contents;
}

bool isOver(const SessionReading &reading)
{
    return rankOf(meaningOf(reading), reading.updatedAtMicros, std::nullopt).value_or(0) >= 4;
}

/// With the kind and the urgency that the digest confirms, if any do.
std::optional<PayoutContent> confirmedBy(const QByteArray &contentSha256, const QList<PayoutContent> &told)
{
    static constexpr std::array kinds{RecipientKind::individual, RecipientKind::soleProprietor,
                                      RecipientKind::legalEntity};
    for (PayoutContent content : told) {
        for (const bool urgent : {false, true}) {
            for (const RecipientKind kind : kinds) {
                content.kind = kind;
                content.urgent = urgent;
                if (sha256Hex(canonicalBytes(content)) == contentSha256) return content;
            }
        }
    }
    return std::nullopt;
}

/// What was sent: what the digest confirms, or, once the session is over, what the bank says that it was.
std::optional<PayoutContent> takenFrom(const SessionReading &reading, const QByteArray &contentSha256,
                                       const QList<AccountNumber> &own)
{
    const QList<PayoutContent> told = contentsOfEcho(reading.payouts.first(), own);
    const auto confirmed = confirmedBy(contentSha256, told);
    if (!confirmed && !isOver(reading)) return std::nullopt;
    if (confirmed || told.size() != 1) return confirmed; // of several accounts of ours nobody knows which
    return told.first();
}

/// The digest is the journal's, so that the session is known by it; nothing is confirmed of a content that has another
/// one (G6).
Result<> insertFoundInstruction(Work &work, PayoutRecord &payout, const PayoutContent &content,
                                const QByteArray &contentSha256)
{
    ++payout.version;
    return work.tx.insertInstruction({.payout = payout.id,
                                      .version = payout.version,
                                      .content = canonicalBytes(content),
                                      .contentSha256 = contentSha256,
                                      .maker = payout.maker,
                                      .frozenAt = work.now,
                                      .source = canonicalBytes(DraftSource())});
}

Result<> show(Work &work, PayoutRecord &payout, const PayoutDraft &draft)
{
    describe(payout, draft);
    payout.changedAt = work.now;
    work.changed.insert(payout.id);
    return work.tx.updatePayout(payout);
}

/// Of a session that is not the payout's even now, what the bank said of it stays in force.
Result<> keepAlarmsOfOtherSessions(Work &work, const QList<AlarmRecord> &before)
{
    for (const AlarmRecord &alarm : before) {
        COUNTERSIGN_TRY_INTO(attempt, work.tx.attemptOfSession(alarm.sessionId));
        if (!attempt) COUNTERSIGN_TRY(raiseAlarm(work, alarm, AlarmSameness::kindAndDetail));
    }
    return {};
}

} // namespace

QString contentLost()
{
    return QStringLiteral("contentLost");
}

Result<PayoutRecord> bringBackPayout(Work &work, const EngineParts &parts, const JournalEntry &start)
{
    PayoutRecord payout{.id = start.payout,
                        .draft = canonicalBytes(PayoutDraft()),
                        .maker = parts.settings.operatorName,
                        .createdAt = work.now,
                        .changedAt = work.now,
                        .stateSince = work.now,
                        .reasonCode = contentLost()};
    const auto original =
        start.retryOf.isEmpty() ? Result<PayoutRecord>(fail(ErrorCode::notFound)) : work.tx.payout(start.retryOf);
    if (!original && original.error().code != ErrorCode::notFound) return std::unexpected(original.error());
    if (original) payout.retryOf = original->id;
    COUNTERSIGN_TRY(work.tx.insertPayout(payout));
    work.changed.insert(payout.id);
    COUNTERSIGN_TRY(
        work.tx.appendAudit(QStringLiteral("payoutFound"), {{QStringLiteral("payout"), payout.id.text},
                                                            {QStringLiteral("retryOf"), payout.retryOf.text},
                                                            {QStringLiteral("byJournal"), true}}));
    if (!original) return payout;
    COUNTERSIGN_TRY_INTO(content, contentPaidAgain(work, *original, start.contentSha256));
    if (!content) return payout;
    COUNTERSIGN_TRY(insertFoundInstruction(work, payout, *content, start.contentSha256));
    COUNTERSIGN_TRY(show(work, payout, draftOf(*content)));
    return payout;
}

Result<> takeLostContent(Work &work, const EngineParts &parts, const PayoutId &id, const SessionReading &reading,
                         const QList<JournalEntry> &entries)
{
    COUNTERSIGN_TRY_INTO(payout, work.tx.payout(id));
    const bool wholeLost = payout.reasonCode == contentLost();
    if (!wholeLost && payout.reasonCode != sentWithOtherContent()) return {};
    if (payout.state != PayoutState::hold || reading.payouts.size() != 1) return {};
    const auto start = std::find_if(entries.begin(), entries.end(), [&](const JournalEntry &entry) {
        return entry.kind == CallKind::start && entry.sessionId == reading.sessionId;
    });
    if (start == entries.end()) return {};
    const auto content = takenFrom(reading, start->contentSha256, parts.settings.senderAccounts);
    if (!content) return wholeLost ? show(work, payout, draftOfEcho(reading.payouts.first())) : Result<>();
    COUNTERSIGN_TRY(insertFoundInstruction(work, payout, *content, start->contentSha256));
    COUNTERSIGN_TRY(show(work, payout, draftOf(*content)));
    COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarmsOf(id));
    COUNTERSIGN_TRY(work.tx.closeAlarms(id));
    COUNTERSIGN_TRY(writeBackCalls(work, parts, entries, entries));
    for (const JournalEntry &entry : entries) {
        if (entry.sessionId.isEmpty()) continue;
        work.strays.insert(entry.sessionId); // one that was read before it was the payout's has to be read once more
    }
    return keepAlarmsOfOtherSessions(work, alarms);
}

} // namespace countersign
