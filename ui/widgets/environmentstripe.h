#pragma once

#include "config/profile.h"

#include <QWidget>

namespace countersign::ui {

/// The three kinds of profile (design.md section 1).
using EnvironmentKind = Environment;

/// The bar that says where the money goes: amber hatching with words for practice and demo, deep red with LIVE for real
/// money. Stands under the menu of the window and at the top of every dialog; it has no way to be closed.
class EnvironmentStripe : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentStripe(EnvironmentKind kind, QWidget *parent = nullptr);
    [[nodiscard]] EnvironmentKind kind() const { return m_kind; }
    /// The bold word: "PRACTICE", "DEMO", "LIVE".
    [[nodiscard]] QString word() const;
    /// The sentence after it.
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString text() const;
    EnvironmentKind m_kind;
};

} // namespace countersign::ui
