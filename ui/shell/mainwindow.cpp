#include "ui/shell/mainwindow.h"

#include "core/futures.h"
#include "ui/help/helppage.h"
#include "ui/import/importwindow.h"
#include "ui/models/foldermodel.h"
#include "ui/models/payoutwords.h"
#include "ui/payouts/detailspane.h"
#include "ui/payouts/payoutlistpage.h"
#include "ui/shell/freezebar.h"
#include "ui/shell/navigation.h"
#include "ui/shell/notices.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/widgets/appicon.h"
#include "ui/widgets/environmentstripe.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reasonpanel.h"

#include <QActionGroup>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {
constexpr int balanceInterval = 5 * 60 * 1000; // milliseconds
constexpr int narrowestFolders = 170;
constexpr int narrowestDetails = 318; // a whole account number beside its label, and a scroll bar
constexpr int narrowestScreen = 1016; // 1024 with a window's frame
constexpr int stormLength = 700;      // milliseconds between two keys of one storm, at most
} // namespace

MainWindow::MainWindow(PayoutDesk &desk, const Clock &clock, DetailsController::OffersFunction offers,
                       const WindowFacts &facts, Appearance appearance, QWidget *parent)
    : QMainWindow(parent), m_desk(desk), m_clock(clock), m_facts(facts), m_folders(new FolderModel(desk, this)),
      m_navigation(new Navigation(*m_folders, this)), m_topBar(new TopBar(facts, this)),
      m_freezeBar(new FreezeBar(this)), m_list(new PayoutListPage(desk, clock, this)), m_details(new DetailsPane(this)),
      m_detailsController(new DetailsController(desk, clock, std::move(offers), *m_details, this)),
      m_statusLine(new StatusLine(facts, this)), m_notices(new Notices(desk, *m_statusLine, this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("%1 — Countersign").arg(facts.companyName));
    setWindowIcon(applicationIcon());
    setAcceptDrops(true); // a file with payments
    resize(1280, 800);
    setStatusBar(m_statusLine);
    buildMenus(appearance);
    buildCentre();
    const int columns = narrowestFolders + m_list->minimumSizeHint().width() + narrowestDetails + 2;
    setMinimumSize(std::clamp(columns, 900, narrowestScreen), 600);
    joinList();
    joinFreeze();

    connect(&desk, &PayoutDesk::overviewChanged, this, &MainWindow::showOverview);
    connect(m_notices, &Notices::wanted, this, [this](const PayoutId &id) {
        raise();
        activateWindow();
        if (id.isEmpty()) {
            showFolder(Folder::needsAttention);
        } else {
            showPayout(id);
        }
    });
    m_balanceTimer.setInterval(balanceInterval);
    connect(&m_balanceTimer, &QTimer::timeout, this, &MainWindow::readBalance);
    connect(&desk, &PayoutDesk::noticeRaised, this, [this](const Notice &notice) {
        const bool moved = notice.kind == Notice::Kind::paid || notice.kind == Notice::Kind::returned;
        if (moved) readBalance();
    });
    m_balanceTimer.start();
    m_folders->refresh();
    showOverview();
    readBalance();
    m_navigation->choose(Folder::toReview);
    m_list->takeFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildMenus(Appearance appearance)
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New payout…"), QKeySequence(tr("Ctrl+N")), this, &MainWindow::newPayoutRequested);
    file->addAction(tr("New from &template…"), QKeySequence(tr("Ctrl+T")), this, &MainWindow::templatesRequested)
        ->setObjectName(u"templatesAction"_s);
    file->addAction(tr("&Import payments…"), QKeySequence(tr("Ctrl+I")), this, [this] { Q_EMIT importRequested({}); });
    QAction *toFile = file->addAction(tr("&Export…"), QKeySequence(tr("Ctrl+E")), this, &MainWindow::requestExport);
    toFile->setObjectName(u"exportAction"_s);
    m_list->table()->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->table()->addAction(toFile);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(QKeySequence::Quit), this, &QWidget::close);
    buildPayoutMenu();
    buildViewMenu(appearance);
    m_tools = menuBar()->addMenu(tr("&Tools"));
    m_freeze = m_tools->addAction(tr("&Freeze sending…"));
    m_freeze->setObjectName(u"freezeAction"_s);
    m_help = menuBar()->addMenu(tr("&Help"));
    // F1 itself is heard everywhere by the HelpOpener; here it only stands beside the words.
    m_help->addAction(tr("&Contents\tF1"), this, [this] { askForHelp(*this, HelpTopic::firstSteps); });
    m_help->addAction(tr("What the &states mean"), this, [this] { askForHelp(*this, HelpTopic::states); });
    m_help->addAction(tr("When an outcome is &unknown"), this, [this] { askForHelp(*this, HelpTopic::unknown); });
    m_help->addSeparator();
    m_help->addAction(tr("&About Countersign"), this, &MainWindow::showAbout);
}

