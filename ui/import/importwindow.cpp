#include "ui/import/importwindow.h"

#include "core/futures.h"
#include "ui/help/helppage.h"
#include "ui/import/importcolumnspage.h"
#include "ui/import/importfilepage.h"
#include "ui/import/importrowspage.h"
#include "ui/models/datewords.h"
#include "ui/models/errorwords.h"
#include "ui/models/importwords.h"
#include "ui/models/moneywords.h"
#include "ui/models/payoutwords.h"
#include "ui/models/visibletext.h"
#include "ui/settings/filefield.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr qsizetype standingsAtOnce = 200;

QString reasonsOf(const ImportRow &row)
{
    QStringList sentences;
    for (const ImportFinding &finding : row.findings) {
        if (finding.severity == Severity::block) sentences.append(visibleText(importFindingSentence(finding)));
    }
    return sentences.join(u' ');
}

QString otherFileWords(const Error &error)
{
    if (error.code != ErrorCode::fileChanged) return errorSentence(error);
    return ImportWindow::tr("The file is not the one that was read any more. Find out who changed it, then read it "
                            "again.");
}

QString makeWords(qsizetype drafts)
{
    if (drafts == 0) return ImportWindow::tr("Make drafts");
    return drafts == 1 ? ImportWindow::tr("Make 1 draft")
                       : ImportWindow::tr("Make %1 drafts").arg(QLocale().toString(drafts));
}

} // namespace

ImportWindow::ImportWindow(ImportDesk &desk, const Clock &clock, EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_desk(desk), m_clock(clock)
{
    setHelpTopic(*this, HelpTopic::import);
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    setMinimumSize(820, 520);
    resize(1120, 700);
    const QList<AccountNumber> accounts = desk.senderAccounts();
    if (!accounts.isEmpty()) m_choices.senderAccount = accounts.first().text();
    m_pages = new QStackedWidget(this);
    m_file = new ImportFilePage(m_pages);
    m_columns = new ImportColumnsPage(accounts, m_pages);
    m_rows = new ImportRowsPage(m_pages);
    for (QWidget *page : {static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_columns),
                          static_cast<QWidget *>(m_rows), donePage(), workPage()})
        m_pages->addWidget(page);
    m_title = plainLabel({}, Tone::strong, this);
    m_title->setObjectName(u"step"_s);
    m_title->setContentsMargins(20, 10, 20, 10);
    m_problem = new Note(this);
    m_problem->setObjectName(u"problem"_s);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(m_title);
    layout->addWidget(horizontalRule(this));
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_problem);
    layout->addWidget(footer());

    connect(m_file, &ImportFilePage::changed, this, &ImportWindow::showStanding);
    connect(m_columns, &ImportColumnsPage::completeChanged, this, [this](bool complete) {
        m_columnsComplete = complete;
        showStanding();
    });
    connect(m_columns, &ImportColumnsPage::readAgainWanted, this, [this] { read(m_columns->choices(), columnsStep); });
    connect(m_rows, &ImportRowsPage::changed, this, &ImportWindow::showStanding);
    connect(m_rows, &ImportRowsPage::payoutWanted, this, &ImportWindow::payoutWanted);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &ImportWindow::lookAgain);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, m_next, &QPushButton::click);
    }
    goTo(fileStep);
}

ImportWindow::~ImportWindow()
{
    if (m_cancel) m_cancel();
    disconnect(m_rows, nullptr, this, nullptr);
    disconnect(m_file, nullptr, this, nullptr);
}

QWidget *ImportWindow::workPage()
{
    auto *page = new QWidget(this);
    page->setProperty("ground", u"base"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    m_workWords = plainLabel({}, Tone::heading, page);
    m_workWords->setObjectName(u"work"_s);
    m_progress = new QProgressBar(page);
    m_progress->setObjectName(u"progress"_s);
    m_progress->setAccessibleName(tr("How far the work is"));
    m_progress->setTextVisible(false);
    m_stop = new HintButton(tr("Stop"), tr("Esc"), page);
    m_stop->setObjectName(u"stop"_s);
    connect(m_stop, &QPushButton::clicked, this, &ImportWindow::stopWork);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_workWords);
    layout->addWidget(m_progress);
    layout->addWidget(m_stop, 0, Qt::AlignLeft);
    layout->addStretch(1);
    return page;
}

