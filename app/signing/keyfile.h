#pragma once

#include "signing/keyprotection.h"
#include "signing/keys.h"
#include "signing/secretbytes.h"

#include <QString>

namespace countersign {

// Key files (threat-model.md section 6 and Y2). Everything here may be called from any thread and blocks: opening or
// saving an encrypted private key takes about half a second and 128 MiB, creating one up to several seconds more.

struct OpenedKey
{
    PrivateKey key;
    KeyProtection protection = KeyProtection::none;
};

/// Whether saving may replace a file of that name. A key that was overwritten is gone.
enum class ExistingFile { keep, replace };

/// Reads a private key: PKCS#8 or PKCS#1 in PEM, encrypted or not. An unencrypted one opens with protection `none`, so
/// that the caller can write it anew with a password; it must not be used otherwise. Empty password: none given.
/// Errors: keyFileUnreadable, notAKeyFile, keyFileDamaged, keyIsPublic, keyTypeWrong, keyTooShort, keyWeak,
/// keyPasswordNeeded, keyPasswordWrong.
[[nodiscard]] Result<OpenedKey> openPrivateKey(const QString &path, const SecretBytes &password);

/// Writes PKCS#8 in PEM (PBES2, AES-256-CBC, scrypt N=2^17 r=8 p=1), whole or not at all, readable by its owner only.
/// Errors: passwordTooWeak; fileUnwritable (also when the file is there and may not be replaced); signingFailed.
[[nodiscard]] Result<> savePrivateKey(const QString &path, const PrivateKey &key, const SecretBytes &password,
                                      ExistingFile existing = ExistingFile::keep);

/// A new RSA pair, saved before it is returned. Errors: as PrivateKey::generate and savePrivateKey.
[[nodiscard]] Result<PrivateKey> createPrivateKey(const QString &path, const SecretBytes &password, int bits = 3072);

/// Reads the bank's public key, or our own. Errors: keyFileUnreadable and those of PublicKey::fromPem.
[[nodiscard]] Result<PublicKey> openPublicKey(const QString &path);

/// Writes SubjectPublicKeyInfo in PEM, replacing what was there. Errors: fileUnwritable.
[[nodiscard]] Result<> savePublicKey(const QString &path, const PublicKey &key);

} // namespace countersign
