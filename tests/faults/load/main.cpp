// load-desk DATAFOLDER PROFILE: a whole desk without its window, with its key locked. Says on standard output where it
// listens for webhooks, and lives until it is killed.

#include "bootstrap/workplace.h"

#include <QCoreApplication>

#include <cstdio>

using namespace countersign;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) return 2;
    const ProfileStore profiles(arguments[1]);
    const auto profile = profiles.load(arguments[2]);
    if (!profile) return 3;
    const SystemClock clock;
    SystemIds ids;
    const auto workplace = Workplace::open(*profile, profiles.paths(profile->name), clock, ids);
    if (!workplace) return 4;
    PayoutDesk &desk = (*workplace)->desk();
    bool told = false;
    QObject::connect(&desk, &PayoutDesk::overviewChanged, &desk, [&desk, &told] {
        const QString address = desk.overview().webhookAddress;
        if (told || address.isEmpty()) return;
        told = true;
        std::puts(qPrintable(address));
        std::fflush(stdout);
    });
    return QCoreApplication::exec();
}
