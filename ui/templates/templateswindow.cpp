#include "ui/templates/templateswindow.h"

#include "core/futures.h"
#include "domain/workingdays.h"
#include "ui/help/helppage.h"
#include "ui/models/errorwords.h"
#include "ui/models/moneywords.h"
#include "ui/models/visibletext.h"
#include "ui/templates/templatefields.h"
#include "ui/widgets/hintbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/note.h"
#include "ui/widgets/plaincopies.h"
#include "ui/widgets/readablewidth.h"
#include "ui/widgets/reasonpanel.h"
#include "ui/widgets/tablecell.h"
#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

enum TemplateColumn { templateName, templateRecipient, templateAmount, templateColumns };

bool fits(const TemplateRecord &record, const QString &words)
{
    const QString all = QStringList{record.name, record.draft.recipientName, record.draft.inn, record.draft.account,
                                    record.draft.purpose}
                            .join(u'\n');
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

QString amountText(const PayoutDraft &draft)
{
    const auto amount = Money::parse(draft.amount);
    return amount ? withRouble(*amount) : u"–"_s;
}

} // namespace

TemplatesWindow::TemplatesWindow(TemplateBook &book, const Clock &clock, EnvironmentKind environment, QWidget *parent)
    : QDialog(parent), m_book(book), m_clock(clock)
{
    setHelpTopic(*this, HelpTopic::firstSteps);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Templates"));
    setMinimumSize(820, 500);
    resize(1040, 620);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new EnvironmentStripe(environment, this));
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(listSide());
    sides->addWidget(templateSide());
    sides->setStretchFactor(0, 1);
    sides->setSizes({560, 480});
    layout->addWidget(sides, 1);
    connect(&m_book, &TemplateBook::changed, this, &TemplatesWindow::read);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, m_make, &QPushButton::click);
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this), &QShortcut::activated, m_save,
            &QPushButton::click);
    showNothing();
    read();
    m_search->setFocus();
}

