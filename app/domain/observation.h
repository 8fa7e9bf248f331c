#pragma once

#include "core/clock.h"
#include "domain/answer.h"

#include <QString>

#include <optional>

namespace countersign {

/// What one message of the bank means (payout-lifecycle.md section 5).
enum class ObservationKind {
    none,      ///< session known, no payout in it
    work,      ///< one payout, not final, the bank asks for nothing
    ready,     ///< one payout, the bank waits for confirm
    paid,      ///< payout `succeeded`
    failed,    ///< payout `failed` and the session is not `error`
    cancelled, ///< session `cancelled` / `canceled`
    returned,  ///< the money came back
    error,     ///< session `error`, whatever the payout says: not final at this bank
    multiple,  ///< two or more payouts in the session
    gone,      ///< the bank does not know the session
};
inline constexpr int observationKindCount = 10;

enum class ObservationSource { webhook, dropFolder, status, callAnswer };

[[nodiscard]] QString observationWord(ObservationKind kind);
[[nodiscard]] std::optional<ObservationKind> observationFromWord(QStringView word);
[[nodiscard]] QString sourceWord(ObservationSource source);
[[nodiscard]] std::optional<ObservationSource> sourceFromWord(QStringView word);

/// The meaning of a message. Two payouts are `multiple` unless their session is cancelled and none moved money. Session
/// `cancelled` wins over what its payout says; `error` wins over everything but
/// a succeeded or returned payout is still only `error` until the session leaves it (F3).
[[nodiscard]] ObservationKind meaningOf(const SessionReading &reading);

/// none 0, work 1, ready 2, work after ready with a later updated_at 3, paid/failed/cancelled 4, returned 5 (section
/// 5). `readyAtMicros`: the bank's updated_at of the recorded `ready`, when there is one. No rank for error, multiple,
/// gone.
[[nodiscard]] std::optional<int> rankOf(ObservationKind kind, std::optional<qint64> updatedAtMicros,
                                        std::optional<qint64> readyAtMicros);

} // namespace countersign
