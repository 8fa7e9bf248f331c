#pragma once

#include "ui/widgets/guardededit.h"

namespace countersign::ui {

/// One line of text of at most `limit` characters, such as a name. Line breaks and tabs that come with a paste become
/// spaces; over-long input is refused, and so are characters that can't be seen, unless the form judges them itself.
class NameEdit final : public GuardedEdit
{
    Q_OBJECT
public:
    enum class Unseen { refused, judged };
    explicit NameEdit(int limit, QWidget *parent = nullptr, Unseen unseen = Unseen::refused);

protected:
    [[nodiscard]] QString tidied(const QString &typed) const override;
    [[nodiscard]] QString whyNot(const QString &text) const override;

private:
    int m_limit;
    Unseen m_unseen;
};

} // namespace countersign::ui
