#pragma once

#include "core/error.h"
#include "domain/bankdirectory.h"
#include "domain/exportedpayout.h"

#include <QHash>
#include <QIODevice>

#include <memory>

namespace countersign {

/// Payouts written into one file, one after another, without keeping them. The file is whole only after `finish`; who
/// opened the target then keeps it, or drops it. Not for the window's thread.
class PayoutFile
{
public:
    virtual ~PayoutFile() = default;
    /// False: the format has no place for it. fileUnwritable.
    [[nodiscard]] virtual Result<bool> add(const ExportedPayout &payout) = 0;
    /// Nothing is added after it. fileUnwritable.
    [[nodiscard]] virtual Result<> finish() = 0;
};

/// CSV for spreadsheets, as csvLine writes it: UTF-8 with byte order mark; accounts as they are, amounts without
/// grouping, dates as dd.mm.yyyy in Moscow.
[[nodiscard]] std::unique_ptr<PayoutFile> csvFile(QIODevice &target, const ExportWords &words);

/// A workbook: every cell a text but the amounts, which are numbers. It is read back before `finish` succeeds: the
/// library itself does not notice a full disk.
[[nodiscard]] std::unique_ptr<PayoutFile> workbookFile(QIODevice &target, const ExportWords &words);

/// Whose account it was, for the 1C exchange format.
struct ExportPayer
{
    QString name;
    QString inn;
    QString kpp;
    QHash<QString, QString> bikOfAccount;
    std::shared_ptr<const BankDirectory> directory; ///< for the banks' names and correspondent accounts; may be null
};

/// The bank's side of the 1C exchange format (ru-payments.md 4.2, 1.03, windows-1251), so that an accounting program
/// marks its payment orders as executed. Takes payouts in the state `paid` only, as debits with ДатаСписано: what came
/// back is no executed payment, and its return is a document of the bank's own. Number and date are those of the
/// imported document, else the payout's own. No Очередность, КодНазПлатежа and Код: the bank was told none. No
/// СекцияРасчСчет: it requires НачальныйОстаток of the first day, the bank tells only the balance of now, and an
/// invented one would be believed. Who imports the file gets documents, and no balances to check them against.
[[nodiscard]] std::unique_ptr<PayoutFile> clientBankFile(QIODevice &target, const ExportPayer &payer, Instant now);

} // namespace countersign
