#pragma once

#include "bootstrap/threadexecutor.h"
#include "config/profilestore.h"
#include "core/clock.h"
#include "core/ids.h"

#include <QObject>
#include <QProcess>

namespace countersign {

/// A practice bank of one's own: starts `countersign-demo-bank` beside this program for as long as this lives, and
/// makes the profile "practice" for it. Key, ledger, settings and payouts stay from one start to the next. Nobody is
/// asked for the key's password: it lies beside the key, readable by its owner, since a key that only the practice bank
/// knows has nothing to protect. Window's thread.
class PracticeRun final : public QObject
{
    Q_OBJECT
public:
    /// `clock` and `ids` outlive the run. `program`: the practice bank's.
    PracticeRun(ProfileStore profiles, const Clock &clock, Ids &ids, QString program = bankProgram(),
                QObject *parent = nullptr);
    /// Ends the bank.
    ~PracticeRun() override;

    /// Ends in `ready` or `failed`; notAllowed: the profile "practice" is one for the test stand or for real money,
    /// which stays as it is. Options of the bank (speed) may be given.
    void start(const QStringList &bankOptions = {});

    [[nodiscard]] static QString profileName() { return QStringLiteral("practice"); }
    /// Whether this profile is one of these, to be opened by start() instead of by a password.
    [[nodiscard]] static bool isOurs(const ProfileStore &profiles, const QString &name);
    /// A profile of that name is for the test stand or for real money: it is neither opened as practice nor written
    /// over.
    [[nodiscard]] static bool isNameTaken(const ProfileStore &profiles);
    [[nodiscard]] const Profile &profile() const { return m_profile; }
    /// The key's password; gone after it was taken.
    [[nodiscard]] QString takePassword();
    [[nodiscard]] QString bankFolder() const;
    /// The program of the practice bank, beside our own.
    [[nodiscard]] static QString bankProgram();

Q_SIGNALS:
    void ready();
    void failed(const countersign::Error &error);

private:
    /// Of the key that an earlier start made; empty: there is none that could be used.
    [[nodiscard]] QString keptPassword() const;
    [[nodiscard]] QString keyFile() const;
    void makeKey();
    void keyMade(const Result<QString> &made);
    [[nodiscard]] Result<QString> unpackAll(const QString &profileFolder) const;
    void startBank();
    void readAnnouncement();
    [[nodiscard]] Result<> saveProfile(const QByteArray &announcement);

    ProfileStore m_profiles;
    const Clock &m_clock;
    QString m_program;
    Profile m_profile;
    QString m_password;
    QString m_newPassword; ///< for a key that is made now
    QStringList m_bankOptions;
    QProcess m_bank;
    QByteArray m_announcement;
    bool m_announced = false;
    ThreadExecutor m_keyThread;
};

} // namespace countersign
