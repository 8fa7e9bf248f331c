#pragma once

#include <QLabel>

namespace countersign::ui {

/// How a label reads beside others; colours come from the style sheet.
enum class Tone { normal, muted, small, strong, heading, danger, warn, good, accent };

/// A label that shows its text as it is, never as markup: for every text that comes from outside, and for ours too.
/// Wraps at word ends. The text can be selected with the mouse.
[[nodiscard]] QLabel *plainLabel(const QString &text, Tone tone = Tone::normal, QWidget *parent = nullptr);
void setTone(QLabel *label, Tone tone);

/// A small heading in capitals over a group: "HISTORY".
[[nodiscard]] QLabel *sectionLabel(const QString &text, QWidget *parent = nullptr);

/// A one pixel line between areas.
[[nodiscard]] QFrame *horizontalRule(QWidget *parent = nullptr);

/// Text from outside for where a control makes markup of what looks like it (tool tips, status tips).
[[nodiscard]] QString plainTip(const QString &text);

/// One line, cut at the right with "…" when there is no room; the whole text is in the tool tip then. Not for amounts
/// and accounts, which are never cut.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);
    void setFullText(const QString &text);
    [[nodiscard]] const QString &fullText() const { return m_text; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();
    QString m_text;
};

} // namespace countersign::ui
