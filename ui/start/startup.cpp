#include "ui/start/startup.h"

#include "bootstrap/filesetupdesk.h"
#include "config/profilevalidation.h"
#include "core/futures.h"
#include "ui/help/helplink.h"
#include "ui/models/errorwords.h"
#include "ui/settings/profilechooser.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/setupassistant.h"
#include "ui/settings/unlockprompt.h"
#include "ui/start/verdict.h"
#include "ui/widgets/appicon.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QSettings>

#include <algorithm>
#include <cstdio>

namespace countersign::ui {

namespace {

constexpr auto appearanceKey = "appearance";
constexpr auto languageKey = "language";
constexpr auto batchOrderKey = "batchOrder";
constexpr auto batchPaceKey = "batchPerMinute";

/// A form, review, assistant, settings or message beside the main window.
bool isOtherWindowOpen(const QWidget *mainWindow)
{
    const auto windows = QApplication::topLevelWidgets();
    return std::any_of(windows.cbegin(), windows.cend(), [mainWindow](const QWidget *window) {
        const Qt::WindowType type = window->windowType();
        return window != mainWindow && window->isVisible() && (type == Qt::Window || type == Qt::Dialog);
    });
}

QStringList quickBank()
{
    return {QStringLiteral("--check-seconds"), QStringLiteral("0.5"), QStringLiteral("--execute-seconds"),
            QStringLiteral("0.5")};
}

QList<AccountNumber> accountsOf(const Profile &profile)
{
    QList<AccountNumber> accounts;
    for (const SettlementAccount &account : profile.accounts) {
        if (const auto number = AccountNumber::parse(account.number)) accounts.append(*number);
    }
    return accounts;
}

QHash<QString, QString> biksOf(const Profile &profile)
{
    QHash<QString, QString> biks;
    for (const SettlementAccount &account : profile.accounts)
        biks.insert(account.number, account.bik);
    return biks;
}

QString folderOf(const StartOptions &options)
{
    if (!options.tourFolder.isEmpty()) return options.tourFolder + QStringLiteral("/data");
    if (!options.practiceFolder.isEmpty()) return options.practiceFolder;
    return options.dataFolder.isEmpty() ? ProfileStore::defaultDataFolder() : options.dataFolder;
}

} // namespace

Startup::Startup(StartOptions options, const Clock &clock, Ids &ids)
    : m_options(std::move(options)), m_clock(clock), m_ids(ids), m_profiles(folderOf(m_options))
{
}

Startup::~Startup() = default;

QString Startup::settingsFile() const
{
    return m_profiles.dataFolder() + QStringLiteral("/window.ini");
}

void Startup::begin()
{
    const QSettings settings(settingsFile(), QSettings::IniFormat);
    const auto kept = [&](auto key) { return std::clamp(settings.value(QLatin1String(key)).toInt(), 0, 2); };
    const bool tour = !m_options.tourFolder.isEmpty(); // its pictures look the same everywhere
    applyTheme(*qApp, tour ? Appearance::light : static_cast<Appearance>(kept(appearanceKey)));
    m_language.use(tour ? Language::english : static_cast<Language>(kept(languageKey)));
    QApplication::setWindowIcon(applicationIcon());
    m_altKeys = std::make_unique<AltKeys>();
    m_inSight = std::make_unique<FocusInSight>();
    m_help = std::make_unique<HelpOpener>();
    connect(&m_fileWanted, &FileWanted::wanted, this, &Startup::importFile);
    if (!m_options.tourFolder.isEmpty()) return beginPractice(quickBank());
    m_setupDesk = std::make_unique<FileSetupDesk>(m_profiles);
    joinReturning();
    m_log = std::make_unique<RunningLog>(m_profiles.dataFolder() + QStringLiteral("/log"), m_clock,
                                         "Countersign " + QCoreApplication::applicationVersion().toLatin1());
    if (m_options.practiceFolder.isEmpty()) return beginProfile();
    beginPracticeOnce();
}

void Startup::beginPracticeOnce()
{
    m_untilShown.emplace(); // the assistant may be closing
    // Before the bank is started: a second practice run on the same folder would be refused by the first one's bank.
    const QString store = m_profiles.paths(PracticeRun::profileName()).storeFile;
    FirstInstance::ring(store, m_options.importFile, this, [this](bool heard) {
        if (heard)
            QCoreApplication::exit(0);
        else
            beginPractice({});
    });
}

void Startup::beginPractice(const QStringList &bankOptions)
{
    if (m_options.tourFolder.isEmpty()) {
        m_notice = std::make_unique<StartNotice>(
            Environment::practice, tr("The practice bank starts on this computer; the first time a signing key is made "
                                      "for it as well. Your payouts appear in a few seconds."));
        m_notice->show();
    }
    m_untilShown.reset(); // closing the notice ends the program
    m_practice = std::make_unique<PracticeRun>(m_profiles, m_clock, m_ids, m_options.bankProgram);
    connect(m_practice.get(), &PracticeRun::failed, this, &Startup::fail);
    connect(m_practice.get(), &PracticeRun::ready, this, &Startup::practiceReady);
    m_practice->start(bankOptions);
}

void Startup::practiceReady()
{
    open(m_practice->profile(), [this] {
        watch(m_place->keyLock().unlock(m_practice->takePassword()), this, [this](const Result<> &unlocked) {
            if (!unlocked) return fail(unlocked.error());
            m_seed = std::make_unique<PracticeSeed>(m_place->desk());
            connect(m_seed.get(), &PracticeSeed::done, this, [this] {
                if (!m_options.tourFolder.isEmpty()) startTour();
            });
            if (m_options.tourFolder.isEmpty()) addTools();
            showWindow();
            m_seed->start();
        });
    });
}

/// The window is built while the store is being opened, and shows itself when the store is ours; what it shows may be
/// read before the whole file has been checked.
void Startup::open(const Profile &profile, std::function<void()> opened)
{
    m_opening = profile.name;
    const ProfilePaths paths = m_profiles.paths(profile.name);
    auto place = Workplace::open(profile, paths, m_clock, m_ids);
    const bool bankKeyInQuestion = !place && place.error().code == ErrorCode::bankKeyNotCompared;
    if (bankKeyInQuestion) return setUp(profile.name); // where its fingerprint is shown and compared
    if (!place) return fail(place.error());
    m_place = *std::move(place);
    m_untilShown.emplace();
    watch(m_place->storeOpened(), this, [this, paths, opened = std::move(opened)](const Result<> &result) {
        if (!result) return notOpened(paths.storeFile, result.error());
        listenForOthers(paths.storeFile);
        opened();
    });
    watch(m_place->engineStarted(), this, [this](const Result<> &result) {
        if (result) m_place->backups().beginRhythm();
        if (!result && m_first) fail(result.error());
    });
    buildWindow();
}

void Startup::listenForOthers(const QString &storeFile)
{
    m_first = std::make_unique<FirstInstance>(storeFile);
    connect(m_first.get(), &FirstInstance::called, this, [this](const QString &file) {
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
        if (!file.isEmpty()) importFile(file);
    });
}

void Startup::beginProfile()
{
    const QStringList names = m_profiles.list();
    if (!m_options.profile.isEmpty())
        openProfile(m_options.profile);
    else if (names.isEmpty())
        setUp({});
    else if (names.size() == 1)
        openProfile(names.first());
    else
        chooseProfile();
}

void Startup::chooseProfile()
{
    auto *chooser = new ProfileChooser(*m_setupDesk);
    connect(chooser, &ProfileChooser::chosen, this, &Startup::openProfile);
    connect(chooser, &ProfileChooser::continueSetup, this, &Startup::setUp);
    connect(chooser, &ProfileChooser::newProfile, this, [this] { setUp({}); });
    connect(chooser, &ProfileChooser::bringWanted, this, [this] { m_returning->askToBring(nullptr); });
    chooser->show();
}

void Startup::setUp(const QString &unfinished)
{
    auto *assistant = new SetupAssistant(*m_setupDesk, unfinished);
    connect(assistant, &SetupAssistant::completed, this, &Startup::openProfile);
    connect(assistant, &SetupAssistant::practiceWanted, this, [this] {
        if (PracticeRun::isNameTaken(m_profiles)) return tellFailure(practiceNameTaken(), false);
        openProfile(PracticeRun::profileName());
    });
    connect(assistant, &SetupAssistant::bringWanted, this, [this] { m_returning->askToBring(nullptr); });
    assistant->show();
}

void Startup::setUpAnother()
{
    auto *assistant = new SetupAssistant(*m_setupDesk, {}, m_window.get());
    connect(assistant, &SetupAssistant::completed, this, &Startup::openBeside);
    connect(assistant, &SetupAssistant::practiceWanted, this, [this] {
        if (PracticeRun::isNameTaken(m_profiles)) return m_window->tell(practiceNameTaken());
        openBeside(PracticeRun::profileName());
    });
    connect(assistant, &SetupAssistant::bringWanted, this, [this] { m_returning->askToBring(m_window.get()); });
    assistant->show();
}

void Startup::openBeside(const QString &name)
{
    const QStringList arguments{QStringLiteral("--data"), m_profiles.dataFolder(), QStringLiteral("--profile"), name};
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments)) return;
    auto *message = new QMessageBox(QMessageBox::Information, tr("Set up a profile"),
                                    tr("The profile is saved. It can be chosen when Countersign is started next."),
                                    QMessageBox::Ok, m_window.get());
    message->setTextFormat(Qt::PlainText);
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->open();
}

