#pragma once

#include "ports/signing.h"
#include "signing/keys.h"
#include "signing/secretbytes.h"

#include <functional>
#include <memory>
#include <mutex>

namespace countersign {

/// Signs with a private key that is open. Holds the key inside the crypto library only; no password, no file bytes.
class UnlockedSigner final : public Signer
{
public:
    explicit UnlockedSigner(PrivateKey key) : m_key(std::move(key)) {}
    /// Opens an encrypted key file; blocks about half a second. Errors: as openPrivateKey, and keyNotEncrypted: a key
    /// in the clear is never signed with.
    [[nodiscard]] static Result<std::unique_ptr<UnlockedSigner>> open(const QString &path, const SecretBytes &password);

    [[nodiscard]] Result<QByteArray> sign(QByteArrayView body) const override;
    [[nodiscard]] bool isOwn(QByteArrayView body, QByteArrayView signature) const override;
    [[nodiscard]] QString fingerprint() const override { return m_key.publicKey().fingerprint(); }
    [[nodiscard]] int bits() const override { return m_key.publicKey().bits(); }

private:
    PrivateKey m_key;
};

/// Whether an opened key may be signed with.
using KeyAcceptance = std::function<Result<>(const UnlockedSigner &)>;

/// The key is the one whose public part was shown and sent to the bank (an empty `expected` lets any be it), and it is
/// none of those that the bank is said to sign with. keyPairMismatch, bankKeyIsOurs.
[[nodiscard]] Result<> checkOwnKey(const Signer &own, const QString &expected, const QStringList &bankFingerprints);

/// The signer of a run: locked until the key's password was entered, and again after lock(). Thread-safe.
class LockableSigner final : public Signer
{
public:
    /// Opens the key file, then replaces the key in use; a failure leaves everything as it was. Blocks about half a
    /// second, during which others can still sign or lock. The password is wiped on return. Errors: as
    /// UnlockedSigner::open, and what `accepts` says of the opened key.
    [[nodiscard]] Result<> unlock(const QString &path, SecretBytes password, const KeyAcceptance &accepts = {});
    /// From here on sign() answers signerLocked. The key is wiped when the last signature under way is done.
    void lock();
    [[nodiscard]] bool isLocked() const { return current() == nullptr; }

    [[nodiscard]] Result<QByteArray> sign(QByteArrayView body) const override;
    [[nodiscard]] bool isOwn(QByteArrayView body, QByteArrayView signature) const override;
    [[nodiscard]] QString fingerprint() const override;
    [[nodiscard]] int bits() const override;

private:
    [[nodiscard]] std::shared_ptr<const UnlockedSigner> current() const;

    mutable std::mutex m_mutex;
    std::shared_ptr<const UnlockedSigner> m_unlocked;
};

} // namespace countersign
