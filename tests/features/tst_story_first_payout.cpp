#include "support/flowworld.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/situation.h"

#include <QDeadlineTimer>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

// A step that fails ends its story.
#define STEP(step)                                                                                                     \
    do {                                                                                                               \
        step;                                                                                                          \
        if (QTest::currentTestFailed()) return;                                                                        \
    } while (false)
#define GIVEN(step) STEP(step)
#define WHEN(step) STEP(step)
#define THEN(step) STEP(step)
#define AND(step) STEP(step)

/// Story: an accountant pays a supplier through a bank that is not on our side.
class FirstPayoutStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPayoutIsPaidAndTheBankAgrees()
    {
        GIVEN(aPracticeBankWithMoneyOnOurAccount());
        AND(aPracticeProfileWithItsKeyUnlocked());
        WHEN(theAccountantWritesAndSends("250000,00"));
        THEN(theListSays("Ready to review"));
        AND(theReviewShowsWhatWasAskedAndTheSameAsAnswer());
        AND(nothingHasLeftTheAccount());
        WHEN(sheConfirms());
        THEN(theListSays("Paid"));
        AND(theBanksLedgerHoldsExactlyThisPayment());
    }

    void shePressesConfirmTooSoon()
    {
        GIVEN(aPracticeBankWithMoneyOnOurAccount());
        AND(aPracticeProfileWithItsKeyUnlocked());
        WHEN(theAccountantWritesAndSends("250000,00"));
        THEN(theListSays("Ready to review"));
        WHEN(sheConfirmsWithoutLooking());
        THEN(theConfirmationIsRefused("G9"));
        AND(nothingHasLeftTheAccount());
    }

    void sheDecidesNotToPay()
    {
        GIVEN(aPracticeBankWithMoneyOnOurAccount());
        AND(aPracticeProfileWithItsKeyUnlocked());
        WHEN(theAccountantWritesAndSends("250000,00"));
        THEN(theListSays("Ready to review"));
        WHEN(sheCancels());
        THEN(theListSays("Cancelled"));
        AND(nothingHasLeftTheAccount());
    }

    void theRecipientWasReplacedAndTheMoneyIsReal()
    {
        GIVEN(aPracticeBankWithMoneyOnOurAccount());
        AND(aBankThatReplacesTheRecipient());
        AND(aLiveProfileWithItsKeyUnlocked());
        WHEN(theAccountantWritesAndSends("250000,00"));
        THEN(theListSays("Review: another recipient"));
        AND(theReviewMarksTheRecipientAsChanged());
        AND(confirmingIsNotOffered("G4"));
        WHEN(sheConfirmsWithTheGesture());
        THEN(theConfirmationIsRefused("G4"));
        AND(theListSays("Review: another recipient"));
        AND(nothingHasLeftTheAccount());
        WHEN(sheCancels());
        THEN(theListSays("Cancelled"));
        AND(nothingHasLeftTheAccount());
    }

    void theRecipientWasReplacedAndItIsPractice()
    {
        GIVEN(aPracticeBankWithMoneyOnOurAccount());
        AND(aBankThatReplacesTheRecipient());
        AND(aPracticeProfileWithItsKeyUnlocked());
        WHEN(theAccountantWritesAndSends("250000,00"));
        THEN(theListSays("Review: another recipient"));
        WHEN(sheConfirms());
        THEN(theConfirmationIsRefused("G4"));
        AND(nothingHasLeftTheAccount());
        WHEN(sheConfirmsWithTheGesture());
        THEN(theListSays("Paid"));
        AND(thePracticeBankPaidTheOtherAccount());
    }

    void theAnswerToTheConfirmationIsLost()
    {
        GIVEN(aPracticeBankWithMoneyOnOurAccount());
        AND(aPracticeProfileWithItsKeyUnlocked());
        WHEN(theAccountantWritesAndSends("250000,00"));
        THEN(theListSays("Ready to review"));
        GIVEN(aBankThatDoesNotAnswerAConfirmation());
        WHEN(sheConfirms());
        AND(theBankGoesDownAfterItTookTheConfirmation());
        THEN(theListSays("Outcome unknown, asking bank"));
        AND(theDetailsSay("We don't know yet whether the bank took your confirmation."));
        AND(neitherConfirmingAgainNorCancellingIsOffered());
        WHEN(theBankComesBack());
        THEN(theListSays("Paid"));
        AND(theConfirmationLeftOnce());
        AND(theBanksLedgerHoldsExactlyThisPayment());
    }

    void sheFreezesEverything()
    {
        GIVEN(aPracticeBankWithMoneyOnOurAccount());
        AND(aPracticeProfileWithItsKeyUnlocked());
        WHEN(theAccountantWritesAndSends("250000,00"));
        THEN(theListSays("Ready to review"));
        WHEN(sheFreezesSending());
        AND(sheConfirms());
        THEN(theConfirmationIsRefused("G13"));
        AND(anotherPayoutCantBeSent());
        AND(nothingHasLeftTheAccount());
        WHEN(sheLiftsTheFreeze());
        AND(sheConfirms());
        THEN(theListSays("Paid"));
        AND(theBanksLedgerHoldsExactlyThisPayment());
    }

    void cleanup() { m_world.reset(); }