void Startup::openProfile(const QString &name)
{
    const bool practiceToBeMade = name == PracticeRun::profileName() && !m_profiles.list().contains(name);
    if (practiceToBeMade || PracticeRun::isOurs(m_profiles, name)) return beginPracticeOnce();
    const auto profile = m_profiles.load(name);
    if (!profile) return fail(profile.error());
    if (!validateProfile(*profile).isEmpty()) return setUp(name);
    open(*profile, [this] {
        addTools();
        showWindow();
        askForPassword();
    });
}

void Startup::askForPassword()
{
    if (!m_place->keyLock().isLocked()) return;
    auto *prompt = new UnlockPrompt(m_place->keyLock(), m_place->profile(), m_window.get());
    prompt->open();
}

void Startup::addTools()
{
    QMenu *tools = m_window->toolsMenu();
    tools->addSeparator();
    tools->addAction(tr("&Recipients…"), m_windows.get(), &Windows::openRecipients);
    tools->addAction(tr("Set up another &profile…"), this, &Startup::setUpAnother);
    addBackupTools(*tools);
    m_window->helpMenu()->addAction(tr("&Report a problem…"), this, [this] {
        (new ReportWindow(*m_diagnosis, m_place->profile().environment, m_window.get()))->show();
    });
    if (m_practice) return; // its key needs no password, and its bank sets the rest
    QAction *unlock = tools->addAction(tr("&Unlock the signing key…"), this, &Startup::askForPassword);
    unlock->setEnabled(m_place->keyLock().isLocked());
    connect(&m_place->keyLock(), &KeyLock::changed, unlock,
            [this, unlock] { unlock->setEnabled(m_place->keyLock().isLocked()); });
    tools->addAction(tr("&Settings…"), this,
                     [this] { (new SettingsDialog(*m_setupDesk, m_place->profile(), m_window.get()))->show(); });
}

