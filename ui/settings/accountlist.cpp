#include "ui/settings/accountlist.h"

#include "ui/settings/fieldrow.h"
#include "ui/widgets/digitsedit.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/nameedit.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

SettlementAccount AccountList::Entry::account() const
{
    return {number->text(), bik->text(), title->text().trimmed()};
}

AccountList::AccountList(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout), m_problem(plainLabel({}, Tone::danger, this))
{
    auto *add = new HintButton(tr("&Add an account"), {}, this);
    m_add = add;
    add->setObjectName(u"addAccount"_s);
    m_column->setSpacing(10);
    m_problem->setObjectName(u"accountsProblem"_s);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(sectionLabel(tr("Settlement accounts"), this));
    layout->addWidget(m_problem);
    layout->addLayout(m_column);
    layout->addWidget(add, 0, Qt::AlignLeft);
    addEntry({});
    connect(add, &QPushButton::clicked, this, [this] {
        addEntry({});
        m_entries.last().number->setFocus();
    });
}

void AccountList::setAccounts(const QList<SettlementAccount> &accounts)
{
    while (!m_entries.isEmpty())
        delete m_entries.takeLast().frame;
    for (const SettlementAccount &account : accounts)
        addEntry(account);
    if (m_entries.isEmpty()) addEntry({});
}

QList<AccountList::Entry> AccountList::filled() const
{
    QList<Entry> entries = m_entries;
    entries.removeIf([](const Entry &entry) { return entry.account() == SettlementAccount(); });
    return entries;
}

QList<SettlementAccount> AccountList::accounts() const
{
    QList<SettlementAccount> accounts;
    for (const Entry &entry : filled())
        accounts.append(entry.account());
    return accounts;
}

void AccountList::addEntry(const SettlementAccount &account)
{
    auto *frame = new QWidget(this);
    auto *number = new DigitsEdit(20, DigitsEdit::Show::inFours, frame);
    auto *bik = new DigitsEdit(9, DigitsEdit::Show::plain, frame);
    auto *title = new NameEdit(60, frame);
    auto *remove = new HintButton(tr("Remove"), {}, frame);
    remove->setObjectName(u"removeAccount"_s);
    setButtonRole(remove, ButtonRole::quiet);
    number->setText(account.number);
    bik->setText(account.bik);
    title->setText(account.title);
    title->setPlaceholderText(tr("Main account"));

    Entry entry{frame,  number, bik, title, remove, new FieldRow(tr("Account number"), number, {}, nullptr, frame),
                nullptr};
    auto *pair = new QWidget(frame);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(bik, 1);
    row->addWidget(title, 2);
    row->addWidget(remove);
    entry.bikRow = new FieldRow(tr("BIK, your own label"), pair, {}, bik, frame);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(entry.numberRow);
    column->addWidget(entry.bikRow);
    m_entries.append(entry);
    m_column->addWidget(frame);
    frame->show(); // at once, so that it can take the keyboard
    for (const QLineEdit *edit : {entry.number, entry.bik, entry.title})
        connect(edit, &QLineEdit::textChanged, this, &AccountList::changed);
    connect(remove, &QPushButton::clicked, this, [this, frame] { removeEntry(frame); });
    renumber();
}

void AccountList::removeEntry(const QWidget *frame)
{
    const auto place =
        std::find_if(m_entries.begin(), m_entries.end(), [frame](const Entry &entry) { return entry.frame == frame; });
    if (place == m_entries.end()) return;
    place->frame->hide();
    place->frame->deleteLater();
    m_entries.erase(place);
    if (m_entries.isEmpty()) addEntry({});
    renumber();
    m_entries.first().number->setFocus();
    Q_EMIT changed();
}

/// Names and the order of Tab: entry after entry, from left to right, then the button under them.
void AccountList::renumber()
{
    QWidget *before = nullptr;
    for (const Entry &entry : std::as_const(m_entries)) {
        for (QWidget *next : {static_cast<QWidget *>(entry.number), static_cast<QWidget *>(entry.bik),
                              static_cast<QWidget *>(entry.title), entry.remove}) {
            if (before) setTabOrder(before, next);
            before = next;
        }
    }
    if (before) setTabOrder(before, m_add);
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        entry.number->setObjectName(u"account-%1"_s.arg(i));
        entry.bik->setObjectName(u"bik-%1"_s.arg(i));
        entry.title->setObjectName(u"title-%1"_s.arg(i));
        entry.number->setAccessibleName(tr("Number of account %1").arg(i + 1));
        entry.bik->setAccessibleName(tr("BIK of account %1").arg(i + 1));
        entry.title->setAccessibleName(tr("Own word for account %1").arg(i + 1));
    }
}

void AccountList::showPoints(const QList<OpenPoint> &points)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        entry.numberRow->setProblem({});
        entry.bikRow->setProblem({});
    }
    m_problem->hide();
    const QList<Entry> entries = filled();
    for (const OpenPoint &point : points) {
        if (point.field == ProfileField::accounts) {
            m_problem->setText(u"! "_s + point.sentence);
            m_problem->show();
        }
        if (point.index < 0 || point.index >= entries.size()) continue;
        const Entry &entry = entries.at(point.index);
        if (point.field == ProfileField::accountNumber) entry.numberRow->setProblem(point.sentence);
        if (point.field == ProfileField::accountBik) entry.bikRow->setProblem(point.sentence);
    }
}

void AccountList::focusOn(const OpenPoint &point)
{
    const QList<Entry> entries = filled();
    if (point.index < 0 || point.index >= entries.size()) {
        m_entries.first().number->setFocus();
        return;
    }
    const Entry &entry = entries.at(point.index);
    (point.field == ProfileField::accountBik ? entry.bik : entry.number)->setFocus();
}

} // namespace countersign::ui
