#include "config/profilevalidation.h"

#include "testprofiles.h"

#include <QTest>

#include <functional>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(Profile &)>;
using Findings = QList<ProfileFinding>;

} // namespace

class TestProfileValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeProfilesHaveNoFindings()
    {
        QVERIFY(validateProfile(testprofiles::liveProfile()).isEmpty());
        QVERIFY(validateProfile(testprofiles::practiceProfile()).isEmpty());
    }

    void everyFaultOfALiveProfileIsFound_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Findings>("findings");
        const auto row = [](const char *name, Change change, ProfileField field, ProfileProblem problem,
                            qsizetype index = -1) {
            QTest::addRow("%s", name) << change << Findings{{field, problem, index}};
        };
        using enum ProfileProblem;
        using F = ProfileField;
        row(
            "no name", [](Profile &p) { p.name.clear(); }, F::name, missing);
        row(
            "unsafe name", [](Profile &p) { p.name = u"../x"_s; }, F::name, malformed);
        row(
            "no operator", [](Profile &p) { p.operatorName = u"  "_s; }, F::operatorName, missing);
        row(
            "no company", [](Profile &p) { p.companyName.clear(); }, F::companyName, missing);
        row(
            "no INN", [](Profile &p) { p.companyInn.clear(); }, F::companyInn, missing);
        row(
            "name over two lines", [](Profile &p) { p.operatorName = u"Анна\nПетрова"_s; }, F::operatorName, malformed);
        row(
            "company with a tab", [](Profile &p) { p.companyName = u"ООО\tВектор"_s; }, F::companyName, malformed);
        row(
            "title with a NUL", [](Profile &p) { p.accounts[1].title = u"a\u0000b"_s; }, F::accounts, malformed, 1);
        row(
            "short INN", [](Profile &p) { p.companyInn = u"770708389"_s; }, F::companyInn, malformed);
        row(
            "company without KPP", [](Profile &p) { p.companyKpp.clear(); }, F::companyKpp, missing);
        row(
            "short KPP", [](Profile &p) { p.companyKpp = u"7707"_s; }, F::companyKpp, malformed);
        row(
            "sole proprietor with KPP", [](Profile &p) { p.companyInn = u"500100732259"_s; }, F::companyKpp,
            notAllowed);
        row(
            "no account", [](Profile &p) { p.accounts.clear(); }, F::accounts, missing);
        row(
            "short account", [](Profile &p) { p.accounts[1].number.chop(1); }, F::accountNumber, malformed, 1);
        row(
            "short BIK", [](Profile &p) { p.accounts[1].bik.chop(1); }, F::accountBik, malformed, 1);
        row(
            "account twice", [](Profile &p) { p.accounts[1].number = p.accounts[0].number; }, F::accountNumber, doubled,
            1);
        row(
            "no project", [](Profile &p) { p.projectId.clear(); }, F::projectId, missing);
        row(
            "project with a space", [](Profile &p) { p.projectId = u"a b"_s; }, F::projectId, malformed);
        row(
            "project in Russian", [](Profile &p) { p.projectId = u"проект"_s; }, F::projectId, malformed);
        row(
            "no key", [](Profile &p) { p.keyFile.clear(); }, F::keyFile, missing);
        row(
            "webhooks without the bank's key", [](Profile &p) { p.bankPublicKeyFiles.clear(); }, F::bankPublicKeyFiles,
            missing);
        row(
            "drop folder without the bank's key", [](Profile &p) { p.webhook = {}, p.bankPublicKeyFiles.clear(); },
            F::bankPublicKeyFiles, missing);
        row(
            "bank's key twice", [](Profile &p) { p.bankPublicKeyFiles[1] = p.bankPublicKeyFiles[0]; },
            F::bankPublicKeyFiles, doubled, 1);
        row(
            "bank's key empty", [](Profile &p) { p.bankPublicKeyFiles[0].clear(); }, F::bankPublicKeyFiles, missing, 0);
        row(
            "submerchant with a space", [](Profile &p) { p.submerchant = u"a b"_s; }, F::submerchant, malformed);
        row(
            "automatic confirmation not asked about",
            [](Profile &p) { p.automaticConfirmation = AutomaticConfirmation::unknown; }, F::automaticConfirmation,
            missing);
        row(
            "automatic confirmation on", [](Profile &p) { p.automaticConfirmation = AutomaticConfirmation::on; },
            F::automaticConfirmation, notAllowed);
        row(
            "one pin alone", [](Profile &p) { p.serverKeyPins.removeLast(); }, F::serverKeyPins, onlyOne);
        row(
            "short pin", [](Profile &p) { p.serverKeyPins[1].chop(1); }, F::serverKeyPins, malformed, 1);
        row(
            "pin in Base64", [](Profile &p) { p.serverKeyPins[0] = u"sha256/uU0="_s; }, F::serverKeyPins, malformed, 0);
        row(
            "the same pin in another form",
            [](Profile &p) { p.serverKeyPins[1] = p.serverKeyPins[0].toUpper().insert(2, u':'); }, F::serverKeyPins,
            doubled, 1);
        row(
            "no call at once", [](Profile &p) { p.callsAtOnce = 0; }, F::callsAtOnce, malformed);
        row(
            "too many calls at once", [](Profile &p) { p.callsAtOnce = mostCallsAtOnce + 1; }, F::callsAtOnce,
            malformed);
        row(
            "peer by name", [](Profile &p) { p.webhook.allowedPeers[1] = u"bank131.ru"_s; }, F::webhookAllowedPeers,
            malformed, 1);
        row(
            "network larger than its address", [](Profile &p) { p.webhook.allowedPeers[0] = u"192.0.2.0/33"_s; },
            F::webhookAllowedPeers, malformed, 0);
        row(
            "no connection", [](Profile &p) { p.webhook.connections = 0; }, F::webhookConnections, malformed);
        row(
            "no connection for one peer", [](Profile &p) { p.webhook.connectionsPerPeer = 0; },
            F::webhookConnectionsPerPeer, malformed);
        row(
            "no request a second", [](Profile &p) { p.webhook.requestsPerSecond = 0; }, F::webhookRequestsPerSecond,
            malformed);
        row(
            "webhook without address", [](Profile &p) { p.webhook.listenAddress.clear(); }, F::webhookAddress, missing);
        row(
            "webhook on a name", [](Profile &p) { p.webhook.listenAddress = u"example.org"_s; }, F::webhookAddress,
            malformed);
        row(
            "webhook on a number too large", [](Profile &p) { p.webhook.listenAddress = u"10.0.0.256"_s; },
            F::webhookAddress, malformed);
        row(
            "webhook on three numbers", [](Profile &p) { p.webhook.listenAddress = u"10.0.0"_s; }, F::webhookAddress,
            malformed);
        row(
            "webhook on any port", [](Profile &p) { p.webhook.port = 0; }, F::webhookPort, notAllowed);
        row(
            "webhook path without slash", [](Profile &p) { p.webhook.path = u"in"_s; }, F::webhookPath, malformed);
        row(
            "webhook path with query", [](Profile &p) { p.webhook.path = u"/in?a"_s; }, F::webhookPath, malformed);
        row(
            "webhook key without certificate", [](Profile &p) { p.webhook.certificateFile.clear(); },
            F::webhookCertificateFile, missing);
        row(
            "webhook certificate without key", [](Profile &p) { p.webhook.keyFile.clear(); }, F::webhookKeyFile,
            missing);
        row(
            "no limit per payout", [](Profile &p) { p.limits.perPayout.reset(); }, F::limitPerPayout, missing);
        row(
            "no limit per day", [](Profile &p) { p.limits.perDay.reset(); }, F::limitPerDay, missing);
        row(
            "limit of nothing", [](Profile &p) { p.limits.perPayout = Money(); }, F::limitPerPayout, malformed);
        row(
            "one payout above a day",
            [](Profile &p) { p.limits.perPayout = Money::fromKopecks(p.limits.perDay->kopecks() + 1); },
            F::limitPerPayout, moreThanPerDay);
        row(
            "no hours", [](Profile &p) { p.hours.reset(); }, F::hours, missing);
        row(
            "hours that end before they begin",
            [](Profile &p) {
                p.hours = {QTime(20, 0), QTime(8, 0)};
            },
            F::hours, malformed);
        row(
            "hours without length",
            [](Profile &p) {
                p.hours = {QTime(8, 0), QTime(8, 0)};
            },
            F::hours, malformed);
    }

    void everyFaultOfALiveProfileIsFound()
    {
        QFETCH(Change, change);
        QFETCH(Findings, findings);
        Profile profile = testprofiles::liveProfile();
        change(profile);
        QVERIFY(validateProfile(profile) == findings);
    }

    void theBanksAddressFitsTheEnvironment_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QList<ProfileProblem>>("problems");
        using enum ProfileProblem;
        const auto row = [](Environment environment, const char *url, QList<ProfileProblem> problems) {
            QTest::addRow("%d %s", static_cast<int>(environment), url)
                << environment << QString::fromLatin1(url) << problems;
        };
        constexpr auto practice = Environment::practice;
        constexpr auto demo = Environment::demo;
        constexpr auto live = Environment::live;
        row(practice, "http://127.0.0.1:8080", {});
        row(practice, "https://127.0.0.1:8443/", {});
        row(practice, "https://localhost:8443", {});
        row(practice, "http://[::1]:8080", {});
        row(practice, "https://demo.bank131.ru", {needsLoopback});
        row(practice, "http://192.168.1.5:8080", {needsLoopback});
        row(practice, "http://127.0.0.1.example.org", {needsLoopback});
        row(practice, "", {missing});
        row(demo, "https://demo.bank131.ru", {});
        row(demo, "https://stand.example.org", {});
        row(demo, "http://demo.bank131.ru", {needsHttps});
        row(demo, "https://proxy.bank131.ru", {isTheLiveBank});
        row(demo, "https://PROXY.bank131.ru", {isTheLiveBank});
        row(demo, "https://proxy.bank131.ru.", {malformed});
        row(live, "https://proxy.bank131.ru", {});
        row(live, "https://proxy.bank131.ru:443/", {});
        row(live, "http://proxy.bank131.ru", {needsHttps});
        row(live, "https://demo.bank131.ru", {notTheLiveBank});
        row(live, "https://kyc.bank131.ru", {notTheLiveBank});
        row(live, "https://proxy.bank131.ru.example.org", {notTheLiveBank});
        row(live, "https://evilbank131.ru", {notTheLiveBank});
        row(live, "https://127.0.0.1", {notTheLiveBank});
        row(live, "https://proxy.bank131.ru/api/v1", {malformed});
        row(live, "https://proxy.bank131.ru?a=b", {malformed});
        row(live, "https://proxy.bank131.ru#x", {malformed});
        row(live, "https://user@proxy.bank131.ru", {malformed});
        row(live, "ftp://proxy.bank131.ru", {malformed});
        row(live, "proxy.bank131.ru", {malformed});
        row(live, "", {missing});
    }

    void theBanksAddressFitsTheEnvironment()
    {
        QFETCH(Environment, environment);
        QFETCH(QString, url);
        QFETCH(QList<ProfileProblem>, problems);
        Profile profile = testprofiles::liveProfile();
        profile.environment = environment;
        profile.bankUrl = QUrl(url, QUrl::StrictMode);
        Findings expected;
        for (const ProfileProblem problem : problems)
            expected.append({ProfileField::bankUrl, problem});
        QVERIFY(validateProfile(profile) == expected);
    }

    void addressesToListenOnMayBeOfBothKinds()
    {
        Profile profile = testprofiles::liveProfile();
        for (const QString &address : {u"127.0.0.1"_s, u"255.255.255.255"_s, u"::"_s, u"::1"_s, u"fe80::1:2"_s}) {
            profile.webhook.listenAddress = address;
            QVERIFY2(validateProfile(profile).isEmpty(), qPrintable(address));
        }
    }

    void webhookSettingsThatAreOffAreNotJudged()
    {
        Profile profile = testprofiles::liveProfile();
        profile.webhook = {};
        profile.webhook.listenAddress = u"nonsense"_s;
        QVERIFY(validateProfile(profile).isEmpty());
    }

    void aSoleProprietorNeedsNoKpp()
    {
        Profile profile = testprofiles::liveProfile();
        profile.companyInn = u"500100732259"_s;
        profile.companyKpp.clear();
        QVERIFY(validateProfile(profile).isEmpty());
    }

    void aFreshProfileLacksWhatOnlyPeopleKnow()
    {
        const Findings findings = validateProfile(newProfile(u"main"_s, Environment::live));
        const auto lacks = [&](ProfileField field) {
            return findings.contains(ProfileFinding{field, ProfileProblem::missing});
        };
        QVERIFY(lacks(ProfileField::operatorName));
        QVERIFY(lacks(ProfileField::accounts));
        QVERIFY(lacks(ProfileField::projectId));
        QVERIFY(lacks(ProfileField::keyFile));
        QVERIFY(lacks(ProfileField::limitPerDay));
        QVERIFY(!lacks(ProfileField::bankUrl));
        QVERIFY(!lacks(ProfileField::hours));
    }
};

QTEST_GUILESS_MAIN(TestProfileValidation)
#include "tst_profilevalidation.moc"
