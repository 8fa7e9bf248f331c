#include "ui/payouts/payoutfields.h"

#include "domain/purpose.h"
#include "domain/vat.h"
#include "ui/banks/bankcompleter.h"
#include "ui/models/findingwords.h"
#include "ui/models/moneywords.h"
#include "ui/models/recipientwords.h"
#include "ui/payouts/pastedaccount.h"
#include "ui/recipients/bookcompleter.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/digitgaps.h"
#include "ui/widgets/digitsedit.h"
#include "ui/widgets/kppedit.h"
#include "ui/widgets/moneyedit.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/paragraphedit.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/ticklabel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QTextCursor>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

int widthOf(int characters)
{
    return QFontMetrics(accountFont()).averageCharWidth() * characters + 30;
}

/// Lines under a field that are often there.
int usualLines(Field field)
{
    switch (field) {
    case Field::recipientName:
    case Field::inn:
    case Field::bik:
        return 1;
    case Field::account:
    case Field::amount:
        return 2;
    case Field::purpose:
        return 3;
    case Field::senderAccount:
    case Field::kpp:
    case Field::urgency:
    case Field::whole:
        return 0;
    }
    return 0;
}

/// A number that is only not finished yet: no error while somebody is typing it.
bool isUnfinished(FindingKind kind)
{
    return kind == FindingKind::innWrongLength || kind == FindingKind::innOfPersonNeeded ||
           kind == FindingKind::innOfOrganisationNeeded || kind == FindingKind::kppWrongLength ||
           kind == FindingKind::bikWrongLength || kind == FindingKind::accountWrongLength;
}

} // namespace

PayoutFields::PayoutFields(const QList<AccountNumber> &accounts, QWidget *parent)
    : QWidget(parent), m_sender(new ChoiceBox(this)), m_name(new NameEdit(nameLimit, this, NameEdit::Unseen::judged)),
      m_inn(new DigitsEdit(12, DigitsEdit::Show::plain, this)), m_kpp(new KppEdit(this)),
      m_bik(new DigitsEdit(9, DigitsEdit::Show::plain, this)), m_bankName(new QLineEdit(this)),
      m_account(new DigitsEdit(20, DigitsEdit::Show::inFours, this)), m_amount(new MoneyEdit(this)),
      m_purpose(new ParagraphEdit(
          purposeLimit, [](const QString &text) { return codePoints(normalisedPurpose(text)); }, this)),
      m_vatUsual(new QToolButton(this)), m_vatOther(new QToolButton(this)),
      m_counter(plainLabel({}, Tone::small, this)), m_urgent(new QCheckBox(this)),
      m_pasted(new PastedAccount(*QGuiApplication::clipboard(), this))
{
    m_sender->setObjectName(u"sender"_s);
    m_sender->setFont(accountFont());
    m_sender->setAccessibleName(tr("Account to pay from"));
    for (const AccountNumber &account : accounts)
        m_sender->addItem(account.grouped(), account.text());
    connect(m_sender, &QComboBox::currentIndexChanged, this, [this] { touch(Field::senderAccount); });
    watchEdit(m_name, Field::recipientName, tr("Recipient"));
    watchEdit(m_inn, Field::inn, tr("INN"));
    watchEdit(m_kpp, Field::kpp, tr("KPP"));
    watchEdit(m_bik, Field::bik, tr("BIK"));
    watchEdit(m_account, Field::account, tr("Account"));
    watchEdit(m_amount, Field::amount, tr("Amount"));
    m_bik->setMaximumWidth(widthOf(12));
    m_account->setMaximumWidth(widthOf(30));
    m_urgent->setObjectName(u"urgent"_s);
    m_urgent->setAccessibleName(tr("Urgent (BESP)"));
    connect(m_urgent, &QCheckBox::toggled, this, [this] { touch(Field::urgency); });
    connect(m_pasted, &PastedAccount::changed, this, &PayoutFields::fieldLeft);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 16, 20, 16);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(1);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, widthOf(9));
    addRow(grid, tr("&From"), m_sender, Field::senderAccount);
    addRow(grid, tr("&Recipient"), m_name, Field::recipientName);
    addRow(grid, tr("&INN / KPP"), m_inn, Field::inn, taxRow());
    addRow(grid, tr("&BIK"), m_bik, Field::bik, bankRow());
    addRow(grid, tr("A&ccount"), m_account, Field::account);
    addRow(grid, tr("&Amount"), m_amount, Field::amount, amountRow());
    addRow(grid, tr("&Purpose"), m_purpose, Field::purpose, purposeBox());
    addRow(grid, tr("&Urgent (BESP)"), m_urgent, Field::urgency, urgencyRow());
    grid->setRowStretch(grid->rowCount(), 1);
    showCounter();
}

