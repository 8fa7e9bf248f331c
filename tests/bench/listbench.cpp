#include "bench/benches.h"
#include "bench/filledstore.h"
#include "bench/measures.h"
#include "storage/sqlitereader.h"

#include <QFileInfo>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int queryRuns = 15;

/// A profile that calls nobody: its key stays locked.
Profile benchProfile(const test::TestKey &key)
{
    Profile profile = newProfile(benchProfileName(), Environment::practice);
    profile.companyName = u"ООО \"Ромашка\""_s;
    profile.companyInn = u"7701991200"_s;
    profile.companyKpp = u"770101001"_s;
    profile.operatorName = u"Анна Петрова"_s;
    profile.accounts = {{u"40702810300200000013"_s, u"049205131"_s, QString()}};
    profile.projectId = u"bench"_s;
    profile.bankUrl = QUrl(u"http://127.0.0.1:9"_s);
    profile.keyFile = key.privateFile();
    profile.bankPublicKeyFiles = {key.publicFile()};
    return profile;
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
        {u"searchCommonWordInSmallFolder"_s, {.folder = Folder::failed, .search = u"причал"_s}},
        {u"searchCommonWordInLargeFolder"_s, {.folder = Folder::paid, .search = u"причал"_s}},
        {u"searchCommonWordOfNobodyInFolder"_s, {.folder = Folder::returned, .search = u"ромашка"_s}},
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
    times.clear();
    const RecipientIdentity who{u"ООО \"Ясный Причал\""_s, u"7701991200"_s, u"044525593"_s, u"40702810400000012345"_s};
    for (int i = 0; i < queryRuns; ++i) {
        times.append(millisecondsOf([&] {
            if (!reader.paidRecipients(who)) qFatal("no recipients");
            const DuplicateQuestion asked{.recipientAccount = who.account, .amountKopecks = 10'000 + i};
            if (!reader.earlierPayouts(asked)) qFatal("no earlier payouts");
        }));
    }
    slowest = std::max(slowest, median(times));
    report[u"recipientCheck"_s] = spread(times);
    report[u"slowestMedian"_s] = rounded(slowest);
    report[u"boundMs"_s] = 100;
    return report;
}

} // namespace

QJsonObject measureLists(const test::TestKey &key, int payouts, bool withHistory)
{
    const QTemporaryDir folder;
    const ProfileStore profiles(folder.path());
    if (!profiles.save(benchProfile(key))) qFatal("no profile");
    const ProfilePaths paths = profiles.paths(benchProfileName());
    const double fillMs = millisecondsOf([&] { fillStore(paths, payouts, withHistory); });
    const auto storeBytes = static_cast<double>(QFileInfo(paths.storeFile).size());
    return {{u"payouts"_s, payouts},
            {u"storeMiB"_s, rounded(storeBytes / 1048576)},
            {u"storeKiBPerPayout"_s, rounded(storeBytes / 1024 / payouts)},
            {u"fillSeconds"_s, rounded(fillMs / 1000)},
            {u"start"_s, measureStart(folder.path())},
            {u"use"_s, measureUse(folder.path())},
            {u"pagesMs"_s, measureQueries(paths.storeFile, payouts)}};
}

} // namespace countersign::bench
