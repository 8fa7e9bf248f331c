#include "ui/recipients/recipientswindow.h"

#include "core/futures.h"
#include "domain/field.h"
#include "domain/requisites.h"
#include "domain/workingdays.h"
#include "ui/help/helppage.h"
#include "ui/models/datewords.h"
#include "ui/models/errorwords.h"
#include "ui/models/visibletext.h"
#include "ui/recipients/recipientfields.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/reasonpanel.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

enum BookColumn { bookName, bookInn, bookAccount, bookColumns };

/// Shows an account in groups; what is copied from the table are the digits alone.
class AccountDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QString displayText(const QVariant &account, const QLocale &) const override
    {
        return groupedDigits(account.toString());
    }
};

QString fieldSentence(const QString &field)
{
    const auto which = payoutFieldFromWord(field);
    if (which == Field::recipientName) return RecipientsWindow::tr("Give a name of up to 160 visible characters.");
    if (which == Field::inn) return RecipientsWindow::tr("An INN has 10 or 12 digits. Correct it, or leave it empty.");
    if (which == Field::kpp) return RecipientsWindow::tr("A KPP has 9 characters. Correct it, or leave it empty.");
    if (which == Field::bik) return RecipientsWindow::tr("A BIK has 9 digits. Correct it.");
    if (which == Field::account) return RecipientsWindow::tr("An account has 20 digits. Correct it.");
    return RecipientsWindow::tr("Shorten the note to 500 visible characters.");
}

/// What a version changed, against the one before it.
QString changeText(const RecipientChange &change, const RecipientDetails *before)
{
    if (change.retired) return RecipientsWindow::tr("retired");
    if (!before) return RecipientsWindow::tr("entered, account …%1").arg(change.details.account.right(4));
    QStringList parts;
    const auto compare = [&](const QString &name, const QString &was, const QString &is) {
        if (was != is)
            parts += RecipientsWindow::tr("%1 from “%2” to “%3”").arg(name, visibleText(was), visibleText(is));
    };
    compare(RecipientsWindow::tr("name"), before->name, change.details.name);
    compare(RecipientsWindow::tr("INN"), before->inn, change.details.inn);
    compare(RecipientsWindow::tr("KPP"), before->kpp, change.details.kpp);
    compare(RecipientsWindow::tr("BIK"), before->bik, change.details.bik);
    compare(RecipientsWindow::tr("account"), before->account, change.details.account);
    compare(RecipientsWindow::tr("note"), before->note, change.details.note);
    return parts.join(u"; "_s);
}

} // namespace

RecipientsWindow::RecipientsWindow(RecipientBook &book, EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_book(book)
{
    setHelpTopic(*this, HelpTopic::recipients);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Recipients"));
    setMinimumSize(760, 480);
    resize(980, 620);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(listSide());
    sides->addWidget(entrySide());
    sides->setStretchFactor(0, 1);
    sides->setSizes({580, 400});
    layout->addWidget(sides, 1);
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchAfterMs);
    connect(&m_searchTimer, &QTimer::timeout, this, &RecipientsWindow::read);
    connect(&m_book, &RecipientBook::changed, this, &RecipientsWindow::read);
    beginNew();
    read();
    m_search->setFocus();
}

QWidget *RecipientsWindow::listSide()
{
    auto *side = new QWidget(this);
    m_search = new QLineEdit(side);
    m_search->setObjectName(u"bookSearch"_s);
    m_search->setMaximumWidth(readableWidth());
    m_search->setPlaceholderText(tr("Name, INN, account, BIK or note"));
    m_search->setAccessibleName(tr("Search recipients"));
    m_retired = new QCheckBox(tr("Show retired ones"), side);
    m_retired->setObjectName(u"bookRetired"_s);
    auto *add = new HintButton(tr("New recipient"), {}, side);
    add->setObjectName(u"bookNew"_s);
    m_table = new QTableWidget(0, bookColumns, side);
    m_table->setObjectName(u"bookTable"_s);
    m_table->setAccessibleName(tr("Recipients"));
    m_table->setHorizontalHeaderLabels({tr("Recipient"), tr("INN"), tr("Account")});
    m_table->horizontalHeader()->setSectionResizeMode(bookName, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(bookAccount, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegateForColumn(bookAccount, new AccountDelegate(m_table));
    m_count = plainLabel({}, Tone::small, side);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addStretch(); // on a large screen
    top->addWidget(m_retired);
    top->addWidget(add);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(14, 12, 10, 12);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_count);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_retired, &QCheckBox::toggled, this, &RecipientsWindow::read);
    connect(add, &QPushButton::clicked, this, [this] {
        unlessUnsaved([this] {
            m_table->clearSelection();
            beginNew();
        });
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        const auto chosen = m_table->selectionModel()->selectedRows();
        if (!m_filling && !chosen.isEmpty()) choose(chosen.first().row());
    });
    return side;
}

