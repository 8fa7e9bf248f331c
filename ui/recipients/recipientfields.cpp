#include "ui/recipients/recipientfields.h"

#include "domain/purpose.h"
#include "ui/banks/bankcompleter.h"
#include "ui/models/findingwords.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/digitsedit.h"
#include "ui/widgets/kppedit.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/theme.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int noteLimit = 500;

/// What is still being typed is no reproach; saving asks for it.
bool isOfEntry(const Finding &finding)
{
    const bool ofEntry = finding.field == Field::recipientName || finding.field == Field::inn ||
                         finding.field == Field::kpp || finding.field == Field::bik || finding.field == Field::account;
    const bool unfinished =
        finding.kind == FindingKind::innWrongLength || finding.kind == FindingKind::kppWrongLength ||
        finding.kind == FindingKind::bikWrongLength || finding.kind == FindingKind::accountWrongLength;
    const bool reproach = finding.severity == Severity::block || finding.severity == Severity::warn;
    return ofEntry && reproach && !unfinished && !isOnlyMissing(finding.kind);
}
} // namespace

RecipientFields::RecipientFields(QWidget *parent)
    : QWidget(parent), m_name(new NameEdit(nameLimit, this, NameEdit::Unseen::judged)),
      m_inn(new DigitsEdit(12, DigitsEdit::Show::plain, this)), m_kpp(new KppEdit(this)),
      m_bik(new DigitsEdit(9, DigitsEdit::Show::plain, this)), m_bankName(new QLineEdit(this)),
      m_bank(plainLabel({}, Tone::small, this)), m_account(new DigitsEdit(20, DigitsEdit::Show::inFours, this)),
      m_note(new NameEdit(noteLimit, this))
{
    m_kpp->setFont(accountFont());
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(7);
    addRow(form, tr("&Recipient"), m_name, u"bookName"_s);
    addRow(form, tr("&INN"), m_inn, u"bookInn"_s);
    addRow(form, tr("&KPP"), m_kpp, u"bookKpp"_s);
    addRow(form, tr("&BIK"), m_bik, u"bookBik"_s, bankRow());
    addRow(form, tr("A&ccount"), m_account, u"bookAccount"_s);
    addRow(form, tr("N&ote"), m_note, u"bookNote"_s);
    m_warnings = plainLabel({}, Tone::warn, this);
    m_warnings->setObjectName(u"bookWarnings"_s);
    form->addRow(m_warnings);
    connect(this, &RecipientFields::changed, this, &RecipientFields::showWarnings);
    connect(this, &RecipientFields::changed, this, [this] { markWrong({}); });
    showWarnings();
}

void RecipientFields::addRow(QFormLayout *form, const QString &text, GuardedEdit *edit, const QString &name,
                             QWidget *content)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", u"muted"_s);
    label->setFont(textFont());
    label->setBuddy(edit);
    edit->setObjectName(name);
    edit->setAccessibleName(QString(text).remove(u'&'));
    form->addRow(label, content ? content : edit);
    connect(edit, &QLineEdit::textChanged, this, &RecipientFields::changed);
    connect(edit, &GuardedEdit::refused, this, &RecipientFields::refused);
}

QWidget *RecipientFields::bankRow()
{
    auto *row = new QWidget(this);
    m_bankName->setObjectName(u"bookBankName"_s);
    m_bankName->setAccessibleName(tr("Find the bank by its name"));
    m_bankName->setPlaceholderText(tr("or a part of its name"));
    m_bank->setObjectName(u"bookBank"_s);
    auto *fields = new QHBoxLayout;
    fields->addWidget(m_bik, 2);
    fields->addWidget(m_bankName, 3);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(fields);
    layout->addWidget(m_bank);
    m_bank->setMinimumHeight(QFontMetrics(smallFont()).lineSpacing());
    connect(m_bik, &QLineEdit::textChanged, this, &RecipientFields::showBank);
    return row;
}

void RecipientFields::offerBanks(std::function<QList<BankEntry>(const QString &, qsizetype)> search)
{
    m_banks = std::move(search);
    auto *offers = new BankCompleter(m_banks, this);
    offers->attach(*m_bik);
    offers->attach(*m_bankName);
    connect(offers, &BankCompleter::chosen, this, [this](const BankEntry &bank) {
        m_bik->setText(bank.bik.text());
        m_bankName->clear();
        m_account->setFocus();
    });
}

void RecipientFields::showBank()
{
    QString words;
    if (m_banks && Bik::parse(m_bik->text())) {
        const QList<BankEntry> found = m_banks(m_bik->text(), 1);
        words = found.isEmpty() ? tr("No bank of the directory has this BIK.") : visibleText(found.first().name);
    }
    m_bank->setText(words);
}

/// As a payout to them would be warned of; an entry is kept all the same.
void RecipientFields::showWarnings()
{
    PayoutDraft draft;
    draft.recipientName = m_name->text();
    draft.inn = m_inn->text();
    draft.kpp = m_kpp->text();
    draft.bik = m_bik->text();
    draft.account = m_account->text();
    QStringList lines;
    for (const Finding &finding : validate(draft, {}).findings) {
        if (isOfEntry(finding)) lines += u"! "_s + findingSentence(finding);
    }
    m_warnings->setText(lines.join(u'\n'));
    m_warnings->setVisible(!lines.isEmpty());
}

QWidget *RecipientFields::editorOf(Field field) const
{
    switch (field) {
    case Field::inn:
        return m_inn;
    case Field::kpp:
        return m_kpp;
    case Field::bik:
        return m_bik;
    case Field::account:
        return m_account;
    case Field::whole:
        return m_note;
    case Field::recipientName:
    case Field::senderAccount:
    case Field::amount:
    case Field::purpose:
    case Field::urgency:
        return m_name;
    }
    return m_name;
}

void RecipientFields::focusOn(Field field)
{
    editorOf(field)->setFocus();
}

void RecipientFields::markWrong(const QList<Field> &fields)
{
    for (const Field field : {Field::recipientName, Field::inn, Field::kpp, Field::bik, Field::account, Field::whole}) {
        QWidget *editor = editorOf(field);
        editor->setProperty("grade", fields.contains(field) ? u"danger"_s : QString());
        repolish(editor);
    }
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
