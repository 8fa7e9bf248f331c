#pragma once

// For the .cpp files of this folder only: PKCS#8 in PBES2 with scrypt. Written here from the library's parts because
// its own reader and writer stop at 32 MiB of memory, and the cost of threat-model.md section 6 needs 128 MiB.

#include "core/error.h"
#include "signing/openssl.h"

namespace countersign {

[[nodiscard]] bool isScryptBox(const X509_SIG *box);

/// The encrypted bytes decrypted. A foreign file may use AES-CBC of any key size and up to 1 GiB of memory.
/// Errors: keyPasswordWrong, keyFileDamaged (parameters that can't be used), signingFailed (out of memory).
[[nodiscard]] Result<SecretBytes> openScryptBox(const X509_SIG *box, const SecretBytes &password);

/// AES-256-CBC, scrypt N=2^17 r=8 p=1, fresh 16 bytes of salt and IV. Takes about half a second and 128 MiB.
/// Errors: signingFailed.
[[nodiscard]] Result<openssl::EncryptedPkcs8> sealScryptBox(const SecretBytes &pkcs8, const SecretBytes &password);

} // namespace countersign
