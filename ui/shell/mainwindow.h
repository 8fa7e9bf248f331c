#pragma once

#include "ui/payouts/detailscontroller.h"
#include "ui/shell/windowfacts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/windowlanguage.h"

#include <QElapsedTimer>
#include <QMainWindow>
#include <QTimer>

class QActionGroup;
class QMenu;
class QSplitter;
class QVBoxLayout;

namespace countersign::ui {

class DetailsPane;
class FolderModel;
class FreezeBar;
class Navigation;
class Notices;
class PayoutListPage;
class StatusLine;
class TopBar;

/// The main window: puts menus, stripe, folders, list and details together and joins them. What needs a window of its
/// own is asked for by signal.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Desk and clock must outlive the window. `appearance` is what View → Appearance shows as chosen.
    MainWindow(PayoutDesk &desk, const Clock &clock, DetailsController::OffersFunction offers, const WindowFacts &facts,
               Appearance appearance = Appearance::system, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a payout's folder view and its details.
    void showPayout(const PayoutId &id);
    void showFolder(Folder folder);
    /// Folder, search and chosen payout as in that window: one that is built anew for another language.
    void showPlaceOf(const MainWindow &other);
    /// How many entries the address book has, beside its name at the left.
    void setRecipientCount(qint64 count);
    /// Something that has just happened, in the bottom line for a while.
    void tell(const QString &sentence);
    /// Something that went wrong, likewise, with its page of the help.
    void tellProblem(const Error &error);
    /// Where further entries (settings) belong.
    /// What View → Language shows as chosen.
    void showLanguage(Language language);
    /// Somebody is in the middle of writing a reason here.
    [[nodiscard]] bool isBeingAnswered() const;
    /// Puts a bar over the list, below the freeze's; the window takes it.
    void addBar(QWidget *bar);
    [[nodiscard]] QMenu *toolsMenu() const { return m_tools; }
    [[nodiscard]] QMenu *helpMenu() const { return m_help; }
    [[nodiscard]] const WindowFacts &facts() const { return m_facts; }

Q_SIGNALS:
    void newPayoutRequested();
    void editDraftRequested(const countersign::PayoutId &id);
    /// Payments are to be read from a file; an empty path: the person has yet to choose it.
    void importRequested(const QString &path);
    /// What the list shows is to be written into a file.
    void exportRequested(const countersign::ListQuery &shown);
    /// A new draft that is like this payout.
    void copyRequested(const countersign::PayoutId &id);
    /// The chosen payout is wanted as a payment order, form 0401060.
    void orderPdfRequested(const countersign::PayoutId &id);
    void orderPrintRequested(const countersign::PayoutId &id);
    /// An empty id: the first one that waits for review.
    void reviewRequested(const countersign::PayoutId &id);
    void sendDraftsRequested();
    void groupConfirmRequested();
    void recipientsRequested();
    /// The payout's recipient shall stand in the address book.
    void addToBookRequested(const countersign::PayoutId &id);
    void templatesRequested();
    /// A new template like this payout.
    void templateOfRequested(const countersign::PayoutId &id);
    /// To be put into force (applyTheme) and remembered by who owns the window.
    void appearanceChosen(countersign::ui::Appearance appearance);
    /// The same; the window itself keeps its texts.
    void languageChosen(countersign::ui::Language language);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildMenus(Appearance appearance);
    void buildViewMenu(Appearance appearance);
    void buildLanguageMenu(QMenu *view);
    void buildPayoutMenu();
    void requestExport();
    void addActionsOfChosen(QMenu *menu);
    void buildCentre();
    void joinList();
    void joinFreeze();
    void showOverview();
    void readBalance();
    void reviewChosen();
    void copyAccount();
    void takeNextStep();
    void showAbout();
    void showSearched(const QString &words);
    void openFirstToDo();

    PayoutDesk &m_desk;
    const Clock &m_clock;
    const WindowFacts m_facts;
    FolderModel *m_folders;
    Navigation *m_navigation;
    TopBar *m_topBar;
    FreezeBar *m_freezeBar;
    QVBoxLayout *m_column = nullptr; ///< stripe, bars, list
    PayoutListPage *m_list;
    DetailsPane *m_details;
    DetailsController *m_detailsController;
    StatusLine *m_statusLine;
    Notices *m_notices;
    QMenu *m_tools = nullptr;
    QMenu *m_help = nullptr;
    QAction *m_freeze = nullptr;
    QAction *m_review = nullptr;
    QAction *m_sendDrafts = nullptr;
    QAction *m_groupConfirm = nullptr;
    QActionGroup *m_languages = nullptr; ///< each action's data is its Language
    QTimer m_balanceTimer;
    QElapsedTimer m_shownSince; ///< showPayout() was called, or a key came soon after it
    bool m_frozen = false;      ///< as it was last shown
    bool m_bankReached = false; ///< likewise
    bool m_opened = false;      ///< the folder to begin with has been chosen
};

} // namespace countersign::ui
