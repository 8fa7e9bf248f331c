#include "bench/benches.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSysInfo>
#include <QThread>

#include <cstdio>

using namespace countersign;
using namespace countersign::bench;
using namespace Qt::StringLiterals;

/// bench [--payouts N] [--million] [--only lists|exports|flow|webhooks]: prints one JSON object.
int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto valueOf = [&](const QString &option) {
        const auto at = arguments.indexOf(option);
        return at < 0 ? QString() : arguments.value(at + 1);
    };
    if (arguments.contains(u"--empty-window"_s)) return showEmptyWindow(argc, argv);
    if (arguments.contains(u"--open-list"_s)) return openList(argc, argv, valueOf(u"--open-list"_s), false);
    if (arguments.contains(u"--use-list"_s)) return openList(argc, argv, valueOf(u"--use-list"_s), true);

    const QCoreApplication application(argc, argv);
    const QString only = valueOf(u"--only"_s);
    const int payouts = arguments.contains(u"--payouts"_s) ? valueOf(u"--payouts"_s).toInt() : 100'000;
    const test::TestKey key(3072);
    QJsonObject report{{u"cores"_s, QThread::idealThreadCount()},
                       {u"cpu"_s, QSysInfo::currentCpuArchitecture()},
                       {u"qt"_s, QLatin1String(qVersion())},
#ifdef NDEBUG
                       {u"build"_s, u"optimised"_s}};
#else
                       {u"build"_s, u"debug: the figures mean little"_s}};
#endif
    if (only.isEmpty() || only == u"lists") report[u"lists"_s] = measureLists(key, payouts, true);
    if (arguments.contains(u"--million"_s)) report[u"listsOfAMillion"_s] = measureLists(key, 1'000'000, false);
    if (only.isEmpty() || only == u"exports") report[u"exports"_s] = measureExports(payouts);
    if (only.isEmpty() || only == u"flow") report[u"flow"_s] = measureFlow(key);
    if (only.isEmpty() || only == u"webhooks") report[u"webhooks"_s] = measureWebhooks(key);
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
