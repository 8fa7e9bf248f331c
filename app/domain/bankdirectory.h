#pragma once

#include "domain/requisites.h"

#include <QDate>
#include <QList>

#include <optional>

namespace countersign {

/// What the directory holds against a bank (ru-payments.md 5.3, 5.4).
enum class BankLimit {
    licenceWithdrawn = 1, ///< LWRS
    liquidation = 2,      ///< PtType 90: the entry is the liquidator's
    moratorium = 4,       ///< MRTR: creditors are not paid for the time being
    accountClosing = 8,   ///< CLRS on its correspondent account
    accountLimited = 16,  ///< LMRS: its correspondent account is kept in limited mode
    urgentLimited = 32,   ///< URRS, of the bank or of its account: concerns urgent payouts only
    indirectLimited = 64, ///< RSIP, FPIP: concerns those who take part through it
    branchEnding = 128,   ///< SDRS: the branch becomes an internal unit, its details are replaced
};
Q_DECLARE_FLAGS(BankLimits, BankLimit)
Q_DECLARE_OPERATORS_FOR_FLAGS(BankLimits)

/// One bank of the BIK directory (ru-payments.md 5.3), as far as payouts need it.
struct BankEntry
{
    Bik bik;
    QString name;
    QString town;
    QString participantType;           ///< PtType: "20" credit institution, "30" branch …
    QStringList correspondentAccounts; ///< active, type CRSA or UTRA
    QString accountCbrBic; ///< AccountCBRBIC of the first of them, else of any active account; for the key of "2…" BIKs
    BankLimits limits = {};
    QString successorBik = {}; ///< with branchEnding: where its payments go, when the directory says so
    [[nodiscard]] bool takesPayouts() const
    {
        return (participantType == u"20" || participantType == u"30") && !correspondentAccounts.isEmpty() &&
               !limits.testFlag(BankLimit::licenceWithdrawn);
    }
    friend bool operator==(const BankEntry &, const BankEntry &) = default;
};

/// A directory this many working days old is still good; an older one is said to be old (ru-payments.md 5.4).
inline constexpr int freshForWorkingDays = 3;

/// The BIK directory in force. Immutable once loaded, so it may be shared between threads.
class BankDirectory
{
public:
    virtual ~BankDirectory() = default;
    [[nodiscard]] virtual std::optional<BankEntry> find(const Bik &bik) const = 0;
    /// Entries whose BIK starts with `text` (digits only) or whose name holds it, whatever the letter case and ё/е; at
    /// most `limit`: names with a word that begins so before others, banks before their branches and everybody
    /// else, each by BIK. An empty text finds nothing.
    [[nodiscard]] virtual QList<BankEntry> search(QStringView text, qsizetype limit) const = 0;
    /// The BusinessDay of the file; invalid when there is no directory.
    [[nodiscard]] virtual QDate businessDay() const = 0;
    [[nodiscard]] virtual qsizetype size() const = 0;
};

} // namespace countersign
