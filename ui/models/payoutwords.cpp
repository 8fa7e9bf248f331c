#include "ui/models/payoutwords.h"

#include "ui/models/bankerrorwords.h"
#include "ui/models/datewords.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct PayoutWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::PayoutWords)
};

/// "Failed: account not found"; without a known code just the state.
QString withReason(const QString &words, const QString &reasonCode)
{
    const auto known = bankErrorWords(reasonCode);
    //: a payout's standing and the short reason for it
    return known ? PayoutWords::tr("%1: %2").arg(words, known->shortWords) : words;
}

StatusText waiting(const QString &words)
{
    return {u"○"_s, words, {}, StatusGrade::quiet};
}

StatusText unknown(const QString &words)
{
    return {u"?"_s, words, u"?"_s, StatusGrade::warn};
}

StatusText statusOfState(PayoutState state, const QString &reasonCode, const QString &moment)
{
    switch (state) {
    case PayoutState::draft:
        return {u"✎"_s, PayoutWords::tr("Draft"), {}, StatusGrade::quiet};
    case PayoutState::queued:
        return waiting(withReason(PayoutWords::tr("Waiting to be sent"), reasonCode));
    case PayoutState::creating:
    case PayoutState::open:
    case PayoutState::starting:
        return waiting(PayoutWords::tr("Being sent for checking"));
    case PayoutState::startUnknown:
    case PayoutState::confirmUnknown:
        return unknown(PayoutWords::tr("Outcome unknown, asking bank"));
    case PayoutState::waitBank:
        return waiting(PayoutWords::tr("Checking at the bank"));
    case PayoutState::review:
        if (reasonCode == u"differences")
            return {u"!"_s, PayoutWords::tr("Review: something differs"), u"!"_s, StatusGrade::warn};
        return {u"●"_s, PayoutWords::tr("Ready to review"), {}, StatusGrade::accent};
    case PayoutState::mismatch:
        return {u"≠"_s, PayoutWords::tr("Review: bank's answer differs"), u"≠"_s, StatusGrade::danger};
    case PayoutState::approved:
    case PayoutState::confirming:
        return waiting(PayoutWords::tr("Confirmation being sent"));
    case PayoutState::executing:
        return waiting(PayoutWords::tr("Being paid"));
    case PayoutState::cancelling:
        return waiting(PayoutWords::tr("Being cancelled"));
    case PayoutState::cancelUnknown:
        return unknown(PayoutWords::tr("Cancelled or not? Asking bank"));
    case PayoutState::closing:
        return unknown(PayoutWords::tr("Closing the empty session"));
    case PayoutState::paid:
        return {u"✓"_s, PayoutWords::tr("Paid %1").arg(moment), {}, StatusGrade::good};
    case PayoutState::failed:
        return {u"✕"_s, withReason(PayoutWords::tr("Failed"), reasonCode), {}, StatusGrade::danger};
    case PayoutState::cancelled:
        return {u"–"_s, withReason(PayoutWords::tr("Cancelled"), reasonCode), {}, StatusGrade::quiet};
    case PayoutState::returned:
        return {u"↩"_s, PayoutWords::tr("Returned %1").arg(moment), {}, StatusGrade::warn};
    case PayoutState::bankError:
        return {u"!"_s, PayoutWords::tr("The bank reports an error"), u"!"_s, StatusGrade::warn};
    case PayoutState::hold:
        return {u"‖"_s, withReason(PayoutWords::tr("On hold"), reasonCode), u"‖"_s, StatusGrade::danger};
    }
    return {};
}

/// The bank's answer names somebody else: that stays with the payout for good, whatever became of it.
StatusText namingAnother(PayoutState state, StatusText text)
{
    text.gutter = u"≠"_s;
    text.grade = StatusGrade::danger;
    if (state == PayoutState::review || state == PayoutState::mismatch) {
        text.sign = u"≠"_s;
        text.words = PayoutWords::tr("Review: another recipient");
    } else {
        //: a payout's standing, and that the bank's answer named another recipient than was asked for
        text.words = PayoutWords::tr("%1 · another recipient").arg(text.words);
    }
    return text;
}

} // namespace

