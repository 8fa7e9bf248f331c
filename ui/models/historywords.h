#pragma once

#include "payouts/payoutdesk.h"

namespace countersign::ui {

/// One line of a payout's history in words.
struct HistoryText
{
    QString title;    ///< "Bank checked the payout"; an audit word that we do not know, as it is
    QString detail;   ///< "11:41:36 · signed by the bank ✓"; always begins with the time
    bool bad = false; ///< something that a person should not overlook
    friend bool operator==(const HistoryText &, const HistoryText &) = default;
};

[[nodiscard]] HistoryText historyText(const HistoryEntry &entry, Instant now);

} // namespace countersign::ui
