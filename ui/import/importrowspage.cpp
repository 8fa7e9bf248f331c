#include "ui/import/importrowspage.h"

#include "ui/import/importrowdelegate.h"
#include "ui/import/importrowdetails.h"
#include "ui/import/importtotals.h"
#include "ui/models/findingwords.h"
#include "ui/models/importwords.h"
#include "ui/models/moneywords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/moneyedit.h"
#include "ui/widgets/note.h"
#include "ui/widgets/plaincopies.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr int shownFileFindings = 3;
constexpr qsizetype shownSenders = 3;
constexpr int findAfterMs = 150;

QString formatWords(const ImportFacts &facts)
{
    switch (facts.format) {
    case FileFormat::clientBankExchange:
        return ImportRowsPage::tr("1C exchange file %1").arg(facts.version).trimmed();
    case FileFormat::csv:
        return ImportRowsPage::tr("CSV");
    case FileFormat::xlsx:
        return ImportRowsPage::tr("Workbook, sheet %1").arg(visibleText(facts.sheet));
    }
    return {};
}

QString separatorWords(QChar separator)
{
    return separator == u'\t' ? ImportRowsPage::tr("separated by tabs")
                              : ImportRowsPage::tr("separated by %1").arg(separator);
}

QString totalWords(const ImportTotal &total)
{
    return total.sum ? withRouble(*total.sum) : ImportRowsPage::tr("more than can be counted");
}

/// As other notes have it, which say "i" where a line says "·".
QString noteSign(Severity severity)
{
    return severity == Severity::hint ? u"i"_s : severitySign(severity);
}

Note::Grade gradeOf(Severity severity)
{
    switch (severity) {
    case Severity::block:
        return Note::Grade::danger;
    case Severity::warn:
        return Note::Grade::warn;
    case Severity::hint:
        return Note::Grade::info;
    case Severity::good:
        return Note::Grade::good;
    }
    return Note::Grade::info;
}

} // namespace

