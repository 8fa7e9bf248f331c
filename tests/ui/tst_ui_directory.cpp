#include "directoryoffers.h"
#include "pictures.h"
#include "support/samplepayouts.h"
#include "ui/banks/bankcompleter.h"
#include "ui/banks/directoryopener.h"
#include "ui/banks/directorywindow.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

/// The window over a desk, as a person uses it.
struct Shown
{
    FakeDirectoryDesk desk;
    QPointer<DirectoryWindow> window;

    void open()
    {
        window = new DirectoryWindow(desk, Environment::practice);
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
    }
    ~Shown() { delete window; }

    template <class Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    void click(const char *name) const { QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton); }
    void fetch() const
    {
        click("fetch");
        QTRY_VERIFY(part<QPushButton>("fetch")->isEnabled());
    }
    [[nodiscard]] QString result() const
    {
        const auto *note = part<Note>("directoryResult");
        return note->isVisible() ? note->headline() + u' ' + note->text() : QString();
    }
    [[nodiscard]] QString words(const char *name) const { return part<QLabel>(name)->text(); }
};

} // namespace

class DirectoryWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Appearance::light); }

    void aDirectoryThatIsNotUsedIsSaid_data()
    {
        QTest::addColumn<ShelfProblem>("problem");
        QTest::addColumn<QString>("word");
        QTest::addRow("missing") << ShelfProblem::missing << u"no longer"_s;
        QTest::addRow("unreadable") << ShelfProblem::unreadable << u"can't be read"_s;
        QTest::addRow("exchanged") << ShelfProblem::changed << u"changed it"_s;
    }

    void aDirectoryThatIsNotUsedIsSaid()
    {
        QFETCH(ShelfProblem, problem);
        QFETCH(QString, word);
        Shown shown;
        shown.desk.present.problem = problem;
        shown.open();
        QVERIFY2(shown.result().contains(word), qPrintable(shown.result()));
        if (problem == ShelfProblem::changed) takePictures(*shown.window, u"directory-changed"_s);
    }

    void theWindowOpensByItselfWhenTheDirectoryIsNotUsed()
    {
        FakeDirectoryDesk desk;
        FakePayoutDesk payouts;
        samples::StillClock clock;
        MainWindow main(payouts, clock, samples::sampleOffers, WindowFacts{});
        const DirectoryOpener opener(desk, main);
        Q_EMIT desk.changed();
        QVERIFY(!main.findChild<DirectoryWindow *>());
        desk.present.problem = ShelfProblem::changed;
        Q_EMIT desk.changed();
        QVERIFY(main.findChild<DirectoryWindow *>()->isVisible());
    }

    void aDirectoryThatTheSettingsNameIsAskedAbout()
    {
        Shown shown;
        shown.desk.present.suggested = u"/share/ed807.xml"_s;
        shown.desk.offer = offerOf(test::banks(37), test::friday, nullptr);
        shown.open();
        QVERIFY(shown.result().contains(u"The directory that the settings name is not in force."));
        QVERIFY(shown.result().contains(u"ed807.xml"));
        QVERIFY(shown.desk.acts.isEmpty()); // nothing is read or taken by opening
        takePictures(*shown.window, u"directory-named"_s);
        QTest::mouseClick(shown.part<QPushButton>("readNamed"), Qt::LeftButton);
        QTRY_COMPARE(shown.desk.acts, QStringList{u"read /share/ed807.xml"_s});
        QTRY_VERIFY(shown.result().contains(u"is not taken yet."));
    }

    void theDirectoryInForceIsShown()
    {
        Shown shown;
        shown.desk.present = {test::directoryOf(test::banks(1432)),
                              {.source = u"bik.zip"_s, .takenAt = fromMilliseconds(1'795'347'696'000)}};
        shown.open();
        QCOMPARE(shown.words("directoryDay"), u"BIK directory of 20 Nov 2026"_s);
        QVERIFY(shown.words("directoryEntries").contains(u"432"));
        QVERIFY(shown.words("directoryOrigin").contains(u"bik.zip"));
        QVERIFY(shown.words("directoryOrigin").contains(u"22 Nov 2026"));
        QVERIFY(shown.result().isEmpty());
        QVERIFY(shown.desk.acts.isEmpty()); // opening asks nobody
    }

    void anOldDirectoryIsSaidToBeOld_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<bool>("old");
        QTest::addRow("the day itself") << QDate(2026, 11, 20) << false;
        QTest::addRow("three working days later") << QDate(2026, 11, 25) << false;
        QTest::addRow("four working days later") << QDate(2026, 11, 26) << true;
    }

    void anOldDirectoryIsSaidToBeOld()
    {
        QFETCH(QDate, today);
        QFETCH(bool, old);
        Shown shown;
        shown.desk.present = {test::directoryOf(test::banks(1432)), {}};
        shown.desk.day = today;
        shown.open();
        QCOMPARE(shown.words("directoryDay").contains(u"older than three business days"), old);
    }

    void withoutADirectoryThatIsSaid()
    {
        Shown shown;
        shown.open();
        QCOMPARE(shown.words("directoryDay"), u"There is no BIK directory here."_s);
    }

    void oneClickFetchesAndTakesWhatIsPlain()
    {
        Shown shown;
        shown.desk.offer = offerOf(test::banks(1400), test::friday, nullptr);
        shown.open();
        shown.fetch();
        QCOMPARE(shown.desk.acts, (QStringList{u"fetch"_s, u"take: "_s}));
        QTRY_VERIFY(shown.result().contains(u"The directory of 20 Nov 2026 is in force."));
        QCOMPARE(shown.words("directoryDay"), u"BIK directory of 20 Nov 2026"_s);
        QVERIFY(!shown.part<QTableWidget>("differences")->isVisible());
    }

    void theSameDirectoryIsNotTakenAgain()
    {
        Shown shown;
        shown.desk.present = {test::directoryOf(test::banks(1400)), {}};
        shown.desk.offer = offerOf(test::banks(1400), test::friday, shown.desk.present.directory);
        shown.open();
        shown.fetch();
        QCOMPARE(shown.desk.acts, QStringList{u"fetch"_s});
        QVERIFY(shown.result().contains(u"Nothing to change"));
    }

    void aPoisonedDirectoryNeedsAWrittenWord()
    {
        Shown shown;
        offerPoisoned(shown.desk);
        shown.open();
        shown.fetch();
        QCOMPARE(shown.desk.acts, QStringList{u"fetch"_s}); // not taken
        QVERIFY(shown.result().contains(u"is not taken yet."));
        QVERIFY(shown.result().contains(u"other correspondent accounts than now: 1"));
        auto *table = shown.part<QTableWidget>("differences");
        QVERIFY(table->isVisible());
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(table->item(0, 2)->text(), u"correspondent account"_s);
        QCOMPARE(table->item(0, 3)->text(), groupedDigits(test::bank(8).correspondentAccounts.first()));
        QCOMPARE(table->item(0, 4)->text(), groupedDigits(u"30101810900000000999"));
        takePictures(*shown.window, u"directory-poisoned"_s);

        auto *act = shown.part<QPushButton>("reasonAct");
        QVERIFY(!act->isEnabled());
        QTest::keyClicks(shown.part<QPlainTextEdit>("reasonEdit"), u"ok"_s);
        shown.desk.takeAnswer = fail(ErrorCode::reasonNeeded);
        shown.click("reasonAct");
        QTRY_VERIFY(shown.result().contains(u"at least 10 characters"));
        QVERIFY(shown.part<QPlainTextEdit>("reasonEdit")->isVisible());

        shown.desk.takeAnswer = {};
        QTest::keyClicks(shown.part<QPlainTextEdit>("reasonEdit"), u"Compared with the letter"_s);
        shown.click("reasonAct");
        QTRY_COMPARE(shown.desk.acts.last(), u"take: Compared with the letter"_s);
        QTRY_VERIFY(shown.result().contains(u"The directory of 23 Nov 2026 is in force."));
        QVERIFY(!table->isVisible());
    }

    void goingBackLeavesThePresentOne()
    {
        Shown shown;
        offerPoisoned(shown.desk);
        shown.open();
        shown.fetch();
        shown.click("reasonBack");
        QCOMPARE(shown.desk.acts, QStringList{u"fetch"_s});
        QVERIFY(shown.result().contains(u"The present directory stays."));
        QVERIFY(!shown.part<QTableWidget>("differences")->isVisible());
    }

    void aFileIsReadTheSameWay()
    {
        Shown shown;
        shown.desk.offer = offerOf(test::banks(37), test::friday, nullptr);
        shown.open();
        shown.window->readFile(u"/some/bik.xml"_s);
        QTRY_VERIFY(shown.result().contains(u"It has 37 entries; a genuine one has more than 1000."));
        QCOMPARE(shown.desk.acts, QStringList{u"read /some/bik.xml"_s});
    }

    void eachFailureSaysWhatToDo_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("words");
        const auto network = [](const char *word) {
            return Error{ErrorCode::networkFailed, QLatin1String(word) + u" technical"_s};
        };
        QTest::addRow("no name") << network("nameLookup") << u"Check the connection"_s;
        QTest::addRow("certificate") << network("tls") << u"could not be trusted"_s;
        QTest::addRow("time") << network("timeout") << u"did not answer in time"_s;
        QTest::addRow("cut off") << network("connectionLost") << u"broke off"_s;
        QTest::addRow("redirect") << network("redirect") << u"another address"_s;
        QTest::addRow("status") << network("status") << u"refused"_s;
        QTest::addRow("other") << network("other") << u"could not be reached"_s;
        QTest::addRow("too large") << Error{ErrorCode::fileTooLarge, u"8388608"_s} << u"much larger"_s;
        QTest::addRow("a page") << Error{ErrorCode::fileNotUnderstood, u"a web page"_s} << u"page for people"_s;
        QTest::addRow("damaged") << Error{ErrorCode::fileNotUnderstood, u"damaged"_s} << u"damaged"_s;
        QTest::addRow("another message") << Error{ErrorCode::wrongFormat, {}} << u"ED807"_s;
        QTest::addRow("still starting") << Error{ErrorCode::storeUnavailable, {}} << u"still starting"_s;
    }

    void eachFailureSaysWhatToDo()
    {
        QFETCH(Error, error);
        QFETCH(QString, words);
        Shown shown;
        shown.desk.offer = std::unexpected(error);
        shown.open();
        shown.fetch();
        QVERIFY2(shown.result().contains(words), qPrintable(shown.result()));
        QVERIFY(!shown.result().contains(u"technical"));
        QCOMPARE(shown.desk.acts, QStringList{u"fetch"_s});
    }

    void aStormOfEnterTakesNothing()
    {
        Shown shown;
        offerPoisoned(shown.desk);
        shown.open();
        shown.fetch();
        shown.window->setFocus();
        for (int i = 0; i < 200; ++i)
            QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : shown.window, Qt::Key_Return);
        QVERIFY(!shown.desk.acts.join(u' ').contains(u"take"));
    }

    void namesFromTheFileAreShownAsText()
    {
        Shown shown;
        offerPoisoned(shown.desk);
        QList<BankEntry> entries = test::banks(1400);
        entries[2].name = u"<b>Банк</b>\u202E"_s;
        entries[2].correspondentAccounts = {u"1"_s};
        shown.desk.offer = offerOf(entries, test::friday, shown.desk.present.directory);
        shown.open();
        shown.fetch();
        const QString name = shown.part<QTableWidget>("differences")->item(0, 1)->text();
        QVERIFY(name.contains(u"<b>"));
        QVERIFY(!name.contains(QChar(0x202E)));
    }

    void aBankIsFoundWhileTyping()
    {
        const auto directory = test::directoryOf(test::banks(1400));
        QWidget window;
        QLineEdit edit(&window);
        BankCompleter offers([&](const QString &text, qsizetype limit) { return directory->search(text, limit); });
        offers.attach(edit);
        QList<BankEntry> chosen;
        connect(&offers, &BankCompleter::chosen, &window, [&](const BankEntry &bank) { chosen += bank; });
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit.setFocus();
        QTest::keyClicks(&edit, u"04"_s);
        QVERIFY(!offers.popup()->isVisible());
        QTest::keyClicks(&edit, u"0000"_s);
        QVERIFY(offers.popup()->isVisible());
        edit.clear();
        edit.insert(u"БАНК 131"_s);
        QVERIFY(offers.popup()->isVisible());
        QVERIFY(offers.popup()->model()->index(0, 0).data().toString().contains(u"Банк 131"));
        QTest::keyClick(offers.popup(), Qt::Key_Down);
        QTest::keyClick(offers.popup(), Qt::Key_Return);
        QCOMPARE(chosen, QList{test::bank(131)});
    }

    void whatSpeaksAgainstABankIsSaidBeforeItIsChosen()
    {
        BankEntry withdrawn = test::bank(1);
        withdrawn.limits = BankLimit::licenceWithdrawn;
        BankEntry restricted = test::bank(2);
        restricted.limits = BankLimit::moratorium | BankLimit::accountClosing;
        BankEntry centre = test::bank(3);
        centre.participantType = u"10"_s;
        QWidget window;
        QLineEdit edit(&window);
        BankCompleter offers([&](const QString &, qsizetype) {
            return QList{withdrawn, restricted, centre, test::bank(4)};
        });
        offers.attach(edit);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit.setFocus();
        edit.insert(u"банк"_s);
        const auto line = [&](int row) { return offers.popup()->model()->index(row, 0).data().toString(); };
        QVERIFY(line(0).endsWith(u"licence withdrawn"));
        QVERIFY(line(1).endsWith(u"moratorium on creditors, account closing"));
        QVERIFY(line(2).endsWith(u"takes no payouts"));
        QVERIFY(line(3).endsWith(u"Казань"));
    }
};

QTEST_MAIN(DirectoryWindowTest)
#include "tst_ui_directory.moc"
