#include "bench/benches.h"
#include "bench/filledstore.h"
#include "bench/measures.h"
#include "bench/process.h"
#include "bootstrap/fileexportdesk.h"
#include "directory/ed807reader.h"

#include <QFileInfo>
#include <QTest>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 600'000;

QJsonObject measureFormat(ExportDesk &desk, ExportFormat format, const QString &path)
{
    ExportOrder order{.query = {}, .format = format, .path = path, .words = {}};
    order.words.headers = QStringList(exportColumnCount, u"Column"_s);
    order.words.state = [](PayoutState state) { return stateWord(state); };
    order.words.sheetName = u"Payouts"_s;
    forgetPeak();
    const qint64 before = memoryOf("VmRSS");
    const Pulse pulse;
    QFuture<Result<ExportDone>> writing;
    const double took = millisecondsOf([&] {
        writing = desk.write(order);
        if (!QTest::qWaitFor([&] { return writing.isFinished(); }, patienceMs)) qFatal("not written");
    });
    const Result<ExportDone> done = writing.result();
    if (!done) qFatal("%s", qPrintable(done.error().detail));
    return {{u"written"_s, done->written},
            {u"leftOut"_s, done->leftOut},
            {u"seconds"_s, rounded(took / 1000)},
            {u"fileMiB"_s, rounded(static_cast<double>(QFileInfo(path).size()) / 1048576)},
            {u"peakMiB"_s, rounded(static_cast<double>(memoryOf("VmHWM") - before) / 1024.0)},
            {u"longestStallMs"_s, pulse.longest()}};
}

} // namespace

QJsonObject measureExports(int payouts)
{
    const QTemporaryDir folder;
    ProfilePaths paths = ProfileStore(folder.path()).paths(benchProfileName());
    fillStore(paths, payouts, true);
    const SystemClock clock;
    FileExportDesk desk({.storeFile = paths.storeFile,
                         .payer = {.name = u"ООО \"Ромашка\""_s,
                                   .inn = u"7701991200"_s,
                                   .kpp = u"770101001"_s,
                                   .bikOfAccount = {{u"40702810300200000013"_s, u"049205131"_s}},
                                   .directory = {}},
                         .directory = [] { return std::shared_ptr<const BankDirectory>(); },
                         .clock = clock});
    return {{u"payouts"_s, payouts},
            {u"csv"_s, measureFormat(desk, ExportFormat::csv, folder.filePath(u"out.csv"_s))},
            {u"workbook"_s, measureFormat(desk, ExportFormat::workbook, folder.filePath(u"out.xlsx"_s))},
            {u"clientBank"_s, measureFormat(desk, ExportFormat::clientBank, folder.filePath(u"out.txt"_s))}};
}

} // namespace countersign::bench
