#include "ui/templates/templatefields.h"

#include "domain/purpose.h"
#include "ui/models/visibletext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/moneyedit.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/note.h"
#include "ui/widgets/paragraphedit.h"
#include "ui/widgets/theme.h"

#include <QGridLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

constexpr qsizetype longestPurpose = 400; // what it becomes is held against the bank's limit

QString meaningOf(Placeholder placeholder)
{
    switch (placeholder) {
    case Placeholder::today:
        return TemplateFields::tr("The day on which the draft is made");
    case Placeholder::month:
        return TemplateFields::tr("Its month");
    case Placeholder::previousMonth:
        return TemplateFields::tr("The month before");
    case Placeholder::nextMonth:
        return TemplateFields::tr("The month after");
    case Placeholder::year:
        return TemplateFields::tr("Its year");
    case Placeholder::amount:
        return TemplateFields::tr("The amount");
    case Placeholder::vat:
        return TemplateFields::tr("The VAT that the amount holds");
    }
    return {};
}

QString recipientText(const PayoutDraft &draft)
{
    QStringList parts{visibleText(draft.recipientName)};
    if (!draft.inn.isEmpty()) parts += TemplateFields::tr("INN %1").arg(draft.inn);
    if (!draft.kpp.isEmpty()) parts += TemplateFields::tr("KPP %1").arg(draft.kpp);
    return parts.join(u", "_s);
}

QString accountText(const PayoutDraft &draft)
{
    const QString account = groupedDigits(visibleText(draft.account));
    return draft.bik.isEmpty() ? account : TemplateFields::tr("%1 at BIK %2").arg(account, visibleText(draft.bik));
}

} // namespace

TemplateFields::TemplateFields(QWidget *parent)
    : QWidget(parent), m_name(new NameEdit(templateNameLimit, this)), m_recipient(plainLabel({}, Tone::normal, this)),
      m_account(plainLabel({}, Tone::normal, this)), m_amount(new MoneyEdit(this)),
      m_purpose(new ParagraphEdit(
          longestPurpose, [](const QString &text) { return codePoints(text); }, this)),
      m_insert(new QToolButton(this)), m_preview(new Note(this))
{
    m_recipient->setObjectName(u"templateRecipient"_s);
    m_account->setObjectName(u"templateAccount"_s);
    m_account->setFont(accountFont());
    m_amount->setPlaceholderText(tr("another one each time"));
    m_preview->setObjectName(u"templatePreview"_s);
    auto *recipient = new QWidget(this);
    auto *lines = new QVBoxLayout(recipient);
    lines->setContentsMargins(0, 4, 0, 4);
    lines->setSpacing(1);
    lines->addWidget(m_recipient);
    lines->addWidget(m_account);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    addRow(grid, tr("&Name"), m_name, u"templateName"_s, m_name);
    addRow(grid, tr("Pays"), nullptr, {}, recipient);
    addRow(grid, tr("&Amount"), m_amount, u"templateAmount"_s, m_amount);
    addRow(grid, tr("&Purpose"), m_purpose, u"templatePurpose"_s, purposeBox());
    grid->addWidget(m_preview, grid->rowCount(), 0, 1, 2);
    for (GuardedEdit *edit : {static_cast<GuardedEdit *>(m_name), static_cast<GuardedEdit *>(m_amount)}) {
        connect(edit, &QLineEdit::textChanged, this, &TemplateFields::showPreview);
        connect(edit, &GuardedEdit::refused, this, &TemplateFields::refused);
    }
    connect(m_purpose, &QPlainTextEdit::textChanged, this, &TemplateFields::showPreview);
    connect(m_purpose, &ParagraphEdit::refused, this, &TemplateFields::refused);
}

void TemplateFields::addRow(QGridLayout *grid, const QString &text, QWidget *editor, const QString &name,
                            QWidget *content)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", u"muted"_s);
    label->setFont(textFont());
    label->setMinimumHeight(m_name->sizeHint().height());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (editor) {
        label->setBuddy(editor);
        editor->setObjectName(name);
        editor->setAccessibleName(QString(text).remove(u'&'));
    }
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(content, row, 1);
}

