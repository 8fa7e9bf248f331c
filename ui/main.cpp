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

#include <algorithm>
#include <array>
#include <string_view>

using namespace countersign;
using namespace std::string_view_literals;

namespace {

/// Help and version are told where there is no display, too.
bool asksForWords(int argc, char **argv)
{
    static constexpr std::array asking{"-h"sv, "-?"sv, "--help"sv, "--help-all"sv, "-v"sv, "--version"sv};
    return std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return std::find(asking.begin(), asking.end(), argument) != asking.end();
    });
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("countersign"));
    QCoreApplication::setApplicationVersion(QStringLiteral(COUNTERSIGN_VERSION));
}

/// What the command line asks for. Ends the program where that is words only.
ui::StartOptions parse(const QCoreApplication &application)
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

int tellWords(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    nameProgram();
    (void)parse(application);
    return 0;
}

} // namespace

// Not in the namespace above: the resource's name is a global one.
static int runWindows(int argc, char **argv)
{
    QApplication application(argc, argv);
    nameProgram();
    QApplication::setApplicationDisplayName(QStringLiteral("Countersign"));
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
    forbidCrashFiles();
    ui::useCallersConsole();
    if (ui::asksForCheck(argc, argv)) ui::endProcess(ui::checkFile(argc, argv));
    if (asksForWords(argc, argv)) ui::endProcess(tellWords(argc, argv));
    ui::endProcess(runWindows(argc, argv));
}
