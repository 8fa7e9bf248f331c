#include "pictures.h"
#include "support/samplepayouts.h"
#include "ui/models/situation.h"
#include "ui/payouts/detailscontroller.h"
#include "ui/payouts/detailspane.h"
#include "ui/widgets/longwords.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::PayoutState)
Q_DECLARE_METATYPE(countersign::Offer)

/// The details pane with its controller before a scripted desk.
class TestDetails : public QObject
{
    Q_OBJECT

    struct Stage
    {
        explicit Stage(DetailsController::OffersFunction offersFunction = samples::sampleOffers)
            : controller(desk, clock, std::move(offersFunction), pane)
        {
            samples::fill(desk);
            pane.resize(330, 800);
            pane.show();
        }
        void show(const QString &id) { controller.showPayout(PayoutId{id}); }
        QString name() const { return pane.findChild<QLabel *>(u"detailsName"_s)->text(); }
        QPushButton *button(Offer offer) const
        {
            return pane.findChild<QPushButton *>(u"offer%1"_s.arg(static_cast<int>(offer)));
        }
        QStringList headlines() const
        {
            QStringList texts;
            for (const QWidget *note : pane.findChildren<QWidget *>(u"situationNote"_s)) {
                texts << note->findChild<QLabel *>(u"noteHeadline"_s)->text();
            }
            return texts;
        }
        QString allText() const
        {
            QStringList texts;
            for (const QLabel *label : pane.findChildren<QLabel *>()) {
                if (label->isVisibleTo(&pane)) texts << label->text();
            }
            return texts.join(u'\n');
        }

        FakePayoutDesk desk;
        samples::StillClock clock;
        DetailsPane pane;
        DetailsController controller;
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    void anEndedPayoutWhoseMomentHasPassedSaysThatTheBankIsAsked()
    {
        Stage stage([](const PayoutDossier &, Instant now) {
            return QList<OfferedAct>{{Offer::payAgain, false, now - std::chrono::minutes(20)}};
        });
        stage.show(u"p8"_s);
        QTRY_VERIFY(stage.allText().contains(u"When the bank says the same once more"_s));
        QVERIFY(!stage.allText().contains(u"If the bank still says"_s));
    }

    /// File names and purposes may have no spaces: a pane that grew as wide as they are would cut everything else.
    void longWordsEndALineInTheirMiddle()
    {
        Stage stage;
        const QString word = u"Реестр_платежей_на_23_ноября_2026_года_окончательный_v2.csv"_s;
        PayoutDraft draft{.purpose = word};
        draft.source.file = ImportedFrom{.fileName = word, .row = 4};
        stage.desk.dossiers[PayoutId{u"p8"_s}].payout.draft = canonicalBytes(draft);
        stage.show(u"p8"_s);
        QTRY_VERIFY(withoutBreaks(stage.allText()).contains(word));
        for (const QLabel *label : stage.pane.findChildren<QLabel *>()) {
            if (!label->isVisibleTo(&stage.pane) || label->text().isEmpty()) continue;
            const int right = label->mapTo(&stage.pane, QPoint(label->width(), 0)).x();
            QVERIFY2(right <= stage.pane.width(), qPrintable(label->text()));
        }
    }

    void anUnknownOutcomeSaysWhatIsKnownAndWhatOneCanDo()
    {
        Stage stage;
        stage.show(u"p6"_s);
        QTRY_COMPARE(stage.name(), u"Orion LLC"_s);
        const QString text = stage.allText();
        for (const QString &part :
             {u"We don't know yet whether the bank took your confirmation."_s, u"Request left this computer once"_s,
              u"Whether the bank received it"_s, u"still waiting for a decision"_s, u"it can't pay twice"_s,
              u"Cancelling is not offered while a confirmation may be on its way."_s, u"Confirmation sent"_s}) {
            QVERIFY2(text.contains(part), qPrintable(part));
        }
        QVERIFY(!stage.button(Offer::sendConfirmAgain)->isEnabled());
    }

