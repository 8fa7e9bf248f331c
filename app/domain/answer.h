#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace countersign {

// What a message of the bank says, in neutral words: bank131 reads v1 and v2 names into these (bank131-api.md 6).
// Everything is kept as the bank wrote it: nothing is trimmed, recoded or completed. Texts come from outside and may
// hold anything.

/// An error object of the bank (6.9), from wherever it stood.
struct BankError {
    QString code;
    QString description;
    QStringList rejectReasons;
    friend bool operator==(const BankError &, const BankError &) = default;
};

/// The bank's echo of one payout (6.2).
struct PayoutEcho {
    QString id;
    QString status;
    QString bik;
    QString account;
    QString fullName;
    std::optional<QString> inn;
    std::optional<QString> kpp;
    QString description;
    std::optional<bool> isFast;
    std::optional<qint64> amountKopecks; ///< absent when the amount is not a whole number of kopecks
    QString currency;
    QString senderAccount;
    QStringList unreadable; ///< members of the above that are given, but not in a form that can be read
    bool returned = false; ///< a refund of this payout is `accepted`
    std::optional<qint64> returnedKopecks;
    std::optional<BankError> error;
    friend bool operator==(const PayoutEcho &, const PayoutEcho &) = default;
};

/// One message about one session: the answer of a call, of `session/status`, or a webhook.
struct SessionReading {
    QString messageType; ///< a webhook's `type`; empty for answers
    QString sessionId;
    QString status;
    QString nextAction;
    std::optional<qint64> updatedAtMicros; ///< the bank's own `updated_at`, microseconds since 1970
    QList<PayoutEcho> payouts;
    std::optional<BankError> error;               ///< of the message or the session
    std::optional<QByteArray> confirmInformation; ///< the exact bytes of the top-level member, when it is there
    friend bool operator==(const SessionReading &, const SessionReading &) = default;
};

/// One side of `account_details` (6.6). Absent members and null are both "not given".
struct TransferParty {
    std::optional<QString> accountNumber;
    std::optional<QString> name;
    std::optional<QString> bankName;
    std::optional<QString> bik;
    std::optional<QString> correspondentAccount;
    std::optional<QString> inn;
    std::optional<QString> kpp;
    friend bool operator==(const TransferParty &, const TransferParty &) = default;
};

/// A member of confirm_information that we have no word for; must be shown and ticked (lifecycle section 8).
struct UnknownMember {
    QString path;  ///< "account_details.recipient.swift"
    QString value; ///< its raw JSON text
    friend bool operator==(const UnknownMember &, const UnknownMember &) = default;
};

/// confirm_information, read. `hasAccountDetails` false: another variant (escrow, exchange), all of it in `unknown`.
struct ConfirmInformation {
    bool hasAccountDetails = false;
    TransferParty sender;
    TransferParty recipient;
    QList<UnknownMember> unknown;
    friend bool operator==(const ConfirmInformation &, const ConfirmInformation &) = default;
};

} // namespace countersign
