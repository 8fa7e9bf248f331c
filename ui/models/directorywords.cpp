#include "ui/models/directorywords.h"

#include "domain/workingdays.h"
#include "ui/models/datewords.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::DirectoryWords)
};

using Kind = DirectoryDifference::Kind;

QString accountsWords(const BankEntry &entry)
{
    QStringList grouped;
    for (const QString &account : entry.correspondentAccounts)
        grouped += groupedDigits(account);
    return grouped.isEmpty() ? Words::tr("none") : grouped.join(u", "_s);
}

QString standingWords(const BankEntry &entry)
{
    const QString limits = bankLimitWords(entry);
    return limits.isEmpty() ? Words::tr("takes payouts") : limits;
}

QString networkProblem(const QString &word)
{
    if (word == u"nameLookup")
        return Words::tr("The Bank of Russia's site was not found. Check the connection to the internet.");
    if (word == u"tls")
        return Words::tr("The site's certificate could not be trusted, so nothing was read. Ask your administrator, or "
                         "read the directory from a file.");
    if (word == u"timeout") return Words::tr("The site did not answer in time. Try again later.");
    if (word == u"connectionLost")
        return Words::tr("The connection broke off before the whole file was here. Try again.");
    if (word == u"redirect")
        return Words::tr(
            "The site sent us to another address, which was not followed. Read the directory from a file.");
    if (word == u"status") return Words::tr("The site refused to give out the file. Try again later.");
    return Words::tr("The Bank of Russia's site could not be reached. Check the connection and try again.");
}

} // namespace

QString directoryDayWords(QDate day, QDate today)
{
    if (!day.isValid()) return Words::tr("There is no BIK directory here.");
    if (!today.isValid() || workingDaysBetween(day, today) <= freshForWorkingDays)
        return Words::tr("BIK directory of %1").arg(dayWords(day));
    return Words::tr("BIK directory of %1, older than three business days").arg(dayWords(day));
}

QString bankLimitWords(const BankEntry &bank)
{
    const std::array<std::pair<BankLimit, QString>, 8> all{{
        {BankLimit::licenceWithdrawn, Words::tr("licence withdrawn")},
        {BankLimit::liquidation, Words::tr("in liquidation")},
        {BankLimit::moratorium, Words::tr("moratorium on creditors")},
        {BankLimit::accountClosing, Words::tr("account closing")},
        {BankLimit::accountLimited, Words::tr("account in limited mode")},
        {BankLimit::urgentLimited, Words::tr("urgent transfers limited")},
        {BankLimit::indirectLimited, Words::tr("limits for indirect participants")},
        {BankLimit::branchEnding, Words::tr("branch becomes an internal unit")},
    }};
    QStringList words;
    for (const auto &[limit, word] : all) {
        if (bank.limits.testFlag(limit)) words += word;
    }
    if (!bank.takesPayouts() && !bank.limits.testFlag(BankLimit::licenceWithdrawn))
        words += Words::tr("takes no payouts");
    return words.join(u", "_s);
}

QString shelfProblemWords(ShelfProblem problem)
{
    switch (problem) {
    case ShelfProblem::missing:
        return Words::tr("The directory that was taken last is no longer on this computer. Fetch it again.");
    case ShelfProblem::unreadable:
        return Words::tr("The directory that was taken last can't be read any more. Fetch it again.");
    case ShelfProblem::changed:
        return Words::tr("The file of the directory is not the one that was taken: somebody or something has changed "
                         "it on this computer. It is not used. Fetch the directory again, and find out who did that.");
    }
    return {};
}

QString objectionSentence(DirectoryObjection objection, const OfferedDirectory &offered)
{
    const DirectoryComparison &comparison = offered.comparison;
    const QString day = dayWords(offered.directory->businessDay());
    switch (objection) {
    case DirectoryObjection::older:
        return Words::tr("It is of %1, and the present one is newer: of %2.")
            .arg(day, dayWords(offered.comparedWith->businessDay()));
    case DirectoryObjection::future:
        return Words::tr("It is of %1, further ahead than a genuine directory can be.").arg(day);
    case DirectoryObjection::few:
        return Words::tr("It has %1 entries; a genuine one has more than %2.")
            .arg(offered.directory->size())
            .arg(plausibleEntries);
    case DirectoryObjection::manyChanged:
        return Words::tr("%1 of %2 entries differ from the present one, more than %3 %.")
            .arg(comparison.differences.size())
            .arg(offered.comparedWith->size())
            .arg(mostChangedPercent);
    case DirectoryObjection::accountsChanged:
        return Words::tr("Banks with other correspondent accounts than now: %1. Through these accounts the money goes.")
            .arg(comparison.count(Kind::accounts));
    }
    return {};
}

QString differenceWords(const DirectoryDifference &difference)
{
    switch (difference.kind) {
    case Kind::added:
        return Words::tr("new in the directory");
    case Kind::removed:
        return Words::tr("no longer in the directory");
    case Kind::accounts:
        return Words::tr("correspondent account");
    case Kind::standing:
        return Words::tr("restrictions");
    case Kind::other:
        return Words::tr("name or place");
    }
    return {};
}

QString entryWords(Kind kind, const std::optional<BankEntry> &entry)
{
    if (!entry) return {};
    switch (kind) {
    case Kind::accounts:
    case Kind::added:
    case Kind::removed:
        return accountsWords(*entry);
    case Kind::standing:
        return standingWords(*entry);
    case Kind::other:
        return visibleText(entry->town.isEmpty() ? entry->name : entry->name + u", "_s + entry->town);
    }
    return {};
}

QString directoryProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::networkFailed:
        return networkProblem(error.detail.section(u' ', 0, 0));
    case ErrorCode::fileTooLarge:
    case ErrorCode::outOfRange:
        return Words::tr("The file is much larger than a directory of banks is. It was not read.");
    case ErrorCode::fileNotUnderstood:
        if (error.detail == u"a web page")
            return Words::tr("The site answered with a page for people instead of the directory. Try again later, or "
                             "download the file with your browser and read it from there.");
        return Words::tr("This is no directory of banks, or the file is damaged. It was not read. A directory comes "
                         "from the Bank of Russia as an XML file in the form ED807, or as a ZIP file with it.");
    case ErrorCode::wrongFormat:
    case ErrorCode::missingMember:
        return Words::tr("The file is not a complete directory of banks (ED807). It was not read.");
    case ErrorCode::reasonNeeded:
        return Words::tr("Write a whole sentence: at least %1 characters.").arg(shortestAcceptance);
    case ErrorCode::staleView:
        return Words::tr("Another directory has come into force meanwhile. Fetch or read it again.");
    case ErrorCode::storeUnavailable:
        return Words::tr("Countersign is still starting. Try again in a moment.");
    default:
        return errorSentence(error);
    }
}

} // namespace countersign::ui
