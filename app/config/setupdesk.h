#pragma once

#include "config/profile.h"
#include "core/error.h"

#include <QFuture>
#include <QObject>

namespace countersign {

/// A key, as the assistant shows it. Never holds anything secret.
struct KeyDetails {
    QString fingerprint; ///< SHA-256 of the public key, "a1:9f:…"
    int bits = 0;
    QByteArray publicPem; ///< what is sent to the bank
    bool encrypted = true; ///< false: the file is in the clear and is taken only re-encrypted
};

enum class PasswordRating { tooShort, weak, acceptable, strong };

/// One line of "Test connection", in the order of ports/connectiontest.h.
struct ConnectionFinding {
    enum class Step { nameLookup, connection, tls, project, signature };
    enum class Outcome { works, fails, notNeeded, notTried, unclear };
    Step step = Step::nameLookup;
    Outcome outcome = Outcome::notTried;
    QString detail; ///< technical
};

/// What the setup assistant and the unlock prompt may ask for. Lives on the window's thread; the slow work (a key file
/// costs about half a second) is done elsewhere. Passwords are wiped as soon as they have been used.
class SetupDesk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual PasswordRating ratePassword(const QString &password) const = 0;
    /// RSA-3072, PKCS#8, AES-256, scrypt. Never overwrites a file. passwordTooWeak, fileUnwritable.
    virtual QFuture<Result<KeyDetails>> createKey(QString path, QString password) = 0;
    /// Opens to look: KeyDetails::encrypted tells whether it must be adopted. The key errors of core/error.h.
    virtual QFuture<Result<KeyDetails>> inspectKey(QString path, QString password) = 0;
    /// Writes an encrypted copy of an existing key under `newPath`; the original stays as it is.
    virtual QFuture<Result<KeyDetails>> adoptKey(QString path, QString password, QString newPath,
                                                 QString newPassword) = 0;
    /// The bank's public key: to be compared by a person over a second channel (threat-model.md Y3).
    virtual QFuture<Result<KeyDetails>> inspectBankKey(QString path) = 0;
    virtual QFuture<Result<>> savePublicKey(QByteArray pem, QString path) = 0;
    /// Asks the bank one harmless question with this profile and key. File names as in the profile.
    virtual QFuture<Result<QList<ConnectionFinding>>> testConnection(Profile profile, QString password) = 0;

    // the profiles of the data folder
    [[nodiscard]] virtual QStringList profiles() const = 0;
    [[nodiscard]] virtual Result<Profile> loadProfile(const QString &name) const = 0;
    [[nodiscard]] virtual Result<> saveProfile(const Profile &profile) = 0;
    /// A file name of a profile made absolute (ProfilePaths::resolved).
    [[nodiscard]] virtual QString resolvedPath(const QString &profileName, const QString &fileName) const = 0;
};

/// The running profile's key: asked for once per run.
class KeyLock : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual bool isLocked() const = 0;
    /// keyPasswordWrong, keyFileDamaged and the like: the window says which.
    virtual QFuture<Result<>> unlock(QString password) = 0;
    virtual void lock() = 0;
Q_SIGNALS:
    void changed();
};

} // namespace countersign
