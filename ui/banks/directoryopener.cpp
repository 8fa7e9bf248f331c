#include "ui/banks/directoryopener.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace countersign::ui {

DirectoryOpener::DirectoryOpener(DirectoryDesk &desk, MainWindow &window, QObject *parent)
    : QObject(parent), m_desk(desk), m_window(window)
{
    QAction *action =
        window.toolsMenu()->addAction(tr("Update the &directory of banks…"), this, &DirectoryOpener::open);
    action->setObjectName(u"directoryAction"_s);
    connect(&desk, &DirectoryDesk::changed, this, [this] {
        const KeptDirectory present = m_desk.inForce();
        if (present.problem || !present.suggested.isEmpty()) open(); // said at once, not when somebody looks
    });
}

DirectoryWindow *DirectoryOpener::open()
{
    if (!m_opened) m_opened = new DirectoryWindow(m_desk, m_window.facts().environment, &m_window);
    m_opened->show();
    m_opened->raise();
    m_opened->activateWindow();
    return m_opened;
}

} // namespace countersign::ui
