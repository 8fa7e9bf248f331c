#include "bench/importwindowbench.h"

#include "bench/measures.h"
#include "bench/process.h"
#include "bootstrap/fileimportdesk.h"
#include "bootstrap/threadexecutor.h"
#include "directory/ed807reader.h"
#include "ports/runon.h"
#include "support/engineworld.h"
#include "ui/import/importwindow.h"
#include "ui/models/importrowsmodel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 600'000;

bool reaches(const ui::ImportWindow &window, const QString &step)
{
    return QTest::qWaitFor([&] { return window.findChild<QLabel *>(u"step"_s)->text().contains(step); }, patienceMs);
}

ImportRules rules()
{
    ImportRules rules;
    rules.senderAccounts = {*AccountNumber::parse(u"40702810300200000013")};
    rules.directory = *loadEd807(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/ed807_sample.xml"));
    rules.today = QDate(2026, 11, 23);
    return rules;
}

} // namespace

QJsonObject measureWindow(const QString &path)
{
    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), ui::Appearance::light);
    ThreadExecutor engineThread(u"engine"_s);
    std::unique_ptr<test::EngineWorld> world;
    engineThread.runAndWait([&world] {
        world = std::make_unique<test::EngineWorld>();
        world->boot();
    });
    const QTemporaryDir folder;
    FileImportDesk desk({.senderAccounts = rules().senderAccounts,
                         .rules = rules,
                         .importDrafts =
                             [&](const ImportOrder &order) {
                                 return runOn<ImportDone>(
                                     engineThread, [&world, order] { return world->engine().importDrafts(order); });
                             },
                         .storeFile = world->storePath(),
                         .mappingsFile = folder.filePath(u"columns.json"_s)});
    const SystemClock clock;
    const QPointer<ui::ImportWindow> window(new ui::ImportWindow(desk, clock, Environment::practice));
    window->show();
    if (!QTest::qWaitForWindowExposed(window)) qFatal("no window");
    const qint64 before = memoryOf("VmRSS");
    const Pulse pulse;
    auto *next = window->findChild<QPushButton *>(u"next"_s);
    double shown = millisecondsOf([&] {
        window->openFile(path);
        const bool there = QTest::qWaitFor(
            [&] { return !window->findChild<QLabel *>(u"step"_s)->text().contains(u"reading"); }, patienceMs);
        if (!there) qFatal("not read");
        window->repaint();
    });
    const bool table = !window->findChild<QLabel *>(u"step"_s)->text().contains(u"step 3");
    if (table) {
        // Going on reads the file again, for the columns may be others; it counts as much as the first reading.
        shown = millisecondsOf([&] {
            next->click();
            if (!reaches(*window, u"step 3"_s)) qFatal("no rows");
            window->repaint();
        });
    }
    const qint64 quiet = pulse.longest();
    const qint64 peak = memoryOf("VmHWM");
    const auto *rows = window->findChild<ui::ImportRowsModel *>();
    const Money total = *rows->chosenTotal().sum;
    const qsizetype count = rows->chosenTotal().count;
    window->findChild<QLineEdit *>(u"controlTotal"_s)
        ->setText(u"%1,%2"_s.arg(total.kopecks() / 100).arg(total.kopecks() % 100, 2, 10, QLatin1Char('0')));
    const double made = count == 0 ? 0 : millisecondsOf([&] {
        next->click();
        if (!reaches(*window, u"step 4"_s)) qFatal("no drafts");
    });
    delete window;
    engineThread.runAndWait([&world] { world.reset(); });
    return {{u"shownMs"_s, rounded(shown)},
            {u"longestStallMs"_s, quiet},
            {u"peakMiB"_s, rounded(static_cast<double>(peak - before) / 1024.0)},
            {u"drafts"_s, count},
            {u"draftsMs"_s, rounded(made)},
            {u"longestStallWithDraftsMs"_s, pulse.longest()}};
}

} // namespace countersign::bench
