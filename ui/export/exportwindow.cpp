#include "ui/export/exportwindow.h"

#include "core/futures.h"
#include "domain/workingdays.h"
#include "exchange/readingprogress.h"
#include "ui/help/helppage.h"
#include "ui/models/errorwords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/widgets/buttonbar.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/theme.h"

#include <QFileDialog>
#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr auto separators = u";,\t";

/// Where a comma stands between roubles and kopecks, spreadsheets separate by semicolons.
int usualSeparator()
{
    return QLocale::system().decimalPoint() == u","_s || QLocale().decimalPoint() == u","_s ? 0 : 1;
}

} // namespace

ExportWindow::ExportWindow(ExportDesk &desk, const Clock &clock, const ListQuery &shown, EnvironmentKind environment,
                           QWidget *parent)
    : QDialog(parent), m_desk(desk), m_clock(clock), m_query(shown), m_isLive(environment == Environment::live)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export"));
    setHelpTopic(*this, HelpTopic::exporting);
    setMinimumSize(620, 380);
    resize(700, 440);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(choices(), 1);
    layout->addWidget(footer());
    connect(&m_work, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    showFormat();
    showWorking(false);
    m_format->setFocus(Qt::OtherFocusReason);
}

ExportWindow::~ExportWindow()
{
    stop();
}

QWidget *ExportWindow::choices()
{
    auto *content = new QWidget(this);
    content->setProperty("ground", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    const QString folder = folderName(m_query.folder);
    const QString all = m_query.folder == Folder::all
                            ? tr("All payouts are written, in the order of the list.")
                            : tr("All payouts under %1 are written, in the order of the list.").arg(folder);
    const QString what =
        m_query.search.isEmpty()
            ? all
            : tr("The payouts under %1 that the search “%2” finds are written, in the order of the list.")
                  .arg(folder, visibleText(m_query.search));
    m_format = new ChoiceBox(content);
    m_format->setObjectName(u"format"_s);
    m_format->addItem(tr("Workbook (.xlsx)"), static_cast<int>(ExportFormat::workbook));
    m_format->addItem(tr("CSV"), static_cast<int>(ExportFormat::csv));
    m_format->addItem(tr("1C exchange, executed payments (kl_to_1c.txt)"), static_cast<int>(ExportFormat::clientBank));
    m_separator = new ChoiceBox(content);
    m_separator->setObjectName(u"separator"_s);
    m_separator->addItems({tr("Semicolon"), tr("Comma"), tr("Tab")});
    m_separator->setCurrentIndex(usualSeparator());
    m_formatRow = new FieldRow(tr("&Form"), m_format);
    m_separatorRow = new FieldRow(tr("Se&parator"), m_separator);
    m_progress = new QProgressBar(content);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("How far the work is"));
    m_progress->setRange(0, wholePermille);
    m_progress->setTextVisible(false);
    m_note = new Note(content);
    m_note->setObjectName(u"note"_s);
    m_note->hide();
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(plainLabel(tr("Write the list into a file"), Tone::heading, content));
    layout->addWidget(plainLabel(what, Tone::normal, content));
    layout->addWidget(m_formatRow);
    layout->addWidget(m_separatorRow);
    layout->addWidget(m_progress);
    layout->addWidget(m_note);
    layout->addStretch(1);
    keepReadable(content);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportWindow::showFormat);
    return content;
}

QWidget *ExportWindow::footer()
{
    auto *bar = new ButtonBar(this);
    m_stop = new HintButton(tr("Stop"), tr("Esc"), bar);
    m_stop->setObjectName(u"stop"_s);
    m_close = new HintButton(tr("Close"), tr("Esc"), bar);
    m_close->setObjectName(u"close"_s);
    m_write = new HintButton(tr("Choose a name and write…"), {}, bar);
    m_write->setObjectName(u"write"_s);
    setButtonRole(m_write, ButtonRole::primary);
    m_write->setAutoDefault(true); // Enter presses it; a name is asked for first
    for (QPushButton *button : {m_stop, m_close, m_write})
        bar->add(button);
    connect(m_stop, &QPushButton::clicked, this, &ExportWindow::reject);
    connect(m_close, &QPushButton::clicked, this, &ExportWindow::reject);
    connect(m_write, &QPushButton::clicked, this, &ExportWindow::choosePath);
    return bar;
}

ExportFormat ExportWindow::format() const
{
    return static_cast<ExportFormat>(m_format->currentData().toInt());
}

