#pragma once

#include "config/backupdesk.h"
#include "config/profilestore.h"

#include <QThreadPool>
#include <QTimer>

#include <atomic>

namespace countersign {

/// Backups on a thread of their own, with a connection of their own, and on time. How they stand is kept in
/// "backups.json" beside the settings. Ends its work when it is destroyed.
class FileBackupDesk final : public BackupDesk
{
    Q_OBJECT
public:
    /// `clock` outlives the desk.
    FileBackupDesk(const Profile &profile, const ProfilePaths &paths, const Clock &clock, QObject *parent = nullptr);
    ~FileBackupDesk() override;

    /// From now on those that are due are made.
    void beginRhythm();

    QFuture<Result<BackupMade>> write(QString path, bool handedOver) override;
    [[nodiscard]] BackupStanding standing() const override;
    [[nodiscard]] QString proposedName() const override;

private:
    void makeIfDue();
    void takeRhythmic(const Result<BackupMade> &made);
    void noteMade(const BackupMade &made);
    void readStanding();
    void keepStanding() const;
    void removeTooMany() const;
    [[nodiscard]] std::optional<Instant> nextDue() const;

    const Profile m_profile;
    const ProfilePaths m_paths;
    const Clock &m_clock;
    BackupStanding m_standing;
    QTimer m_look;
    bool m_making = false; ///< one of the rhythm
    std::atomic<bool> m_leaving = false;
    QThreadPool m_pool; ///< last: its thread uses the rest
};

} // namespace countersign
