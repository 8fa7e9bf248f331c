#include "ui/models/helptopic.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr std::array<QLatin1String, helpTopicCount> ids{"first-steps"_L1, "review"_L1,     "states"_L1, "unknown"_L1,
                                                        "several"_L1,     "connecting"_L1, "keys"_L1,   "import"_L1,
                                                        "export"_L1,      "recipients"_L1, "banks"_L1};
} // namespace

QString helpTopicId(HelpTopic topic)
{
    return ids[static_cast<size_t>(topic)];
}

std::optional<HelpTopic> helpTopicFromId(QStringView id)
{
    const auto *found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return std::nullopt;
    return static_cast<HelpTopic>(found - ids.begin());
}

std::optional<HelpTopic> helpTopicOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case keyFileUnreadable:
    case keyFileDamaged:
    case notAKeyFile:
    case keyPasswordNeeded:
    case keyPasswordWrong:
    case keyTypeWrong:
    case keyIsPublic:
    case keyIsPrivate:
    case keyTooShort:
    case keyWeak:
    case keyPairMismatch:
    case keyNotEncrypted:
    case passwordTooWeak:
    case signerLocked:
    case storeNewer:
    case storeDamaged:
    case backupDamaged:
    case backupForeign:
    case profileTaken:
        return HelpTopic::keys;
    case bankKeyIsOurs:
    case bankKeyNotCompared:
    case signatureInvalid:
    case settingsInvalid:
    case profileUnknown:
    case listenFailed:
    case networkFailed:
        return HelpTopic::connecting;
    case storeWriteFailed:
    case diskFull:
    case journalWriteFailed:
    case journalAhead:
    case journalUnread:
    case auditBroken:
    case frozen:
        return HelpTopic::unknown;
    case gateRefused:
    case staleView:
        return HelpTopic::review;
    case recipientNotAcknowledged:
    case duplicateNotAcknowledged:
        return HelpTopic::recipients;
    case fileChanged:
    case fileNotUnderstood:
    case totalDiffers:
    case importedBefore:
        return HelpTopic::import;
    case wrongState:
    case paidAgainBefore:
        return HelpTopic::states;
    case emptyValue:
    case wrongLength:
    case wrongCharacter:
    case wrongFormat:
    case outOfRange:
    case wrongCheckDigit:
    case notAllowed:
    case malformedJson:
    case duplicateKey:
    case missingMember:
    case unexpectedValue:
    case signingFailed:
    case storeUnavailable:
    case storeLocked:
    case storeForeign:
    case storeConflict:
    case notFound:
    case fileUnreadable:
    case fileUnwritable:
    case fileTooLarge:
    case cancelled:
    case reasonNeeded:
    case notValid:
    case refusedByBank:
    case internalFault:
        return std::nullopt; // what its sentence says is all
    }
    return std::nullopt;
}

} // namespace countersign::ui
