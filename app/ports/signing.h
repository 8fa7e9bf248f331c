#pragma once

#include "core/error.h"

#include <QByteArray>

#include <functional>

namespace countersign {

/// Signs request bodies for the bank: RSA PKCS#1 v1.5 with SHA-256 over exactly the given bytes (bank131-api.md 3).
/// Thread-safe.
class Signer {
public:
    virtual ~Signer() = default;
    /// Standard Base64 with padding on one line, ready for X-PARTNER-SIGN. signerLocked, signingFailed.
    [[nodiscard]] virtual Result<QByteArray> sign(QByteArrayView body) const = 0;
    /// Whether `signature`, as sign() gives it, is this key's over exactly these bytes. False while locked.
    [[nodiscard]] virtual bool isOwn(QByteArrayView body, QByteArrayView signature) const = 0;
    /// SHA-256 of the public key's SubjectPublicKeyInfo, "a1:9f:…"; empty while locked.
    [[nodiscard]] virtual QString fingerprint() const = 0;
    /// Key length; 0 while locked.
    [[nodiscard]] virtual int bits() const = 0;
};

/// Signs without keeping the engine's thread waiting; several at a time.
class SigningDesk {
public:
    using Done = std::function<void(Result<QByteArray>)>;
    virtual ~SigningDesk() = default;
    /// `done` exactly once, on the engine's thread, sooner or later; never after destruction. Errors as Signer::sign.
    virtual void sign(const QByteArray &body, Done done) = 0;
};

/// Checks the bank's signature on webhooks against every enrolled key. Thread-safe.
class SignatureVerifier {
public:
    virtual ~SignatureVerifier() = default;
    /// The fingerprint of the key that fits. signatureInvalid for everything else, bad Base64 included.
    [[nodiscard]] virtual Result<QString> verify(QByteArrayView body, QByteArrayView base64) const = 0;
};

} // namespace countersign
