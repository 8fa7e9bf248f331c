#pragma once

#include <QWidget>

namespace countersign::ui {

class FileField;
class Note;

/// The first step: a file is chosen, typed or dropped. Says why one could not be read.
class ImportFilePage final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportFilePage(QWidget *parent = nullptr);

    [[nodiscard]] QString fileName() const;
    void setFileName(const QString &name);
    /// An empty headline: nothing went wrong.
    void showProblem(const QString &headline, const QString &text = {});
    void focusFirst();

Q_SIGNALS:
    void changed();

private:
    FileField *m_file;
    Note *m_problem;
};

} // namespace countersign::ui