QWidget *RecipientsWindow::entrySide()
{
    auto *side = new QWidget(this);
    m_heading = plainLabel({}, Tone::heading, side);
    m_fields = new RecipientFields(side);
    m_problem = new Note(side);
    m_problem->setObjectName(u"bookProblem"_s);
    m_problem->hide();
    m_unsaved = new ReasonPanel(ReasonPanel::Place::window, side);
    QWidget *buttons = entryButtons(); // before the history: Tab goes from the fields to them
    m_history = plainLabel({}, Tone::small, side);
    m_history->setObjectName(u"bookHistory"_s);
    m_history->setAlignment(Qt::AlignTop);
    auto *scroll = new QScrollArea(side);
    scroll->setWidgetResizable(true);
    scroll->setObjectName(u"bookHistoryArea"_s);
    scroll->setAccessibleName(tr("What was changed, by whom and when"));
    scroll->setWidget(m_history);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(14, 12, 16, 12);
    layout->addWidget(m_heading);
    layout->addWidget(m_fields);
    layout->addWidget(m_problem);
    layout->addWidget(m_unsaved);
    layout->addWidget(buttons);
    layout->addWidget(sectionLabel(tr("History"), side));
    layout->addWidget(scroll, 1);
    keepReadable(side);
    connect(m_unsaved, &ReasonPanel::given, this, [this] {
        m_fields->setDetails(m_atFirst);
        if (const auto wanted = std::exchange(m_wanted, {})) wanted();
    });
    connect(m_unsaved, &ReasonPanel::withdrawn, this, [this] {
        m_wanted = {};
        m_fields->focusFirst();
    });
    connect(m_fields, &RecipientFields::changed, m_problem, &QWidget::hide);
    connect(m_fields, &RecipientFields::refused, this, [this](const QString &why) {
        m_problem->setContent(Note::Grade::warn, u"!"_s, tr("That was not taken."), why);
        m_problem->show();
    });
    return side;
}

QWidget *RecipientsWindow::entryButtons()
{
    auto *buttons = new QWidget(this);
    m_save = new HintButton(tr("Save"), {}, buttons);
    m_save->setObjectName(u"bookSave"_s);
    setButtonRole(m_save, ButtonRole::primary);
    m_retire = new HintButton(tr("Retire"), {}, buttons);
    m_retire->setObjectName(u"bookRetire"_s);
    m_pay = new HintButton(tr("New payout to them"), {}, buttons);
    m_pay->setObjectName(u"bookPay"_s);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 4, 0, 8);
    layout->addWidget(m_save);
    layout->addWidget(m_retire);
    layout->addStretch();
    layout->addWidget(m_pay);
    connect(m_save, &QPushButton::clicked, this, &RecipientsWindow::save);
    connect(m_retire, &QPushButton::clicked, this, &RecipientsWindow::retire);
    connect(m_pay, &QPushButton::clicked, this, [this] {
        unlessUnsaved([this] {
            if (m_entry) Q_EMIT payWanted(*m_entry);
        });
    });
    return buttons;
}

void RecipientsWindow::read()
{
    const RecipientQuery query{.search = m_search->text(), .retired = m_retired->isChecked()};
    watch(m_book.recipients(query), this, [this, query](const Result<RecipientPage> &page) {
        const bool stillAsked = query.search == m_search->text() && query.retired == m_retired->isChecked();
        if (!page) return showProblem(page.error());
        if (stillAsked) showPage(*page);
    });
}

void RecipientsWindow::showPage(const RecipientPage &page)
{
    m_filling = true;
    m_rows = page.rows;
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const RecipientDetails &details = m_rows.at(row).details;
        m_table->setItem(row, bookName, plainCell(details.name, textFont()));
        m_table->setItem(row, bookInn, plainCell(details.inn, accountFont()));
        m_table->setItem(row, bookAccount, plainCell(details.account, accountFont()));
    }
    m_filling = false;
    selectShown();
    m_count->setText(countWords(page));
}

QString RecipientsWindow::countWords(const RecipientPage &page) const
{
    if (page.total > page.rows.size())
        return tr("%1 of %2 are shown. Search for the others.").arg(page.rows.size()).arg(page.total);
    if (page.total == 0 && !m_search->text().isEmpty()) return tr("No recipient holds these words.");
    if (page.total == 0)
        return tr("There are no recipients yet. Enter one here, or choose a payout in the list and then Payout → Add "
                  "recipient to address book.");
    return tr("Recipients: %1").arg(page.total);
}

/// In the list the entry that the fields show, and no other.
void RecipientsWindow::selectShown()
{
    const auto isShown = [this](qsizetype row) {
        return m_entry && row < m_rows.size() && m_rows.at(row).id == m_entry->id;
    };
    const auto chosen = m_table->selectionModel()->selectedRows();
    if (!chosen.isEmpty() && isShown(chosen.first().row())) return; // and the cell that has the keyboard stays
    m_filling = true;
    m_table->clearSelection();
    for (int row = 0; row < m_rows.size(); ++row) {
        if (isShown(row)) m_table->selectRow(row);
    }
    m_filling = false;
}