void Startup::buildWindow()
{
    const Profile &profile = m_place->profile();
    const WindowFacts facts{.environment = profile.environment,
                            .companyName = profile.companyName,
                            .companyInn = profile.companyInn,
                            .companyKpp = profile.companyKpp,
                            .bikOfAccount = biksOf(profile),
                            .operatorName = profile.operatorName,
                            .policyWords = tr("one person"),
                            .accounts = accountsOf(profile),
                            .profileName = profile.name,
                            .bankReadOverTls = profile.bankUrl.scheme() == u"https"};
    const auto kept = QSettings(settingsFile(), QSettings::IniFormat).value(QLatin1String(appearanceKey)).toInt();
    m_window = std::make_unique<MainWindow>(m_place->desk(), m_clock, &offersFor, facts,
                                            static_cast<Appearance>(std::clamp(kept, 0, 2)));
    m_windows = std::make_unique<Windows>(m_place->desk(), m_place->book(), m_place->templates(), m_clock, *m_window);
    keepBatchHabit();
    m_imports = std::make_unique<ImportOpener>(m_place->imports(), m_clock, *m_window);
    m_exports = std::make_unique<ExportOpener>(m_place->exports(), m_clock, *m_window);
    m_printing = std::make_unique<OrderPrinting>(m_place->desk(), m_clock, *m_window);
    m_directory = std::make_unique<DirectoryOpener>(m_place->directory(), *m_window);
    if (m_log)
        m_diagnosis = std::make_unique<FileDiagnosisDesk>(profile, m_profiles.paths(profile.name), m_log->file());
    m_backups = std::make_unique<BackupOpener>(m_place->backups(), m_place->desk(), m_clock, *m_window);
    connect(m_window.get(), &MainWindow::appearanceChosen, this, [this](Appearance appearance) {
        applyTheme(*qApp, appearance);
        QSettings(settingsFile(), QSettings::IniFormat)
            .setValue(QLatin1String(appearanceKey), static_cast<int>(appearance));
    });
    m_window->showLanguage(m_language.chosen());
    // Later: the menu that was clicked belongs to the window that goes.
    connect(m_window.get(), &MainWindow::languageChosen, this, &Startup::changeLanguage, Qt::QueuedConnection);
}

