#pragma once

#include "ui/import/importwindow.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

namespace countersign::ui {

/// Opens the import window that the main window asks for and keeps one: a second request raises it, and a file that is
/// dropped meanwhile goes there.
class ImportOpener final : public QObject
{
    Q_OBJECT
public:
    /// Desk, clock and window outlive it.
    ImportOpener(ImportDesk &desk, const Clock &clock, MainWindow &window, QObject *parent = nullptr);

    /// An empty path: the person chooses.
    ImportWindow *open(const QString &path = {});

private:
    ImportDesk &m_desk;
    const Clock &m_clock;
    MainWindow &m_window;
    QPointer<ImportWindow> m_import;
};

} // namespace countersign::ui
