#pragma once

#include "ui/widgets/digitsedit.h"

namespace countersign::ui {

/// Digits that a person reads and types: one at a time. What is pasted or dropped is refused and says so, since it
/// would only repeat what stands there already (threat-model.md M3).
class RetypedEdit final : public DigitsEdit
{
    Q_OBJECT
public:
    explicit RetypedEdit(int limit, QWidget *parent = nullptr);

protected:
    [[nodiscard]] QString whyNot(const QString &typed) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] static QString notPasted();
    qsizetype m_held = 0; ///< digits before the edit that is judged; text() has it already
};

} // namespace countersign::ui
