#include "ui/widgets/fieldnotes.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::ui {

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::block:
        return Tone::danger;
    case Severity::warn:
        return Tone::warn;
    case Severity::hint:
        return Tone::muted;
    case Severity::good:
        return Tone::good;
    }
    return Tone::muted;
}

FieldNotes::FieldNotes(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    hide();
}

int FieldNotes::reservedHeight() const
{
    return m_reservedLines * (QFontMetrics(smallFont()).lineSpacing() + m_layout->spacing());
}

void FieldNotes::reserve(int lines)
{
    m_reservedLines = lines;
    m_layout->setAlignment(Qt::AlignTop);
    giveRoom(Room::asNeeded);
    setVisible(lines > 0);
}

void FieldNotes::giveRoom(Room room)
{
    m_room = room;
    const int now = std::max(reservedHeight(), isVisible() ? height() : 0);
    setMinimumHeight(room == Room::asNeeded ? reservedHeight() : now);
    setMaximumHeight(room == Room::asItIs ? now : QWIDGETSIZE_MAX);
}

void FieldNotes::setLines(const QList<Line> &lines)
{
    const bool isWaiting = m_shown < m_lines.size() && m_room != Room::asItIs;
    if (lines == m_lines && !isWaiting) return;
    m_lines = lines;
    const qsizetype room = m_room == Room::asItIs ? std::max<qsizetype>(m_shown, m_reservedLines) : lines.size();
    m_shown = std::min(room, lines.size());
    while (m_labels.size() < m_shown) {
        m_labels += plainLabel({}, Tone::small, this);
        m_layout->addWidget(m_labels.back());
    }
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        QLabel *label = m_labels.at(i);
        const bool used = i < m_shown;
        label->setText(used ? lines.at(i).text : QString());
        if (used) {
            setTone(label, lines.at(i).tone);
            label->setFont(lines.at(i).fixedWidth ? accountFont(88) : smallFont());
        }
        label->setVisible(used);
    }
    setVisible(m_reservedLines > 0 || m_shown > 0);
}

QString FieldNotes::text() const
{
    QStringList texts;
    for (const Line &line : m_lines)
        texts += line.text;
    return texts.join(u'\n');
}

} // namespace countersign::ui
