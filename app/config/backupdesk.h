#pragma once

#include "config/profile.h"
#include "core/clock.h"
#include "core/error.h"

#include <QFuture>
#include <QObject>

namespace countersign {

/// What a backup says about itself.
struct BackupContents
{
    Instant made{};
    QString program; ///< the version that wrote it
    QString profile;
    Environment environment = Environment::practice;
    QString projectId;
    int storeVersion = 0;
    qint64 payouts = 0;
    qint64 auditEntries = 0;
    QByteArray auditHead;             ///< hash of the newest entry of the record
    std::optional<Instant> lastEntry; ///< when the newest entry was made
    qint64 journalEntries = 0;
    bool handedOver = false; ///< sending was frozen on the computer that wrote it
    QStringList missing;     ///< files that the settings name and that could not be read

    friend bool operator==(const BackupContents &, const BackupContents &) = default;
};

struct BackupMade
{
    QString path;
    qint64 bytes = 0;
    QByteArray sha256; ///< of the whole file, 64 hexadecimal digits
    BackupContents contents;
};

/// How the backups of the open profile stand.
struct BackupStanding
{
    std::optional<Instant> lastMade; ///< by hand or by the rhythm
    QString lastPath;
    std::optional<Error> problem; ///< the last one that was due could not be made
    std::optional<Instant> problemSince;
    std::optional<Instant> next; ///< without a value: only by hand
};

/// Backups of the open profile, made while it is used. Lives on the window's thread; the work is done elsewhere.
class BackupDesk : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// The file is there whole and checked, or as it was before. Progress is the future's (0 to 1000), cancel() stops
    /// it soon; then there is no result. `handedOver` only goes into the contents: freeze first. fileUnwritable,
    /// storeDamaged and the errors of a full disk.
    virtual QFuture<Result<BackupMade>> write(QString path, bool handedOver) = 0;
    [[nodiscard]] virtual BackupStanding standing() const = 0;
    /// "countersign-main-2026-11-23-1800.zip"
    [[nodiscard]] virtual QString proposedName() const = 0;

Q_SIGNALS:
    void standingChanged();
};

/// What was put where when a backup came back.
struct Restored
{
    QString profile;
    QString setAside; ///< the folder with the store that was there before; empty: there was none
};

/// Brings profiles back from backups; none of them may be open. Lives on the window's thread; the work is done
/// elsewhere.
class RestoreDesk
{
public:
    virtual ~RestoreDesk() = default;
    /// Reads all of it and compares every part with what was written; progress as above. fileUnreadable, backupDamaged,
    /// fileNotUnderstood, storeNewer. With the name of a profile: backupForeign when it is of another one; without:
    /// profileTaken, backupForeign ("practice").
    virtual QFuture<Result<BackupContents>> examine(QString path, QString profile) = 0;
    /// The store comes back frozen; the one that was there is set aside; the send journal and the settings of this
    /// computer stay. Besides the errors of `examine`: storeLocked, storeDamaged, fileUnwritable. After an error
    /// everything is as before.
    virtual QFuture<Result<Restored>> restore(QString path, QString profile) = 0;
    /// The whole profile, on a computer that does not have it; frozen.
    virtual QFuture<Result<Restored>> bring(QString path) = 0;
};

} // namespace countersign