void PayoutFields::addRow(QGridLayout *grid, const QString &text, QWidget *editor, Field field, QWidget *content)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("tone", u"muted"_s);
    label->setFont(textFont());
    label->setBuddy(editor);
    label->setMinimumHeight(field == Field::urgency ? 0 : m_name->sizeHint().height());
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(label, row, 0, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(content ? content : editor, row, 1);
    auto *notes = new FieldNotes(this);
    notes->reserve(usualLines(field));
    grid->addWidget(notes, row + 1, 1);
    grid->setRowMinimumHeight(row + 2, usualLines(field) > 0 ? 2 : 9);
    m_notes.insert(field, notes);
    m_editors.insert(field, editor);
}

void PayoutFields::watchEdit(GuardedEdit *edit, Field field, const QString &name)
{
    edit->setAccessibleName(name);
    edit->setObjectName(name.toLower());
    edit->installEventFilter(this);
    m_editors.insert(field, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, field] { m_refusals.remove(field); });
    connect(edit, &QLineEdit::textChanged, this, [this, field] { touch(field); });
    connect(edit, &GuardedEdit::refused, this,
            [this, edit, field](const QString &why) { refuse(field, why, edit->text().isEmpty()); });
}

void PayoutFields::refuse(Field field, const QString &why, bool isEmpty)
{
    // What was refused must not look taken: the field still holds something else.
    m_refusals.insert(field, isEmpty ? why : why + u' ' + tr("The field holds what it held before."));
    Q_EMIT fieldLeft();
}

QList<Remark> PayoutFields::remarks() const
{
    static constexpr Field inOrder[] = {Field::recipientName, Field::inn,    Field::kpp,    Field::bik,
                                        Field::account,       Field::amount, Field::purpose};
    QList<Remark> lines;
    for (const Field field : inOrder) {
        if (m_refusals.contains(field))
            lines += {Severity::warn, tr("Last input not taken: %1").arg(m_editors.value(field)->accessibleName())};
    }
    if (!pasteRemark().isEmpty()) lines += {Severity::warn, tr("Pasted account to compare")};
    return lines + unsentRemarks(m_source);
}

QString PayoutFields::pasteRemark() const
{
    return m_pasted->remark(m_account->text());
}

void PayoutFields::compareWithClipboard()
{
    m_pasted->look();
}

QWidget *PayoutFields::taxRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_inn->setMaximumWidth(widthOf(16));
    m_kpp->setMaximumWidth(widthOf(12));
    m_kpp->setFont(accountFont());
    m_kpp->setPlaceholderText(u"–"_s);
    layout->addWidget(m_inn);
    layout->addWidget(m_kpp);
    layout->addStretch();
    return row;
}

QWidget *PayoutFields::bankRow()
{
    auto *row = new QWidget(this);
    m_bankName->setObjectName(u"bankName"_s);
    m_bankName->setAccessibleName(tr("Find the bank by its name"));
    m_bankName->setPlaceholderText(tr("or find the bank by a part of its name"));
    // Beside a BIK that is known, words left there would read as its bank's name, and Tab goes on to the account.
    connect(m_bik, &QLineEdit::textChanged, this, [this](const QString &bik) {
        const bool known = Bik::parse(bik).has_value();
        if (known) m_bankName->clear();
        m_bankName->setFocusPolicy(known ? Qt::ClickFocus : Qt::StrongFocus);
    });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_bik);
    layout->addWidget(m_bankName, 1);
    return row;
}

QWidget *PayoutFields::amountRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_amount->setMaximumWidth(widthOf(20));
    layout->addWidget(m_amount);
    layout->addWidget(plainLabel(u"₽"_s, Tone::normal, row));
    layout->addStretch();
    return row;
}

