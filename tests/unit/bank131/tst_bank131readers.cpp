#include "bank131/bank131protocol.h"
#include "core/clock.h"
#include "domain/observation.h"
#include "unit/bank131/examples.h"

#include <QTest>

using namespace countersign;
using countersign::testing::example;
using countersign::testing::exampleNames;

namespace {

/// A webhook with one payout whose members are given.
QByteArray withPayout(const QByteArray &members)
{
    return R"({"type":"x","session":{"id":"ps_1","status":"in_progress","payments":[{"id":"po_1","status":"pending",)" +
           members + "}]}}";
}

QByteArray withAmount(const QByteArray &amount)
{
    return withPayout(R"("amount_details":{"currency":"rub","amount":)" + amount + "}");
}

} // namespace

class Bank131ReadersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsThePublishedAnswer();
    void readsEveryPublishedMessage();
    void versionTwoNamesSayTheSame();
    void versionTwoNamesWinWhenBothAreThere();
    void bicIsTakenForBik();
    void acceptedRefundMeansReturned();
    void refundsThatAreNotAcceptedMeanNothing();
    void refundsAddUpOrStayUnknown();
    void readsErrorsOfAllThreePlaces();
    void amountsThatAreNotWholeKopecksAreAbsent_data();
    void amountsThatAreNotWholeKopecksAreAbsent();
    void unknownMembersAndStatusesAreLetThrough();
    void wrongTypesOfSideMembersCountAsAbsent();
    void wrongTypesOfDecidingMembersAreRefused_data();
    void wrongTypesOfDecidingMembersAreRefused();
    void aMessageWithoutSessionIdIsRefused_data();
    void aMessageWithoutSessionIdIsRefused();
    void readsBothParties();
    void nullIsNotGiven();
    void whatHasNoWordIsKeptRaw();
    void confirmInformationMustBeAnObject();

private:
    const Bank131Protocol m_protocol;
};

void Bank131ReadersTest::readsThePublishedAnswer()
{
    const auto reading = m_protocol.readWebhook(example(QStringLiteral("seed-webhook-ready-to-confirm.json")));
    QVERIFY(reading);
    QCOMPARE(reading->messageType, QStringLiteral("ready_to_confirm"));
    QCOMPARE(reading->sessionId, QStringLiteral("ps_2643"));
    QCOMPARE(reading->status, QStringLiteral("in_progress"));
    QCOMPARE(reading->nextAction, QStringLiteral("confirm"));
    QCOMPARE(reading->updatedAtMicros, parseRfc3339Micros(u"2025-02-20T08:42:36.382627Z"));
    QVERIFY(reading->updatedAtMicros);
    QVERIFY(reading->confirmInformation);
    QCOMPARE(reading->payouts.size(), 1);
    PayoutEcho expected;
    expected.id = QStringLiteral("po_513");
    expected.status = QStringLiteral("pending");
    expected.bik = QStringLiteral("044525974");
    expected.account = QStringLiteral("40702810500000000001");
    expected.fullName = QStringLiteral("Vector LLC");
    expected.inn = QStringLiteral("1111111111");
    expected.kpp = QStringLiteral("156605101");
    expected.description = QStringLiteral("Transfer of funds under the agreement for December 2025. VAT exempt.");
    expected.isFast = false;
    expected.amountKopecks = 350000;
    expected.currency = QStringLiteral("RUB");
    expected.senderAccount = QStringLiteral("40702810300200000013");
    QCOMPARE(reading->payouts.first(), expected);
    QCOMPARE(meaningOf(*reading), ObservationKind::ready);
}

void Bank131ReadersTest::readsEveryPublishedMessage()
{
    const QStringList names =
        exampleNames(QStringLiteral("*webhook*.json")) + exampleNames(QStringLiteral("0*response.json"));
    QVERIFY(names.size() > 20);
    for (const QString &name : names) {
        const auto reading = m_protocol.readWebhook(example(name));
        QVERIFY2(reading, qPrintable(name));
        QVERIFY2(reading->sessionId.startsWith(u"ps_"), qPrintable(name));
        QVERIFY2(reading->updatedAtMicros, qPrintable(name));
        for (const PayoutEcho &payout : std::as_const(reading->payouts)) {
            QVERIFY2(!payout.account.isEmpty() && payout.amountKopecks, qPrintable(name));
        }
    }
}

