#include "bench/benches.h"
#include "bench/measures.h"
#include "support/rawhttp.h"
#include "support/sendingacts.h"

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int reviews = 30;
constexpr int payouts = 200;
constexpr int signatures = 300;
constexpr double callsPerPayout = 3;

/// One signature after the other with the same key, in this process.
double signaturesPerSecond(const test::TestKey &key)
{
    const QByteArray body(1000, 'x');
    const double ms = millisecondsOf([&] {
        for (int i = 0; i < signatures; ++i)
            (void)key.signature(body);
    });
    return signatures / ms * 1000;
}

/// What the command line tool says of a key of this size; null without the tool.
QJsonValue opensslSpeed()
{
    QProcess speed;
    speed.start(u"openssl"_s, {u"speed"_s, u"-seconds"_s, u"2"_s, u"-mr"_s, u"rsa3072"_s});
    if (!speed.waitForFinished(60'000) || speed.exitCode() != 0) return {};
    const QList<QByteArray> lines = speed.readAllStandardOutput().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.split(':'); // "+F2:3:3072:signatures a second:verifications a second"
        if (fields.value(0) == "+F2") return rounded(fields.value(3).toDouble());
    }
    return {};
}

bool waitFor(const std::function<bool()> &met)
{
    return QTest::qWaitFor(met, 300'000);
}

/// From the first byte of the bank's webhook at our receiver to the review in the store, told to the window.
QJsonObject measureReview(const test::TestKey &key)
{
    test::WebhookCatcher catcher;
    test::FlowWorld world(key);
    world.webhooks = true;
    world.script = {{u"confirm_information"_s, u"webhook"_s}};
    world.open();
    const QUrl receiver(world.desk().overview().webhookAddress);
    world.bank().control({{u"command"_s, u"set_webhook_url"_s}, {u"url"_s, catcher.url()}});
    QList<double> times;
    for (int i = 0; i < reviews; ++i) {
        const PayoutId id = world.send(test::FlowWorld::draft(u"%1,00"_s.arg(1000 + i)));
        if (!waitFor([&] { return catcher.caught().size() == i + 1; })) qFatal("no webhook");
        const test::WebhookCatcher::Caught webhook = catcher.caught().last();
        times.append(millisecondsOf([&] {
            QSignalSpy notices(&world.desk(), &PayoutDesk::noticeRaised);
            const auto reply = test::rawPost(receiver, {"X-PARTNER-SIGN: " + webhook.signature}, webhook.body);
            if (reply.status != 200) qFatal("not taken");
            if (notices.isEmpty() && !notices.wait(30'000)) qFatal("no review");
        }));
        if (world.state(id) != PayoutState::review) qFatal("no review in the store");
    }
    return {{u"ms"_s, spread(times)}, {u"boundMs"_s, 100}};
}

/// How many entries of each kind the practice bank's ledger holds; reads only what was added since it last looked, so
/// that watching costs the measured programs nothing.
class LedgerTail
{
public:
    explicit LedgerTail(const QString &file) : m_file(file)
    {
        if (!m_file.open(QIODevice::ReadOnly)) qFatal("no ledger");
    }
    int count(const QByteArray &event)
    {
        m_text += m_file.readAll();
        return static_cast<int>(m_text.count("\"event\":\"" + event + '"'));
    }

private:
    QFile m_file;
    QByteArray m_text;
};

template <class T>
QList<T> allOf(const QList<QFuture<Result<T>>> &futures)
{
    QList<T> values;
    for (const auto &future : futures) {
        const Result<T> result = test::finished(future);
        if (!result) qFatal("refused: %s", qPrintable(test::faultOf(result)));
        values.append(*result);
    }
    return values;
}

/// A batch of drafts: all are sent for checking, all come to review, all are confirmed. Waiting for the bank's check
/// and the three seconds of each look are not counted: the clock of the desk is put forward.
QJsonObject measureBatch(const test::TestKey &key)
{
    test::FlowWorld world(key);
    world.webhooks = true;
    world.script = {{u"timing"_s, QJsonObject{{u"check_seconds"_s, 0.0}, {u"execute_seconds"_s, 0.0}}}};
    world.open();
    LedgerTail ledger(world.bank().ledgerFile());
    QList<QFuture<Result<PayoutId>>> drafts;
    QList<SendingActs> acts;
    for (int i = 0; i < payouts; ++i) {
        const PayoutDraft draft = test::FlowWorld::draft(u"%1,00"_s.arg(1000 + i));
        drafts.append(world.desk().saveDraft({}, draft));
        acts.append(test::firstActs(draft));
    }
    const QList<PayoutId> ids = allOf(drafts);
    const double sendMs = millisecondsOf([&] {
        for (qsizetype i = 0; i < ids.size(); ++i)
            (void)world.desk().sendForChecking(ids[i], acts[i]);
        if (!waitFor([&] { return ledger.count("ready_to_confirm") == payouts; })) qFatal("not ready");
    });
    QList<ReviewSheet> sheets;
    for (const PayoutId &id : ids) {
        if (!world.reach(id, PayoutState::review)) qFatal("no review");
        const auto sheet = world.openReview(id);
        if (!sheet) qFatal("no sheet");
        sheets.append(*sheet);
    }
    world.pass(std::chrono::seconds{4});
    const double confirmMs = millisecondsOf([&] {
        for (const ReviewSheet &sheet : std::as_const(sheets))
            (void)world.desk().decide(sheet.payout, world.approval(sheet));
        if (!waitFor([&] { return ledger.count("confirm_taken") == payouts; })) qFatal("not confirmed");
    });
    const double perSecond = payouts / (sendMs + confirmMs) * 1000;
    const double inProcess = signaturesPerSecond(key);
    const QJsonValue speed = opensslSpeed();
    return {{u"payouts"_s, payouts},
            {u"createAndStartSeconds"_s, rounded(sendMs / 1000)},
            {u"confirmSeconds"_s, rounded(confirmMs / 1000)},
            {u"payoutsPerSecond"_s, rounded(perSecond)},
            {u"signaturesPerSecondInProcess"_s, rounded(inProcess)},
            {u"signaturesPerSecondOpensslSpeed"_s, speed},
            {u"ratioToKey"_s, rounded(perSecond * callsPerPayout / speed.toDouble(inProcess))},
            {u"boundRatio"_s, 0.8}};
}

} // namespace

QJsonObject measureFlow(const test::TestKey &key)
{
    return {{u"webhookToReview"_s, measureReview(key)}, {u"batch"_s, measureBatch(key)}};
}

} // namespace countersign::bench
