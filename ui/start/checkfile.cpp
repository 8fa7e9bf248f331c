#include "ui/start/checkfile.h"

#include "bootstrap/filedirectorydesk.h"
#include "core/try.h"
#include "exchange/importreading.h"
#include "ui/models/errorwords.h"
#include "ui/models/importreport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTimeZone>

#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

enum ExitCode { allGood = 0, somethingRefused = 1, notReadable = 2 };

/// Without a profile nothing is known of own accounts, limits and banks.
Result<ImportRules> rulesOf(const QString &dataFolder, const QString &profileName)
{
    ImportRules rules;
    rules.today = QDateTime::currentDateTime().toTimeZone(QTimeZone(QByteArrayLiteral("Europe/Moscow"))).date();
    if (profileName.isEmpty()) return rules;
    const ProfileStore store(dataFolder.isEmpty() ? ProfileStore::defaultDataFolder() : dataFolder);
    COUNTERSIGN_TRY_INTO(profile, store.load(profileName));
    for (const SettlementAccount &account : profile.accounts) {
        COUNTERSIGN_TRY_INTO(number, AccountNumber::parse(account.number));
        rules.senderAccounts.append(number);
    }
    rules.limit = profile.limits.perPayout;
    rules.checkDigitsBlock = profile.isLive();
    const ProfilePaths paths = store.paths(profileName);
    COUNTERSIGN_TRY_INTO(inForce, directoryOf(profile, paths));
    rules.directory = inForce.directory;
    return rules;
}

int refuse(const Error &error)
{
    const QString detail = error.detail.isEmpty() ? QString() : u" (%1)"_s.arg(error.detail);
    std::fputs((errorSentence(error) + detail + u'\n').toLocal8Bit().constData(), stderr);
    return notReadable;
}

} // namespace

bool asksForCheck(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--check") == 0 || std::strncmp(argv[i], "--check=", 8) == 0) return true;
    }
    return false;
}

int checkFile(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"countersign"_s);
    QCommandLineParser parser;
    const QCommandLineOption check(u"check"_s, u"Print what an import of FILE would show, as JSON."_s, u"FILE"_s);
    const QCommandLineOption data(u"data"_s, u"Folder with profiles and stores."_s, u"DIR"_s);
    const QCommandLineOption profile(u"profile"_s, u"Profile whose accounts, limits and BIK directory count."_s,
                                     u"NAME"_s);
    const QCommandLineOption from(u"from"_s, u"Account to pay from, for tables that name none."_s, u"ACCOUNT"_s);
    parser.addOptions({check, data, profile, from});
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty()) {
        std::fputs((parser.errorText() + u'\n' + parser.helpText()).toLocal8Bit().constData(), stderr);
        return notReadable;
    }

    const auto rules = rulesOf(parser.value(data), parser.value(profile));
    if (!rules) return refuse(rules.error());
    ImportChoices choices{.senderAccount = parser.value(from)};
    if (choices.senderAccount.isEmpty() && rules->senderAccounts.size() == 1) {
        choices.senderAccount = rules->senderAccounts.first().text();
    }
    UnwatchedReading unwatched;
    const auto sheet = readImport(parser.value(check), choices, *rules, unwatched);
    if (!sheet) return refuse(sheet.error());

    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly) || !writeImportReport(**sheet, output)) {
        return refuse({ErrorCode::fileUnwritable, output.errorString()});
    }
    return (*sheet)->fileRefused() || (*sheet)->refused().count > 0 ? somethingRefused : allGood;
}

} // namespace countersign::ui
