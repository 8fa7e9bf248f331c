#pragma once

#include <QWidget>

class QLabel;

namespace countersign::ui {

/// One row of a form: the label at the left, the control and, under it, a hint or the problem. Names the control for
/// people who can't see the label.
class FieldRow final : public QWidget
{
    Q_OBJECT
public:
    /// `label` may hold a "&" for its key; `editor` becomes the row's child. `target` is what the label's key and
    /// focusEditor() go to when it is not the editor itself.
    FieldRow(const QString &label, QWidget *editor, const QString &hint = {}, QWidget *target = nullptr,
             QWidget *parent = nullptr);

    /// Empty: none; the hint stands there again.
    void setProblem(const QString &sentence);
    [[nodiscard]] QString problem() const { return m_problem; }
    void setHint(const QString &hint);
    /// What stands under the control.
    [[nodiscard]] QString note() const;
    void focusEditor();

Q_SIGNALS:
    /// The field was left and is not empty.
    void filledIn();

private:
    void showNote();
    QWidget *m_target;
    QLabel *m_label;
    QLabel *m_note;
    QString m_hint;
    QString m_problem;
    QString m_refusal;
};

} // namespace countersign::ui
