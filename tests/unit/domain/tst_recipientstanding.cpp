#include "support/swappedrecipients.h"

#include "domain/recipientstanding.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

const Instant longAgo = fromMilliseconds(1'760'000'000'000);
const Instant lately = fromMilliseconds(1'770'000'000'000);

QList<PaidRecipient> history()
{
    QList<PaidRecipient> paid;
    for (const RecipientIdentity &who : paidOnes())
        paid.append({.who = who, .payments = 3, .lastPaidAt = lately});
    return paid;
}

} // namespace

/// Who counts as known: this account at this bank, under the name and INN of its last payment. All else is flagged.
class RecipientStandingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoWasPaidIsKnown()
    {
        for (const RecipientIdentity &who : paidOnes()) {
            const RecipientStanding standing = standingOf(who, history());
            QVERIFY2(standing.kind == StandingKind::paidBefore, qPrintable(who.name));
            QVERIFY(!standing.needsAct());
            QCOMPARE(standing.payments, 3);
            QCOMPARE(standing.lastPaidAt, lately);
        }
    }

    void swapsAreFlagged_data()
    {
        QTest::addColumn<RecipientIdentity>("who");
        QTest::addColumn<StandingKind>("kind");
        const QList<RecipientSwap> swaps = recipientSwaps();
        QCOMPARE(swaps.size(), 60); // five recipients, each in three variants of four kinds
        for (const RecipientSwap &swap : swaps)
            QTest::newRow(swap.how) << swap.who << swap.kind;
    }

    void swapsAreFlagged()
    {
        QFETCH(RecipientIdentity, who);
        QFETCH(StandingKind, kind);
        QVERIFY(!paidOnes().contains(who));
        const RecipientStanding standing = standingOf(who, history());
        QVERIFY(standing.needsAct());
        QCOMPARE(standingKindWord(standing.kind), standingKindWord(kind));
    }

    void theEarlierAccountsAreNamedNewestFirst()
    {
        QList<PaidRecipient> paid;
        for (int i = 0; i < 8; ++i) {
            paid.append({.who = {u"ООО Вектор"_s, u"7701991200"_s, u"044525593"_s, u"4070281040000990025%1"_s.arg(i)},
                         .payments = 1,
                         .lastPaidAt = longAgo + std::chrono::hours(i)});
        }
        paid.append({.who = {u"ООО ВЕКТОР"_s, u"7701991200"_s, u"044525593"_s, u"40702810400009900257"_s},
                     .payments = 4,
                     .lastPaidAt = longAgo});
        const RecipientStanding standing =
            standingOf({u"ООО «Вектор»"_s, u"7701991200"_s, u"044525593"_s, u"40702810900000000013"_s}, paid);
        QVERIFY(standing.kind == StandingKind::newAccount);
        QCOMPARE(standing.earlier.size(), 5);
        QCOMPARE(standing.earlier.first().who.account, u"40702810400009900257"_s);
        QCOMPARE(standing.earlier.first().payments, 5);
        QCOMPARE(standing.earlier.last().who.account, u"40702810400009900253"_s);
    }

    void theLastPaymentTellsWhoseTheAccountIs()
    {
        const RecipientIdentity before{u"ООО Вектор"_s, u"7701991200"_s, u"044525593"_s, u"40702810400009900256"_s};
        const RecipientIdentity after{u"ООО Новый Вектор"_s, u"7701991200"_s, u"044525593"_s,
                                      u"40702810400009900256"_s};
        const QList<PaidRecipient> paid{{.who = before, .payments = 5, .lastPaidAt = longAgo},
                                        {.who = after, .payments = 1, .lastPaidAt = lately}};
        QVERIFY(standingOf(after, paid).kind == StandingKind::paidBefore);
        QCOMPARE(standingOf(after, paid).payments, 6);
        const RecipientStanding changed = standingOf(before, paid);
        QVERIFY(changed.kind == StandingKind::recipientChanged);
        QCOMPARE(changed.lastName, after.name);
        QCOMPARE(changed.lastInn, after.inn);
    }

    void anAccountThatGaveWayToAnotherIsNotTheKnownOne_data()
    {
        QTest::addColumn<RecipientIdentity>("other");
        QTest::addColumn<int>("hoursLater");
        QTest::addColumn<StandingKind>("kind");
        const RecipientIdentity vector = paidOnes().first();
        const auto elsewhere = [&vector](const QString &inn, const QString &name) {
            return RecipientIdentity{name, inn, u"044525974"_s, thievesAccounts().first()};
        };
        const StandingKind changed = StandingKind::newAccount;
        const StandingKind known = StandingKind::paidBefore;
        QTest::addRow("paid elsewhere since") << elsewhere(vector.inn, vector.name) << 1 << changed;
        QTest::addRow("paid elsewhere before") << elsewhere(vector.inn, vector.name) << -1 << known;
        QTest::addRow("elsewhere at the same moment") << elsewhere(vector.inn, vector.name) << 0 << known;
        QTest::addRow("by INN under another name") << elsewhere(vector.inn, u"Vector Ltd"_s) << 1 << changed;
        QTest::addRow("by name without an INN") << elsewhere({}, u"ооо «вектор»"_s) << 1 << changed;
        QTest::addRow("a namesake with an INN of its own") << elsewhere(u"7728168971"_s, vector.name) << 1 << known;
        QTest::addRow("somebody else") << elsewhere(u"7728168971"_s, u"АО Сигма"_s) << 1 << known;
        RecipientIdentity otherBank = vector;
        otherBank.bik = u"044525974"_s;
        QTest::addRow("the same digits at another bank") << otherBank << 1 << changed;
    }

    void anAccountThatGaveWayToAnotherIsNotTheKnownOne()
    {
        QFETCH(RecipientIdentity, other);
        QFETCH(int, hoursLater);
        QFETCH(StandingKind, kind);
        const PaidRecipient later{.who = other, .payments = 1, .lastPaidAt = lately + std::chrono::hours(hoursLater)};
        const RecipientStanding standing = standingOf(paidOnes().first(), history() << later);
        QCOMPARE(standingKindWord(standing.kind), standingKindWord(kind));
        QCOMPARE(standing.payments, 3);
        QCOMPARE(standing.lastPaidAt, lately);
        QCOMPARE(standing.needsAct(), kind == StandingKind::newAccount);
        QCOMPARE(standing.earlier, standing.needsAct() ? QList{later} : QList<PaidRecipient>());
    }

    void theNewestAccountIsTheKnownOne()
    {
        RecipientIdentity moved = paidOnes().first();
        moved.account = u"40702810900000000013"_s;
        const PaidRecipient later{.who = moved, .payments = 1, .lastPaidAt = lately + std::chrono::hours(1)};
        QVERIFY(standingOf(moved, history() << later).kind == StandingKind::paidBefore);
    }

    void theBookSpeaksAgainstAnAccount_data()
    {
        QTest::addColumn<QList<BookEntry>>("book");
        QTest::addColumn<bool>("against");
        const RecipientIdentity vector = paidOnes().first();
        RecipientIdentity moved = vector;
        moved.account = thievesAccounts().first();
        const auto with = [](RecipientIdentity who, const QString &inn, const QString &name) {
            who.inn = inn;
            who.name = name;
            return who;
        };
        const auto row = [](const char *name, const QList<BookEntry> &book, bool against) {
            QTest::addRow("%s", name) << book << against;
        };
        row("an empty book", {}, false);
        row("this account", {{vector}}, false);
        row("this account and another one", {{moved}, {vector}}, false);
        row("another account", {{moved}}, true);
        row("another account, by INN under another name", {{with(moved, vector.inn, u"Vector Ltd"_s)}}, true);
        row("another account, by name without an INN", {{with(moved, {}, u"ооо «вектор»"_s)}}, true);
        row("another account of a namesake", {{with(moved, u"7728168971"_s, vector.name)}}, false);
        row("another account of somebody else", {{with(moved, u"7728168971"_s, u"АО Сигма"_s)}}, false);
        row("another account, and this one under another INN",
            {{moved}, {with(vector, u"7728168971"_s, u"АО Сигма"_s)}}, true);
        row("another account, and this one under another name without an INN",
            {{moved}, {with(vector, {}, u"АО Сигма"_s)}}, true);
        row("this account of somebody else alone", {{with(vector, {}, u"АО Сигма"_s)}}, false);
        RecipientIdentity otherBank = vector;
        otherBank.bik = u"044525974"_s;
        row("the same digits at another bank", {{otherBank}}, true);
        const auto left = [](const RecipientIdentity &who) { return BookEntry{.who = who, .since = {}, .left = true}; };
        row("this account left", {left(vector)}, true);
        row("this account left by somebody else", {left(with(vector, u"7728168971"_s, u"АО Сигма"_s))}, true);
        row("this account left, and entered again", {left(vector), {vector}}, false);
        row("this account left, and entered again for somebody else", {left(vector), {with(vector, {}, u"АО Сигма"_s)}},
            true);
        row("another account left", {left(moved)}, false);
    }

    void theBookSpeaksAgainstAnAccount()
    {
        QFETCH(QList<BookEntry>, book);
        QFETCH(bool, against);
        const RecipientIdentity who = paidOnes().first();
        const RecipientStanding known = standingOf(who, history(), book);
        QCOMPARE(standingKindWord(known.kind), against ? u"bookDisagrees"_s : u"paidBefore"_s);
        QCOMPARE(known.needsAct(), against);
        QCOMPARE(known.payments, 3);
        const RecipientStanding unknown = standingOf(who, {}, book);
        QCOMPARE(standingKindWord(unknown.kind), against ? u"bookDisagrees"_s : u"neverPaid"_s);
    }

    /// What payments say is said first; what the book says stays with it.
    void theBookNeverHidesWhatPaymentsSay()
    {
        RecipientIdentity swapped = paidOnes().first();
        swapped.account = thievesAccounts().first();
        const RecipientStanding standing =
            standingOf(swapped, history(), {{.who = paidOnes().first(), .since = lately, .left = false}});
        QVERIFY(standing.kind == StandingKind::newAccount);
        QCOMPARE(standing.inBook, QList{paidOnes().first()});
        QVERIFY(standing.changedAfter(lately - std::chrono::milliseconds(1)));
        QVERIFY(!standing.changedAfter(lately));
    }

    void theBookVouchesForNobody()
    {
        RecipientIdentity swapped = paidOnes().first();
        swapped.account = thievesAccounts().first();
        QVERIFY(standingOf(swapped, history(), {{swapped}}).kind == StandingKind::newAccount);
        QVERIFY(standingOf(swapped, {}, {{swapped}}).kind == StandingKind::neverPaid);
    }

    void onlyExactlyTheseRequisitesWerePaidSo_data()
    {
        QTest::addColumn<RecipientIdentity>("who");
        QTest::addColumn<bool>("paid");
        const RecipientIdentity vector = paidOnes().first();
        QTest::addRow("the same") << vector << true;
        const auto changed = [&vector](QString RecipientIdentity::*field, const QString &value) {
            RecipientIdentity who = vector;
            who.*field = value;
            return who;
        };
        QTest::addRow("name in other letters") << changed(&RecipientIdentity::name, u"ооо «ВЕКТОР»"_s) << true;
        QTest::addRow("another account") << changed(&RecipientIdentity::account, thievesAccounts().first()) << false;
        QTest::addRow("another bank") << changed(&RecipientIdentity::bik, u"044525974"_s) << false;
        QTest::addRow("another INN") << changed(&RecipientIdentity::inn, u"7728168971"_s) << false;
        QTest::addRow("no INN") << changed(&RecipientIdentity::inn, QString()) << false;
        QTest::addRow("another name") << changed(&RecipientIdentity::name, u"ООО Сигма"_s) << false;
        QTest::addRow("a name that looks the same")
            << changed(&RecipientIdentity::name, lookAlike(vector.name, 0)) << false;
    }

    void onlyExactlyTheseRequisitesWerePaidSo()
    {
        QFETCH(RecipientIdentity, who);
        QFETCH(bool, paid);
        QCOMPARE(wasPaidSo(who, history()), paid);
    }

    void anInnThatIsLeftOutOrAddedIsAChange()
    {
        RecipientIdentity who = paidOnes().first();
        who.inn.clear();
        QVERIFY(standingOf(who, history()).kind == StandingKind::recipientChanged);
        who = paidOnes().at(3);
        who.inn = u"500100732259"_s;
        QVERIFY(standingOf(who, history()).kind == StandingKind::recipientChanged);
    }

    void spellingIsNoChange_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("quotes") << u"ООО «Вектор»"_s;
        QTest::addRow("letter case") << u"ооо ВЕКТОР"_s;
        QTest::addRow("spaces") << u"  ООО\u00A0 Вектор "_s;
    }

    void spellingIsNoChange()
    {
        QFETCH(QString, name);
        PayoutDraft draft{.recipientName = name,
                          .inn = u"77 0199 1200"_s,
                          .bik = u"044525593"_s,
                          .account = u"4070 2810 4000 0990 0256"_s};
        QVERIFY(standingOf(identityOf(draft), history()).kind == StandingKind::paidBefore);
    }

    void aNameThatOnlyLooksTheSameIsNamed()
    {
        const RecipientIdentity who{lookAlike(paidOnes().last().name, 1), u"7728168971"_s, u"044525593"_s,
                                    thievesAccounts().first()};
        const RecipientStanding standing = standingOf(who, history());
        QVERIFY(standing.kind == StandingKind::neverPaid);
        QCOMPARE(standing.lookAlikeOf, paidOnes().last().name);
    }

    void nothingIsSaidOfHalfAnAccount_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("bik");
        QTest::addRow("nothing yet") << QString() << QString();
        QTest::addRow("a digit short") << u"4070281040000990025"_s << u"044525593"_s;
        QTest::addRow("a digit too many") << u"407028104000099002566"_s << u"044525593"_s;
        QTest::addRow("letters") << u"4070281040000990025O"_s << u"044525593"_s;
        QTest::addRow("no BIK") << u"40702810400009900256"_s << QString();
        QTest::addRow("half a BIK") << u"40702810400009900256"_s << u"0445"_s;
    }

    void nothingIsSaidOfHalfAnAccount()
    {
        QFETCH(QString, account);
        QFETCH(QString, bik);
        const RecipientStanding standing = standingOf({u"ООО Вектор"_s, u"7701991200"_s, bik, account}, history());
        QVERIFY(standing.kind == StandingKind::incomplete);
        QVERIFY(!standing.needsAct());
    }

    void anEmptyHistoryKnowsNobody()
    {
        QVERIFY(standingOf(paidOnes().first(), {}).kind == StandingKind::neverPaid);
        // an empty INN and an empty name are nobody's
        const QList<PaidRecipient> paid{
            {.who = {QString(), QString(), u"044525593"_s, u"40702810400009900256"_s}, .payments = 1}};
        RecipientIdentity who = paidOnes().first();
        who.inn.clear();
        who.account = thievesAccounts().first();
        QVERIFY(standingOf(who, paid).kind == StandingKind::neverPaid);
    }

    void storedWordsComeBack()
    {
        for (int i = 0; i <= static_cast<int>(StandingKind::neverPaid); ++i) {
            const auto kind = static_cast<StandingKind>(i);
            QVERIFY(standingKindFromWord(standingKindWord(kind)) == kind);
        }
        QVERIFY(!standingKindFromWord(u"trusted"));
    }
};

QTEST_GUILESS_MAIN(RecipientStandingTest)
#include "tst_recipientstanding.moc"
