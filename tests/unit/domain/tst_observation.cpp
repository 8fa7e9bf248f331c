#include "domain/observation.h"

#include <QtTest>

using namespace countersign;

namespace {

PayoutEcho payout(const QString &status, bool returned = false)
{
    PayoutEcho echo;
    echo.status = status;
    echo.returned = returned;
    return echo;
}

} // namespace

class ObservationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meaningFollowsTheTable_data()
    {
        QTest::addColumn<QString>("session");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QStringList>("payouts");
        QTest::addColumn<bool>("returned");
        QTest::addColumn<ObservationKind>("kind");
        const QString created = QStringLiteral("created");
        const QString progress = QStringLiteral("in_progress");
        const QString accepted = QStringLiteral("accepted");
        const QString cancelled = QStringLiteral("cancelled");
        const QString canceled = QStringLiteral("canceled");
        const QString error = QStringLiteral("error");
        const QString confirm = QStringLiteral("confirm");
        const QString pending = QStringLiteral("pending");
        const QString paid = QStringLiteral("succeeded");
        const QString failed = QStringLiteral("failed");
        QTest::addRow("empty session") << created << QString() << QStringList{} << false << ObservationKind::none;
        QTest::addRow("unknown status, no payout")
            << QStringLiteral("odd") << QString() << QStringList{} << false << ObservationKind::none;
        QTest::addRow("working") << progress << QString() << QStringList{progress} << false << ObservationKind::work;
        QTest::addRow("unknown payout status")
            << progress << QString() << QStringList{QStringLiteral("odd")} << false << ObservationKind::work;
        QTest::addRow("another next action")
            << progress << QStringLiteral("capture") << QStringList{pending} << false << ObservationKind::work;
        QTest::addRow("ready") << progress << confirm << QStringList{pending} << false << ObservationKind::ready;
        QTest::addRow("next action without payout is not ready")
            << progress << confirm << QStringList{} << false << ObservationKind::none;
        QTest::addRow("paid") << accepted << QString() << QStringList{paid} << false << ObservationKind::paid;
        QTest::addRow("paid while it still asks")
            << progress << confirm << QStringList{paid} << false << ObservationKind::paid;
        QTest::addRow("paid in a cancelled session moved money")
            << cancelled << QString() << QStringList{paid} << false << ObservationKind::paid;
        QTest::addRow("failed") << accepted << QString() << QStringList{failed} << false << ObservationKind::failed;
        QTest::addRow("cancelled") << cancelled << QString() << QStringList{pending} << false
                                   << ObservationKind::cancelled;
        QTest::addRow("canceled") << canceled << QString() << QStringList{} << false << ObservationKind::cancelled;
        QTest::addRow("cancelled wins over failed")
            << cancelled << QString() << QStringList{failed} << false << ObservationKind::cancelled;
        QTest::addRow("returned") << accepted << QString() << QStringList{paid} << true << ObservationKind::returned;
        QTest::addRow("error is not failed")
            << error << QString() << QStringList{failed} << false << ObservationKind::error;
        QTest::addRow("error whatever the payout says")
            << error << QString() << QStringList{paid} << false << ObservationKind::error;
        QTest::addRow("two payouts") << accepted << QString() << QStringList{paid, paid} << false
                                     << ObservationKind::multiple;
        QTest::addRow("two payouts in error")
            << error << QString() << QStringList{pending, pending} << false << ObservationKind::multiple;
        QTest::addRow("two payouts, cancelled, nothing moved")
            << cancelled << QString() << QStringList{pending, failed} << false << ObservationKind::cancelled;
        QTest::addRow("two payouts, cancelled, but one moved money")
            << cancelled << QString() << QStringList{failed, paid} << false << ObservationKind::multiple;
    }

    void meaningFollowsTheTable()
    {
        QFETCH(QString, session);
        QFETCH(QString, next);
        QFETCH(QStringList, payouts);
        QFETCH(bool, returned);
        QFETCH(ObservationKind, kind);
        SessionReading reading;
        reading.status = session;
        reading.nextAction = next;
        for (const QString &status : payouts)
            reading.payouts.append(payout(status, returned));
        QCOMPARE(meaningOf(reading), kind);
    }

    void ranksFollowTheTable()
    {
        using enum ObservationKind;
        QCOMPARE(rankOf(none, {}, {}), 0);
        QCOMPARE(rankOf(work, {}, {}), 1);
        QCOMPARE(rankOf(ready, {}, {}), 2);
        for (const auto kind : {paid, failed, cancelled})
            QCOMPARE(rankOf(kind, {}, {}), 4);
        QCOMPARE(rankOf(returned, {}, {}), 5);
        for (const auto kind : {error, multiple, gone})
            QVERIFY(!rankOf(kind, 5, 1).has_value());
    }

    void workAfterReadyNeedsALaterTimeOfTheBank()
    {
        QCOMPARE(rankOf(ObservationKind::work, 11, 10), 3);
        QCOMPARE(rankOf(ObservationKind::work, 10, 10), 1);
        QCOMPARE(rankOf(ObservationKind::work, 9, 10), 1);
        QCOMPARE(rankOf(ObservationKind::work, std::nullopt, 10), 1);
        QCOMPARE(rankOf(ObservationKind::work, 11, std::nullopt), 1);
    }

    void wordsComeBack()
    {
        for (int i = 0; i < observationKindCount; ++i) {
            const auto kind = static_cast<ObservationKind>(i);
            QCOMPARE(observationFromWord(observationWord(kind)), kind);
        }
        for (const auto source : {ObservationSource::webhook, ObservationSource::dropFolder, ObservationSource::status,
                                  ObservationSource::callAnswer}) {
            QCOMPARE(sourceFromWord(sourceWord(source)), source);
        }
        QVERIFY(!observationFromWord(u"Paid").has_value());
        QVERIFY(!sourceFromWord(u"").has_value());
    }
};

QTEST_GUILESS_MAIN(ObservationTest)
#include "tst_observation.moc"
