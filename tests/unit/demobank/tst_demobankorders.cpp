#include "unit/demobank/bench.h"

using namespace countersign::demobank;

/// What the bank accepts as an order and what it refuses, naming the field.
class DemoBankOrdersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedBodiesAreAccepted_data();
    void publishedBodiesAreAccepted();
    void wrongFieldIsNamed_data();
    void wrongFieldIsNamed();
    void namesOfTheOtherVersionAreRefused();
    void tokenStandsForTheAccountItNames();
    void purposeIsCountedInCharacters();
};

namespace {

Json personOrder()
{
    return Bench::startBody("ps_1");
}

Json &ru(Json &order)
{
    return order["payment_method"]["bank_account"]["ru"];
}

Json companyOrder()
{
    Json order = personOrder();
    ru(order)["account"] = "40702810400009900256";
    ru(order)["inn"] = "7701991200";
    ru(order)["kpp"] = "770101001";
    return order;
}

Json proprietorOrder()
{
    Json order = personOrder();
    ru(order)["account"] = "40802810300009900118";
    ru(order)["full_name"] = "ИП Громов Пётр Ильич";
    ru(order)["inn"] = "502990147781";
    return order;
}

QByteArray text(const Json &json)
{
    return QByteArray::fromStdString(json.dump());
}

} // namespace

void DemoBankOrdersTest::publishedBodiesAreAccepted_data()
{
    QTest::addColumn<QString>("file");
    for (const char *kind : {"individual", "legal-entity", "non-resident", "sole-proprietor", "urgent"})
        QTest::addRow("%s", kind)
            << QStringLiteral("02-session-start-payout-rko.%1.request.json").arg(QLatin1String(kind));
    QTest::addRow("published page") << QStringLiteral("seed-session-start-payout-rko.request.json");
    QTest::addRow("joined start") << QStringLiteral("03-session-init-payout-rko.request.json");
}

void DemoBankOrdersTest::publishedBodiesAreAccepted()
{
    QFETCH(QString, file);
    const auto body = parseStrict(example(file.toStdString()));
    QVERIFY(body);
    const auto order = readOrder(*body, Names::V1, {});
    QVERIFY2(order, order ? "" : order.error().description.c_str());
    QCOMPARE(order->amount, body->at("amount_details").at("amount").get<std::int64_t>());
}

