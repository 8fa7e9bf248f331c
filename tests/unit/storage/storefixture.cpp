#include "storefixture.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

namespace countersign::test {

using namespace Qt::StringLiterals;

namespace {

/// A second connection to the file, closed again.
QVariant onOwnConnection(const QString &path, const QString &sql, bool *good)
{
    const QString name = QUuid::createUuid().toString();
    QVariant value;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(path);
        database.open();
        QSqlQuery query(database);
        *good = query.exec(sql);
        if (query.next()) value = query.value(0);
    }
    QSqlDatabase::removeDatabase(name);
    return value;
}

} // namespace

void StoreFixture::open(WriteFault *fault)
{
    store.reset();
    auto opened = SqliteStore::open(path(), clock, fault);
    VERIFY_GOOD(opened);
    store = std::move(*opened);
}

std::unique_ptr<StoreTransaction> StoreFixture::begin()
{
    auto transaction = store->begin();
    return transaction ? std::move(*transaction) : nullptr;
}

bool StoreFixture::tamper(const QString &sql) const
{
    bool good = false;
    onOwnConnection(path(), sql, &good);
    return good;
}

QVariant StoreFixture::value(const QString &sql) const
{
    bool good = false;
    return onOwnConnection(path(), sql, &good);
}

void StoreFixture::addPayoutWithAttempt(const QString &payoutId, const QString &attemptId)
{
    auto transaction = begin();
    PayoutRecord payout = samplePayout(payoutId, PayoutState::queued);
    payout.version = 1;
    VERIFY_GOOD(transaction->insertPayout(payout));
    VERIFY_GOOD(transaction->insertInstruction(sampleInstruction(payoutId)));
    VERIFY_GOOD(transaction->insertAttempt(sampleAttempt(attemptId, payoutId)));
    VERIFY_GOOD(transaction->commit());
}

PayoutRecord samplePayout(const QString &id, PayoutState state)
{
    PayoutRecord payout;
    payout.id.text = id;
    payout.state = state;
    payout.stateBeforeError = PayoutState::waitBank;
    payout.draft = "{\"amount\":\"1 234,56\"}";
    payout.maker = u"Иванова"_s;
    payout.createdAt = fromMilliseconds(1'000);
    payout.changedAt = fromMilliseconds(2'000);
    payout.stateSince = fromMilliseconds(1'500);
    payout.recipientName = u"ООО «Ёлочка»"_s;
    payout.recipientAccount = u"40702810900000000001"_s;
    payout.senderAccount = u"40702810400000000002"_s;
    payout.purpose = u"Оплата по счёту № 17"_s;
    payout.amountKopecks = 123'456;
    payout.reasonCode = u"G6"_s;
    payout.reasonText = u"the bank's words"_s;
    return payout;
}

InstructionRecord sampleInstruction(const QString &payoutId)
{
    return {.payout = {payoutId},
            .version = 1,
            .content = "{\"amount\":123456}",
            .contentSha256 = sha256Hex("{\"amount\":123456}"),
            .maker = u"Иванова"_s,
            .frozenAt = fromMilliseconds(2'500)};
}

AttemptRecord sampleAttempt(const QString &id, const QString &payoutId, int number)
{
    AttemptRecord attempt;
    attempt.id.text = id;
    attempt.payout.text = payoutId;
    attempt.number = number;
    attempt.openedAt = fromMilliseconds(3'000);
    return attempt;
}

IntentRecord sampleIntent(const QString &id, const QString &attemptId, const QString &payoutId, CallKind kind)
{
    IntentRecord intent;
    intent.id.text = id;
    intent.attempt.text = attemptId;
    intent.payout.text = payoutId;
    intent.kind = kind;
    intent.body = "{\"session_id\":\"ps_1\"}";
    intent.bodySha256 = sha256Hex(intent.body);
    intent.idempotencyKey = u"key-"_s + id;
    intent.notBefore = fromMilliseconds(4'000);
    intent.createdAt = fromMilliseconds(3'500);
    return intent;
}

DecisionRecord sampleDecision(const QString &id, const QString &attemptId, const QString &payoutId)
{
    DecisionRecord decision;
    decision.id.text = id;
    decision.payout.text = payoutId;
    decision.attempt.text = attemptId;
    decision.contentSha256 = sha256Hex("content");
    decision.confirmInfoSha256 = sha256Hex("slice");
    decision.viewSha256 = sha256Hex("view");
    decision.sessionId = u"ps_1"_s;
    decision.ticks = QStringList{u"recipient.name"_s, u"unknown:\"x\""_s};
    decision.user = u"Иванова"_s;
    decision.role = u"owner"_s;
    decision.reason = u"seen"_s;
    decision.authMethod = u"password"_s;
    decision.signature = QByteArray::fromHex("00ff10");
    decision.openedAt = fromMilliseconds(5'000);
    decision.decidedAt = fromMilliseconds(9'000);
    decision.expiresAt = fromMilliseconds(90'000);
    decision.nonce = u"n1"_s;
    return decision;
}

} // namespace countersign::test