QWidget *PayoutFields::urgencyRow()
{
    auto *row = new QWidget(this);
    auto *sentence = new TickLabel(
        tr("the bank carries it out within the hour while the service is open, and may charge for it"), m_urgent, row);
    setTone(sentence, Tone::muted);
    m_urgent->setFixedHeight(QFontMetrics(textFont()).height()); // on the line of its sentence
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_urgent, 0, Qt::AlignTop);
    layout->addWidget(sentence, 1);
    return row;
}

QWidget *PayoutFields::purposeBox()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    m_purpose->setObjectName(u"purpose"_s);
    m_purpose->setAccessibleName(tr("Purpose"));
    m_purpose->setFixedHeight(QFontMetrics(textFont()).lineSpacing() * 3 + 18);
    m_purpose->installEventFilter(this);
    m_counter->setAlignment(Qt::AlignRight);
    m_counter->setObjectName(u"counter"_s);
    layout->addWidget(m_purpose);
    layout->addWidget(vatRow());
    connect(m_purpose, &QPlainTextEdit::textChanged, this, [this] {
        showCounter();
        m_refusals.remove(Field::purpose);
        touch(Field::purpose);
    });
    connect(m_purpose, &ParagraphEdit::refused, this,
            [this](const QString &why) { refuse(Field::purpose, why, m_purpose->toPlainText().isEmpty()); });
    return box;
}

QWidget *PayoutFields::vatRow()
{
    auto *row = new QWidget(this);
    auto *none = new QToolButton(row);
    none->setText(tr("Without VAT"));
    none->setObjectName(u"vatNone"_s);
    m_vatUsual->setObjectName(u"vatUsual"_s);
    m_vatOther->setObjectName(u"vatOther"_s);
    m_vatOther->setText(tr("Other rate"));
    m_vatOther->setPopupMode(QToolButton::InstantPopup);
    m_vatOther->setMenu(new QMenu(m_vatOther));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QToolButton *button : {m_vatUsual, none, m_vatOther}) {
        button->setFocusPolicy(Qt::TabFocus);
        setButtonRole(button, ButtonRole::quiet);
        button->setToolTip(tr("Puts this line at the end of the purpose"));
        layout->addWidget(button);
    }
    layout->addStretch();
    layout->addWidget(m_counter);
    connect(none, &QToolButton::clicked, this, [this] { closePurposeWith(withoutVatLine()); });
    connect(m_vatUsual, &QToolButton::clicked, this, [this] { closePurposeWithVat(m_vatRates.value(0)); });
    offerVatLines({});
    return row;
}

/// The tax is a part of the amount, so it can be told only when the amount is there.
void PayoutFields::offerVatLines(const QList<int> &rates)
{
    const bool haveAmount = Money::parse(m_amount->text()).has_value();
    m_vatUsual->setEnabled(haveAmount);
    m_vatOther->setEnabled(haveAmount);
    if (rates == m_vatRates && !m_vatUsual->text().isEmpty()) return;
    m_vatRates = rates;
    m_vatUsual->setVisible(!rates.isEmpty());
    m_vatOther->setVisible(rates.size() > 1);
    m_vatUsual->setText(tr("VAT %1 % included").arg(rates.value(0)));
    m_vatOther->menu()->clear();
    for (const int percent : rates.sliced(std::min<qsizetype>(1, rates.size())))
        m_vatOther->menu()->addAction(tr("VAT %1 % included").arg(percent), this,
                                      [this, percent] { closePurposeWithVat(percent); });
}

void PayoutFields::closePurposeWithVat(int percent)
{
    const Result<Money> amount = Money::parse(m_amount->text());
    if (amount && percent > 0) closePurposeWith(vatLine(*amount, percent));
}

void PayoutFields::closePurposeWith(const QString &line)
{
    const auto text = withVatLine(m_purpose->toPlainText(), line);
    if (!text)
        return refuse(Field::purpose,
                      tr("There is no room for “%1”: a purpose has %2 characters at most.").arg(line).arg(purposeLimit),
                      false);
    QTextCursor all(m_purpose->document());
    all.select(QTextCursor::Document);
    all.insertText(*text); // so that it can be undone
}

void PayoutFields::showCounter()
{
    m_counter->setText(tr("%1 of %2").arg(m_purpose->length()).arg(m_purpose->limit()));
}

void PayoutFields::touch(Field field)
{
    if (m_loading) return;
    m_touched.insert(field);
    m_typing = true;
    noteChange(field);
    Q_EMIT changed();
}

