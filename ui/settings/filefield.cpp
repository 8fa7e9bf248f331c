#include "ui/settings/filefield.h"

#include "ui/widgets/hintbutton.h"
#include "ui/widgets/nameedit.h"

#include <QFileDialog>
#include <QHBoxLayout>

namespace countersign::ui {

namespace {

constexpr int pathLimit = 1024;

QFileDialog *openChooser(QWidget *parent, const QString &title, QFileDialog::FileMode mode)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    return dialog;
}

} // namespace

QFileDialog *openFileChooser(QWidget *parent, const QString &title)
{
    QFileDialog *dialog = openChooser(parent, title, QFileDialog::ExistingFile);
    dialog->open();
    return dialog;
}

QFileDialog *openSaveChooser(QWidget *parent, const QString &title, const QString &proposedName)
{
    QFileDialog *dialog = openChooser(parent, title, QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposedName);
    dialog->open();
    return dialog;
}

FileField::FileField(Want want, const QString &title, QWidget *parent)
    : QWidget(parent), m_edit(new NameEdit(pathLimit, this)), m_button(new HintButton(tr("Choose…"), {}, this)),
      m_want(want), m_title(title)
{
    m_button->setAccessibleName(title);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    connect(m_edit, &QLineEdit::textChanged, this, &FileField::changed);
    connect(m_button, &QPushButton::clicked, this, &FileField::choose);
}

QString FileField::fileName() const
{
    return m_edit->text().trimmed();
}

void FileField::setFileName(const QString &name)
{
    m_edit->setText(name);
}

void FileField::setButtonName(const QString &objectName)
{
    m_button->setObjectName(objectName);
}

void FileField::choose()
{
    QFileDialog *dialog =
        openChooser(this, m_title, m_want == Want::folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setFileName);
    dialog->open();
}

} // namespace countersign::ui
