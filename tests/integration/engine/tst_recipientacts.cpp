#include "support/engineworld.h"
#include "support/sendingacts.h"

#include "domain/rowwarnings.h"
#include "payouts/recipientbook.h"
#include "payouts/recipientcheck.h"
#include "storage/sqlitereader.h"

#include <QJsonDocument>
#include <QJsonObject>

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

PayoutDraft toAPerson()
{
    PayoutDraft draft = EngineWorld::draft();
    draft.recipientName = u"Белова Мария Андреевна"_s;
    draft.inn.clear();
    draft.kpp.clear();
    draft.account = u"40817810800000000666"_s;
    return draft;
}

/// Another account of theirs; the address book does not ask for its check digit.
QString movedTo(const RecipientDetails &details)
{
    return details.account.chopped(1) + (details.account.endsWith(u'1') ? u'2' : u'1');
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

    /// The recipient has moved to another account, and came back to the old one by an act that is lost (K15).
    void anActThatIsLostDoesNotCountAsGiven()
    {
        (void)m_world->payCleanly();
        const PayoutId moved = m_world->submitToReview(swapped());
        VERIFY_DONE(m_world->approve(moved));
        QVERIFY(m_world->runUntil(moved, PayoutState::paid));
        const PayoutId back = save(otherPurpose(2));
        m_world->keepCopy();
        VERIFY_DONE(m_world->engine().sendForChecking(back, m_world->actsFor(back)));
        QVERIFY(m_world->runUntil(back, PayoutState::review));
        m_world->loseCommitsSinceTheCopy();
        m_world->restart();
        m_world->run(10min);
        VERIFY_DONE(m_world->engine().liftFreeze(u"the backup was restored"_s));
        COMPARE_STATE(*m_world, back, review);
        const auto refused = m_world->approve(back);
        QCOMPARE(codeOf(refused), u"gateRefused"_s);
        QCOMPARE(refused.error().detail, u"G10"_s);
        expectRetypingIsDemanded(back);
    }

    void whatIsKnownOfTheRecipientNoMoreIsTypedAgainInTheReview_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addRow("the only payment came back") << u"return"_s;
        QTest::addRow("somebody else was paid there since") << u"other"_s;
    }

    /// Nothing was to be acknowledged when it was sent.
    void whatIsKnownOfTheRecipientNoMoreIsTypedAgainInTheReview()
    {
        QFETCH(QString, change);
        const PayoutId first = m_world->payCleanly();
        const PayoutId underWay = m_world->submitToReview(otherPurpose(2));
        if (change == u"return") {
            const QJsonObject back{{u"command"_s, u"return_payout"_s},
                                   {u"session"_s, m_world->attempts(first).last().sessionId},
                                   {u"after_seconds"_s, 1}};
            m_world->control(QJsonDocument(back).toJson().constData());
            m_world->run(5s);
            VERIFY_DONE(m_world->engine().askNow(first));
            QVERIFY(m_world->runUntil(first, PayoutState::returned));
        } else {
            PayoutDraft other = otherPurpose(3);
            other.recipientName = u"ООО \"Тихая Гавань\""_s;
            other.inn = u"7707083893"_s;
            const PayoutId id = m_world->submitToReview(other);
            VERIFY_DONE(m_world->approve(id));
            QVERIFY(m_world->runUntil(id, PayoutState::paid));
        }
        expectRetypingIsDemanded(underWay);
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

    /// The review asks for what sending could not ask for yet, and shows why.
    void aReviewOfAnAccountThatWasLeftSinceDemandsTheTick()
    {
        (void)m_world->payCleanly();
        const PayoutId underWay = m_world->submitToReview(otherPurpose(2));
        const auto before = m_world->engine().openReview(underWay);
        QVERIFY(!before->requiredTicks.contains(newRecipientTick()));
        QVERIFY(!before->standingSince);
        const PayoutId moved = m_world->submitToReview(swapped());
        VERIFY_DONE(m_world->approve(moved));
        QVERIFY(m_world->runUntil(moved, PayoutState::paid));
        QCOMPARE(codeOf(m_world->approveWith(underWay, *before)), u"staleView"_s);
        expectTickIsDemanded(underWay, StandingKind::newAccount);
    }

    void aReviewOfAnAccountThatTheBookHasLeftSinceDemandsTheTick()
    {
        (void)m_world->payCleanly();
        const RecipientRecord entry = keep(EngineWorld::draft());
        const PayoutId underWay = m_world->submitToReview(otherPurpose(2));
        QVERIFY(!m_world->engine().openReview(underWay)->standingSince);
        move(entry);
        expectTickIsDemanded(underWay, StandingKind::bookDisagrees);
    }

    /// It was approved, and then the book said otherwise: the confirm does not leave.
    void anApprovalDoesNotOutliveAChangeOfTheBook()
    {
        (void)m_world->payCleanly();
        const RecipientRecord entry = keep(EngineWorld::draft());
        const PayoutId id = m_world->submitToReview(otherPurpose(2));
        const auto sheet = m_world->engine().openReview(id);
        m_world->run(4s);
        VERIFY_DONE(m_world->decideOn(id, *sheet));
        COMPARE_STATE(*m_world, id, approved);
        move(entry, 0s);
        const int confirms = m_world->reached(CallKind::confirm);
        m_world->run(2min);
        COMPARE_STATE(*m_world, id, review);
        QCOMPARE(m_world->reached(CallKind::confirm), confirms);
    }

    void anAccountThatTheBookSpeaksAgainstIsNotSentWithoutTheAct_data()
    {
        QTest::addColumn<bool>("withInn");
        QTest::addColumn<QString>("change");
        for (const bool withInn : {true, false}) {
            const char *who = withInn ? "with an INN" : "without an INN";
            QTest::addRow("the entry moved, %s", who) << withInn << u"move"_s;
            QTest::addRow("the entry was retired, %s", who) << withInn << u"retire"_s;
            QTest::addRow("a new entry with another account, %s", who) << withInn << u"other"_s;
        }
    }

    void anAccountThatTheBookSpeaksAgainstIsNotSentWithoutTheAct()
    {
        QFETCH(bool, withInn);
        QFETCH(QString, change);
        const auto draftOf = [withInn](int n) {
            PayoutDraft draft = withInn ? otherPurpose(n) : toAPerson();
            draft.purpose = otherPurpose(n).purpose;
            return draft;
        };
        const PayoutId first = m_world->submitToReview(draftOf(1));
        VERIFY_DONE(m_world->approve(first));
        QVERIFY(m_world->runUntil(first, PayoutState::paid));
        const PayoutId known = save(draftOf(2));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(known)), u"sent"_s);

        if (change == u"other") {
            RecipientDetails other = recipientOf(draftOf(1));
            other.account = movedTo(other);
            VERIFY_DONE(m_world->engine().saveRecipient({}, 0, other));
        } else {
            const RecipientRecord entry = keep(draftOf(1));
            QVERIFY(!checkOf(draftOf(3)).standing.needsAct());
            if (change == u"move") move(entry);
            if (change == u"retire") VERIFY_DONE(m_world->engine().retireRecipient(entry.id, entry.version));
        }
        const PayoutId id = save(draftOf(3));
        const auto refused = m_world->engine().sendForChecking(id);
        QCOMPARE(codeOf(refused), u"recipientNotAcknowledged"_s);
        QCOMPARE(refused.error().detail, u"bookDisagrees"_s);
        QCOMPARE(codeOf(m_world->engine().sendForChecking(id, m_world->actsFor(id))), u"sent"_s);
        QVERIFY(m_world->begin()->recipientAct(id, 1).value()->standing == StandingKind::bookDisagrees);

        (void)keep(draftOf(3)); // an entry for this account as well: the recipient has two
        QVERIFY(!checkOf(draftOf(4)).standing.needsAct());
    }

    /// The act was about what the book said then.
    void aChangeOfTheBookOutdatesTheActOfAWithdrawnPayout()
    {
        m_world->spoil(CallKind::create, Fault::notSent);
        const PayoutId id = m_world->submit();
        m_world->run(100ms);
        VERIFY_DONE(m_world->engine().withdraw(id));
        move(keep(EngineWorld::draft()));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(id)), u"recipientNotAcknowledged"_s);
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

    /// Who approves it never saw the file: what the import warned of comes along.
    void whatAnImportWarnedOfNeedsItsTickInTheReview()
    {
        (void)m_world->payCleanly();
        PayoutDraft imported = otherPurpose(7);
        imported.source.file = ImportedFrom{.fileName = u"1c_to_kl.txt"_s, .row = 3};
        noteRowWarnings(imported.source, {{u"documentInnDiffers"_s, {u"7707083893"_s, u"7701000019"_s}}});
        const PayoutId id = m_world->submitToReview(imported);
        const auto sheet = m_world->engine().openReview(id);
        VERIFY_DONE(sheet);
        QCOMPARE(sheet->requiredTicks, QStringList{rowWarningsTick()});
        QCOMPARE(rowWarnings(sheet->source).size(), 1);
        m_world->run(4s);
        ReviewSheet withoutTick = *sheet;
        withoutTick.requiredTicks.clear();
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
        const bool gone = sql.startsWith(u"DELETE"); // it can be given in the review
        QCOMPARE(sheet->retypingNeeded, gone);
        QCOMPARE(sheet->refusedBy, gone ? QString() : u"G10"_s);
        m_world->run(4s);
        QCOMPARE(m_world->approveWith(id, *sheet).error().detail, u"G10"_s);
        QCOMPARE(m_world->reached(CallKind::confirm), 0);
    }

    void onlyTheDraftThatWasShownIsSent()
    {
        (void)m_world->payCleanly();
        const PayoutId id = save(otherPurpose(2));
        const QByteArray shown = sha256Hex(m_world->payout(id).draft);
        PayoutDraft dearer = otherPurpose(2);
        dearer.amount = u"35000,00"_s;
        VERIFY_DONE(m_world->engine().saveDraft(id, dearer));
        const SendingActs asShown{.draftSha256 = shown};
        QCOMPARE(codeOf(m_world->engine().sendForChecking(id, asShown)), u"staleView"_s);
        COMPARE_STATE(*m_world, id, draft);
        VERIFY_DONE(m_world->engine().saveDraft(id, otherPurpose(2)));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(id, asShown)), u"sent"_s);
    }

    /// Choosing what to show is not looking at it.
    void whatWasOnlyReadCountsAsSeenByNobody()
    {
        const PayoutId id = m_world->submitToReview();
        const auto read = m_world->engine().readReview(id);
        VERIFY_DONE(read);
        QCOMPARE(audited(u"viewed"_s, id), 0);
        m_world->run(4s);
        QCOMPARE(codeOf(m_world->approveWith(id, *read)), u"staleView"_s);
        const auto opened = m_world->engine().openReview(id);
        VERIFY_DONE(opened);
        QCOMPARE(opened->viewSha256, read->viewSha256);
        QCOMPARE(audited(u"viewed"_s, id), 1);
        ReviewSheet early = *opened;
        early.openedAt = read->openedAt; // the three seconds count from the view, whatever the caller says
        QCOMPARE(m_world->approveWith(id, early).error().detail, u"G9"_s);
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
        PayoutDraft imported = EngineWorld::draft();
        imported.source.file = ImportedFrom{.fileName = u"1c_to_kl.txt"_s, .row = 3};
        noteRowWarnings(imported.source, {{u"documentInnDiffers"_s, {u"7707083893"_s, u"7701000019"_s}}});
        const PayoutId id = m_world->submit(imported);
        m_world->attend(id);
        m_world->run(13min);
        const auto again = m_world->engine().payAgain(id);
        VERIFY_DONE(again);
        const auto draft = draftFromCanonicalBytes(m_world->payout(*again).draft);
        VERIFY_DONE(draft);
        QCOMPARE(draft->source.copy->payout, id);
        QVERIFY(draft->source.originOf(Field::account) == Origin::payout);
        QCOMPARE(rowWarnings(draft->source), rowWarnings(imported.source));
        QCOMPARE(codeOf(m_world->engine().sendForChecking(*again)), u"sent"_s);
        QCOMPARE(m_world->begin()->recipientAct(*again, 1).value()->carriedFrom, id);
    }

