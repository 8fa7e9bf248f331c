#pragma once

#include "bootstrap/filediagnosisdesk.h"
#include "bootstrap/firstinstance.h"
#include "bootstrap/practicerun.h"
#include "bootstrap/practiceseed.h"
#include "bootstrap/workplace.h"
#include "diagnosis/runninglog.h"
#include "ui/backup/backupopener.h"
#include "ui/banks/directoryopener.h"
#include "ui/export/exportopener.h"
#include "ui/help/helpopener.h"
#include "ui/import/importopener.h"
#include "ui/printing/orderprinting.h"
#include "ui/report/reportwindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startnotice.h"
#include "ui/shell/windows.h"
#include "ui/start/filewanted.h"
#include "ui/start/returning.h"
#include "ui/tour/tour.h"
#include "ui/widgets/altkeys.h"
#include "ui/widgets/focusinsight.h"

#include <QEventLoopLocker>

namespace countersign::ui {

/// What the command line asked for; empty texts: not given.
struct StartOptions
{
    QString dataFolder;
    QString profile;
    QString practiceFolder;
    QString tourFolder;
    QString importFile;                               ///< absolute; shown in the import window
    QString bankProgram = PracticeRun::bankProgram(); ///< the practice bank's
};

/// From the command line to the open window: chooses the profile, opens it, asks for the key's password, shows the
/// main window. The only part of `ui` beside main.cpp that knows how the program is put together.
class Startup final : public QObject
{
    Q_OBJECT
public:
    /// Clock and ids outlive it. Ends the program by QCoreApplication::exit.
    Startup(StartOptions options, const Clock &clock, Ids &ids);
    ~Startup() override;

public Q_SLOTS:
    void begin();
    /// Shows the file in the import window, now or as soon as there is one. The path is absolute.
    void importFile(const QString &path);

private:
    /// Unless another Countersign has the practice bank of this folder: then its window comes to the front.
    void beginPracticeOnce();
    void beginPractice(const QStringList &bankOptions);
    void practiceReady();
    void beginProfile();
    void chooseProfile();
    void setUp(const QString &unfinished);
    void setUpAnother();
    /// In a program of its own: one run has one profile.
    void openBeside(const QString &name);
    void openProfile(const QString &name);
    /// Calls `opened` when the store is ours.
    void open(const Profile &profile, std::function<void()> opened);
    void listenForOthers(const QString &storeFile);
    void askForPassword();
    void addTools();
    void buildWindow();
    /// Order and pace of batches, kept for each profile beside its settings.
    void keepBatchHabit();
    /// Builds the window anew in that language, or says why not now: what somebody is typing would be lost.
    void changeLanguage(Language language);
    void rebuildWindow();
    void showWindow();
    void startTour();
    void addBackupTools(QMenu &tools);
    void joinReturning();
    /// The windows and the profile behind them.
    void closeProfile();
    /// The message of a start that failed; `mayRestore`: a backup can help.
    /// Why "practice" can't be begun here.
    [[nodiscard]] static QString practiceNameTaken();
    void tellFailure(const QString &sentence, bool mayRestore, std::optional<HelpTopic> help = std::nullopt);
    void fail(const Error &error);
    void notOpened(const QString &storeFile, const Error &error);
    [[nodiscard]] QString settingsFile() const;

    StartOptions m_options;
    const Clock &m_clock;
    Ids &m_ids;
    ProfileStore m_profiles;
    WindowLanguage m_language;
    std::unique_ptr<StartNotice> m_notice;        ///< until the main window is there
    std::optional<QEventLoopLocker> m_untilShown; ///< the chooser closes before the window is there: that is no end
    std::unique_ptr<PracticeRun> m_practice;
    std::unique_ptr<SetupDesk> m_setupDesk;
    std::unique_ptr<Returning> m_returning;
    QString m_opening; ///< the profile that was chosen last
    std::unique_ptr<RunningLog> m_log;
    std::unique_ptr<Workplace> m_place;
    std::unique_ptr<FileDiagnosisDesk> m_diagnosis;
    std::unique_ptr<FirstInstance> m_first;
    std::unique_ptr<PracticeSeed> m_seed;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Windows> m_windows;
    std::unique_ptr<ImportOpener> m_imports;
    std::unique_ptr<ExportOpener> m_exports;
    std::unique_ptr<OrderPrinting> m_printing;
    std::unique_ptr<DirectoryOpener> m_directory;
    std::unique_ptr<BackupOpener> m_backups;
    std::unique_ptr<Tour> m_tour;
    FileWanted m_fileWanted;
    std::unique_ptr<AltKeys> m_altKeys;
    std::unique_ptr<FocusInSight> m_inSight;
    std::unique_ptr<HelpOpener> m_help; ///< before any window: F1 works in the first one already
};

} // namespace countersign::ui
