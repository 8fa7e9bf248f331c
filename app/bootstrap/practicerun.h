#pragma once

#include "bootstrap/threadexecutor.h"
#include "config/profilestore.h"
#include "core/ids.h"

#include <QObject>
#include <QProcess>

namespace countersign {

/// A practice bank of one's own for this run: starts `countersign-demo-bank` beside this program and makes the profile
/// "practice" for it. The signing key is made anew for each run and its password exists in memory only, so the practice
/// profile needs no password of the person's; the bank's ledger and the payouts stay. Window's thread.
class PracticeRun final : public QObject
{
    Q_OBJECT
public:
    /// `ids` outlives the run.
    PracticeRun(ProfileStore profiles, Ids &ids, QObject *parent = nullptr);
    /// Ends the bank.
    ~PracticeRun() override;

    /// Ends in `ready` or `failed`. Options of the bank (speed) may be given.
    void start(const QStringList &bankOptions = {});

    [[nodiscard]] static QString profileName() { return QStringLiteral("practice"); }
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
    void keyMade(const Result<> &made);
    void startBank();
    void readAnnouncement();
    [[nodiscard]] Result<> saveProfile(const QByteArray &announcement);

    ProfileStore m_profiles;
    Profile m_profile;
    QString m_password;
    QStringList m_bankOptions;
    QProcess m_bank;
    QByteArray m_announcement;
    bool m_announced = false;
    ThreadExecutor m_keyThread;
};

} // namespace countersign
