#include "bench/benches.h"
#include "bench/measures.h"
#include "ui/payouts/payoutlistpage.h"
#include "ui/start/startup.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>

#include <cstdio>

namespace countersign::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int startRuns = 9;
constexpr int heartbeatMs = 2;
constexpr int stepMs = 120;

/// Calls `usable` after the first painting of a widget at which `ready` was true.
class PaintWatch final : public QObject
{
public:
    PaintWatch(QWidget *watched, std::function<bool()> ready, std::function<void()> usable)
        : QObject(watched), m_ready(std::move(ready)), m_usable(std::move(usable))
    {
        watched->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_seen && m_ready()) {
            m_seen = true;
            QTimer::singleShot(0, this, [this] { m_usable(); });
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<bool()> m_ready;
    std::function<void()> m_usable;
    bool m_seen = false;
};

/// What comes after the list is not the start.
[[noreturn]] void leave()
{
    std::fflush(stdout);
    std::_Exit(0);
}

/// The window that Startup has built; it shows itself later.
ui::PayoutListPage *listPage()
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (auto *page = qobject_cast<ui::PayoutListPage *>(widget)) return page;
    }
    qFatal("no list");
}

double residentMiB()
{
    static const QRegularExpression line(u"VmRSS:\\s+(\\d+)"_s);
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) return 0;
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

/// The longest time for which the event loop did not come round.
class Heartbeat final : public QObject
{
public:
    Heartbeat()
    {
        m_since.start();
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, static_cast<double>(m_since.nsecsElapsed()) / 1e6);
            m_since.restart();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(heartbeatMs);
    }
    [[nodiscard]] double longestMs() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

/// Scrolls far, changes folders and searches, one act after the other; then prints what was seen and leaves.
class ListUser final : public QObject
{
public:
    explicit ListUser(ui::PayoutListPage &page) : m_page(page), m_memoryAtStart(residentMiB())
    {
        for (const Folder folder : {Folder::all, Folder::paid, Folder::failed}) {
            m_acts.append([this, folder] { m_page.showFolder(folder, {}); });
            for (const int percent : {10, 90, 50, 99, 1, 75}) {
                m_acts.append([this, percent] { scrollTo(percent); });
            }
        }
        for (const char16_t *search : {u"причал", u"громов договору", u"щ", u"12345,67"})
            m_acts.append([this, search] { m_page.showFolder(Folder::all, QString::fromUtf16(search)); });
        connect(&m_timer, &QTimer::timeout, this, &ListUser::next);
        m_timer.start(stepMs);
    }

private:
    void scrollTo(int percent)
    {
        QScrollBar *bar = m_page.table()->verticalScrollBar();
        bar->setValue(static_cast<int>(bar->maximum() * qint64{percent} / 100));
    }

    void next()
    {
        if (!m_acts.isEmpty()) return m_acts.takeFirst()();
        const QJsonObject report{{u"longestStallMs"_s, rounded(m_heartbeat.longestMs())},
                                 {u"memoryAtStartMiB"_s, rounded(m_memoryAtStart)},
                                 {u"memoryAfterUseMiB"_s, rounded(residentMiB())},
                                 {u"pagesKept"_s, m_page.model().fetchedPages()}};
        std::fputs(QJsonDocument(report).toJson(QJsonDocument::Compact).constData(), stdout);
        leave();
    }

    ui::PayoutListPage &m_page;
    double m_memoryAtStart;
    Heartbeat m_heartbeat;
    QTimer m_timer;
    QList<std::function<void()>> m_acts;
};

struct Child
{
    double ms = 0;
    QByteArray output;
};

Child runChild(const QStringList &arguments)
{
    Child result;
    result.ms = millisecondsOf([&] {
        QProcess child;
        child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        child.start(QCoreApplication::applicationFilePath(), arguments);
        if (!child.waitForFinished(600'000) || child.exitCode() != 0) qFatal("the child failed");
        result.output = child.readAllStandardOutput();
    });
    return result;
}

} // namespace

QString benchProfileName()
{
    return u"bench"_s;
}

int showEmptyWindow(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QWidget window;
    window.resize(1024, 700);
    const PaintWatch watch(
        &window, [] { return true; }, leave);
    window.show();
    return QApplication::exec();
}

int openList(int argc, char **argv, const QString &dataFolder, bool use)
{
    const QApplication application(argc, argv);
    const SystemClock clock;
    SystemIds ids;
    ui::Startup startup({.dataFolder = dataFolder, .profile = benchProfileName()}, clock, ids);
    startup.begin();
    ui::PayoutListPage *page = listPage();
    std::unique_ptr<ListUser> user;
    const PaintWatch watch(
        page->table()->viewport(), [page] { return page->model().rowAt(0) != nullptr; },
        [&] {
            if (!use) leave();
            user = std::make_unique<ListUser>(*page);
        });
    return QApplication::exec();
}

QJsonObject measureStart(const QString &dataFolder)
{
    QList<double> empty;
    QList<double> full;
    (void)runChild({u"--empty-window"_s}); // files into memory
    (void)runChild({u"--open-list"_s, dataFolder});
    for (int i = 0; i < startRuns; ++i) {
        empty.append(runChild({u"--empty-window"_s}).ms);
        full.append(runChild({u"--open-list"_s, dataFolder}).ms);
    }
    return {{u"usableListMs"_s, spread(full)},
            {u"emptyWindowMs"_s, spread(empty)},
            {u"ratio"_s, rounded(median(full) / median(empty))},
            {u"boundMs"_s, 1000},
            {u"boundRatio"_s, 2.5}};
}

QJsonObject measureUse(const QString &dataFolder)
{
    QJsonObject report = QJsonDocument::fromJson(runChild({u"--use-list"_s, dataFolder}).output).object();
    report[u"boundStallMs"_s] = 50;
    return report;
}

} // namespace countersign::bench
