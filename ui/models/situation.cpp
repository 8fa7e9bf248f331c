#include "ui/models/situation.h"

#include "ui/models/alarmwords.h"
#include "ui/models/bankerrorwords.h"
#include "ui/models/datewords.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"

#include "payouts/pollplan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

struct SituationWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::SituationWords)
};

SituationNote warning(const QString &headline, const QString &text)
{
    return {StatusGrade::warn, u"?"_s, headline, text};
}

SituationNote danger(const QString &sign, const QString &headline, const QString &text)
{
    return {StatusGrade::danger, sign, headline, text};
}

/// The bank's code and words, for a headline's second part: "The recipient's account … (account_not_found: …)".
QString reasonOf(const PayoutRecord &payout)
{
    QStringList parts;
    if (const auto words = bankErrorWords(payout.reasonCode)) {
        parts << words->meaning << words->advice;
    } else if (payout.reasonCode.startsWith(u'G') && payout.reasonCode.size() <= 3) {
        parts << guardSentence(payout.reasonCode);
    }
    if (!payout.reasonText.isEmpty()) {
        parts << SituationWords::tr("The bank says: “%1” (%2).")
                     .arg(visibleText(payout.reasonText), visibleText(payout.reasonCode));
    } else if (!payout.reasonCode.isEmpty()) {
        parts << SituationWords::tr("Code: %1.").arg(payout.reasonCode);
    }
    return parts.join(u' ');
}

/// The last transmission, which is the one whose outcome may be unknown.
const SendRecord *lastSend(const PayoutDossier &dossier)
{
    return dossier.sends.isEmpty() ? nullptr : &dossier.sends.last();
}

/// Its outcome is unknown all the same: the bank goes on as if it had not come.
bool isTaken(const PayoutDossier &dossier)
{
    const SendRecord *send = lastSend(dossier);
    return send && send->endedAt && send->sendClass == SendClass::ok;
}

QString brokeOff(const PayoutDossier &dossier, Instant now)
{
    const SendRecord *send = lastSend(dossier);
    if (!send) return {};
    if (isTaken(dossier))
        return SituationWords::tr("The bank answered at %1 that it took the request.")
            .arg(exactMoment(*send->endedAt, now));
    if (!send->endedAt) {
        return SituationWords::tr("The program ended while the request was on its way, at %1.")
            .arg(exactMoment(send->startedAt, now));
    }
    return SituationWords::tr("The connection ended at %1 without a clear answer, after the request had left.")
        .arg(exactMoment(*send->endedAt, now));
}

/// What a person can order now about an outcome that stays unknown: the settle rule is fulfilled.
QString orderSentence(const QList<OfferedAct> &offers)
{
    for (const OfferedAct &act : offers) {
        if (!act.enabled) continue;
        if (act.offer == Offer::sendConfirmAgain) {
            return SituationWords::tr("The bank goes on saying that it waits for your decision. You can order the same "
                                      "confirmation to be sent again; it can't pay twice.");
        }
        if (act.offer == Offer::sendCancelAgain) {
            return SituationWords::tr(
                "The bank goes on saying the same. You can order the same cancellation to be sent "
                "again; nothing is paid by it.");
        }
        if (act.offer == Offer::closeAndTryAgain) {
            return SituationWords::tr(
                "The bank goes on saying that it has no payout. You can close the session and try "
                "again.");
        }
        if (act.offer == Offer::putOnHold) {
            return SituationWords::tr("The same request has left three times, and no more is sent. Call the bank, and "
                                      "put the payout on hold.");
        }
    }
    return SituationWords::tr("We are asking the bank; nothing is sent again until it answers. You don't need to do "
                              "anything.");
}

/// A confirmation that was taken is never repeated, nor one whose approval has run out or was lost with later data.
QString confirmSentence(const PayoutDossier &dossier, const QList<OfferedAct> &offers)
{
    const bool repeatable = std::any_of(offers.begin(), offers.end(), [](const OfferedAct &act) {
        return act.offer == Offer::sendConfirmAgain || act.offer == Offer::putOnHold;
    });
    if (repeatable) return orderSentence(offers);
    if (isTaken(dossier)) {
        return SituationWords::tr(
            "What the bank has taken is not sent again. If the bank goes on waiting, it drops the "
            "payout after a time; then you can pay again. If that takes too long, call the bank.");
    }
    return SituationWords::tr(
        "We are asking the bank. The decision to confirm is no longer in force, so the confirmation "
        "is not sent again. If the bank goes on waiting, it drops the payout after a time; then "
        "you can pay again. If that takes too long, call the bank.");
}

