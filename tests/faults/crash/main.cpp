#include "faults/crash/crashdesk.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace countersign;
using namespace countersign::faults;
using namespace Qt::StringLiterals;

namespace {

DeskOptions optionsOf(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const auto *name : {"folder", "bank", "control", "bank-key", "key", "crash", "payouts", "cancelled"})
        parser.addOption({QString::fromLatin1(name), {}, u"value"_s});
    parser.addOption({u"imports"_s, {}});
    parser.addOption({u"lifts"_s, {}});
    parser.process(arguments);
    return {.folder = parser.value(u"folder"_s),
            .bank = QUrl(parser.value(u"bank"_s)),
            .control = QUrl(parser.value(u"control"_s)),
            .bankKey = parser.value(u"bank-key"_s),
            .key = parser.value(u"key"_s),
            .crash = parser.value(u"crash"_s),
            .payouts = parser.value(u"payouts"_s).toInt(),
            .cancelled = parser.value(u"cancelled"_s).toInt(),
            .imports = parser.isSet(u"imports"_s),
            .lifts = parser.isSet(u"lifts"_s)};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    CrashDesk desk(optionsOf(QCoreApplication::arguments()));
    if (const auto opened = desk.open(); !opened) {
        std::fprintf(stderr, "%s %s\n", qPrintable(errorCodeName(opened.error().code)),
                     qPrintable(opened.error().detail));
        return notOpened;
    }
    return QCoreApplication::exec();
}
