#include "support/engineworld.h"
#include "support/sendingacts.h"

#include "payouts/recipientcheck.h"
#include "storage/sqlitereader.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

PayoutDraft otherPurpose(int n)
{
    PayoutDraft draft = EngineWorld::draft();
    draft.purpose = u"Оплата по счёту № %1. НДС не облагается."_s.arg(n);
    return draft;
}

PayoutDraft swapped()
{
    PayoutDraft draft = otherPurpose(99);
    draft.account = u"40702810700009900257"_s;
    return draft;
}

QString codeOf(const Result<> &result)
{
    return result ? u"sent"_s : errorCodeName(result.error().code);
}

} // namespace

/// Sending to a new recipient, or once more, needs its own act: in the core, whatever the window did.
class RecipientActsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<EngineWorld>();
        m_world->boot();
    }

    void aNewRecipientIsNotSentWithoutTheAct()
    {
        const PayoutId id = save(EngineWorld::draft());
        const auto refused = m_world->engine().sendForChecking(id);
        QCOMPARE(codeOf(refused), u"recipientNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, u"neverPaid"_s);
        m_world->run(1min);
        COMPARE_STATE(*m_world, id, draft);
        QCOMPARE(m_world->payout(id).version, 0);
        QCOMPARE(m_world->reached(CallKind::create), 0);
    }

    void theActHoldsForThisRecipientOnly_data()
    {
        QTest::addColumn<SendingActs>("acts");
        const RecipientIdentity right = identityOf(EngineWorld::draft());
        const QString digits = right.account.right(6);
        const auto row = [](const char *name, RecipientIdentity who, const QString &typed) {
            QTest::addRow("%s", name) << SendingActs{
                .recipient = std::move(who), .typedDigits = typed, .knownEarlier = {}};
        };
        RecipientIdentity other = right;
        row("no digits", right, {});
        row("five digits", right, digits.right(5));
        row("seven digits", right, right.account.right(7));
        row("digits of another account", right, u"900257"_s);
        row("with spaces", right, u"900 256"_s);
        row("nobody named", {}, digits);
        other.bik = u"044525974"_s;
        row("another BIK", other, digits);
        other = right;
        other.inn = u"7707083893"_s;
        row("another INN", other, digits);
        other = right;
        other.account = u"40702810700001900256"_s; // ends alike
        row("another account that ends alike", other, digits);
        other = right;
        other.name = u"OOO \"Ясный Причал\""_s; // Latin letters
        row("a name that only looks the same", other, digits);
    }

    void theActHoldsForThisRecipientOnly()
    {
        QFETCH(SendingActs, acts);
        const PayoutId id = save(EngineWorld::draft());
        QCOMPARE(codeOf(m_world->engine().sendForChecking(id, acts)), u"recipientNotAcknowledged"_s);
        COMPARE_STATE(*m_world, id, draft);
    }

    void theActIsStoredAndAudited()
    {
        const PayoutId id = m_world->submit();
        const auto act = m_world->begin()->recipientAct(id, 1).value();
        QVERIFY(act.has_value());
        QVERIFY(act->who == identityOf(EngineWorld::draft()));
        QVERIFY(act->standing == StandingKind::neverPaid);
        QCOMPARE(act->user, m_world->settings.operatorName);
        QCOMPARE(audited(u"recipientAcknowledged"_s, id), 1);
    }

    void whoWasPaidIsKnownFromThenOn()
    {
        (void)m_world->payCleanly();
        const PayoutId second = save(otherPurpose(2));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(second)), u"sent"_s);
        QVERIFY(!m_world->begin()->recipientAct(second, 1)->has_value());
        QVERIFY(m_world->runUntil(second, PayoutState::review));
        QVERIFY(!m_world->engine().openReview(second)->requiredTicks.contains(newRecipientTick()));
    }

    void aSwappedAccountIsFlaggedAgain()
    {
        (void)m_world->payCleanly();
        const PayoutId id = save(swapped());
        const auto refused = m_world->engine().sendForChecking(id);
        QCOMPARE(codeOf(refused), u"recipientNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, u"newAccount"_s);
        const auto transaction = m_world->begin();
        const auto check = checkRecipient(*transaction, swapped(), id, {}, m_world->now());
        VERIFY_DONE(check);
        QCOMPARE(check->standing.earlier.first().who.account, EngineWorld::draft().account);
        QVERIFY(check->needsRetyping());
    }

    /// One payout to the old account is under way while another account of the recipient is paid; the next one to the
    /// old account needs the act again, the one under way does not stop.
    void anAccountThatGaveWayToAnotherNeedsTheActAgain()
    {
        (void)m_world->payCleanly();
        const PayoutId underWay = m_world->submitToReview(otherPurpose(2));
        const PayoutId moved = m_world->submitToReview(swapped());
        VERIFY_DONE(m_world->approve(moved));
        QVERIFY(m_world->runUntil(moved, PayoutState::paid));
        const auto refused = m_world->engine().sendForChecking(save(otherPurpose(3)));
        QCOMPARE(codeOf(refused), u"recipientNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, u"newAccount"_s);
        VERIFY_DONE(m_world->approve(underWay));
        QVERIFY(m_world->runUntil(underWay, PayoutState::paid));
    }

    void theReviewDemandsItsTick()
    {
        const PayoutId id = m_world->submitToReview();
        const auto sheet = m_world->engine().openReview(id);
        VERIFY_DONE(sheet);
        QVERIFY(sheet->requiredTicks.contains(newRecipientTick()));
        QVERIFY(sheet->recipientAct.has_value());
        m_world->run(4s);
        ReviewSheet withoutTick = *sheet;
        withoutTick.requiredTicks.removeAll(newRecipientTick());
        const auto refused = m_world->approveWith(id, withoutTick);
        QCOMPARE(codeOf(refused), u"gateRefused"_s);
        QCOMPARE(refused.error().detail, u"G5"_s);
        VERIFY_DONE(m_world->approveWith(id, *sheet));
        QVERIFY(m_world->runUntil(id, PayoutState::paid));
    }

    void theGateAsksTheStoreForTheAct_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addRow("the act is gone") << u"DELETE FROM recipient_act"_s;
        QTest::addRow("the act is about another account")
            << u"UPDATE recipient_act SET account = '4070281040000990025%'"_s;
        QTest::addRow("about another BIK") << u"UPDATE recipient_act SET bik = '044525974'"_s;
        QTest::addRow("about another INN") << u"UPDATE recipient_act SET inn = ''"_s;
    }

    void theGateAsksTheStoreForTheAct()
    {
        QFETCH(QString, sql);
        const PayoutId id = m_world->submitToReview();
        QVERIFY(m_world->tamper(u"DROP TRIGGER recipient_act_no_delete"_s));
        QVERIFY(m_world->tamper(u"DROP TRIGGER recipient_act_no_update"_s));
        QVERIFY(m_world->tamper(sql));
        const auto sheet = m_world->engine().openReview(id);
        VERIFY_DONE(sheet);
        QVERIFY(!sheet->confirmPossible);
        QCOMPARE(sheet->refusedBy, u"G10"_s);
        m_world->run(4s);
        QCOMPARE(m_world->approveWith(id, *sheet).error().detail, u"G10"_s);
        QCOMPARE(m_world->reached(CallKind::confirm), 0);
    }

    void theSamePayoutAgainIsNotSentInSilence()
    {
        const PayoutId first = m_world->payCleanly();
        const PayoutId second = save(EngineWorld::draft());
        const auto refused = m_world->engine().sendForChecking(second);
        QCOMPARE(codeOf(refused), u"duplicateNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, QString::number(m_world->payout(first).number));
        COMPARE_STATE(*m_world, second, draft);

        SendingActs acts;
        acts.knownEarlier = {second}; // another payout's id is no answer
        QCOMPARE(codeOf(m_world->engine().sendForChecking(second, acts)), u"duplicateNotAcknowledged"_s);
        acts.knownEarlier = {first};
        QCOMPARE(codeOf(m_world->engine().sendForChecking(second, acts)), u"sent"_s);
        const auto stored = m_world->begin()->duplicateActs(second, 1).value();
        QCOMPARE(stored.size(), 1);
        QCOMPARE(stored.first().earlier, first);
        QCOMPARE(audited(u"duplicateAcknowledged"_s, second), 1);
        QVERIFY(m_world->runUntil(second, PayoutState::review));
        QCOMPARE(m_world->engine().openReview(second)->duplicateActs.size(), 1);
    }

    void aDuplicateMadeMeanwhileIsFoundWhenSending()
    {
        const PayoutId first = m_world->payCleanly();
        const PayoutId second = save(EngineWorld::draft());
        const SendingActs seen = m_world->actsFor(second);
        QCOMPARE(seen.knownEarlier, QList{first});
        const PayoutId third = m_world->submit();
        const auto refused = m_world->engine().sendForChecking(second, seen);
        QCOMPARE(codeOf(refused), u"duplicateNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, QString::number(m_world->payout(third).number));
    }

    void aMonthLaterTheSamePayoutIsNothingSpecial()
    {
        (void)m_world->payCleanly();
        m_world->runDays(31);
        QCOMPARE(codeOf(m_world->engine().sendForChecking(save(EngineWorld::draft()))), u"sent"_s);
    }

    void theSameDocumentIsFoundHoweverOldItIs()
    {
        PayoutDraft imported = EngineWorld::draft();
        imported.source.file = ImportedFrom{.fileName = u"1c_to_kl.txt"_s,
                                            .fileSha256 = sha256Hex("x"),
                                            .row = 3,
                                            .documentNumber = u"118"_s,
                                            .documentDate = u"2026-03-01"_s};
        noteOrigin(imported.source, {Field::account}, Origin::imported);
        const PayoutId first = m_world->submit(imported);
        m_world->attend(first);
        COMPARE_STATE(*m_world, first, paid);
        m_world->runDays(40);
        imported.amount = u"1,00"_s;
        imported.purpose = u"Иное. НДС не облагается."_s;
        const PayoutId second = save(imported);
        QCOMPARE(codeOf(m_world->engine().sendForChecking(second)), u"duplicateNotAcknowledged"_s);
    }

    void theSourceIsFrozenWithTheInstruction()
    {
        PayoutDraft pasted = EngineWorld::draft();
        noteEdit(pasted.source, Field::account, Origin::pasted, {});
        const PayoutId id = m_world->submit(pasted);
        const auto instruction = m_world->begin()->instruction(id, 1);
        VERIFY_DONE(instruction);
        QVERIFY(draftSourceFromCanonicalBytes(instruction->source) == pasted.source);
    }

    void aWithdrawnPayoutKeepsItsActForTheSameRecipient()
    {
        m_world->spoil(CallKind::create, Fault::notSent);
        const PayoutId id = m_world->submit();
        m_world->run(100ms);
        VERIFY_DONE(m_world->engine().withdraw(id));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(id)), u"sent"_s);
        QCOMPARE(m_world->begin()->recipientAct(id, 2).value()->carriedFrom, id);
        m_world->spoil(CallKind::create, Fault::notSent);
        m_world->run(100ms);
    }

    void aWithdrawnPayoutToAnotherAccountNeedsAnotherAct()
    {
        m_world->spoil(CallKind::create, Fault::notSent);
        const PayoutId id = m_world->submit();
        m_world->run(100ms);
        VERIFY_DONE(m_world->engine().withdraw(id));
        VERIFY_DONE(m_world->engine().saveDraft(id, swapped()));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(id)), u"recipientNotAcknowledged"_s);
    }

    void whatIsPaidAgainIsKnownAndSaysWhatItCopies()
    {
        m_world->rule(R"({"case":"account-not-found","times":1})");
        const PayoutId id = m_world->submit();
        m_world->attend(id);
        m_world->run(13min);
        const auto again = m_world->engine().payAgain(id);
        VERIFY_DONE(again);
        const auto draft = draftFromCanonicalBytes(m_world->payout(*again).draft);
        VERIFY_DONE(draft);
        QCOMPARE(draft->source.copy->payout, id);
        QVERIFY(draft->source.originOf(Field::account) == Origin::payout);
        QCOMPARE(codeOf(m_world->engine().sendForChecking(*again)), u"sent"_s);
        QCOMPARE(m_world->begin()->recipientAct(*again, 1).value()->carriedFrom, id);
    }

private:
    PayoutId save(const PayoutDraft &draft) { return m_world->engine().saveDraft({}, draft).value(); }

    int audited(const QString &what, const PayoutId &id)
    {
        SqliteReader reader(m_world->storePath());
        const auto dossier = reader.dossier(id);
        int count = 0;
        for (const HistoryEntry &entry : dossier->history)
            count += entry.what == what ? 1 : 0;
        return count;
    }

    std::unique_ptr<EngineWorld> m_world;
};

QTEST_GUILESS_MAIN(RecipientActsTest)
#include "tst_recipientacts.moc"