ImportRowsPage::ImportRowsPage(QWidget *parent)
    : QWidget(parent), m_rows(new ImportRowsModel(this)), m_table(new QTableView(this)),
      m_totals(new ImportTotals(this)), m_row(new ImportRowDetails(this))
{
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_notes = new QVBoxLayout;
    m_notes->setContentsMargins(20, 0, 20, 0);
    m_notes->setSpacing(6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(head());
    layout->addLayout(m_notes);
    layout->addWidget(filters());
    m_tables = new QStackedWidget(this);
    m_tables->addWidget(m_table);
    m_tables->addWidget(m_totals);
    layout->addWidget(m_tables, 1);
    layout->addWidget(m_row);
    buildTable();
    connect(m_row, &ImportRowDetails::payoutWanted, this, &ImportRowsPage::payoutWanted);
    connect(m_rows, &ImportRowsModel::countsChanged, this, &ImportRowsPage::showFilters);
    connect(m_rows, &ImportRowsModel::chosenChanged, this, [this] {
        showTotals();
        showControl();
    });
}

QWidget *ImportRowsPage::head()
{
    auto *head = new QWidget(this);
    m_name = plainLabel({}, Tone::heading, head);
    m_name->setObjectName(u"fileName"_s);
    m_facts = plainLabel({}, Tone::small, head);
    m_facts->setObjectName(u"fileFacts"_s);
    m_fileTotal = plainLabel({}, Tone::small, head);
    m_fileTotal->setObjectName(u"fileTotal"_s);
    m_chosenTotal = plainLabel({}, Tone::heading, head);
    m_chosenTotal->setObjectName(u"chosenTotal"_s);
    m_payFrom = plainLabel({}, Tone::small, head);
    m_payFrom->setObjectName(u"payFrom"_s);
    auto *label = plainLabel(tr("&Control total from your accounting program"), Tone::small, head);
    label->setTextFormat(Qt::PlainText);
    m_control = new MoneyEdit(head);
    m_control->setObjectName(u"controlTotal"_s);
    m_control->setAccessibleName(tr("Control total from your accounting program"));
    label->setBuddy(m_control);
    m_verdict = plainLabel({}, Tone::small, head);
    m_verdict->setObjectName(u"verdict"_s);
    const auto verdict = [this] { showControl(); };
    connect(m_control, &QLineEdit::textChanged, this, verdict);
    connect(m_control, &QLineEdit::editingFinished, this, &ImportRowsPage::compareTotals);
    connect(m_control, &GuardedEdit::refused, this, [this](const QString &why) {
        m_verdict->setText(why);
        setTone(m_verdict, Tone::danger);
    });

    auto *file = new QVBoxLayout;
    file->setSpacing(2);
    file->addWidget(m_name);
    file->addWidget(m_facts);
    file->addStretch(1);
    auto *totals = new QVBoxLayout;
    totals->setSpacing(2);
    totals->addWidget(m_chosenTotal);
    totals->addWidget(m_fileTotal);
    totals->addWidget(m_payFrom);
    m_byRecipient = new HintButton({}, {}, head);
    m_byRecipient->setObjectName(u"byRecipient"_s);
    m_byRecipient->setCheckable(true);
    setButtonRole(m_byRecipient, ButtonRole::quiet);
    totals->addWidget(m_byRecipient, 0, Qt::AlignLeft);
    connect(m_byRecipient, &QPushButton::toggled, this, &ImportRowsPage::showRecipients);
    totals->addStretch(1);
    auto *control = new QVBoxLayout;
    control->setSpacing(3);
    control->addWidget(label);
    control->addWidget(m_control);
    control->addWidget(m_verdict);
    control->addStretch(1);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(20, 12, 20, 0);
    row->setSpacing(24);
    row->addLayout(file, 5);
    row->addLayout(totals, 4);
    row->addLayout(control, 4);
    return head;
}

QWidget *ImportRowsPage::filters()
{
    auto *bar = new QWidget(this);
    auto *rows = new QVBoxLayout(bar);
    rows->setContentsMargins(20, 0, 20, 0);
    auto *row = new QHBoxLayout;
    rows->addLayout(row);
    for (int i = 0; i < ImportRowsModel::filterCount; ++i) {
        auto *button = new QPushButton(bar);
        button->setObjectName(u"filter%1"_s.arg(i));
        button->setCheckable(true);
        button->setAutoDefault(false);
        m_filters.append(button);
        connect(button, &QPushButton::clicked, this,
                [this, i] { chooseFilter(static_cast<ImportRowsModel::Filter>(i)); });
        row->addWidget(button);
    }
    row->addStretch(1);
    row = new QHBoxLayout;
    rows->addLayout(row);
    m_find = new QLineEdit(bar);
    m_find->setObjectName(u"findRows"_s);
    m_find->setAccessibleName(tr("Find in the rows"));
    m_find->setPlaceholderText(tr("Find in the rows (Ctrl+F)"));
    m_find->setMinimumWidth(QFontMetrics(textFont()).averageCharWidth() * 24);
    m_found = plainLabel({}, Tone::small, bar);
    m_found->setObjectName(u"findResult"_s);
    row->addWidget(m_find);
    row->addWidget(m_found);
    row->addStretch(1);
    m_tickShown = new HintButton({}, {}, bar);
    m_tickShown->setObjectName(u"tickShown"_s);
    setButtonRole(m_tickShown, ButtonRole::quiet);
    row->addWidget(m_tickShown);
    connect(m_tickShown, &QPushButton::clicked, this,
            [this] { m_rows->chooseShown(m_tickShown->property("ticks").toBool()); });
    m_findTimer.setSingleShot(true);
    m_findTimer.setInterval(findAfterMs);
    connect(&m_findTimer, &QTimer::timeout, this, [this] { findNext(false); });
    connect(m_find, &QLineEdit::textEdited, &m_findTimer, qOverload<>(&QTimer::start));
    connect(m_find, &QLineEdit::returnPressed, this, [this] { findNext(true); });
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    return bar;
}

void ImportRowsPage::findNext(bool after)
{
    m_findTimer.stop();
    const int current = m_table->currentIndex().row();
    const int found = m_rows->nextWith(m_find->text(), after ? current : std::max(current, 0) - 1);
    const bool missing = found < 0 && !m_find->text().trimmed().isEmpty();
    m_found->setText(missing ? tr("Not in these rows") : QString());
    if (found >= 0) m_table->setCurrentIndex(m_rows->index(found, ImportRowsModel::recipientColumn));
}

void ImportRowsPage::chooseFilter(ImportRowsModel::Filter filter)
{
    m_rows->setFilter(filter);
    if (m_rows->rowCount() > 0) m_table->setCurrentIndex(m_rows->index(0, ImportRowsModel::recipientColumn));
    showFilters();
    showTotals();
    showRow();
}

void ImportRowsPage::buildTable()
{
    m_table->setModel(m_rows);
    m_table->setItemDelegate(new ImportRowDelegate(m_table));
    m_table->setObjectName(u"importTable"_s);
    new PlainCopies(*m_table);
    m_table->setAccessibleName(tr("Rows of the file"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setWordWrap(false);
    m_table->installEventFilter(this);
    QHeaderView *lines = m_table->verticalHeader();
    lines->hide();
    lines->setMinimumSectionSize(ImportRowDelegate::rowHeight());
    lines->setSectionResizeMode(QHeaderView::Fixed);
    lines->setDefaultSectionSize(ImportRowDelegate::rowHeight());
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(10);
    header->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportRowsPage::showRow);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == ImportRowsModel::tickColumn) tickCurrent();
    });
}

