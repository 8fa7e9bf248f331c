#include "ui/widgets/guardededit.h"

#include "ui/widgets/digitgaps.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QValidator>

namespace countersign::ui {

/// QLineEdit takes an edit back as a whole when its validator says Invalid; the guard remembers the reason.
class GuardedEdit::Guard final : public QValidator
{
public:
    explicit Guard(GuardedEdit *edit) : QValidator(edit), m_edit(edit) {}

    State validate(QString &input, int &position) const override
    {
        const QString before = m_edit->tidied(input.first(position));
        const QString text = m_edit->tidied(input);
        m_why = m_edit->whyNot(text);
        if (!m_why.isEmpty()) return Invalid;
        position = static_cast<int>(qMin(before.size(), text.size()));
        input = text;
        return Acceptable;
    }
    [[nodiscard]] const QString &why() const { return m_why; }

private:
    GuardedEdit *m_edit;
    mutable QString m_why;
};

GuardedEdit::GuardedEdit(QWidget *parent) : QLineEdit(parent)
{
    auto *guard = new Guard(this);
    setValidator(guard);
    // The field takes the edit back only after this signal: who hears of the refusal must find it as it is then.
    connect(this, &QLineEdit::inputRejected, this, [this, guard] {
        m_why = guard->why();
        QMetaObject::invokeMethod(this, &GuardedEdit::tellRefusal, Qt::QueuedConnection);
    });
    connect(this, &QLineEdit::textChanged, this, [this] {
        showGaps();
        Q_EMIT accepted();
    });
}

QString GuardedEdit::tidied(const QString &typed) const
{
    return typed;
}

QList<int> GuardedEdit::gaps(const QString &) const
{
    return {};
}

qreal GuardedEdit::gapWidth() const
{
    return fontMetrics().averageCharWidth() * 0.8;
}

void GuardedEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers() & ~Qt::KeypadModifier) {
            event->ignore(); // Ctrl+Enter is the form's
            return;
        }
        focusNextChild();
        return;
    }
    QLineEdit::keyPressEvent(event);
    tellRefusal();
}

void GuardedEdit::tellRefusal()
{
    if (!m_why.isEmpty()) Q_EMIT refused(std::exchange(m_why, {}));
}

void GuardedEdit::showGaps()
{
    // A line edit's text formats can be set by an input method event only; it carries no text, so nothing is typed.
    if (m_showingGaps || isReadOnly()) return;
    m_showingGaps = true;
    QList<QInputMethodEvent::Attribute> attributes;
    for (const QTextLayout::FormatRange &range : gapFormats(gaps(text()), gapWidth())) {
        attributes.append({QInputMethodEvent::TextFormat, range.start - cursorPosition(), range.length,
                           QVariant::fromValue<QTextFormat>(range.format)});
    }
    QInputMethodEvent event({}, attributes);
    inputMethodEvent(&event);
    m_showingGaps = false;
}

} // namespace countersign::ui
