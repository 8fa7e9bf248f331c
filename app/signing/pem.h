#pragma once

// For the .cpp files of this folder only: from PEM text to a key of the crypto library, not yet vetted (keycheck.h).

#include "core/error.h"
#include "signing/keyprotection.h"
#include "signing/openssl.h"

namespace countersign {

struct ParsedPrivateKey
{
    openssl::Pkey pkey;
    KeyProtection protection = KeyProtection::none;
};

/// The first private key in the text; an empty password means "none given".
/// Errors: notAKeyFile, keyFileDamaged, keyIsPublic, keyTypeWrong, keyPasswordNeeded, keyPasswordWrong.
[[nodiscard]] Result<ParsedPrivateKey> parsePrivatePem(QByteArrayView pem, const SecretBytes &password);

/// The first public key in a text that holds no private one. Errors: notAKeyFile, keyFileDamaged, keyIsPrivate,
/// keyTypeWrong.
[[nodiscard]] Result<openssl::Pkey> parsePublicPem(QByteArrayView pem);

} // namespace countersign
