#include "ui/widgets/labels.h"

#include "ui/widgets/digitgaps.h"
#include "ui/widgets/longwords.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

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

struct LabelWords
{
    Q_DECLARE_TR_FUNCTIONS(countersign::ui::PlainLabel)
};

/// Copies the numbers in its text without the gaps in which they are shown, from the keyboard, the menu and, where a
/// selection alone is a copy, by selecting.
class PlainLabel final : public QLabel
{
public:
    explicit PlainLabel(QWidget *parent) : QLabel(parent), m_copy(new QAction(LabelWords::tr("Copy"), this))
    {
        m_copy->setObjectName(u"copy"_s);
        connect(m_copy, &QAction::triggered, this, [this] { copySelection(QClipboard::Clipboard); });
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (!event->matches(QKeySequence::Copy) || !hasSelectedText()) return QLabel::keyPressEvent(event);
        copySelection(QClipboard::Clipboard);
        event->accept();
    }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        QLabel::mouseReleaseEvent(event);
        if (QGuiApplication::clipboard()->supportsSelection()) copySelection(QClipboard::Selection);
    }
    void contextMenuEvent(QContextMenuEvent *event) override
    {
        if (!(textInteractionFlags() & Qt::TextSelectableByMouse)) return QLabel::contextMenuEvent(event);
        m_copy->setEnabled(hasSelectedText());
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(m_copy);
        menu->popup(event->globalPos());
    }

private:
    void copySelection(QClipboard::Mode mode)
    {
        if (hasSelectedText()) QGuiApplication::clipboard()->setText(withoutDigitGroups(withoutBreaks(selectedText())), mode);
    }

    QAction *m_copy;
};

} // namespace

QLabel *plainLabel(const QString &text, Tone tone, QWidget *parent)
{
    auto *label = new PlainLabel(parent);
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