private:
    // given
    void aPracticeBankWithMoneyOnOurAccount() { m_world = std::make_unique<FlowWorld>(m_key); }
    void aPracticeProfileWithItsKeyUnlocked() { begin(Environment::practice); }
    void aLiveProfileWithItsKeyUnlocked() { begin(Environment::live); }
    void begin(Environment environment)
    {
        m_world->environment = environment;
        m_world->open();
        if (m_replacesRecipient) m_world->bank().addRule(R"({"match":{},"case":"published-example"})");
        m_replacesRecipient = false;
    }
    void aBankThatReplacesTheRecipient() { m_replacesRecipient = true; }
    void aBankThatDoesNotAnswerAConfirmation()
    {
        m_world->bank().addRule(R"({"match":{},"call":"confirm","delivery":"silence"})");
    }

    // when
    void theAccountantWritesAndSends(const char *amount)
    {
        const auto sent = m_world->trySend(FlowWorld::draft(QLatin1String(amount)));
        VERIFY_OK(sent);
        m_payout = *sent;
    }
    void sheConfirms() { m_decision = m_world->reviewAndConfirm(m_payout); }
    void sheConfirmsWithoutLooking()
    {
        const auto sheet = m_world->openReview(m_payout);
        VERIFY_OK(sheet);
        m_decision = finished(m_world->desk().decide(m_payout, {.kind = DecisionKind::approve,
                                                                .viewSha256 = sheet->viewSha256,
                                                                .openedAt = sheet->openedAt,
                                                                .ticks = sheet->requiredTicks}));
    }
    void sheConfirmsWithTheGesture()
    {
        const auto sheet = m_world->openReview(m_payout);
        VERIFY_OK(sheet);
        const QString account = sheet->comparison.find(ReviewField::recipientAccount)->answered;
        m_decision = m_world->confirm(*sheet, account.last(4));
    }
    void sheCancels() { VERIFY_OK(m_world->cancel(m_payout)); }
    void theBankGoesDownAfterItTookTheConfirmation()
    {
        QTRY_COMPARE_WITH_TIMEOUT(m_world->bank().ledger("confirm_taken"_L1).size(), 1, 30'000);
        m_world->killBank();
    }
    void theBankComesBack() { m_world->restartBank(); }
    void sheFreezesSending() { VERIFY_OK(finished(m_world->desk().freeze(u"something is wrong"_s))); }
    void sheLiftsTheFreeze() { VERIFY_OK(finished(m_world->desk().liftFreeze(u"it was nothing"_s))); }

    // then
    void theListSays(const char *words)
    {
        const QString wanted = QString::fromUtf8(words);
        const QDeadlineTimer limit(30'000);
        QSignalSpy changed(&m_world->desk(), &PayoutDesk::payoutChanged);
        while (!listWords().startsWith(wanted) && !limit.hasExpired()) {
            if (!changed.wait(50)) m_world->pass(500ms); // time goes faster for the desk than for the computer
        }
        QVERIFY2(listWords().startsWith(wanted), qPrintable(listWords()));
    }
    void theReviewShowsWhatWasAskedAndTheSameAsAnswer()
    {
        const auto sheet = m_world->openReview(m_payout);
        VERIFY_OK(sheet);
        QCOMPARE(sheet->asked.account.text(), FlowWorld::draft().account);
        QCOMPARE(sheet->asked.recipientName, FlowWorld::draft().recipientName);
        QCOMPARE(sheet->asked.amount, Money::fromKopecks(25'000'000));
        const ComparedField *account = sheet->comparison.find(ReviewField::recipientAccount);
        QCOMPARE(account->asked, account->answered);
        const ComparedField *amount = sheet->comparison.find(ReviewField::amount);
        QCOMPARE(amount->asked, amount->answered);
        QVERIFY(sheet->comparison.sameEverywhere());
        QVERIFY(sheet->confirmPossible);
    }
    void theReviewMarksTheRecipientAsChanged()
    {
        const auto sheet = m_world->openReview(m_payout);
        VERIFY_OK(sheet);
        const ComparedField *account = sheet->comparison.find(ReviewField::recipientAccount);
        QVERIFY(account->isHardDifference());
        QVERIFY(!account->changed.isEmpty());
    }
    void confirmingIsNotOffered(const char *guard)
    {
        const auto sheet = m_world->openReview(m_payout);
        VERIFY_OK(sheet);
        QVERIFY(!sheet->confirmPossible);
        QCOMPARE(sheet->refusedBy, QLatin1String(guard));
    }
    void theConfirmationIsRefused(const char *guard)
    {
        QVERIFY(!m_decision.has_value());
        QCOMPARE(m_decision.error(), (Error{ErrorCode::gateRefused, QLatin1String(guard)}));
        QVERIFY(!ui::guardSentence(QLatin1String(guard)).isEmpty());
    }
    void nothingHasLeftTheAccount()
    {
        QCOMPARE(m_world->bank().ledger("transfer"_L1).size(), 0);
        QCOMPARE(m_world->bank().callsSeen("confirm"_L1), 0);
    }
    void theBanksLedgerHoldsExactlyThisPayment() { QCOMPARE(disagreementOverPaid(*m_world, m_payout), QString()); }
    void thePracticeBankPaidTheOtherAccount()
    {
        const auto transfers = m_world->bank().ledger("transfer"_L1);
        QCOMPARE(transfers.size(), 1);
        QVERIFY(transfers.first()["account"_L1].toString() != FlowWorld::draft().account);
    }
    void theDetailsSay(const char *sentence)
    {
        const PayoutDossier dossier = m_world->dossier(m_payout);
        const Instant now = m_world->workplace().clock().now();
        const ui::Situation situation = ui::situationOf(dossier, offersFor(dossier, now), now);
        QStringList headlines;
        for (const ui::SituationNote &note : situation.notes)
            headlines.append(note.headline);
        QVERIFY2(headlines.contains(QLatin1String(sentence)), qPrintable(headlines.join(u'\n')));
    }
    void neitherConfirmingAgainNorCancellingIsOffered()
    {
        const PayoutDossier dossier = m_world->dossier(m_payout);
        for (const OfferedAct &act : offersFor(dossier, m_world->workplace().clock().now())) {
            QVERIFY(act.offer != Offer::cancelPayout && act.offer != Offer::cancelAtBank);
            QVERIFY(act.offer != Offer::sendConfirmAgain || !act.enabled);
        }
        QVERIFY(!m_world->cancel(m_payout).has_value());
    }
    void theConfirmationLeftOnce() { QCOMPARE(m_world->bank().callsSeen("confirm"_L1), 1); }
    void anotherPayoutCantBeSent()
    {
        const auto another = m_world->trySend(FlowWorld::draft(u"1,00"_s));
        QVERIFY(!another.has_value());
        QCOMPARE(another.error().code, ErrorCode::frozen);
        QCOMPARE(m_world->bank().callsSeen("create"_L1), 1);
    }

    QString listWords()
    {
        const auto page = finished(m_world->desk().page({.folder = Folder::all}));
        if (!page) return faultOf(page);
        for (const ListRow &row : page->rows) {
            if (row.id == m_payout) return ui::statusText(row, m_world->workplace().clock().now()).words;
        }
        return u"not in the list"_s;
    }

    const TestKey m_key;
    std::unique_ptr<FlowWorld> m_world;
    bool m_replacesRecipient = false;
    PayoutId m_payout;
    Result<> m_decision;
};

QTEST_GUILESS_MAIN(FirstPayoutStory)
#include "tst_story_first_payout.moc"
