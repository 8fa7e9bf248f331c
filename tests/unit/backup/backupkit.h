#pragma once

#include "backup/backupfile.h"
#include "backup/backupwriter.h"
#include "backup/restoring.h"
#include "storage/filesendjournal.h"
#include "storage/storecopy.h"
#include "unit/storage/storefixture.h"

namespace countersign::test {

/// A profile on a computer of its own: settings, key, bank's key elsewhere, directory, store and journal.
struct BackedProfile
{
    QTemporaryDir folder;
    StillClock clock;
    ProfileStore profiles{folder.filePath(QStringLiteral("data"))};
    Profile profile;
    std::unique_ptr<SqliteStore> store;
    UnwatchedReading unwatched;

    explicit BackedProfile(Environment environment = Environment::demo);

    [[nodiscard]] ProfilePaths paths() const { return profiles.paths(profile.name); }
    [[nodiscard]] QString backupPath() const { return folder.filePath(QStringLiteral("out/backup.zip")); }
    void open();
    void close() { store.reset(); }
    void addPayout(const QString &id, PayoutState state);
    /// As the sender writes it before it transmits.
    void addToJournal(const QString &intent, CallKind kind = CallKind::start);
    [[nodiscard]] QStringList journalIntents() const;
    [[nodiscard]] Result<BackupMade> writeBackup(WriteFault *fault = nullptr);
    /// Of a closed store.
    [[nodiscard]] StoreFacts facts() const { return inspectStore(paths().storeFile).value_or(StoreFacts{}); }
    [[nodiscard]] PayoutState stateOf(const QString &id);
    [[nodiscard]] FreezeRecord freeze();
};

[[nodiscard]] QByteArray contentOf(const QString &path);
void writeFile(const QString &path, const QByteArray &bytes);
/// Everything below a folder but locks, with "/" between the names.
[[nodiscard]] QStringList filesBelow(const QString &folder);

/// Runs `work` in a process of its own that is killed when it gets to that step; whether it got there.
[[nodiscard]] bool killedAt(QLatin1String step, const std::function<void(WriteFault &)> &work);

} // namespace countersign::test