private:
    RecipientCheck checkOf(const PayoutDraft &draft)
    {
        return *checkRecipient(*m_world->begin(), draft, {}, {}, m_world->now());
    }
    RecipientRecord keep(const PayoutDraft &draft)
    {
        return m_world->engine().saveRecipient({}, 0, recipientOf(draft)).value();
    }
    void move(const RecipientRecord &entry, milliseconds after = 1s)
    {
        RecipientDetails details = entry.details;
        details.account = movedTo(details);
        if (after > 0s) m_world->run(after);
        VERIFY_DONE(m_world->engine().saveRecipient(entry.id, entry.version, details));
    }
    void expectTickIsDemanded(const PayoutId &id, StandingKind kind)
    {
        const auto sheet = m_world->engine().openReview(id);
        VERIFY_DONE(sheet);
        QVERIFY(!sheet->recipientAct);
        QVERIFY(sheet->standingSince && sheet->standingSince->kind == kind);
        QVERIFY(sheet->requiredTicks.contains(newRecipientTick()));
        QVERIFY(sheet->confirmPossible);
        m_world->run(4s);
        ReviewSheet withoutTick = *sheet;
        withoutTick.requiredTicks.removeAll(newRecipientTick());
        QCOMPARE(m_world->approveWith(id, withoutTick).error().detail, u"G5"_s);
        VERIFY_DONE(m_world->approveWith(id, *sheet));
        QVERIFY(m_world->runUntil(id, PayoutState::paid));
    }

    /// The six digits from the paper, and nothing less, stand for the act that is missing.
    void expectRetypingIsDemanded(const PayoutId &id)
    {
        const auto sheet = m_world->engine().openReview(id);
        VERIFY_DONE(sheet);
        QVERIFY(sheet->retypingNeeded);
        QVERIFY(sheet->confirmPossible);
        QVERIFY(sheet->requiredTicks.contains(newRecipientTick()));
        m_world->run(4s);
        const QString account = EngineWorld::draft().account;
        for (const QString &typed : {QString(), account.right(5), account.right(7), u"123456"_s}) {
            const auto approved = m_world->approveWith(id, *sheet, {}, typed);
            QVERIFY(!approved);
            QCOMPARE(approved.error().detail, u"G10"_s);
        }
        ReviewSheet ticked = *sheet;
        ticked.requiredTicks.append(retypedTick()); // no box can be ticked for it
        QCOMPARE(m_world->approveWith(id, ticked).error().detail, u"G10"_s);
        VERIFY_DONE(m_world->approveWith(id, *sheet, {}, account.right(6)));
        QVERIFY(m_world->runUntil(id, PayoutState::paid));
    }

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
