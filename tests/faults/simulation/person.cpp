#include "faults/simulation/person.h"

namespace countersign::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::EngineWorld;

namespace {

/// What a person looks at: all that actOn() may do something about.
QList<PayoutState> statesToLookAt(bool diligent)
{
    using enum PayoutState;
    QList<PayoutState> states{draft,          queued,        open,    review, mismatch, approved,  startUnknown,
                              confirmUnknown, cancelUnknown, closing, hold,   waitBank, executing, bankError};
    if (!diligent) states.append({failed, cancelled, returned});
    return states;
}

} // namespace

void Person::note(const char *act, const QString &about, bool done)
{
    m_acts += QByteArray(act) + ' ' + about.toLatin1() + (done ? " done\n" : " refused\n");
}

void Person::submit(const QString &purpose, const QString &amount)
{
    m_world.inProcess([&] {
        PayoutDraft draft = EngineWorld::draft(amount);
        draft.purpose = u"Оплата по счёту %1. НДС не облагается."_s.arg(purpose);
        const auto id = m_world.engine().saveDraft({}, draft);
        if (!id) return note("draft", purpose, false);
        send(*id);
    });
}

void Person::lookAround()
{
    if (!m_world.isRunning()) return;
    decideWhatWasOpened();
    lookAtFreeze();
    QList<PayoutRecord> payouts;
    if (m_world.isRunning()) {
        const BadDisk::Rest rest(m_disk);
        payouts = m_world.begin()->payoutsInStates(statesToLookAt(m_diligent)).value_or(QList<PayoutRecord>());
    }
    for (const PayoutRecord &payout : std::as_const(payouts)) {
        if (m_world.isRunning()) m_world.inProcess([&] { actOn(payout); });
    }
}

void Person::actOn(const PayoutRecord &payout)
{
    switch (payout.state) {
    case PayoutState::draft:
        if (mayAct(15)) sendDraft(payout);
        break;
    case PayoutState::queued:
    case PayoutState::open:
        if (bankKnowsMore(payout) || m_dice.chance(8) || (m_diligent && m_world.now() - payout.stateSince > 2h)) {
            note("withdraw", payout.id.text, m_world.engine().withdraw(payout.id).has_value());
        }
        break;
    case PayoutState::review:
        if (!mayAct(85)) break;
        if (m_dice.chance(12)) {
            cancel(payout);
        } else {
            review(payout);
        }
        break;
    case PayoutState::mismatch:
        if (m_dice.chance(20)) review(payout);
        if (mayAct(30)) cancel(payout);
        break;
    case PayoutState::approved:
        if (m_dice.chance(10)) cancel(payout);
        break;
    case PayoutState::startUnknown:
        if (mayAct(50)) order(payout, PersonOrder::closeAndTryAgain);
        break;
    case PayoutState::confirmUnknown:
        if (mayAct(50)) order(payout, PersonOrder::sendConfirmAgain);
        if (m_dice.chance(5)) cancel(payout);
        break;
    case PayoutState::cancelUnknown:
    case PayoutState::closing:
        if (mayAct(50)) order(payout, PersonOrder::sendCancelAgain);
        break;
    case PayoutState::hold:
        if (m_dice.chance(30)) order(payout, PersonOrder::cancelAtBank);
        if (mayAct(40)) order(payout, PersonOrder::acceptObservation);
        break;
    case PayoutState::failed:
    case PayoutState::cancelled:
    case PayoutState::returned:
        if (!m_diligent && m_dice.chance(1)) payAgain(payout);
        break;
    case PayoutState::waitBank:
    case PayoutState::executing:
    case PayoutState::bankError:
        if (m_dice.chance(10)) note("ask", payout.id.text, m_world.engine().askNow(payout.id).has_value());
        break;
    case PayoutState::creating:
    case PayoutState::starting:
    case PayoutState::confirming:
    case PayoutState::cancelling:
    case PayoutState::paid:
        break;
    }
}

