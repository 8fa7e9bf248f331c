#pragma once

#include "config/setupdesk.h"

#include <QDialog>

class QListWidget;

namespace countersign::ui {

class HelpLink;
class HintButton;

/// Asks which profile to open, when there are several, or one that is not finished. Deletes itself when it closes.
class ProfileChooser final : public QDialog
{
    Q_OBJECT
public:
    explicit ProfileChooser(SetupDesk &desk, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &name);
    /// The profile lacks something: the setup assistant is to go on with it.
    void continueSetup(const QString &name);
    void newProfile();
    void bringWanted();

private:
    enum class Condition { ready, unfinished, unreadable };
    void fill(SetupDesk &desk);
    void addProfile(SetupDesk &desk, const QString &name);
    [[nodiscard]] QWidget *footer();
    void showCurrent();
    void open();

    QListWidget *m_list;
    HelpLink *m_help;
    HintButton *m_open = nullptr;
};

} // namespace countersign::ui