void Bank131ReadersTest::versionTwoNamesSayTheSame()
{
    const QByteArray one = example(QStringLiteral("04-webhook-ready-to-confirm.legal-entity.json"));
    QByteArray two = one;
    two.replace("\"payments\"", "\"payout_list\"").replace("\"payment_method\"", "\"payout_details\"");
    QVERIFY(one != two);
    QCOMPARE(*m_protocol.readWebhook(two), *m_protocol.readWebhook(one));
}

void Bank131ReadersTest::versionTwoNamesWinWhenBothAreThere()
{
    const auto reading = m_protocol.readWebhook(
        R"({"session":{"id":"ps_1","payments":[{"id":"po_old"}],"payout_list":[{"id":"po_new",
            "payment_method":{"bank_account":{"ru":{"account":"old"}}},
            "payout_details":{"bank_account":{"ru":{"account":"new"}}}}]}})");
    QVERIFY(reading);
    QCOMPARE(reading->payouts.size(), 1);
    QCOMPARE(reading->payouts.first().id, QStringLiteral("po_new"));
    QCOMPARE(reading->payouts.first().account, QStringLiteral("new"));
}

void Bank131ReadersTest::bicIsTakenForBik()
{
    const auto reading =
        m_protocol.readWebhook(withPayout(R"("payment_method":{"bank_account":{"ru":{"bic":"044525974"}}})"));
    QCOMPARE(reading->payouts.first().bik, QStringLiteral("044525974"));
}

void Bank131ReadersTest::acceptedRefundMeansReturned()
{
    const auto reading = m_protocol.readWebhook(example(QStringLiteral("07-session-status.returned.response.json")));
    QVERIFY(reading);
    QVERIFY(reading->payouts.first().returned);
    QCOMPARE(reading->payouts.first().returnedKopecks, std::optional<qint64>(1250050));
    QCOMPARE(meaningOf(*reading), ObservationKind::returned);
}

void Bank131ReadersTest::refundsThatAreNotAcceptedMeanNothing()
{
    const QByteArray refunds = R"("refunds":[{"status":"in_progress"},{"status":"declined"},{"status":"error"},{},7])";
    const auto reading = m_protocol.readWebhook(withPayout(refunds));
    QVERIFY(reading);
    QVERIFY(!reading->payouts.first().returned);
    QVERIFY(!reading->payouts.first().returnedKopecks);
}

void Bank131ReadersTest::refundsAddUpOrStayUnknown()
{
    const auto refunded = [this](const QByteArray &second) {
        const QByteArray refunds = R"("refunds":[{"status":"accepted","amount_details":{"amount":100}},)"
                                   R"({"status":"accepted","amount_details":{"amount":)" +
                                   second + "}}]";
        return m_protocol.readWebhook(withPayout(refunds))->payouts.first();
    };
    QCOMPARE(refunded("50").returnedKopecks, std::optional<qint64>(150));
    QVERIFY(refunded("0.5").returned);
    QVERIFY(!refunded("0.5").returnedKopecks);
    QVERIFY(!refunded("9223372036854775807").returnedKopecks);
}

void Bank131ReadersTest::readsErrorsOfAllThreePlaces()
{
    const auto top = m_protocol.readWebhook(
        R"({"session":{"id":"ps_1","error":{"code":"inner"}},"error":{"code":"outer","description":"d"}})");
    QCOMPARE(top->error->code, QStringLiteral("outer"));
    QCOMPARE(top->error->description, QStringLiteral("d"));
    const auto session = m_protocol.readWebhook(R"({"session":{"id":"ps_1","error":{"code":"inner"}},"error":null})");
    QCOMPARE(session->error->code, QStringLiteral("inner"));
    const auto payout =
        m_protocol.readWebhook(example(QStringLiteral("08-webhook-payment-finished.failed-reject-reasons.json")));
    QVERIFY(!payout->error);
    QCOMPARE(payout->payouts.first().error->code, QStringLiteral("operation_rejected"));
    QCOMPARE(payout->payouts.first().error->rejectReasons, QStringList{QStringLiteral("daily_limit")});
}

