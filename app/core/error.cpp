#include "core/error.h"

namespace countersign {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::emptyValue: return QStringLiteral("emptyValue");
    case ErrorCode::wrongLength: return QStringLiteral("wrongLength");
    case ErrorCode::wrongCharacter: return QStringLiteral("wrongCharacter");
    case ErrorCode::wrongFormat: return QStringLiteral("wrongFormat");
    case ErrorCode::outOfRange: return QStringLiteral("outOfRange");
    case ErrorCode::wrongCheckDigit: return QStringLiteral("wrongCheckDigit");
    case ErrorCode::notAllowed: return QStringLiteral("notAllowed");
    case ErrorCode::malformedJson: return QStringLiteral("malformedJson");
    case ErrorCode::duplicateKey: return QStringLiteral("duplicateKey");
    case ErrorCode::missingMember: return QStringLiteral("missingMember");
    case ErrorCode::unexpectedValue: return QStringLiteral("unexpectedValue");
    case ErrorCode::keyFileUnreadable: return QStringLiteral("keyFileUnreadable");
    case ErrorCode::keyFileDamaged: return QStringLiteral("keyFileDamaged");
    case ErrorCode::notAKeyFile: return QStringLiteral("notAKeyFile");
    case ErrorCode::keyPasswordNeeded: return QStringLiteral("keyPasswordNeeded");
    case ErrorCode::keyPasswordWrong: return QStringLiteral("keyPasswordWrong");
    case ErrorCode::keyTypeWrong: return QStringLiteral("keyTypeWrong");
    case ErrorCode::keyIsPublic: return QStringLiteral("keyIsPublic");
    case ErrorCode::keyIsPrivate: return QStringLiteral("keyIsPrivate");
    case ErrorCode::keyTooShort: return QStringLiteral("keyTooShort");
    case ErrorCode::keyWeak: return QStringLiteral("keyWeak");
    case ErrorCode::keyPairMismatch: return QStringLiteral("keyPairMismatch");
    case ErrorCode::bankKeyIsOurs: return QStringLiteral("bankKeyIsOurs");
    case ErrorCode::bankKeyNotCompared: return QStringLiteral("bankKeyNotCompared");
    case ErrorCode::keyNotEncrypted: return QStringLiteral("keyNotEncrypted");
    case ErrorCode::passwordTooWeak: return QStringLiteral("passwordTooWeak");
    case ErrorCode::signingFailed: return QStringLiteral("signingFailed");
    case ErrorCode::signatureInvalid: return QStringLiteral("signatureInvalid");
    case ErrorCode::signerLocked: return QStringLiteral("signerLocked");
    case ErrorCode::storeUnavailable: return QStringLiteral("storeUnavailable");
    case ErrorCode::storeLocked: return QStringLiteral("storeLocked");
    case ErrorCode::storeNewer: return QStringLiteral("storeNewer");
    case ErrorCode::storeForeign: return QStringLiteral("storeForeign");
    case ErrorCode::storeDamaged: return QStringLiteral("storeDamaged");
    case ErrorCode::storeWriteFailed: return QStringLiteral("storeWriteFailed");
    case ErrorCode::diskFull: return QStringLiteral("diskFull");
    case ErrorCode::storeConflict: return QStringLiteral("storeConflict");
    case ErrorCode::notFound: return QStringLiteral("notFound");
    case ErrorCode::journalWriteFailed: return QStringLiteral("journalWriteFailed");
    case ErrorCode::journalAhead: return QStringLiteral("journalAhead");
    case ErrorCode::journalUnread: return QStringLiteral("journalUnread");
    case ErrorCode::auditBroken: return QStringLiteral("auditBroken");
    case ErrorCode::fileUnreadable: return QStringLiteral("fileUnreadable");
    case ErrorCode::fileUnwritable: return QStringLiteral("fileUnwritable");
    case ErrorCode::fileTooLarge: return QStringLiteral("fileTooLarge");
    case ErrorCode::fileChanged: return QStringLiteral("fileChanged");
    case ErrorCode::fileNotUnderstood: return QStringLiteral("fileNotUnderstood");
    case ErrorCode::backupDamaged: return QStringLiteral("backupDamaged");
    case ErrorCode::backupForeign: return QStringLiteral("backupForeign");
    case ErrorCode::profileTaken: return QStringLiteral("profileTaken");
    case ErrorCode::cancelled: return QStringLiteral("cancelled");
    case ErrorCode::totalDiffers: return QStringLiteral("totalDiffers");
    case ErrorCode::importedBefore: return QStringLiteral("importedBefore");
    case ErrorCode::settingsInvalid: return QStringLiteral("settingsInvalid");
    case ErrorCode::profileUnknown: return QStringLiteral("profileUnknown");
    case ErrorCode::wrongState: return QStringLiteral("wrongState");
    case ErrorCode::frozen: return QStringLiteral("frozen");
    case ErrorCode::reasonNeeded: return QStringLiteral("reasonNeeded");
    case ErrorCode::gateRefused: return QStringLiteral("gateRefused");
    case ErrorCode::notValid: return QStringLiteral("notValid");
    case ErrorCode::recipientNotAcknowledged: return QStringLiteral("recipientNotAcknowledged");
    case ErrorCode::duplicateNotAcknowledged: return QStringLiteral("duplicateNotAcknowledged");
    case ErrorCode::paidAgainBefore: return QStringLiteral("paidAgainBefore");
    case ErrorCode::staleView: return QStringLiteral("staleView");
    case ErrorCode::listenFailed: return QStringLiteral("listenFailed");
    case ErrorCode::networkFailed: return QStringLiteral("networkFailed");
    case ErrorCode::refusedByBank: return QStringLiteral("refusedByBank");
    case ErrorCode::internalFault: return QStringLiteral("internalFault");
    }
    return QStringLiteral("unknown");
}

} // namespace countersign
