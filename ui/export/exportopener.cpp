#include "ui/export/exportopener.h"

namespace countersign::ui {

ExportOpener::ExportOpener(ExportDesk &desk, const Clock &clock, MainWindow &window, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_window(window)
{
    connect(&window, &MainWindow::exportRequested, this, &ExportOpener::open);
}

ExportWindow *ExportOpener::open(const ListQuery &shown)
{
    if (!m_export || !m_export->isWorking()) {
        if (m_export) m_export->close();
        m_export = new ExportWindow(m_desk, m_clock, shown, m_window.facts().environment, &m_window);
    }
    m_export->show();
    m_export->raise();
    m_export->activateWindow();
    return m_export;
}

} // namespace countersign::ui
