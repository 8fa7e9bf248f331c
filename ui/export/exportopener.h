#pragma once

#include "ui/export/exportwindow.h"
#include "ui/shell/mainwindow.h"

#include <QPointer>

namespace countersign::ui {

/// Opens the export window that the main window asks for and keeps one: a second request is about what the list shows
/// by then, unless a file is being written.
class ExportOpener final : public QObject
{
    Q_OBJECT
public:
    /// Desk, clock and window outlive it.
    ExportOpener(ExportDesk &desk, const Clock &clock, MainWindow &window, QObject *parent = nullptr);

    ExportWindow *open(const ListQuery &shown);

private:
    ExportDesk &m_desk;
    const Clock &m_clock;
    MainWindow &m_window;
    QPointer<ExportWindow> m_export;
};

} // namespace countersign::ui
