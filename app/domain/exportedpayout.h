#pragma once

#include "core/clock.h"
#include "domain/payoutstate.h"

#include <QStringList>

#include <functional>

namespace countersign {

/// A payout as it goes into a file for people or for an accounting program: what was frozen when it was sent, else
/// what its draft says.
struct ExportedPayout
{
    qint64 number = 0;
    PayoutState state = PayoutState::draft;
    Instant stateSince{};
    Instant createdAt{};
    std::optional<Instant> executedAt; ///< when the bank says it was paid, else when that was learnt; of paid ones only
    QString senderAccount;
    QString recipientName;
    QString inn;
    QString kpp;
    QString bik;
    QString account;
    std::optional<qint64> amountKopecks;
    QString purpose;
    QString documentNumber; ///< the accounting program's own, when it was imported
    QString documentDate;   ///< likewise; ISO date
    QString incomeCode;     ///< likewise, and the two below: see ImportedFrom
    QString priority;
    QString uin;
    QString sessionId;
    QString bankPayoutId;
};

enum class ExportFormat { csv, workbook, clientBank };

/// What the files' readers read, in the order of the columns.
enum class ExportColumn {
    number,
    status,
    statusSince,
    recipient,
    inn,
    kpp,
    bik,
    account,
    amount,
    purpose,
    senderAccount,
    documentNumber,
    documentDate,
    sessionId,
    bankPayoutId
};
inline constexpr int exportColumnCount = 15;

/// The words of a file for people, chosen by the window.
struct ExportWords
{
    QStringList headers;                       ///< one for each ExportColumn
    std::function<QString(PayoutState)> state; ///< called on another thread
    QString sheetName;                         ///< of a workbook
    QChar separator = u';'; ///< of CSV; with ";" and tab the decimal sign is a comma, with "," a point
};

} // namespace countersign
