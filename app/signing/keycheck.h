#pragma once

// For the .cpp files of this folder only.

#include "core/error.h"
#include "signing/openssl.h"

namespace countersign {

/// Shortest RSA modulus taken (threat-model.md Y2) and longest (a longer one only serves to stall the reader).
inline constexpr int minimumKeyBits = 2048;
inline constexpr int maximumKeyBits = 16384;

/// What a public key alone shows: RSA, 2048-16384 bits, exponent 65537, no factor below 65,536, and not a product of
/// two neighbouring primes (Fermat's method, 200 rounds).
/// Errors: keyTypeWrong, keyTooShort, keyWeak (detail: which check).
[[nodiscard]] Result<> checkPublicPart(const EVP_PKEY *key);

/// checkPublicPart, then that the private numbers are primes and fit the public ones; the latter takes about 0.1 s.
/// Errors: as above; keyFileDamaged when the numbers contradict each other.
[[nodiscard]] Result<> checkPrivatePart(EVP_PKEY *key);

} // namespace countersign
