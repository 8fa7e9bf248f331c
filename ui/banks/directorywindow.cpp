#include "ui/banks/directorywindow.h"

#include "core/futures.h"
#include "ui/help/helppage.h"
#include "ui/models/datewords.h"
#include "ui/models/directorywords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/plaincopies.h"
#include "ui/widgets/reasonpanel.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

enum ChangeColumn { bik, bank, what, before, after, changeColumns };

} // namespace

DirectoryWindow::DirectoryWindow(DirectoryDesk &desk, EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_desk(desk)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Directory of banks"));
    setHelpTopic(*this, HelpTopic::banks);
    setMinimumSize(700, 420);
    resize(900, 680);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(head());
    m_table = new QTableWidget(0, changeColumns, this);
    m_table->setObjectName(u"differences"_s);
    m_table->setAccessibleName(tr("What is different in that directory"));
    m_table->setHorizontalHeaderLabels({tr("BIK"), tr("Bank"), tr("What differs"), tr("Now"), tr("In the new one")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setShowGrid(false);
    new PlainCopies(*m_table);
    m_table->hide();
    layout->addWidget(m_table, 1);
    m_acceptance = new ReasonPanel(ReasonPanel::Place::window, this);
    layout->addWidget(m_acceptance);
    layout->addStretch();
    layout->addWidget(horizontalRule(this));
    layout->addWidget(footer());

    connect(m_acceptance, &ReasonPanel::given, this, [this](const QString &words) {
        if (m_asked) take(*m_asked, words);
    });
    connect(m_acceptance, &ReasonPanel::withdrawn, this, [this] {
        m_asked.reset();
        m_table->hide();
        m_result->setContent(Note::Grade::info, u"i"_s, tr("It was not taken. The present directory stays."));
    });
    connect(&m_desk, &DirectoryDesk::changed, this, &DirectoryWindow::showPresent);
    showPresent();
    m_fetch->setFocus();
}

QWidget *DirectoryWindow::head()
{
    auto *area = new QWidget(this);
    m_day = plainLabel({}, Tone::strong, area);
    m_day->setObjectName(u"directoryDay"_s);
    m_entries = plainLabel({}, Tone::normal, area);
    m_entries->setObjectName(u"directoryEntries"_s);
    m_origin = plainLabel({}, Tone::muted, area);
    m_origin->setObjectName(u"directoryOrigin"_s);
    m_fetch = new HintButton(tr("Fetch from the Bank of Russia"), {}, area);
    m_fetch->setObjectName(u"fetch"_s);
    setButtonRole(m_fetch, ButtonRole::primary);
    m_read = new HintButton(tr("Read from a file…"), {}, area);
    m_read->setObjectName(u"readFile"_s);
    m_named = new HintButton(tr("Read the file from the settings"), {}, area);
    m_named->setObjectName(u"readNamed"_s);
    m_result = new Note(area);
    m_result->setObjectName(u"directoryResult"_s);
    m_result->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_fetch);
    buttons->addWidget(m_read);
    buttons->addWidget(m_named);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->addWidget(m_day);
    layout->addWidget(m_entries);
    layout->addWidget(m_origin);
    layout->addSpacing(6);
    layout->addLayout(buttons);
    layout->addSpacing(6);
    layout->addWidget(m_result);
    connect(m_fetch, &QPushButton::clicked, this, &DirectoryWindow::fetch);
    connect(m_read, &QPushButton::clicked, this, &DirectoryWindow::chooseFile);
    connect(m_named, &QPushButton::clicked, this, [this] { readFile(m_desk.inForce().suggested); });
    return area;
}

QWidget *DirectoryWindow::footer()
{
    auto *area = new QWidget(this);
    auto *close = new HintButton(tr("Close"), tr("Esc"), area);
    close->setObjectName(u"close"_s);
    auto *layout = new QHBoxLayout(area);
    layout->setContentsMargins(20, 11, 20, 11);
    layout->addWidget(plainLabel(tr("By this directory banks are found and checked in the form, in imports and in the "
                                    "review."),
                                 Tone::small, area),
                      1);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return area;
}

void DirectoryWindow::showPresent()
{
    const KeptDirectory present = m_desk.inForce();
    const QDate day = present.directory ? present.directory->businessDay() : QDate();
    m_day->setText(directoryDayWords(day, m_desk.today()));
    m_entries->setText(present.directory ? tr("Entries: %L1").arg(present.directory->size())
                                         : tr("Banks can't be found by name, and nothing is known of restrictions."));
    const DirectoryOrigin &origin = present.origin;
    const QString source = visibleText(origin.source);
    m_origin->setText(origin.takenAt     ? tr("From %1, taken %2").arg(source, inZone(wholeMoment(*origin.takenAt)))
                      : source.isEmpty() ? QString()
                                         : tr("From %1").arg(source));
    m_origin->setVisible(!m_origin->text().isEmpty());
    m_named->setVisible(!present.suggested.isEmpty());
    if (!present.problem) return showSuggestion(present);
    m_result->setContent(Note::Grade::danger, u"✕"_s, tr("The directory that was taken last is not used."),
                         shelfProblemWords(*present.problem));
    m_result->show();
}

void DirectoryWindow::showSuggestion(const KeptDirectory &present)
{
    if (present.suggested.isEmpty()) return;
    m_result->setContent(
        Note::Grade::warn, u"!"_s, tr("The directory that the settings name is not in force."),
        tr("It is %1. Read it here: it is compared and taken like any other, by you. Or clear the field "
           "under Settings, Bank.")
            .arg(visibleText(QDir::toNativeSeparators(present.suggested))));
    m_result->show();
}

void DirectoryWindow::setWorking(bool working)
{
    m_named->setEnabled(!working);
    m_fetch->setEnabled(!working);
    m_read->setEnabled(!working);
}

void DirectoryWindow::fetch()
{
    waitFor(m_desk.fetch(), tr("Asking %1…").arg(m_desk.address()));
}

void DirectoryWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Read a directory of banks"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Directory of banks (*.xml *.zip)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &DirectoryWindow::readFile);
    dialog->open();
}

