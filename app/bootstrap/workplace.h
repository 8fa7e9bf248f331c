#pragma once

#include "bootstrap/threadexecutor.h"
#include "config/profilestore.h"
#include "config/setupdesk.h"
#include "directory/ed807reader.h"
#include "payouts/enginedesk.h"
#include "signing/bankverifier.h"
#include "signing/signers.h"
#include "storage/sqlitereader.h"

#include <QFuture>

#include <memory>

namespace countersign {

class EngineRoom;

/// An opened profile: everything that runs behind its window, built in one place. Read `open` from top to bottom as
/// "who needs what". Made, used and destroyed on the window's thread; its threads end with it.
class Workplace
{
public:
    /// Opens store, journal, directory and the bank's keys. storeLocked and the other store errors, key errors with the
    /// file's path, settingsInvalid. The private key stays locked. Returns before the engine has checked its records:
    /// reading works at once, commands wait for it. `clock` and `ids` outlive the workplace.
    [[nodiscard]] static Result<std::unique_ptr<Workplace>> open(const Profile &profile, const ProfilePaths &paths,
                                                                 const Clock &clock, Ids &ids);
    ~Workplace();
    Workplace(const Workplace &) = delete;

    [[nodiscard]] PayoutDesk &desk() { return *m_desk; }
    [[nodiscard]] KeyLock &keyLock() { return *m_keyLock; }
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    [[nodiscard]] const BankDirectory *directory() const { return m_directory.get(); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    Workplace(const Profile &profile, const Clock &clock);

    Profile m_profile;
    const Clock &m_clock;
    std::shared_ptr<const Ed807Directory> m_directory;
    LockableSigner m_signer;
    std::optional<BankVerifier> m_bankKeys;
    std::unique_ptr<SqliteReader> m_reader;
    std::unique_ptr<EngineDesk> m_desk;
    std::unique_ptr<KeyLock> m_keyLock;
    std::unique_ptr<EngineRoom> m_engineRoom; ///< made, used and ended in the engine's thread
    std::unique_ptr<ThreadExecutor> m_readerThread;
    std::unique_ptr<ThreadExecutor> m_keyThread;
    std::unique_ptr<ThreadExecutor> m_engineThread;
};

/// What the use cases need to know of a profile.
[[nodiscard]] Result<EngineSettings> engineSettings(const Profile &profile);

} // namespace countersign
