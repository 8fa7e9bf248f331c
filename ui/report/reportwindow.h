#pragma once

#include "config/diagnosisdesk.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>

class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace countersign::ui {

class Note;

/// Shows every file of a problem report before it is saved, as it will be saved. Sends nothing. Never modal; deletes
/// itself when it is closed.
class ReportWindow final : public QDialog
{
    Q_OBJECT
public:
    /// The desk outlives the window.
    ReportWindow(DiagnosisDesk &desk, EnvironmentKind environment, QWidget *parent = nullptr);

    void saveTo(const QString &path);

private:
    [[nodiscard]] QWidget *content();
    [[nodiscard]] QWidget *footer();
    void showGathered(const Result<QList<ReportFile>> &files);
    void showChosen();
    void choosePath();

    DiagnosisDesk &m_desk;
    QList<ReportFile> m_files;
    QListWidget *m_list = nullptr;
    QPlainTextEdit *m_text = nullptr;
    Note *m_note = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace countersign::ui
