#pragma once

#include "config/backupdesk.h"

#include <QDialog>
#include <QFutureWatcher>

class QCheckBox;
class QGridLayout;
class QProgressBar;
class QPushButton;

namespace countersign::ui {

class FileField;
class Note;

/// Chooses a backup, shows what is in it and that it is whole, and says what bringing it back means. What is done then
/// is done by whoever listens: the profile has to be closed first. Never modal; deletes itself when it is closed.
class RestoreWindow final : public QDialog
{
    Q_OBJECT
public:
    /// With the profile that gets its data back, or, without, for one that this computer does not have. Desk and clock
    /// outlive the window.
    RestoreWindow(RestoreDesk &desk, const Clock &clock, const std::optional<Profile> &profile,
                  QWidget *parent = nullptr);
    ~RestoreWindow() override;

    void examine(const QString &path);

public Q_SLOTS:
    void reject() override; ///< Esc: stops what is being read, else closes

Q_SIGNALS:
    /// A person wants this whole backup back, having read what that means.
    void wanted(const QString &path);

private:
    [[nodiscard]] QWidget *content();
    [[nodiscard]] QWidget *footer();
    [[nodiscard]] bool brings() const { return !m_profile.has_value(); }
    void showExamined(const Result<BackupContents> &contents);
    void showContents(const BackupContents &contents);
    void showWorking(bool working);
    void showWhatItMeans(const BackupContents &contents);

    RestoreDesk &m_desk;
    const Clock &m_clock;
    const std::optional<Profile> m_profile;
    QFutureWatcher<Result<BackupContents>> m_work;
    QString m_whole; ///< the path of a backup that was found whole; empty: none
    bool m_working = false;

    QWidget *m_stripe = nullptr;
    FileField *m_file = nullptr;
    QProgressBar *m_progress = nullptr;
    QWidget *m_lines = nullptr;
    QGridLayout *m_grid = nullptr;
    Note *m_note = nullptr;
    QCheckBox *m_sure = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace countersign::ui
