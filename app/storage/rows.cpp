#include "storage/rows.h"

#include "core/storedwords.h"
#include "core/writtenjson.h"
#include "domain/likeness.h"
#include "storage/searchtext.h"

#include <QJsonArray>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr StoredWords<IntentStatus, 5> intentStatusWords({"ready"_L1, "inflight"_L1, "answered"_L1, "unknown"_L1,
                                                          "voided"_L1});
constexpr StoredWords<DecisionKind, 2> decisionKindWords({"approve"_L1, "cancel"_L1});

QVariant digestValue(const QByteArray &digest)
{
    return textValue(QString::fromLatin1(digest));
}

QVariant instantValue(Instant instant)
{
    return toMilliseconds(instant);
}

QVariant optionalNumber(std::optional<qint64> number)
{
    return number ? QVariant(*number) : QVariant();
}

} // namespace

std::optional<qint64> Row::optionalNumber()
{
    const int column = m_column++;
    return m_statement.isNull(column) ? std::nullopt : std::optional<qint64>(m_statement.number(column));
}

QVariant textValue(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

QVariant bytesValue(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

QVariant optionalText(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QString intentStatusWord(IntentStatus status)
{
    return intentStatusWords.of(status);
}

std::optional<IntentStatus> intentStatusFromWord(QStringView word)
{
    return intentStatusWords.find(word);
}

QString decisionKindWord(DecisionKind kind)
{
    return decisionKindWords.of(kind);
}

std::optional<DecisionKind> decisionKindFromWord(QStringView word)
{
    return decisionKindWords.find(word);
}

qint64 readNumber(Row &row)
{
    return row.number();
}

PayoutRecord readPayout(Row &row)
{
    PayoutRecord payout;
    payout.number = row.number();
    row.read(payout.id);
    payout.createdAt = row.instant();
    row.read(payout.retryOf);
    payout.state = row.word(stateFromWord);
    payout.stateBeforeError = row.optionalWord(stateFromWord);
    payout.version = row.integer();
    payout.maker = row.text();
    row.read(payout.attempt);
    payout.changedAt = row.instant();
    payout.stateSince = row.instant();
    payout.recipientName = row.text();
    payout.recipientAccount = row.text();
    payout.senderAccount = row.text();
    payout.purpose = row.text();
    payout.amountKopecks = row.optionalNumber();
    payout.reasonCode = row.text();
    payout.reasonText = row.text();
    payout.draft = row.bytes();
    payout.recipientInn = row.text();
    payout.recipientBik = row.text();
    payout.documentKey = row.text();
    payout.importKey = row.text();
    return payout;
}

QVariantList changingValues(const PayoutRecord &payout)
{
    return {stateWord(payout.state),
            payout.stateBeforeError ? QVariant(stateWord(*payout.stateBeforeError)) : QVariant(),
            payout.version,
            textValue(payout.maker),
            optionalText(payout.attempt.text),
            instantValue(payout.changedAt),
            instantValue(payout.stateSince),
            textValue(payout.recipientName),
            textValue(payout.recipientAccount),
            textValue(payout.senderAccount),
            textValue(payout.purpose),
            optionalNumber(payout.amountKopecks),
            textValue(payout.reasonCode),
            textValue(payout.reasonText),
            searchText(payout),
            bytesValue(payout.draft),
            textValue(payout.recipientInn),
            textValue(payout.recipientBik),
            textValue(lookOf(payout.recipientName)),
            textValue(payout.documentKey),
            textValue(payout.importKey)};
}

QVariantList stateValues(const PayoutRecord &payout)
{
    return QVariantList{stateWord(payout.state),
                        payout.stateBeforeError ? QVariant(stateWord(*payout.stateBeforeError)) : QVariant(),
                        optionalText(payout.attempt.text)} +
           noteValues(payout);
}

QVariantList noteValues(const PayoutRecord &payout)
{
    return {instantValue(payout.changedAt), instantValue(payout.stateSince), textValue(payout.reasonCode),
            textValue(payout.reasonText)};
}

bool saysTheSame(const PayoutRecord &one, const PayoutRecord &other)
{
    static constexpr std::array texts{
        &PayoutRecord::maker,        &PayoutRecord::recipientName, &PayoutRecord::recipientAccount,
        &PayoutRecord::purpose,      &PayoutRecord::senderAccount, &PayoutRecord::recipientInn,
        &PayoutRecord::recipientBik, &PayoutRecord::documentKey,   &PayoutRecord::importKey};
    const bool sameTexts = std::all_of(texts.begin(), texts.end(), [&](auto text) { return one.*text == other.*text; });
    return sameTexts && one.version == other.version && one.draft == other.draft &&
           one.amountKopecks == other.amountKopecks;
}

QVariantList insertValues(const PayoutRecord &payout)
{
    return QVariantList{payout.number, textValue(payout.id.text), instantValue(payout.createdAt),
                        optionalText(payout.retryOf.text)} +
           changingValues(payout);
}

InstructionRecord readInstruction(Row &row)
{
    InstructionRecord instruction;
    row.read(instruction.payout);
    instruction.version = row.integer();
    instruction.content = row.bytes();
    instruction.contentSha256 = row.digest();
    instruction.maker = row.text();
    instruction.frozenAt = row.instant();
    instruction.source = row.bytes();
    return instruction;
}

QVariantList insertValues(const InstructionRecord &instruction)
{
    return {textValue(instruction.payout.text),     instruction.version,          bytesValue(instruction.content),
            digestValue(instruction.contentSha256), textValue(instruction.maker), instantValue(instruction.frozenAt),
            bytesValue(instruction.source)};
}

AttemptRecord readAttempt(Row &row)
{
    AttemptRecord attempt;
    row.read(attempt.id);
    row.read(attempt.payout);
    attempt.version = row.integer();
    attempt.number = row.integer();
    attempt.openedAt = row.instant();
    attempt.sessionId = row.text();
    attempt.bankPayoutId = row.text();
    attempt.standing = row.word(standingFromWord);
    attempt.rank = row.integer();
    attempt.readyAtMicros = row.optionalNumber();
    return attempt;
}

QVariantList changingValues(const AttemptRecord &attempt)
{
    return {optionalText(attempt.sessionId), textValue(attempt.bankPayoutId), standingWord(attempt.standing),
            attempt.rank, optionalNumber(attempt.readyAtMicros)};
}

QVariantList insertValues(const AttemptRecord &attempt)
{
    return QVariantList{textValue(attempt.id.text), textValue(attempt.payout.text), attempt.version, attempt.number,
                        instantValue(attempt.openedAt)} +
           changingValues(attempt);
}

IntentRecord readIntent(Row &row)
{
    IntentRecord intent;
    row.read(intent.id);
    row.read(intent.attempt);
    row.read(intent.payout);
    intent.kind = row.word(callFromWord);
    intent.body = row.bytes();
    intent.bodySha256 = row.digest();
    intent.idempotencyKey = row.text();
    intent.status = row.word(intentStatusFromWord);
    intent.notBefore = row.instant();
    intent.createdAt = row.instant();
    return intent;
}

QVariantList insertValues(const IntentRecord &intent)
{
    return {textValue(intent.id.text),        textValue(intent.attempt.text),
            textValue(intent.payout.text),    callWord(intent.kind),
            bytesValue(intent.body),          digestValue(intent.bodySha256),
            textValue(intent.idempotencyKey), intentStatusWord(intent.status),
            instantValue(intent.notBefore),   instantValue(intent.createdAt)};
}

SendRecord readSend(Row &row)
{
    SendRecord send;
    row.read(send.intent);
    send.number = row.integer();
    send.fence = row.number();
    send.startedAt = row.instant();
    if (const auto endedAt = row.optionalNumber()) send.endedAt = fromMilliseconds(*endedAt);
    send.sendClass = row.optionalWord(sendClassFromWord);
    send.bodyBytesPulled = row.number();
    send.httpStatus = row.integer();
    send.failureText = row.text();
    send.response = row.bytes();
    send.responseSha256 = row.digest();
    send.toldFrom = row.number();
    return send;
}

QVariantList changingValues(const SendRecord &send)
{
    return {send.endedAt ? instantValue(*send.endedAt) : QVariant(),
            send.sendClass ? QVariant(sendClassWord(*send.sendClass)) : QVariant(),
            send.bodyBytesPulled,
            send.httpStatus,
            textValue(send.failureText),
            bytesValue(send.response),
            digestValue(send.responseSha256)};
}

QVariantList insertValues(const SendRecord &send)
{
    return QVariantList{textValue(send.intent.text), send.number, send.fence, instantValue(send.startedAt)} +
           changingValues(send);
}

InboxRecord readInbox(Row &row)
{
    InboxRecord message;
    message.id = row.number();
    message.body = row.bytes();
    message.bodySha256 = row.digest();
    message.signature = row.bytes();
    message.keyFingerprint = row.text();
    message.source = row.word(sourceFromWord);
    message.peer = row.text();
    message.receivedAt = row.instant();
    message.processed = row.boolean();
    message.quarantined = row.boolean();
    message.note = row.text();
    return message;
}

QVariantList insertValues(const InboxRecord &message)
{
    return {bytesValue(message.body),
            digestValue(message.bodySha256),
            bytesValue(message.signature),
            textValue(message.keyFingerprint),
            sourceWord(message.source),
            textValue(message.peer),
            instantValue(message.receivedAt),
            message.processed,
            message.quarantined,
            textValue(message.note)};
}

ObservationRecord readObservation(Row &row)
{
    ObservationRecord observation;
    observation.id = row.number();
    observation.sessionId = row.text();
    observation.kind = row.word(observationFromWord);
    if (const auto rank = row.optionalNumber()) observation.rank = static_cast<int>(*rank);
    observation.source = row.word(sourceFromWord);
    observation.sourceId = row.text();
    observation.sessionStatus = row.text();
    observation.nextAction = row.text();
    observation.payoutCount = row.integer();
    observation.bankPayoutId = row.text();
    observation.payoutStatus = row.text();
    observation.updatedAtMicros = row.optionalNumber();
    observation.errorCode = row.text();
    observation.errorText = row.text();
    observation.rawSha256 = row.digest();
    observation.observedAt = row.instant();
    return observation;
}

QVariantList insertValues(const ObservationRecord &observation)
{
    return {textValue(observation.sessionId),
            observationWord(observation.kind),
            observation.rank ? QVariant(*observation.rank) : QVariant(),
            sourceWord(observation.source),
            textValue(observation.sourceId),
            textValue(observation.sessionStatus),
            textValue(observation.nextAction),
            observation.payoutCount,
            textValue(observation.bankPayoutId),
            textValue(observation.payoutStatus),
            optionalNumber(observation.updatedAtMicros),
            textValue(observation.errorCode),
            textValue(observation.errorText),
            digestValue(observation.rawSha256),
            instantValue(observation.observedAt)};
}

ConfirmInfoRecord readConfirmInfo(Row &row)
{
    ConfirmInfoRecord info;
    info.id = row.number();
    info.sessionId = row.text();
    info.bytes = row.bytes();
    info.bytesSha256 = row.digest();
    info.canonSha256 = row.digest();
    info.message = row.bytes();
    info.source = row.word(sourceFromWord);
    info.sourceId = row.text();
    info.keyFingerprint = row.text();
    info.receivedAt = row.instant();
    return info;
}

QVariantList insertValues(const ConfirmInfoRecord &info)
{
    return {textValue(info.sessionId),     bytesValue(info.bytes),         digestValue(info.bytesSha256),
            digestValue(info.canonSha256), bytesValue(info.message),       sourceWord(info.source),
            textValue(info.sourceId),      textValue(info.keyFingerprint), instantValue(info.receivedAt)};
}

ViewRecord readView(Row &row)
{
    ViewRecord view;
    view.viewSha256 = row.digest();
    row.read(view.payout);
    row.read(view.attempt);
    view.confirmInfoId = row.number();
    view.bytes = row.bytes();
    view.user = row.text();
    view.openedAt = row.instant();
    return view;
}

QVariantList insertValues(const ViewRecord &view)
{
    return {digestValue(view.viewSha256), textValue(view.payout.text),
            textValue(view.attempt.text), view.confirmInfoId == 0 ? QVariant() : QVariant(view.confirmInfoId),
            bytesValue(view.bytes),       textValue(view.user),
            instantValue(view.openedAt)};
}

DecisionRecord readDecision(Row &row)
{
    DecisionRecord decision;
    row.read(decision.id);
    row.read(decision.payout);
    row.read(decision.attempt);
    decision.kind = row.word(decisionKindFromWord);
    decision.contentSha256 = row.digest();
    decision.confirmInfoSha256 = row.digest();
    decision.viewSha256 = row.digest();
    decision.sessionId = row.text();
    const QJsonArray ticks = readWrittenJson(row.text().toUtf8()).array();
    for (const QJsonValue &tick : ticks)
        decision.ticks.append(tick.toString());
    decision.user = row.text();
    decision.role = row.text();
    decision.reason = row.text();
    decision.authMethod = row.text();
    decision.signature = row.bytes();
    decision.openedAt = row.instant();
    decision.decidedAt = row.instant();
    decision.expiresAt = row.instant();
    decision.nonce = row.text();
    decision.voided = row.boolean();
    decision.voidReason = row.text();
    return decision;
}

QVariantList insertValues(const DecisionRecord &decision)
{
    const QByteArray ticks = writeStoredJson(QJsonDocument(QJsonArray::fromStringList(decision.ticks)));
    return {textValue(decision.id.text),
            textValue(decision.payout.text),
            textValue(decision.attempt.text),
            decisionKindWord(decision.kind),
            digestValue(decision.contentSha256),
            digestValue(decision.confirmInfoSha256),
            digestValue(decision.viewSha256),
            textValue(decision.sessionId),
            QString::fromUtf8(ticks),
            textValue(decision.user),
            textValue(decision.role),
            textValue(decision.reason),
            textValue(decision.authMethod),
            bytesValue(decision.signature),
            instantValue(decision.openedAt),
            instantValue(decision.decidedAt),
            instantValue(decision.expiresAt),
            textValue(decision.nonce),
            decision.voided,
            textValue(decision.voidReason)};
}

AlarmRecord readAlarm(Row &row)
{
    AlarmRecord alarm;
    alarm.id = row.number();
    alarm.kind = row.word(alarmFromWord);
    row.read(alarm.payout);
    alarm.sessionId = row.text();
    alarm.detail = row.text();
    alarm.raisedAt = row.instant();
    alarm.open = row.boolean();
    return alarm;
}

QVariantList insertValues(const AlarmRecord &alarm)
{
    return {alarmWord(alarm.kind),   optionalText(alarm.payout.text), textValue(alarm.sessionId),
            textValue(alarm.detail), instantValue(alarm.raisedAt),    alarm.open};
}

FreezeRecord readFreeze(Row &row)
{
    FreezeRecord freeze;
    freeze.frozen = row.boolean();
    freeze.cause = row.text();
    freeze.user = row.text();
    freeze.reason = row.text();
    freeze.since = row.instant();
    return freeze;
}

QVariantList insertValues(const FreezeRecord &freeze)
{
    return {freeze.frozen, textValue(freeze.cause), textValue(freeze.user), textValue(freeze.reason),
            instantValue(freeze.since)};
}

AuditRecord readAudit(Row &row)
{
    AuditRecord entry;
    entry.sequence = row.number();
    // The bytes as they stand, cast in the statement: what is hashed must not pass through another encoding.
    entry.previousHash = row.bytes();
    entry.body = row.bytes();
    entry.hash = row.bytes();
    return entry;
}

QVariantList insertValues(const AuditRecord &entry)
{
    return {entry.sequence, digestValue(entry.previousHash), QString::fromUtf8(entry.body), digestValue(entry.hash)};
}

HistoryEntry readHistory(Row &row)
{
    const QJsonObject body = readWrittenJson(row.text().toUtf8()).object();
    HistoryEntry entry;
    const std::optional<qint64> atMicros = parseRfc3339Micros(body.value("at"_L1).toString());
    entry.at = fromMilliseconds(atMicros.value_or(0) / 1000);
    entry.what = body.value("what"_L1).toString();
    entry.details = body.value("details"_L1).toObject();
    return entry;
}

ListRow readListRow(Row &row)
{
    ListRow line;
    row.read(line.id);
    line.number = row.number();
    line.state = row.word(stateFromWord);
    line.recipientName = row.text();
    line.recipientAccount = row.text();
    line.purpose = row.text();
    line.amountKopecks = row.optionalNumber();
    line.changedAt = row.instant();
    line.stateSince = row.instant();
    line.reasonCode = row.text();
    line.alarmed = row.boolean();
    line.newRecipient = row.boolean();
    line.recipientBik = row.text();
    line.recipientInn = row.text();
    line.senderAccount = row.text();
    line.answer = row.bytes();
    line.draft = row.bytes();
    row.read(line.retryOf);
    return line;
}

} // namespace countersign