/// One whose bytes are lost is never repeated either.
QString cancelSentence(const PayoutDossier &dossier, const QList<OfferedAct> &offers)
{
    if (!dossier.cancelBodyLost || !dossier.attempt) return orderSentence(offers);
    return SituationWords::tr("The cancellation can't be sent again as it was: the bank's answer is another one now. "
                              "Ask the bank to cancel session %1.")
        .arg(dossier.attempt->sessionId);
}

SituationNote unknownNote(const QString &headline, const PayoutDossier &dossier, const QString &order, Instant now)
{
    const QStringList parts{brokeOff(dossier, now), order};
    return warning(headline, parts.join(u' ').trimmed());
}

/// A payout whose last request could not leave, or that another session of it keeps back; without a word it would look
/// as if nothing went on.
std::optional<SituationNote> waitingNote(const PayoutDossier &dossier)
{
    if (dossier.payout.reasonCode == u"earlierSession")
        return warning(SituationWords::tr("The payout is not sent yet."), reasonOf(dossier.payout));
    const SendRecord *send = lastSend(dossier);
    if (!send || send->sendClass != SendClass::notSent) return std::nullopt;
    return warning(SituationWords::tr("The bank can't be reached."),
                   SituationWords::tr("The request has not left this computer. The program tries again by itself. You "
                                      "don't need to do anything."));
}

bool isCancelledByUs(const PayoutDossier &dossier)
{
    return std::any_of(dossier.intents.begin(), dossier.intents.end(), [](const IntentRecord &intent) {
        return intent.kind == CallKind::cancel && intent.status != IntentStatus::voided;
    });
}

/// The bank's answer names another recipient: how that stands above the payout. The states without a note of their own
/// here say it by their facts only.
std::optional<SituationNote> otherRecipientNote(PayoutState state)
{
    if (state == PayoutState::review) {
        return danger(u"≠"_s, SituationWords::tr("The bank names another recipient than you asked for."),
                      SituationWords::tr(
                          "If you did not expect it, cancel the payout and call the recipient on a number you already "
                          "know. The review shows each difference."));
    }
    if (state == PayoutState::paid) {
        return danger(
            u"≠"_s, SituationWords::tr("The bank has paid another recipient than you asked for."),
            SituationWords::tr("If nobody here wanted that, call the bank at once, with its number below, and "
                               "ask it to get the money back."));
    }
    return std::nullopt;
}

QList<SituationFact> recipientFacts(const PayoutDossier &dossier)
{
    if (!dossier.otherRecipient) return {};
    const PayoutRecord &payout = dossier.payout;
    const RecipientIdentity &named = *dossier.otherRecipient;
    const RecipientIdentity asked{payout.recipientName, payout.recipientInn, payout.recipientBik,
                                  payout.recipientAccount};
    const auto words = [&](const RecipientIdentity &who) {
        QStringList parts{who.name, groupedDigits(who.account)};
        if (asked.bik != named.bik && !who.bik.isEmpty()) parts << SituationWords::tr("BIK %1").arg(who.bik);
        if (asked.inn != named.inn && !who.inn.isEmpty()) parts << SituationWords::tr("INN %1").arg(who.inn);
        parts.removeAll(QString());
        return visibleText(parts.join(u", "_s));
    };
    const bool moved = payout.state == PayoutState::paid || payout.state == PayoutState::returned;
    return {{SituationWords::tr("You asked for"), words(asked)},
            {moved ? SituationWords::tr("The bank paid") : SituationWords::tr("The bank named"), words(named)}};
}

SituationNote returnedNote()
{
    return {StatusGrade::warn, u"↩"_s, SituationWords::tr("The money came back."),
            SituationWords::tr("The bank had paid, and the recipient's bank returned the money. Check the requisites "
                               "with the recipient before paying again.")};
}

