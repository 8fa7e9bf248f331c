#pragma once

#include <QString>

class QLineEdit;
class QWidget;

namespace countersign::ui {

/// A field for a password: hidden, never completed, never kept in an undo history.
[[nodiscard]] QLineEdit *passwordEdit(QWidget *parent);
/// What was typed; the field is empty afterwards, its history too.
[[nodiscard]] QString takePassword(QLineEdit *edit);

} // namespace countersign::ui