void MainWindow::requestExport()
{
    Q_EMIT exportRequested({.folder = m_list->model().folder(), .search = m_list->model().search()});
}

void MainWindow::buildPayoutMenu()
{
    QMenu *menu = menuBar()->addMenu(tr("&Payout"));
    menu->addAction(tr("Take the ne&xt step"), QKeySequence(tr("Ctrl+Return")), this, &MainWindow::takeNextStep)
        ->setAutoRepeat(false);
    m_review = menu->addAction(tr("&Review…"), QKeySequence(tr("Ctrl+R")), this, &MainWindow::reviewChosen);
    menu->addSeparator();
    m_sendDrafts = menu->addAction(tr("&Send drafts for checking…"), QKeySequence(tr("Ctrl+Shift+S")), this,
                                   &MainWindow::sendDraftsRequested);
    m_sendDrafts->setObjectName(u"sendDraftsAction"_s);
    m_groupConfirm = menu->addAction(tr("Confirm se&veral…"), QKeySequence(tr("Ctrl+Shift+R")), this,
                                     &MainWindow::groupConfirmRequested);
    m_groupConfirm->setObjectName(u"groupConfirmAction"_s);
    menu->addSeparator();
    menu->addAction(tr("&Copy account number"), QKeySequence(tr("Ctrl+Shift+C")), this, &MainWindow::copyAccount);
    addActionsOfChosen(menu);
}

/// What can be done with any payout, also from the list's own menu.
void MainWindow::addActionsOfChosen(QMenu *menu)
{
    const auto add = [this, menu](const QString &name, const QString &words, const QKeySequence &key, auto signal) {
        QAction *action = menu->addAction(words, key, this, [this, signal] {
            Q_EMIT(this->*signal)
            (m_list->chosen());
        });
        action->setObjectName(name);
        action->setEnabled(false);
        m_list->table()->addAction(action);
        connect(m_list, &PayoutListPage::chosenChanged, action,
                [action](const PayoutId &id) { action->setEnabled(!id.isEmpty()); });
    };
    add(u"copyDraftAction"_s, tr("Copy as ne&w draft…"), QKeySequence(tr("Ctrl+D")), &MainWindow::copyRequested);
    add(u"addToBookAction"_s, tr("Add recipient to address &book"), {}, &MainWindow::addToBookRequested);
    add(u"saveTemplateAction"_s, tr("Save as &template…"), {}, &MainWindow::templateOfRequested);
    menu->addSeparator();
    add(u"orderPdfAction"_s, tr("Save as payment &order (PDF)…"), {}, &MainWindow::orderPdfRequested);
    add(u"orderPrintAction"_s, tr("&Print payment order…"), QKeySequence(QKeySequence::Print),
        &MainWindow::orderPrintRequested);
}

void MainWindow::buildViewMenu(Appearance appearance)
{
    QMenu *menu = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < folderCount; ++i) {
        const auto folder = static_cast<Folder>(i);
        QAction *action = menu->addAction(folderName(folder), this, [this, folder] { showFolder(folder); });
        action->setShortcut(QKeySequence(u"Alt+%1"_s.arg((i + 1) % 10)));
    }
    menu->addSeparator();
    menu->addAction(tr("&Search"), QKeySequence(QKeySequence::Find), this, [this] {
        m_topBar->search()->setFocus(Qt::ShortcutFocusReason);
        m_topBar->search()->selectAll();
    });
    menu->addAction(tr("Read &again"), QKeySequence(tr("F5")), this, [this] {
        m_list->model().refresh();
        m_folders->refresh();
        readBalance();
    });
    menu->addSeparator();
    QMenu *looks = menu->addMenu(tr("A&ppearance"));
    auto *group = new QActionGroup(this);
    const auto add = [&](const QString &words, Appearance look) {
        QAction *action = looks->addAction(words, this, [this, look] { Q_EMIT appearanceChosen(look); });
        action->setCheckable(true);
        action->setChecked(look == appearance);
        group->addAction(action);
    };
    add(tr("As the &system"), Appearance::system);
    add(tr("&Light"), Appearance::light);
    add(tr("&Dark"), Appearance::dark);
    buildLanguageMenu(menu);
}