std::optional<SituationNote> stateNote(const PayoutDossier &dossier, const QList<OfferedAct> &offers, Instant now)
{
    using namespace std::chrono_literals;
    const PayoutRecord &payout = dossier.payout;
    const auto age = now - payout.stateSince;
    const bool heldBack = payout.state == PayoutState::review && payout.reasonCode.startsWith(u'G');
    if (dossier.otherRecipient && !heldBack) {
        if (auto note = otherRecipientNote(payout.state)) return note;
    }
    switch (payout.state) {
    case PayoutState::mismatch:
        return danger(u"≠"_s, SituationWords::tr("The bank would pay something else than you asked for."),
                      SituationWords::tr(
                          "The review shows each difference. If you did not expect it, cancel the payout and call the "
                          "recipient on a number you already know."));
    case PayoutState::review:
        if (heldBack) {
            return warning(SituationWords::tr("The confirmation was held back."), reasonOf(payout));
        }
        if (age < 60min && payout.reasonCode == u"differences") {
            return warning(
                SituationWords::tr("Something in the review needs a tick of its own."),
                SituationWords::tr("A small difference in the bank's answer or a warning: the review shows each."));
        }
        if (age < 60min) return std::nullopt;
        return warning(
            SituationWords::tr("This payout has waited for a decision since %1.")
                .arg(shortMoment(payout.stateSince, now)),
            SituationWords::tr("The bank drops a payout that nobody confirms; it does not say after what time."));
    case PayoutState::startUnknown:
        return unknownNote(SituationWords::tr("We don't know yet whether the bank took the payout for checking."),
                           dossier, orderSentence(offers), now);
    case PayoutState::confirmUnknown:
        return unknownNote(isTaken(dossier)
                               ? SituationWords::tr("The bank has taken your confirmation, but goes on as before.")
                               : SituationWords::tr("We don't know yet whether the bank took your confirmation."),
                           dossier, confirmSentence(dossier, offers), now);
    case PayoutState::cancelUnknown:
        return unknownNote(isTaken(dossier)
                               ? SituationWords::tr("The bank has taken the cancellation, but goes on as before.")
                               : SituationWords::tr("We don't know yet whether the bank took the cancellation."),
                           dossier, cancelSentence(dossier, offers), now);
    case PayoutState::closing:
        return warning(
            SituationWords::tr("The empty session is being closed."),
            SituationWords::tr("When the bank says that it is cancelled, the payout is sent for checking once more."));
    case PayoutState::bankError:
        return warning(
            SituationWords::tr("The bank reports an error that is not final."),
            SituationWords::tr(
                "The payout may still be paid. The program keeps asking. Call the bank if this lasts; do not "
                "pay again before it is final.") +
                u' ' + reasonOf(payout));
    case PayoutState::hold:
        return danger(u"‖"_s, SituationWords::tr("The payout is on hold."), reasonOf(payout));
    case PayoutState::waitBank:
        if (age < 15min) return std::nullopt;
        return SituationNote{
            StatusGrade::accent, u"○"_s,
            SituationWords::tr("The bank has been checking since %1.").arg(shortMoment(payout.stateSince, now)),
            SituationWords::tr("That is longer than usual. The program keeps asking.")};
    case PayoutState::executing:
        if (age < 2h) return std::nullopt;
        return SituationNote{
            StatusGrade::accent, u"○"_s,
            SituationWords::tr("The bank has been paying since %1.").arg(shortMoment(payout.stateSince, now)),
            SituationWords::tr("It may take up to two days when the bank checks for fraud. The program keeps asking.")};
    case PayoutState::cancelling:
        if (age < 15min) return std::nullopt;
        return SituationNote{
            StatusGrade::accent, u"○"_s,
            SituationWords::tr("The bank has been cancelling since %1.").arg(shortMoment(payout.stateSince, now)),
            SituationWords::tr("That is longer than usual. The program keeps asking.")};
    case PayoutState::failed:
        return danger(u"✕"_s, SituationWords::tr("The bank did not pay."), reasonOf(payout));
    case PayoutState::cancelled:
        return SituationNote{StatusGrade::quiet, u"–"_s,
                             isCancelledByUs(dossier)
                                 ? SituationWords::tr("Cancelled as you ordered: nothing was paid.")
                                 : SituationWords::tr("The bank cancelled this payout: nothing was paid."),
                             reasonOf(payout)};
    case PayoutState::returned:
        return returnedNote();
    case PayoutState::paid:
        return SituationNote{StatusGrade::good, u"✓"_s, SituationWords::tr("The bank has paid."), {}};
    case PayoutState::queued:
    case PayoutState::open:
    case PayoutState::approved:
        return waitingNote(dossier);
    case PayoutState::draft:
    case PayoutState::creating:
    case PayoutState::starting:
    case PayoutState::confirming:
        return std::nullopt;
    }
    return std::nullopt;
}

SituationNote calm(const QString &headline, const QString &text)
{
    return {StatusGrade::accent, u"○"_s, headline, text};
}

