#pragma once

#include "signing/secretbytes.h"

namespace countersign {

/// A new key password has at least this many characters (not bytes).
inline constexpr int minimumPasswordLength = 12;

/// How hard a new password is to guess. Only acceptable and strong may protect a key file.
enum class PasswordStrength {
    tooShort,   ///< fewer than minimumPasswordLength characters
    weak,       ///< long, but repeated or running characters leave too little to guess
    acceptable, ///< 45 bits or more by the estimate below
    strong,     ///< 70 bits or more
};

/// An estimate, not a proof: the alphabet in use per character, where a character that repeats or continues its
/// neighbour ("aaaa", "1234") counts one bit, and the whole is capped by how many different characters there are.
[[nodiscard]] PasswordStrength passwordStrength(const SecretBytes &password);

[[nodiscard]] inline bool mayProtectKey(PasswordStrength strength)
{
    return strength == PasswordStrength::acceptable || strength == PasswordStrength::strong;
}

} // namespace countersign