QWidget *ImportWindow::donePage()
{
    auto *page = new QWidget(this);
    page->setProperty("ground", u"base"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    m_doneNote = new Note(page);
    m_doneNote->setObjectName(u"doneNote"_s);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_doneNote);
    layout->addWidget(plainLabel(tr("The drafts stand under Drafts. Nothing was sent to the bank: open a draft to send "
                                    "it for checking, or send several with Send drafts for checking (Ctrl+Shift+S)."),
                                 Tone::normal, page));
    layout->addStretch(1);
    return page;
}

QWidget *ImportWindow::footer()
{
    auto *bar = new QWidget(this);
    bar->setProperty("ground", u"window"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    m_back = new HintButton(tr("Back"), {}, bar);
    m_back->setObjectName(u"back"_s);
    m_saveRefused = new HintButton(tr("Save the rows that can't be taken…"), {}, bar);
    m_saveRefused->setObjectName(u"saveRefused"_s);
    m_close = new HintButton(tr("Close"), tr("Esc"), bar);
    m_close->setObjectName(u"close"_s);
    m_next = new HintButton({}, tr("Ctrl+Enter"), bar);
    m_next->setObjectName(u"next"_s);
    setButtonRole(m_next, ButtonRole::primary);
    m_standing = plainLabel({}, Tone::small, bar);
    m_standing->setObjectName(u"standing"_s);
    for (QPushButton *button : {m_back, m_saveRefused, m_close, m_next, m_stop})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(m_back);
    layout->addWidget(m_saveRefused);
    layout->addWidget(m_standing, 1);
    layout->addWidget(m_close);
    layout->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &ImportWindow::back);
    connect(m_saveRefused, &QPushButton::clicked, this, &ImportWindow::saveRefused);
    connect(m_close, &QPushButton::clicked, this, &ImportWindow::reject);
    connect(m_next, &QPushButton::clicked, this, &ImportWindow::next);
    return bar;
}

void ImportWindow::goTo(Step step)
{
    m_step = step;
    m_pages->setCurrentIndex(step);
    if (step != workStep) m_problem->hide();
    switch (step) {
    case fileStep:
        m_title->setText(tr("Import: choose a file (step 1 of 4)"));
        m_file->focusFirst();
        break;
    case columnsStep:
        m_title->setText(tr("Import: check the columns (step 2 of 4)"));
        m_columns->focusFirst();
        break;
    case rowsStep:
        m_title->setText(tr("Import: check the rows (step 3 of 4)"));
        m_rows->focusFirst();
        break;
    case doneStep:
        m_title->setText(tr("Import: done (step 4 of 4)"));
        m_next->setFocus(Qt::OtherFocusReason);
        break;
    case workStep:
        break;
    }
    setWindowTitle(m_path.isEmpty() ? tr("Import") : tr("Import: %1").arg(visibleText(QFileInfo(m_path).fileName())));
    showStanding();
}

void ImportWindow::showStanding()
{
    const bool working = m_step == workStep;
    const qsizetype refused = m_step == rowsStep ? m_rows->rows().count(ImportRowsModel::Filter::errors) : 0;
    m_back->setVisible(m_step == columnsStep || m_step == rowsStep);
    m_saveRefused->setVisible(refused > 0);
    m_close->setEnabled(!m_making);
    m_next->setVisible(!working);
    QString standing;
    switch (m_step) {
    case fileStep:
        m_next->setText(tr("Read the file"));
        m_next->setEnabled(!m_file->fileName().isEmpty());
        break;
    case columnsStep:
        m_next->setText(tr("Check the rows"));
        m_next->setEnabled(m_columnsComplete);
        break;
    case rowsStep:
        m_next->setText(makeWords(m_rows->rows().chosenTotal().count));
        m_next->setEnabled(!m_sheet->fileRefused() && m_rows->totalFits() && !m_fileIsOther);
        standing = m_fileIsOther ? tr("No drafts: the file is not the one that was read.") : m_rows->whyNot();
        if (!standing.isEmpty()) break;
        if (refused == 1) standing = tr("1 row can't be taken and is left out.");
        if (refused > 1) standing = tr("%1 rows can't be taken and are left out.").arg(QLocale().toString(refused));
        break;
    case doneStep:
        m_next->setText(tr("Show the drafts"));
        m_next->setEnabled(true);
        break;
    case workStep:
        break;
    }
    m_standing->setText(standing);
}

void ImportWindow::back()
{
    const bool table = m_sheet && m_sheet->facts().format != FileFormat::clientBankExchange;
    goTo(m_step == rowsStep && table ? columnsStep : fileStep);
}

