#pragma once

#include "ui/widgets/guardededit.h"

namespace countersign::ui {

/// One line of text of at most `limit` characters, such as a name. Line breaks and tabs that come with a paste become
/// spaces; over-long input is refused.
class NameEdit final : public GuardedEdit
{
    Q_OBJECT
public:
    explicit NameEdit(int limit, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString tidied(const QString &typed) const override;
    [[nodiscard]] QString whyNot(const QString &text) const override;

private:
    int m_limit;
};

} // namespace countersign::ui
