#pragma once

#include "ui/widgets/guardededit.h"

namespace countersign::ui {

/// An amount in roubles as it is typed: digits, one comma, two decimals. A point, a dash and "=" before the kopecks
/// become the comma ("25 000-50", "25 000=00"), spaces of every kind and a currency at the end are left out. Thousands
/// are shown apart while text() stays plain: "148000,00". A third decimal is refused, never rounded.
class MoneyEdit final : public GuardedEdit
{
    Q_OBJECT
public:
    explicit MoneyEdit(QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString tidied(const QString &typed) const override;
    [[nodiscard]] QString whyNot(const QString &text) const override;
    [[nodiscard]] QList<int> gaps(const QString &text) const override;
    [[nodiscard]] qreal gapWidth() const override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace countersign::ui
