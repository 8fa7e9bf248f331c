#include "ui/import/importopener.h"

namespace countersign::ui {

ImportOpener::ImportOpener(ImportDesk &desk, const Clock &clock, MainWindow &window, QObject *parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_window(window)
{
    connect(&window, &MainWindow::importRequested, this, &ImportOpener::open);
}

ImportWindow *ImportOpener::open(const QString &path)
{
    if (!m_import) {
        m_import = new ImportWindow(m_desk, m_clock, m_window.facts().environment, &m_window);
        connect(m_import, &ImportWindow::payoutWanted, &m_window, &MainWindow::showPayout);
        connect(m_import, &ImportWindow::imported, this, [this](const ImportDone &done) {
            m_window.showFolder(Folder::drafts);
            m_window.tell(tr("Drafts made from the file: %1.").arg(done.count()));
        });
    }
    m_import->show();
    m_import->raise();
    m_import->activateWindow();
    if (!path.isEmpty()) m_import->openFile(path);
    return m_import;
}

} // namespace countersign::ui
