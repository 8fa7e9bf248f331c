#include "ui/import/importfilepage.h"

#include "ui/settings/fieldrow.h"
#include "ui/settings/filefield.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

ImportFilePage::ImportFilePage(QWidget *parent)
    : QWidget(parent), m_file(new FileField(FileField::Want::file, tr("Choose a file with payments"), this)),
      m_problem(new Note(this))
{
    setProperty("ground", u"base"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_file->edit()->setObjectName(u"importFile"_s);
    m_file->setButtonName(u"chooseFile"_s);
    m_problem->setObjectName(u"fileProblem"_s);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(plainLabel(tr("Payments from a file"), Tone::heading, this));
    layout->addWidget(plainLabel(tr("The 1C exchange format (1c_to_kl.txt), CSV in any encoding, or a workbook "
                                    "(.xlsx). Choose the file, or drop it here or on the main window."),
                                 Tone::normal, this));
    layout->addWidget(new FieldRow(tr("&File"), m_file, {}, m_file->edit()));
    layout->addWidget(m_problem);
    layout->addSpacing(8);
    layout->addWidget(sectionLabel(tr("What happens next"), this));
    for (const QString &line : {tr("The file is read and every row is checked. Nothing is stored yet."),
                                tr("You see the rows, what is wrong with them, and what was imported before."),
                                tr("You type the control total from your accounting program."),
                                tr("The rows become drafts, all or none. Nothing is sent to the bank.")})
        layout->addWidget(plainLabel(u"–  "_s + line, Tone::muted, this));
    layout->addStretch(1);
    keepReadable(this);
    connect(m_file, &FileField::changed, this, &ImportFilePage::changed);
}

QString ImportFilePage::fileName() const
{
    return m_file->fileName();
}

void ImportFilePage::setFileName(const QString &name)
{
    m_file->setFileName(name);
}

void ImportFilePage::showProblem(const QString &headline, const QString &text)
{
    m_problem->setContent(Note::Grade::danger, u"✕"_s, headline, text);
    m_problem->setVisible(!headline.isEmpty());
}

void ImportFilePage::focusFirst()
{
    m_file->edit()->setFocus(Qt::OtherFocusReason);
}

} // namespace countersign::ui
