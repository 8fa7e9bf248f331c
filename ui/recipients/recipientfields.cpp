#include "ui/recipients/recipientfields.h"

#include "domain/purpose.h"
#include "ui/widgets/digitsedit.h"
#include "ui/widgets/kppedit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int noteLimit = 500;
} // namespace

RecipientFields::RecipientFields(QWidget *parent)
    : QWidget(parent), m_name(new NameEdit(nameLimit, this)), m_inn(new DigitsEdit(12, DigitsEdit::Show::plain, this)),
      m_kpp(new KppEdit(this)), m_bik(new DigitsEdit(9, DigitsEdit::Show::plain, this)),
      m_account(new DigitsEdit(20, DigitsEdit::Show::inFours, this)), m_note(new NameEdit(noteLimit, this))
{
    m_kpp->setFont(accountFont());
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(7);
    addRow(form, tr("&Recipient"), m_name, u"bookName"_s);
    addRow(form, tr("&INN"), m_inn, u"bookInn"_s);
    addRow(form, tr("&KPP"), m_kpp, u"bookKpp"_s);
    addRow(form, tr("&BIK"), m_bik, u"bookBik"_s);
    addRow(form, tr("A&ccount"), m_account, u"bookAccount"_s);
    addRow(form, tr("N&ote"), m_note, u"bookNote"_s);
}

void RecipientFields::addRow(QFormLayout *form, const QString &text, GuardedEdit *edit, const QString &name)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", u"muted"_s);
    label->setFont(textFont());
    label->setBuddy(edit);
    edit->setObjectName(name);
    edit->setAccessibleName(QString(text).remove(u'&'));
    form->addRow(label, edit);
    connect(edit, &QLineEdit::textChanged, this, &RecipientFields::changed);
    connect(edit, &GuardedEdit::refused, this, &RecipientFields::refused);
}

void RecipientFields::setDetails(const RecipientDetails &details)
{
    m_name->setText(details.name);
    m_inn->setText(details.inn);
    m_kpp->setText(details.kpp);
    m_bik->setText(details.bik);
    m_account->setText(details.account);
    m_note->setText(details.note);
}

RecipientDetails RecipientFields::details() const
{
    return {.name = m_name->text(),
            .inn = m_inn->text(),
            .kpp = m_kpp->text(),
            .bik = m_bik->text(),
            .account = m_account->text(),
            .note = m_note->text()};
}

void RecipientFields::focusFirst()
{
    m_name->setFocus();
}

} // namespace countersign::ui