/// Nothing is wrong and nothing takes long: what goes on, and whether anything is to be done. Without it the pane of a
/// payout that has just been sent says only what was asked for.
std::optional<SituationNote> calmNote(PayoutState state)
{
    using enum PayoutState;
    const QString waits = SituationWords::tr("Its answer comes by itself. Nothing is paid before you confirm.");
    switch (state) {
    case queued:
    case creating:
    case open:
    case starting:
        return calm(SituationWords::tr("The payout is being sent for checking."), waits);
    case waitBank:
        return calm(SituationWords::tr("The bank is checking the payout."), waits);
    case review:
        return calm(SituationWords::tr("The bank has answered and waits for your decision."),
                    SituationWords::tr("The review shows what it is going to pay."));
    case approved:
    case confirming:
        return calm(SituationWords::tr("Your confirmation is on its way to the bank."),
                    SituationWords::tr("You don't need to do anything."));
    case executing:
        return calm(SituationWords::tr("The bank is carrying out the payout."),
                    SituationWords::tr("How it ends is told here by itself. You don't need to do anything."));
    case cancelling:
        return calm(SituationWords::tr("Your cancellation is on its way to the bank."),
                    SituationWords::tr("You don't need to do anything."));
    case draft:
    case startUnknown:
    case confirmUnknown:
    case cancelUnknown:
    case closing:
    case mismatch:
    case paid:
    case failed:
    case cancelled:
    case returned:
    case bankError:
    case hold:
        return std::nullopt;
    }
    return std::nullopt;
}

QString observationWords(ObservationKind kind)
{
    switch (kind) {
    case ObservationKind::none:
        return SituationWords::tr("no payout in the session yet");
    case ObservationKind::work:
        return SituationWords::tr("working on it");
    case ObservationKind::ready:
        return SituationWords::tr("still waiting for a decision");
    case ObservationKind::paid:
        return SituationWords::tr("paid");
    case ObservationKind::failed:
        return SituationWords::tr("failed");
    case ObservationKind::cancelled:
        return SituationWords::tr("cancelled");
    case ObservationKind::returned:
        return SituationWords::tr("money came back");
    case ObservationKind::error:
        return SituationWords::tr("an error that is not final");
    case ObservationKind::multiple:
        return SituationWords::tr("two payouts in the session");
    case ObservationKind::gone:
        return SituationWords::tr("the bank does not know the session");
    }
    return {};
}

bool isUnknown(PayoutState state)
{
    using enum PayoutState;
    return state == startUnknown || state == confirmUnknown || state == cancelUnknown || state == bankError ||
           state == hold;
}

QString notKnownWords(const PayoutDossier &dossier)
{
    const PayoutState state = dossier.payout.state;
    if (!isUnknown(state)) return {};
    const bool ofItsEnd = state == PayoutState::bankError || state == PayoutState::hold || isTaken(dossier);
    return ofItsEnd ? SituationWords::tr("How the payout ends") : SituationWords::tr("Whether the bank received it");
}

/// How often the bank was asked since the request left.
int timesAsked(const PayoutDossier &dossier)
{
    const SendRecord *send = lastSend(dossier);
    const Instant since = send ? send->startedAt : Instant{};
    return static_cast<int>(
        std::count_if(dossier.observations.begin(), dossier.observations.end(), [&](const ObservationRecord &seen) {
            return seen.source == ObservationSource::status && seen.observedAt >= since;
        }));
}

/// By the poll plan; a bank that does not answer is asked later than that.
std::optional<Instant> askedNext(const PayoutDossier &dossier)
{
    const auto latest =
        std::find_if(dossier.observations.begin(), dossier.observations.end(),
                     [](const ObservationRecord &seen) { return seen.source == ObservationSource::status; });
    if (latest == dossier.observations.end()) return std::nullopt;
    const auto interval =
        pollInterval(dossier.payout.state, dossier.payout.stateSince, latest->observedAt, timesAsked(dossier));
    return interval ? std::optional(latest->observedAt + *interval) : std::nullopt;
}

QList<SituationFact> factsOf(const PayoutDossier &dossier, Instant now)
{
    const QString notKnown = notKnownWords(dossier);
    if (notKnown.isEmpty()) return {};
    QList<SituationFact> facts;
    if (const SendRecord *send = lastSend(dossier); send) {
        const QString moment = exactMoment(send->startedAt, now);
        facts << SituationFact{
            SituationWords::tr("Known"),
            send->number == 1
                ? SituationWords::tr("Request left this computer once, %1").arg(moment)
                : SituationWords::tr("The same request left this computer %n times, last %1", "", send->number)
                      .arg(moment)};
    }
    facts << SituationFact{SituationWords::tr("Not known"), notKnown};
    const int asked = timesAsked(dossier);
    facts << SituationFact{SituationWords::tr("Asking the bank"),
                           asked == 0 ? SituationWords::tr("No answer yet")
                                      : SituationWords::tr("Answers since then: %1").arg(asked)};
    if (const auto next = askedNext(dossier)) {
        facts << SituationFact{SituationWords::tr("Asked next"),
                               *next > now ? exactMoment(*next, now) : SituationWords::tr("about now")};
    }
    if (!dossier.observations.isEmpty()) {
        const ObservationRecord &newest = dossier.observations.first();
        facts << SituationFact{SituationWords::tr("Last answer"),
                               exactMoment(newest.observedAt, now) + u" — "_s + observationWords(newest.kind)};
    }
    return facts;
}

