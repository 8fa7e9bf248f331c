#pragma once

#include "config/backupdesk.h"
#include "payouts/payoutdesk.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QFutureWatcher>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace countersign::ui {

class Note;

enum class BackupPurpose {
    keep,     ///< a copy in case something breaks
    handOver, ///< the profile moves to another computer; sending is frozen here before the file is written
};

/// Writes a backup of the open profile: what is in it, where it goes, how far it is, what came of it. Never modal;
/// deletes itself when it is closed, and closing it stops the writing.
class BackupWindow final : public QDialog
{
    Q_OBJECT
public:
    /// Desks and clock outlive the window.
    BackupWindow(BackupDesk &desk, PayoutDesk &payouts, const Clock &clock, BackupPurpose purpose,
                 EnvironmentKind environment, QWidget *parent = nullptr);
    ~BackupWindow() override;

    /// Asks for a name.
    void choosePath();
    /// For handing over, freezes first.
    void writeTo(const QString &path);
    [[nodiscard]] bool isWorking() const { return m_working; }

public Q_SLOTS:
    void reject() override; ///< Esc: stops what is being written, else closes

private:
    [[nodiscard]] QWidget *content();
    [[nodiscard]] QWidget *footer();
    [[nodiscard]] QString introduction() const;
    void startWriting(const QString &path);
    void showWorking(bool working);
    void showDone(const Result<BackupMade> &made);
    void showStanding();

    BackupDesk &m_desk;
    PayoutDesk &m_payouts;
    const Clock &m_clock;
    const BackupPurpose m_purpose;
    const EnvironmentKind m_environment;
    QFutureWatcher<Result<BackupMade>> m_work;
    bool m_working = false;

    QLabel *m_standing = nullptr;
    QCheckBox *m_sure = nullptr; ///< only for handing over
    QProgressBar *m_progress = nullptr;
    Note *m_note = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_write = nullptr;
};

} // namespace countersign::ui