void ImportRowsPage::tickCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) return;
    const bool ticked = m_rows->isChosen(current.row());
    m_rows->setData(m_rows->index(current.row(), ImportRowsModel::tickColumn), ticked ? Qt::Unchecked : Qt::Checked,
                    Qt::CheckStateRole);
}

bool ImportRowsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show) layOutColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
            tickCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ImportRowsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutColumns();
}

void ImportRowsPage::layOutColumns()
{
    int rest = m_table->viewport()->width();
    for (int column = 0; column < ImportRowsModel::columns; ++column) {
        const int width = ImportRowDelegate::columnWidth(column);
        if (width > 0) m_table->setColumnWidth(column, width);
        rest -= width;
    }
    const bool purpose = rest >= QFontMetrics(textFont()).averageCharWidth() * 66;
    m_table->setColumnHidden(ImportRowsModel::purposeColumn, !purpose);
    const int name = rest * (purpose ? 26 : 38) / 100;
    const int text = purpose ? rest * 22 / 100 : 0;
    m_table->setColumnWidth(ImportRowsModel::recipientColumn, name);
    if (purpose) m_table->setColumnWidth(ImportRowsModel::purposeColumn, text);
    m_table->setColumnWidth(ImportRowsModel::findingsColumn, std::max(rest - name - text, 10));
}

void ImportRowsPage::showSheet(std::shared_ptr<const ImportSheet> sheet, const QString &readAt, bool changed)
{
    m_sheet = std::move(sheet);
    m_control->clear();
    m_compared = false;
    m_byRecipient->setChecked(false);
    m_rows->setSheet(m_sheet);
    showFile(readAt, changed);
    showFilters();
    showTotals();
    showControl();
    if (m_rows->rowCount() > 0) m_table->setCurrentIndex(m_rows->index(0, ImportRowsModel::recipientColumn));
    showRow();
}

void ImportRowsPage::showStandings(const std::shared_ptr<const ImportSheet> &sheet, qsizetype first,
                                   const QList<StandingKind> &standings)
{
    if (sheet != m_sheet) return;
    m_rows->setStandings(first, standings);
    showRow();
}

