#include "bank131/bank131protocol.h"
#include "bank131/jsonscanner.h"
#include "unit/bank131/examples.h"

#include <QTest>

using namespace countersign;
using countersign::testing::example;
using countersign::testing::exampleNames;

namespace {

PayoutContent individual()
{
    return {*AccountNumber::parse(u"40702810100009900417"),
            RecipientKind::individual,
            QStringLiteral("Белова Мария Андреевна"),
            std::nullopt,
            std::nullopt,
            *Bik::parse(u"044525225"),
            *AccountNumber::parse(u"40817810300009900023"),
            Money::fromKopecks(1250050),
            QStringLiteral("Оплата услуг по договору № 27/02 от 03.02.2026. НДС не облагается"),
            false};
}

PayoutContent soleProprietor()
{
    PayoutContent content = individual();
    content.kind = RecipientKind::soleProprietor;
    content.recipientName = QStringLiteral("ИП Громов Пётр Ильич");
    content.inn = *Inn::parse(u"502990147781");
    content.bik = *Bik::parse(u"044525974");
    content.account = *AccountNumber::parse(u"40802810300009900118");
    content.amount = Money::fromKopecks(4800000);
    content.purpose = QStringLiteral("Оплата по счёту № 318 от 26.02.2026 за доставку. НДС не облагается");
    return content;
}

PayoutContent legalEntity()
{
    PayoutContent content = individual();
    content.kind = RecipientKind::legalEntity;
    content.recipientName = QStringLiteral("ООО \"Ясный Причал\"");
    content.inn = *Inn::parse(u"7701991200");
    content.kpp = *Kpp::parse(u"770101001");
    content.bik = *Bik::parse(u"044525593");
    content.account = *AccountNumber::parse(u"40702810400009900256");
    content.amount = Money::fromKopecks(25000000);
    content.purpose =
        QStringLiteral("Оплата по договору поставки № 14-П от 12.01.2026 за оборудование. В том числе НДС "
                       "22% 45081-97 руб.");
    return content;
}

PayoutContent urgent()
{
    PayoutContent content = legalEntity();
    content.urgent = true;
    return content;
}

/// The example without the white space between its members, which no content of these examples contains.
QByteArray compact(const QByteArray &text)
{
    QByteArray out;
    bool inText = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '"' && (i == 0 || text[i - 1] != '\\')) inText = !inText;
        if (inText || !QByteArrayView(" \n").contains(text[i])) out += text[i];
    }
    return out;
}

} // namespace

class Bank131BodiesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startIsTheDocumentedBodyByteForByte();
    void startCarriesMetadataWhenThereIsSome();
    void createIsTheDocumentedBody();
    void textsFromPeopleCannotLeaveTheirMember();
    void amountsOfAnySizeAreWrittenWhole();
    void decisionTakesTheSliceByteForByte_data();
    void decisionTakesTheSliceByteForByte();
    void cancelWithoutAnAnswerNamesTheSessionOnly();
    void sliceOfTheBuiltBodyIsTheSlice();
    void sliceIsAbsentWhereThereIsNone_data();
    void sliceIsAbsentWhereThereIsNone();
    void sliceRefusesWhatIsNotStrictJson();
    void pathsAreVersionOne();

private:
    const Bank131Protocol m_protocol;
};

void Bank131BodiesTest::startIsTheDocumentedBodyByteForByte()
{
    const auto body = [this](const QString &session, const PayoutContent &content) {
        return m_protocol.startBody(session, content, {});
    };
    const QString name = QStringLiteral("02-session-start-payout-rko.%1.request.json");
    QCOMPARE(body(QStringLiteral("ps_7700131"), individual()), compact(example(name.arg(u"individual"))));
    QCOMPARE(body(QStringLiteral("ps_7700132"), soleProprietor()), compact(example(name.arg(u"sole-proprietor"))));
    QCOMPARE(body(QStringLiteral("ps_7700133"), legalEntity()), compact(example(name.arg(u"legal-entity"))));
    QCOMPARE(body(QStringLiteral("ps_7700135"), urgent()), compact(example(name.arg(u"urgent"))));
}

void Bank131BodiesTest::startCarriesMetadataWhenThereIsSome()
{
    const QJsonObject metadata{{QStringLiteral("i"), QStringLiteral("0a")}, {QStringLiteral("a"), 1}};
    const QByteArray body = m_protocol.startBody(QStringLiteral("ps_1"), individual(), metadata);
    const auto value = scanJson(body);
    QVERIFY(value);
    QCOMPARE(value->member("metadata")->raw.toByteArray(), QByteArray(R"({"a":1,"i":"0a"})"));
    QVERIFY(!scanJson(m_protocol.startBody(QStringLiteral("ps_1"), individual(), {}))->member("metadata"));
}

void Bank131BodiesTest::createIsTheDocumentedBody()
{
    const QJsonObject metadata{{QStringLiteral("client_ref"), QStringLiteral("NC-2026-000417")}};
    QCOMPARE(m_protocol.createBody(metadata), compact(example(QStringLiteral("01-session-create-rko.request.json"))));
    QCOMPARE(m_protocol.createBody({}), QByteArray("{}"));
}