QWidget *TemplatesWindow::listSide()
{
    auto *side = new QWidget(this);
    m_search = new QLineEdit(side);
    m_search->setObjectName(u"templateSearch"_s);
    m_search->setMaximumWidth(readableWidth());
    m_search->setPlaceholderText(tr("Template, recipient, account or purpose"));
    m_search->setAccessibleName(tr("Search templates"));
    m_table = new QTableWidget(0, templateColumns, side);
    m_table->setObjectName(u"templateTable"_s);
    new PlainCopies(*m_table);
    m_table->setAccessibleName(tr("Templates"));
    m_table->setHorizontalHeaderLabels({tr("Template"), tr("Recipient"), tr("Amount")});
    m_table->horizontalHeader()->setSectionResizeMode(templateName, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(templateRecipient, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(templateAmount, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(templateAmount)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_none = plainLabel({}, Tone::muted, side);
    m_none->setObjectName(u"templateNone"_s);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(14, 12, 10, 12);
    auto *top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addStretch(); // on a large screen
    layout->addLayout(top);
    layout->addWidget(m_none);
    layout->addWidget(m_table, 1);
    connect(m_search, &QLineEdit::textChanged, this, &TemplatesWindow::fillTable);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_table->setFocus();
        if (m_table->rowCount() > 0 && m_table->selectionModel()->selectedRows().isEmpty()) m_table->selectRow(0);
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, [this] {
        const auto chosen = m_table->selectionModel()->selectedRows();
        if (!m_filling && !chosen.isEmpty()) choose(chosen.first().row());
    });
    connect(m_table, &QTableWidget::activated, this, [this] {
        if (m_make->isEnabled()) return makeDraft();
        m_fields->focusAmount();
    });
    return side;
}

QWidget *TemplatesWindow::templateSide()
{
    m_side = new QWidget(this);
    m_heading = plainLabel({}, Tone::heading, m_side);
    m_heading->setObjectName(u"templateHeading"_s);
    m_fields = new TemplateFields(m_side);
    m_problem = new Note(m_side);
    m_problem->setObjectName(u"templateProblem"_s);
    m_problem->hide();
    m_unsaved = new ReasonPanel(ReasonPanel::Place::window, m_side);
    m_why = plainLabel({}, Tone::small, m_side);
    m_why->setObjectName(u"templateWhy"_s);
    m_footer = new QStackedWidget(m_side);
    m_footer->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_footer->addWidget(buttons());
    m_footer->addWidget(deletePage());
    auto *layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(14, 12, 16, 12);
    layout->setSpacing(10);
    layout->addWidget(m_heading);
    layout->addWidget(m_fields);
    layout->addStretch();
    layout->addWidget(m_problem);
    layout->addWidget(m_unsaved);
    layout->addWidget(m_why);
    layout->addWidget(m_footer);
    connect(m_unsaved, &ReasonPanel::given, this, [this] {
        m_fields->setTemplate(*m_shown, bankDay(m_clock.now()));
        if (const auto wanted = std::exchange(m_wanted, {})) wanted();
    });
    connect(m_unsaved, &ReasonPanel::withdrawn, this, [this] {
        m_wanted = {};
        m_fields->focusName();
    });
    connect(m_fields, &TemplateFields::changed, this, [this] {
        m_problem->hide();
        showPossible();
    });
    connect(m_fields, &TemplateFields::refused, this, [this](const QString &why) {
        m_problem->setContent(Note::Grade::warn, u"!"_s, tr("That was not taken."), why);
        m_problem->show();
    });
    return m_side;
}

QWidget *TemplatesWindow::buttons()
{
    auto *page = new QWidget(m_footer);
    m_make = new HintButton(tr("Make a draft"), tr("Ctrl+Enter"), page);
    m_make->setObjectName(u"templateMake"_s);
    setButtonRole(m_make, ButtonRole::primary);
    m_save = new HintButton(tr("Save template"), tr("Ctrl+S"), page);
    m_save->setObjectName(u"templateSave"_s);
    m_delete = new HintButton(tr("Delete…"), {}, page);
    m_delete->setObjectName(u"templateDelete"_s);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_delete);
    layout->addStretch();
    layout->addWidget(m_save);
    layout->addWidget(m_make);
    connect(m_make, &QPushButton::clicked, this, &TemplatesWindow::makeDraft);
    connect(m_save, &QPushButton::clicked, this, &TemplatesWindow::save);
    connect(m_delete, &QPushButton::clicked, this, [this] {
        m_footer->setCurrentIndex(1);
        m_footer->currentWidget()->findChild<QPushButton *>(u"templateKeep"_s)->setFocus();
    });
    return page;
}

QWidget *TemplatesWindow::deletePage()
{
    auto *page = new QWidget(m_footer);
    auto *keep = new HintButton(tr("Keep it"), {}, page);
    keep->setObjectName(u"templateKeep"_s);
    auto *really = new HintButton(tr("Delete the template"), {}, page);
    really->setObjectName(u"templateReallyDelete"_s);
    setButtonRole(really, ButtonRole::danger);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plainLabel(tr("Payouts that were made from it stay."), Tone::normal, page), 1);
    layout->addWidget(really);
    layout->addWidget(keep);
    connect(keep, &QPushButton::clicked, this, [this] {
        m_footer->setCurrentIndex(0);
        m_delete->setFocus();
    });
    connect(really, &QPushButton::clicked, this, &TemplatesWindow::remove);
    return page;
}

void TemplatesWindow::read()
{
    watch(m_book.templates(), this, [this](const Result<QList<TemplateRecord>> &all) {
        if (!all) return showProblem(tr("The templates can't be read."), all.error());
        m_all = *all;
        fillTable();
    });
}

