#pragma once

#include "ui/widgets/guardededit.h"

namespace countersign::ui {

/// A field of digits: an account, BIK, INN. Spaces are left out when pasting; anything else than a digit and every
/// digit over the limit is refused. Accounts are shown in groups of four while text() and what is copied stay plain.
class DigitsEdit : public GuardedEdit
{
    Q_OBJECT
public:
    enum class Show { plain, inFours };
    /// `limit` is the largest number of digits.
    DigitsEdit(int limit, Show show, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString tidied(const QString &typed) const override;
    [[nodiscard]] QString whyNot(const QString &text) const override;
    [[nodiscard]] QList<int> gaps(const QString &text) const override;
    int m_limit;

private:
    Show m_show;
};

} // namespace countersign::ui
