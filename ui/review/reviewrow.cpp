#include "ui/review/reviewrow.h"

#include "ui/review/markedtext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace countersign::ui {

namespace {

Tone toneOf(const ReviewTableRow &row)
{
    if (row.look == ReviewTableRow::Look::differs) return Tone::danger;
    if (row.look == ReviewTableRow::Look::look) return Tone::warn;
    return row.verdict.startsWith(u'=') && !row.partlyCompared ? Tone::good : Tone::muted;
}

/// The margin above a label that puts its first line on that of the texts beside it.
int topOnTheLine(const QLabel *label)
{
    return MarkedText::baseline() - QFontMetrics(label->font()).ascent();
}

int signWidth()
{
    return QFontMetrics(textFont()).horizontalAdvance(QStringLiteral("≠")) + 8;
}

} // namespace

int ReviewRow::headWidth()
{
    return QFontMetrics(textFont()).averageCharWidth() * 22;
}

int ReviewRow::verdictWidth()
{
    return QFontMetrics(textFont()).averageCharWidth() * 25;
}

ReviewRow::ReviewRow(const ReviewTableRow &row, QWidget *parent) : QFrame(parent), m_row(row)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 0, 5);
    QLabel *sign = plainLabel(row.verdict.left(1), toneOf(row), this);
    QFont bold = sign->font();
    bold.setBold(true);
    sign->setFont(bold);
    sign->setFixedWidth(signWidth());
    QLabel *head = plainLabel(row.head, Tone::muted, this);
    head->setFixedWidth(headWidth() - signWidth());
    for (QLabel *label : {sign, head}) {
        label->setContentsMargins(0, topOnTheLine(label), 0, 0);
        layout->addWidget(label, 0, Qt::AlignTop);
    }
    layout->setSpacing(0);
    layout->addSpacing(10);
    layout->addWidget(cell(row.asked, true, nullptr), 1);
    layout->addSpacing(10);
    layout->addWidget(cell(row.answered, false, &m_answered), 1);
    layout->addSpacing(10);
    layout->addWidget(verdictCell(), 0, Qt::AlignTop);
    setAccessibleName(tr("%1. You asked for: %2. The bank will pay: %3. %4")
                          .arg(row.head, row.asked.text, row.answered.text, row.verdict));
}

QWidget *ReviewRow::cell(const ReviewCell &content, bool muted, MarkedText **text)
{
    auto *box = new QWidget(this);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred); // its height is that for its width
    policy.setHeightForWidth(true);
    box->setSizePolicy(policy);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *shown = new MarkedText(box);
    const bool known = muted && !content.note.isEmpty();
    shown->setContent(content.text,
                      content.digits ? MarkedText::Look::account
                                     : (known ? MarkedText::Look::muted : MarkedText::Look::text),
                      content.marks);
    shown->setVisible(!content.text.isEmpty());
    layout->addWidget(shown);
    if (!content.note.isEmpty()) {
        QLabel *note = plainLabel(content.note, Tone::small, box);
        note->setContentsMargins(MarkedText::margin, content.text.isEmpty() ? topOnTheLine(note) : 0, 0, 0);
        layout->addWidget(note);
    }
    layout->addStretch();
    if (text) *text = shown;
    return box;
}

QWidget *ReviewRow::verdictCell()
{
    auto *box = new QWidget(this);
    box->setFixedWidth(verdictWidth());
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_verdict = plainLabel(m_row.verdict, toneOf(m_row), box);
    QFont font = m_verdict->font();
    font.setBold(true);
    m_verdict->setFont(font);
    m_verdict->setContentsMargins(0, topOnTheLine(m_verdict), 0, 0);
    layout->addWidget(m_verdict);
    if (m_row.explanation.isEmpty()) return box;

    auto *why = new QToolButton(box);
    why->setText(tr("Why"));
    why->setFont(smallFont());
    why->setAutoRaise(true);
    why->setCheckable(true);
    why->setAccessibleName(tr("Why “%1” is said here").arg(m_row.head));
    QLabel *explanation = plainLabel(m_row.explanation, Tone::small, box);
    explanation->hide();
    connect(why, &QToolButton::toggled, explanation, &QWidget::setVisible);
    layout->addWidget(why);
    layout->addWidget(explanation);
    return box;
}

QString ReviewRow::verdict() const
{
    return m_verdict->text();
}

void ReviewRow::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(this);
    QPainter painter(this);
    if (m_row.look != ReviewTableRow::Look::quiet) {
        const bool differs = m_row.look == ReviewTableRow::Look::differs;
        painter.fillRect(rect(), differs ? colours.dangerTint : colours.warnTint);
        painter.fillRect(0, 0, 4, height(), differs ? colours.dangerInk : colours.warnBar);
    }
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace countersign::ui
