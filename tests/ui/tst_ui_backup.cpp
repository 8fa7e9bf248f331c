#include "pictures.h"
#include "setupkit.h"
#include "support/fakebackupdesk.h"
#include "support/fakepayoutdesk.h"
#include "support/manualclock.h"
#include "ui/backup/backupbar.h"
#include "ui/backup/backupwindow.h"
#include "ui/backup/restorewindow.h"
#include "ui/settings/backuppage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/note.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryFile>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

BackupMade made()
{
    return {.path = u"/disk/countersign-main.zip"_s,
            .bytes = 1'234'567,
            .sha256 = QByteArray(64, 'c'),
            .contents = FakeRestoreDesk::sample()};
}

struct Shown
{
    FakeBackupDesk desk;
    FakePayoutDesk payouts;
    ManualClock clock;
    QPointer<BackupWindow> window;

    explicit Shown(BackupPurpose purpose = BackupPurpose::keep)
        : window(new BackupWindow(desk, payouts, clock, purpose, Environment::practice))
    {
        window->show();
    }
    ~Shown() { delete window; }
    [[nodiscard]] Note *note() const { return window->findChild<Note *>(u"note"_s); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return window->findChild<QPushButton *>(name); }
    void tick() const { window->findChild<QCheckBox *>(u"sure"_s)->setChecked(true); }
};

struct Asked
{
    FakeRestoreDesk desk;
    ManualClock clock;
    QPointer<RestoreWindow> window;

    explicit Asked(const std::optional<Profile> &profile)
    {
        window = new RestoreWindow(desk, clock, profile);
        window->show();
    }
    ~Asked() { delete window; }
    [[nodiscard]] Note *note() const { return window->findChild<Note *>(u"note"_s); }
    [[nodiscard]] QPushButton *go() const { return window->findChild<QPushButton *>(u"restore"_s); }
    [[nodiscard]] QCheckBox *sure() const { return window->findChild<QCheckBox *>(u"sure"_s); }
};

} // namespace

class TestUiBackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void theResultSaysWhereHowLargeAndHowItWasChecked()
    {
        Shown shown;
        shown.window->writeTo(u"/disk/countersign-main.zip"_s);
        QCOMPARE(shown.desk.paths, QStringList{u"/disk/countersign-main.zip"_s});
        QVERIFY(shown.payouts.acts.isEmpty());
        shown.desk.answer(made());
        QTRY_VERIFY(shown.note()->isVisible());
        for (const QString &told : {u"/disk/countersign-main.zip"_s, u"12,345"_s, QString(64, u'c')})
            QVERIFY2(shown.note()->text().contains(told), qPrintable(shown.note()->text()));
        takePictures(*shown.window, u"backup-done"_s);
    }

    void aDiskThatIsFullIsSaidInWords()
    {
        Shown shown;
        shown.window->writeTo(u"/disk/countersign-main.zip"_s);
        shown.desk.answer(fail(ErrorCode::storeWriteFailed, u"database or disk is full"_s));
        QTRY_COMPARE(shown.note()->headline(), u"No backup was made."_s);
        QVERIFY(shown.note()->text().contains(u"room"_s));
        QVERIFY(!shown.note()->text().contains(u"Sending"_s)); // the store itself is well
    }

    void escStopsItAndClosingStopsIt()
    {
        Shown shown;
        shown.window->writeTo(u"/disk/x.zip"_s);
        QTest::keyClick(shown.window, Qt::Key_Escape);
        QVERIFY(shown.desk.writing->isCanceled());
        QVERIFY(shown.window->isVisible());
        shown.desk.writing->finish();
    }

    void handingOverFreezesFirstAndOnlyAfterAWord()
    {
        Shown shown(BackupPurpose::handOver);
        QVERIFY(!shown.button(u"write"_s)->isEnabled());
        shown.tick();
        QVERIFY(shown.button(u"write"_s)->isEnabled());
        takePictures(*shown.window, u"hand-over"_s);
        shown.window->writeTo(u"/disk/move.zip"_s);
        QTRY_COMPARE(shown.desk.handedOver, QList<bool>{true});
        QCOMPARE(shown.payouts.acts.size(), 1);
        QVERIFY(shown.payouts.acts.first().startsWith(u"freeze"));
        BackupMade over = made();
        over.contents.handedOver = true;
        shown.desk.answer(over);
        QTRY_VERIFY(shown.note()->isVisible());
        QVERIFY(shown.note()->text().contains(u"Sending stays frozen here"_s));
    }

    void whatIsInABackupIsShownBeforeItComesBack()
    {
        Asked asked(wholeProfile(Environment::live));
        QVERIFY(!asked.go()->isEnabled());
        asked.window->examine(u"/disk/countersign-main.zip"_s);
        QTRY_VERIFY(asked.note()->isVisible());
        QCOMPARE(asked.desk.asked,
                 QStringList{u"examine /disk/countersign-main.zip "_s + wholeProfile(Environment::live).name});
        QStringList words;
        for (const QLabel *label : asked.window->findChildren<QLabel *>())
            words += label->text();
        QVERIFY(words.contains(u"12,345"_s));
        QVERIFY(!asked.go()->isEnabled());
        asked.sure()->setChecked(true);
        QVERIFY(asked.go()->isEnabled());
        takePictures(*asked.window, u"restore"_s);
        const QSignalSpy wanted(asked.window, &RestoreWindow::wanted);
        asked.go()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"/disk/countersign-main.zip"_s);
    }

    void aBackupThatCannotBeUsedIsSaid_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QString>("words");
        QTest::addRow("damaged") << Error{ErrorCode::backupDamaged, {}} << u"take another backup"_s;
        QTest::addRow("of a newer program") << Error{ErrorCode::storeNewer, {}} << u"Update the program"_s;
        QTest::addRow("of another profile") << Error{ErrorCode::backupForeign, u"profile"_s} << u"another profile"_s;
        QTest::addRow("of another kind") << Error{ErrorCode::backupForeign, u"environment"_s} << u"never mixed"_s;
        QTest::addRow("of another project") << Error{ErrorCode::backupForeign, u"project"_s} << u"another project"_s;
        QTest::addRow("of a practice bank") << Error{ErrorCode::backupForeign, u"practice"_s} << u"practice bank"_s;
        QTest::addRow("of a profile that is here")
            << Error{ErrorCode::profileTaken, {}} << u"restore the backup there"_s;
    }
    void aBackupThatCannotBeUsedIsSaid()
    {
        QFETCH(Error, error);
        QFETCH(QString, words);
        Asked asked(std::nullopt);
        asked.desk.contents = std::unexpected(error);
        asked.window->examine(u"/disk/x.zip"_s);
        QTRY_COMPARE(asked.note()->headline(), u"This backup can't be used."_s);
        QVERIFY2(asked.note()->text().contains(words), qPrintable(asked.note()->text()));
        QVERIFY(!asked.go()->isEnabled());
    }

    void anOrdinaryBackupOfAnotherComputerSaysWhatItDoesNotKnow()
    {
        Asked asked(std::nullopt);
        asked.window->examine(u"/disk/x.zip"_s);
        QTRY_VERIFY(asked.note()->isVisible());
        QVERIFY(asked.note()->text().contains(u"payout by payout"_s));
        asked.desk.contents->handedOver = true;
        asked.window->examine(u"/disk/y.zip"_s);
        QTRY_VERIFY(asked.note()->text().contains(u"Sending was frozen on the other computer"_s));
        QVERIFY(!asked.go()->isEnabled());
        takePictures(*asked.window, u"bring"_s);
    }

    void aFailedRhythmIsSaidOverTheList()
    {
        FakeBackupDesk desk;
        const ManualClock clock;
        BackupBar bar(desk, clock);
        QVERIFY(bar.isHidden());
        desk.stands.problem = Error{ErrorCode::fileUnwritable, {}};
        desk.stands.problemSince = clock.now();
        Q_EMIT desk.standingChanged();
        QVERIFY(!bar.isHidden());
        QVERIFY(bar.findChild<Note *>()->text().contains(u"There is no backup yet."_s));
        const QSignalSpy wanted(&bar, &BackupBar::backupWanted);
        bar.findChild<QPushButton *>(u"backUpNow"_s)->click();
        QCOMPARE(wanted.size(), 1);
        desk.stands.problem.reset();
        Q_EMIT desk.standingChanged();
        QVERIFY(bar.isHidden());
    }

    void theRhythmIsASetting()
    {
        BackupPage page;
        Profile profile = wholeProfile(Environment::live);
        profile.backup = {
            .rhythm = BackupRhythm::weekly, .folder = u"/disk"_s, .at = {7, 5}, .weekday = Qt::Wednesday, .keep = 3};
        page.readFrom(profile);
        Profile written = wholeProfile(Environment::live);
        page.writeTo(written);
        QCOMPARE(written.backup, profile.backup);
        page.show();
        takePictures(page, u"backup-settings"_s);
    }
};

QTEST_MAIN(TestUiBackup)
#include "tst_ui_backup.moc"
