#include "backup/backupwriter.h"
#include "storage/filesendjournal.h"
#include "support/flowworld.h"
#include "ui/backup/restorewindow.h"
#include "ui/payouts/payoutform.h"
#include "ui/settings/setupassistant.h"
#include "ui/settings/unlockprompt.h"
#include "ui/shell/freezebar.h"
#include "ui/start/startup.h"

#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QFileOpenEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int reached = 42;
constexpr int notReached = 43;
constexpr milliseconds keyTime = 90s; // a key takes seconds, more on a busy machine

/// The program's event loop, until `goal` holds or the program ends itself; its exit code.
int runUntil(const std::function<bool()> &goal, milliseconds patience = 30s)
{
    QTimer look;
    look.callOnTimeout([&] {
        if (goal()) QCoreApplication::exit(reached);
    });
    look.start(10ms);
    QTimer::singleShot(patience, &look, [] { QCoreApplication::exit(notReached); });
    return QApplication::exec();
}

/// The window of that kind that can be seen; null if there is none.
template <class T>
T *shown()
{
    const auto widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (auto *wanted = qobject_cast<T *>(widget); wanted && wanted->isVisible()) return wanted;
    }
    return nullptr;
}

bool mainWindowIsShown()
{
    return shown<ui::MainWindow>() != nullptr;
}

/// The import window has read that file.
bool importShows(const QString &fileName)
{
    const auto *window = shown<ui::ImportWindow>();
    if (!window) return false;
    const auto labels = window->findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(),
                       [&](const QLabel *label) { return label->isVisible() && label->text().contains(fileName); });
}

} // namespace

class StartupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(practice); }
    void init()
    {
        m_folder.emplace();
        m_importFile.clear();
        m_profiles.emplace(m_folder->path());
        addProfile(u"first"_s);
    }
    void cleanup()
    {
        m_startup.reset();
        QLocale::setDefault(QLocale::system());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void theOnlyProfileOpensAtOnce()
    {
        begin();
        QCOMPARE(runUntil(mainWindowIsShown), reached);
    }

    void aChosenProfileOpensAlthoughItsWindowComesAfterTheChooserHasClosed()
    {
        addProfile(u"second"_s);
        begin();
        auto *profiles = shown<QListWidget>();
        QVERIFY(profiles);
        QTimer::singleShot(0, profiles, [profiles] { QTest::keyClick(profiles, Qt::Key_Return); });
        QCOMPARE(runUntil(mainWindowIsShown), reached);
        QVERIFY(!shown<QListWidget>());
    }

    void theLanguageChangesAtOnceAndStaysChosen()
    {
        beginAndOnlyLook();
        QPointer<ui::MainWindow> english = shown<ui::MainWindow>();
        QVERIFY(!menuNames(english).contains(u"В&ыплата"));
        chooseLanguage(english, ui::Language::russian);
        QCOMPARE(runUntil([&] { return english.isNull() && mainWindowIsShown(); }), reached);
        QVERIFY(menuNames(shown<ui::MainWindow>()).contains(u"В&ыплата"));

        cleanup();
        beginAndOnlyLook();
        QPointer<ui::MainWindow> russian = shown<ui::MainWindow>();
        QVERIFY(menuNames(russian).contains(u"В&ыплата"));
        chooseLanguage(russian, ui::Language::english);
        QCOMPARE(runUntil([&] { return russian.isNull() && mainWindowIsShown(); }), reached);
        QVERIFY(menuNames(shown<ui::MainWindow>()).contains(u"&Payout"));
    }

    void theHelpNamesMenusAndTheirEntriesAsTheyAre_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addRow("English") << u"en"_s;
        QTest::addRow("Russian") << u"ru"_s;
    }
    void theHelpNamesMenusAndTheirEntriesAsTheyAre()
    {
        QFETCH(QString, folder);
        beginAndOnlyLook();
        const QPointer<ui::MainWindow> before = shown<ui::MainWindow>();
        chooseLanguage(before, folder == u"ru" ? ui::Language::russian : ui::Language::english);
        QCOMPARE(runUntil([&] { return before.isNull() && mainWindowIsShown(); }), reached);
        const QSet<QString> there = menuPaths(shown<ui::MainWindow>());
        QStringList wrong;
        for (const QString &path : pathsInTheHelp(folder))
            if (!there.contains(path)) wrong += path;
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void theLanguageWaitsWhileAFormIsOpen()
    {
        beginAndOnlyLook();
        QPointer<ui::MainWindow> window = shown<ui::MainWindow>();
        Q_EMIT window->newPayoutRequested();
        QPointer<ui::PayoutForm> form = shown<ui::PayoutForm>();
        QVERIFY(form);
        chooseLanguage(window, ui::Language::russian);
        QCOMPARE(runUntil([] { return shown<QMessageBox>() != nullptr; }), reached);
        QVERIFY(shown<QMessageBox>()->text().contains(u"Finish or close what is open"));
        shown<QMessageBox>()->accept();
        QVERIFY(window && form && form->isVisible());
        for (const QAction *action : window->findChildren<QAction *>()) {
            if (action->text() == u"&Русский") QVERIFY(!action->isChecked());
        }
        delete form;
        chooseLanguage(window, ui::Language::russian);
        QCOMPARE(runUntil([&] { return window.isNull() && mainWindowIsShown(); }), reached);
    }

    void practiceChosenInTheAssistantIsThereAndStaysThere()
    {
        QVERIFY(QDir(m_profiles->paths(u"first"_s).folder).removeRecursively());
        begin();
        auto *assistant = shown<ui::SetupAssistant>();
        QVERIFY(assistant);
        auto *start = assistant->findChild<QPushButton *>(u"next"_s);
        QTimer::singleShot(0, start, [start] { QTest::mouseClick(start, Qt::LeftButton); });
        QCOMPARE(runUntil(mainWindowIsShown, keyTime), reached);
        QVERIFY(!shown<ui::UnlockPrompt>());
        const auto profile = m_profiles->load(u"practice"_s);
        VERIFY_OK(profile);

        cleanup();
        begin();
        QCOMPARE(runUntil(mainWindowIsShown), reached);
        QVERIFY(!shown<ui::SetupAssistant>());
        QVERIFY(!shown<ui::UnlockPrompt>());
        QCOMPARE(m_profiles->load(u"practice"_s).value().keyFingerprint, profile->keyFingerprint);
    }

    void closingTheWindowDuringTheCheckEndsCleanly()
    {
        fillStore();
        begin();
        QCOMPARE(runUntil([] {
                     if (auto *window = shown<ui::MainWindow>()) window->close();
                     return false;
                 }),
                 0);
        m_startup.reset();
        VERIFY_OK(SqliteStore::open(storeFile(), m_clock));
    }

    void aFileOnTheCommandLineIsShownInTheImportWindow()
    {
        m_importFile = paymentsFile();
        begin();
        QCOMPARE(runUntil([] { return importShows(u"payments.txt"_s); }), reached);
    }

    void aFileThatTheDesktopOpensLaterIsShownInTheImportWindow()
    {
        beginAndOnlyLook();
        QFileOpenEvent opened(paymentsFile());
        QVERIFY(QCoreApplication::sendEvent(qApp, &opened));
        QCOMPARE(runUntil([] { return importShows(u"payments.txt"_s); }), reached);
    }

    void aSecondProgramHandsItsFileToTheFirst()
    {
        beginAndOnlyLook();
        bool heard = false;
        FirstInstance::ring(storeFile(), paymentsFile(), this, [&](bool answer) { heard = answer; });
        QCOMPARE(runUntil([] { return importShows(u"payments.txt"_s); }), reached);
        QVERIFY(heard);
    }

    void aDamagedStoreEndsTheProgramInWords()
    {
        fillStore();
        damageStore();
        begin();
        QCOMPARE(closeTheMessage(), 1);
        QCOMPARE(m_sentence, u"The data are damaged. Restore a backup."_s);
    }

    void aStoreOfANewerVersionEndsTheProgramInWords()
    {
        fillStore();
        {
            Connection connection(storeFile(), Connection::Mode::write);
            VERIFY_OK(connection.executeText(u"PRAGMA user_version = 900"_s));
        }
        begin();
        QCOMPARE(closeTheMessage(), 1);
        QCOMPARE(m_sentence, u"These data were written by a newer version. Update the program."_s);
        QVERIFY(!mainWindowIsShown());
    }

    void theMessageLeadsToItsPageAndStays()
    {
        fillStore();
        damageStore();
        begin();
        QCOMPARE(runUntil([] { return shown<QMessageBox>() != nullptr; }), reached);
        for (auto *button : shown<QMessageBox>()->buttons()) {
            if (button->text().contains(u"Explained in the help")) button->click();
        }
        QCOMPARE(runUntil([] { return shown<ui::HelpWindow>() != nullptr; }, 5s), reached);
        QCOMPARE(shown<ui::HelpWindow>()->topic(), ui::HelpTopic::keys);
        QVERIFY(shown<QMessageBox>());
        QCOMPARE(closeTheMessage(), 1);
    }

    void aDamagedStoreIsRestoredFromItsMessageAndComesBackFrozen()
    {
        fillStore();
        const QString backup = writeBackup();
        damageStore();
        begin();
        QCOMPARE(runUntil([] { return shown<QMessageBox>() != nullptr; }), reached);
        for (auto *button : shown<QMessageBox>()->buttons()) {
            if (button->text().contains(u"Restore a backup")) button->click();
        }
        QCOMPARE(runUntil([] { return shown<ui::RestoreWindow>() != nullptr; }), reached);
        wantRestored(*shown<ui::RestoreWindow>(), backup);
        QCOMPARE(runUntil([] { return shown<QMessageBox>() != nullptr; }), reached);
        QVERIFY(shown<QMessageBox>()->informativeText().contains(u"set-aside"));
        shown<QMessageBox>()->accept();
        QCOMPARE(runUntil([] { return shown<ui::FreezeBar>() != nullptr; }), reached);
        QVERIFY(mainWindowIsShown());
    }

    void aProfileIsRestoredWhileItIsOpen()
    {
        fillStore();
        const QString backup = writeBackup();
        beginAndOnlyLook();
        for (QAction *action : shown<ui::MainWindow>()->toolsMenu()->actions()) {
            if (action->text().startsWith(u"Restore from")) action->trigger();
        }
        QVERIFY(shown<ui::RestoreWindow>());
        wantRestored(*shown<ui::RestoreWindow>(), backup);
        QCOMPARE(runUntil([] { return shown<QMessageBox>() != nullptr; }), reached);
        shown<QMessageBox>()->accept();
        QCOMPARE(runUntil([] { return shown<ui::FreezeBar>() != nullptr; }), reached);
        QVERIFY(mainWindowIsShown());
    }

    void aProfileIsBroughtToAComputerThatHasNone()
    {
        Profile profile = m_profiles->load(u"first"_s).value();
        profile.environment = Environment::demo;
        profile.bankUrl = QUrl(u"https://127.0.0.1:9"_s);
        profile.automaticConfirmation = AutomaticConfirmation::off;
        VERIFY_OK(m_profiles->save(profile));
        fillStore();
        const QString backup = writeBackup();
        QVERIFY(QDir(m_profiles->paths(u"first"_s).folder).removeRecursively());
        begin();
        auto *assistant = shown<ui::SetupAssistant>();
        QVERIFY(assistant);
        assistant->findChild<QPushButton *>(u"bringProfile"_s)->click();
        QCOMPARE(runUntil([] { return shown<ui::RestoreWindow>() != nullptr; }), reached);
        wantRestored(*shown<ui::RestoreWindow>(), backup);
        QCOMPARE(runUntil([] { return shown<ui::FreezeBar>() != nullptr; }), reached);
        QVERIFY(mainWindowIsShown());
        QCOMPARE(m_profiles->list(), QStringList{u"first"_s});
    }

    void aStoreThatAnotherHasOpenEndsTheProgramInWords()
    {
        const auto another = SqliteStore::open(storeFile(), m_clock);
        VERIFY_OK(another);
        begin();
        QCOMPARE(closeTheMessage(), 1);
        QCOMPARE(m_sentence, u"Another Countersign has these data open. Use that window."_s);
        QVERIFY(!mainWindowIsShown());
    }

    void aJournalThatKnowsMoreThanTheStoreFreezesSending()
    {
        {
            FileSendJournal journal(m_profiles->paths(u"first"_s).journalFolder);
            VERIFY_OK(journal.entries());
            VERIFY_OK(journal.append({.intent = {u"i1"_s},
                                      .kind = CallKind::confirm,
                                      .sessionId = u"ps_1"_s,
                                      .bodySha256 = QByteArray(64, 'a')}));
        }
        begin();
        QCOMPARE(runUntil([] { return shown<ui::FreezeBar>() != nullptr; }), reached);
        QVERIFY(mainWindowIsShown());
    }

private:
    void addProfile(const QString &name)
    {
        Profile profile = newProfile(name, Environment::practice);
        profile.companyName = u"ООО \"Ромашка\""_s;
        profile.companyInn = u"7701991200"_s;
        profile.companyKpp = u"770101001"_s;
        profile.operatorName = u"Анна Петрова"_s;
        profile.accounts = {{u"40702810300200000013"_s, u"049205131"_s, QString()}};
        profile.projectId = u"practice"_s;
        profile.bankUrl = QUrl(u"http://127.0.0.1:9"_s);
        profile.keyFile = m_key.privateFile();
        profile.bankPublicKeyFiles = {m_key.publicFile()};
        VERIFY_OK(m_profiles->save(profile));
    }

    QString paymentsFile() const
    {
        const QString name = m_folder->filePath(u"payments.txt"_s);
        const bool copied =
            QFile::copy(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/a_payments_to_bank_win1251.txt"), name);
        return copied ? name : QString();
    }

    QString storeFile() const { return m_profiles->paths(u"first"_s).storeFile; }

    void fillStore()
    {
        const auto store = SqliteStore::open(storeFile(), m_clock);
        VERIFY_OK(store);
        const auto transaction = (*store)->begin();
        VERIFY_OK(transaction);
        for (int i = 0; i < 500; ++i)
            VERIFY_OK((*transaction)->appendAudit(u"viewed"_s, {{u"payout"_s, QString::number(i)}}));
        VERIFY_OK((*transaction)->commit());
    }

    void damageStore()
    {
        QFile file(storeFile());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        QCOMPARE(file.write(QByteArray(16'384, '\x5a')), 16'384);
    }

    QString writeBackup()
    {
        const QString path = m_outside.filePath(u"backup.zip"_s);
        UnwatchedReading unwatched;
        const auto made = countersign::writeBackup(
            {.profile = m_profiles->load(u"first"_s).value(), .paths = m_profiles->paths(u"first"_s), .path = path},
            m_clock, unwatched);
        return made ? path : faultOf(made);
    }

    /// Looks at the backup, agrees, and lets it come back.
    static void wantRestored(ui::RestoreWindow &window, const QString &backup)
    {
        window.examine(backup);
        auto *sure = window.findChild<QCheckBox *>(u"sure"_s);
        QTRY_VERIFY(sure->isVisible());
        sure->setChecked(true);
        auto *restore = window.findChild<QPushButton *>(u"restore"_s);
        QVERIFY(restore->isEnabled());
        QTimer::singleShot(0, restore, &QPushButton::click);
    }

    void beginAndOnlyLook()
    {
        begin();
        QCOMPARE(runUntil([] { return shown<ui::UnlockPrompt>() != nullptr; }), reached);
        shown<ui::UnlockPrompt>()->reject();
        QVERIFY(mainWindowIsShown());
    }
    static void chooseLanguage(ui::MainWindow *window, ui::Language language)
    {
        const QString name = language == ui::Language::russian ? u"&Русский"_s : u"&English"_s;
        for (QAction *action : window->findChildren<QAction *>()) {
            if (action->text() == name) action->trigger();
        }
    }
    static QString plainName(QString text) { return text.remove(u'&').remove(u'…').trimmed(); }
    /// "Tools → Settings" of every menu. The entry that freezes has another name while sending is frozen.
    static QSet<QString> menuPaths(const ui::MainWindow *window)
    {
        QSet<QString> paths;
        for (const QAction *menu : window->menuBar()->actions()) {
            const auto entries = menu->menu()->actions();
            for (const QAction *entry : entries) {
                const bool freezes = entry->objectName() == u"freezeAction";
                paths += plainName(menu->text()) + u" → "_s + plainName(entry->text());
                if (freezes)
                    paths += plainName(menu->text()) + u" → "_s +
                             plainName(QCoreApplication::translate("countersign::ui::MainWindow", "&Lift the freeze…"));
            }
        }
        return paths;
    }
    /// What the pages of the help call menu and entry: "*Tools → Settings… → Backups*" without what comes after the
    /// entry.
    static QStringList pathsInTheHelp(const QString &folder)
    {
        static const QRegularExpression path(u"\\*([^*\n→]+) → ([^*\n→]+)"_s);
        QStringList paths;
        const QDir pages(u":/help/"_s + folder);
        for (const QString &name : pages.entryList()) {
            QFile page(pages.filePath(name));
            if (!page.open(QIODevice::ReadOnly)) return {u"no page "_s + name};
            auto found = path.globalMatch(QString::fromUtf8(page.readAll()));
            while (found.hasNext()) {
                const auto one = found.next();
                paths += plainName(one.captured(1)) + u" → "_s + plainName(one.captured(2));
            }
        }
        return paths.isEmpty() ? QStringList{u"no page names a menu"_s} : paths;
    }
    static QStringList menuNames(const ui::MainWindow *window)
    {
        QStringList names;
        for (const QAction *menu : window->menuBar()->actions())
            names += menu->text();
        return names;
    }

    void begin()
    {
        m_startup =
            std::make_unique<ui::Startup>(ui::StartOptions{.dataFolder = m_folder->path(),
                                                           .importFile = m_importFile,
                                                           .bankProgram = QStringLiteral(COUNTERSIGN_DEMO_BANK)},
                                          m_clock, m_ids);
        m_startup->begin();
    }

    /// Reads the message, closes it; the program's exit code.
    int closeTheMessage()
    {
        m_sentence.clear();
        return runUntil([this] {
            if (auto *message = shown<QMessageBox>()) {
                m_sentence = message->text();
                message->accept();
            }
            return false;
        });
    }

    const TestKey m_key;
    const QTemporaryDir m_outside;
    const SystemClock m_clock;
    SystemIds m_ids;
    std::optional<QTemporaryDir> m_folder;
    std::optional<ProfileStore> m_profiles;
    std::unique_ptr<ui::Startup> m_startup;
    QString m_importFile;
    QString m_sentence;
};

QTEST_MAIN(StartupTest)
#include "tst_ui_startup.moc"
