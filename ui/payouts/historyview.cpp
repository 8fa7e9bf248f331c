#include "ui/payouts/historyview.h"

#include "ui/widgets/labels.h"
#include "ui/widgets/longwords.h"
#include "ui/widgets/theme.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

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
        m_title = plainLabel(withLongWordsBreakable(text.title), newest ? Tone::strong : Tone::normal, this);
        if (text.bad) setTone(m_title, Tone::warn);
        QFont font = m_title->font();
        font.setBold(newest);
        m_title->setFont(font);
        column->addWidget(m_title);
        column->addWidget(plainLabel(withLongWordsBreakable(text.detail), Tone::small, this));
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
    const QList<HistoryRun> runs = historyRuns(entries, now);
    if (runs == m_runs) return;
    // Another payout's history begins otherwise; what was unfolded in the one before is not meant.
    if (runs.isEmpty() || m_runs.isEmpty() || runs.last().each.last() != m_runs.last().each.last()) m_unfolded.clear();
    m_runs = runs;
    build();
}

void HistoryView::build()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        QWidget *widget = item->widget();
        widget->setParent(nullptr);
        widget->deleteLater(); // one of them may hold the button that was just pressed
        delete item;
    }
    for (qsizetype i = 0; i < m_runs.size(); ++i)
        addRun(i);
}

void HistoryView::addRun(qsizetype index)
{
    const HistoryRun &run = m_runs.at(index);
    const qsizetype fromOldest = m_runs.size() - index;
    const bool unfolded = run.each.size() > 1 && m_unfolded.contains(fromOldest);
    const QList<HistoryText> shown = unfolded ? run.each : QList<HistoryText>{run.text};
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const bool oldest = index == m_runs.size() - 1 && i == shown.size() - 1;
        auto *item = new HistoryItem(shown.at(i), index == 0 && i == 0, oldest, this);
        m_column->addWidget(item);
        item->show(); // a view that is on the screen does not do that by itself
        if (run.each.size() == 1 || i > 0) continue;
        auto *fold = new QToolButton(item);
        fold->setObjectName(u"fold%1"_s.arg(fromOldest));
        fold->setFont(smallFont());
        setButtonRole(fold, ButtonRole::quiet);
        fold->setText(unfolded ? tr("Show once") : tr("Show all %1").arg(run.each.size()));
        fold->setAccessibleName(tr("%1: %2").arg(run.text.title, fold->text()));
        item->layout()->addWidget(fold);
        connect(fold, &QToolButton::clicked, this, [this, fromOldest, unfolded] {
            if (unfolded)
                m_unfolded.remove(fromOldest);
            else
                m_unfolded.insert(fromOldest);
            build();
            if (auto *again = findChild<QToolButton *>(u"fold%1"_s.arg(fromOldest))) again->setFocus();
        });
    }
}

} // namespace countersign::ui
