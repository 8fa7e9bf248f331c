#include "ui/backup/backupopener.h"

#include "ui/backup/backupbar.h"

namespace countersign::ui {

BackupOpener::BackupOpener(BackupDesk &desk, PayoutDesk &payouts, const Clock &clock, MainWindow &window,
                           QObject *parent)
    : QObject(parent), m_desk(desk), m_payouts(payouts), m_clock(clock), m_window(window)
{
    auto *bar = new BackupBar(desk, clock, &window);
    window.addBar(bar);
    connect(bar, &BackupBar::backupWanted, this, [this] { open(BackupPurpose::keep); });
}

BackupWindow *BackupOpener::open(BackupPurpose purpose)
{
    if (m_open && !m_open->isWorking()) m_open->close();
    if (!m_open || !m_open->isWorking())
        m_open = new BackupWindow(m_desk, m_payouts, m_clock, purpose, m_window.facts().environment, &m_window);
    m_open->show();
    m_open->raise();
    m_open->activateWindow();
    return m_open;
}

} // namespace countersign::ui
