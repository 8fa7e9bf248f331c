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

/// Null: the bank gives none. What it gives and is none has no value inside.
template <class T>
std::optional<Result<T>> givenText(const std::optional<QString> &text)
{
    if (!text || text->isEmpty()) return std::nullopt;
    return T::parse(*text);
}

/// The bank repeats all of a start but the recipient's kind, which its account mostly tells.
std::optional<PayoutContent> contentOfEcho(const PayoutEcho &echo)
{
    const auto sender = AccountNumber::parse(echo.senderAccount);
    const auto account = AccountNumber::parse(echo.account);
    const auto bik = Bik::parse(echo.bik);
    const auto inn = givenText<Inn>(echo.inn);
    const auto kpp = givenText<Kpp>(echo.kpp);
    const bool roubles = echo.currency.compare(u"rub", Qt::CaseInsensitive) == 0;
    if (!sender || !account || !bik || (inn && !*inn) || (kpp && !*kpp) || !roubles) return std::nullopt;
    if (echo.amountKopecks.value_or(0) <= 0 || echo.fullName.isEmpty() || echo.description.isEmpty())
        return std::nullopt;
    return PayoutContent{*sender,
                         recipientKindOf(*account).value_or(RecipientKind::legalEntity),
                         echo.fullName,
                         inn ? std::optional(**inn) : std::nullopt,
                         kpp ? std::optional(**kpp) : std::nullopt,
                         *bik,
                         *account,
                         Money::fromKopecks(*echo.amountKopecks),
                         echo.description,
                         echo.isFast.value_or(false)};
}

/// With the kind and the urgency that the digest confirms, if any do.
std::optional<PayoutContent> confirmedBy(const QByteArray &contentSha256, PayoutContent content)
{
    static constexpr std::array kinds{RecipientKind::individual, RecipientKind::soleProprietor,
                                      RecipientKind::legalEntity};
    for (const bool urgent : {false, true}) {
        for (const RecipientKind kind : kinds) {
            content.kind = kind;
            content.urgent = urgent;
            if (sha256Hex(canonicalBytes(content)) == contentSha256) return content;
        }
    }
    return std::nullopt;
}

bool isOver(const SessionReading &reading)
{
    return rankOf(meaningOf(reading), reading.updatedAtMicros, std::nullopt).value_or(0) >= 4;
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

Result<> show(Work &work, PayoutRecord &payout, const PayoutContent &content)
{
    describe(payout, draftOf(content));
    payout.changedAt = work.now;
    work.changed.insert(payout.id);
    return work.tx.updatePayout(payout);
}

QList<JournalEntry> entriesOf(const PayoutId &id, const QList<JournalEntry> &journal)
{
    QList<JournalEntry> entries;
    std::copy_if(journal.begin(), journal.end(), std::back_inserter(entries),
                 [&](const JournalEntry &entry) { return entry.payout == id; });
    return entries;
}

/// Of a session that is not the payout's even now, what the bank said of it stays in force.
Result<> keepAlarmsOfOtherSessions(Work &work, const QList<AlarmRecord> &before, const PayoutId &id)
{
    for (const AlarmRecord &alarm : before) {
        if (alarm.payout != id) continue;
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
    COUNTERSIGN_TRY(show(work, payout, *content));
    return payout;
}

Result<> takeLostContent(Work &work, const EngineParts &parts, const PayoutId &id, const SessionReading &reading)
{
    COUNTERSIGN_TRY_INTO(payout, work.tx.payout(id));
    if (payout.reasonCode != contentLost() || reading.payouts.size() != 1) return {};
    const auto told = contentOfEcho(reading.payouts.first());
    if (!told) return {};
    COUNTERSIGN_TRY_INTO(journal, parts.journal.entries());
    const QList<JournalEntry> entries = entriesOf(id, journal);
    const auto start = std::find_if(entries.begin(), entries.end(), [&](const JournalEntry &entry) {
        return entry.kind == CallKind::start && entry.sessionId == reading.sessionId;
    });
    if (start == entries.end()) return {};
    const auto confirmed = confirmedBy(start->contentSha256, *told);
    if (!confirmed && !isOver(reading)) return show(work, payout, *told);
    const PayoutContent content = confirmed.value_or(*told);
    COUNTERSIGN_TRY(insertFoundInstruction(work, payout, content, start->contentSha256));
    COUNTERSIGN_TRY(show(work, payout, content));
    COUNTERSIGN_TRY_INTO(alarms, work.tx.openAlarms());
    COUNTERSIGN_TRY(work.tx.closeAlarms(id));
    COUNTERSIGN_TRY(writeBackCalls(work, parts, journal, entries));
    for (const JournalEntry &entry : entries) {
        if (entry.sessionId.isEmpty()) continue;
        work.strays.insert(entry.sessionId); // one that was read before it was the payout's has to be read once more
    }
    return keepAlarmsOfOtherSessions(work, alarms, id);
}

} // namespace countersign
