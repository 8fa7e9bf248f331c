#include "domain/duplicates.h"

#include <QtTest>

using namespace countersign;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// 2026-03-02 in Moscow begins at 21:00 UTC of the day before.
const Instant midnight = fromMilliseconds(1'772'398'800'000);

EarlierPayout earlier(Instant at)
{
    return {.id = {u"p1"_s},
            .number = 41,
            .state = PayoutState::paid,
            .createdAt = at,
            .stateSince = at,
            .recipientName = u"ООО Вектор"_s,
            .recipientAccount = u"40702810400009900256"_s,
            .senderAccount = u"40702810300200000013"_s,
            .purpose = u"Оплата по счёту 14. НДС не облагается."_s,
            .amountKopecks = 25'000'000,
            .documentKey = u"17 of 2026-03-01"_s,
            .importKey = u"abc/3"_s};
}

DuplicateQuestion sameAs(const EarlierPayout &payout)
{
    return {.self = {u"p2"_s},
            .retryOf = {},
            .recipientAccount = payout.recipientAccount,
            .senderAccount = payout.senderAccount,
            .purpose = payout.purpose,
            .amountKopecks = payout.amountKopecks,
            .documentKey = {},
            .importKey = {}};
}

} // namespace

/// A payout that was made before is found, whatever became of it; one that differs in what matters is not.
class DuplicatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofTwoAlikeDraftsOnlyTheLaterOneRepeats_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("found");
        QTest::addRow("an earlier draft") << PayoutState::draft << qint64{11} << true << true;
        QTest::addRow("a later draft") << PayoutState::draft << qint64{15} << true << false;
        QTest::addRow("a later draft that was sent") << PayoutState::queued << qint64{15} << true << true;
        QTest::addRow("a later one that failed") << PayoutState::failed << qint64{15} << true << true;
        QTest::addRow("a draft, asked about one that is not stored so")
            << PayoutState::draft << qint64{15} << false << true;
    }

    void ofTwoAlikeDraftsOnlyTheLaterOneRepeats()
    {
        QFETCH(PayoutState, state);
        QFETCH(qint64, number);
        QFETCH(bool, known);
        QFETCH(bool, found);
        EarlierPayout other = earlier(midnight);
        other.state = state;
        other.number = number;
        EarlierPayout self = earlier(midnight);
        self.id = {u"p2"_s};
        self.state = PayoutState::draft;
        self.number = 12;
        QList<EarlierPayout> candidates{other};
        if (known) candidates.append(self);
        QCOMPARE(duplicatesAmong(candidates, sameAs(other), midnight).size(), found ? 1 : 0);
    }

    void thirtyDaysByTheCalendarOfMoscow_data()
    {
        QTest::addColumn<qint64>("earlierAt");
        QTest::addColumn<qint64>("askedAt");
        QTest::addColumn<bool>("found");
        const auto row = [](const char *name, Instant earlierAt, Instant askedAt, bool found) {
            QTest::addRow("%s", name) << toMilliseconds(earlierAt) << toMilliseconds(askedAt) << found;
        };
        const auto days = [](int count) { return 24h * count; };
        row("just now", midnight, midnight, true);
        row("29 days", midnight, midnight + days(29), true);
        row("30 days", midnight, midnight + days(30), true);
        row("30 days, the last moment", midnight, midnight + days(31) - 1ms, true);
        row("31 days, the first moment", midnight, midnight + days(31), false);
        row("before midnight is the day before", midnight - 1ms, midnight + days(30) - 1ms, true);
        row("before midnight, 31 days later", midnight - 1ms, midnight + days(30), false);
        row("a clock that went back", midnight + days(2), midnight, true);
    }

    void thirtyDaysByTheCalendarOfMoscow()
    {
        QFETCH(qint64, earlierAt);
        QFETCH(qint64, askedAt);
        QFETCH(bool, found);
        const EarlierPayout payout = earlier(fromMilliseconds(earlierAt));
        const auto duplicates = duplicatesAmong({payout}, sameAs(payout), fromMilliseconds(askedAt));
        QCOMPARE(!duplicates.isEmpty(), found);
    }

    void whatWasPaidLatelyCountsFromThere()
    {
        EarlierPayout payout = earlier(midnight - 24h * 60);
        payout.stateSince = midnight - 24h * 2;
        QCOMPARE(duplicatesAmong({payout}, sameAs(payout), midnight).size(), 1);
    }

    void whatIsUnderWayCountsHoweverOldItIs()
    {
        for (int i = 0; i < payoutStateCount; ++i) {
            EarlierPayout payout = earlier(midnight - 24h * 60);
            payout.state = static_cast<PayoutState>(i);
            const bool underWay = payout.state != PayoutState::draft && !isFinal(payout.state);
            QCOMPARE(duplicatesAmong({payout}, sameAs(payout), midnight).size(), underWay ? 1 : 0);
        }
    }

    void everyStateCounts()
    {
        for (int i = 0; i < payoutStateCount; ++i) {
            EarlierPayout payout = earlier(midnight);
            payout.state = static_cast<PayoutState>(i);
            QCOMPARE(duplicatesAmong({payout}, sameAs(payout), midnight).size(), 1);
        }
    }

    void contentIsTheSame_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<qint64>("kopecks");
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<bool>("same");
        const EarlierPayout payout = earlier(midnight);
        const QString account = payout.recipientAccount;
        const qint64 kopecks = *payout.amountKopecks;
        QTest::addRow("equal") << account << kopecks << payout.purpose << true;
        QTest::addRow("letter case and spaces")
            << account << kopecks << u" ОПЛАТА  по счету 14.\u00A0НДС не облагается."_s << true;
        QTest::addRow("another account") << u"40702810400009900257"_s << kopecks << payout.purpose << false;
        QTest::addRow("a kopeck more") << account << kopecks + 1 << payout.purpose << false;
        QTest::addRow("another bill") << account << kopecks << u"Оплата по счёту 15. НДС не облагается."_s << false;
        QTest::addRow("no account yet") << QString() << kopecks << payout.purpose << false;
        QTest::addRow("no amount yet") << account << qint64{-1} << payout.purpose << false;
    }

    void contentIsTheSame()
    {
        QFETCH(QString, account);
        QFETCH(qint64, kopecks);
        QFETCH(QString, purpose);
        QFETCH(bool, same);
        DuplicateQuestion asked = sameAs(earlier(midnight));
        asked.recipientAccount = account;
        asked.amountKopecks = kopecks < 0 ? std::nullopt : std::optional(kopecks);
        asked.purpose = purpose;
        QCOMPARE(!duplicatesAmong({earlier(midnight)}, asked, midnight).isEmpty(), same);
    }

    void emptyDraftsAreNoDuplicatesOfEachOther()
    {
        QVERIFY(duplicatesAmong({{.id = {u"p1"_s}}}, {.self = {u"p2"_s}}, midnight).isEmpty());
    }

    void documentAndRowCountForEverAndWhateverTheyPay()
    {
        EarlierPayout payout = earlier(midnight - 24h * 400);
        payout.amountKopecks = 1;
        DuplicateQuestion asked = sameAs(earlier(midnight));
        QVERIFY(duplicatesAmong({payout}, asked, midnight).isEmpty());
        asked.documentKey = payout.documentKey;
        QVERIFY(duplicatesAmong({payout}, asked, midnight).first().reasons == QList{DuplicateReason::sameDocument});
        asked.importKey = payout.importKey;
        const QList<DuplicateReason> both{DuplicateReason::sameDocument, DuplicateReason::sameRow};
        QVERIFY(duplicatesAmong({payout}, asked, midnight).first().reasons == both);
        asked.senderAccount = u"40702810300200000014"_s; // another payer counts its documents for itself
        QVERIFY(duplicatesAmong({payout}, asked, midnight).first().reasons == QList{DuplicateReason::sameRow});
    }

    void aNumberCountsWithoutItsDateToo_data()
    {
        QTest::addColumn<QString>("knownKey");
        QTest::addColumn<QString>("askedKey");
        QTest::addColumn<int>("daysAgo"); // the earlier payout was made; the documents of 2026 otherwise say themselves
        QTest::addColumn<bool>("found");
        const auto row = [](const char *name, const QString &knownKey, const QString &askedKey, int daysAgo,
                            bool found) { QTest::addRow("%s", name) << knownKey << askedKey << daysAgo << found; };
        const QString undated = u"17 of no date"_s;
        row("neither has one", undated, undated, 40, true);
        row("the earlier has none", undated, u"17 of 2026-03-02"_s, 40, true);
        row("the later has none", u"17 of 2026-01-12"_s, undated, 40, true);
        row("it was dated anew", u"17 of 2026-01-12"_s, u"17 of 2026-03-02"_s, 40, true);
        row("another number", u"18 of no date"_s, undated, 1, false);
        row("a number that begins so", u"171 of no date"_s, undated, 1, false);
        row("no number", QString(), undated, 1, false);
        row("no number asked", undated, QString(), 1, false);
        row("last year's", u"17 of 2025-06-01"_s, u"17 of 2026-03-02"_s, 40, false);
        row("last year's, undated", undated, undated, 200, false);
        row("about New Year", u"17 of 2025-12-30"_s, u"17 of 2026-01-12"_s, 40, true);
    }

    void aNumberCountsWithoutItsDateToo()
    {
        QFETCH(QString, knownKey);
        QFETCH(QString, askedKey);
        QFETCH(int, daysAgo);
        QFETCH(bool, found);
        EarlierPayout payout = earlier(midnight - 24h * daysAgo);
        payout.documentKey = knownKey;
        DuplicateQuestion asked = sameAs(payout);
        asked.purpose = u"Иное"_s;
        asked.documentKey = askedKey;
        const auto duplicates = duplicatesAmong({payout}, asked, midnight);
        const QList<DuplicateReason> both{DuplicateReason::sameNumberAndAccount, DuplicateReason::sameNumberAndAmount};
        QCOMPARE(duplicates.isEmpty() ? QList<DuplicateReason>() : duplicates.first().reasons,
                 found ? both : QList<DuplicateReason>());
    }

    void aNumberAloneTellsNothing()
    {
        EarlierPayout payout = earlier(midnight);
        payout.documentKey = u"1 of no date"_s;
        DuplicateQuestion asked = sameAs(payout);
        asked.documentKey = payout.documentKey;
        asked.purpose = u"Иное"_s;
        asked.recipientAccount = u"40702810400009900257"_s; // changed within the file
        QVERIFY(duplicatesAmong({payout}, asked, midnight).first().reasons ==
                QList{DuplicateReason::sameNumberAndAmount});
        asked.amountKopecks = 1;
        QVERIFY(duplicatesAmong({payout}, asked, midnight).isEmpty());
        asked.recipientAccount = payout.recipientAccount;
        QVERIFY(duplicatesAmong({payout}, asked, midnight).first().reasons ==
                QList{DuplicateReason::sameNumberAndAccount});
        asked.senderAccount = u"40702810300200000014"_s;
        QVERIFY(duplicatesAmong({payout}, asked, midnight).isEmpty());
    }

    void aPayoutIsNoDuplicateOfItselfNorOfWhatItPaysAgain()
    {
        const EarlierPayout payout = earlier(midnight);
        DuplicateQuestion asked = sameAs(payout);
        asked.self = payout.id;
        QVERIFY(duplicatesAmong({payout}, asked, midnight).isEmpty());
        asked = sameAs(payout);
        asked.retryOf = payout.id;
        QVERIFY(duplicatesAmong({payout}, asked, midnight).isEmpty());
    }

    void theNewestComesFirst()
    {
        EarlierPayout newer = earlier(midnight);
        newer.id = {u"p9"_s};
        newer.number = 90;
        const auto found = duplicatesAmong({earlier(midnight), newer}, sameAs(newer), midnight);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found.first().earlier.number, 90);
    }
};

QTEST_GUILESS_MAIN(DuplicatesTest)
#include "tst_duplicates.moc"