void RecipientsWindow::choose(int row)
{
    if (row >= m_rows.size()) return;
    unlessUnsaved([this, chosen = m_rows.at(row)] {
        showEntry(chosen);
        selectShown();
    });
    if (m_wanted) selectShown();
}

void RecipientsWindow::unlessUnsaved(std::function<void()> act)
{
    if (m_fields->details() == m_atFirst) return act();
    m_wanted = std::move(act);
    m_problem->hide();
    m_unsaved->ask(tr("What you have entered is not saved."), tr("Go on without saving"), Reason::none, true);
}

void RecipientsWindow::beginNew()
{
    showEntry(std::nullopt);
    m_fields->focusFirst();
}

void RecipientsWindow::beginWith(const RecipientDetails &details)
{
    unlessUnsaved([this, details] {
        m_table->clearSelection();
        beginNew();
        m_fields->setDetails(details);
    });
}

void RecipientsWindow::offerBanks(std::function<QList<BankEntry>(const QString &, qsizetype)> search)
{
    m_fields->offerBanks(std::move(search));
}

void RecipientsWindow::showEntry(const std::optional<RecipientRecord> &entry)
{
    m_entry = entry;
    m_fields->setDetails(entry ? entry->details : RecipientDetails{});
    m_atFirst = m_fields->details();
    m_unsaved->hide();
    m_wanted = {};
    m_heading->setText(entry ? visibleText(entry->details.name) : tr("New recipient"));
    const bool open = !entry || !entry->retired;
    m_fields->setEnabled(open);
    m_save->setEnabled(open);
    m_retire->setEnabled(entry && open);
    m_pay->setEnabled(entry && open);
    m_problem->hide();
    m_history->clear();
    if (entry) readHistory();
}

void RecipientsWindow::readHistory()
{
    const RecipientId id = m_entry->id;
    watch(m_book.history(id), this, [this, id](const Result<QList<RecipientChange>> &history) {
        if (!m_entry || m_entry->id != id || !history) return;
        QStringList lines;
        for (qsizetype i = 0; i < history->size(); ++i) {
            const RecipientChange &change = history->at(i);
            lines.prepend(tr("%1, %2: %3")
                              .arg(dayWords(bankDay(change.at)), visibleText(change.user),
                                   changeText(change, i > 0 ? &history->at(i - 1).details : nullptr)));
        }
        m_history->setText(lines.join(u'\n'));
    });
}

void RecipientsWindow::save()
{
    m_save->setEnabled(false);
    const RecipientId id = m_entry ? m_entry->id : RecipientId{};
    watch(m_book.save(id, m_entry ? m_entry->version : 0, m_fields->details()), this,
          [this, id](const Result<RecipientRecord> &saved) {
              m_save->setEnabled(true);
              if (!saved) return showProblem(saved.error());
              showEntry(*saved);
              if (id.isEmpty()) m_search->clear(); // a search would hide what has just been entered
              m_problem->setContent(Note::Grade::good, u"✓"_s, tr("The entry was saved."));
              m_problem->show();
          });
}

void RecipientsWindow::retire()
{
    if (!m_entry) return;
    watch(m_book.retire(m_entry->id, m_entry->version), this, [this](const Result<> &retired) {
        if (!retired) return showProblem(retired.error());
        beginNew();
    });
}

void RecipientsWindow::showProblem(const Error &error)
{
    QString sentence = errorSentence(error);
    if (error.code == ErrorCode::notValid) {
        QStringList sentences;
        QList<Field> wrong;
        for (const QString &field : error.detail.split(u',')) {
            sentences += fieldSentence(field);
            wrong += payoutFieldFromWord(field).value_or(Field::whole);
        }
        sentence = sentences.join(u'\n');
        m_fields->markWrong(wrong);
        m_fields->focusOn(payoutFieldFromWord(error.detail.section(u',', 0, 0)).value_or(Field::whole));
    }
    if (error.code == ErrorCode::storeConflict) sentence = tr("There is an entry with this account and BIK already.");
    if (error.code == ErrorCode::emptyValue) sentence = tr("Nothing was changed.");
    if (error.code == ErrorCode::wrongState)
        sentence = tr("Somebody has changed this entry meanwhile. Choose it again.");
    m_problem->setContent(Note::Grade::danger, u"✕"_s, tr("This was not saved."), sentence);
    if (sentence == errorSentence(error)) m_problem->offerHelp(helpTopicOf(error.code));
    m_problem->show();
}

void RecipientsWindow::reject()
{
    unlessUnsaved([this] { QDialog::reject(); });
}

void RecipientsWindow::keyPressEvent(QKeyEvent *event)
{
    // As in the form: Enter does nothing that its focused control does not do.
    if (event->key() == Qt::Key_Escape) reject();
    event->accept();
}

} // namespace countersign::ui
