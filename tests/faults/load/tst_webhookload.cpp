#include "faults/load/deskprocess.h"
#include "faults/load/flood.h"
#include "faults/load/loiterers.h"
#include "webhooks/descriptorplan.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace countersign;
using namespace countersign::faults;
using namespace Qt::StringLiterals;

namespace {

constexpr int perSecond = 500;
constexpr int lines = 50;
constexpr int idle = 1000;
constexpr int slow = 200;
constexpr int patienceMs = 240'000;
constexpr qint64 memoryLimitKiB = 256 * 1024; // of a process that begins with some 35

int seconds()
{
    const int asked = qEnvironmentVariableIntValue("COUNTERSIGN_LOAD_SECONDS");
    return asked > 0 ? asked : 5;
}

std::vector<SignedMessage> messagesFor(int secondsLong, const test::TestKey &bank)
{
    std::vector<SignedMessage> messages;
    for (int i = 0; i < secondsLong * perSecond; ++i) {
        const QByteArray body = R"({"type":"payment_finished","session":{"id":"ps_)" + QByteArray::number(i) +
                                R"(","status":"accepted","payments":[]}})";
        messages.push_back({body, bank.signature(body)});
    }
    return messages;
}

bool holdsAll(const std::set<QByteArray> &stored, const std::set<QByteArray> &acknowledged)
{
    return std::ranges::includes(stored, acknowledged);
}

void print(const char *what, QJsonObject figures, const QJsonObject &more)
{
    for (auto each = more.begin(); each != more.end(); ++each)
        figures.insert(each.key(), each.value());
    figures.insert(u"what"_s, QLatin1String(what));
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
}

} // namespace

/// The bank's messages at 500 a second beside 1,000 idle and 200 slow connections (payout-lifecycle.md section 7, L10).
class WebhookLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const int room = makeRoomForConnections(idle + slow + lines);
        if (room < idle + slow + lines) QSKIP("this process may not open enough connections");
    }

    void everyMessageIsTakenAmongIdleAndSlowConnections()
    {
        DeskProcess desk(m_key);
        desk.start();
        const Loiterers loiterers(desk.address(), idle, slow);
        QTRY_COMPARE_WITH_TIMEOUT(loiterers.connected(), idle + slow, patienceMs);
        // The other side's accepting may still be under way when ours are connected.
        QTRY_VERIFY_WITH_TIMEOUT(desk.openFiles() > idle + slow, patienceMs);
        const qint64 memoryBefore = desk.memoryKiB();
        const int filesBefore = desk.openFiles();
        Flood flood(desk.address(), messagesFor(seconds(), m_key), perSecond, lines);
        flood.start();
        QTRY_VERIFY_WITH_TIMEOUT(flood.isOver(), patienceMs);
        const qint64 memoryAfter = desk.memoryKiB();
        desk.kill();
        QVERIFY(holdsAll(desk.storedMessages(), flood.acknowledged()));
        print("among idle and slow connections", flood.figures(),
              {{u"idle"_s, idle},
               {u"slow"_s, slow},
               {u"memoryBeforeKiB"_s, memoryBefore},
               {u"memoryAfterKiB"_s, memoryAfter},
               {u"openFiles"_s, filesBefore}});
        QVERIFY2(memoryAfter < memoryLimitKiB, qPrintable(u"%1 KiB"_s.arg(memoryAfter)));
    }

    void nothingAcknowledgedIsMissingAfterAKillInTheMiddle()
    {
        DeskProcess desk(m_key);
        desk.start();
        std::vector<SignedMessage> messages = messagesFor(seconds(), m_key);
        const std::size_t half = messages.size() / 2;
        Flood flood(desk.address(), std::move(messages), perSecond, lines);
        std::set<QByteArray> before;
        connect(&flood, &Flood::acknowledgedMore, this, [&] {
            if (!before.empty() || flood.acknowledgedCount() < half) return;
            desk.kill(); // while others are on their way
            before = flood.acknowledged();
        });
        flood.start();
        QTRY_VERIFY_WITH_TIMEOUT(!before.empty(), patienceMs);
        const std::set<QByteArray> stored = desk.storedMessages();
        QVERIFY(holdsAll(stored, before));
        desk.start();
        QTRY_VERIFY_WITH_TIMEOUT(flood.isOver(), patienceMs);
        desk.kill();
        QVERIFY(holdsAll(desk.storedMessages(), flood.acknowledged()));
        print("killed in the middle", flood.figures(),
              {{u"acknowledgedBeforeTheKill"_s, static_cast<qint64>(before.size())},
               {u"storedAtTheKill"_s, static_cast<qint64>(stored.size())}});
    }

private:
    const test::TestKey m_key;
};

QTEST_GUILESS_MAIN(WebhookLoad)
#include "tst_webhookload.moc"