void Person::sendDraft(const PayoutRecord &payout)
{
    // Diligent people begin nothing new: a payout of the last day could not find its end.
    if (m_diligent || bankKnowsMore(payout)) return;
    send(payout.id);
}

/// As somebody with the paper in hand, who knows every payout that this one looks like.
void Person::send(const PayoutId &id)
{
    SendingActs acts;
    {
        const BadDisk::Rest rest(m_disk);
        acts = m_world.actsFor(id);
    }
    note("submit", id.text, m_world.engine().sendForChecking(id, acts).has_value());
}

void Person::review(const PayoutRecord &payout)
{
    const auto sheet = m_world.engine().openReview(payout.id);
    note("open", payout.id.text, sheet.has_value());
    if (sheet) m_reviews.append({payout.id, *sheet});
}

void Person::decideWhatWasOpened()
{
    for (const OpenReview &review : std::exchange(m_reviews, {})) {
        if (!m_world.isRunning()) return;
        m_world.inProcess([&] {
            const ReviewAct act{.kind = DecisionKind::approve,
                                .viewSha256 = review.sheet.viewSha256,
                                .openedAt = review.sheet.openedAt,
                                .ticks = m_dice.chance(90) ? review.sheet.requiredTicks : QStringList(),
                                .typedDigits = {},
                                .retypedDigits = review.sheet.asked.account.text().right(retypedDigits),
                                .reason = u"as agreed by telephone"_s};
            note("approve", review.payout.text, m_world.engine().decide(review.payout, act).has_value());
        });
    }
}

void Person::cancel(const PayoutRecord &payout)
{
    const ReviewAct act{.kind = DecisionKind::cancel, .openedAt = m_world.now(), .reason = u"wrong"_s};
    note("cancel", payout.id.text, m_world.engine().decide(payout.id, act).has_value());
}

void Person::order(const PayoutRecord &payout, PersonOrder order)
{
    const auto done = m_world.engine().order(payout.id, order, u"seen at the bank"_s);
    note("order", payout.id.text + u' ' + QString::number(static_cast<int>(order)), done.has_value());
}

void Person::payAgain(const PayoutRecord &payout)
{
    if (bankKnowsMore(payout)) return;
    const auto id = m_world.engine().payAgain(payout.id);
    note("again", payout.id.text, id.has_value());
    if (id) send(*id);
}

bool Person::bankKnowsMore(const PayoutRecord &payout)
{
    const BadDisk::Rest rest(m_disk);
    const std::string purpose = payout.purpose.toStdString();
    const auto transaction = m_world.begin();
    for (const auto &[id, session] : m_world.bank().sessions()) {
        const bool same = std::any_of(session.payouts.begin(), session.payouts.end(),
                                      [&](const auto &each) { return each.order.description == purpose; });
        if (same && !transaction->attemptOfSession(QString::fromStdString(id)).value_or(std::nullopt)) return true;
    }
    return false;
}

void Person::lookAtFreeze()
{
    if (!m_world.isRunning()) return;
    bool frozen = false;
    {
        const BadDisk::Rest rest(m_disk);
        frozen = m_world.frozen();
    }
    if (!frozen) {
        m_frozenSeen.reset();
        if (!m_diligent && m_dice.chance(1)) {
            m_world.inProcess([&] { note("freeze", {}, m_world.engine().freeze(u"a feeling"_s).has_value()); });
        }
        return;
    }
    // A second look, some minutes later: what was still on its way has arrived, and what the desk does not know is
    // withdrawn by then.
    if (!m_frozenSeen) m_frozenSeen = m_world.realNow();
    if (m_world.realNow() - *m_frozenSeen < 5min || !mayAct(40)) return;
    m_world.inProcess([&] { note("lift", {}, m_world.engine().liftFreeze(u"looked into it"_s).has_value()); });
}

} // namespace countersign::faults
