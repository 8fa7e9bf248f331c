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

/// One entry, or what was tried again and again: the same entry, or the same two in turn, time after time.
struct HistoryRun
{
    HistoryText text;        ///< of a run: the newest entry with "14 times, last at 11:41:36"
    QList<HistoryText> each; ///< newest first; one: no run
    friend bool operator==(const HistoryRun &, const HistoryRun &) = default;
};

/// Newest first, of entries that are oldest first.
[[nodiscard]] QList<HistoryRun> historyRuns(const QList<HistoryEntry> &oldestFirst, Instant now);

} // namespace countersign::ui