/// Each language stands in its own words, so that everybody finds the way back.
void MainWindow::buildLanguageMenu(QMenu *view)
{
    QMenu *menu = view->addMenu(tr("&Language"));
    m_languages = new QActionGroup(this);
    const auto add = [&](const QString &words, Language language) {
        QAction *action = menu->addAction(words, this, [this, language] { Q_EMIT languageChosen(language); });
        action->setCheckable(true);
        action->setData(static_cast<int>(language));
        m_languages->addAction(action);
    };
    add(tr("As the &system"), Language::system);
    add(u"&English"_s, Language::english);
    add(u"&Русский"_s, Language::russian);
    showLanguage(Language::system);
}

void MainWindow::showLanguage(Language language)
{
    const auto actions = m_languages->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == static_cast<int>(language));
}

bool MainWindow::isBeingAnswered() const
{
    const auto panels = findChildren<ReasonPanel *>();
    return std::any_of(panels.cbegin(), panels.cend(), [](const ReasonPanel *panel) { return panel->isVisible(); });
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *splitter = new QSplitter(Qt::Horizontal, centre);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_navigation);
    splitter->addWidget(m_list);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(2, 0);
    m_navigation->setMinimumWidth(narrowestFolders);
    m_navigation->setMaximumWidth(280);
    m_details->setMinimumWidth(narrowestDetails);
    splitter->setSizes({196, 760, 326});
    column->addWidget(new EnvironmentStripe(m_facts.environment, centre));
    column->addWidget(m_topBar);
    column->addWidget(horizontalRule(centre));
    column->addWidget(m_freezeBar);
    column->addWidget(splitter, 1);
    m_column = column;
    setCentralWidget(centre);
    setTabOrder(m_topBar->search(), m_navigation);
    setTabOrder(m_navigation, m_list->table());
    setTabOrder(m_list->table(), m_details);
}

void MainWindow::addBar(QWidget *bar)
{
    m_column->insertWidget(m_column->indexOf(m_freezeBar) + 1, bar);
}

void MainWindow::joinList()
{
    connect(m_navigation, &Navigation::folderChosen, this, [this] { showSearched(m_topBar->search()->text()); });
    connect(m_navigation, &Navigation::recipientsWanted, this, &MainWindow::recipientsRequested);
    connect(m_topBar, &TopBar::searchChanged, this, &MainWindow::showSearched);
    connect(m_topBar, &TopBar::newPayoutClicked, this, &MainWindow::newPayoutRequested);
    connect(m_topBar, &TopBar::reviewClicked, this, &MainWindow::reviewChosen);
    connect(m_list, &PayoutListPage::chosenChanged, m_detailsController, &DetailsController::showPayout);
    connect(m_list, &PayoutListPage::allWanted, this, [this] { showFolder(Folder::all); });
    connect(m_list, &PayoutListPage::nextActWanted, this, &MainWindow::takeNextStep);
    connect(m_detailsController, &DetailsController::editWanted, this, &MainWindow::editDraftRequested);
    connect(m_detailsController, &DetailsController::reviewWanted, this, &MainWindow::reviewRequested);
    connect(m_folders, &FolderModel::countsRead, this, [this] {
        const qint64 waiting = m_folders->count(Folder::toReview);
        m_topBar->setReviewCount(waiting);
        m_review->setEnabled(waiting > 0);
        m_groupConfirm->setEnabled(waiting > 0);
        m_sendDrafts->setEnabled(m_folders->count(Folder::drafts) > 0);
        if (!std::exchange(m_opened, true)) openFirstToDo();
    });
    const auto leaveSearch = [this] {
        m_topBar->search()->clear();
        m_list->takeFocus();
    };
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_topBar->search(), leaveSearch);
    escape->setContext(Qt::WidgetShortcut);
    connect(m_topBar->search(), &QLineEdit::returnPressed, m_list, &PayoutListPage::takeFocus);
}

void MainWindow::openFirstToDo()
{
    if (m_navigation->chosen() != Folder::toReview) return; // somebody was quicker
    for (const Folder folder : {Folder::toReview, Folder::needsAttention, Folder::drafts}) {
        if (m_folders->count(folder) == 0) continue;
        if (folder != Folder::toReview) m_navigation->choose(folder);
        return;
    }
}