void ImportRowsPage::showFile(const QString &readAt, bool changed)
{
    const ImportFacts &facts = m_sheet->facts();
    m_name->setText(visibleText(QFileInfo(facts.file.path).fileName()));
    QStringList parts{formatWords(facts)};
    if (facts.encoding) parts << encodingName(*facts.encoding);
    if (facts.separator) parts << separatorWords(*facts.separator);
    if (!facts.program.isEmpty()) parts << visibleText(facts.program);
    parts << tr("read at %1").arg(readAt);
    const QString digest = QString::fromLatin1(facts.file.sha256);
    m_facts->setText(parts.join(u" · "_s) + u'\n' + tr("SHA-256 %1…%2").arg(digest.first(8), digest.last(8)));
    m_facts->setToolTip(plainTip(tr("SHA-256 %1").arg(digest)));
    m_facts->setAccessibleDescription(tr("SHA-256 %1").arg(digest));

    while (QLayoutItem *item = m_notes->takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    const auto add = [this](Note::Grade grade, const QString &sign, const QString &sentence) {
        auto *note = new Note(this);
        note->setObjectName(u"fileNote"_s);
        note->setContent(grade, sign, sentence);
        m_notes->addWidget(note);
    };
    if (changed) {
        add(Note::Grade::warn, u"!"_s,
            tr("The file has changed since it was read before. What you see is the file as it is now."));
    }
    int shown = 0;
    for (const ImportFinding &finding : m_sheet->fileFindings()) {
        if (shown++ == shownFileFindings) break;
        add(gradeOf(finding.severity), noteSign(finding.severity), visibleText(importFindingSentence(finding)));
    }
}

void ImportRowsPage::showFilters()
{
    const auto words = [this](ImportRowsModel::Filter filter) {
        const QString count = QLocale().toString(m_rows->count(filter));
        switch (filter) {
        case ImportRowsModel::Filter::all:
            return tr("All  %1").arg(count);
        case ImportRowsModel::Filter::errors:
            return tr("✕ Can't be taken  %1").arg(count);
        case ImportRowsModel::Filter::warnings:
            return tr("! Warnings  %1").arg(count);
        case ImportRowsModel::Filter::twice:
            return tr("! Possible repeats  %1").arg(count);
        case ImportRowsModel::Filter::newAccounts:
            return tr("! New account  %1").arg(count);
        }
        return QString();
    };
    for (int i = 0; i < ImportRowsModel::filterCount; ++i) {
        const auto filter = static_cast<ImportRowsModel::Filter>(i);
        QPushButton *button = m_filters.at(i);
        button->setText(words(filter));
        button->setEnabled(filter == ImportRowsModel::Filter::all || m_rows->count(filter) > 0);
        button->setChecked(filter == m_rows->filter());
        setButtonRole(button, button->isChecked() ? ButtonRole::primary : ButtonRole::normal);
    }
}

void ImportRowsPage::showTotals()
{
    const ImportTotal chosen = m_rows->chosenTotal();
    const ImportTotal whole = m_sheet->total();
    const qsizetype left = m_rows->count(ImportRowsModel::Filter::all) - chosen.count;
    //: what the ticked rows come to
    QString drafts = tr("%n drafts", "", static_cast<int>(chosen.count));
    QString file = tr("%n rows in the file", "", static_cast<int>(whole.count));
    if (m_compared) {
        drafts += u":  "_s + totalWords(chosen);
        file += u":  "_s + totalWords(whole);
    }
    m_chosenTotal->setText(drafts);
    if (left > 0) file += u'\n' + tr("left out: %1").arg(QLocale().toString(left));
    m_fileTotal->setText(file);
    m_payFrom->setText(payFromWords());
    const ImportRowsModel::Ticks shown = m_rows->shownTicks();
    const bool ticks = shown.toTick > 0;
    m_tickShown->setProperty("ticks", ticks);
    m_tickShown->setText(ticks || shown.ticked == 0 ? tr("Tick all that are shown") : tr("Untick all that are shown"));
    m_tickShown->setEnabled(ticks || shown.ticked > 0);
    showRecipients();
}

/// With one account its digits, with several each with what it pays.
QString ImportRowsPage::payFromWords() const
{
    const QList<PartyTotal> senders = m_rows->senderTotals();
    if (senders.size() == 1) return ImportRowsModel::senderWords(m_sheet->row(senders.first().firstRow));
    QStringList lines;
    for (const PartyTotal &sender : senders.first(std::min(shownSenders, senders.size()))) {
        const QString account = visibleText(m_sheet->row(sender.firstRow).draft.senderAccount.right(4));
        const QString line = tr("from …%1: %n payments", "", static_cast<int>(sender.total.count)).arg(account);
        lines.append(m_compared ? line + u",  "_s + totalWords(sender.total) : line);
    }
    if (senders.size() > shownSenders) {
        lines.append(tr("and from %n more accounts", "", static_cast<int>(senders.size() - shownSenders)));
    }
    return lines.join(u'\n');
}

void ImportRowsPage::compareTotals()
{
    if (m_compared || !m_sheet || !controlTotal()) return;
    m_compared = true;
    showTotals();
}

void ImportRowsPage::showRecipients()
{
    const qsizetype count = m_rows->recipientCount();
    const bool shown = m_byRecipient->isChecked() && count > 0;
    m_byRecipient->setText(shown ? tr("Back to the rows")
                                 : tr("Totals by recipient: %1").arg(QLocale().toString(count)));
    m_byRecipient->setEnabled(count > 0 && m_compared);
    if (shown) m_totals->showTotals(*m_sheet, m_rows->recipientTotals());
    m_tables->setCurrentIndex(shown ? 1 : 0);
}

std::optional<Money> ImportRowsPage::controlTotal() const
{
    const auto typed = Money::parse(m_control->text());
    return typed ? std::optional(*typed) : std::nullopt;
}

bool ImportRowsPage::totalFits() const
{
    const ImportTotal chosen = m_rows->chosenTotal();
    return chosen.count > 0 && chosen.sum && controlTotal() == chosen.sum;
}

QString ImportRowsPage::whyNot() const
{
    if (m_sheet->fileRefused()) return tr("No drafts: nothing of this file can be taken.");
    if (m_rows->chosenTotal().count == 0) return tr("No drafts: no row is ticked.");
    if (!controlTotal()) return tr("No drafts yet: the control total is not typed.");
    return totalFits() ? QString() : tr("No drafts yet: the control total is not that of the ticked rows.");
}

void ImportRowsPage::showControl()
{
    const ImportTotal chosen = m_rows->chosenTotal();
    const auto typed = controlTotal();
    Tone tone = Tone::muted;
    if (!m_sheet || m_sheet->fileRefused()) {
        m_verdict->setText(tr("Nothing of this file can be taken."));
        tone = Tone::danger;
    } else if (chosen.count == 0) {
        m_verdict->setText(tr("No row is ticked."));
        tone = Tone::warn;
    } else if (!typed) {
        m_verdict->setText(tr("Type the total of the payments there; nothing is imported without it."));
    } else if (totalFits()) {
        m_verdict->setText(tr("= same as the drafts"));
        tone = Tone::good;
    } else if (typed == m_sheet->total().sum) {
        m_verdict->setText(tr("≠ This is the whole file, with the rows that are left out."));
        tone = Tone::warn;
    } else {
        m_verdict->setText(tr("≠ The drafts add up to another total."));
        tone = Tone::danger;
    }
    setTone(m_verdict, tone);
    m_verdict->setFont(smallFont());
    if (m_sheet && totalFits()) compareTotals();
    Q_EMIT changed();
}

void ImportRowsPage::showRow()
{
    const QModelIndex current = m_table->currentIndex();
    const bool there = current.isValid() && current.row() < m_rows->rowCount();
    if (!there) return m_row->showNone();
    m_row->showRow(m_rows->rowAt(current.row()), m_rows->isNewAccount(m_rows->sheetRow(current.row())));
}

void ImportRowsPage::focusFirst()
{
    m_control->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign::ui