void Startup::addBackupTools(QMenu &tools)
{
    tools.addSeparator();
    tools.addAction(tr("&Back up…"), this, [this] { m_backups->open(BackupPurpose::keep); });
    tools.addAction(tr("Restore from a bac&kup…"), this, [this] {
        if (isOtherWindowOpen(m_window.get()) || m_window->isBeingAnswered())
            return m_window->tell(tr("Finish or close the other windows first: the profile is closed for restoring."));
        m_returning->askToRestore(m_place->profile(), m_window.get());
    });
    // A practice bank stays where it is, and so does its profile.
    if (!m_practice)
        tools.addAction(tr("&Hand over to another computer…"), this,
                        [this] { m_backups->open(BackupPurpose::handOver); });
    tools.addSeparator();
}

void Startup::joinReturning()
{
    m_returning = std::make_unique<Returning>(m_profiles, m_clock);
    connect(m_returning.get(), &Returning::closingWanted, this, &Startup::closeProfile);
    connect(m_returning.get(), &Returning::restored, this, &Startup::openProfile);
    connect(m_returning.get(), &Returning::brought, this, [this](const QString &name) {
        if (m_window)
            openBeside(name);
        else
            openProfile(name);
    });
    connect(m_returning.get(), &Returning::withdrawn, this, [this] {
        if (!m_window) beginProfile();
    });
}

void Startup::closeProfile()
{
    m_tour.reset();
    m_diagnosis.reset();
    m_backups.reset();
    m_directory.reset();
    m_printing.reset();
    m_exports.reset();
    m_imports.reset();
    m_windows.reset();
    m_window.reset();
    m_seed.reset();
    m_first.reset();
    m_place.reset();
    m_practice.reset();
}

void Startup::keepBatchHabit()
{
    const QString file = m_profiles.paths(m_place->profile().name).folder + QStringLiteral("/batch.ini");
    const QSettings kept(file, QSettings::IniFormat);
    m_windows->setBatchHabit({.order = kept.value(QLatin1String(batchOrderKey)).toInt(),
                              .perMinute = kept.value(QLatin1String(batchPaceKey)).toInt()});
    connect(m_windows.get(), &Windows::batchHabitChanged, this, [file](const BatchHabit &habit) {
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(QLatin1String(batchOrderKey), habit.order);
        settings.setValue(QLatin1String(batchPaceKey), habit.perMinute);
    });
}

void Startup::changeLanguage(Language language)
{
    m_help->close(); // it is built anew in any case
    if (isOtherWindowOpen(m_window.get()) || m_window->isBeingAnswered()) {
        m_window->showLanguage(m_language.chosen());
        auto *message =
            new QMessageBox(QMessageBox::Information, tr("Language"),
                            tr("The windows are built anew for another language, and what you are typing would be "
                               "lost. Finish or close what is open, then choose the language again."),
                            QMessageBox::Ok, m_window.get());
        message->setTextFormat(Qt::PlainText);
        message->setAttribute(Qt::WA_DeleteOnClose);
        return message->open();
    }
    QSettings(settingsFile(), QSettings::IniFormat).setValue(QLatin1String(languageKey), static_cast<int>(language));
    m_language.use(language);
    rebuildWindow();
}

