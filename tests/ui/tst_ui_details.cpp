#include "support/samplepayouts.h"
#include "ui/models/situation.h"
#include "ui/payouts/detailscontroller.h"
#include "ui/payouts/detailspane.h"
#include "ui/widgets/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(countersign::PayoutState)

/// The details pane with its controller before a scripted desk.
class TestDetails : public QObject
{
    Q_OBJECT

    struct Stage
    {
        Stage()
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
        DetailsController controller{desk, clock, samples::sampleOffers, pane};
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

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
        QCOMPARE(alarmed.gutter, u"!"_s);
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
};

QTEST_MAIN(TestDetails)
#include "tst_ui_details.moc"
