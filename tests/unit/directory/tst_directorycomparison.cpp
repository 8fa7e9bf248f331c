#include "directory/directorycomparison.h"
#include "directorykit.h"

using namespace countersign;
using namespace countersign::test;

namespace {

using Entries = QList<BankEntry>;
using Change = std::function<void(Entries &)>;

QStringList objectionsOf(const DirectoryComparison &comparison)
{
    QStringList names;
    for (const DirectoryObjection objection : comparison.objections)
        names += objectionName(objection);
    return names;
}

Change renamed(int count)
{
    return [count](Entries &entries) {
        for (int n = 0; n < count; ++n)
            entries[n].name += QStringLiteral(" (АО)");
    };
}

} // namespace

Q_DECLARE_METATYPE(Change)

class DirectoryComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotPlainIsObjectedTo_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("days");
        QTest::addColumn<QStringList>("objections");
        const QStringList none;
        const auto row = [](const char *name, const Change &change, int days, const QStringList &objections) {
            QTest::addRow("%s", name) << change << days << objections;
        };
        const auto same = [](Entries &) {};
        row("the next day, nothing changed", same, 3, none);
        row("the same day again", same, 0, none);
        row("a day older", same, -1, {QStringLiteral("older")});
        row("far in the future", same, 400, {QStringLiteral("future")});
        row("over the New Year", same, 14, none);
        row(
            "a bank added", [](Entries &all) { all.append(bank(1900)); }, 3, none);
        row(
            "a bank removed", [](Entries &all) { all.removeLast(); }, 3, none);
        row("five in a hundred renamed", renamed(70), 3, none);
        row("one more than that", renamed(71), 3, {QStringLiteral("manyChanged")});
        row("half of them gone", [](Entries &all) { all = all.first(700); }, 3,
            {QStringLiteral("few"), QStringLiteral("manyChanged")});
        row("one correspondent account changed",
            [](Entries &all) { all[5].correspondentAccounts = {QStringLiteral("30101810900000000999")}; }, 3,
            {QStringLiteral("accountsChanged")});
        row("one correspondent account more",
            [](Entries &all) { all[5].correspondentAccounts.append(QStringLiteral("30101810900000000999")); }, 3,
            {QStringLiteral("accountsChanged")});
        row("one correspondent account gone", [](Entries &all) { all[5].correspondentAccounts.clear(); }, 3,
            {QStringLiteral("accountsChanged")});
    }

    void whatIsNotPlainIsObjectedTo()
    {
        QFETCH(Change, change);
        QFETCH(int, days);
        QFETCH(QStringList, objections);
        const auto present = directoryOf(banks(1400));
        Entries entries = banks(1400);
        change(entries);
        const auto offered = directoryOf(entries, friday.addDays(days));
        QCOMPARE(objectionsOf(compareDirectories(present.get(), *offered, friday)), objections);
    }

    void theFirstDirectoryNeedsOnlyToBePlausible()
    {
        QVERIFY(compareDirectories(nullptr, *directoryOf(banks(1000)), friday).objections.isEmpty());
        QCOMPARE(objectionsOf(compareDirectories(nullptr, *directoryOf(banks(999)), friday)),
                 QStringList{QStringLiteral("few")});
    }

    void aRealDirectoryMayFollowThePracticeSample()
    {
        const auto sample = directoryOf(banks(37));
        QVERIFY(compareDirectories(sample.get(), *directoryOf(banks(1400)), friday).objections.isEmpty());
        Entries swapped = banks(1400);
        swapped[3].correspondentAccounts = {QStringLiteral("30101810900000000999")};
        QCOMPARE(objectionsOf(compareDirectories(sample.get(), *directoryOf(swapped), friday)),
                 QStringList{QStringLiteral("accountsChanged")});
    }

    void theSameDirectoryIsKnownAsSuch()
    {
        const auto present = directoryOf(banks(1400));
        QVERIFY(compareDirectories(present.get(), *directoryOf(banks(1400)), friday).same);
        QVERIFY(!compareDirectories(present.get(), *directoryOf(banks(1400), friday.addDays(1)), friday).same);
        QVERIFY(!compareDirectories(present.get(), *directoryOf(banks(1399)), friday).same);
    }

    void differencesSayWhatWasAndWhatIs()
    {
        Entries entries = banks(1400);
        entries[2].limits = BankLimit::moratorium;
        entries[1].name = QStringLiteral("Другой");
        entries[7].correspondentAccounts = {QStringLiteral("30101810900000000999")};
        entries.removeAt(0);
        entries.append(bank(1700));
        const auto found = compareDirectories(directoryOf(banks(1400)).get(), *directoryOf(entries), friday);
        using Difference = DirectoryDifference;
        QCOMPARE(found.differences.size(), 5);
        QCOMPARE(found.differences[0], (Difference{Difference::Kind::accounts, bank(7), entries[6]}));
        QCOMPARE(found.differences[1], (Difference{Difference::Kind::removed, bank(0), {}}));
        QCOMPARE(found.differences[2].kind, Difference::Kind::other);
        QCOMPARE(found.differences[3].kind, Difference::Kind::standing);
        QCOMPARE(found.differences[4], (Difference{Difference::Kind::added, {}, bank(1700)}));
        QCOMPARE(found.count(Difference::Kind::accounts), 1);
    }
};

QTEST_GUILESS_MAIN(DirectoryComparisonTest)
#include "tst_directorycomparison.moc"
