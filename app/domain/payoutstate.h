#pragma once

#include <QString>

#include <array>
#include <optional>

namespace countersign {

/// The states of payout-lifecycle.md section 6, in its order.
enum class PayoutState {
    draft,          // D
    queued,         // Q
    creating,       // CR
    open,           // OP
    starting,       // ST
    startUnknown,   // SU
    waitBank,       // WB
    review,         // RV
    mismatch,       // MM
    approved,       // AP
    confirming,     // CF
    confirmUnknown, // FU
    executing,      // EX
    cancelling,     // CN
    cancelUnknown,  // NU
    closing,        // CL
    paid,           // PD
    failed,         // FD
    cancelled,      // CD
    returned,       // RT
    bankError,      // BE
    hold,           // HD
};
inline constexpr int payoutStateCount = 22;

/// How an attempt stands beside the payout's state.
enum class AttemptStanding {
    live,
    orphan, ///< create's outcome is unknown: an empty session may exist
    fenced, ///< given up: nothing but cancel and status may go to its session
};

/// The word that is stored: "waitBank". Never shown to people.
[[nodiscard]] QString stateWord(PayoutState state);
[[nodiscard]] std::optional<PayoutState> stateFromWord(QStringView word);
[[nodiscard]] QString standingWord(AttemptStanding standing);
[[nodiscard]] std::optional<AttemptStanding> standingFromWord(QStringView word);

/// paid, failed, cancelled, returned: nothing more is sent for the payout.
[[nodiscard]] bool isFinal(PayoutState state);
/// A session is or may be open at the bank and its end is not known (section 6 "any live").
[[nodiscard]] bool isLive(PayoutState state);

} // namespace countersign
