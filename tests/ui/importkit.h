#pragma once

#include "bootstrap/fileimportdesk.h"
#include "exchange/rowswriter.h"
#include "storage/sqlitestore.h"
#include "support/manualclock.h"
#include "ui/import/importwindow.h"
#include "unit/exchange/importkit.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

namespace countersign::test {

/// The import window over real files and a real store; only the engine, which would make the drafts, is the test.
struct ImportKit
{
    QTemporaryDir folder;
    SystemClock storeClock;
    ManualClock clock;
    QList<ImportOrder> orders;
    /// The engine's answer; while `holds`, it comes with release().
    Result<ImportDone> answer = ImportDone{.id = {QStringLiteral("i1")}, .firstNumber = 7, .lastNumber = 8};
    bool holds = false;
    QList<std::shared_ptr<QPromise<Result<ImportDone>>>> held;
    QMutex mutex; ///< orders come on the desk's threads
    std::unique_ptr<FileImportDesk> desk;
    QPointer<ui::ImportWindow> window;

    explicit ImportKit(const ImportRules &rules = ownAccounts())
    {
        [[maybe_unused]] const auto store = SqliteStore::open(storeFile(), storeClock);
        desk = std::make_unique<FileImportDesk>(
            FileImportDesk::Needs{.senderAccounts = rules.senderAccounts,
                                  .rules = [rules] { return rules; },
                                  .importDrafts = [this](const ImportOrder &order) { return take(order); },
                                  .storeFile = storeFile(),
                                  .mappingsFile = folder.filePath(QStringLiteral("columns.json"))});
    }
    ~ImportKit()
    {
        release();
        delete window;
        desk.reset();
    }

    [[nodiscard]] QString storeFile() const { return folder.filePath(QStringLiteral("store.sqlite")); }
    /// Writes a file and gives its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        return writeWhole(path, bytes) ? path : QString();
    }
    QFuture<Result<ImportDone>> take(const ImportOrder &order)
    {
        const QMutexLocker lock(&mutex);
        orders.append(order);
        auto promise = std::make_shared<QPromise<Result<ImportDone>>>();
        auto future = promise->future();
        promise->start();
        held.append(promise);
        if (!holds) giveAnswers();
        return future;
    }
    void release()
    {
        const QMutexLocker lock(&mutex);
        giveAnswers();
    }
    [[nodiscard]] qsizetype heldCount()
    {
        const QMutexLocker lock(&mutex);
        return held.size();
    }
    /// Puts into the store that this document became a draft.
    void rememberImport(const QByteArray &identity, const PayoutRecord &payout)
    {
        auto store = SqliteStore::open(storeFile(), storeClock);
        auto transaction = (*store)->begin();
        PayoutRecord record = payout;
        const ImportId id{QStringLiteral("i0")};
        bool good = (*transaction)->insertPayout(record).has_value();
        good = good && (*transaction)
                           ->insertImport({.id = id, .fileSha256 = sha256Hex("earlier"), .count = 1, .at = clock.now()})
                           .has_value();
        good = good && (*transaction)
                           ->insertImportedRow(
                               {.import = id, .identity = identity, .payout = record.id, .number = record.number})
                           .has_value();
        QVERIFY(good && (*transaction)->commit().has_value());
    }

    /// Puts into the store that this recipient was paid.
    void rememberPaid(const RecipientIdentity &who)
    {
        auto store = SqliteStore::open(storeFile(), storeClock);
        auto transaction = (*store)->begin();
        PayoutRecord payout{.id = {QStringLiteral("paid")}, .state = PayoutState::paid, .stateSince = clock.now()};
        payout.recipientName = who.name;
        payout.recipientInn = who.inn;
        payout.recipientBik = who.bik;
        payout.recipientAccount = who.account;
        QVERIFY((*transaction)->insertPayout(payout).has_value() && (*transaction)->commit().has_value());
    }

    void open()
    {
        window = new ui::ImportWindow(*desk, clock, Environment::practice);
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
    }
    template <class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QString text(const char *label) const { return find<QLabel>(label)->text(); }
    [[nodiscard]] bool isAtStep(int step) const
    {
        return window && text("step").contains(QStringLiteral("step %1").arg(step));
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return find<QPushButton>(name); }
    void click(const char *name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    void type(const char *field, const QString &text) const
    {
        auto *edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }

private:
    void giveAnswers()
    {
        for (const auto &promise : std::exchange(held, {})) {
            promise->addResult(answer);
            promise->finish();
        }
    }
};

} // namespace countersign::test

/// Waits for a step of the window.
#define REACH_STEP(kit, number) QTRY_VERIFY_WITH_TIMEOUT((kit).isAtStep(number), 30'000)
