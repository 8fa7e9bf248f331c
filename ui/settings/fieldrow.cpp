#include "ui/settings/fieldrow.h"

#include "ui/widgets/guardededit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int labelWidth = 178;
constexpr int labelInset = 6; // puts the label on the line of a field's text
} // namespace

FieldRow::FieldRow(const QString &label, QWidget *editor, const QString &hint, QWidget *target, QWidget *parent)
    : QWidget(parent), m_target(target ? target : editor), m_label(plainLabel(label, Tone::normal, this)),
      m_note(plainLabel({}, Tone::small, this)), m_hint(hint)
{
    m_label->setTextInteractionFlags(Qt::NoTextInteraction);
    m_label->setBuddy(m_target);
    m_label->setFixedWidth(labelWidth);
    m_label->setAlignment(Qt::AlignRight | Qt::AlignTop);
    m_label->setContentsMargins(0, labelInset, 0, 0);
    m_target->setAccessibleName(QString(label).remove(u'&'));
    if (qobject_cast<QLabel *>(editor)) editor->setContentsMargins(0, labelInset, 0, 0);

    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(editor);
    column->addWidget(m_note);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_label, 0, Qt::AlignTop);
    row->addLayout(column, 1);

    if (auto *guarded = qobject_cast<GuardedEdit *>(m_target)) {
        connect(guarded, &GuardedEdit::refused, this, [this](const QString &why) {
            m_refusal = why;
            showNote();
        });
        // What follows may be taken, and what was refused is missing all the same: said until the field is left.
        const auto forget = [this, guarded] {
            if (guarded->hasFocus()) return;
            m_refusal.clear();
            showNote();
        };
        connect(guarded, &GuardedEdit::accepted, this, forget);
        connect(guarded, &QLineEdit::editingFinished, this, forget);
    }
    if (auto *line = qobject_cast<QLineEdit *>(m_target)) {
        connect(line, &QLineEdit::editingFinished, this, [this, line] {
            if (!line->text().isEmpty()) Q_EMIT filledIn();
        });
    }
    showNote();
}

void FieldRow::setProblem(const QString &sentence)
{
    if (m_problem == sentence) return;
    m_problem = sentence;
    showNote();
}

void FieldRow::setHint(const QString &hint)
{
    m_hint = hint;
    showNote();
}

QString FieldRow::note() const
{
    return m_note->text();
}

void FieldRow::focusEditor()
{
    m_target->setFocus(Qt::TabFocusReason);
}

void FieldRow::showNote()
{
    const QString &trouble = m_refusal.isEmpty() ? m_problem : m_refusal;
    const QString shown = trouble.isEmpty() ? m_hint : u"! "_s + trouble;
    m_note->setText(shown);
    m_note->setVisible(!shown.isEmpty());
    setTone(m_note, trouble.isEmpty() ? Tone::small : Tone::danger);
    m_target->setAccessibleDescription(shown);
    m_target->setProperty("grade", trouble.isEmpty() ? QString() : u"danger"_s);
    repolish(m_target);
    m_target->updateGeometry(); // a wider border makes it higher
}

} // namespace countersign::ui