void ImportWindow::next()
{
    switch (m_step) {
    case fileStep:
        return openFile(m_file->fileName());
    case columnsStep:
        if (m_columns->mappingChanged())
            (void)m_desk.keepMapping(m_sheet->facts().headerSignature, m_columns->mapping());
        return read(m_columns->choices(), rowsStep);
    case rowsStep:
        return makeDrafts();
    case doneStep:
        Q_EMIT imported(m_done);
        return QDialog::accept();
    case workStep:
        return;
    }
}

void ImportWindow::openFile(const QString &path)
{
    if (m_making || path.isEmpty()) return;
    if (!m_watcher.files().isEmpty()) m_watcher.removePaths(m_watcher.files());
    m_path = QFileInfo(path).absoluteFilePath();
    m_file->setFileName(path);
    m_file->showProblem({});
    m_sheet.reset();
    goTo(fileStep);
    read({.senderAccount = m_choices.senderAccount}, columnsStep);
}

template <class T>
void ImportWindow::showWork(const QFuture<T> &work, const QString &words, bool stoppable)
{
    if (m_step != workStep) m_before = m_step;
    m_workWords->setText(words);
    m_progress->setRange(0, stoppable ? 1000 : 0);
    m_progress->setValue(0);
    m_stop->setVisible(stoppable);
    m_cancel = nullptr;
    if (stoppable) {
        auto *watcher = new QFutureWatcher<T>(this);
        connect(watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
        connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
        watcher->setFuture(work);
        m_cancel = [future = work]() mutable { future.cancel(); };
    }
    goTo(workStep);
    if (stoppable) m_stop->setFocus(Qt::OtherFocusReason);
}

void ImportWindow::read(const ImportChoices &choices, Step onSuccess)
{
    if (m_cancel) m_cancel();
    const auto reading = m_desk.read(m_path, choices);
    m_title->setText(tr("Import: reading the file"));
    showWork(reading, tr("The file is being read and checked…"), true);
    watch(reading, this, [this, work = ++m_work, choices, onSuccess](const ImportResult &result) {
        if (work == m_work) readDone(result, choices, onSuccess);
    });
}

void ImportWindow::readDone(const ImportResult &result, const ImportChoices &choices, Step onSuccess)
{
    m_cancel = nullptr;
    if (!result) {
        goTo(fileStep);
        QString text = errorSentence(result.error());
        if (result.error().code == ErrorCode::fileNotUnderstood) {
            text += u' ' + tr("What can be read: the 1C exchange format, CSV, and workbooks (.xlsx).");
        }
        return m_file->showProblem(tr("Nothing was taken from this file."), text);
    }
    const bool changed = m_sheet && m_sheet->facts().file.sha256 != (*result)->facts().file.sha256;
    m_sheet = *result;
    m_fileIsOther = false;
    m_choices = choices;
    const ImportFacts &facts = m_sheet->facts();
    if (facts.format != FileFormat::clientBankExchange) {
        m_columns->showSheet(m_sheet, choices);
        // A header that was seen to before needs no second look; it is one step back.
        const bool known = facts.mappingFromBook && m_before == fileStep && m_columnsComplete;
        if (onSuccess == columnsStep && !known) return goTo(columnsStep);
    }
    m_rows->showSheet(m_sheet, inZone(exactMoment(m_clock.now(), m_clock.now())), changed);
    askWhoWasPaid(0);
    goTo(rowsStep);
    lookAgain();
}

void ImportWindow::lookAgain()
{
    if (m_step != rowsStep || !m_sheet) return;
    if (m_looking) {
        m_lookOnceMore = true;
        return;
    }
    m_looking = true;
    m_lookOnceMore = false;
    // A file that was put in place of the old one is not watched any more.
    if (!m_watcher.files().contains(m_path)) m_watcher.addPath(m_path);
    watch(m_desk.lookAgain(m_sheet->facts().file), this, [this, sheet = m_sheet](const Result<> &same) {
        m_looking = false;
        if (sheet == m_sheet && m_step == rowsStep) lookedAgain(same);
        if (m_lookOnceMore || sheet != m_sheet) lookAgain();
    });
}

void ImportWindow::lookedAgain(const Result<> &same)
{
    if (m_fileIsOther == !same.has_value()) return;
    m_fileIsOther = !same;
    if (same)
        m_problem->hide();
    else
        showProblem(tr("The file is not what these rows show any more."), otherFileWords(same.error()));
    showStanding();
}

void ImportWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    // Network drives tell nothing by themselves.
    if (event->type() == QEvent::ActivationChange && isActiveWindow()) lookAgain();
}