void ExportWindow::showFormat()
{
    m_separatorRow->setVisible(format() == ExportFormat::csv);
    switch (format()) {
    case ExportFormat::workbook:
        return m_formatRow->setHint(tr("For spreadsheets: accounts are texts and amounts are numbers."));
    case ExportFormat::csv:
        return m_formatRow->setHint(tr(
            "For other programs. A spreadsheet that opens a CSV file rounds account numbers: take a workbook there."));
    case ExportFormat::clientBank:
        if (!m_isLive) {
            return m_formatRow->setHint(tr("No real money has moved in this profile: do not load this file into the "
                                           "accounts of a company. It would mark payments as paid there."));
        }
        return m_formatRow->setHint(tr("For the accounting program: payments that the bank has executed, with their "
                                       "dates, so that they are marked as paid there. Everything else is left out, "
                                       "also what came back. There are no balances in it: Countersign does not know "
                                       "those of earlier days."));
    }
}

ExportWords ExportWindow::words() const
{
    return {.headers = {tr("Number"), tr("Status"), tr("Since"), tr("Recipient"), tr("INN"), tr("KPP"), tr("BIK"),
                        tr("Account"), tr("Amount, roubles"), tr("Purpose of payment"), tr("From account"),
                        tr("Document number"), tr("Document date"), tr("Bank session"), tr("Bank payment")},
            .state = stateWords,
            .sheetName = tr("Payouts"),
            .separator = QStringView(separators).at(m_separator->currentIndex())};
}

QString ExportWindow::proposedName() const
{
    const QString day = bankDay(m_clock.now()).toString(Qt::ISODate);
    switch (format()) {
    case ExportFormat::workbook:
        return tr("payouts-%1").arg(day) + u".xlsx"_s;
    case ExportFormat::csv:
        return tr("payouts-%1").arg(day) + u".csv"_s;
    case ExportFormat::clientBank:
        return m_isLive ? u"kl_to_1c.txt"_s : u"practice-kl_to_1c.txt"_s;
    }
    return {};
}

void ExportWindow::choosePath()
{
    QFileDialog *chooser = openSaveChooser(this, tr("Write the list into a file"), proposedName());
    connect(chooser, &QFileDialog::fileSelected, this, &ExportWindow::writeTo);
}

void ExportWindow::writeTo(const QString &path)
{
    if (m_working || path.isEmpty()) return;
    m_note->hide();
    m_progress->setValue(0);
    showWorking(true);
    const auto writing = m_desk.write({.query = m_query, .format = format(), .path = path, .words = words()});
    m_work.setFuture(writing);
    watch(writing, this, [this, path](const Result<ExportDone> &done) { showDone(done, path); });
}

void ExportWindow::showWorking(bool working)
{
    m_working = working;
    m_progress->setVisible(working);
    m_stop->setVisible(working);
    m_close->setVisible(!working);
    m_format->setEnabled(!working);
    m_separator->setEnabled(!working);
    m_write->setEnabled(!working);
    if (working) m_stop->setFocus(Qt::OtherFocusReason);
}

void ExportWindow::showDone(const Result<ExportDone> &done, const QString &path)
{
    if (!m_working) return; // stopped
    showWorking(false);
    m_write->setFocus(Qt::OtherFocusReason);
    m_note->show();
    if (!done) {
        m_note->setContent(Note::Grade::danger, u"✕"_s, tr("The file was not written."),
                           errorSentence(done.error()) + u' ' +
                               tr("Nothing half-written is left: what was under that name is as before."));
        return m_note->offerHelp(helpTopicOf(done.error().code));
    }
    if (done->written == 0) {
        return m_note->setContent(Note::Grade::warn, u"!"_s, tr("Nothing was written."),
                                  done->leftOut > 0 ? tr("None of these payouts is paid.") : tr("The list is empty."));
    }
    QString text = visibleText(path);
    if (done->leftOut > 0)
        text = tr("Left out because they are not paid, or came back: %1.").arg(QLocale().toString(done->leftOut)) +
               u'\n' + text;
    m_note->setContent(Note::Grade::good, u"✓"_s, tr("Payouts written: %1.").arg(QLocale().toString(done->written)),
                       text);
}

void ExportWindow::stop()
{
    if (m_working) m_work.future().cancel();
}

void ExportWindow::reject()
{
    if (!m_working) return QDialog::reject();
    stop();
    showWorking(false);
    m_note->setContent(Note::Grade::info, u"i"_s, tr("Stopped. Nothing was written."));
    m_note->show();
    m_write->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign::ui
