#pragma once

#include "core/clock.h"
#include "ui/widgets/hintbutton.h"

namespace countersign::ui {

/// A button that moves money. The mouse presses it as any other. A key (Enter, Space) presses it only when it has the
/// focus, is no repeat, and no other key of the program came shortly before it: a storm of keys, a stuck key or a
/// pasted macro does nothing (threat-model.md M4).
class DeliberateButton final : public HintButton
{
    Q_OBJECT
public:
    /// How long the keyboard must have been at rest.
    static constexpr milliseconds rest{700};

    DeliberateButton(const QString &text, const Clock &clock, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    const Clock &m_clock;
    milliseconds m_lastKey;
    bool m_rested = false;
};

} // namespace countersign::ui
