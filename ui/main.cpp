#include "core/clock.h"
#include "core/crashfiles.h"
#include "core/ids.h"
#include "ui/start/callersconsole.h"
#include "ui/start/checkfile.h"
#include "ui/start/processend.h"
#include "ui/start/startup.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

using namespace countersign;

namespace {

/// What the command line asks for.
ui::StartOptions parse(const QApplication &application)
{
    QCommandLineParser parser;
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Folder with profiles and stores."),
                                  QStringLiteral("DIR"));
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Profile to open."),
                                     QStringLiteral("NAME"));
    const QCommandLineOption practice(QStringLiteral("practice"),
                                      QStringLiteral("Start a practice bank and open the practice profile in DIR."),
                                      QStringLiteral("DIR"));
    const QCommandLineOption tour(QStringLiteral("tour"),
                                  QStringLiteral("Carry one practice payout through the windows; pictures go to DIR."),
                                  QStringLiteral("DIR"));
    parser.addHelpOption();
    parser.addVersionOption();
    // Handled before there is an application; here for --help.
    const QCommandLineOption check(QStringLiteral("check"),
                                   QStringLiteral("Print what an import of FILE would show, as JSON, and end."),
                                   QStringLiteral("FILE"));
    parser.addOptions({data, profile, practice, tour, check});
    parser.addPositionalArgument(QStringLiteral("file"),
                                 QStringLiteral("File with payments, shown in the import window."),
                                 QStringLiteral("[FILE]"));
    parser.process(application);
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1 || (parser.isSet(tour) && !files.isEmpty())) parser.showHelp(2);
    return {.dataFolder = parser.value(data),
            .profile = parser.value(profile),
            .practiceFolder = parser.value(practice),
            .tourFolder = parser.value(tour),
            .importFile = files.isEmpty() ? QString() : QFileInfo(files.first()).absoluteFilePath()};
}

} // namespace

// Not in the namespace above: the resource's name is a global one.
static int runWindows(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("countersign"));
    QApplication::setApplicationDisplayName(QStringLiteral("Countersign"));
    QApplication::setApplicationVersion(QStringLiteral(COUNTERSIGN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral(COUNTERSIGN_APP_ID));
    Q_INIT_RESOURCE(practice);

    SystemClock clock;
    SystemIds ids;
    ui::Startup startup(parse(application), clock, ids);
    QMetaObject::invokeMethod(&startup, &ui::Startup::begin, Qt::QueuedConnection);
    return QApplication::exec();
}

int main(int argc, char **argv)
{
    ui::useCallersConsole();
    if (ui::asksForCheck(argc, argv)) ui::endProcess(ui::checkFile(argc, argv));
    forbidCrashFiles();
    ui::endProcess(runWindows(argc, argv));
}