void TemplatesWindow::fillTable()
{
    m_filling = true;
    m_rows.clear();
    for (const TemplateRecord &record : std::as_const(m_all)) {
        if (fits(record, m_search->text())) m_rows += record;
    }
    m_table->setRowCount(static_cast<int>(m_rows.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const TemplateRecord &record = m_rows.at(row);
        m_table->setItem(row, templateName, plainCell(record.name, textFont()));
        m_table->setItem(row, templateRecipient, plainCell(record.draft.recipientName, textFont()));
        m_table->setItem(row, templateAmount,
                         plainCell(amountText(record.draft), textFont(), Qt::AlignRight | Qt::AlignVCenter));
    }
    m_filling = false;
    selectShown();
    m_none->setText(m_all.isEmpty() ? tr("There are no templates yet. Choose a payout in the list and then Payout → "
                                         "Save as template, or press that in a payout's form.")
                                    : tr("No template holds these words."));
    m_none->setVisible(m_rows.isEmpty());
    if (!m_shown && !m_rows.isEmpty()) m_table->selectRow(0);
}

/// In the list the template that is shown, and no other.
void TemplatesWindow::selectShown()
{
    const auto isShown = [this](qsizetype row) {
        return m_shown && row < m_rows.size() && m_rows.at(row).id == m_shown->id;
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

void TemplatesWindow::choose(int row)
{
    if (row >= m_rows.size()) return;
    unlessRewritten([this, chosen = m_rows.at(row)] {
        showTemplate(chosen);
        selectShown();
    });
    if (m_wanted) selectShown();
}

void TemplatesWindow::unlessRewritten(std::function<void()> act)
{
    if (!m_shown || !m_fields->isRewritten()) return act();
    m_wanted = std::move(act);
    m_problem->hide();
    m_unsaved->ask(tr("What you have changed is not saved."), tr("Go on without saving"), Reason::none, true);
}

void TemplatesWindow::beginNew(const PayoutDraft &draft)
{
    unlessRewritten([this, draft] {
        TemplateRecord fresh{.id = {}};
        fresh.name = draft.recipientName.left(templateNameLimit);
        fresh.draft = draft;
        showTemplate(fresh);
        selectShown();
        m_fields->focusName();
    });
}

void TemplatesWindow::showTemplate(const TemplateRecord &shown)
{
    m_shown = shown;
    m_unsaved->hide();
    m_wanted = {};
    m_side->setEnabled(true);
    m_heading->setText(shown.id.isEmpty() ? tr("New template") : visibleText(shown.name));
    m_footer->setCurrentIndex(0);
    m_fields->setTemplate(shown, bankDay(m_clock.now()));
}

void TemplatesWindow::showNothing()
{
    m_shown = std::nullopt;
    m_heading->setText(tr("No template is chosen"));
    m_fields->setTemplate({}, bankDay(m_clock.now()));
    m_footer->setCurrentIndex(0);
    m_side->setEnabled(false);
}

void TemplatesWindow::showPossible()
{
    const bool isNew = m_shown && m_shown->id.isEmpty();
    QString why;
    if (isNew)
        why = tr("Save the template, and drafts can be made from it.");
    else if (m_shown && m_fields->isRewritten())
        why = tr("Save what you have changed, or choose the template again.");
    else if (m_shown && m_fields->filled().needsAmount)
        why = tr("Type the amount of this payout: its purpose needs it.");
    m_why->setText(why);
    m_make->setEnabled(m_shown && why.isEmpty());
    m_delete->setEnabled(m_shown && !isNew);
    m_save->setEnabled(m_shown.has_value());
}

void TemplatesWindow::makeDraft()
{
    if (!m_shown || !m_make->isEnabled()) return;
    const QString amount = m_fields->shownTemplate().draft.amount;
    Q_EMIT draftWanted(draftFromTemplate(*m_shown, bankDay(m_clock.now()), amount));
    accept();
}

void TemplatesWindow::save()
{
    if (!m_shown) return;
    const TemplateRecord typed = m_fields->shownTemplate();
    m_save->setEnabled(false);
    watch(m_book.save(typed.id, typed.version, typed.name, typed.draft), this,
          [this](const Result<TemplateRecord> &saved) {
              m_save->setEnabled(true);
              if (!saved) return showProblem(tr("The template was not saved."), saved.error());
              showTemplate(*saved);
              m_table->setFocus();
          });
}

void TemplatesWindow::remove()
{
    if (!m_shown) return;
    watch(m_book.remove(m_shown->id, m_shown->version), this, [this](const Result<> &removed) {
        m_footer->setCurrentIndex(0);
        if (!removed) return showProblem(tr("The template was not deleted."), removed.error());
        showNothing();
        m_table->setFocus();
    });
}

void TemplatesWindow::showProblem(const QString &headline, const Error &error)
{
    QString sentence = errorSentence(error);
    if (error.code == ErrorCode::notValid)
        sentence = tr("Give it a name of 1 to %1 characters.").arg(templateNameLimit);
    if (error.code == ErrorCode::storeConflict) sentence = tr("There is a template of that name. Choose another name.");
    if (error.code == ErrorCode::emptyValue) sentence = tr("Nothing was changed.");
    if (error.code == ErrorCode::wrongState || error.code == ErrorCode::notFound)
        sentence = tr("Somebody has changed or deleted it meanwhile. Choose it again.");
    m_problem->setContent(Note::Grade::danger, u"✕"_s, headline, sentence);
    if (sentence == errorSentence(error)) m_problem->offerHelp(helpTopicOf(error.code));
    m_problem->show();
}

void TemplatesWindow::reject()
{
    if (m_footer->currentIndex() == 1) { // Esc takes the question back
        m_footer->setCurrentIndex(0);
        return m_delete->setFocus();
    }
    unlessRewritten([this] { QDialog::reject(); });
}

void TemplatesWindow::keyPressEvent(QKeyEvent *event)
{
    // As in the form: Enter does nothing that its focused control does not do.
    if (event->key() == Qt::Key_Escape) reject();
    event->accept();
}

} // namespace countersign::ui
