#pragma once

#include "core/clock.h"
#include "payouts/templatebook.h"
#include "ui/widgets/environmentstripe.h"

#include <QDialog>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace countersign::ui {

class Note;
class ReasonPanel;
class TemplateFields;

/// The templates: search, the list by name, one of them with what a draft of today would say; made into a draft,
/// rewritten, renamed, deleted. Never modal; deletes itself when it is closed.
class TemplatesWindow final : public QDialog
{
    Q_OBJECT
public:
    /// Book and clock must outlive the window.
    TemplatesWindow(TemplateBook &book, const Clock &clock, EnvironmentKind environment, QWidget *parent = nullptr);

    /// Shows a template that is yet to be saved, with these fields and a name to be changed.
    void beginNew(const PayoutDraft &draft);

Q_SIGNALS:
    /// A draft was made of a template; it is to be stored and opened.
    void draftWanted(const countersign::PayoutDraft &draft);

public Q_SLOTS:
    /// Closes the window; a name or purpose that was changed and not saved is asked about first.
    void reject() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *listSide();
    [[nodiscard]] QWidget *templateSide();
    [[nodiscard]] QWidget *buttons();
    [[nodiscard]] QWidget *deletePage();
    void read();
    void fillTable();
    void selectShown();
    void choose(int row);
    /// At once, or after the person has said that what was changed need not be kept.
    void unlessRewritten(std::function<void()> act);
    void showTemplate(const TemplateRecord &shown);
    void showNothing();
    void showPossible();
    void makeDraft();
    void save();
    void remove();
    void showProblem(const QString &headline, const Error &error);

    TemplateBook &m_book;
    const Clock &m_clock;
    QList<TemplateRecord> m_all;
    QList<TemplateRecord> m_rows;          ///< those of them that the search leaves
    std::optional<TemplateRecord> m_shown; ///< of an empty id: a new one
    bool m_filling = false;
    QLineEdit *m_search = nullptr;
    QTableWidget *m_table = nullptr;
    QLabel *m_none = nullptr;
    QLabel *m_heading = nullptr;
    QWidget *m_side = nullptr; ///< of the template that is shown
    TemplateFields *m_fields = nullptr;
    std::function<void()> m_wanted; ///< waits for the answer about what is not saved
    ReasonPanel *m_unsaved = nullptr;
    Note *m_problem = nullptr;
    QStackedWidget *m_footer = nullptr;
    QPushButton *m_make = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_delete = nullptr;
    QLabel *m_why = nullptr; ///< why no draft can be made at the moment
};

} // namespace countersign::ui