void Bank131ReadersTest::amountsThatAreNotWholeKopecksAreAbsent_data()
{
    QTest::addColumn<QByteArray>("amount");
    QTest::addColumn<std::optional<qint64>>("kopecks");
    QTest::addRow("whole") << QByteArray("350000") << std::optional<qint64>(350000);
    QTest::addRow("point nought") << QByteArray("350000.0") << std::optional<qint64>(350000);
    QTest::addRow("beyond a double") << QByteArray("9007199254740993") << std::optional<qint64>(9007199254740993);
    QTest::addRow("fraction") << QByteArray("350000.5") << std::optional<qint64>();
    QTest::addRow("roubles with kopecks") << QByteArray("3500.01") << std::optional<qint64>();
    QTest::addRow("exponent") << QByteArray("35e4") << std::optional<qint64>();
    QTest::addRow("huge") << QByteArray("99999999999999999999") << std::optional<qint64>();
    QTest::addRow("text") << QByteArray("\"350000\"") << std::optional<qint64>();
    QTest::addRow("null") << QByteArray("null") << std::optional<qint64>();
    QTest::addRow("object") << QByteArray("{}") << std::optional<qint64>();
}

void Bank131ReadersTest::amountsThatAreNotWholeKopecksAreAbsent()
{
    QFETCH(QByteArray, amount);
    QFETCH(std::optional<qint64>, kopecks);
    const auto reading = m_protocol.readWebhook(withAmount(amount));
    QVERIFY(reading);
    QCOMPARE(reading->payouts.first().amountKopecks, kopecks);
}

void Bank131ReadersTest::unknownMembersAndStatusesAreLetThrough()
{
    const auto reading = m_protocol.readWebhook(
        R"({"type":"new_type","x":[1],"session":{"id":"131","status":"new_status","next_action":"dance",
            "y":{},"payments":[{"id":"po_1","status":"levitating","z":null}]}})");
    QVERIFY(reading);
    QCOMPARE(reading->messageType, QStringLiteral("new_type"));
    QCOMPARE(reading->sessionId, QStringLiteral("131"));
    QCOMPARE(reading->status, QStringLiteral("new_status"));
    QCOMPARE(reading->nextAction, QStringLiteral("dance"));
    QCOMPARE(reading->payouts.first().status, QStringLiteral("levitating"));
}

void Bank131ReadersTest::wrongTypesOfSideMembersCountAsAbsent()
{
    const auto reading = m_protocol.readWebhook(
        R"({"type":7,"session":{"id":"ps_1","updated_at":1,"error":"e","payments":[{"payment_method":"m",
            "amount_details":[],"participant_details":1,"refunds":{},"error":{"code":5}}]}})");
    QVERIFY(reading);
    QCOMPARE(reading->messageType, QString());
    QVERIFY(!reading->updatedAtMicros);
    QVERIFY(!reading->error);
    PayoutEcho empty; // but for what it says in a form that can't be compared
    empty.unreadable = {QStringLiteral("payment_method"), QStringLiteral("amount_details"),
                        QStringLiteral("participant_details")};
    PayoutEcho said = reading->payouts.first();
    said.unreadable.sort();
    empty.unreadable.sort();
    QCOMPARE(said, empty);
    const auto deeper = m_protocol.readWebhook(
        withPayout(R"("payment_method":{"bank_account":{"ru":{"account":40702,"inn":null,"is_fast":"true"}}})"));
    QCOMPARE(deeper->payouts.first().account, QString());
    QVERIFY(!deeper->payouts.first().inn);
    QVERIFY(!deeper->payouts.first().isFast);
}

void Bank131ReadersTest::wrongTypesOfDecidingMembersAreRefused_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addRow("no object") << QByteArray("[]");
    QTest::addRow("session") << QByteArray(R"({"session":"ps_1"})");
    QTest::addRow("session id") << QByteArray(R"({"session":{"id":131}})");
    QTest::addRow("session status") << QByteArray(R"({"session":{"id":"ps_1","status":1}})");
    QTest::addRow("next action") << QByteArray(R"({"session":{"id":"ps_1","next_action":["confirm"]}})");
    QTest::addRow("payouts") << QByteArray(R"({"session":{"id":"ps_1","payments":{"id":"po_1"}}})");
    QTest::addRow("payout") << QByteArray(R"({"session":{"id":"ps_1","payments":["po_1"]}})");
    QTest::addRow("null as payout") << QByteArray(R"({"session":{"id":"ps_1","payments":[null]}})");
    QTest::addRow("payout id") << QByteArray(R"({"session":{"id":"ps_1","payments":[{"id":1}]}})");
    QTest::addRow("payout status") << QByteArray(R"({"session":{"id":"ps_1","payments":[{"status":true}]}})");
}

