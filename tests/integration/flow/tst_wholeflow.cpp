#include "support/flowworld.h"
#include "support/rawhttp.h"

#include <QFile>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

bool saw(const PayoutDossier &dossier, ObservationKind kind, ObservationSource source)
{
    return std::any_of(dossier.observations.begin(), dossier.observations.end(),
                       [&](const ObservationRecord &seen) { return seen.kind == kind && seen.source == source; });
}

/// As app/webhooks/dropfolder.h asks of writers: under another name first, the signature last.
void drop(const QString &folder, const QString &name, const WebhookCatcher::Caught &webhook)
{
    const auto put = [&](const QString &ending, const QByteArray &bytes) {
        QFile file(folder + u"/."_s + name + ending);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("not written");
        file.close();
        if (!file.rename(folder + u'/' + name + ending)) qFatal("not renamed");
    };
    put(u".json"_s, webhook.body);
    put(u".sig"_s, webhook.signature);
}

} // namespace

/// One payout from the draft to the money, by every way that the bank's answer can take.
class WholeFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byPollingOnly_data() { overHttpAndHttps(); }
    void byPollingOnly()
    {
        FlowWorld world(m_key);
        QFETCH(bool, tls);
        world.tls = tls;
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
        const PayoutDossier dossier = world.dossier(id);
        QCOMPARE(dossier.confirmInfo->source, ObservationSource::status);
        QVERIFY(dossier.confirmInfo->keyFingerprint.isEmpty());
        QVERIFY(world.bank().ledger("webhook_queued"_L1).isEmpty());
        QCOMPARE(world.bank().callsSeen("create"_L1), 1);
        QCOMPARE(world.bank().callsSeen("start"_L1), 1);
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 1);
        QCOMPARE(world.bank().callsSeen("cancel"_L1), 0);
    }

    void theAnswerComesByWebhookOnly_data() { overHttpAndHttps(); }
    void theAnswerComesByWebhookOnly()
    {
        FlowWorld world(m_key);
        QFETCH(bool, tls);
        world.tls = tls;
        world.webhooks = true;
        world.script = {{u"confirm_information"_s, u"webhook"_s}};
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review, FlowWorld::Pace::asItIs);
        const auto sheet = world.openReview(id);
        VERIFY_OK(sheet);
        QVERIFY(sheet->signedByBank);
        QCOMPARE(sheet->info.source, ObservationSource::webhook);
        VERIFY_OK(world.confirm(*sheet));
        REACH(world, id, paid, FlowWorld::Pace::asItIs);
        QCOMPARE(disagreementOverPaid(world, id), QString());
        QVERIFY(saw(world.dossier(id), ObservationKind::paid, ObservationSource::webhook));
        QVERIFY(world.desk().overview().lastWebhook.has_value());
    }

    void byBoth_data() { overHttpAndHttps(); }
    void byBoth()
    {
        FlowWorld world(m_key);
        QFETCH(bool, tls);
        world.tls = tls;
        world.webhooks = true;
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        VERIFY_OK(finished(world.desk().askNow(id)));
        QTRY_VERIFY(saw(world.dossier(id), ObservationKind::paid, ObservationSource::status));
        QTRY_VERIFY(saw(world.dossier(id), ObservationKind::paid, ObservationSource::webhook));
        QCOMPARE(disagreementOverPaid(world, id), QString());
    }

    void byDropFolder()
    {
        WebhookCatcher companyServer;
        FlowWorld world(m_key);
        world.script = {{u"confirm_information"_s, u"webhook"_s}};
        world.profile.dropFolder = u"drop"_s;
        world.open();
        world.bank().control({{u"command"_s, u"set_webhook_url"_s}, {u"url"_s, companyServer.url()}});
        const QString folder = world.paths().resolved(u"drop"_s);
        QDir().mkpath(folder);

        const PayoutId id = world.send();
        QTRY_COMPARE(companyServer.caught().size(), 1);
        WebhookCatcher::Caught forged = companyServer.caught().first();
        forged.body.replace("044525593", "044525974");
        drop(folder, u"forged"_s, forged);
        QTRY_VERIFY(QFile::exists(folder + u"/refused/forged.json"_s));
        QVERIFY(!world.dossier(id).confirmInfo);

        drop(folder, u"one"_s, companyServer.caught().first());
        REACH(world, id, review, FlowWorld::Pace::asItIs);
        const auto sheet = world.openReview(id);
        VERIFY_OK(sheet);
        QCOMPARE(sheet->info.source, ObservationSource::dropFolder);
        QVERIFY(sheet->signedByBank);
        VERIFY_OK(world.confirm(*sheet));
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
        QVERIFY(QFile::exists(folder + u"/done/one.json"_s));
    }

    void theNewNamesOfTheBankWorkAsWell()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.script = {{u"webhook_names"_s, u"v2"_s}, {u"confirm_information"_s, u"webhook"_s}};
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review, FlowWorld::Pace::asItIs);
        VERIFY_OK(world.reviewAndConfirm(id));
        REACH(world, id, paid);
        QCOMPARE(disagreementOverPaid(world, id), QString());
    }

    void aCleanAnswerNeedsTheTickForANewRecipientOnly()
    {
        FlowWorld world(m_key);
        world.open();
        const PayoutId id = world.send();
        REACH(world, id, review);
        const auto sheet = world.openReview(id);
        VERIFY_OK(sheet);
        QVERIFY(sheet->comparison.sameEverywhere());
        QCOMPARE(sheet->requiredTicks, QStringList{newRecipientTick()});
        QVERIFY(sheet->confirmPossible);
        QVERIFY(!sheet->gestureNeeded);
    }

    void severalPayoutsAtOnceArePaidOnceEach()
    {
        FlowWorld world(m_key);
        world.webhooks = true;
        world.open();
        QList<PayoutId> ids;
        for (int i = 1; i <= 5; ++i)
            ids.append(world.send(FlowWorld::draft(u"%1000,00"_s.arg(i))));
        for (const PayoutId &id : std::as_const(ids)) {
            REACH(world, id, review);
            VERIFY_OK(world.reviewAndConfirm(id));
        }
        for (const PayoutId &id : std::as_const(ids))
            REACH(world, id, paid);
        QCOMPARE(world.bank().ledger("transfer"_L1).size(), 5);
        QCOMPARE(world.bank().callsSeen("confirm"_L1), 5);
    }

private:
    static void overHttpAndHttps()
    {
        QTest::addColumn<bool>("tls");
        QTest::addRow("HTTP") << false;
        QTest::addRow("HTTPS") << true;
    }

    const TestKey m_key;
};

QTEST_GUILESS_MAIN(WholeFlowTest)
#include "tst_wholeflow.moc"
