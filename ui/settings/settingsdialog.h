#pragma once

#include "config/setupdesk.h"

#include <QDialog>

class QTabWidget;

namespace countersign::ui {

class HintButton;
class Note;
class PageSet;
class SummaryPage;

/// The settings of the profile in use, on the assistant's pages as tabs. Kind and name stay. What is saved takes effect
/// when the program is started next. Not modal by itself; deletes itself when it closes.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(SetupDesk &desk, const Profile &profile, QWidget *parent = nullptr);
    [[nodiscard]] Profile profile() const;

Q_SIGNALS:
    void saved(const QString &profileName);

public Q_SLOTS:
    /// Asks first when something would be lost.
    void reject() override;

private:
    void makePages(const Profile &profile);
    [[nodiscard]] QWidget *footer();
    void save();
    void showTabs();
    void touched();

    SetupDesk &m_desk;
    PageSet *m_set;
    SummaryPage *m_summary = nullptr;
    QTabWidget *m_tabs;
    Note *m_note;
    QWidget *m_notePlace; ///< takes no room while there is nothing to say
    HintButton *m_save = nullptr;
    HintButton *m_drop = nullptr;
    bool m_unsaved = false;
};

} // namespace countersign::ui
