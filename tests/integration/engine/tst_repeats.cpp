#include "support/engineworld.h"
#include "support/sendingacts.h"

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

QString codeOf(const Result<> &result)
{
    return result ? u"sent"_s : errorCodeName(result.error().code);
}

} // namespace

/// A payout that looks like another one is asked about when it is sent, and when it is confirmed.
class RepeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<EngineWorld>();
        m_world->boot();
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

    void ofTwoAlikeDraftsTheFirstMayGo()
    {
        (void)m_world->payCleanly();
        const PayoutId first = save(otherPurpose(2));
        const PayoutId second = save(otherPurpose(2));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(first)), u"sent"_s);
        const auto refused = m_world->engine().sendForChecking(second);
        QCOMPARE(codeOf(refused), u"duplicateNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, QString::number(m_world->payout(first).number));
    }

    void whoeverSendsTheSecondFirstIsAskedAboutTheFirst()
    {
        (void)m_world->payCleanly();
        const PayoutId first = save(otherPurpose(2));
        const PayoutId second = save(otherPurpose(2));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(second)), u"duplicateNotAcknowledged"_s);
        QCOMPARE(codeOf(m_world->engine().sendForChecking(second, m_world->actsFor(second))), u"sent"_s);
        QCOMPARE(codeOf(m_world->engine().sendForChecking(first)), u"duplicateNotAcknowledged"_s);
    }

    void theReviewDemandsTheTickOfARepeat()
    {
        (void)m_world->payCleanly();
        const PayoutId second = m_world->submitToReview();
        const auto sheet = m_world->engine().openReview(second);
        VERIFY_DONE(sheet);
        QCOMPARE(sheet->requiredTicks, QStringList{repeatTick()});
        m_world->run(4s);
        ReviewSheet withoutTick = *sheet;
        withoutTick.requiredTicks.clear();
        QCOMPARE(m_world->approveWith(second, withoutTick).error().detail, u"G5"_s);
        VERIFY_DONE(m_world->approveWith(second, *sheet));
        QVERIFY(m_world->runUntil(second, PayoutState::paid));
    }

    /// Sending asked nothing: the other one was made afterwards.
    void aPayoutThatLooksTheSameNowNeedsItsOwnTick()
    {
        (void)m_world->payCleanly();
        const PayoutId first = m_world->submitToReview(otherPurpose(2));
        QVERIFY(m_world->engine().openReview(first)->requiredTicks.isEmpty());
        (void)save(otherPurpose(2)); // a draft pays nothing, and is asked about when it is sent
        QVERIFY(m_world->engine().openReview(first)->requiredTicks.isEmpty());
        const PayoutId second = m_world->submitToReview(otherPurpose(2));
        const auto sheet = m_world->engine().openReview(first);
        VERIFY_DONE(sheet);
        QCOMPARE(sheet->requiredTicks, QStringList{repeatTickOf(m_world->payout(second).number)});
        QCOMPARE(sheet->repeatsSince.size(), 1);
        QCOMPARE(sheet->repeatsSince.first().earlier.id, second);
        QCOMPARE(m_world->engine().openReview(second)->requiredTicks, QStringList{repeatTick()});
        m_world->run(4s);
        ReviewSheet withoutTick = *sheet;
        withoutTick.requiredTicks.clear();
        QCOMPARE(m_world->approveWith(first, withoutTick).error().detail, u"G5"_s);
        withoutTick.requiredTicks = {repeatTick()}; // that of another payout is none
        QCOMPARE(m_world->approveWith(first, withoutTick).error().detail, u"G5"_s);
        VERIFY_DONE(m_world->approveWith(first, *sheet));
        QVERIFY(m_world->runUntil(first, PayoutState::paid));
    }

    void anApprovalDoesNotOutliveAPayoutThatLooksTheSame()
    {
        (void)m_world->payCleanly();
        const PayoutId first = m_world->submitToReview(otherPurpose(2));
        const auto sheet = m_world->engine().openReview(first);
        m_world->run(4s);
        VERIFY_DONE(m_world->decideOn(first, *sheet));
        COMPARE_STATE(*m_world, first, approved);
        const PayoutId second = save(otherPurpose(2));
        VERIFY_DONE(m_world->engine().sendForChecking(second, m_world->actsFor(second)));
        const int confirms = m_world->reached(CallKind::confirm);
        m_world->run(2min);
        COMPARE_STATE(*m_world, first, review);
        QCOMPARE(m_world->reached(CallKind::confirm), confirms);
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

    /// A spreadsheet has a number and no date: another amount and purpose make no other document of it.
    void theSameNumberIsFoundWithoutItsDate()
    {
        PayoutDraft imported = EngineWorld::draft();
        imported.source.file = ImportedFrom{
            .fileName = u"orders.csv"_s, .fileSha256 = sha256Hex("x"), .row = 3, .documentNumber = u"118"_s};
        const PayoutId first = m_world->submit(imported);
        m_world->attend(first);
        COMPARE_STATE(*m_world, first, paid);
        imported.source.file->fileSha256 = sha256Hex("y");
        imported.amount = u"1,00"_s;
        imported.purpose = u"Иное. НДС не облагается."_s;
        const auto refused = m_world->engine().sendForChecking(save(imported));
        QCOMPARE(codeOf(refused), u"duplicateNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, QString::number(m_world->payout(first).number));
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

QTEST_GUILESS_MAIN(RepeatsTest)
#include "tst_repeats.moc"
