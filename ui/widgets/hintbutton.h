#pragma once

#include <QPushButton>

namespace countersign::ui {

/// A push button that shows its key after its words, smaller: "New payout  Ctrl+N". It only shows the key; whoever
/// makes the button also makes the shortcut.
class HintButton : public QPushButton
{
    Q_OBJECT
public:
    explicit HintButton(const QString &text, const QString &hint = {}, QWidget *parent = nullptr);
    void setHint(const QString &hint);
    [[nodiscard]] const QString &hint() const { return m_hint; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int hintWidth() const;
    QString m_hint;
};

} // namespace countersign::ui
