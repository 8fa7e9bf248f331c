#pragma once

#include "bank131/bank131protocol.h"
#include "bootstrap/filebackupdesk.h"
#include "bootstrap/filedirectorydesk.h"
#include "bootstrap/fileexportdesk.h"
#include "bootstrap/fileimportdesk.h"
#include "bootstrap/threadexecutor.h"
#include "config/profilestore.h"
#include "config/setupdesk.h"
#include "payouts/enginedesk.h"
#include "signing/bankverifier.h"
#include "signing/signers.h"
#include "storage/sqlitereader.h"
#include "storage/sqlitestore.h"

#include <QFuture>

#include <atomic>
#include <memory>

namespace countersign {

class EngineRoom;

/// An opened profile: everything that runs behind its window, built in one place. Read `open` from top to bottom as
/// "who needs what". Made, used and destroyed on the window's thread; its threads end with it.
class Workplace
{
public:
    /// Reads settings and the bank's keys, begins to open the store and returns: key errors with the file's path,
    /// bankKeyNotCompared on a live profile, settingsInvalid. The private key stays locked. Lists can be read once the
    /// store is open; commands wait until the directory is loaded and the store's file, journal and audit chain are
    /// checked. `clock` and `ids` outlive the workplace.
    [[nodiscard]] static Result<std::unique_ptr<Workplace>> open(const Profile &profile, const ProfilePaths &paths,
                                                                 const Clock &clock, Ids &ids);
    /// The store is ours and its lists can be read; storeLocked and the other errors of SqliteStore::openUnchecked.
    [[nodiscard]] QFuture<Result<>> storeOpened() const { return m_storeOpened; }
    /// The file was found whole, and the engine runs; the errors of loadEd807, storeDamaged, or storeUnavailable when
    /// it was not opened at all.
    [[nodiscard]] QFuture<Result<>> engineStarted() const { return m_engineStarted; }
    /// Waits for a check that still runs; the engine is then not started any more, and commands that waited for it are
    /// answered with storeUnavailable.
    ~Workplace();
    Workplace(const Workplace &) = delete;

    [[nodiscard]] PayoutDesk &desk() { return *m_desk; }
    [[nodiscard]] ImportDesk &imports() { return *m_imports; }
    [[nodiscard]] ExportDesk &exports() { return *m_exports; }
    [[nodiscard]] FileBackupDesk &backups() { return *m_backups; }
    [[nodiscard]] DirectoryDesk &directory() { return *m_directoryDesk; }
    [[nodiscard]] RecipientBook &book() { return m_desk->book(); }
    [[nodiscard]] TemplateBook &templates() { return m_desk->templates(); }
    [[nodiscard]] KeyLock &keyLock() { return *m_keyLock; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    Workplace(const Profile &profile, const Clock &clock);
    [[nodiscard]] FileImportDesk::Needs importNeeds(const EngineSettings &settings, const ProfilePaths &paths);
    [[nodiscard]] FileExportDesk::Needs exportNeeds(const ProfilePaths &paths);
    [[nodiscard]] FileDirectoryDesk::Needs directoryNeeds(const ProfilePaths &paths);
    void useDirectory(const KeptDirectory &kept);
    void openStore(const ProfilePaths &paths);
    void startEngine(std::function<Result<KeptDirectory>()> loadDirectory,
                     std::function<std::unique_ptr<EngineRoom>()> makeRoom);

    Profile m_profile;
    const Clock &m_clock;
    std::shared_ptr<const Ed807Directory> m_directory; ///< engine's thread only; what it points to is shared
    /// Those before it in this run: somebody may still be looking. Engine's thread only.
    QList<std::shared_ptr<const Ed807Directory>> m_earlierDirectories;
    Bank131Protocol m_protocol;
    LockableSigner m_signer;
    std::optional<BankVerifier> m_bankKeys;
    std::unique_ptr<SqliteReader> m_reader;
    std::unique_ptr<EngineDesk> m_desk;
    std::unique_ptr<FileImportDesk> m_imports;
    std::unique_ptr<FileExportDesk> m_exports;
    std::unique_ptr<FileBackupDesk> m_backups;
    std::unique_ptr<FileDirectoryDesk> m_directoryDesk;
    std::unique_ptr<KeyLock> m_keyLock;
    std::atomic<bool> m_leaving = false;
    std::unique_ptr<SqliteStore> m_store;     ///< engine's thread only; on its way into the engine's room
    std::unique_ptr<EngineRoom> m_engineRoom; ///< made, used and ended in the engine's thread
    QFuture<Result<>> m_storeOpened;
    QFuture<Result<>> m_engineStarted;
    std::unique_ptr<ThreadExecutor> m_readerThread;
    std::unique_ptr<ThreadExecutor> m_keyThread;
    std::unique_ptr<ThreadExecutor> m_engineThread;
};

/// What the use cases need to know of a profile.
[[nodiscard]] Result<EngineSettings> engineSettings(const Profile &profile);

} // namespace countersign
