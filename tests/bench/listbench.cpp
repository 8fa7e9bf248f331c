#include "bench/benches.h"
#include "bench/filledstore.h"
#include "bench/measures.h"
#include "storage/sqlitereader.h"

#include <QApplication>
#include <QFileInfo>
#include <QProcess>
#include <QWidget>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int startRuns = 7;
constexpr int queryRuns = 15;

QString profileName()
{
    return u"bench"_s;
}

/// A profile that calls nobody: its key stays locked.
Profile benchProfile(const test::TestKey &key)
{
    Profile profile = newProfile(profileName(), Environment::practice);
    profile.operatorName = u"Анна Петрова"_s;
    profile.accounts = {{u"40702810300200000013"_s, u"049205131"_s, QString()}};
    profile.projectId = u"bench"_s;
    profile.bankUrl = QUrl(u"http://127.0.0.1:9"_s);
    profile.keyFile = key.privateFile();
    profile.bankPublicKeyFiles = {key.publicFile()};
    return profile;
}

double childMilliseconds(const QStringList &arguments)
{
    return millisecondsOf([&] {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), arguments);
        if (!child.waitForFinished(600'000) || child.exitCode() != 0) qFatal("the child failed");
    });
}

QJsonObject measureStart(const QString &dataFolder)
{
    QList<double> empty;
    QList<double> full;
    (void)childMilliseconds({u"--empty-window"_s}); // files into memory
    (void)childMilliseconds({u"--open-list"_s, dataFolder});
    for (int i = 0; i < startRuns; ++i) {
        empty.append(childMilliseconds({u"--empty-window"_s}));
        full.append(childMilliseconds({u"--open-list"_s, dataFolder}));
    }
    return {{u"usableListMs"_s, spread(full)},
            {u"emptyWindowMs"_s, spread(empty)},
            {u"ratio"_s, rounded(median(full) / median(empty))},
            {u"boundMs"_s, 1000},
            {u"boundRatio"_s, 2.5}};
}

QJsonObject measureQueries(const QString &storeFile, int payouts)
{
    SqliteReader reader(storeFile);
    const QList<std::pair<QString, ListQuery>> queries{
        {u"firstPage"_s, {}},
        {u"pageInTheMiddle"_s, {.offset = payouts / 2}},
        {u"lastPage"_s, {.offset = payouts - 200}},
        {u"folderPaidLastPage"_s, {.folder = Folder::paid, .offset = payouts * 9 / 10}},
        {u"searchCommonWord"_s, {.search = u"причал"_s}},
        {u"searchTwoWords"_s, {.search = u"громов договору"_s}},
        {u"searchAccount"_s, {.search = u"40702810400000012345"_s}},
        {u"searchAmount"_s, {.search = u"12345,67"_s}},
        {u"searchNumber"_s, {.search = QString::number(payouts / 3)}},
        {u"searchOneLetter"_s, {.search = u"щ"_s}},
        {u"searchNothingFound"_s, {.search = u"нетниодного"_s}},
    };
    QJsonObject report;
    double slowest = 0;
    for (const auto &[name, query] : queries) {
        QList<double> times;
        for (int i = 0; i < queryRuns; ++i) {
            times.append(millisecondsOf([&] {
                if (!reader.page(query)) qFatal("no page");
            }));
        }
        slowest = std::max(slowest, median(times));
        report[name] = spread(times);
    }
    QList<double> times;
    for (int i = 0; i < queryRuns; ++i) {
        times.append(millisecondsOf([&] {
            if (!reader.counts()) qFatal("no counts");
        }));
    }
    report[u"counts"_s] = spread(times);
    report[u"slowestMedian"_s] = rounded(slowest);
    report[u"boundMs"_s] = 100;
    return report;
}

} // namespace

int showEmptyWindow(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QWidget window;
    window.resize(1024, 700);
    window.show();
    return QTest::qWaitForWindowExposed(&window) ? 0 : 1;
}

int openList(int argc, char **argv, const QString &dataFolder)
{
    const QApplication application(argc, argv);
    QWidget window;
    window.resize(1024, 700);
    window.show();
    const ProfileStore profiles(dataFolder);
    const auto profile = profiles.load(profileName());
    if (!profile) return 1;
    const SystemClock clock;
    SystemIds ids;
    const auto place = Workplace::open(*profile, profiles.paths(profileName()), clock, ids);
    if (!place) return 1;
    const auto page = (*place)->desk().page({});
    const auto counts = (*place)->desk().counts();
    const bool shown = QTest::qWaitForWindowExposed(&window);
    const bool read = test::finished(page).has_value() && test::finished(counts).has_value();
    std::_Exit(shown && read ? 0 : 1); // what comes after the list is not the start
}

QJsonObject measureLists(const test::TestKey &key, int payouts, bool withHistory)
{
    const QTemporaryDir folder;
    const ProfileStore profiles(folder.path());
    if (!profiles.save(benchProfile(key))) qFatal("no profile");
    const ProfilePaths paths = profiles.paths(profileName());
    const double fillMs = millisecondsOf([&] { fillStore(paths, payouts, withHistory); });
    QJsonObject report{{u"payouts"_s, payouts},
                       {u"storeMiB"_s, rounded(static_cast<double>(QFileInfo(paths.storeFile).size()) / 1048576.0)},
                       {u"fillSeconds"_s, rounded(fillMs / 1000)},
                       {u"start"_s, measureStart(folder.path())},
                       {u"pagesMs"_s, measureQueries(paths.storeFile, payouts)}};
    return report;
}

} // namespace countersign::bench
