#include "domain/payoutstate.h"

#include <QtTest>

using namespace countersign;

class PayoutStateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (int i = 0; i < payoutStateCount; ++i) {
            const auto state = static_cast<PayoutState>(i);
            const QString word = stateWord(state);
            QVERIFY(!word.isEmpty());
            QVERIFY2(!words.contains(word), qPrintable(word));
            words.insert(word);
            QCOMPARE(stateFromWord(word), state);
        }
        QCOMPARE(words.size(), payoutStateCount);
    }

    void storedWordsNeverChange()
    {
        QCOMPARE(stateWord(PayoutState::startUnknown), QStringLiteral("startUnknown"));
        QCOMPARE(stateWord(PayoutState::mismatch), QStringLiteral("mismatch"));
        QCOMPARE(stateWord(PayoutState::hold), QStringLiteral("hold"));
    }

    void unknownWordsAreNoState()
    {
        for (const QString &word : {QString(), QStringLiteral("Paid"), QStringLiteral("paid "), QStringLiteral("PD")}) {
            QVERIFY(!stateFromWord(word).has_value());
        }
    }

    void standingsHaveWords()
    {
        for (const auto standing : {AttemptStanding::live, AttemptStanding::orphan, AttemptStanding::fenced}) {
            QCOMPARE(standingFromWord(standingWord(standing)), standing);
        }
        QVERIFY(!standingFromWord(u"dead").has_value());
    }

    void fourStatesAreFinal()
    {
        const QSet<PayoutState> final{PayoutState::paid, PayoutState::failed, PayoutState::cancelled,
                                      PayoutState::returned};
        for (int i = 0; i < payoutStateCount; ++i) {
            const auto state = static_cast<PayoutState>(i);
            QCOMPARE(isFinal(state), final.contains(state));
        }
    }

    void aSessionMayBeOpenUnlessDraftQueuedOrFinal()
    {
        for (int i = 0; i < payoutStateCount; ++i) {
            const auto state = static_cast<PayoutState>(i);
            const bool quiet = isFinal(state) || state == PayoutState::draft || state == PayoutState::queued;
            QCOMPARE(isLive(state), !quiet);
        }
    }
};

QTEST_GUILESS_MAIN(PayoutStateTest)
#include "tst_payoutstate.moc"