    void whatTheBankNamesWhereNothingWasAskedStandsUnderItsOwnField()
    {
        Stage stage;
        PayoutDossier &dossier = stage.desk.dossiers[{u"p10"_s}];
        PayoutDraft draft = draftFromCanonicalBytes(dossier.payout.draft).value_or(PayoutDraft{});
        draft.inn.clear();
        dossier.payout.draft = canonicalBytes(draft);
        RecipientIdentity named = identityOf(draft);
        named.inn = u"1111111111"_s;
        dossier.otherRecipient = named;
        stage.show(u"p10"_s);
        QTRY_VERIFY(stage.allText().contains(u"1111111111"_s));
        const QString text = stage.allText();
        QVERIFY2(text.contains(u"INN\nnot given\n≠ the bank\n1111111111"_s), qPrintable(text));
    }

    void eachActGoesToTheDesk_data()
    {
        QTest::addColumn<QString>("payout");
        QTest::addColumn<int>("offer");
        QTest::addColumn<QString>("act");
        QTest::addRow("ask now") << u"p6"_s << int(Offer::askNow) << u"askNow p6"_s;
        QTest::addRow("send a draft") << u"p10"_s << int(Offer::sendForChecking) << u"sendForChecking p10"_s;
        QTest::addRow("pay again") << u"p8"_s << int(Offer::payAgain) << u"payAgain p8"_s;
    }
    void eachActGoesToTheDesk()
    {
        QFETCH(QString, payout);
        QFETCH(int, offer);
        QFETCH(QString, act);
        Stage stage;
        stage.show(payout);
        QTRY_VERIFY(stage.button(static_cast<Offer>(offer)));
        QTest::mouseClick(stage.button(static_cast<Offer>(offer)), Qt::LeftButton);
        QTRY_COMPARE(stage.desk.acts, QStringList{act});
    }

    void whatIsOnItsWayHasNoNextAct_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<Offer>("offer");
        QTest::addRow("queued") << PayoutState::queued << Offer::withdraw;
        QTest::addRow("open") << PayoutState::open << Offer::withdraw;
        QTest::addRow("checking") << PayoutState::waitBank << Offer::askNow;
        QTest::addRow("being paid") << PayoutState::executing << Offer::askNow;
        QTest::addRow("paid") << PayoutState::paid << Offer::askNow;
        QTest::addRow("approved") << PayoutState::approved << Offer::cancelPayout;
    }
    void whatIsOnItsWayHasNoNextAct()
    {
        QFETCH(PayoutState, state);
        QFETCH(Offer, offer);
        Stage stage(&offersFor);
        const ListRow row = samples::row(32, state, u"Underway"_s, u"40702810500000000001"_s, 5, u"x"_s);
        stage.desk.dossiers.insert(row.id, samples::dossierOf(row));
        stage.show(u"p32"_s);
        QTRY_VERIFY(stage.button(offer));
        QVERIFY(stage.button(offer)->property("buttonRole").toString() != u"primary");
        stage.pane.doNextAct();
        QVERIFY(stage.desk.acts.isEmpty());
        QVERIFY(!stage.pane.findChild<QWidget *>(u"reasonPanel"_s)->isVisible());
    }

    void anOfferHasTheWordsOfItsStateAlsoWhereTheStateChangesOnTheScreen()
    {
        Stage stage([](const PayoutDossier &, Instant) { return QList<OfferedAct>{{Offer::askNow}}; });
        PayoutDossier &dossier = stage.desk.dossiers[PayoutId{u"p8"_s}];
        dossier.payout.state = PayoutState::executing;
        stage.show(u"p8"_s);
        QTRY_VERIFY(stage.button(Offer::askNow));
        QCOMPARE(stage.button(Offer::askNow)->text(), u"Ask now"_s);
        dossier.payout.state = PayoutState::paid;
        Q_EMIT stage.desk.payoutChanged(PayoutId{u"p8"_s});
        QTRY_COMPARE(stage.button(Offer::askNow)->text(), u"Ask whether it came back"_s);
    }

