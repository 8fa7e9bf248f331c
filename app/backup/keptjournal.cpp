#include "backup/keptjournal.h"

#include "core/try.h"
#include "storage/filesendjournal.h"

#include <QDir>
#include <QSet>

namespace countersign {

namespace {

QString transmissionOf(const JournalEntry &entry)
{
    return QStringLiteral("%1 %2").arg(entry.intent.text).arg(entry.sendNumber);
}

/// What goes on in the new journal; moves the damaged one away.
Result<QList<JournalEntry>> rescue(const QString &journalFolder, const QString &asideFolder)
{
    const QList<JournalEntry> readable = FileSendJournal::readableEntries(journalFolder);
    const bool moved = QDir().mkpath(asideFolder) &&
                       QFile::rename(FileSendJournal::fileIn(journalFolder), FileSendJournal::fileIn(asideFolder));
    if (!moved) return fail(ErrorCode::fileUnwritable, asideFolder);
    return readable;
}

} // namespace

Result<> keepJournal(const QString &journalFolder, const QString &backupFolder, const QString &asideFolder)
{
    COUNTERSIGN_TRY_INTO(fromBackup, FileSendJournal(backupFolder).entries());
    FileSendJournal here(journalFolder);
    auto known = here.entries();
    QList<JournalEntry> wanted;
    if (!known && known.error().code == ErrorCode::storeDamaged) {
        COUNTERSIGN_TRY_INTO(rescued, rescue(journalFolder, asideFolder));
        wanted = rescued;
        known = QList<JournalEntry>();
    }
    if (!known) return std::unexpected(known.error());
    QSet<QString> there;
    for (const JournalEntry &entry : *known + wanted)
        there.insert(transmissionOf(entry));
    for (const JournalEntry &entry : fromBackup) {
        if (!there.contains(transmissionOf(entry))) wanted.append(entry);
    }
    return wanted.isEmpty() ? Result<>() : here.append(wanted);
}

} // namespace countersign
