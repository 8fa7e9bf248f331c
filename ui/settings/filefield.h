#pragma once

#include <QWidget>

class QFileDialog;
class QLineEdit;
class QPushButton;

namespace countersign::ui {

/// A file name that can be typed or chosen. The chooser is opened without blocking.
class FileField final : public QWidget
{
    Q_OBJECT
public:
    enum class Want { file, folder };
    /// `title` is the chooser's, and what its button is called for those who can't see it.
    FileField(Want want, const QString &title, QWidget *parent = nullptr);
    [[nodiscard]] QString fileName() const;
    void setFileName(const QString &name);
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    void setButtonName(const QString &objectName);

Q_SIGNALS:
    void changed();

private:
    void choose();
    QLineEdit *m_edit;
    QPushButton *m_button;
    Want m_want;
    QString m_title;
};

/// A chooser that asks for one existing file, or a name to save under, and calls nothing when it is dismissed. It
/// deletes itself; the caller connects to fileSelected.
[[nodiscard]] QFileDialog *openFileChooser(QWidget *parent, const QString &title);
[[nodiscard]] QFileDialog *openSaveChooser(QWidget *parent, const QString &title, const QString &proposedName);

} // namespace countersign::ui
