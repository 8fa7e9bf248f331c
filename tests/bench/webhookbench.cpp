#include "bench/benches.h"
#include "bench/measures.h"
#include "storage/durablefile.h"

#include <QTcpSocket>

#include <atomic>
#include <thread>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int perConnection = 40;
constexpr int runs = 3;
constexpr int syncs = 300;
constexpr int patienceMs = 60'000;

QByteArray requestOf(const test::TestKey &bank, const QUrl &receiver, int number)
{
    const QByteArray body = R"({"type":"payment_finished","session":{"id":"ps_)" + QByteArray::number(number) +
                            R"(","status":"accepted","payments":[]}})";
    return "POST " + receiver.path().toUtf8() + " HTTP/1.1\r\nHost: desk\r\nX-PARTNER-SIGN: " + bank.signature(body) +
           "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

/// One connection that stays open; the next message goes out when the last was answered. The number of 200s.
int deliver(const QUrl &receiver, const QList<QByteArray> &requests)
{
    QTcpSocket socket;
    socket.connectToHost(receiver.host(), static_cast<quint16>(receiver.port()));
    if (!socket.waitForConnected(patienceMs)) return 0;
    int taken = 0;
    for (const QByteArray &request : requests) {
        socket.write(request);
        QByteArray answer;
        while (!answer.contains("\r\n\r\n") && socket.waitForReadyRead(patienceMs))
            answer += socket.readAll();
        if (answer.startsWith("HTTP/1.1 200")) ++taken;
    }
    return taken;
}

/// What the disk allows: one small record after the other, each followed by fsync.
double syncsPerSecond(const QString &path)
{
    auto file = NativeFile::openForAppend(path);
    if (!file) qFatal("no file to sync");
    const QByteArray record(1'000, 'x');
    const double ms = millisecondsOf([&] {
        for (int i = 0; i < syncs; ++i) {
            if (!file->write(record) || !file->sync()) qFatal("not synced");
        }
    });
    return syncs / ms * 1000;
}

/// 200s a second; every message is a new one.
double measureOnce(int connections, const test::TestKey &bank, const QUrl &receiver, int &number)
{
    QList<QList<QByteArray>> requests(connections);
    for (QList<QByteArray> &each : requests) {
        for (int i = 0; i < perConnection; ++i)
            each.append(requestOf(bank, receiver, ++number));
    }
    std::atomic<int> taken = 0;
    const double ms = millisecondsOf([&] {
        std::vector<std::jthread> threads;
        for (const QList<QByteArray> &each : std::as_const(requests))
            threads.emplace_back([&taken, &receiver, &each] { taken += deliver(receiver, each); });
    });
    if (taken != connections * perConnection) qFatal("only %d messages were taken", taken.load());
    return taken / ms * 1000;
}

QJsonObject measureWith(int connections, const test::TestKey &bank, test::FlowWorld &world, int &number)
{
    const QUrl receiver(world.desk().overview().webhookAddress);
    QList<double> perSecond;
    QList<double> perSync;
    for (int i = 0; i < runs; ++i) {
        const double sync = syncsPerSecond(world.filePath(u"syncs"_s));
        perSecond.append(measureOnce(connections, bank, receiver, number));
        perSync.append(perSecond.last() / sync);
    }
    return {{u"connections"_s, connections},
            {u"messagesARun"_s, connections * perConnection},
            {u"perSecond"_s, spread(perSecond)},
            {u"perFsyncOfThisDisk"_s, spread(perSync)}};
}

} // namespace

QJsonObject measureWebhooks(const test::TestKey &key)
{
    const test::TestKey bankKey;
    test::FlowWorld world(key);
    world.webhooks = true;
    world.profile.bankPublicKeyFiles = {bankKey.publicFile()};
    world.open();
    int number = 0;
    const QJsonObject one = measureWith(1, bankKey, world, number);
    const QJsonObject many = measureWith(32, bankKey, world, number);
    return {{u"oneConnection"_s, one},
            {u"manyConnections"_s, many},
            {u"fsyncsPerSecond"_s, rounded(syncsPerSecond(world.filePath(u"syncs"_s)))},
            {u"boundPerSecond"_s, 500}};
}

} // namespace countersign::bench