void Bank131ReadersTest::wrongTypesOfDecidingMembersAreRefused()
{
    QFETCH(QByteArray, message);
    const auto reading = m_protocol.readWebhook(message);
    QVERIFY(!reading);
    QCOMPARE(reading.error().code, ErrorCode::unexpectedValue);
}

void Bank131ReadersTest::aMessageWithoutSessionIdIsRefused_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addRow("no session") << QByteArray("{}");
    QTest::addRow("null session") << QByteArray(R"({"session":null})");
    QTest::addRow("no id") << QByteArray(R"({"session":{"status":"created"}})");
    QTest::addRow("null id") << QByteArray(R"({"session":{"id":null}})");
    QTest::addRow("empty id") << QByteArray(R"({"session":{"id":""}})");
}

void Bank131ReadersTest::aMessageWithoutSessionIdIsRefused()
{
    QFETCH(QByteArray, message);
    const auto reading = m_protocol.readWebhook(message);
    QVERIFY(!reading);
    QCOMPARE(reading.error().code, ErrorCode::missingMember);
}

void Bank131ReadersTest::readsBothParties()
{
    const auto slice = m_protocol.slice(example(QStringLiteral("seed-webhook-ready-to-confirm.json")));
    const auto information = m_protocol.readConfirmInformation(**slice);
    QVERIFY(information);
    QVERIFY(information->hasAccountDetails);
    QVERIFY(information->unknown.isEmpty());
    QCOMPARE(information->sender.accountNumber, QStringLiteral("40702810300200000013"));
    QCOMPARE(information->sender.name, QStringLiteral("ABC LLC"));
    const TransferParty recipient{QStringLiteral("40702810500000000001"),
                                  QStringLiteral("Vector LLC"),
                                  QStringLiteral("Bank 131"),
                                  QStringLiteral("044525974"),
                                  QStringLiteral("30101810822029205974"),
                                  QStringLiteral("1111111111"),
                                  QStringLiteral("156605101")};
    QCOMPARE(information->recipient, recipient);
}

void Bank131ReadersTest::nullIsNotGiven()
{
    const auto information = m_protocol.readConfirmInformation(
        R"({"account_details":{"recipient":{"inn":null,"kpp":"","swift":null},"sender":null},"exchanges":null})");
    QVERIFY(information);
    QVERIFY(!information->recipient.inn);
    QCOMPARE(information->recipient.kpp, QString());
    QCOMPARE(information->sender, TransferParty());
    QVERIFY(information->unknown.isEmpty());
}

void Bank131ReadersTest::whatHasNoWordIsKeptRaw()
{
    const auto information = m_protocol.readConfirmInformation(
        R"({"account_details":{"sender":[1, 2],"recipient":{"account_number":40702810,"swift":"A\/B","bik":"04"},
            "note":{ "a":1.10 }},"transfer_details":{"amount":1}})");
    QVERIFY(information);
    QVERIFY(information->hasAccountDetails);
    QVERIFY(!information->recipient.accountNumber);
    QCOMPARE(information->recipient.bik, QStringLiteral("04"));
    const QList<UnknownMember> expected{
        {QStringLiteral("account_details.sender"), QStringLiteral("[1, 2]")},
        {QStringLiteral("account_details.recipient.account_number"), QStringLiteral("40702810")},
        {QStringLiteral("account_details.recipient.swift"), QStringLiteral("\"A\\/B\"")},
        {QStringLiteral("account_details.note"), QStringLiteral("{ \"a\":1.10 }")},
        {QStringLiteral("transfer_details"), QStringLiteral("{\"amount\":1}")}};
    QCOMPARE(information->unknown, expected);
    const auto other = m_protocol.readConfirmInformation(R"({"account_details":"none"})");
    QVERIFY(!other->hasAccountDetails);
    QCOMPARE(other->unknown.first().value, QStringLiteral("\"none\""));
}

void Bank131ReadersTest::confirmInformationMustBeAnObject()
{
    QCOMPARE(m_protocol.readConfirmInformation("[]").error().code, ErrorCode::unexpectedValue);
    QCOMPARE(m_protocol.readConfirmInformation("{").error().code, ErrorCode::malformedJson);
    QCOMPARE(m_protocol.readConfirmInformation("").error().code, ErrorCode::malformedJson);
}

QTEST_GUILESS_MAIN(Bank131ReadersTest)
#include "tst_bank131readers.moc"
