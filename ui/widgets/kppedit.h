#pragma once

#include "ui/widgets/guardededit.h"

namespace countersign::ui {

/// A KPP: 9 characters, digits and Latin capitals; small letters become capitals.
class KppEdit final : public GuardedEdit
{
    Q_OBJECT
public:
    using GuardedEdit::GuardedEdit;

protected:
    [[nodiscard]] QString tidied(const QString &typed) const override;
    [[nodiscard]] QString whyNot(const QString &text) const override;
};

} // namespace countersign::ui