/// Piece by piece, so that the first rows are marked at once and a long file does not hold up what comes next.
void ImportWindow::askWhoWasPaid(qsizetype first)
{
    const qsizetype count = std::min(standingsAtOnce, m_sheet->rowCount() - first);
    if (count <= 0) return;
    watch(m_desk.standings(m_sheet, first, count), this,
          [this, first, sheet = m_sheet](const Result<QList<StandingKind>> &standings) {
              if (!standings || sheet != m_sheet) return;
              m_rows->showStandings(sheet, first, *standings);
              askWhoWasPaid(first + standings->size());
          });
}

void ImportWindow::stopWork()
{
    if (m_making || !m_cancel) return;
    ++m_work; // what still comes of it is nobody's
    std::exchange(m_cancel, nullptr)();
    goTo(m_before);
    if (m_step == fileStep) m_file->showProblem(tr("The reading was stopped. Nothing was taken."));
}

void ImportWindow::makeDrafts()
{
    if (!m_rows->totalFits()) return;
    const Money total = *m_rows->controlTotal();
    const auto preparing = m_desk.prepare(m_sheet, m_rows->rows().chosen());
    m_title->setText(tr("Import: making drafts"));
    showWork(preparing, tr("The rows are being prepared…"), true);
    watch(preparing, this, [this, work = ++m_work, total](const Result<PreparedImport> &prepared) {
        if (work != m_work) return;
        m_cancel = nullptr;
        if (!prepared) {
            goTo(rowsStep);
            return showProblem(tr("No drafts were made."), errorSentence(prepared.error()));
        }
        m_making = true;
        const auto making = m_desk.makeDrafts(*prepared, total);
        showWork(making, tr("The drafts are being stored, all or none…"), false);
        watch(making, this, [this](const Result<ImportDone> &done) { draftsMade(done); });
    });
}

void ImportWindow::draftsMade(const Result<ImportDone> &done)
{
    m_making = false;
    if (!done) {
        goTo(rowsStep);
        return showProblem(tr("No drafts were made."), otherFileWords(done.error()));
    }
    m_done = *done;
    const bool one = done->count() == 1;
    const QString numbers = one ? tr("Payout %1").arg(done->firstNumber)
                                : tr("Payouts %1 to %2").arg(done->firstNumber).arg(done->lastNumber);
    m_doneNote->setContent(Note::Grade::good, u"✓"_s,
                           one ? tr("1 draft was made.")
                               : tr("%1 drafts were made.").arg(QLocale().toString(done->count())),
                           tr("%1, together %2. Each remembers the file and the line it came from.")
                               .arg(numbers, withRouble(done->total)));
    goTo(doneStep);
}

void ImportWindow::saveRefused()
{
    const QString name = QFileInfo(m_path).completeBaseName() + tr("-to-correct") + u".csv"_s;
    QFileDialog *chooser = openSaveChooser(this, tr("Save the rows that can't be taken"), name);
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const auto saving = m_desk.saveRows(path, m_sheet, m_rows->refusedRows(), tr("Reason"), reasonsOf);
        watch(saving, this, [this, path](const Result<> &saved) {
            if (!saved) return showProblem(tr("The rows were not saved."), errorSentence(saved.error()));
            m_problem->setContent(Note::Grade::good, u"✓"_s,
                                  tr("The rows were saved with their reasons: %1").arg(visibleText(path)));
            m_problem->show();
        });
    });
}

void ImportWindow::showProblem(const QString &headline, const QString &text)
{
    m_problem->setContent(Note::Grade::danger, u"✕"_s, headline, text);
    m_problem->offerHelp(HelpTopic::import);
    m_problem->show();
}

void ImportWindow::reject()
{
    if (m_making) return;
    if (m_step == workStep) return stopWork();
    if (m_step == doneStep) Q_EMIT imported(m_done);
    QDialog::reject();
}

QString ImportWindow::droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

void ImportWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const bool takes = (m_step == fileStep || m_step == columnsStep || m_step == rowsStep);
    if (takes && !droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void ImportWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    openFile(droppedFile(event->mimeData()));
}

void ImportWindow::keyPressEvent(QKeyEvent *event)
{
    // A dialog would look for a default button on Enter; here Enter does nothing that its focused control does not do.
    if (event->key() == Qt::Key_Escape) reject();
    event->accept();
}

} // namespace countersign::ui
