#pragma once

#include "signing/keys.h"
#include "signing/secretbytes.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>

namespace countersign::testkeys {

/// RSA pairs as other programs write them. The ordinary shape is the same pair all through one test program.
struct RsaShape
{
    int bits = 2048;
    unsigned long exponent = 65537;

    friend bool operator==(const RsaShape &, const RsaShape &) = default;
};

[[nodiscard]] QByteArray rsaPkcs8(RsaShape shape = {});
[[nodiscard]] QByteArray rsaPkcs1(RsaShape shape = {});
[[nodiscard]] QByteArray rsaPublic(RsaShape shape = {});
[[nodiscard]] QByteArray rsaPkcs1Public();
/// PKCS#1 with "Proc-Type: 4,ENCRYPTED" and AES-256.
[[nodiscard]] QByteArray rsaPkcs1Encrypted(const QByteArray &password);
/// PKCS#8 with PBES2, PBKDF2 and AES-256, as `openssl pkcs8 -topk8` writes it.
[[nodiscard]] QByteArray rsaPkcs8Encrypted(const QByteArray &password);
/// PKCS#8 with PBES2 and scrypt at a cost the library itself can write (N=16384), and keyLength given or not.
[[nodiscard]] QByteArray rsaPkcs8CheapScrypt(const QByteArray &password, RsaShape shape = {});
/// PKCS#8 with PBES2 and PBKDF2 that asks for so many rounds; what is inside can't be decrypted.
[[nodiscard]] QByteArray pkcs8WithRounds(int rounds);
/// RSA of 2048 bits whose second prime is the next one after the first.
[[nodiscard]] QByteArray rsaWithClosePrimes();
/// A modulus of 2048 bits that is the square of one prime; public key only.
[[nodiscard]] QByteArray publicSquare();
/// A modulus of 2048 bits divisible by 65,521; public key only.
[[nodiscard]] QByteArray publicWithSmallFactor();
/// A consistent pair's numbers with another private exponent.
[[nodiscard]] QByteArray rsaWithWrongPrivateExponent();
/// By name of the library: "EC", "ED25519", "RSA-PSS".
[[nodiscard]] QByteArray otherPkcs8(const char *type);
[[nodiscard]] QByteArray otherPublic(const char *type);
/// "EC PRIVATE KEY" with the parameters before it.
[[nodiscard]] QByteArray ecTraditional();

/// Writes `content` to `name` in `directory` and returns the path.
[[nodiscard]] QString written(const QDir &directory, const QString &name, const QByteArray &content);

/// A password that is strong enough for a key file.
[[nodiscard]] SecretBytes goodPassword();

} // namespace countersign::testkeys
