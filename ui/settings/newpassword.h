#pragma once

#include "config/setupdesk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;

namespace countersign::ui {

class FieldRow;

/// A new password for a key, typed twice, with how hard it is to guess as a bar and in words.
class NewPassword final : public QWidget
{
    Q_OBJECT
public:
    /// `name` begins the object names of the fields, "create" gives "createPassword" and "createRepeat".
    NewPassword(const SetupDesk &desk, const QString &name, QWidget *parent = nullptr);
    /// Strong enough, and typed twice alike.
    [[nodiscard]] bool isReady() const;
    /// The password; both fields are empty afterwards.
    [[nodiscard]] QString take();
    void clear();

Q_SIGNALS:
    void changed();

private:
    void show();
    [[nodiscard]] PasswordRating rating() const;

    const SetupDesk &m_desk;
    QLineEdit *m_password;
    QLineEdit *m_repeat;
    QProgressBar *m_bar;
    QLabel *m_words;
    FieldRow *m_repeatRow;
    bool m_repeatLeft = false; ///< the second field was left with something in it
};

} // namespace countersign::ui
