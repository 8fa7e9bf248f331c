#pragma once

#include "ui/help/helpwindow.h"

#include <QPointer>

namespace countersign::ui {

/// Opens the help from everywhere in the program: F1 at the page of the window one is in, and where a note asks for a
/// page (askForHelp). One help window at a time.
class HelpOpener : public QObject
{
    Q_OBJECT
public:
    explicit HelpOpener(QObject *parent = nullptr);
    ~HelpOpener() override;

    void open(HelpTopic topic);
    /// Closes the window; the next one is built anew, in the language of then.
    void close();
    [[nodiscard]] HelpWindow *window() const { return m_window; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<HelpWindow> m_window;
};

} // namespace countersign::ui