StatusText statusText(PayoutState state, const QString &reasonCode, bool alarmed, Instant since, Instant now)
{
    StatusText text = statusOfState(state, reasonCode, shortMoment(since, now));
    if (alarmed) {
        text.gutter = u"‼"_s;
        text.grade = StatusGrade::danger;
        //: a payout's standing, with an alarm that a person must look at
        text.words = PayoutWords::tr("%1 — alarm").arg(text.words);
    }
    return text;
}

StatusText statusText(const ListRow &row, Instant now)
{
    StatusText text = statusText(row.state, row.reasonCode, row.alarmed, row.stateSince, now);
    if (row.otherRecipient) return namingAnother(row.state, text);
    const bool isNew = row.newRecipient && !isFinal(row.state);
    if (!isNew && row.repeats.isEmpty()) return text;
    if (isNew) {
        //: a payout's standing, and that its recipient was never paid so before
        text.words = PayoutWords::tr("%1 · new recipient").arg(text.words);
    } else {
        //: a draft's standing, and the number of an earlier payout that it looks like
        text.words = PayoutWords::tr("%1 · looks like No. %2").arg(text.words).arg(row.repeats.first());
    }
    if (text.grade == StatusGrade::quiet || text.grade == StatusGrade::accent) text.grade = StatusGrade::warn;
    return text;
}

QString stateWords(PayoutState state)
{
    if (state == PayoutState::paid) return folderName(Folder::paid);
    if (state == PayoutState::returned) return PayoutWords::tr("Returned", "the state of one payout, not the folder");
    return statusOfState(state, {}, {}).words;
}

QString folderName(Folder folder)
{
    switch (folder) {
    case Folder::toReview:
        return PayoutWords::tr("To review");
    case Folder::needsAttention:
        return PayoutWords::tr("Needs attention");
    case Folder::drafts:
        return PayoutWords::tr("Drafts");
    case Folder::checking:
        return PayoutWords::tr("Checking at the bank");
    case Folder::beingPaid:
        return PayoutWords::tr("Being paid");
    case Folder::paid:
        return PayoutWords::tr("Paid");
    case Folder::failed:
        return PayoutWords::tr("Failed");
    case Folder::cancelled:
        return PayoutWords::tr("Cancelled");
    case Folder::returned:
        return PayoutWords::tr("Returned");
    case Folder::all:
        return PayoutWords::tr("All payouts");
    }
    return {};
}

QString emptyFolderSentence(Folder folder, bool searching)
{
    if (searching) return PayoutWords::tr("No payout here holds all of these words.");
    switch (folder) {
    case Folder::toReview:
        return PayoutWords::tr(
            "Nothing waits for your review. This folder holds payouts that the bank has checked and that "
            "are paid only when you confirm them.");
    case Folder::needsAttention:
        return PayoutWords::tr(
            "Nothing needs your attention. This folder holds payouts whose outcome is not known, and "
            "whatever else the program can't settle by itself.");
    case Folder::drafts:
        return PayoutWords::tr(
            "There are no drafts. This folder holds payouts that were begun and not sent yet. Ctrl+N starts "
            "a new one.");
    case Folder::checking:
        return PayoutWords::tr(
            "The bank is checking nothing now. This folder holds payouts that were sent and whose answer "
            "has not come yet.");
    case Folder::beingPaid:
        return PayoutWords::tr(
            "Nothing is being paid now. This folder holds payouts that were confirmed and have not arrived "
            "yet.");
    case Folder::paid:
        return PayoutWords::tr(
            "Nothing has been paid yet. This folder holds payouts of which the bank says that they are paid.");
    case Folder::failed:
        return PayoutWords::tr(
            "No payout has failed. This folder holds payouts that the bank did not carry out, with its "
            "reason.");
    case Folder::cancelled:
        return PayoutWords::tr(
            "No payout was cancelled. This folder holds payouts that were dropped before anything was paid.");
    case Folder::returned:
        return PayoutWords::tr("No money came back. This folder holds payouts that the recipient's bank returned.");
    case Folder::all:
        return PayoutWords::tr("There are no payouts yet. Ctrl+N starts the first one.");
    }
    return {};
}

