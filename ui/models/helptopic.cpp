#include "ui/models/helptopic.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr std::array<QLatin1String, helpTopicCount> ids{"first-steps"_L1, "review"_L1, "states"_L1, "unknown"_L1,
                                                        "connecting"_L1,  "keys"_L1,   "import"_L1, "recipients"_L1};
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
    case signatureInvalid:
    case settingsInvalid:
    case listenFailed:
    case networkFailed:
        return HelpTopic::connecting;
    case storeWriteFailed:
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
        return HelpTopic::states;
    default:
        return std::nullopt;
    }
}

} // namespace countersign::ui
