#pragma once

#include "bootstrap/threadexecutor.h"
#include "config/profilestore.h"
#include "config/setupdesk.h"

namespace countersign {

/// Setting up over real key files, profiles and the real bank. Key files are opened on a thread of its own.
class FileSetupDesk final : public SetupDesk
{
    Q_OBJECT
public:
    explicit FileSetupDesk(ProfileStore profiles, QObject *parent = nullptr);

    [[nodiscard]] PasswordRating ratePassword(const QString &password) const override;
    QFuture<Result<KeyDetails>> createKey(QString path, QString password) override;
    QFuture<Result<KeyDetails>> inspectKey(QString path, QString password) override;
    QFuture<Result<KeyDetails>> adoptKey(QString path, QString password, QString newPath, QString newPassword) override;
    QFuture<Result<KeyDetails>> inspectBankKey(QString path) override;
    QFuture<Result<>> savePublicKey(QByteArray pem, QString path) override;
    QFuture<Result<QList<ConnectionFinding>>> testConnection(Profile profile, QString password) override;

    [[nodiscard]] QStringList profiles() const override;
    [[nodiscard]] Result<Profile> loadProfile(const QString &name) const override;
    [[nodiscard]] Result<> saveProfile(const Profile &profile) override;
    [[nodiscard]] QString resolvedPath(const QString &profileName, const QString &fileName) const override;

private:
    ProfileStore m_profiles;
    ThreadExecutor m_keyThread;
};

} // namespace countersign
