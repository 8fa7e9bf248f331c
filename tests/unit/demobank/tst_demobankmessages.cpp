#include "demobank/json.h"
#include "demobank/keys.h"
#include "demobank/ledger.h"
#include "demobank/moment.h"
#include "unit/demobank/bench.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

using namespace countersign::demobank;

/// Reading, writing, signing and keeping: what the practice bank is built on.
class DemoBankMessagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strictJsonIsRefused_data();
    void strictJsonIsRefused();
    void bytesOfAMemberAreCutOutAsTheyStand();
    void signaturesOfThePublishedVectorsAreJudgedRightly();
    void timesSurviveWritingAndReading();
    void workingDaysLeaveOutTheWeekend();
    void ledgerFileSurvivesAnUnfinishedLine();
    void ledgerFileHasOneWriter();
    void damagedLedgerIsRefused();
};

void DemoBankMessagesTest::strictJsonIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("accepted");
    QTest::addRow("object") << QByteArray(R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})") << true;
    QTest::addRow("duplicate name") << QByteArray(R"({"a":1,"a":1})") << false;
    QTest::addRow("duplicate name deep inside") << QByteArray(R"({"b":[{"a":1,"\u0061":1}]})") << false;
    QTest::addRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << false;
    QTest::addRow("not UTF-8") << QByteArray("{\"a\":\"\xFF\"}") << false;
    QTest::addRow("text behind the end") << QByteArray("{} x") << false;
    QTest::addRow("comment") << QByteArray("{/**/}") << false;
    QTest::addRow("nothing") << QByteArray() << false;
    QTest::addRow("31 levels") << QByteArray(31, '[') + QByteArray(31, ']') << true;
    QTest::addRow("60 levels") << QByteArray(60, '[') + QByteArray(60, ']') << false;
}

void DemoBankMessagesTest::strictJsonIsRefused()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, accepted);
    QCOMPARE(parseStrict(text.toStdString()).has_value(), accepted);
}

void DemoBankMessagesTest::bytesOfAMemberAreCutOutAsTheyStand()
{
    const std::string text =
        R"( { "x":"}\"{", "y" : [1, {"z":2}] ,"confirm_information":{ "b":1.10, "a":"\/" },"w":7} )";
    QCOMPARE(memberBytes(text, "confirm_information").value_or(""), R"({ "b":1.10, "a":"\/" })");
    QCOMPARE(memberBytes(text, "y").value_or(""), R"([1, {"z":2}])");
    QCOMPARE(memberBytes(text, "w").value_or(""), "7");
    QCOMPARE(memberBytes(text, "x").value_or(""), R"("}\"{")");
    QVERIFY(!memberBytes(text, "z"));
    QVERIFY(!memberBytes("[1]", "z"));
    QVERIFY(!memberBytes("{}", "z"));
}

void DemoBankMessagesTest::signaturesOfThePublishedVectorsAreJudgedRightly()
{
    const auto file = parseStrict(example("18-signature-vectors.json"));
    QVERIFY(file);
    const RsaKey key = RsaKey::fromPublicPem(textOf(*file, "public_key_pem"));
    int judged = 0;
    for (const Json &vector : file->at("vectors")) {
        const std::string body =
            QByteArray::fromBase64(QByteArray::fromStdString(textOf(vector, "body_base64"))).toStdString();
        QVERIFY2(key.verify(body, textOf(vector, "x_partner_sign")) == vector.at("valid").get<bool>(),
                 textOf(vector, "name").c_str());
        ++judged;
    }
    QVERIFY(judged > 3);
}

void DemoBankMessagesTest::timesSurviveWritingAndReading()
{
    const std::string text = "2025-02-20T08:42:35.905869Z";
    const auto moment = momentFromText(text);
    QVERIFY(moment);
    QCOMPARE(toText(*moment), text);
    QVERIFY(!momentFromText("2025-02-30T08:42:35.905869Z"));
    QVERIFY(!momentFromText("2025-02-20T08:42:35Z"));
    QCOMPARE(bankingDay(*momentFromText("2025-02-20T20:59:59.999999Z")), std::string("2025-02-20"));
    QCOMPARE(bankingDay(*momentFromText("2025-02-20T21:00:00.000000Z")), std::string("2025-02-21"));
}

void DemoBankMessagesTest::workingDaysLeaveOutTheWeekend()
{
    const auto friday = momentFromText("2026-11-20T09:00:00.000000Z");
    QCOMPARE(toText(addWorkingDays(*friday, 1)), std::string("2026-11-23T09:00:00.000000Z"));
    QCOMPARE(toText(addWorkingDays(*friday, 6)), std::string("2026-11-30T09:00:00.000000Z"));
}

void DemoBankMessagesTest::ledgerFileSurvivesAnUnfinishedLine()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("ledger.jsonl")).toStdString();
    {
        FileLedger ledger(file);
        ledger.add(Moment{}, "first", {{"x", 1}});
        ledger.commit();
        ledger.add(Moment{}, "never committed", Json::object());
    }
    std::ofstream(file, std::ios::app) << R"({"n":2,"ev)";
    FileLedger ledger(file);
    ledger.add(Moment{}, "second", {{"x", 2}});
    ledger.commit();
    std::vector<std::string> events;
    ledger.read([&](const Json &entry) { events.push_back(entry["n"].dump() + textOf(entry, "event")); });
    QCOMPARE(events, (std::vector<std::string>{"1first", "2second"}));
}

void DemoBankMessagesTest::ledgerFileHasOneWriter()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("ledger.jsonl")).toStdString();
    const FileLedger first(file);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, FileLedger{file});
}

void DemoBankMessagesTest::damagedLedgerIsRefused()
{
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("ledger.jsonl")).toStdString();
    std::ofstream(file) << "{\"n\":1,\nbroken}\n";
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, FileLedger{file});
}

QTEST_GUILESS_MAIN(DemoBankMessagesTest)
#include "tst_demobankmessages.moc"