void MainWindow::joinFreeze()
{
    const auto follow = [this](const QFuture<Result<>> &future) {
        watch(future, this, [this](const Result<> &done) {
            if (!done) m_freezeBar->showRefusal(done.error());
        });
    };
    connect(m_freezeBar, &FreezeBar::freezeWanted, this,
            [this, follow](const QString &reason) { follow(m_desk.freeze(reason)); });
    connect(m_freezeBar, &FreezeBar::liftWanted, this,
            [this, follow](const QString &reason) { follow(m_desk.liftFreeze(reason)); });
    connect(m_freeze, &QAction::triggered, this, [this] {
        if (m_desk.overview().freeze.frozen) {
            m_freezeBar->askLift();
        } else {
            m_freezeBar->askFreeze();
        }
    });
}

void MainWindow::showOverview()
{
    const Overview overview = m_desk.overview();
    const Instant now = m_clock.now();
    // At the start and after an outage: what was asked before could not be answered.
    const bool reached = overview.bankReachable.value_or(false);
    if (!std::exchange(m_bankReached, reached) && reached) readBalance();
    m_statusLine->showOverview(overview, now);
    if (std::exchange(m_frozen, overview.freeze.frozen) && !m_frozen) m_details->clearRefusal();
    m_freezeBar->setState(overview.freeze, overview.stoppedBy);
    m_freeze->setText(overview.freeze.frozen ? tr("&Lift the freeze…") : tr("&Freeze sending…"));
}

void MainWindow::readBalance()
{
    if (m_facts.accounts.isEmpty()) return;
    watch(m_desk.balance(m_facts.accounts.first()), this,
          [this](const Result<Balance> &balance) { m_topBar->setBalance(balance, m_clock.now()); });
}

void MainWindow::showSearched(const QString &words)
{
    m_list->showFolder(m_navigation->chosen(), words.trimmed());
}

void MainWindow::showFolder(Folder folder)
{
    m_navigation->choose(folder);
    m_list->takeFocus();
}

void MainWindow::showPayout(const PayoutId &id)
{
    if (!m_list->model().rowOf(id)) m_navigation->choose(Folder::all);
    m_list->choose(id);
    m_list->takeFocus();
    m_shownSince.start();
}

void MainWindow::showPlaceOf(const MainWindow &other)
{
    m_opened = true; // where to begin is known
    m_navigation->choose(other.m_navigation->chosen());
    const QSignalBlocker quiet(m_topBar->search());
    m_topBar->search()->setText(other.m_topBar->search()->text());
    showSearched(m_topBar->search()->text());
    m_list->choose(other.m_list->chosen());
}

/// Keys that were meant for the form which has just closed must not go on with the payout that it sent.
void MainWindow::takeNextStep()
{
    const bool justShown = m_shownSince.isValid() && m_shownSince.elapsed() < stormLength;
    if (justShown) {
        m_shownSince.start(); // a storm ends with a pause
        return;
    }
    m_details->doNextAct();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!ImportWindow::droppedFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT importRequested(ImportWindow::droppedFile(event->mimeData()));
}

void MainWindow::setRecipientCount(qint64 count)
{
    m_folders->setRecipientCount(count);
}

void MainWindow::tell(const QString &sentence)
{
    m_statusLine->tell(sentence);
}

void MainWindow::tellProblem(const Error &error)
{
    m_statusLine->tellProblem(error);
}

void MainWindow::reviewChosen()
{
    const auto row = m_list->model().rowOf(m_list->chosen());
    const ListRow *chosen = row ? m_list->model().rowAt(*row) : nullptr;
    const bool waits = chosen && statesOf(Folder::toReview).contains(chosen->state);
    Q_EMIT reviewRequested(waits ? chosen->id : PayoutId{});
}

void MainWindow::copyAccount()
{
    if (m_details->account().isEmpty()) return;
    QGuiApplication::clipboard()->setText(m_details->account());
    tell(tr("The account number was copied, without spaces."));
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Countersign"), {}, QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Countersign %1").arg(QStringLiteral(COUNTERSIGN_VERSION)));
    box->setInformativeText(
        tr("Prepare, review and confirm payouts from a settlement account at Bank 131. Free software "
           "under the GNU General Public License, version 3 or later."));
    box->open();
}

} // namespace countersign::ui
