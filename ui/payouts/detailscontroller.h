#pragma once

#include "payouts/payoutdesk.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace countersign::ui {

class DetailsPane;

/// Feeds the details pane: reads the chosen payout, reads it again when it changes, and carries out the acts that the
/// pane asks for. What needs another window is asked for by signal.
class DetailsController : public QObject
{
    Q_OBJECT
public:
    /// offersFor() of payouts/offers.h; a test gives its own.
    using OffersFunction = std::function<QList<OfferedAct>(const PayoutDossier &, Instant)>;

    /// All must outlive the controller.
    DetailsController(PayoutDesk &desk, const Clock &clock, OffersFunction offers, DetailsPane &pane,
                      QObject *parent = nullptr);

    /// An empty id shows nothing.
    void showPayout(const PayoutId &id);
    [[nodiscard]] const PayoutId &shown() const { return m_shown; }

Q_SIGNALS:
    void editWanted(const countersign::PayoutId &id);
    void reviewWanted(const countersign::PayoutId &id);

private:
    void read();
    void present();
    void act(const PayoutId &id, Offer offer, const QString &reason);
    void follow(const QFuture<Result<>> &future);
    void finish(const std::optional<Error> &error);
    void payAgain(const PayoutId &id);

    PayoutDesk &m_desk;
    const Clock &m_clock;
    OffersFunction m_offers;
    DetailsPane &m_pane;
    PayoutId m_shown;
    std::optional<PayoutDossier> m_dossier;
    QTimer m_again; ///< when an offer becomes possible, or a moment's text changes
};

} // namespace countersign::ui
