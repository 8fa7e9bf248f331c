#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>

namespace countersign {

struct KeyHandle;

/// An RSA public key that passed the checks of threat-model.md Y2. Cheap to copy; immutable, usable from any thread.
class PublicKey
{
public:
    /// SubjectPublicKeyInfo ("PUBLIC KEY") or PKCS#1 ("RSA PUBLIC KEY") in PEM.
    /// Errors: notAKeyFile, keyFileDamaged, keyIsPrivate, keyTypeWrong, keyTooShort, keyWeak.
    [[nodiscard]] static Result<PublicKey> fromPem(QByteArrayView pem);
    /// Takes over a key that was checked already; used inside this folder.
    explicit PublicKey(std::shared_ptr<const KeyHandle> checked);

    /// SubjectPublicKeyInfo in PEM: what goes to the bank.
    [[nodiscard]] QByteArray toPem() const;
    /// SHA-256 over the DER of SubjectPublicKeyInfo: "a1:9f:…", 32 pairs of lower-case hexadecimal digits.
    [[nodiscard]] QString fingerprint() const { return m_fingerprint; }
    [[nodiscard]] int bits() const;
    /// True only if `signature` is RSA PKCS#1 v1.5 with SHA-256 over exactly these bytes.
    [[nodiscard]] bool verifies(QByteArrayView body, QByteArrayView signature) const;

    friend bool operator==(const PublicKey &a, const PublicKey &b) { return a.m_fingerprint == b.m_fingerprint; }

private:
    std::shared_ptr<const KeyHandle> m_handle;
    QString m_fingerprint;
};

/// An RSA key pair that passed the checks of threat-model.md Y2, held by the crypto library only and wiped by it when
/// the last copy goes. Immutable, usable from any thread.
class PrivateKey
{
public:
    /// A new pair. 3072 bits take about half a second and up to several: call off the window's thread; no shared state.
    /// Errors: keyTooShort (below 2048), keyWeak (above 16384), signingFailed.
    [[nodiscard]] static Result<PrivateKey> generate(int bits = 3072);
    /// Takes over a key that was checked already; used inside this folder.
    explicit PrivateKey(std::shared_ptr<const KeyHandle> checked);

    [[nodiscard]] PublicKey publicKey() const { return m_publicKey; }
    /// The raw signature, RSA PKCS#1 v1.5 with SHA-256, verified once more before it is handed out.
    /// Errors: signingFailed.
    [[nodiscard]] Result<QByteArray> sign(QByteArrayView body) const;
    /// Used inside this folder.
    [[nodiscard]] const KeyHandle &handle() const { return *m_handle; }

private:
    std::shared_ptr<const KeyHandle> m_handle;
    PublicKey m_publicKey;
};

/// Errors: keyPairMismatch.
[[nodiscard]] Result<> checkPair(const PrivateKey &privateKey, const PublicKey &publicKey);

} // namespace countersign