QString laterSentence(const OfferedAct &act, Instant now)
{
    const QString moment = shortMoment(*act.availableFrom, now);
    if (act.offer == Offer::sendConfirmAgain) {
        return SituationWords::tr("If the bank still says “waiting” at %1, you can order the same confirmation to be "
                                  "sent again; it can't pay twice.")
            .arg(moment);
    }
    if (act.offer == Offer::sendCancelAgain) {
        return SituationWords::tr("If the bank still says the same at %1, you can order the same cancellation to be "
                                  "sent again.")
            .arg(moment);
    }
    if (act.offer == Offer::closeAndTryAgain) {
        return SituationWords::tr("If the bank still has no payout at %1, you can close the session and try again.")
            .arg(moment);
    }
    if (act.offer == Offer::payAgain) {
        if (*act.availableFrom <= now) {
            return SituationWords::tr("When the bank says the same once more, you can pay again as a new payout. It is "
                                      "asked by itself; “Ask now” asks at once.");
        }
        return SituationWords::tr("If the bank still says the same at %1, you can pay again as a new payout.")
            .arg(moment);
    }
    return {};
}

QString footnoteOf(const PayoutDossier &dossier, const QList<OfferedAct> &offers, Instant now)
{
    QStringList sentences;
    if (dossier.payout.state == PayoutState::confirmUnknown) {
        sentences << SituationWords::tr("Cancelling is not offered while a confirmation may be on its way.");
    }
    for (const OfferedAct &act : offers) {
        if (act.enabled || !act.availableFrom) continue;
        const QString sentence = laterSentence(act, now);
        if (!sentence.isEmpty()) sentences << sentence;
    }
    return sentences.join(u' ');
}

/// Nothing known needs doing while a payout takes its way: asking and withdrawing are possible, never called for.
std::optional<Offer> nextActOf(PayoutState state, const QList<OfferedAct> &offers)
{
    if (offers.isEmpty()) return std::nullopt;
    switch (offers.first().offer) {
    case Offer::editDraft:
    case Offer::review:
    case Offer::acceptObservation:
    case Offer::payAgain:
        return offers.first().offer;
    case Offer::askNow:
        return isUnknown(state) ? std::optional(Offer::askNow) : std::nullopt;
    case Offer::sendForChecking:
    case Offer::discardDraft:
    case Offer::withdraw:
    case Offer::cancelPayout:
    case Offer::closeAndTryAgain:
    case Offer::sendConfirmAgain:
    case Offer::sendCancelAgain:
    case Offer::cancelAtBank:
    case Offer::putOnHold:
        return std::nullopt;
    }
    return std::nullopt;
}

/// What is hard to understand without the rule behind it has a page of its own.
std::optional<HelpTopic> helpOn(PayoutState state)
{
    using enum PayoutState;
    if (state == review || state == mismatch) return HelpTopic::review;
    const QList<PayoutState> unknown{startUnknown, confirmUnknown, cancelUnknown, closing, bankError, hold};
    return unknown.contains(state) ? std::optional(HelpTopic::unknown) : std::nullopt;
}

} // namespace

Situation situationOf(const PayoutDossier &dossier, const QList<OfferedAct> &offers, Instant now)
{
    Situation situation;
    for (const AlarmRecord &alarm : dossier.alarms) {
        situation.notes << danger(u"‼"_s, alarmHeadline(alarm.kind), alarmSentences(alarm));
    }
    if (auto note = stateNote(dossier, offers, now)) {
        note->help = helpOn(dossier.payout.state);
        situation.notes << *note;
    } else if (situation.notes.isEmpty()) {
        if (const auto quiet = calmNote(dossier.payout.state)) situation.notes << *quiet;
    }
    situation.facts = recipientFacts(dossier) + factsOf(dossier, now);
    situation.footnote = footnoteOf(dossier, offers, now);
    situation.nextAct = nextActOf(dossier.payout.state, offers);
    return situation;
}

} // namespace countersign::ui
