#pragma once

#include "config/backupdesk.h"

#include <QWidget>

namespace countersign::ui {

class Note;

/// Says over the list that backups which should be made are not; otherwise takes no room.
class BackupBar final : public QWidget
{
    Q_OBJECT
public:
    /// Desk and clock outlive it.
    BackupBar(BackupDesk &desk, const Clock &clock, QWidget *parent = nullptr);

Q_SIGNALS:
    void backupWanted();

private:
    void showStanding();

    BackupDesk &m_desk;
    const Clock &m_clock;
    Note *m_note;
};

} // namespace countersign::ui
