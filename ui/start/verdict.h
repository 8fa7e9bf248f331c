#pragma once

#include <QString>

namespace countersign::ui {

/// What the practice bank's ledger says about money that moved; the bank is the judge, not the window.
struct Verdict
{
    QString lines; ///< one line per transfer, for the terminal
    int transfersOfSession = 0;
};
[[nodiscard]] Verdict readVerdict(const QString &ledgerFile, const QString &sessionId);

} // namespace countersign::ui