QString PayoutFields::textOf(Field field) const
{
    if (field == Field::purpose) return m_purpose->toPlainText();
    if (field == Field::senderAccount) return m_sender->currentData().toString();
    const auto *line = qobject_cast<GuardedEdit *>(m_editors.value(field));
    return line ? line->text() : QString();
}

void PayoutFields::noteChange(Field field)
{
    const QString text = withoutSpaces(textOf(field));
    const QString last = std::exchange(m_last[field], text);
    const bool pasted = isPasted(field, last, text);
    noteEdit(m_source, field, pasted ? Origin::pasted : Origin::typed, m_came.value(field));
    if (pasted && field == Field::account) m_pasted->notePaste();
}

/// Pasted is what came in one go and holds the clipboard's text; what grows letter by letter is typed.
bool PayoutFields::isPasted(Field field, const QString &last, const QString &text)
{
    const bool chosen = field == Field::senderAccount || field == Field::urgency;
    if (chosen || text.size() - last.size() == 1) return false;
    const QString clipboard = withoutSpaces(QGuiApplication::clipboard()->text());
    const bool wasThere = last.contains(clipboard) && text.size() <= last.size();
    return clipboard.size() > 1 && text.contains(clipboard) && !wasThere;
}

bool PayoutFields::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::FocusIn) {
        m_typing = false;
        QMetaObject::invokeMethod(this, &PayoutFields::fieldLeft, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

PayoutDraft PayoutFields::draft() const
{
    PayoutDraft draft;
    draft.senderAccount = m_sender->currentData().toString();
    draft.recipientName = m_name->text();
    draft.inn = m_inn->text();
    draft.kpp = m_kpp->text();
    draft.bik = m_bik->text();
    draft.account = m_account->text();
    draft.amount = m_amount->text();
    draft.purpose = m_purpose->toPlainText();
    draft.urgent = m_urgent->isChecked();
    draft.source = m_source;
    return draft;
}

void PayoutFields::setDraft(const PayoutDraft &draft)
{
    m_loading = true;
    int at = m_sender->findData(draft.senderAccount);
    if (at < 0 && !draft.senderAccount.isEmpty()) {
        // An account that is no longer ours is shown, so that the rules can say so.
        m_sender->addItem(groupedDigits(draft.senderAccount), draft.senderAccount);
        at = m_sender->count() - 1;
    }
    if (at >= 0) m_sender->setCurrentIndex(at);
    m_name->setText(draft.recipientName);
    m_inn->setText(draft.inn);
    m_kpp->setText(draft.kpp);
    m_bik->setText(draft.bik);
    m_account->setText(draft.account);
    m_amount->setText(draft.amount);
    m_purpose->setPlainText(draft.purpose);
    m_urgent->setChecked(draft.urgent);
    m_source = draft.source;
    m_pasted->forget();
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor) {
        m_came[editor.key()] = textOf(editor.key());
        m_last[editor.key()] = withoutSpaces(m_came[editor.key()]);
    }
    m_touched = {};
    m_refusals = {};
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor) {
        const auto *line = qobject_cast<GuardedEdit *>(editor.value());
        if (line && !line->text().isEmpty()) m_touched.insert(editor.key());
    }
    if (!draft.purpose.isEmpty()) m_touched.insert(Field::purpose);
    m_loading = false;
}

void PayoutFields::offerFrom(RecipientBook &book)
{
    auto *offers = new BookCompleter(book, this);
    offers->attach(*m_name);
    offers->attach(*m_inn);
    connect(offers, &BookCompleter::chosen, this, &PayoutFields::takeRecipient);
}

void PayoutFields::offerBanks(std::function<QList<BankEntry>(const QString &, qsizetype)> search)
{
    auto *offers = new BankCompleter(std::move(search), this);
    offers->attach(*m_bik);
    offers->attach(*m_bankName);
    connect(offers, &BankCompleter::chosen, this, [this](const BankEntry &bank) {
        m_bik->setText(bank.bik.text());
        m_bankName->clear();
        m_account->setFocus();
    });
}

void PayoutFields::takeRecipient(const RecipientRecord &entry)
{
    setDraft(withRecipient(draft(), entry));
    m_amount->setFocus();
    Q_EMIT changed();
}

void PayoutFields::showRecipient(const RecipientSentence &known)
{
    m_recipient = known;
    showReport(m_report);
}

