#include "faults/simulation/quickfiles.h"
#include "faults/simulation/runner.h"
#include "faults/simulation/workers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHashSeed>
#include <QLoggingCategory>
#include <QThread>

#include <cstdio>

using namespace countersign::faults;
using namespace Qt::StringLiterals;

namespace {

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

quint64 numberOf(const QCommandLineParser &parser, const QString &option)
{
    bool good = false;
    const quint64 number = parser.value(option).toULongLong(&good);
    if (!good) {
        std::fprintf(stderr, "--%s needs a whole number.\n", qPrintable(option));
        std::exit(2);
    }
    return number;
}

/// One process, one seed after the other. "end" tells a waiting parent how far it has come.
int work(const Range &range, const QCommandLineParser &parser)
{
    makeStoresQuick();
    const bool counted = parser.isSet(u"counts"_s);
    quint64 violations = 0;
    for (quint64 i = 0; i < range.count; ++i) {
        const quint64 seed = range.from + i * range.step;
        const Judgement judgement = judge(seed, parser.isSet(u"hashes"_s), parser.value(u"keep"_s));
        for (auto count = judgement.counts.begin(); counted && count != judgement.counts.end(); ++count)
            say(u"count %1 %2"_s.arg(count.value()).arg(count.key()));
        for (const Violation &violation : judgement.violations)
            say(lineOf(seed, violation));
        say(u"end %1 %2"_s.arg(seed).arg(QString::fromLatin1(judgement.traceHash)));
        violations += static_cast<quint64>(judgement.violations.size());
    }
    return violations == 0 ? 0 : 1;
}

} // namespace

/// countersign-faults --from SEED --count N [--jobs J] [--hashes] [--counts]: runs that many schedules, prints every
/// violation with its seed, and as its last line "schedules: N violations: K". Ends with 0 only when K is 0.
int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QHashSeed::setDeterministicGlobalSeed(); // the order of equals must repeat with the seed
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"*.warning=false\n*.critical=false"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"from"_s, u"The first seed."_s, u"SEED"_s, u"1"_s},
                       {u"count"_s, u"How many schedules."_s, u"N"_s, u"1"_s},
                       {u"jobs"_s, u"How many at a time."_s, u"J"_s, QString::number(QThread::idealThreadCount())},
                       {u"hashes"_s, u"Print the trace hash of each."_s},
                       {u"counts"_s, u"Print how often each thing happened in all of them."_s},
                       {u"keep"_s, u"With --worker: copy what the last one leaves behind into FOLDER."_s, u"FOLDER"_s},
                       {u"worker"_s, u"One of several processes: every STEP-th seed."_s, u"STEP"_s}});
    parser.process(application);
    Range range{numberOf(parser, u"from"_s), numberOf(parser, u"count"_s)};
    if (parser.isSet(u"worker"_s)) {
        range.step = numberOf(parser, u"worker"_s);
        return work(range, parser);
    }
    Workers workers(range, numberOf(parser, u"jobs"_s), parser.isSet(u"hashes"_s), parser.isSet(u"counts"_s));
    return workers.run();
}