QWidget *TemplateFields::purposeBox()
{
    auto *box = new QWidget(this);
    m_purpose->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // or it takes room all the same
    m_purpose->setFixedHeight(QFontMetrics(textFont()).lineSpacing() * 4 + 18);
    m_insert->setObjectName(u"templateInsert"_s);
    m_insert->setText(tr("Put in what changes"));
    m_insert->setToolTip(tr("A word in brackets that is filled in when a draft is made"));
    m_insert->setPopupMode(QToolButton::InstantPopup);
    setButtonRole(m_insert, ButtonRole::normal);
    m_insert->setFocusPolicy(Qt::TabFocus);
    m_insert->setMenu(new QMenu(m_insert));
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_purpose);
    layout->addWidget(m_insert, 0, Qt::AlignLeft);
    return box;
}

/// Each entry shows the word and what it would be today.
void TemplateFields::fillMenu()
{
    QMenu *menu = m_insert->menu();
    menu->clear();
    for (const Placeholder placeholder : allPlaceholders) {
        const QString word = placeholderText(placeholder);
        const FilledPurpose example = filledPurpose(word, m_today, amount());
        const QString words = example.needsAmount ? tr("%1 – once the amount is known").arg(meaningOf(placeholder))
                                                  : tr("%1: %2").arg(meaningOf(placeholder), example.text);
        menu->addAction(words + u'\t' + word, this, [this, word] {
            m_purpose->insertPlainText(word);
            m_purpose->setFocus();
        });
    }
}

void TemplateFields::setTemplate(const TemplateRecord &shown, QDate today)
{
    m_set = shown;
    m_today = today;
    m_name->setText(shown.name);
    m_recipient->setText(recipientText(shown.draft));
    m_account->setText(accountText(shown.draft));
    m_amount->setText(shown.draft.amount);
    m_purpose->setPlainText(shown.draft.purpose);
    showPreview();
}

TemplateRecord TemplateFields::shownTemplate() const
{
    TemplateRecord shown = m_set;
    shown.name = m_name->text();
    shown.draft.amount = m_amount->text();
    shown.draft.purpose = m_purpose->toPlainText();
    return shown;
}

bool TemplateFields::isRewritten() const
{
    return m_name->text() != m_set.name || m_purpose->toPlainText() != m_set.draft.purpose;
}

std::optional<Money> TemplateFields::amount() const
{
    const auto typed = Money::parse(m_amount->text());
    return typed ? std::optional(*typed) : std::nullopt;
}

FilledPurpose TemplateFields::filled() const
{
    return filledPurpose(m_purpose->toPlainText(), m_today, amount());
}

void TemplateFields::showPreview()
{
    const FilledPurpose purpose = filled();
    const auto length = codePoints(normalisedPurpose(purpose.text));
    const QString today = tr("A draft of today says");
    if (purpose.needsAmount)
        m_preview->setContent(Note::Grade::info, u"i"_s, tr("The purpose needs the amount"), purpose.text);
    else if (!purpose.unknown.isEmpty())
        m_preview->setContent(Note::Grade::warn, u"!"_s,
                              tr("%1 is not filled in and would stand there").arg(purpose.unknown.first()),
                              purpose.text);
    else if (length > purposeLimit)
        m_preview->setContent(Note::Grade::warn, u"!"_s,
                              tr("That is %1 characters; a purpose has %2 at most").arg(length).arg(purposeLimit),
                              purpose.text);
    else
        m_preview->setContent(Note::Grade::info, u"i"_s, today, purpose.text);
    fillMenu();
    Q_EMIT changed();
}

void TemplateFields::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

void TemplateFields::focusAmount()
{
    m_amount->setFocus();
    m_amount->selectAll();
}

} // namespace countersign::ui
