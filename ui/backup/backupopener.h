#pragma once

#include "ui/backup/backupwindow.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

namespace countersign::ui {

/// Opens the windows for backups over the main window, one of a kind, and puts the bar for failed ones into it.
class BackupOpener final : public QObject
{
    Q_OBJECT
public:
    /// Desks, clock and window outlive it.
    BackupOpener(BackupDesk &desk, PayoutDesk &payouts, const Clock &clock, MainWindow &window,
                 QObject *parent = nullptr);

    BackupWindow *open(BackupPurpose purpose);

private:
    BackupDesk &m_desk;
    PayoutDesk &m_payouts;
    const Clock &m_clock;
    MainWindow &m_window;
    QPointer<BackupWindow> m_open;
};

} // namespace countersign::ui