void DirectoryWindow::readFile(const QString &path)
{
    waitFor(m_desk.readFile(path), tr("Reading the file…"));
}

void DirectoryWindow::waitFor(const QFuture<Result<OfferedDirectory>> &offer, const QString &words)
{
    m_asked.reset();
    m_table->hide();
    m_acceptance->hide();
    m_result->setContent(Note::Grade::info, u"i"_s, words);
    m_result->show();
    setWorking(true);
    watch(offer, this, [this](const Result<OfferedDirectory> &offered) {
        setWorking(false);
        if (offered) return judge(*offered);
        showProblem(offered.error());
    });
}

void DirectoryWindow::judge(const OfferedDirectory &offered)
{
    if (offered.comparison.same)
        return m_result->setContent(Note::Grade::good, u"✓"_s,
                                    tr("Nothing to change: the present directory is this one."));
    if (offered.comparison.objections.isEmpty()) return take(offered, {});
    askForAcceptance(offered);
}

void DirectoryWindow::askForAcceptance(const OfferedDirectory &offered)
{
    m_asked = offered;
    QStringList sentences;
    for (const DirectoryObjection objection : offered.comparison.objections)
        sentences += objectionSentence(objection, offered);
    m_result->setContent(Note::Grade::warn, u"!"_s,
                         tr("The directory of %1 is not taken yet.").arg(dayWords(offered.directory->businessDay())),
                         sentences.join(u' '));
    showDifferences(offered);
    m_acceptance->ask(tr("Take the directory of %1 all the same? Write why; it goes into the audit record with your "
                         "name.")
                          .arg(dayWords(offered.directory->businessDay())),
                      tr("Take this directory"), Reason::required, true);
}

void DirectoryWindow::take(const OfferedDirectory &offered, const QString &acceptance)
{
    setWorking(true);
    watch(m_desk.take(offered, acceptance), this, [this, offered](const Result<> &taken) {
        setWorking(false);
        if (!taken) {
            if (taken.error().code == ErrorCode::reasonNeeded) askForAcceptance(offered);
            return showProblem(taken.error());
        }
        m_asked.reset();
        m_table->hide();
        m_result->setContent(Note::Grade::good, u"✓"_s,
                             tr("The directory of %1 is in force.").arg(dayWords(offered.directory->businessDay())),
                             offered.comparedWith ? tr("Entries that changed: %L1. The one before is kept beside it.")
                                                        .arg(offered.comparison.differences.size())
                                                  : QString());
    });
}

void DirectoryWindow::showDifferences(const OfferedDirectory &offered)
{
    const auto &differences = offered.comparison.differences;
    m_table->setRowCount(static_cast<int>(std::min<qsizetype>(differences.size(), mostRows)));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const DirectoryDifference &difference = differences[row];
        const BankEntry &entry = difference.after ? *difference.after : *difference.before;
        const auto put = [this, row](ChangeColumn column, const QString &words) {
            auto *item = new QTableWidgetItem(words);
            item->setToolTip(plainTip(words));
            m_table->setItem(row, column, item);
        };
        put(bik, entry.bik.text());
        put(bank, visibleText(entry.name));
        put(what, differenceWords(difference));
        put(before, entryWords(difference.kind, difference.before));
        put(after, entryWords(difference.kind, difference.after));
    }
    m_table->setVisible(m_table->rowCount() > 0);
}

void DirectoryWindow::showProblem(const Error &error)
{
    m_result->setContent(Note::Grade::danger, u"✕"_s, tr("No directory was taken."), directoryProblem(error));
    m_result->offerHelp(HelpTopic::banks);
    m_result->show();
}

/// Enter fetches nothing and takes nothing by itself.
void DirectoryWindow::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter) return QDialog::keyPressEvent(event);
    event->accept();
}

} // namespace countersign::ui
