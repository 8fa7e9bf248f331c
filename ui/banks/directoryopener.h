#pragma once

#include "ui/banks/directorywindow.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

namespace countersign::ui {

/// Puts "Update the directory of banks…" into the main window's Tools menu, and keeps the one window that it opens.
/// Opens it by itself when the directory that was taken last can't be used, and when the settings name one that nobody
/// has taken.
class DirectoryOpener final : public QObject
{
    Q_OBJECT
public:
    /// Desk and window outlive it.
    DirectoryOpener(DirectoryDesk &desk, MainWindow &window, QObject *parent = nullptr);

    DirectoryWindow *open();

private:
    DirectoryDesk &m_desk;
    MainWindow &m_window;
    QPointer<DirectoryWindow> m_opened;
};

} // namespace countersign::ui
