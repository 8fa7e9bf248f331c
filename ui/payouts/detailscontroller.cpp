#include "ui/payouts/detailscontroller.h"

#include "core/futures.h"
#include "ui/models/payoutwords.h"
#include "ui/payouts/detailspane.h"

namespace countersign::ui {

namespace {
constexpr int lookAgainAfter = 15'000; // milliseconds
}

DetailsController::DetailsController(PayoutDesk &desk, const Clock &clock, OffersFunction offers, DetailsPane &pane,
                                     QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_offers(std::move(offers)), m_pane(pane)
{
    m_again.setInterval(lookAgainAfter);
    connect(&m_again, &QTimer::timeout, this, &DetailsController::present);
    connect(&pane, &DetailsPane::actWanted, this, &DetailsController::act);
    connect(&desk, &PayoutDesk::payoutChanged, this, [this](const PayoutId &id) {
        if (id == m_shown) read();
    });
}

void DetailsController::showPayout(const PayoutId &id)
{
    if (id == m_shown && m_dossier) return;
    m_shown = id;
    m_dossier.reset();
    if (id.isEmpty()) {
        m_again.stop();
        m_pane.showNothing();
        return;
    }
    m_pane.leavePayout();
    read();
}

void DetailsController::read()
{
    watch(m_desk.dossier(m_shown), this, [this, id = m_shown](const Result<PayoutDossier> &dossier) {
        if (id != m_shown) return; // another one was chosen meanwhile
        if (!dossier) {
            showPayout({});
            return;
        }
        m_dossier = *dossier;
        present();
        m_again.start();
    });
}

void DetailsController::present()
{
    if (!m_dossier) return;
    const Instant now = m_clock.now();
    m_pane.showPayout(*m_dossier, m_offers(*m_dossier, now), now);
}

void DetailsController::act(const PayoutId &id, Offer offer, const QString &reason)
{
    if (id != m_shown || !m_dossier) return; // another payout was chosen: the person saw this act beside the old one
    if (const auto order = orderOf(offer)) return follow(m_desk.order(id, *order, reason));
    switch (offer) {
    case Offer::editDraft:
        Q_EMIT editWanted(id);
        return;
    case Offer::review:
        Q_EMIT reviewWanted(id);
        return;
    case Offer::cancelPayout:
        return follow(m_desk.decide(id, {.kind = DecisionKind::cancel,
                                         .viewSha256 = {},
                                         .openedAt = m_clock.now(),
                                         .ticks = {},
                                         .typedDigits = {},
                                         .reason = reason}));
    case Offer::sendForChecking:
        return follow(m_desk.sendForChecking(id, {.draftSha256 = sha256Hex(m_dossier->payout.draft)}));
    case Offer::discardDraft:
        return follow(m_desk.discardDraft(id));
    case Offer::withdraw:
        return follow(m_desk.withdraw(id));
    case Offer::askNow:
        return follow(m_desk.askNow(id));
    case Offer::payAgain:
        return payAgain(id);
    case Offer::closeAndTryAgain:
    case Offer::sendConfirmAgain:
    case Offer::sendCancelAgain:
    case Offer::cancelAtBank:
    case Offer::putOnHold:
    case Offer::acceptObservation:
        return; // orders, see above
    }
}

void DetailsController::follow(const QFuture<Result<>> &future)
{
    m_pane.setBusy(true);
    watch(future, this, [this](const Result<> &done) { finish(done ? std::nullopt : std::optional(done.error())); });
}

void DetailsController::payAgain(const PayoutId &id)
{
    m_pane.setBusy(true);
    watch(m_desk.payAgain(id), this, [this](const Result<PayoutId> &made) {
        finish(made ? std::nullopt : std::optional(made.error()));
        if (made) Q_EMIT editWanted(*made);
    });
}

void DetailsController::finish(const std::optional<Error> &error)
{
    m_pane.setBusy(false);
    if (error) m_pane.showRefusal(*error);
    if (!m_shown.isEmpty()) read();
}

} // namespace countersign::ui
