#include "bench/importwindowbench.h"
#include "bench/measures.h"
#include "bench/process.h"
#include "directory/ed807reader.h"
#include "exchange/importreading.h"
#include "exchange/rowswriter.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace countersign;
using namespace countersign::bench;
using namespace Qt::StringLiterals;

// import-bench: reads and checks files of 10,000 and 100,000 rows in the three formats, each in a process of its own,
// so that one's memory is not the other's; then in the window, from opening the file to its rows and to its drafts.
// Prints one JSON object. The bounds are 2 s and 20 s and +200 MiB.

namespace {

ImportRules rules()
{
    ImportRules rules;
    rules.senderAccounts = {*AccountNumber::parse(u"40702810300200000013")};
    rules.directory = *loadEd807(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/ed807_sample.xml"));
    rules.today = QDate(2026, 11, 23);
    return rules;
}

/// Different recipients, so that nothing is cheaper than in a real file.
QStringList rowOf(int number)
{
    const QString account = u"4070281050000%1"_s.arg(number % 10'000'000, 7, 10, QLatin1Char('0'));
    return {u"Общество с ограниченной ответственностью \"Причал %1\""_s.arg(number),
            u"77%1"_s.arg(number % 100'000'000, 8, 10, QLatin1Char('0')),
            u"770101001"_s,
            u"044525974"_s,
            account,
            u"%1,%2"_s.arg(1000 + number).arg(number % 100, 2, 10, QLatin1Char('0')),
            u"Оплата по договору %1 от 18.11.2026 за услуги связи. В том числе НДС 22% - 631-15 руб."_s.arg(number)};
}

QList<QStringList> table(int rows)
{
    QList<QStringList> made{{u"Получатель"_s, u"ИНН"_s, u"КПП"_s, u"БИК"_s, u"Счет"_s, u"Сумма"_s, u"Назначение"_s}};
    for (int number = 1; number <= rows; ++number)
        made.append(rowOf(number));
    return made;
}

/// Our sample's first document again and again, with all its forty keys, in windows-1251 as accounting programs write.
QByteArray exchangeFile(int documents)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/a_payments_to_bank_win1251.txt"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("no sample");
    const QByteArray whole = file.readAll();
    const QByteArray numberLine = "=101\r\n";
    const qsizetype number = whole.indexOf(numberLine);
    const qsizetype begin = whole.lastIndexOf("\r\n", number - 10);
    const qsizetype documentBegin = whole.lastIndexOf("\r\n", begin - 1) + 2;
    const qsizetype documentEnd = whole.indexOf("=102\r\n");
    const qsizetype lastLine = whole.lastIndexOf("\r\n", documentEnd);
    const qsizetype nextBegin = whole.lastIndexOf("\r\n", lastLine - 1) + 2;
    const QByteArray document = whole.sliced(documentBegin, nextBegin - documentBegin);
    QByteArray made = whole.first(documentBegin);
    for (int i = 1; i <= documents; ++i)
        made += QByteArray(document).replace(numberLine, "=" + QByteArray::number(i) + "\r\n");
    const qsizetype fileEnd = whole.lastIndexOf("\r\n", whole.size() - 3);
    return made + whole.sliced(fileEnd + 2);
}

/// A child's work.
int readOne(const QString &path)
{
    const ImportRules known = rules();
    const qint64 before = memoryOf("VmRSS");
    ImportChoices choices;
    choices.senderAccount = u"40702810300200000013"_s;
    UnwatchedReading unwatched;
    ImportResult sheet = fail(ErrorCode::internalFault);
    const std::clock_t start = std::clock();
    const double ms = millisecondsOf([&] { sheet = readImport(path, choices, known, unwatched); });
    const std::clock_t used = std::clock() - start;
    if (!sheet) qFatal("%s", qPrintable(sheet.error().detail));
    const double page = millisecondsOf([&] {
        for (qsizetype row = 0; row < 50; ++row)
            (void)(*sheet)->row(row);
    });
    const QJsonObject report{{u"rows"_s, (*sheet)->rowCount()},
                             {u"accepted"_s, (*sheet)->accepted().count},
                             {u"fileMiB"_s, rounded(static_cast<double>((*sheet)->facts().file.size) / 1048576.0)},
                             {u"ms"_s, rounded(ms)},
                             {u"processorMs"_s, rounded(static_cast<double>(used) * 1000 / CLOCKS_PER_SEC)},
                             {u"fiftyRowsMs"_s, rounded(page)},
                             {u"peakMiB"_s, rounded(static_cast<double>(memoryOf("VmHWM") - before) / 1024.0)},
                             {u"keptMiB"_s, rounded(static_cast<double>(memoryOf("VmRSS") - before) / 1024.0)}};
    std::fputs(QJsonDocument(report).toJson(QJsonDocument::Compact).constData(), stdout);
    return 0;
}

QJsonObject childsReport(const QString &mode, const QString &path)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {mode, path});
    if (!child.waitForFinished(1'200'000) || child.exitCode() != 0) qFatal("the child failed");
    return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
}

QJsonObject measured(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const QString path = folder.filePath(u"import"_s);
    if (!writeWhole(path, bytes)) qFatal("no space");
    QJsonObject report = childsReport(u"--read"_s, path);
    report[u"window"_s] = childsReport(u"--show"_s, path);
    return report;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "--show") == 0) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QApplication application(argc, argv);
        const QJsonObject report = measureWindow(QFile::decodeName(argv[2]));
        std::fputs(QJsonDocument(report).toJson(QJsonDocument::Compact).constData(), stdout);
        return 0;
    }
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--read") return readOne(arguments.value(2));

    const QTemporaryDir folder;
    QJsonObject report{{u"boundMsOf10000"_s, 2000}, {u"boundMsOf100000"_s, 20'000}, {u"boundPeakMiB"_s, 200}};
    for (const int rows : {10'000, 100'000}) {
        const auto workbook = xlsxOf(u"Выплаты"_s, table(rows));
        if (!workbook) qFatal("no workbook");
        report[QString::number(rows)] = QJsonObject{{u"csv"_s, measured(folder, csvOf(table(rows)))},
                                                    {u"clientBank"_s, measured(folder, exchangeFile(rows))},
                                                    {u"xlsx"_s, measured(folder, *workbook)}};
    }
    std::fputs(QJsonDocument(report).toJson().constData(), stdout);
    return 0;
}
