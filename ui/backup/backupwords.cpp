#include "ui/backup/backupwords.h"

#include "ui/models/datewords.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/profilewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace countersign::ui {

namespace {

struct BackupWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::BackupWords)
};

} // namespace

QList<std::pair<QString, QString>> backupLines(const BackupContents &contents)
{
    const QLocale locale;
    QList<std::pair<QString, QString>> lines{
        {BackupWords::tr("Made"), inZone(wholeMoment(contents.made))},
        {BackupWords::tr("Profile"),
         BackupWords::tr("%1 (%2)").arg(visibleText(contents.profile), environmentName(contents.environment))},
        {BackupWords::tr("Project at the bank"), visibleText(contents.projectId)},
        {BackupWords::tr("Payouts"), locale.toString(contents.payouts)},
        {BackupWords::tr("Last entry of the record"),
         contents.lastEntry ? inZone(wholeMoment(*contents.lastEntry)) : BackupWords::tr("none")},
        {BackupWords::tr("Requests in the send journal"), locale.toString(contents.journalEntries)},
        {BackupWords::tr("Written by"), BackupWords::tr("Countersign %1").arg(visibleText(contents.program))}};
    if (contents.handedOver) {
        lines.append(
            {BackupWords::tr("Handed over"), BackupWords::tr("yes: sending was frozen on the other computer")});
    }
    if (!contents.missing.isEmpty())
        lines.append({BackupWords::tr("Not in it"), visibleText(contents.missing.join(QStringLiteral(", ")))});
    return lines;
}

QString standingSentence(const BackupStanding &standing, Environment environment, Instant now)
{
    const QString byHand = environment == Environment::practice
                               ? BackupWords::tr("No backups are made by themselves.")
                               : BackupWords::tr("No backups are made by themselves; the settings can change that.");
    const QString last =
        standing.lastMade
            ? BackupWords::tr("The last backup was made at %1.").arg(inZone(exactMoment(*standing.lastMade, now)))
            : BackupWords::tr("No backup has been made yet.");
    const QString next =
        standing.next ? BackupWords::tr("The next one is due at %1.").arg(inZone(exactMoment(*standing.next, now)))
                      : byHand;
    return last + QLatin1Char(' ') + next;
}

QString sizeWords(qint64 bytes)
{
    constexpr qint64 kilo = 1024;
    const QLocale locale;
    if (bytes < kilo * kilo) return BackupWords::tr("%1 kB").arg(locale.toString((bytes + kilo - 1) / kilo));
    const qint64 tenths = bytes * 10 / (kilo * kilo);
    return BackupWords::tr("%1 MB").arg(locale.toString(tenths / 10) + locale.decimalPoint() +
                                        QString::number(tenths % 10));
}

QString backupProblem(const Error &error)
{
    if (error.code == ErrorCode::storeWriteFailed || error.code == ErrorCode::diskFull ||
        error.code == ErrorCode::fileUnwritable) {
        return BackupWords::tr(
            "The file can't be written. Check that the disk is connected, that you may write there and "
            "that there is room for it.");
    }
    return errorSentence(error);
}

} // namespace countersign::ui
