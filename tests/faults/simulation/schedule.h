#pragma once

#include "faults/checker/evidence.h"
#include "faults/simulation/baddisk.h"
#include "faults/simulation/dice.h"
#include "faults/simulation/person.h"
#include "support/engineworld.h"

#include <QMap>

#include <memory>

namespace countersign::faults {

/// How often what goes wrong, in percent; drawn anew for each seed, so that calm and stormy ones both occur.
struct Weather
{
    unsigned moneyCalls = 0;
    unsigned statusCalls = 0;
    unsigned webhooks = 0;
    unsigned disk = 0;     ///< per look of the person: a write fails or the program dies at one
    unsigned crashes = 0;  ///< per look: the program dies between two events
    unsigned clock = 0;    ///< per look: this computer's clock jumps
    unsigned restores = 0; ///< per night: the store is replaced by an older copy
};

/// One run: 20 payouts in 30 days, everything drawn from one seed.
class Schedule
{
public:
    explicit Schedule(quint64 seed);

    /// Runs all of it. Then the files are at rest and may be judged.
    void run();
    [[nodiscard]] Evidence evidence() const;
    /// Differs when anything that left the program, reached the bank, was done by the person or was stored differs.
    [[nodiscard]] QByteArray traceHash() const;
    /// How often each thing happened: faults by name, deaths by the write they came at, the person's acts, starts.
    [[nodiscard]] QMap<QString, int> counts() const;
    [[nodiscard]] test::EngineWorld &world() { return *m_world; }

private:
    void prepareWorld();
    void day(int number);
    void sitting(milliseconds length);
    void submitOne();
    void night(milliseconds length);
    void mischief();
    void calmDown();
    [[nodiscard]] bool closesStore();
    void closeProgram();
    void openProgram();
    void tearJournal();
    void happened(const QString &what) { ++m_counts[what]; }
    void keepCopy();
    void restoreCopy();
    [[nodiscard]] bool moneyCameBackLately() const;
    [[nodiscard]] test::Fault faultFor(const OutgoingCall &call);
    [[nodiscard]] test::WebhookFault webhookFault();

    Dice m_dice;
    Weather m_weather;
    BadDisk m_disk;
    std::unique_ptr<test::EngineWorld> m_world;
    std::unique_ptr<Person> m_person;
    int m_submitted = 0;
    int m_closings = 0;
    bool m_calm = false;
    QString m_copy;
    QStringList m_lostStores;
    QMap<QString, int> m_counts;
};

} // namespace countersign::faults
