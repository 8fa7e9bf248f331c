#pragma once

#include "domain/bankdirectory.h"
#include "payouts/payoutdesk.h"

namespace countersign::ui {

/// One side of a payment order.
struct OrderParty
{
    QString name;
    QString inn;
    QString kpp;
    QString account;
    QString bik;
    QString bank; ///< name and town
    QString correspondentAccount;
    friend bool operator==(const OrderParty &, const OrderParty &) = default;
};

/// The texts of a payment order, form 0401060 (ru-payments.md section 7), each as it is printed. The form is the Bank
/// of Russia's: all of it is Russian whatever language the windows speak.
struct PaymentOrder
{
    QString number;     ///< field 3: the accounting program's when it was imported, else the payout's
    QString date;       ///< 4
    QString words;      ///< 6
    QString figures;    ///< 7: "3500-00"
    QString debited;    ///< 71: only of what was executed
    OrderParty payer;   ///< 8, 60, 102, 9 to 12
    OrderParty payee;   ///< 16, 61, 103, 17, 13 to 15
    QString incomeCode; ///< 20, and the two below: as the accounting program's document has them
    QString priority;   ///< 21
    QString code;       ///< 22
    QString purpose;    ///< 24
    QString warning;    ///< why this is no proof of a payment: "Not executed: …"; empty for an executed, real one
    QStringList marks;  ///< in the place of field 45: state, the bank's ids, times
    QString provenance; ///< who printed it, when, and that it is no document of the bank's
};

/// What the profile knows of the payer.
struct OrderPayer
{
    QString name;
    QString inn;
    QString kpp;
    QHash<QString, QString> bikOfAccount;
    bool realMoney = false; ///< a live profile
};

/// `content` is askedOf() of the payout. Banks are those of the directory in force, where it has them. Pure.
[[nodiscard]] PaymentOrder paymentOrderOf(const PayoutDossier &dossier, const PayoutDraft &content,
                                          const OrderPayer &payer, const std::optional<BankEntry> &payerBank,
                                          const std::optional<BankEntry> &payeeBank, Instant now);

} // namespace countersign::ui
