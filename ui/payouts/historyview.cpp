#include "ui/payouts/historyview.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int dotColumn = 22;

/// One entry with its dot and the line that joins it to its neighbours.
class HistoryItem : public QWidget
{
public:
    HistoryItem(const HistoryText &text, bool newest, bool oldest, QWidget *parent)
        : QWidget(parent), m_newest(newest), m_oldest(oldest), m_bad(text.bad)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(dotColumn, 0, 0, 9);
        column->setSpacing(1);
        m_title = plainLabel(text.title, newest ? Tone::strong : Tone::normal, this);
        if (text.bad) setTone(m_title, Tone::warn);
        column->addWidget(m_title);
        column->addWidget(plainLabel(text.detail, Tone::small, this));
        setAccessibleName(text.title + u", "_s + text.detail);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF centre(7, m_title->y() + m_title->fontMetrics().height() / 2.0);
        painter.setPen(QPen(colours.fieldLine, 2));
        if (!m_newest) painter.drawLine(QPointF(centre.x(), 0), centre);
        if (!m_oldest) painter.drawLine(centre, QPointF(centre.x(), height()));
        painter.setPen(Qt::NoPen);
        if (m_newest) {
            painter.setBrush(colours.accentTint);
            painter.drawEllipse(centre, 7, 7);
        }
        painter.setBrush(m_newest ? colours.accent : m_bad ? colours.warnBar : colours.faint);
        painter.drawEllipse(centre, 4, 4);
    }

private:
    QLabel *m_title;
    bool m_newest;
    bool m_oldest;
    bool m_bad;
};

} // namespace

HistoryView::HistoryView(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(u"history"_s);
    setAccessibleName(tr("History, newest first"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void HistoryView::setEntries(const QList<HistoryEntry> &entries, Instant now)
{
    QList<HistoryText> texts;
    for (auto entry = entries.crbegin(); entry != entries.crend(); ++entry)
        texts << historyText(*entry, now);
    if (texts == m_texts) return;
    m_texts = texts;
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        m_column->addWidget(new HistoryItem(m_texts.at(i), i == 0, i == m_texts.size() - 1, this));
    }
}

} // namespace countersign::ui
