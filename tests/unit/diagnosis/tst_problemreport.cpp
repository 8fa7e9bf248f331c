#include "diagnosis/problemreport.h"
#include "exchange/zipfile.h"
#include "storage/filesendjournal.h"
#include "unit/storage/storefixture.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Each is unlike anything else in a report.
const QStringList &marks()
{
    static const QStringList texts{u"main-profile-mark"_s,
                                   u"Меченая Компания"_s,
                                   u"7701991200"_s,
                                   u"770101777"_s,
                                   u"40702810300200000013"_s,
                                   u"project-mark"_s,
                                   u"Ефросинья Меткина"_s,
                                   u"signing-mark.pem"_s,
                                   u"pin0mark"_s,
                                   u"submerchant-mark"_s,
                                   u"hook-mark"_s,
                                   u"198.51.100.77"_s,
                                   u"drop-mark"_s,
                                   u"backup-mark"_s,
                                   u"bank-mark.example"_s,
                                   u"ООО «Ёлочка»"_s,
                                   u"40702810900000000001"_s,
                                   u"Оплата по счёту"_s,
                                   u"reason-mark"_s,
                                   u"731948"_s};
    return texts;
}

struct Marked
{
    QTemporaryDir folder;
    StillClock clock;
    ProfileStore profiles{folder.path()};
    Profile profile = newProfile(u"main-profile-mark"_s, Environment::live);
    LogFile log{folder.filePath(u"log"_s)};

    Marked()
    {
        profile.companyName = marks()[1];
        profile.companyInn = marks()[2];
        profile.companyKpp = marks()[3];
        profile.accounts = {{marks()[4], u"049205131"_s, u"title-mark"_s}};
        profile.projectId = marks()[5];
        profile.operatorName = marks()[6];
        profile.keyFile = marks()[7];
        profile.serverKeyPins = {marks()[8]};
        profile.submerchant = marks()[9];
        profile.webhook.path = marks()[10];
        profile.webhook.allowedPeers = {marks()[11]};
        profile.dropFolder = marks()[12];
        profile.backup.folder = marks()[13];
        profile.bankUrl = QUrl(u"https://bank-mark.example"_s);
        profile.limits.perPayout = Money::fromKopecks(73194800);
        if (!profiles.save(profile)) qFatal("no profile");
        auto store = SqliteStore::open(paths().storeFile, clock);
        auto transaction = std::move(*(*store)->begin());
        PayoutRecord payout = samplePayout(u"p1"_s, PayoutState::paid);
        AlarmRecord alarm{.kind = AlarmKind::foreign, .detail = u"reason-mark"_s, .raisedAt = clock.now()};
        const bool good = transaction->insertPayout(payout) && transaction->insertAlarm(alarm) &&
                          transaction->insertFreeze({.frozen = true,
                                                     .cause = u"person"_s,
                                                     .user = marks()[6],
                                                     .reason = u"reason-mark"_s,
                                                     .since = clock.now()}) &&
                          transaction->appendAudit(u"x"_s, {}) && transaction->commit();
        if (!good) qFatal("no records");
    }
    [[nodiscard]] ProfilePaths paths() const { return profiles.paths(profile.name); }
    [[nodiscard]] QList<ReportFile> report() const
    {
        return problemReport({.profile = profile, .paths = paths(), .tlsLibrary = u"OpenSSL 3"_s, .log = log});
    }
    [[nodiscard]] QByteArray text(const QString &name) const
    {
        for (const ReportFile &file : report())
            if (file.name == name) return file.text;
        return {};
    }
};

} // namespace

/// What helps, and nothing that is about people, companies or single payouts.
class TestProblemReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysWhatHelps()
    {
        const Marked desk;
        QVERIFY(desk.text(u"program.txt"_s).contains("Countersign: " COUNTERSIGN_VERSION));
        QVERIFY(desk.text(u"program.txt"_s).contains("SQLite: 3"));
        QVERIFY(desk.text(u"settings.txt"_s).contains("Kind of profile: live"));
        QVERIFY(desk.text(u"payouts.txt"_s).contains("Payouts by state: paid 1"));
        QVERIFY(desk.text(u"payouts.txt"_s).contains("Open alarms by kind: foreign 1"));
        QVERIFY(desk.text(u"payouts.txt"_s).contains("Frozen: person 1"));
        QVERIFY(desk.text(u"integrity.txt"_s).contains("Check of the store: whole"));
        QVERIFY(desk.text(u"integrity.txt"_s).contains("Entries of the audit record: 1"));
    }

    /// Much of a store that is in use lies beside it.
    void itSaysHowMuchOfTheStoreLiesBesideIt()
    {
        const Marked desk;
        const SystemClock clock;
        const auto store = SqliteStore::open(desk.paths().storeFile, clock);
        auto transaction = (*store)->begin();
        QVERIFY((*transaction)->takeLease(u"sender"_s, u"a run"_s, clock.now()) && (*transaction)->commit());
        const qint64 beside = QFileInfo(desk.paths().storeFile + u"-wal"_s).size();
        QVERIFY(beside > 0);
        QVERIFY(desk.text(u"integrity.txt"_s).contains("Not yet merged into it, in bytes: " + QByteArray::number(beside)));
    }

    void noMarkIsInIt()
    {
        const Marked desk;
        for (const ReportFile &file : desk.report()) {
            for (const QString &mark : marks())
                QVERIFY2(!file.text.contains(mark.toUtf8()), qPrintable(file.name + u": "_s + mark));
        }
    }

    void withoutAStoreItSaysSo()
    {
        const Marked desk;
        QVERIFY(QFile::remove(desk.paths().storeFile));
        QVERIFY(desk.text(u"integrity.txt"_s).contains("Check of the store: store"));
    }

    void whatIsSavedIsWhatWasShown()
    {
        const Marked desk;
        const auto files = desk.report();
        const QString path = desk.folder.filePath(u"report.zip"_s);
        VERIFY_GOOD(saveReport(files, path));
        VERIFY_GOOD(saveReport(files, path)); // over the one before
        const auto zip = ZipFile::open(path);
        VERIFY_GOOD(zip);
        QCOMPARE(zip->names().size(), files.size());
        for (const ReportFile &file : files)
            QCOMPARE(zip->bytes(file.name, 1'000'000).value(), file.text);
        COMPARE_CODE(saveReport(files, u"/nowhere/report.zip"_s), fileUnwritable);
    }
};

QTEST_GUILESS_MAIN(TestProblemReport)
#include "tst_problemreport.moc"