void PayoutFields::setBalance(const QString &account, Money balance)
{
    const int at = m_sender->findData(account);
    if (at < 0) return;
    m_sender->setItemText(at, groupedDigits(account) + u"   "_s + withRouble(balance));
    m_balances.insert(account, balance);
}

std::optional<Money> PayoutFields::balance() const
{
    const auto known = m_balances.constFind(m_sender->currentData().toString());
    return known == m_balances.cend() ? std::nullopt : std::optional(*known);
}

void PayoutFields::focusFirst()
{
    (m_sender->count() > 1 ? static_cast<QWidget *>(m_sender) : m_name)->setFocus();
}

void PayoutFields::demand(Field field)
{
    m_touched.insert(field);
    if (QWidget *editor = m_editors.value(field)) editor->setFocus(Qt::OtherFocusReason);
    Q_EMIT fieldLeft();
}

QString PayoutFields::notesOf(Field field) const
{
    const FieldNotes *notes = m_notes.value(field == Field::kpp ? Field::inn : field);
    return notes ? notes->text() : QString();
}

FieldNotes::Line PayoutFields::lineOf(const Finding &finding) const
{
    const QWidget *editor = m_editors.value(finding.field);
    if (isUnfinished(finding.kind) && editor && editor->hasFocus()) return {findingSentence(finding), Tone::muted};
    if (finding.severity == Severity::hint) return {findingSentence(finding), Tone::muted};
    return {severitySign(finding.severity) + u' ' + findingSentence(finding), toneOf(finding.severity)};
}

void PayoutFields::fillNotes(const ValidationReport &report, Field field, QList<FieldNotes::Line> &lines) const
{
    if (m_refusals.contains(field)) lines += {m_refusals.value(field), Tone::warn};
    for (const Finding &finding : report.findings) {
        if (finding.field != field) continue;
        if (isOnlyMissing(finding.kind) && !isTouched(field)) continue;
        if (finding.severity == Severity::good && finding.kind != FindingKind::bikGood) continue;
        lines += lineOf(finding);
        if (finding.kind == FindingKind::purposeNormalised) lines += {report.purpose, Tone::muted, true};
    }
}

void PayoutFields::showReport(const ValidationReport &report)
{
    m_report = report;
    offerVatLines(report.vatRates);
    for (auto notes = m_notes.cbegin(); notes != m_notes.cend(); ++notes) {
        QList<FieldNotes::Line> lines;
        const Field field = notes.key();
        if (field == Field::recipientName && report.kind) lines += {kindSentence(*report.kind), Tone::muted};
        fillNotes(report, field, lines);
        if (field == Field::inn) fillNotes(report, Field::kpp, lines);
        if (field == Field::account && !m_recipient.headline.isEmpty())
            lines += {(m_recipient.good ? u"✓ "_s : u"! "_s) + m_recipient.headline,
                      m_recipient.good ? Tone::good : Tone::warn};
        if (field == Field::account && !pasteRemark().isEmpty()) lines += {u"! "_s + pasteRemark(), Tone::warn};
        if (field == Field::amount) {
            const Result<Money> amount = Money::parse(m_amount->text());
            if (amount) lines.prepend({amountInWords(*amount), Tone::muted});
        }
        const bool here = m_editors.value(field)->hasFocus() || (field == Field::inn && m_kpp->hasFocus());
        notes.value()->giveRoom(!m_typing ? FieldNotes::Room::asNeeded
                                : here    ? FieldNotes::Room::onlyMore
                                          : FieldNotes::Room::asItIs);
        notes.value()->setLines(lines);
        markEditor(field, report);
    }
    markEditor(Field::kpp, report);
}

void PayoutFields::markEditor(Field field, const ValidationReport &report)
{
    QWidget *editor = m_editors.value(field);
    QString grade;
    for (const Finding &finding : report.findings) {
        if (finding.field != field || (isOnlyMissing(finding.kind) && !isTouched(field))) continue;
        if (isUnfinished(finding.kind) && editor->hasFocus()) continue;
        if (finding.severity == Severity::block) grade = u"danger"_s;
        if (finding.severity == Severity::warn && grade.isEmpty()) grade = u"warn"_s;
    }
    editor->setAccessibleDescription(notesOf(field));
    if (editor->property("grade").toString() == grade) return;
    editor->setProperty("grade", grade);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}

} // namespace countersign::ui
