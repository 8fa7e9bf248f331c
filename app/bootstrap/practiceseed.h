#pragma once

#include "payouts/payoutdesk.h"

namespace countersign {

/// Fills an empty practice store with a handful of payouts in different states, through the desk like a person would:
/// a draft, two to review (one clean, one that the practice bank changes), one that fails and one that is cancelled.
/// Nothing is ever confirmed here. Window's thread; ends with `done`.
class PracticeSeed final : public QObject
{
    Q_OBJECT
public:
    /// The desk outlives the seed. The signing key must be unlocked.
    explicit PracticeSeed(PayoutDesk &desk, QObject *parent = nullptr);
    /// Does nothing but `done` when there are payouts already.
    void start();

Q_SIGNALS:
    void done();

private:
    struct Sample
    {
        PayoutDraft draft;
        bool send = false;
        bool cancel = false;
    };
    [[nodiscard]] static QList<Sample> samples();
    void seedNext();
    void send(const PayoutId &id, const PayoutDraft &draft);
    void cancelWhenReady();
    void cancelIfReady(const Result<PayoutDossier> &dossier);

    PayoutDesk &m_desk;
    QList<Sample> m_samples;
    PayoutId m_toCancel;
    bool m_cancelling = false;
};

} // namespace countersign
