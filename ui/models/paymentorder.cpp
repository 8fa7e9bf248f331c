#include "ui/models/paymentorder.h"

#include "domain/amountinwords.h"
#include "domain/workingdays.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct PaymentOrderWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::PaymentOrder)
};

constexpr qint64 microsPerMilli = 1000;
const QString dayFormat = u"dd.MM.yyyy"_s;
const QString momentFormat = u"dd.MM.yyyy HH:mm:ss"_s;

QString orderDay(const PayoutDossier &dossier, const DraftSource &source)
{
    const QDate day = source.file ? QDate::fromString(source.file->documentDate, Qt::ISODate) : QDate();
    return (day.isValid() ? day : bankDay(dossier.payout.createdAt)).toString(dayFormat);
}

/// What a draft holds may be typed in groups.
QString plainNumber(QString typed)
{
    typed.removeIf([](QChar c) { return c.isSpace(); });
    return visibleText(typed);
}

QString figures(qint64 kopecks)
{
    return u"%1-%2"_s.arg(kopecks / 100).arg(kopecks % 100, 2, 10, QLatin1Char('0'));
}

/// The bank's own time of the payment; else when it was learnt.
Instant executedAt(const PayoutDossier &dossier)
{
    Instant earliest = dossier.payout.stateSince;
    for (const ObservationRecord &seen : dossier.observations) {
        if (seen.kind == ObservationKind::paid && seen.updatedAtMicros)
            earliest = std::min(earliest, fromMilliseconds(*seen.updatedAtMicros / microsPerMilli));
    }
    return earliest;
}

OrderParty withBank(OrderParty party, const std::optional<BankEntry> &bank)
{
    if (!bank) return party;
    party.bank = bank->town.isEmpty() ? bank->name : bank->name + u' ' + bank->town;
    party.correspondentAccount = bank->correspondentAccounts.value(0);
    return party;
}

/// The status as the list says it, without its sign.
QString stateWords(const PayoutDossier &dossier, Instant now)
{
    const PayoutRecord &payout = dossier.payout;
    return statusText(payout.state, payout.reasonCode, !dossier.alarms.isEmpty(), payout.stateSince, now).words;
}

/// The bank was told to pay, or nobody knows whether it was.
bool mayHaveBeenExecuted(PayoutState state)
{
    switch (state) {
    case PayoutState::confirming:
    case PayoutState::confirmUnknown:
    case PayoutState::executing:
    case PayoutState::cancelling:
    case PayoutState::cancelUnknown:
    case PayoutState::closing:
    case PayoutState::startUnknown:
    case PayoutState::bankError:
    case PayoutState::hold:
        return true;
    case PayoutState::draft:
    case PayoutState::queued:
    case PayoutState::creating:
    case PayoutState::open:
    case PayoutState::starting:
    case PayoutState::waitBank:
    case PayoutState::review:
    case PayoutState::mismatch:
    case PayoutState::approved:
    case PayoutState::paid:
    case PayoutState::failed:
    case PayoutState::cancelled:
    case PayoutState::returned:
        return false;
    }
    return true;
}

QString warningOf(const PayoutDossier &dossier, bool realMoney, Instant now)
{
    QStringList warnings;
    if (dossier.payout.state == PayoutState::returned) {
        warnings << PaymentOrderWords::tr("Executed, and the money came back: not paid");
    } else if (mayHaveBeenExecuted(dossier.payout.state)) {
        warnings << PaymentOrderWords::tr("Not known to be executed: %1").arg(stateWords(dossier, now));
    } else if (dossier.payout.state != PayoutState::paid) {
        warnings << PaymentOrderWords::tr("Not executed: %1").arg(stateWords(dossier, now));
    }
    if (dossier.otherRecipient)
        warnings << PaymentOrderWords::tr("The bank's answer names another recipient than this order");
    if (!realMoney) warnings << PaymentOrderWords::tr("Practice or test: no real money");
    return warnings.join(u". "_s);
}

QStringList marksOf(const PayoutDossier &dossier, Instant now)
{
    QStringList marks;
    if (dossier.attempt) marks << PaymentOrderWords::tr("Sent electronically");
    // One moment on the paper, in the bank's time: the list's own would be by this computer's clock.
    if (dossier.payout.state == PayoutState::paid)
        marks
            << PaymentOrderWords::tr("Executed %1 (Moscow)").arg(bankTime(executedAt(dossier)).toString(momentFormat));
    else
        marks << stateWords(dossier, now);
    if (dossier.attempt && !dossier.attempt->sessionId.isEmpty())
        marks << PaymentOrderWords::tr("Session %1").arg(visibleText(dossier.attempt->sessionId));
    if (dossier.attempt && !dossier.attempt->bankPayoutId.isEmpty())
        marks << PaymentOrderWords::tr("Payment %1").arg(visibleText(dossier.attempt->bankPayoutId));
    return marks;
}

} // namespace

PaymentOrder paymentOrderOf(const PayoutDossier &dossier, const PayoutDraft &content, const OrderPayer &payer,
                            const std::optional<BankEntry> &payerBank, const std::optional<BankEntry> &payeeBank,
                            Instant now)
{
    const bool numbered = content.source.file && !content.source.file->documentNumber.isEmpty();
    const bool executed = dossier.payout.state == PayoutState::paid;
    const auto amount = Money::parse(content.amount);
    PaymentOrder order;
    order.number = numbered ? visibleText(content.source.file->documentNumber) : QString::number(dossier.payout.number);
    order.date = orderDay(dossier, content.source);
    if (amount) {
        order.words = amountInRussianWords(*amount);
        order.figures = figures(amount->kopecks());
    }
    if (executed) order.debited = bankDay(executedAt(dossier)).toString(dayFormat);
    order.payer = withBank({.name = payer.name,
                            .inn = payer.inn,
                            .kpp = payer.kpp,
                            .account = plainNumber(content.senderAccount),
                            .bik = payer.bikOfAccount.value(content.senderAccount),
                            .bank = {},
                            .correspondentAccount = {}},
                           payerBank);
    order.payee = withBank({.name = visibleText(content.recipientName),
                            .inn = plainNumber(content.inn),
                            .kpp = plainNumber(content.kpp),
                            .account = plainNumber(content.account),
                            .bik = plainNumber(content.bik),
                            .bank = {},
                            .correspondentAccount = {}},
                           payeeBank);
    order.purpose = visibleText(content.purpose);
    order.warning = warningOf(dossier, payer.realMoney, now);
    order.marks = marksOf(dossier, now);
    order.provenance =
        PaymentOrderWords::tr("Payout %1. Printed by Countersign on %2 (Moscow). This is the payer's own "
                              "copy and no confirmation of the bank.")
            .arg(dossier.payout.number)
            .arg(bankTime(now).toString(momentFormat));
    return order;
}

} // namespace countersign::ui