    void cancellingSaysItsEffectAndIsADecision()
    {
        Stage stage;
        stage.show(u"p1"_s);
        QTRY_VERIFY(stage.button(Offer::cancelPayout));
        QSignalSpy review(&stage.controller, &DetailsController::reviewWanted);
        QTest::mouseClick(stage.button(Offer::cancelPayout), Qt::LeftButton);
        QVERIFY(review.isEmpty());
        QVERIFY(stage.desk.acts.isEmpty());
        const QString text = stage.allText();
        for (const QString &part : {u"3\u00A0500,00\u00A0₽"_s, u"to Ivanov Ivan Ivanovich"_s, u"Nothing is paid"_s})
            QVERIFY2(text.contains(part), qPrintable(part));
        QTest::keyClicks(stage.pane.findChild<QPlainTextEdit *>(u"reasonEdit"_s), u"wrong account"_s);
        QTest::mouseClick(stage.pane.findChild<QPushButton *>(u"reasonAct"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.desk.acts, QStringList{u"decide p1"_s});
        QCOMPARE(stage.desk.decisions.first().kind, DecisionKind::cancel);
        QCOMPARE(stage.desk.decisions.first().reason, u"wrong account"_s);
    }

    void somebodyElseThatTheBankPaidIsNamedBesideWhoWasAskedFor_data()
    {
        QTest::addColumn<PayoutState>("state");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("headline");
        QTest::addRow("review") << PayoutState::review << u"The bank named"_s
                                << u"The bank names another recipient than you asked for."_s;
        QTest::addRow("mismatch") << PayoutState::mismatch << u"The bank named"_s
                                  << u"The bank would pay something else than you asked for."_s;
        QTest::addRow("being paid") << PayoutState::executing << u"The bank named"_s
                                    << u"The bank is carrying out the payout."_s;
        QTest::addRow("paid") << PayoutState::paid << u"The bank paid"_s
                              << u"The bank has paid another recipient than you asked for."_s;
        QTest::addRow("returned") << PayoutState::returned << u"The bank paid"_s << u"The money came back."_s;
    }
    void somebodyElseThatTheBankPaidIsNamedBesideWhoWasAskedFor()
    {
        QFETCH(PayoutState, state);
        QFETCH(QString, label);
        QFETCH(QString, headline);
        Stage stage;
        const ListRow row =
            samples::row(33, state, u"Ivanov Ivan"_s, u"40817810400003869535"_s, 5, u"x"_s, u"differences"_s);
        PayoutDossier dossier = samples::dossierOf(row);
        dossier.otherRecipient = RecipientIdentity{
            .name = u"VECTOR LIMITED"_s, .inn = {}, .bik = u"044525593"_s, .account = u"40702810500000000001"_s};
        stage.desk.dossiers.insert(row.id, dossier);
        stage.show(u"p33"_s);
        QTRY_COMPARE(stage.name(), u"Ivanov Ivan"_s);
        const QString text = stage.allText();
        for (const QString &part :
             {u"You asked for"_s, QString(u"Ivanov Ivan, "_s + groupedDigits(row.recipientAccount)), label,
              QString(u"VECTOR LIMITED, "_s + groupedDigits(dossier.otherRecipient->account) + u", BIK 044525593"_s)}) {
            QVERIFY2(text.contains(part), qPrintable(part + u" in "_s + text));
        }
        QCOMPARE(text.count(u"≠ the bank"_s), 2); // account and BIK, each under what was asked for
        QCOMPARE(stage.headlines(), QStringList{headline});
        QVERIFY(!text.contains(u"needs a tick of its own"_s));
    }

    void ourOwnCancellationIsCalledOurs()
    {
        PayoutDossier dossier;
        dossier.payout.state = PayoutState::cancelled;
        QVERIFY(situationOf(dossier, {}, samples::pictureTime()).notes.first().headline.startsWith(u"The bank"));
        IntentRecord intent;
        intent.kind = CallKind::cancel;
        dossier.intents << intent;
        QVERIFY(situationOf(dossier, {}, samples::pictureTime()).notes.first().headline.contains(u"as you ordered"));
    }

    void whatWasTriedAgainAndAgainIsOneLineThatUnfolds()
    {
        Stage stage;
        PayoutDossier dossier = stage.desk.dossiers.value(PayoutId{u"p4"_s});
        for (int i = 0; i < 14; ++i) {
            for (const QString &what : {u"startSent"_s, u"callNotSent"_s})
                dossier.history << HistoryEntry{samples::before(std::chrono::seconds(20 - i)), what, {}};
        }
        stage.desk.dossiers.insert(PayoutId{u"p4"_s}, dossier);
        stage.show(u"p4"_s);
        QTRY_VERIFY(stage.allText().contains(u"14 times, last at"_s));
        QCOMPARE(stage.allText().count(u"The request did not leave this computer"), 1);
        const auto fold = [&stage] {
            for (QToolButton *button : stage.pane.findChildren<QToolButton *>()) {
                if (button->objectName().startsWith(u"fold")) return button;
            }
            return static_cast<QToolButton *>(nullptr);
        };
        QCOMPARE(fold()->text(), u"Show all 28"_s);
        QTest::keyClick(fold(), Qt::Key_Space);
        QCOMPARE(stage.allText().count(u"The request did not leave this computer"), 14);
        QTest::keyClick(fold(), Qt::Key_Space);
        QCOMPARE(stage.allText().count(u"The request did not leave this computer"), 1);
    }

    void twoQuickClicksAreOneAct()
    {
        Stage stage;
        stage.show(u"p6"_s);
        QTRY_VERIFY(stage.button(Offer::askNow));
        stage.desk.holdAnswers = true;
        QTest::mouseClick(stage.button(Offer::askNow), Qt::LeftButton);
        QTest::mouseClick(stage.button(Offer::askNow), Qt::LeftButton);
        stage.pane.doNextAct();
        QCOMPARE(stage.desk.acts.size(), 1);
        stage.desk.holdAnswers = false;
        stage.desk.release();
        QTRY_VERIFY(stage.button(Offer::askNow)->isEnabled());
    }

    void aRefusalIsSaidInWords()
    {
        Stage stage;
        stage.show(u"p6"_s);
        QTRY_VERIFY(stage.button(Offer::askNow));
        stage.desk.actAnswers.insert(u"askNow"_s, fail(ErrorCode::frozen));
        QTest::mouseClick(stage.button(Offer::askNow), Qt::LeftButton);
        QTRY_VERIFY(stage.allText().contains(u"Sending is frozen."));
    }

    void aRefusalGoesWithTheNextAct()
    {
        Stage stage;
        stage.show(u"p1"_s);
        QTRY_VERIFY(stage.button(Offer::review));
        stage.pane.showRefusal({ErrorCode::frozen, {}});
        QVERIFY(stage.allText().contains(u"Sending is frozen."));
        QTest::mouseClick(stage.button(Offer::review), Qt::LeftButton);
        QVERIFY(!stage.allText().contains(u"Sending is frozen."));
    }

    void aQuestionDoesNotMakeThePaneWider_data()
    {
        QTest::addColumn<Offer>("offer");
        QTest::addRow("confirm again") << Offer::sendConfirmAgain;
        QTest::addRow("cancel again") << Offer::sendCancelAgain;
        QTest::addRow("take over") << Offer::acceptObservation;
    }
    void aQuestionDoesNotMakeThePaneWider()
    {
        QFETCH(Offer, offer);
        Stage stage([offer](const PayoutDossier &, Instant) { return QList<OfferedAct>{{Offer::askNow}, {offer}}; });
        stage.pane.resize(300, 800);
        stage.show(u"p6"_s);
        QTRY_VERIFY(stage.button(offer));
        QTest::mouseClick(stage.button(offer), Qt::LeftButton);
        const auto *act = stage.pane.findChild<QPushButton *>(u"reasonAct"_s);
        QVERIFY(act->isVisible());
        QCoreApplication::processEvents(); // layouts settle
        QVERIFY(act->mapTo(&stage.pane, QPoint(act->width(), 0)).x() <= stage.pane.width());
    }

    void whatCanBeOrderedAboutAnUnknownOutcomeIsSaidExactlyThen()
    {
        const QString order = u"You can order the same confirmation to be sent again"_s;
        for (const bool possible : {false, true}) {
            Stage stage([possible](const PayoutDossier &, Instant) {
                return QList<OfferedAct>{{Offer::askNow}, {Offer::sendConfirmAgain, possible, {}}};
            });
            stage.show(u"p6"_s);
            QTRY_COMPARE(stage.name(), u"Orion LLC"_s);
            const QString text = stage.allText();
            QCOMPARE(text.contains(order), possible);
            QCOMPARE(text.contains(u"You don't need to do anything."_s), !possible);
            QVERIFY(text.contains(u"Asked next"_s));
        }
    }

    void theKeyboardStaysInThePaneWhileAnActIsOnItsWay()
    {
        Stage stage;
        stage.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.pane));
        stage.show(u"p6"_s);
        QTRY_VERIFY(stage.button(Offer::askNow));
        stage.button(Offer::askNow)->setFocus();
        stage.desk.holdAnswers = true;
        QTest::keyClick(stage.button(Offer::askNow), Qt::Key_Space);
        QVERIFY(stage.button(Offer::askNow)->hasFocus());
        QTest::keyClick(stage.button(Offer::askNow), Qt::Key_Space);
        stage.desk.holdAnswers = false;
        stage.desk.release();
        QTRY_COMPARE(stage.desk.acts, QStringList{u"askNow p6"_s});
        QVERIFY(stage.button(Offer::askNow)->hasFocus());
    }

    void takingOverNeedsAWrittenReason()
    {
        Stage stage;
        ListRow row = samples::row(30, PayoutState::hold, u"Held"_s, u"40702810500000000001"_s, 5, u"x"_s);
        stage.desk.dossiers.insert(row.id, samples::dossierOf(row));
        stage.show(u"p30"_s);
        QTRY_VERIFY(stage.button(Offer::acceptObservation));
        QTest::mouseClick(stage.button(Offer::acceptObservation), Qt::LeftButton);
        auto *act = stage.pane.findChild<QPushButton *>(u"reasonAct"_s);
        QVERIFY(act->isVisible());
        QVERIFY(!act->isEnabled());
        QTest::keyClicks(stage.pane.findChild<QPlainTextEdit *>(u"reasonEdit"_s), u"bank called"_s);
        QVERIFY(act->isEnabled());
        QTest::mouseClick(act, Qt::LeftButton);
        QTRY_COMPARE(stage.desk.acts, QStringList{u"order p30 bank called"_s});
        QCOMPARE(stage.desk.orders, QList<PersonOrder>{PersonOrder::acceptObservation});
    }

    void aDraftIsThrownAwayOnlyAfterAQuestion()
    {
        Stage stage;
        stage.show(u"p10"_s);
        QTRY_VERIFY(stage.button(Offer::discardDraft));
        QTest::mouseClick(stage.button(Offer::discardDraft), Qt::LeftButton);
        QVERIFY(stage.desk.acts.isEmpty());
        QTest::mouseClick(stage.pane.findChild<QPushButton *>(u"reasonAct"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.desk.acts, QStringList{u"discardDraft p10"_s});
    }

    void lateAnswersAboutAnotherPayoutAreDropped()
    {
        Stage stage;
        stage.desk.holdAnswers = true;
        stage.show(u"p1"_s);
        stage.show(u"p2"_s);
        stage.desk.release();
        QTRY_COMPARE(stage.name(), u"Vector LLC"_s);
        QCoreApplication::processEvents();
        QCOMPARE(stage.name(), u"Vector LLC"_s);
    }

    void noActGoesToAPayoutThatIsNotShownYet()
    {
        Stage stage;
        QSignalSpy review(&stage.controller, &DetailsController::reviewWanted);
        stage.show(u"p1"_s);
        QTRY_VERIFY(stage.button(Offer::review));
        stage.desk.holdAnswers = true;
        stage.show(u"p2"_s); // is being read; the pane has nothing but p1 to show
        stage.pane.doNextAct();
        for (const Offer offer : {Offer::review, Offer::cancelPayout}) {
            QVERIFY(!stage.button(offer)->isEnabled());
            stage.button(offer)->click();
        }
        QVERIFY(stage.pane.account().isEmpty());
        QVERIFY(review.isEmpty());
        QVERIFY(stage.desk.acts.isEmpty());
        stage.desk.release();
        QTRY_COMPARE(stage.name(), u"Vector LLC"_s);
        stage.pane.doNextAct();
        QCOMPARE(review.size(), 1);
        QCOMPARE(review.first().first().value<PayoutId>(), PayoutId{u"p2"_s});
    }

    void aQuestionAboutOnePayoutIsNotAnsweredForAnother()
    {
        Stage stage;
        stage.show(u"p1"_s);
        QTRY_VERIFY(stage.button(Offer::cancelPayout));
        QTest::mouseClick(stage.button(Offer::cancelPayout), Qt::LeftButton);
        auto *act = stage.pane.findChild<QPushButton *>(u"reasonAct"_s);
        QVERIFY(act->isVisible());
        stage.desk.holdAnswers = true;
        stage.show(u"p2"_s);
        QVERIFY(!act->isVisible());
        act->click();
        QVERIFY(stage.desk.acts.isEmpty());
        stage.show(u"p1"_s); // and back, before p2 was read
        QVERIFY(!stage.button(Offer::cancelPayout)->isEnabled());
        stage.desk.release();
        QTRY_VERIFY(stage.button(Offer::cancelPayout)->isEnabled());
        QVERIFY(!act->isVisible());
    }

    void hostileTextStaysPlain()
    {
        Stage stage;
        const QString hostile = u"<h1>Paid</h1><a href='x'>here</a> & ООО"_s;
        ListRow row = samples::row(31, PayoutState::failed, hostile, u"40702810500000000001"_s, 5, hostile);
        PayoutDossier dossier = samples::dossierOf(row);
        dossier.payout.reasonCode = hostile;
        dossier.payout.reasonText = hostile;
        dossier.history << HistoryEntry{samples::pictureTime(), hostile, {{u"code"_s, hostile}}};
        stage.desk.dossiers.insert(row.id, dossier);
        stage.show(u"p31"_s);
        QTRY_COMPARE(stage.name(), hostile);
        for (const QLabel *label : stage.pane.findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(stage.allText().contains(u"“%1”"_s.arg(hostile)));
    }

    void everyStateHasItsWords_data()
    {
        QTest::addColumn<int>("state");
        for (int i = 0; i < payoutStateCount; ++i) {
            QTest::addRow("%s", qPrintable(stateWord(static_cast<PayoutState>(i)))) << i;
        }
    }
    void everyStateHasItsWords()
    {
        QFETCH(int, state);
        const StatusText text =
            statusText(static_cast<PayoutState>(state), {}, false, samples::pictureTime(), samples::pictureTime());
        QVERIFY(!text.sign.isEmpty());
        QVERIFY(text.words.size() > 3);
        const StatusText alarmed =
            statusText(static_cast<PayoutState>(state), {}, true, samples::pictureTime(), samples::pictureTime());
        QCOMPARE(alarmed.gutter, u"‼"_s);
        QCOMPARE(alarmed.grade, StatusGrade::danger);
    }

    void statesThatNeedAPersonHaveANote()
    {
        using enum PayoutState;
        for (const PayoutState state :
             {mismatch, startUnknown, confirmUnknown, cancelUnknown, closing, bankError, hold}) {
            PayoutDossier dossier;
            dossier.payout.state = state;
            dossier.payout.stateSince = samples::pictureTime();
            QVERIFY2(!situationOf(dossier, {}, samples::pictureTime()).notes.isEmpty(), qPrintable(stateWord(state)));
        }
    }

    void pictures()
    {
        if (qEnvironmentVariableIsEmpty("COUNTERSIGN_PICTURES")) return;
        Stage stage;
        int number = 40;
        for (const PayoutState state : {PayoutState::cancelled, PayoutState::hold, PayoutState::bankError}) {
            const ListRow row = samples::row(number++, state, u"Vega LLC"_s, u"40702810500000000001"_s, 14'800'000,
                                             u"Invoice 118 of 03.11.2026. VAT exempt"_s);
            PayoutDossier dossier = samples::dossierOf(row);
            for (int i = 0; i < 14; ++i) {
                dossier.history << HistoryEntry{samples::before(std::chrono::seconds(20 - i)),
                                                u"callNotSent"_s,
                                                {{u"failure"_s, u"connection refused"_s}}};
            }
            stage.desk.dossiers.insert(row.id, dossier);
        }
        for (const QString &id :
             {u"p1"_s, u"p2"_s, u"p4"_s, u"p6"_s, u"p7"_s, u"p8"_s, u"p9"_s, u"p10"_s, u"p40"_s, u"p41"_s, u"p42"_s}) {
            stage.show(id);
            QCoreApplication::processEvents();
            takePictures(stage.pane, u"details-"_s + id);
        }
        stage.show(u"p1"_s);
        QTRY_VERIFY(stage.button(Offer::cancelPayout));
        QTest::mouseClick(stage.button(Offer::cancelPayout), Qt::LeftButton);
        takePictures(stage.pane, u"details-cancel"_s);
    }
};

QTEST_MAIN(TestDetails)
#include "tst_ui_details.moc"
