#include "ui/models/paymentorder.h"

#include "domain/amountinwords.h"
#include "domain/workingdays.h"
#include "ui/models/visibletext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

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

QString stateOnPaper(PayoutState state)
{
    switch (state) {
    case PayoutState::draft:
        return u"черновик"_s;
    case PayoutState::queued:
        return u"ждёт отправки в банк"_s;
    case PayoutState::creating:
    case PayoutState::open:
    case PayoutState::starting:
        return u"отправляется в банк на проверку"_s;
    case PayoutState::waitBank:
        return u"проверяется банком"_s;
    case PayoutState::review:
    case PayoutState::mismatch:
        return u"не подтверждено плательщиком"_s;
    case PayoutState::approved:
    case PayoutState::confirming:
        return u"отправляется подтверждение"_s;
    case PayoutState::startUnknown:
    case PayoutState::confirmUnknown:
        return u"исход неизвестен, банк опрашивается"_s;
    case PayoutState::executing:
        return u"исполняется банком"_s;
    case PayoutState::cancelling:
    case PayoutState::cancelUnknown:
    case PayoutState::closing:
        return u"отменяется, ответа банка ещё нет"_s;
    case PayoutState::paid:
        return u"исполнено"_s;
    case PayoutState::failed:
        return u"отклонено банком"_s;
    case PayoutState::cancelled:
        return u"отменено"_s;
    case PayoutState::returned:
        return u"возвращено"_s;
    case PayoutState::bankError:
        return u"банк сообщает об ошибке"_s;
    case PayoutState::hold:
        return u"приостановлено"_s;
    }
    return {};
}

/// With whatever a person must look at first.
QString standingOnPaper(const PayoutDossier &dossier)
{
    const QString state = stateOnPaper(dossier.payout.state);
    return dossier.alarms.isEmpty() ? state : state + u"; требует внимания"_s;
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

QString warningOf(const PayoutDossier &dossier, bool realMoney)
{
    QStringList warnings;
    if (dossier.payout.state == PayoutState::returned) {
        warnings << u"Исполнено, но деньги вернулись: не оплачено"_s;
    } else if (mayHaveBeenExecuted(dossier.payout.state)) {
        warnings << u"Исполнение не подтверждено: "_s + standingOnPaper(dossier);
    } else if (dossier.payout.state != PayoutState::paid) {
        warnings << u"Не исполнено: "_s + standingOnPaper(dossier);
    }
    if (dossier.otherRecipient) warnings << u"В ответе банка другой получатель, чем в этом поручении"_s;
    if (!realMoney) warnings << u"Учебный или тестовый контур: настоящих денег нет"_s;
    return warnings.join(u". "_s);
}

QStringList marksOf(const PayoutDossier &dossier)
{
    QStringList marks;
    if (dossier.attempt) marks << u"Отправлено электронно"_s;
    if (dossier.payout.state == PayoutState::paid)
        marks << u"Исполнено %1 (МСК)"_s.arg(bankTime(executedAt(dossier)).toString(momentFormat));
    else
        marks << u"Состояние: "_s + standingOnPaper(dossier);
    if (dossier.attempt && !dossier.attempt->sessionId.isEmpty())
        marks << u"Сессия %1"_s.arg(visibleText(dossier.attempt->sessionId));
    if (dossier.attempt && !dossier.attempt->bankPayoutId.isEmpty())
        marks << u"Платёж %1"_s.arg(visibleText(dossier.attempt->bankPayoutId));
    return marks;
}

void addUnsent(PaymentOrder &order, const DraftSource &source)
{
    if (!source.file) return;
    order.incomeCode = visibleText(source.file->incomeCode);
    order.priority = visibleText(source.file->priority);
    order.code = visibleText(source.file->uin);
}

/// The bank's call has no place for these fields: the paper must not say that the bank was told.
QString unsentOnPaper(const PaymentOrder &order)
{
    QStringList fields;
    if (!order.incomeCode.isEmpty()) fields << u"20"_s;
    if (!order.priority.isEmpty()) fields << u"21"_s;
    if (!order.code.isEmpty()) fields << u"22"_s;
    if (fields.isEmpty()) return {};
    return u" Поля %1 взяты из документа учётной программы, банку не передаются."_s.arg(fields.join(u", "_s));
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
    addUnsent(order, content.source);
    order.purpose = visibleText(content.purpose);
    order.warning = warningOf(dossier, payer.realMoney);
    order.marks = marksOf(dossier);
    order.provenance =
        u"Выплата %1. Напечатано программой Countersign %2 (МСК). Это экземпляр плательщика, не подтверждение банка."_s
            .arg(dossier.payout.number)
            .arg(bankTime(now).toString(momentFormat)) +
        unsentOnPaper(order);
    return order;
}

} // namespace countersign::ui
