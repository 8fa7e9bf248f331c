#pragma once

#include "faults/simulation/baddisk.h"
#include "faults/simulation/dice.h"
#include "support/engineworld.h"

#include <QHash>
#include <QSet>

namespace countersign::faults {

/// Somebody honest at the desk: submits what is to be paid, looks at what the desk shows and picks one of the acts that
/// it offers, at random and sometimes twice. Never pays by hand what the bank's own list shows under a session that the
/// desk does not know, and lifts a freeze only after having looked there.
class Person
{
public:
    Person(test::EngineWorld &world, BadDisk &disk, Dice &dice) : m_world(world), m_disk(disk), m_dice(dice) {}

    /// Writes a new payout and submits it. The purpose names it.
    void submit(const QString &purpose, const QString &amount);
    /// Looks through what waits and does something about some of it.
    void lookAround();
    /// No more pranks: every decision is taken, every order given, nothing new is begun.
    void becomeDiligent() { m_diligent = true; }
    /// What has been done, for the trace.
    [[nodiscard]] const QByteArray &acts() const { return m_acts; }

private:
    void actOn(const PayoutRecord &payout);
    void review(const PayoutRecord &payout);
    void decideWhatWasOpened();
    void cancel(const PayoutRecord &payout);
    void order(const PayoutRecord &payout, PersonOrder order);
    void payAgain(const PayoutRecord &payout);
    void sendDraft(const PayoutRecord &payout);
    void send(const PayoutId &id);
    void lookAtFreeze();
    void note(const char *act, const QString &about, bool done);
    /// The bank lists a session with this purpose that the desk has not.
    [[nodiscard]] bool bankKnowsMore(const PayoutRecord &payout);
    [[nodiscard]] bool mayAct(unsigned percent) { return m_diligent || m_dice.chance(percent); }

    struct OpenReview
    {
        PayoutId payout;
        ReviewSheet sheet;
    };
    test::EngineWorld &m_world;
    BadDisk &m_disk;
    Dice &m_dice;
    bool m_diligent = false;
    QList<OpenReview> m_reviews;
    std::optional<Instant> m_frozenSeen;
    QByteArray m_acts;
};

} // namespace countersign::faults