void Startup::rebuildWindow()
{
    const QByteArray geometry = m_window->saveGeometry();
    // The old ones go after the new window is there: the last one to close ends the program.
    const auto window = std::move(m_window);
    const auto windows = std::move(m_windows);
    buildWindow();
    addTools();
    m_window->restoreGeometry(geometry);
    m_window->showPlaceOf(*window);
    m_window->show();
}

void Startup::showWindow()
{
    // Its last line says how things stand: it must not be below the screen.
    constexpr int titleBar = 40;
    m_window->resize(m_window->size().boundedTo(m_window->screen()->availableSize() - QSize(0, titleBar)));
    m_window->show();
    m_notice.reset(); // after the other window is there: the last one to close ends the program
    m_untilShown.reset();
    if (!m_options.importFile.isEmpty()) m_imports->open(std::exchange(m_options.importFile, {}));
}

void Startup::importFile(const QString &path)
{
    if (m_window && m_window->isVisible())
        m_imports->open(path);
    else
        m_options.importFile = path;
}

void Startup::startTour()
{
    m_tour = std::make_unique<Tour>(m_place->desk(), *m_window, *m_windows, m_options.tourFolder);
    connect(m_tour.get(), &Tour::pictured, this, [](const QString &file) { std::printf("%s\n", qPrintable(file)); });
    connect(m_tour.get(), &Tour::finished, this, [this](const QString &problem) {
        if (!problem.isEmpty()) std::fprintf(stderr, "The tour did not get to: %s\n", qPrintable(problem));
        const Verdict verdict =
            readVerdict(m_practice->bankFolder() + QStringLiteral("/ledger.jsonl"), m_tour->sessionId());
        std::printf("%s", qPrintable(verdict.lines));
        std::fflush(stdout);
        QCoreApplication::exit(problem.isEmpty() && verdict.transfersOfSession == 1 ? 0 : 1);
    });
    m_tour->start();
}

QString Startup::practiceNameTaken()
{
    return tr("The profile “%1” is not for practice, and it stays as it is. To practise, keep the data in another "
              "folder: "
              "start Countersign with --data and the folder's name.")
        .arg(PracticeRun::profileName());
}

/// When another Countersign has the store, its window comes to the front, and this program ends.
void Startup::notOpened(const QString &storeFile, const Error &error)
{
    if (error.code != ErrorCode::storeLocked) return fail(error);
    FirstInstance::ring(storeFile, m_options.importFile, this, [this, error](bool heard) {
        if (heard)
            QCoreApplication::exit(0);
        else
            fail(error);
    });
}

void Startup::fail(const Error &error)
{
    std::fprintf(stderr, "%s: %s\n", qPrintable(errorCodeName(error.code)), qPrintable(error.detail));
    if (!m_options.tourFolder.isEmpty()) return QCoreApplication::exit(1);
    const bool bankTaken = m_practice && !m_place && error.code == ErrorCode::listenFailed;
    const bool nameTaken = m_practice && !m_place && error.code == ErrorCode::notAllowed;
    const QString sentence = nameTaken ? practiceNameTaken()
                             : bankTaken
                                 ? tr("The practice bank of this folder is already running. Use the Countersign "
                                      "that is open, or close it first.")
                                 : errorSentence(error);
    tellFailure(sentence, error.code == ErrorCode::storeDamaged && m_returning != nullptr, helpTopicOf(error.code));
}

void Startup::tellFailure(const QString &sentence, bool mayRestore, std::optional<HelpTopic> help)
{
    auto *message =
        new QMessageBox(QMessageBox::Critical, tr("Countersign cannot start"), sentence, QMessageBox::Close);
    QPushButton *restore = mayRestore ? message->addButton(tr("Restore a backup…"), QMessageBox::ActionRole) : nullptr;
    addHelpLink(*message, help);
    message->setTextFormat(Qt::PlainText);
    message->setAttribute(Qt::WA_DeleteOnClose);
    connect(message, &QDialog::finished, this, [this, message, restore] {
        const auto profile = m_profiles.load(m_opening);
        const bool restoring = restore != nullptr && message->clickedButton() == restore && profile;
        if (!restoring) return QCoreApplication::exit(1);
        connect(m_returning.get(), &Returning::withdrawn, this, [] { QCoreApplication::exit(1); });
        m_returning->askToRestore(*profile, nullptr);
    });
    message->open();
    m_notice.reset();
    m_untilShown.reset();
}

} // namespace countersign::ui
