#include "config/profilejson.h"

#include "testprofiles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace countersign;

namespace {

using Change = std::function<void(QJsonObject &)>;

QByteArray changed(const Change &change)
{
    QJsonObject object = QJsonDocument::fromJson(toJson(testprofiles::liveProfile())).object();
    change(object);
    return QJsonDocument(object).toJson();
}

/// Sets a member of a member.
Change inside(const char *outer, const char *inner, const QJsonValue &value)
{
    return [=](QJsonObject &root) {
        QJsonObject object = root[QLatin1String(outer)].toObject();
        object[QLatin1String(inner)] = value;
        root[QLatin1String(outer)] = object;
    };
}

Change with(const char *key, const QJsonValue &value)
{
    return [=](QJsonObject &root) { root[QLatin1String(key)] = value; };
}

Change without(const char *key)
{
    return [=](QJsonObject &root) { root.remove(QLatin1String(key)); };
}

Change withoutInside(const char *outer, const char *inner)
{
    return [=](QJsonObject &root) {
        QJsonObject object = root[QLatin1String(outer)].toObject();
        if (!object.contains(QLatin1String(inner))) qFatal("nothing to remove");
        object.remove(QLatin1String(inner));
        root[QLatin1String(outer)] = object;
    };
}

} // namespace

class TestProfileJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySettingComesBack()
    {
        const Profile live = testprofiles::liveProfile();
        QVERIFY(profileFromJson(toJson(live)).value() == live);
        const Profile practice = testprofiles::practiceProfile();
        QVERIFY(profileFromJson(toJson(practice)).value() == practice);
        QVERIFY(profileFromJson(toJson(Profile{})).value() == Profile{});
    }

    void aTextThatBeginsWithAByteOrderMarkKeepsIt()
    {
        Profile profile = testprofiles::liveProfile();
        profile.companyName = QStringLiteral("\ufeffООО");
        QVERIFY(profileFromJson(toJson(profile)).value() == profile);
    }

    void eachEnvironmentAndAnswerHasItsWord()
    {
        for (const Environment environment : {Environment::practice, Environment::demo, Environment::live}) {
            const Profile profile = newProfile(QStringLiteral("p"), environment);
            QCOMPARE(profileFromJson(toJson(profile)).value().environment, environment);
        }
        for (const AutomaticConfirmation answer :
             {AutomaticConfirmation::unknown, AutomaticConfirmation::off, AutomaticConfirmation::on}) {
            Profile profile;
            profile.automaticConfirmation = answer;
            QCOMPARE(profileFromJson(toJson(profile)).value().automaticConfirmation, answer);
        }
    }

    void theSameProfileGivesTheSameBytes()
    {
        QCOMPARE(toJson(testprofiles::liveProfile()), toJson(testprofiles::liveProfile()));
    }

    void aFileOfAnEarlierVersionIsStillRead()
    {
        const auto earlier = profileFromJson(changed([](QJsonObject &root) {
            for (const char *member :
                 {"submerchant", "key_fingerprint", "compared_bank_keys", "server_key_pins", "calls_at_once"})
                withoutInside("bank", member)(root);
            for (const char *member : {"allowed_peers", "connections", "connections_per_peer", "requests_per_second"})
                withoutInside("webhook", member)(root);
        }));
        QVERIFY(earlier);
        Profile expected = testprofiles::liveProfile();
        expected.submerchant.clear();
        expected.keyFingerprint.clear();
        expected.comparedBankKeys.clear();
        expected.serverKeyPins.clear();
        expected.callsAtOnce = Profile().callsAtOnce;
        const WebhookSettings usual;
        expected.webhook.allowedPeers.clear();
        expected.webhook.connections = usual.connections;
        expected.webhook.connectionsPerPeer = usual.connectionsPerPeer;
        expected.webhook.requestsPerSecond = usual.requestsPerSecond;
        QVERIFY(*earlier == expected);
    }

    void limitsBeyondFiftyThreeBitsStayExact()
    {
        QVERIFY(toJson(testprofiles::liveProfile()).contains("9007199254740993"));
    }

    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const Change &change, const char *place) {
            QTest::addRow("%s", name) << changed(change) << QString::fromLatin1(place);
        };
        row("version missing", without("version"), "version");
        row("version of the future", with("version", 2), "version");
        row("version as text", with("version", QStringLiteral("1")), "version");
        row("version with a fraction", with("version", 1.5), "version");
        row("unknown member", with("colour", QStringLiteral("red")), "colour");
        row("unknown member inside", inside("bank", "token", QStringLiteral("x")), "bank.token");
        row("unknown member in limits", inside("limits", "per_week_kopecks", 1), "limits.per_week_kopecks");
        row("name missing", without("name"), "name");
        row("name as number", with("name", 1), "name");
        row("name null", with("name", QJsonValue::Null), "name");
        row("unknown environment", with("environment", QStringLiteral("Live")), "environment");
        row("environment empty", with("environment", QString()), "environment");
        row("bank missing", without("bank"), "bank");
        row("bank as list", with("bank", QJsonArray()), "bank");
        row("address that is none", inside("bank", "url", QStringLiteral("https://[")), "bank.url");
        row("key files as text", inside("bank", "bank_public_key_files", QStringLiteral("a.pem")),
            "bank.bank_public_key_files");
        row("a key file as number", inside("bank", "bank_public_key_files", QJsonArray{QStringLiteral("a"), 1}),
            "bank.bank_public_key_files.1");
        row("flag as text", inside("bank", "send_idempotency_key", QStringLiteral("true")),
            "bank.send_idempotency_key");
        row("flag as number", inside("webhook", "enabled", 1), "webhook.enabled");
        row("unknown answer", inside("bank", "automatic_confirmation", QStringLiteral("maybe")),
            "bank.automatic_confirmation");
        row("no calls at once", inside("bank", "calls_at_once", 0), "bank.calls_at_once");
        row("thousands of calls at once", inside("bank", "calls_at_once", 1000), "bank.calls_at_once");
        row("a pin as number", inside("bank", "server_key_pins", QJsonArray{1}), "bank.server_key_pins.0");
        row("no connections", inside("webhook", "connections", 0), "webhook.connections");
        row("port too large", inside("webhook", "port", 65536), "webhook.port");
        row("port negative", inside("webhook", "port", -1), "webhook.port");
        row("limit as text", inside("limits", "per_day_kopecks", QStringLiteral("100")), "limits.per_day_kopecks");
        row("limit with a fraction", inside("limits", "per_day_kopecks", 100.5), "limits.per_day_kopecks");
        row("limit negative", inside("limits", "per_payout_kopecks", -1), "limits.per_payout_kopecks");
        row("limit beyond 64 bits", inside("limits", "per_payout_kopecks", 1e30), "limits.per_payout_kopecks");
        row("hour that is none", inside("hours", "from", QStringLiteral("24:00")), "hours.from");
        row("hour with seconds", inside("hours", "to", QStringLiteral("18:00:00")), "hours.to");
        row("accounts as object", with("accounts", QJsonObject()), "accounts");
        row("an account as text", with("accounts", QJsonArray{QStringLiteral("40702")}), "accounts.0");
        row("account without bank",
            with("accounts",
                 QJsonArray{QJsonObject{{QStringLiteral("number"), QString()}, {QStringLiteral("title"), QString()}}}),
            "accounts.0.bik");
        row("line break in a text", inside("bank", "project_id", QStringLiteral("a\r\nX-Header: b")),
            "bank.project_id");
        row("zero byte in a text", inside("bank", "key_file", QString(QChar(0))), "bank.key_file");
        row("endless text", inside("company", "name", QString(5000, u'x')), "company.name");
    }

    void whatDoesNotFitIsNamed()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::settingsInvalid);
        QCOMPARE(profile.error().detail, place);
    }

    void damagedTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray good = toJson(testprofiles::liveProfile());
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("zero bytes") << QByteArray(1000, '\0');
        QTest::addRow("list") << QByteArray("[]");
        QTest::addRow("number") << QByteArray("1");
        QTest::addRow("two objects") << good + good;
        QTest::addRow("comment") << "// profile\n" + good;
        QTest::addRow("bytes that are not UTF-8") << QByteArray(good).replace("romashka", "\xf0\xee\xec\xe0");
        QTest::addRow("larger than 1 MiB") << good + QByteArray(1 << 20, ' ');
        QTest::addRow("doubled member") << QByteArray(good).replace("\"environment\":",
                                                                    "\"environment\": \"demo\", \"environment\":");
        QTest::addRow("doubled member inside")
            << QByteArray(good).replace("\"project_id\":", "\"project_id\": \"a:b\\\"\", \"project_id\":");
    }

    void damagedTextIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto profile = profileFromJson(json);
        QVERIFY(!profile);
        QCOMPARE(profile.error().code, ErrorCode::settingsInvalid);
    }

    void everyCutIsRefused()
    {
        const QByteArray good = toJson(testprofiles::liveProfile()).trimmed();
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY2(!profileFromJson(good.left(size)), qPrintable(QString::number(size)));
        QVERIFY(profileFromJson(good));
    }

    void colonsAndQuotesInTextsAreNoMembers()
    {
        Profile profile = testprofiles::liveProfile();
        profile.companyName = QStringLiteral("a\":\\\\\":b\\");
        QCOMPARE(profileFromJson(toJson(profile)).value().companyName, profile.companyName);
    }
};

QTEST_GUILESS_MAIN(TestProfileJson)
#include "tst_profilejson.moc"
