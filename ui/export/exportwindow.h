#pragma once

#include "payouts/exportdesk.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>
#include <QFutureWatcher>

class QLabel;
class QProgressBar;
class QPushButton;

namespace countersign::ui {

class ChoiceBox;
class FieldRow;
class Note;

/// Writes what the list shows into a file: choose a form and a name, see how far it is, stop it. Never modal; deletes
/// itself when it is closed, and closing it stops the writing. What was under that name stays until all is written.
class ExportWindow final : public QDialog
{
    Q_OBJECT
public:
    /// Desk and clock must outlive the window. `shown` is the list's folder and search.
    ExportWindow(ExportDesk &desk, const Clock &clock, const ListQuery &shown, EnvironmentKind environment,
                 QWidget *parent = nullptr);
    ~ExportWindow() override;

    /// Asks for a name.
    void choosePath();
    /// Writes under that name in the form that is chosen.
    void writeTo(const QString &path);
    [[nodiscard]] bool isWorking() const { return m_working; }

public Q_SLOTS:
    void reject() override; ///< Esc: stops what is being written, else closes

private:
    [[nodiscard]] QWidget *choices();
    [[nodiscard]] QWidget *footer();
    [[nodiscard]] ExportFormat format() const;
    [[nodiscard]] ExportWords words() const;
    [[nodiscard]] QString proposedName() const;
    void showFormat();
    void showWorking(bool working);
    void showDone(const Result<ExportDone> &done, const QString &path);
    void stop();

    ExportDesk &m_desk;
    const Clock &m_clock;
    const ListQuery m_query;
    const bool m_isLive;
    QFutureWatcher<Result<ExportDone>> m_work;
    bool m_working = false;

    ChoiceBox *m_format = nullptr;
    ChoiceBox *m_separator = nullptr;
    FieldRow *m_formatRow = nullptr;
    FieldRow *m_separatorRow = nullptr;
    QProgressBar *m_progress = nullptr;
    Note *m_note = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_stop = nullptr;
    QPushButton *m_write = nullptr;
};

} // namespace countersign::ui