void Bank131BodiesTest::textsFromPeopleCannotLeaveTheirMember()
{
    PayoutContent content = individual();
    content.recipientName = QStringLiteral("\",\"account\":\"40702810500000000001\",\"x\":\"\\");
    content.purpose = QStringLiteral("a\u2028b/c\u007f\t");
    const QByteArray body = m_protocol.startBody(QStringLiteral("ps\"1"), content, {});
    const auto value = scanJson(body);
    QVERIFY(value);
    const JsonValue *ru = value->member("payment_method")->member("bank_account")->member("ru");
    QCOMPARE(*ru->member("full_name")->text(), content.recipientName);
    QCOMPARE(*ru->member("description")->text(), content.purpose);
    QCOMPARE(*ru->member("account")->text(), content.account.text());
    QCOMPARE(*value->member("session_id")->text(), QStringLiteral("ps\"1"));
}

void Bank131BodiesTest::amountsOfAnySizeAreWrittenWhole()
{
    PayoutContent content = individual();
    content.amount = Money::fromKopecks(9007199254740993);
    const QByteArray body = m_protocol.startBody(QStringLiteral("ps_1"), content, {});
    QVERIFY(body.contains("\"amount\":9007199254740993,"));
}

void Bank131BodiesTest::decisionTakesTheSliceByteForByte_data()
{
    QTest::addColumn<QByteArray>("message");
    for (const QString &name : exampleNames(QStringLiteral("*confirm*.json"))) {
        if (!name.contains(u"without") && !name.contains(u"confirmation") && !name.contains(u"response") &&
            !name.contains(u"cancelled")) {
            QTest::addRow("%s", qPrintable(name)) << example(name);
        }
    }
    QTest::addRow("odd spelling") << QByteArray(
        "{\"confirm_information\" : {\"a\":1.10,\"b\":\"\\/\\u0041\", \"c\":null }  ,\"type\":\"x\"}");
}

void Bank131BodiesTest::decisionTakesTheSliceByteForByte()
{
    QFETCH(QByteArray, message);
    const auto slice = m_protocol.slice(message);
    QVERIFY(slice);
    QVERIFY(slice->has_value());
    QVERIFY(message.contains(**slice));
    QVERIFY((*slice)->startsWith('{') && (*slice)->endsWith('}'));
    const QByteArray body = m_protocol.decisionBody(QStringLiteral("ps_2643"), **slice);
    QCOMPARE(body, "{\"session_id\":\"ps_2643\",\"confirm_information\":" + **slice + "}");
}

void Bank131BodiesTest::cancelWithoutAnAnswerNamesTheSessionOnly()
{
    QCOMPARE(m_protocol.decisionBody(QStringLiteral("ps_7700140"), {}), QByteArray("{\"session_id\":\"ps_7700140\"}"));
    QCOMPARE(m_protocol.statusBody(QStringLiteral("ps_7700131")), QByteArray("{\"session_id\":\"ps_7700131\"}"));
}

void Bank131BodiesTest::sliceOfTheBuiltBodyIsTheSlice()
{
    const QByteArray slice = "{\"account_details\":  {\"confirm_information\":{}} ,\"n\":1.0}";
    const auto again = m_protocol.slice(m_protocol.decisionBody(QStringLiteral("ps_\"confirm_information\":"), slice));
    QVERIFY(again);
    QCOMPARE(again->value_or("none"), slice);
}

void Bank131BodiesTest::sliceIsAbsentWhereThereIsNone_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addRow("example") << example(QStringLiteral("04-webhook-ready-to-confirm.without-confirm-information.json"));
    QTest::addRow("null") << QByteArray(R"({"confirm_information":null})");
    QTest::addRow("only deeper") << QByteArray(R"({"session":{"confirm_information":{"a":1}}})");
    QTest::addRow("only as text") << QByteArray(R"({"a":"\"confirm_information\":{}"})");
    QTest::addRow("other letter case") << QByteArray(R"({"Confirm_Information":{}})");
    QTest::addRow("no object") << QByteArray("[1]");
}

void Bank131BodiesTest::sliceIsAbsentWhereThereIsNone()
{
    QFETCH(QByteArray, message);
    const auto slice = m_protocol.slice(message);
    QVERIFY(slice);
    QVERIFY(!slice->has_value());
}

void Bank131BodiesTest::sliceRefusesWhatIsNotStrictJson()
{
    const auto twice = m_protocol.slice(R"({"confirm_information":{},"confirm_informati\u006fn":{"a":1}})");
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::duplicateKey);
    QCOMPARE(m_protocol
                 .slice(R"({"confirm_information":{}} )"
                        "x")
                 .error()
                 .code,
             ErrorCode::malformedJson);
}

void Bank131BodiesTest::pathsAreVersionOne()
{
    QCOMPARE(m_protocol.path(CallKind::create), QStringLiteral("/api/v1/session/create/rko"));
    QCOMPARE(m_protocol.path(CallKind::start), QStringLiteral("/api/v1/session/start/payout/rko"));
    QCOMPARE(m_protocol.path(CallKind::confirm), QStringLiteral("/api/v1/session/confirm"));
    QCOMPARE(m_protocol.path(CallKind::cancel), QStringLiteral("/api/v1/session/cancel"));
    QCOMPARE(m_protocol.path(CallKind::status), QStringLiteral("/api/v1/session/status"));
}

QTEST_GUILESS_MAIN(Bank131BodiesTest)
#include "tst_bank131bodies.moc"