void DemoBankOrdersTest::wrongFieldIsNamed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("field");
    const QByteArray base = "payment_method.bank_account.ru.";
    const auto spoilt = [&](const char *name, Json order, const char *member, const Json &value) {
        if (value.is_null())
            ru(order).erase(member);
        else
            ru(order)[member] = value;
        QTest::addRow("%s", name) << text(order) << base + member;
    };
    spoilt("no BIK", personOrder(), "bik", nullptr);
    spoilt("BIK of 8 digits", personOrder(), "bik", "04452597");
    spoilt("BIK as a number", personOrder(), "bik", 44525974);
    spoilt("no account", personOrder(), "account", nullptr);
    spoilt("account of 19 digits", personOrder(), "account", "4081781040000386953");
    spoilt("account with a letter", personOrder(), "account", "4081781040000386953x");
    spoilt("non-resident's account", personOrder(), "account", "40820810400003869535");
    spoilt("account in dollars", personOrder(), "account", "40817840400003869535");
    spoilt("no name", personOrder(), "full_name", nullptr);
    spoilt("empty name", personOrder(), "full_name", "");
    spoilt("no purpose", personOrder(), "description", nullptr);
    spoilt("purpose with a question mark", personOrder(), "description", "Paid?");
    spoilt("purpose with a line break", personOrder(), "description", "Paid\nnow");
    spoilt("purpose of 211 characters", personOrder(), "description", std::string(211, 'x'));
    spoilt("person with a KPP", personOrder(), "kpp", "770101001");
    spoilt("person with an INN of 10 digits", personOrder(), "inn", "7701991200");
    spoilt("company without INN", companyOrder(), "inn", nullptr);
    spoilt("company with an INN of 12 digits", companyOrder(), "inn", "502990147781");
    spoilt("company without KPP", companyOrder(), "kpp", nullptr);
    spoilt("company with a KPP of 8 digits", companyOrder(), "kpp", "77010100");
    spoilt("proprietor without INN", proprietorOrder(), "inn", nullptr);
    spoilt("proprietor without ИП", proprietorOrder(), "full_name", "Громов Пётр Ильич");
    spoilt("proprietor with a KPP", proprietorOrder(), "kpp", "770101001");
    spoilt("urgency as text", personOrder(), "is_fast", "true");
    const auto changed = [](const char *name, const std::function<void(Json &)> &change, const char *field) {
        Json order = personOrder();
        change(order);
        QTest::addRow("%s", name) << text(order) << QByteArray(field);
    };
    changed(
        "amount 0", [](Json &o) { o["amount_details"]["amount"] = 0; }, "amount_details.amount");
    changed(
        "amount below 0", [](Json &o) { o["amount_details"]["amount"] = -1; }, "amount_details.amount");
    changed(
        "amount with a point", [](Json &o) { o["amount_details"]["amount"] = 1.0; }, "amount_details.amount");
    changed(
        "amount as text", [](Json &o) { o["amount_details"]["amount"] = "1"; }, "amount_details.amount");
    changed(
        "amount beyond 63 bits", [](Json &o) { o["amount_details"]["amount"] = 9223372036854775808ULL; },
        "amount_details.amount");
    changed(
        "other currency", [](Json &o) { o["amount_details"]["currency"] = "usd"; }, "amount_details.currency");
    changed(
        "no amount", [](Json &o) { o.erase("amount_details"); }, "amount_details");
    changed(
        "no sender", [](Json &o) { o.erase("participant_details"); }, "participant_details");
    changed(
        "sender of 3 digits", [](Json &o) { o["participant_details"]["sender"]["account"] = "123"; },
        "participant_details.sender.account");
    changed(
        "card", [](Json &o) { o["payment_method"]["type"] = "card"; }, "payment_method.type");
    changed(
        "other system", [](Json &o) { o["payment_method"]["bank_account"]["system_type"] = "iban"; },
        "payment_method.bank_account.system_type");
}

void DemoBankOrdersTest::wrongFieldIsNamed()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, field);
    const auto order = readOrder(parseStrict(body.toStdString()).value(), Names::V1, {});
    QVERIFY(!order);
    QCOMPARE(order.error().http, 400);
    QCOMPARE(order.error().code, std::string("invalid_request"));
    const QByteArray description = QByteArray::fromStdString(order.error().description);
    QVERIFY2(description.startsWith(field + ": "), description.constData());
}

void DemoBankOrdersTest::namesOfTheOtherVersionAreRefused()
{
    const auto v2 = parseStrict(example("03-session-init-payout-rko.v2.request.json"));
    QVERIFY(readOrder(*v2, Names::V2, {}));
    const auto refused = readOrder(*v2, Names::V1, {});
    QVERIFY(!refused);
    QVERIFY(refused.error().description.starts_with("payment_method: "));
}

void DemoBankOrdersTest::tokenStandsForTheAccountItNames()
{
    const auto body = parseStrict(example("02-session-start-payout-rko.token.request.json"));
    QVERIFY(!readOrder(*body, Names::V1, {}));
    const std::string token = textOf(body->at("payment_method").at("bank_account").at("ru"), "token");
    const auto order = readOrder(*body, Names::V1, {{token, {"044525225", "40817810300009900023"}}});
    QVERIFY(order);
    QCOMPARE(order->account, std::string("40817810300009900023"));
}

void DemoBankOrdersTest::purposeIsCountedInCharacters()
{
    Json order = personOrder();
    std::string purpose;
    for (int i = 0; i < 210; ++i)
        purpose += "ж";
    ru(order)["description"] = purpose;
    QVERIFY(readOrder(order, Names::V1, {}));
    ru(order)["description"] = purpose + "ж";
    QVERIFY(!readOrder(order, Names::V1, {}));
}

QTEST_GUILESS_MAIN(DemoBankOrdersTest)
#include "tst_demobankorders.moc"
