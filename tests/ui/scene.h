#pragma once

#include "directoryoffers.h"
#include "importkit.h"
#include "reviewsheets.h"
#include "setupkit.h"
#include "support/fakebackupdesk.h"
#include "support/fakediagnosisdesk.h"
#include "support/fakeexportdesk.h"
#include "support/fakerecipientbook.h"
#include "support/faketemplatebook.h"
#include "support/manualclock.h"
#include "support/samplepayouts.h"
#include "ui/backup/backupwindow.h"
#include "ui/backup/restorewindow.h"
#include "ui/banks/directorywindow.h"
#include "ui/batch/groupconfirmwindow.h"
#include "ui/batch/senddraftswindow.h"
#include "ui/export/exportwindow.h"
#include "ui/help/helpwindow.h"
#include "ui/payouts/payoutform.h"
#include "ui/recipients/recipientswindow.h"
#include "ui/report/reportwindow.h"
#include "ui/review/reviewdialog.h"
#include "ui/settings/profilechooser.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/setupassistant.h"
#include "ui/settings/unlockprompt.h"
#include "ui/shell/mainwindow.h"
#include "ui/templates/templateswindow.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QTabWidget>

namespace countersign {

using namespace ui;
using namespace Qt::StringLiterals;

enum class Kind {
    main,
    form,
    newRecipient,
    recipients,
    templates,
    sendDrafts,
    groupConfirm,
    exporting,
    backup,
    handOver,
    restore,
    bring,
    report,
    help,
    review,
    freeze,
    setup,
    settings,
    unlock,
    chooser,
    directory,
    poisoned,
    import,
    columns,
    rows
};

/// One window of the program over desks that answer, as a person finds it.
struct Scene
{
    FakePayoutDesk desk;
    FakeRecipientBook book;
    FakeTemplateBook templates;
    FakeExportDesk exports;
    FakeBackupDesk backups;
    FakeRestoreDesk restores;
    FakeDiagnosisDesk diagnosis;
    FakeSetupDesk setup;
    FakeKeyLock lock;
    FakeDirectoryDesk banks;
    test::ImportKit imports;
    ManualClock clock;
    QPointer<QWidget> window;

