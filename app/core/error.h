#pragma once

#include <QString>

#include <expected>

namespace countersign {

/// Why something could not be done. Each code carries its cause and, after "→", what a person can do about it.
/// Only `ui` makes sentences of codes; a code is never shown by itself.
enum class ErrorCode {
    // values that people type or files carry
    emptyValue,          ///< nothing was given → fill the field
    wrongLength,         ///< too short or too long → correct; detail: "expected/got"
    wrongCharacter,      ///< a character that the field can't hold → correct; detail: the character
    wrongFormat,         ///< right characters in a wrong arrangement → correct
    outOfRange,          ///< a number outside its bounds → correct
    wrongCheckDigit,     ///< a check digit does not fit → compare with the paper; a warning for typed data
    notAllowed,          ///< well-formed but not permitted here (account prefix, KPP for a person) → detail says which
    // messages of the bank
    malformedJson,       ///< not strict JSON (syntax, encoding, depth) → the bytes are kept; ask the bank
    duplicateKey,        ///< an object names a key twice → as malformedJson
    missingMember,       ///< a member that must be there is not; detail: its path
    unexpectedValue,     ///< a member has a type or value that can't be used; detail: its path
    // keys and signatures
    keyFileUnreadable,   ///< the file can't be opened or read → check path and rights
    keyFileDamaged,      ///< begins as a key does, but its content does not parse → take the backup copy
    notAKeyFile,         ///< holds no key at all: a letter, a certificate, nothing → choose the key's file
    keyPasswordNeeded,   ///< the key is encrypted and no password was given → enter it
    keyPasswordWrong,    ///< the password does not open the key → enter it again
    keyTypeWrong,        ///< not an RSA key → make an RSA key
    keyIsPublic,         ///< a public key stands where the private one belongs → choose the other file
    keyIsPrivate,        ///< a private key stands where a public one belongs → never hand this file out
    keyTooShort,         ///< RSA below 2048 bits → make a new key
    keyWeak,             ///< exponent, factors or size make the key unsafe → make a new key
    keyPairMismatch,     ///< private and public key do not belong together → choose the right pair
    bankKeyIsOurs,       ///< our own public key stands where the bank's belongs → ask the bank for its key
    bankKeyNotCompared,  ///< a live profile's bank key is not one that was compared with the bank → compare it
    keyNotEncrypted,     ///< the private key file is in the clear → it is taken only re-encrypted with a password
    passwordTooWeak,     ///< a new password is too short or too simple → choose a longer one
    signingFailed,       ///< the crypto library refused → restart; reinstall if it persists
    signatureInvalid,    ///< the signature does not fit the bytes and the enrolled keys → nothing is believed
    signerLocked,        ///< the key's password was not entered in this run → unlock
    // store, journal, files
    storeUnavailable,    ///< the store can't be opened → check disk and rights
    storeLocked,         ///< another Countersign has it open → use that window
    storeNewer,          ///< the store was written by a newer version → update the program
    storeForeign,        ///< the file is not a Countersign store → choose another folder
    storeDamaged,        ///< quick_check failed → restore a backup
    storeWriteFailed,    ///< a write or commit failed (I/O error) → check the disk; sending stops
    diskFull,            ///< a write found no room → free space; sending stops when store or journal met it
    storeConflict,       ///< a constraint of the schema refused the change (L1-L3) → nothing was written
    notFound,            ///< no such record
    journalWriteFailed,  ///< the send journal could not be made durable → check the disk; sending stops
    journalAhead,        ///< the journal knows sends that the store does not → frozen; see lifecycle K15
    journalUnread,       ///< the freeze over a journal that is ahead can't be lifted: the bank has not been asked about each
                         ///< of its sessions; detail: "locked" or "bank" → unlock the key, wait for the bank's answer
    auditBroken,         ///< the audit chain does not verify; detail: sequence number → frozen
    fileUnreadable,      ///< a file can't be read → check path and rights
    fileUnwritable,      ///< a file can't be written → check path, rights and space
    fileTooLarge,        ///< larger than such a file can be; detail: the limit in bytes → choose the right file, or split it
    fileChanged,         ///< a file changed while or after it was read → close what writes it, read it again
    fileNotUnderstood,   ///< not a file of the kind that was expected, or damaged; detail: why → make it anew
    backupDamaged,       ///< a part of the backup is missing or not what was written; detail: which → take another one
    backupForeign,       ///< the backup is of something else; detail: "profile", "environment", "project" or "practice"
                         ///< → choose a backup of this profile
    profileTaken,        ///< there is a profile of that name on this computer → restore into it instead
    cancelled,           ///< a person stopped it → nothing to do
    totalDiffers,        ///< the control total is not what the chosen rows come to; detail: "typed/counted" in kopecks
                         ///< → compare both with the source
    importedBefore,      ///< a document was imported meanwhile, and nobody was shown that; detail: the payout's number
                         ///< → read the file again
    // settings
    settingsInvalid,     ///< a profile's settings don't parse; detail: the key → correct or set up again
    profileUnknown,      ///< no profile of that name → set one up
    // use cases
    wrongState,          ///< the payout's state does not allow this; detail: the state's word
    frozen,              ///< sending is frozen → see why, then lift the freeze
    reasonNeeded,        ///< the act needs a written reason → write it
    gateRefused,         ///< the confirm gate said no; detail: the guard ("G6")
    notValid,            ///< the payout has blocking findings → correct the marked fields
    recipientNotAcknowledged, ///< a new or changed recipient; detail: the standing's word → type the account again
    duplicateNotAcknowledged, ///< looks like earlier payouts; detail: their numbers → look at them, then say so
    paidAgainBefore,     ///< another payout pays this one again already; detail: its number → look at that one
    staleView,           ///< the answer changed after it was shown → look again
    listenFailed,        ///< the webhook address can't be listened on → choose another port
    networkFailed,       ///< a read-only call did not succeed; detail: the failure
    refusedByBank,       ///< the bank refused a call; detail: its code
    internalFault,       ///< a broken assumption of ours → report it
};

/// The code's own name, for logs and tests: "keyPasswordWrong".
[[nodiscard]] QString errorCodeName(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::internalFault;
    QString detail; ///< technical context (path, member, guard, library text); never a sentence for people

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T = void>
using Result = std::expected<T, Error>;

/// `return fail(ErrorCode::notFound, …);`
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, QString detail = {})
{
    return std::unexpected(Error{code, std::move(detail)});
}

} // namespace countersign
