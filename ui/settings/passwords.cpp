#include "ui/settings/passwords.h"

#include <QLineEdit>

namespace countersign::ui {

namespace {
constexpr int passwordLimit = 1024;
}

QLineEdit *passwordEdit(QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setEchoMode(QLineEdit::Password);
    edit->setMaxLength(passwordLimit);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                              Qt::ImhNoAutoUppercase);
    edit->setContextMenuPolicy(Qt::NoContextMenu);
    return edit;
}

QString takePassword(QLineEdit *edit)
{
    QString password = edit->text();
    edit->setText({}); // unlike clear(), this empties the undo history as well
    return password;
}

} // namespace countersign::ui
