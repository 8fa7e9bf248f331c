#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/samplepayouts.h"
#include "ui/payouts/payoutform.h"
#include "ui/shell/windows.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

/// "Copy as new draft": from the list to a form that says what it is a copy of.
class TestUiCopies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void theCopyOpensAndSaysWhatItIsACopyOf()
    {
        FakePayoutDesk desk;
        FakeRecipientBook book;
        FakeTemplateBook templates;
        samples::StillClock clock;
        samples::fill(desk);
        MainWindow main(desk, clock, samples::sampleOffers, WindowFacts{});
        const Windows windows(desk, book, templates, clock, main);
        main.show();
        main.showFolder(Folder::all);
        auto *action = main.findChild<QAction *>(u"copyDraftAction"_s);
        QTRY_VERIFY(action->isEnabled());
        QVERIFY(main.findChild<QTableView *>(u"payoutTable"_s)->actions().contains(action));

        const PayoutId chosen = samples::pictureRows().first().id;
        main.showPayout(chosen);
        QTRY_VERIFY(desk.dossiers.contains(chosen));
        PayoutDossier &stored = desk.dossiers[chosen];
        stored.payout.state = PayoutState::draft;
        stored.payout.draft = canonicalBytes(PayoutDraft{.recipientName = u"Vector LLC"_s, .amount = u"12,50"_s});
        const PayoutDossier original = stored;
        PayoutDossier made = original;
        made.payout.number = 99;
        made.payout.state = PayoutState::draft;
        desk.saveDraftAnswer = PayoutId{u"made"_s};
        action->trigger();
        QTRY_COMPARE(desk.savedDrafts.size(), 1);
        QCOMPARE(desk.acts.last(), u"saveDraft"_s); // a new one; the original is not touched
        QCOMPARE(desk.savedDrafts.first().recipientName, u"Vector LLC"_s);
        QVERIFY(desk.savedDrafts.first().source.copy == (CopiedFrom{chosen, original.payout.number}));
        QCOMPARE(desk.savedDrafts.first().source.originOf(Field::account), Origin::payout);

        made.payout.draft = canonicalBytes(desk.savedDrafts.first());
        desk.dossiers.insert({u"made"_s}, made);
        QTRY_VERIFY(main.findChild<PayoutForm *>());
        auto *form = main.findChild<PayoutForm *>();
        form->openDraft({u"made"_s});
        QTRY_COMPARE(form->windowTitle(), u"Draft 99, copied from No. %1"_s.arg(original.payout.number));
    }

    void aCopyThatNobodyChangedLeavesNothing_data()
    {
        QTest::addColumn<bool>("changed");
        QTest::addColumn<bool>("saved");
        QTest::addColumn<bool>("stays");
        QTest::addRow("closed at once") << false << false << false;
        QTest::addRow("saved as it is") << false << true << true;
        QTest::addRow("changed and saved") << true << true << true;
    }
    void aCopyThatNobodyChangedLeavesNothing()
    {
        QFETCH(bool, changed);
        QFETCH(bool, saved);
        QFETCH(bool, stays);
        FakePayoutDesk desk;
        FakeRecipientBook book;
        FakeTemplateBook templates;
        samples::StillClock clock;
        samples::fill(desk);
        MainWindow main(desk, clock, samples::sampleOffers, WindowFacts{});
        Windows windows(desk, book, templates, clock, main);
        main.show();
        const PayoutId original = samples::pictureRows().first().id;
        PayoutDossier stored;
        stored.payout.state = PayoutState::draft;
        stored.payout.draft = canonicalBytes(PayoutDraft{.recipientName = u"Vector LLC"_s, .amount = u"12,50"_s});
        desk.dossiers.insert(original, stored);
        desk.dossiers.insert({u"made"_s}, stored);
        desk.saveDraftAnswer = PayoutId{u"made"_s};
        windows.copyAsDraft(original);
        QTRY_VERIFY(main.findChild<PayoutForm *>());
        QPointer<PayoutForm> form = main.findChild<PayoutForm *>();
        auto *recipient = form->findChild<QLineEdit *>(u"recipient"_s);
        QTRY_COMPARE(recipient->text(), u"Vector LLC"_s);
        if (changed) QTest::keyClicks(recipient, u" No. 2"_s);
        if (saved) QTest::mouseClick(form->findChild<QPushButton *>(u"save"_s), Qt::LeftButton);
        QTest::keyClick(form, Qt::Key_Escape);
        QTRY_VERIFY(!form);
        QCOMPARE(desk.acts.contains(u"discardDraft made"_s), !stays);
        QCOMPARE(main.findChild<QLabel *>(u"statusMessage"_s)->text().contains(u"not kept"_s), !stays);
    }

    void whatCannotBeReadIsSaidAndNothingIsMade()
    {
        FakePayoutDesk desk;
        FakeRecipientBook book;
        FakeTemplateBook templates;
        samples::StillClock clock;
        samples::fill(desk);
        desk.dossiers.clear();
        MainWindow main(desk, clock, samples::sampleOffers, WindowFacts{});
        Windows windows(desk, book, templates, clock, main);
        windows.copyAsDraft({u"p1"_s});
        QCoreApplication::processEvents();
        QVERIFY(desk.savedDrafts.isEmpty());
        QVERIFY(!main.findChild<PayoutForm *>());
    }
};

QTEST_MAIN(TestUiCopies)
#include "tst_ui_copies.moc"
