#include "ui/start/checkfile.h"

#include "bootstrap/filedirectorydesk.h"
#include "bootstrap/fileimportdesk.h"
#include "core/try.h"
#include "ui/models/errorwords.h"
#include "ui/models/importreport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <cstdio>
#include <cstring>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

enum ExitCode { allGood = 0, somethingRefused = 1, notReadable = 2 };

/// What of a profile an import looks at.
struct CheckedProfile
{
    ImportRules rules;
    QString storeFile;    ///< empty: nothing was paid or imported yet
    QString mappingsFile; ///< may not be there
};

/// Without a profile nothing is known of own accounts, limits, banks and what was paid.
Result<CheckedProfile> profileOf(const QString &dataFolder, const QString &profileName)
{
    CheckedProfile checked;
    ImportRules &rules = checked.rules;
    rules.today = QDateTime::currentDateTime().toTimeZone(QTimeZone(QByteArrayLiteral("Europe/Moscow"))).date();
    if (profileName.isEmpty()) return checked;
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
    if (QFileInfo::exists(paths.storeFile)) checked.storeFile = paths.storeFile;
    checked.mappingsFile = paths.columnsFile;
    return checked;
}

struct CheckedFile
{
    std::shared_ptr<const ImportSheet> sheet;
    QList<StandingKind> standings; ///< of its rows; empty: nothing is known of who was paid
};

/// By the desk that the window asks, so that both say the same. It has nothing to make drafts with.
Result<CheckedFile> checkedBy(const CheckedProfile &profile, const QString &path, const ImportChoices &choices)
{
    FileImportDesk desk({.senderAccounts = profile.rules.senderAccounts,
                         .rules = [rules = profile.rules] { return rules; },
                         .importDrafts = {},
                         .storeFile = profile.storeFile,
                         .mappingsFile = profile.mappingsFile});
    COUNTERSIGN_TRY_INTO(sheet, desk.read(path, choices).result());
    if (profile.storeFile.isEmpty()) return CheckedFile{sheet, {}};
    COUNTERSIGN_TRY_INTO(standings, desk.standings(sheet, 0, sheet->rowCount()).result());
    return CheckedFile{sheet, standings};
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
    const QCommandLineOption profile(
        u"profile"_s, u"Profile whose accounts, limits, BIK directory, columns and earlier payouts count."_s,
        u"NAME"_s);
    const QCommandLineOption from(u"from"_s, u"Account to pay from, for tables that name none."_s, u"ACCOUNT"_s);
    parser.addOptions({check, data, profile, from});
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty()) {
        std::fputs((parser.errorText() + u'\n' + parser.helpText()).toLocal8Bit().constData(), stderr);
        return notReadable;
    }

    const auto checkedProfile = profileOf(parser.value(data), parser.value(profile));
    if (!checkedProfile) return refuse(checkedProfile.error());
    ImportChoices choices{.senderAccount = parser.value(from)};
    const QList<AccountNumber> &accounts = checkedProfile->rules.senderAccounts;
    if (choices.senderAccount.isEmpty() && !accounts.isEmpty()) choices.senderAccount = accounts.first().text();
    const auto file = checkedBy(*checkedProfile, parser.value(check), choices);
    if (!file) return refuse(file.error());

    QFile output;
    if (!output.open(stdout, QIODevice::WriteOnly) || !writeImportReport(*file->sheet, file->standings, output)) {
        return refuse({ErrorCode::fileUnwritable, output.errorString()});
    }
    return file->sheet->fileRefused() || file->sheet->refused().count > 0 ? somethingRefused : allGood;
}

} // namespace countersign::ui