QString offerWords(Offer offer)
{
    switch (offer) {
    case Offer::editDraft:
        return PayoutWords::tr("Edit…");
    case Offer::sendForChecking:
        return PayoutWords::tr("Send to the bank for checking");
    case Offer::discardDraft:
        return PayoutWords::tr("Discard draft");
    case Offer::withdraw:
        return PayoutWords::tr("Withdraw");
    case Offer::review:
        return PayoutWords::tr("Review…");
    case Offer::cancelPayout:
        return PayoutWords::tr("Cancel payout…");
    case Offer::askNow:
        return PayoutWords::tr("Ask now");
    case Offer::closeAndTryAgain:
        return PayoutWords::tr("Close and try again…");
    case Offer::sendConfirmAgain:
        return PayoutWords::tr("Send the same confirmation again…");
    case Offer::sendCancelAgain:
        return PayoutWords::tr("Send the same cancellation again…");
    case Offer::cancelAtBank:
        return PayoutWords::tr("Cancel at the bank…");
    case Offer::putOnHold:
        return PayoutWords::tr("Put on hold…");
    case Offer::acceptObservation:
        return PayoutWords::tr("Take over the bank's answer…");
    case Offer::payAgain:
        return PayoutWords::tr("Pay again as a new payout");
    }
    return {};
}

QString offerWords(Offer offer, PayoutState state)
{
    if (offer != Offer::askNow || !isFinal(state)) return offerWords(offer);
    // It is over: what asking can still tell is that the money came back, or that the bank thought better of it.
    return state == PayoutState::paid ? PayoutWords::tr("Ask whether it came back") : PayoutWords::tr("Ask once more");
}

QString offerReasonQuestion(Offer offer)
{
    switch (offer) {
    case Offer::closeAndTryAgain:
        return PayoutWords::tr(
            "The empty session is cancelled at the bank. Only after the bank has said so, the payout "
            "is sent for checking once more.");
    case Offer::sendConfirmAgain:
        return PayoutWords::tr("Exactly the same confirmation is sent once more. The bank can pay it only once.");
    case Offer::sendCancelAgain:
        return PayoutWords::tr("Exactly the same cancellation is sent once more. Nothing is paid.");
    case Offer::cancelAtBank:
        return PayoutWords::tr("The bank is told to drop this payout. Nothing is paid.");
    case Offer::putOnHold:
        return PayoutWords::tr(
            "The same request has left three times, and no more. Call the bank, and write down who said what. "
            "The bank goes on being asked; what it says later can be taken over.");
    case Offer::acceptObservation:
        return PayoutWords::tr("The payout leaves the hold and takes the state that the bank's latest reading tells.");
    case Offer::discardDraft:
        return PayoutWords::tr("The draft is thrown away. It was never sent.");
    case Offer::editDraft:
    case Offer::sendForChecking:
    case Offer::withdraw:
    case Offer::review:
    case Offer::cancelPayout:
    case Offer::askNow:
    case Offer::payAgain:
        return {};
    }
    return {};
}

std::optional<PersonOrder> orderOf(Offer offer)
{
    switch (offer) {
    case Offer::closeAndTryAgain:
        return PersonOrder::closeAndTryAgain;
    case Offer::sendConfirmAgain:
        return PersonOrder::sendConfirmAgain;
    case Offer::sendCancelAgain:
        return PersonOrder::sendCancelAgain;
    case Offer::cancelAtBank:
        return PersonOrder::cancelAtBank;
    case Offer::putOnHold:
        return PersonOrder::putOnHold;
    case Offer::acceptObservation:
        return PersonOrder::acceptObservation;
    case Offer::editDraft:
    case Offer::sendForChecking:
    case Offer::discardDraft:
    case Offer::withdraw:
    case Offer::review:
    case Offer::cancelPayout:
    case Offer::askNow:
    case Offer::payAgain:
        return std::nullopt;
    }
    return std::nullopt;
}

QString amountWords(qint64 kopecks)
{
    return Money::fromKopecks(kopecks).grouped() + QChar(0x00A0) + QChar(0x20BD);
}

QString amountWords(const std::optional<qint64> &kopecks)
{
    return kopecks ? amountWords(*kopecks) : u"—"_s;
}

} // namespace countersign::ui
