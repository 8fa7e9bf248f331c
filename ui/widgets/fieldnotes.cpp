#include "ui/widgets/fieldnotes.h"

#include "ui/widgets/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace countersign::ui {

FieldNotes::FieldNotes(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    hide();
}

void FieldNotes::setLines(const QList<Line> &lines)
{
    if (lines == m_lines) return;
    m_lines = lines;
    while (m_labels.size() < lines.size()) {
        m_labels += plainLabel({}, Tone::small, this);
        m_layout->addWidget(m_labels.back());
    }
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        QLabel *label = m_labels.at(i);
        const bool used = i < lines.size();
        label->setText(used ? lines.at(i).text : QString());
        if (used) {
            setTone(label, lines.at(i).tone);
            label->setFont(lines.at(i).fixedWidth ? accountFont(88) : smallFont());
        }
        label->setVisible(used);
    }
    setVisible(!lines.isEmpty());
}

QString FieldNotes::text() const
{
    QStringList texts;
    for (const Line &line : m_lines)
        texts += line.text;
    return texts.join(u'\n');
}

} // namespace countersign::ui