    explicit Scene(Kind kind)
    {
        samples::fill(desk);
        ReviewSheet sheet = publishedCase().sheet();
        desk.sheets.insert(sheet.payout, sheet);
        setup.stored.insert(u"whole"_s, wholeProfile(Environment::live));
        setup.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"d4"_s));
        window = make(kind);
        window->resize(1024, 700);
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents(); // what was asked for arrives, layouts settle
    }
    ~Scene() { delete window; }

    QWidget *make(Kind kind)
    {
        const AccountNumber ours = AccountNumber::parse(u"40702810300200000013").value();
        switch (kind) {
        case Kind::main:
        case Kind::freeze: {
            const WindowFacts facts{.operatorName = u"A. Petrova"_s,
                                    .policyWords =
                                        QCoreApplication::translate("countersign::ui::Startup", "one person"),
                                    .accounts = {ours}};
            auto *main = new MainWindow(desk, clock, samples::sampleOffers, facts);
            if (kind == Kind::freeze) main->findChild<QAction *>(u"freezeAction"_s)->trigger();
            return main;
        }
        case Kind::form:
            desk.checkAnswer = [ours](const PayoutDraft &draft) {
                return validate(draft, {.senderAccounts = {ours}, .today = QDate(2026, 11, 22)});
            };
            return new PayoutForm(desk, book, {ours}, Environment::practice);
        case Kind::newRecipient:
            return makeFormThatAsks(ours);
        case Kind::recipients:
            return new RecipientsWindow(book, Environment::practice);
        case Kind::templates:
            return new TemplatesWindow(templates, clock, Environment::practice);
        case Kind::sendDrafts:
            return new SendDraftsWindow(desk, Environment::practice);
        case Kind::groupConfirm:
            for (const ListRow &row : samples::pictureRows())
                if (row.state == PayoutState::review) answerAsAsked(row);
            return new GroupConfirmWindow(desk, clock, Environment::practice);
        case Kind::help:
            return new HelpWindow;
        case Kind::exporting:
            return new ExportWindow(exports, clock, {}, Environment::practice);
        case Kind::backup:
            return new BackupWindow(backups, desk, clock, BackupPurpose::keep, Environment::practice);
        case Kind::handOver:
            return new BackupWindow(backups, desk, clock, BackupPurpose::handOver, Environment::live);
        case Kind::restore:
        case Kind::bring:
            return makeRestoring(kind == Kind::restore);
        case Kind::report:
            return new ReportWindow(diagnosis, Environment::practice);
        case Kind::review:
            return new ReviewDialog(desk, clock, {u"p1"_s}, Environment::practice);
        case Kind::setup:
            return everyPageOf(new SetupAssistant(setup, {}));
        case Kind::settings:
            return new SettingsDialog(setup, wholeProfile(Environment::live));
        case Kind::unlock:
            return new UnlockPrompt(lock, wholeProfile(Environment::live));
        case Kind::chooser:
            return new ProfileChooser(setup);
        case Kind::directory:
            return new DirectoryWindow(banks, Environment::practice);
        case Kind::poisoned: {
            offerPoisoned(banks);
            auto *directory = new DirectoryWindow(banks, Environment::practice);
            directory->readFile(u"bik.zip"_s);
            return directory;
        }
        case Kind::import:
        case Kind::columns:
        case Kind::rows:
            return importWindow(kind);
        }
        return nullptr;
    }

    void answerAsAsked(const ListRow &row)
    {
        ReviewSheet sheet = ReviewCase().sheet();
        sheet.payout = row.id;
        sheet.confirmPossible = true;
        sheet.asked.recipientName = row.recipientName;
        sheet.asked.account = AccountNumber::parse(row.recipientAccount).value();
        sheet.asked.amount = Money::fromKopecks(row.amountKopecks.value());
        sheet.asked.purpose = row.purpose;
        desk.sheets.insert(row.id, sheet);
    }

    /// With a practice bank of one's own: every page is there to be filled in.
    static SetupAssistant *everyPageOf(SetupAssistant *assistant)
    {
        assistant->findChild<QCheckBox *>(u"ownPracticeBank"_s)->setChecked(true);
        return assistant;
    }

    /// With a backup that has been read.
    RestoreWindow *makeRestoring(bool inPlace)
    {
        auto *restoring =
            new RestoreWindow(restores, clock, inPlace ? std::optional(wholeProfile(Environment::live)) : std::nullopt);
        restoring->examine(u"/backups/countersign-whole.zip"_s);
        return restoring;
    }

    /// A draft to somebody new that looks like an earlier payout: the form asks for all that it can ask for.
    PayoutForm *makeFormThatAsks(const AccountNumber &ours)
    {
        const ListRow row = samples::pictureRows().first();
        desk.dossiers.insert(row.id, samples::dossierOf(row));
        desk.recipientAnswer = [row](const PayoutDraft &draft) {
            RecipientCheck check{.who = identityOf(draft), .standing = {.kind = StandingKind::neverPaid}};
            check.duplicates = {{.earlier = {.id = row.id, .number = 41}, .reasons = {DuplicateReason::sameContent}}};
            return check;
        };
        auto *form = new PayoutForm(desk, book, {ours}, Environment::practice);
        form->openDraft(row.id);
        return form;
    }

    QWidget *importWindow(Kind kind)
    {
        imports.open();
        ImportWindow *opened = std::exchange(imports.window, nullptr);
        const auto reach = [opened](const QString &step) {
            [[maybe_unused]] const bool there =
                QTest::qWaitFor([&] { return opened->findChild<QLabel *>(u"step"_s)->text().contains(step); }, 30'000);
        };
        const QByteArray table = test::csvHeader + test::csvRow + QByteArray(test::csvRow).replace("3500,00", "0,00");
        if (kind == Kind::columns) opened->openFile(imports.file(u"orders.csv"_s, table));
        if (kind == Kind::columns) reach(u" 2 "_s);
        if (kind == Kind::rows)
            opened->openFile(imports.file(u"1c.txt"_s, test::exchangeFile(test::document() + test::document())));
        if (kind == Kind::rows) reach(u" 3 "_s);
        return opened;
    }

    /// Does it with every tab of the window in front, or once.
    void onEveryPage(const std::function<void()> &act) const
    {
        auto *tabs = window->findChild<QTabWidget *>();
        for (int page = 0; page < (tabs ? tabs->count() : 1); ++page) {
            if (tabs) tabs->setCurrentIndex(page);
            QCoreApplication::processEvents();
            act();
            if (!window) return;
        }
    }
    template <class Widget = QWidget>
    [[nodiscard]] QList<Widget *> usable() const
    {
        QList<Widget *> found;
        for (Widget *widget : window->findChildren<Widget *>()) {
            if (qobject_cast<QAbstractSpinBox *>(widget->parent())) continue; // the field inside, named by the box
            if (widget->isVisible() && widget->isEnabled() && widget->focusPolicy() & Qt::TabFocus) found += widget;
        }
        return found;
    }
};

/// Names of the windows that the tests go through.
inline void forEachWindow(const std::function<void(const char *name, Kind kind)> &visit)
{
    visit("main window", Kind::main);
    visit("form", Kind::form);
    visit("form that asks", Kind::newRecipient);
    visit("recipients", Kind::recipients);
    visit("templates", Kind::templates);
    visit("send drafts", Kind::sendDrafts);
    visit("confirm several", Kind::groupConfirm);
    visit("export", Kind::exporting);
    visit("backup", Kind::backup);
    visit("handing over", Kind::handOver);
    visit("restoring", Kind::restore);
    visit("bringing", Kind::bring);
    visit("problem report", Kind::report);
    visit("help", Kind::help);
    visit("review", Kind::review);
    visit("freeze", Kind::freeze);
    visit("setting up", Kind::setup);
    visit("settings", Kind::settings);
    visit("unlocking", Kind::unlock);
    visit("profiles", Kind::chooser);
    visit("directory of banks", Kind::directory);
    visit("directory that needs a word", Kind::poisoned);
    visit("import: file", Kind::import);
    visit("import: columns", Kind::columns);
    visit("import: rows", Kind::rows);
}

inline void windows()
{
    QTest::addColumn<Kind>("kind");
    forEachWindow([](const char *name, Kind kind) { QTest::addRow("%s", name) << kind; });
}

} // namespace countersign

Q_DECLARE_METATYPE(countersign::Kind)
