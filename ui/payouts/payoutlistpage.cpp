#include "ui/payouts/payoutlistpage.h"

#include "ui/help/helppage.h"
#include "ui/models/alarmwords.h"
#include "ui/models/payoutwords.h"
#include "ui/payouts/foundelsewhere.h"
#include "ui/payouts/payoutrowdelegate.h"
#include "ui/widgets/firsttouch.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/plaincopies.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int gutterWidth = 30;
constexpr int shownAlarms = 3;

/// What may stand in the status column, without reasons: all of it is to be read without a tool tip.
QStringList usualStandings()
{
    QStringList standings;
    for (int state = 0; state < payoutStateCount; ++state) {
        ListRow row;
        row.state = static_cast<PayoutState>(state);
        row.newRecipient = true;
        standings += statusText(row, {}).words;
        row.otherRecipient = true;
        standings += statusText(row, {}).words;
    }
    return standings;
}
} // namespace

PayoutListPage::PayoutListPage(PayoutDesk &desk, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_model(new PayoutListModel(desk, clock, this)), m_table(new QTableView(this)),
      m_alarms(new QVBoxLayout), m_message(plainLabel({}, Tone::muted, this)), m_problemPlace(new QVBoxLayout),
      m_problem(new Note(this)), m_elsewhere(new FoundElsewhere(desk, this)), m_firstTouch(new FirstTouch(this)),
      m_statusInTwo(PayoutRowDelegate::statusWidth(usualStandings(), 2)),
      m_statusInThree(PayoutRowDelegate::statusWidth(usualStandings(), 3))
{
    setHelpTopic(*this, HelpTopic::states);
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_alarms->setSpacing(6);
    column->addLayout(m_alarms);
    m_problem->setObjectName(u"listProblem"_s);
    m_problem->hide();
    column->addLayout(m_problemPlace);
    m_problemPlace->addWidget(m_problem);
    m_message->setContentsMargins(gutterWidth + 10, 14, 14, 14);
    m_message->setObjectName(u"listMessage"_s);
    column->addWidget(m_message);
    m_elsewhere->setContentsMargins(gutterWidth + 10, 0, 14, 14);
    column->addWidget(m_elsewhere);
    column->addWidget(m_table, 1);
    buildTable();

    connect(m_model, &PayoutListModel::pageArrived, this, [this] {
        showProblem(std::nullopt);
        updateMessages();
        restoreChoice();
        tellVisibleRows();
    });
    connect(m_model, &PayoutListModel::failed, this, [this](const Error &error) {
        m_message->hide();
        m_elsewhere->forget();
        showProblem(error);
    });
    connect(&desk, &PayoutDesk::overviewChanged, this, &PayoutListPage::updateAlarms);
    connect(m_elsewhere, &FoundElsewhere::allWanted, this, &PayoutListPage::allWanted);
    m_message->hide();
}

void PayoutListPage::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new PayoutRowDelegate(m_table));
    m_table->setObjectName(u"payoutTable"_s);
    new PlainCopies(*m_table);
    m_table->setAccessibleName(tr("Payouts"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setWordWrap(false);
    m_table->installEventFilter(this);
    QHeaderView *rows = m_table->verticalHeader();
    rows->hide();
    rows->setMinimumSectionSize(PayoutRowDelegate::rowHeight());
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(PayoutRowDelegate::rowHeight());
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(10);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setFont(smallFont());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PayoutListPage::onCurrentRow);
    // A row may be current without being chosen (its payout went elsewhere): a click then changes the selection only.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList selected = m_table->selectionModel()->selectedRows();
        if (!selected.isEmpty()) onCurrentRow(selected.first());
    });
    connect(m_table, &QTableView::doubleClicked, this, &PayoutListPage::nextActWanted);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &PayoutListPage::tellVisibleRows);
}

void PayoutListPage::showFolder(Folder folder, const QString &search)
{
    m_chooseFirst = true;
    m_model->setQuery(folder, search);
    updateAlarms();
}

void PayoutListPage::choose(const PayoutId &id)
{
    m_chooseFirst = false;
    m_scrollToChosen = true;
    const bool changed = m_chosen != id;
    m_chosen = id;
    restoreChoice();
    if (changed) Q_EMIT chosenChanged(m_chosen);
}

void PayoutListPage::takeFocus()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void PayoutListPage::onCurrentRow(const QModelIndex &current)
{
    if (m_restoring || !current.isValid()) return;
    const PayoutId id = m_model->idAt(current.row());
    if (id.isEmpty() || id == m_chosen) return;
    m_chosen = id;
    Q_EMIT chosenChanged(m_chosen);
}

