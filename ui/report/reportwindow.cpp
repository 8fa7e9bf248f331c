#include "ui/report/reportwindow.h"

#include "core/futures.h"
#include "ui/help/helppage.h"
#include "ui/models/visibletext.h"
#include "ui/settings/filefield.h"
#include "ui/widgets/buttonbar.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/theme.h"

#include <QFileDialog>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int listWidth = 170;
} // namespace

ReportWindow::ReportWindow(DiagnosisDesk &desk, EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_desk(desk)
{
    setHelpTopic(*this, HelpTopic::keys);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Report a problem"));
    setMinimumSize(720, 520);
    resize(860, 620);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    layout->addWidget(content(), 1);
    layout->addWidget(footer());
    watch(desk.gather(), this, [this](const Result<QList<ReportFile>> &files) { showGathered(files); });
}

QWidget *ReportWindow::content()
{
    auto *content = new QWidget(this);
    content->setProperty("ground", u"base"_s);
    content->setAttribute(Qt::WA_StyledBackground);
    m_list = new QListWidget(content);
    m_list->setObjectName(u"files"_s);
    m_list->setAccessibleName(tr("Files of the report"));
    m_list->setFixedWidth(listWidth);
    m_text = new QPlainTextEdit(content);
    m_text->setObjectName(u"text"_s);
    m_text->setAccessibleName(tr("What is in the chosen file"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_note = new Note(content);
    m_note->setObjectName(u"note"_s);
    m_note->setContent(Note::Grade::info, u"i"_s, tr("The report is put together; the data are checked meanwhile."));
    auto *files = new QHBoxLayout;
    files->addWidget(m_list);
    files->addWidget(m_text, 1);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(plainLabel(tr("What the report will hold"), Tone::heading, content));
    layout->addWidget(plainLabel(
        tr("These files and nothing else go into one zip file that you save and pass on yourself. No names, accounts, "
           "amounts, keys or passwords are in them. Read them before you save."),
        Tone::normal, content));
    layout->addLayout(files, 1);
    layout->addWidget(m_note);
    connect(m_list, &QListWidget::currentRowChanged, this, &ReportWindow::showChosen);
    return content;
}

QWidget *ReportWindow::footer()
{
    auto *bar = new ButtonBar(this);
    auto *close = new HintButton(tr("Close"), tr("Esc"), bar);
    close->setObjectName(u"close"_s);
    m_save = new HintButton(tr("&Save the report…"), {}, bar);
    m_save->setObjectName(u"save"_s);
    m_save->setEnabled(false);
    setButtonRole(m_save, ButtonRole::primary);
    for (QPushButton *button : {static_cast<QPushButton *>(close), m_save})
        bar->add(button);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ReportWindow::choosePath);
    return bar;
}

void ReportWindow::showGathered(const Result<QList<ReportFile>> &files)
{
    if (!files) return m_note->setProblem(tr("There is no report."), files.error());
    m_files = *files;
    for (const ReportFile &file : std::as_const(m_files))
        m_list->addItem(file.name);
    m_list->setCurrentRow(0);
    m_note->hide();
    m_save->setEnabled(true);
}

void ReportWindow::showChosen()
{
    const int row = m_list->currentRow();
    m_text->setPlainText(row < 0 ? QString() : QString::fromUtf8(m_files.at(row).text));
}

void ReportWindow::choosePath()
{
    QFileDialog *chooser = openSaveChooser(this, windowTitle(), u"countersign-report.zip"_s);
    connect(chooser, &QFileDialog::fileSelected, this, &ReportWindow::saveTo);
}

void ReportWindow::saveTo(const QString &path)
{
    watch(m_desk.save(m_files, path), this, [this, path](const Result<> &saved) {
        m_note->show();
        if (saved)
            return m_note->setContent(Note::Grade::good, u"✓"_s, tr("The report is saved. Nothing was sent."),
                                      visibleText(path));
        m_note->setProblem(tr("The report was not saved."), saved.error());
    });
}

} // namespace countersign::ui
