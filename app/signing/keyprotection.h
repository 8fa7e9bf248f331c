#pragma once

namespace countersign {

/// How a private key file was protected when it was read.
enum class KeyProtection {
    scrypt, ///< as threat-model.md section 6 wants it
    other,  ///< encrypted in another way (PBKDF2, PKCS#1 with a cipher): works, better written anew
    none,   ///< in the clear: may be used only to write it anew with a password
};

} // namespace countersign
