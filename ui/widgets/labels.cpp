#include "ui/widgets/labels.h"

#include "ui/widgets/theme.h"

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QString toneWord(Tone tone)
{
    switch (tone) {
    case Tone::normal:
    case Tone::strong:
    case Tone::heading:
        return u"normal"_s;
    case Tone::muted:
    case Tone::small:
        return u"muted"_s;
    case Tone::danger:
        return u"danger"_s;
    case Tone::warn:
        return u"warn"_s;
    case Tone::good:
        return u"good"_s;
    case Tone::accent:
        return u"accent"_s;
    }
    return {};
}

} // namespace

QLabel *plainLabel(const QString &text, Tone tone, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTone(label, tone);
    return label;
}

void setTone(QLabel *label, Tone tone)
{
    label->setProperty("tone", toneWord(tone));
    QFont font = tone == Tone::small ? smallFont() : textFont();
    font.setBold(tone == Tone::strong || tone == Tone::heading);
    // A label that was never shown takes its look when it is; polishing it now would lose a font that is set later.
    if (label->testAttribute(Qt::WA_WState_Polished)) repolish(label);
    label->setFont(font); // after polishing, which brings an earlier font back
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, Tone::small, parent);
    QFont font = smallFont();
    font.setBold(true);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 103);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    return label;
}

QFrame *horizontalRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    return rule;
}

QString plainTip(const QString &text)
{
    return text.isEmpty() ? QString() : u"<span>"_s + text.toHtmlEscaped() + u"</span>"_s;
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFullText(text);
}

void ElidedLabel::setFullText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(u"…"_s), QLabel::minimumSizeHint().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 2, QLabel::sizeHint().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_text, Qt::ElideRight, width());
    setText(shown);
    setToolTip(shown == m_text ? QString() : plainTip(m_text));
}

} // namespace countersign::ui
