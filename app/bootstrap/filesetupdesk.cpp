#include "bootstrap/filesetupdesk.h"

#include "bank131/connectiontester.h"
#include "bootstrap/transportsettings.h"
#include "core/try.h"
#include "ports/runon.h"
#include "signing/keyfile.h"
#include "signing/passwordstrength.h"
#include "signing/signers.h"

namespace countersign {

namespace {

KeyDetails detailsOf(const PublicKey &key, bool encrypted)
{
    return {key.fingerprint(), key.bits(), key.toPem(), encrypted};
}

std::shared_ptr<SecretBytes> secretOf(QString &password)
{
    auto secret = std::make_shared<SecretBytes>(SecretBytes::fromText(password));
    password.fill(QChar(0));
    return secret;
}

QList<ConnectionFinding> findingsOf(const QList<StepResult> &steps)
{
    QList<ConnectionFinding> findings;
    for (const StepResult &step : steps) {
        // Both lists are the five steps and outcomes of ports/connectiontest.h in the same order.
        findings.append({static_cast<ConnectionFinding::Step>(step.step),
                         static_cast<ConnectionFinding::Outcome>(step.outcome), step.detail});
    }
    return findings;
}

/// Of those that can be read; what is wrong with the others shows where they are listed.
QStringList bankFingerprints(const Profile &profile, const ProfilePaths &paths)
{
    QStringList fingerprints;
    for (const QString &file : profile.bankPublicKeyFiles) {
        if (const auto key = openPublicKey(paths.resolved(file))) fingerprints.append(key->fingerprint());
    }
    return fingerprints;
}

/// One test's signer and tester, alive until the test has ended.
struct TestRun
{
    std::unique_ptr<UnlockedSigner> signer;
    std::unique_ptr<ConnectionTester> tester;
};

} // namespace

FileSetupDesk::FileSetupDesk(ProfileStore profiles, QObject *parent)
    : SetupDesk(parent), m_profiles(std::move(profiles)), m_keyThread(QStringLiteral("keys"))
{
}

PasswordRating FileSetupDesk::ratePassword(const QString &password) const
{
    switch (passwordStrength(SecretBytes::fromText(password))) {
    case PasswordStrength::tooShort:
        return PasswordRating::tooShort;
    case PasswordStrength::weak:
        return PasswordRating::weak;
    case PasswordStrength::acceptable:
        return PasswordRating::acceptable;
    case PasswordStrength::strong:
        return PasswordRating::strong;
    }
    return PasswordRating::tooShort;
}

QFuture<Result<KeyDetails>> FileSetupDesk::createKey(QString path, QString password)
{
    return runOn<KeyDetails>(m_keyThread, [path, secret = secretOf(password)]() -> Result<KeyDetails> {
        COUNTERSIGN_TRY_INTO(key, createPrivateKey(path, *secret));
        return detailsOf(key.publicKey(), true);
    });
}

QFuture<Result<KeyDetails>> FileSetupDesk::inspectKey(QString path, QString password)
{
    return runOn<KeyDetails>(m_keyThread, [path, secret = secretOf(password)]() -> Result<KeyDetails> {
        COUNTERSIGN_TRY_INTO(opened, openPrivateKey(path, *secret));
        return detailsOf(opened.key.publicKey(), opened.protection != KeyProtection::none);
    });
}

QFuture<Result<KeyDetails>> FileSetupDesk::adoptKey(QString path, QString password, QString newPath,
                                                    QString newPassword)
{
    return runOn<KeyDetails>(
        m_keyThread,
        [path, secret = secretOf(password), newPath, newSecret = secretOf(newPassword)]() -> Result<KeyDetails> {
            COUNTERSIGN_TRY_INTO(opened, openPrivateKey(path, *secret));
            COUNTERSIGN_TRY(savePrivateKey(newPath, opened.key, *newSecret));
            return detailsOf(opened.key.publicKey(), true);
        });
}

QFuture<Result<KeyDetails>> FileSetupDesk::inspectBankKey(QString path)
{
    return runOn<KeyDetails>(m_keyThread, [path]() -> Result<KeyDetails> {
        COUNTERSIGN_TRY_INTO(key, openPublicKey(path));
        return detailsOf(key, true);
    });
}

QFuture<Result<>> FileSetupDesk::savePublicKey(QByteArray pem, QString path)
{
    return runOn<void>(m_keyThread, [pem, path]() -> Result<> {
        COUNTERSIGN_TRY_INTO(key, PublicKey::fromPem(pem));
        return countersign::savePublicKey(path, key);
    });
}

QFuture<Result<QList<ConnectionFinding>>> FileSetupDesk::testConnection(Profile profile, QString password)
{
    using Findings = QList<ConnectionFinding>;
    auto promise = std::make_shared<QPromise<Result<Findings>>>();
    auto future = promise->future();
    promise->start();
    const ProfilePaths paths = m_profiles.paths(profile.name);
    m_keyThread.post([promise, profile, paths, secret = secretOf(password)] {
        const auto give = [promise](Result<Findings> result) {
            promise->addResult(std::move(result));
            promise->finish();
        };
        auto options = transportSettings(profile, paths);
        if (!options) return give(std::unexpected(options.error()));
        auto signer = UnlockedSigner::open(paths.resolved(profile.keyFile), *secret);
        if (!signer) return give(std::unexpected(signer.error()));
        if (const auto own = checkOwnKey(**signer, profile.keyFingerprint, bankFingerprints(profile, paths)); !own)
            return give(std::unexpected(own.error()));
        auto run = std::make_shared<TestRun>();
        run->signer = *std::move(signer);
        run->tester = std::make_unique<ConnectionTester>(*options, *run->signer);
        run->tester->run([run, give](const QList<StepResult> &steps) {
            give(findingsOf(steps));
            // The tester is on the stack above us: it goes when it has returned.
            run->tester.release()->deleteLater();
        });
    });
    return future;
}

QStringList FileSetupDesk::profiles() const
{
    return m_profiles.list();
}

Result<Profile> FileSetupDesk::loadProfile(const QString &name) const
{
    return m_profiles.load(name);
}

Result<> FileSetupDesk::saveProfile(const Profile &profile)
{
    return m_profiles.save(profile);
}

QString FileSetupDesk::resolvedPath(const QString &profileName, const QString &fileName) const
{
    return m_profiles.paths(profileName).resolved(fileName);
}

} // namespace countersign