void PayoutListPage::restoreChoice()
{
    const auto row = m_model->rowOf(m_chosen);
    // Also when rows come into a folder that was empty: somebody who has chosen nothing sees what is to do.
    // While nobody has touched anything, the first row is shown whatever it is: what was there before may have gone on.
    const bool first =
        std::exchange(m_chooseFirst, false) || m_chosen.isEmpty() || (!m_firstTouch->hasBeen() && !m_scrollToChosen);
    const bool chooseNow = first && (m_model->rowCount() > 0 || !m_chosen.isEmpty());
    if (chooseNow && !row) return chooseFirst();
    const int current = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    m_restoring = true;
    // Rows that move must not carry away a person who has scrolled somewhere else.
    m_table->setAutoScroll(m_scrollToChosen);
    if (row) m_scrollToChosen = false;
    if (row && (*row != current || !m_table->selectionModel()->isRowSelected(*row))) {
        m_table->setCurrentIndex(m_model->index(*row, 0));
    } else if (!row && current >= 0 && m_model->rowAt(current)) {
        // The chosen payout has gone elsewhere; its place must not look chosen, but the keyboard stays there.
        m_table->selectionModel()->clearSelection();
    }
    m_table->setAutoScroll(true);
    m_restoring = false;
}

void PayoutListPage::chooseFirst()
{
    if (m_model->rowCount() > 0) {
        m_table->setCurrentIndex(m_model->index(0, 0));
        onCurrentRow(m_model->index(0, 0)); // another payout may stand in the row that is current already
        return;
    }
    // What is not in sight must not be acted on by Enter.
    m_chosen = {};
    Q_EMIT chosenChanged(m_chosen);
}

void PayoutListPage::tellVisibleRows()
{
    const int first = m_table->rowAt(0);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_model->setVisibleRows(first, last < 0 ? m_model->rowCount() - 1 : last);
}

bool PayoutListPage::showsAlarms() const
{
    return m_model->folder() == Folder::needsAttention && !m_desk.overview().generalAlarms.isEmpty();
}

QString PayoutListPage::emptySentence() const
{
    const bool searching = !m_model->search().isEmpty();
    if (showsAlarms() && !searching) return tr("There is no payout here that needs your attention of its own.");
    return emptyFolderSentence(m_model->folder(), searching);
}

void PayoutListPage::showProblem(const std::optional<Error> &error)
{
    if (error) m_problem->setProblem(tr("The list could not be read."), *error);
    m_problem->setVisible(error.has_value());
    m_problemPlace->setContentsMargins(error ? QMargins(12, 10, 12, 10) : QMargins());
}

void PayoutListPage::updateMessages()
{
    const bool empty = m_model->rowCount() == 0;
    m_message->setText(empty ? emptySentence() : QString());
    m_message->setVisible(empty);
    const bool elsewhere = empty && !m_model->search().isEmpty() && m_model->folder() != Folder::all;
    elsewhere ? m_elsewhere->lookFor(m_model->search()) : m_elsewhere->forget();
    m_table->horizontalHeader()->setVisible(!empty);
}

void PayoutListPage::updateAlarms()
{
    while (QLayoutItem *item = m_alarms->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    const QList<AlarmRecord> alarms = m_desk.overview().generalAlarms;
    const bool shown = showsAlarms();
    if (!m_message->isHidden()) m_message->setText(emptySentence());
    m_alarms->setContentsMargins(shown ? QMargins(12, 10, 12, 10) : QMargins());
    if (!shown) return;
    for (const AlarmRecord &alarm : alarms.first(std::min<qsizetype>(alarms.size(), shownAlarms))) {
        auto *note = new Note(this);
        note->setObjectName(u"generalAlarm"_s);
        note->setContent(Note::Grade::danger, u"‼"_s, alarmHeadline(alarm.kind), alarmSentences(alarm));
        m_alarms->addWidget(note);
    }
    if (alarms.size() > shownAlarms) {
        m_alarms->addWidget(
            plainLabel(tr("… and %n more", "", static_cast<int>(alarms.size() - shownAlarms)), Tone::muted, this));
    }
}

void PayoutListPage::layOutColumns()
{
    const int width = m_table->viewport()->width();
    const int account = PayoutRowDelegate::accountWidth();
    const int amount = PayoutRowDelegate::amountWidth();
    int rest = width - gutterWidth - account - amount;
    const int status = std::clamp(rest * 6 / 10, std::min(rest, m_statusInThree), m_statusInTwo);
    rest -= status;
    const int extra = std::clamp((rest - 120) / 2, 0, 160); // a wide window gives names room too
    const bool purpose = rest - extra >= 70;
    m_table->setColumnHidden(PayoutListModel::purposeColumn, !purpose);
    m_table->setColumnWidth(PayoutListModel::gutterColumn, gutterWidth);
    m_table->setColumnWidth(PayoutListModel::recipientColumn, account + extra);
    m_table->setColumnWidth(PayoutListModel::amountColumn, amount);
    m_table->setColumnWidth(PayoutListModel::purposeColumn, std::max(rest - extra, 10));
    const int statusShown = purpose ? status : status + std::max(rest - extra, 0);
    m_table->setColumnWidth(PayoutListModel::statusColumn, statusShown);
    const int lines = statusShown < m_statusInTwo ? 3 : 2;
    m_table->verticalHeader()->setDefaultSectionSize(PayoutRowDelegate::rowHeight(lines));
}

QSize PayoutListPage::minimumSizeHint() const
{
    const int columns = gutterWidth + PayoutRowDelegate::accountWidth() + PayoutRowDelegate::amountWidth();
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    return {columns + m_statusInThree + scrollBar, QWidget::minimumSizeHint().height()};
}

void PayoutListPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutColumns();
    tellVisibleRows();
}

bool PayoutListPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) layOutColumns();
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT nextActWanted();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace countersign::ui
