#pragma once

// For the .cpp files of this folder (and the vectors' test) only.

#include "core/error.h"
#include "signing/openssl.h"

#include <QByteArray>

namespace countersign {

/// RSA PKCS#1 v1.5 with SHA-256; true only when the library answers 1. The key is not vetted here.
[[nodiscard]] bool rsaSha256Verifies(EVP_PKEY *key, QByteArrayView body, QByteArrayView signature);

/// Errors: signingFailed.
[[nodiscard]] Result<QByteArray> rsaSha256Sign(EVP_PKEY *key, QByteArrayView body);

} // namespace countersign
