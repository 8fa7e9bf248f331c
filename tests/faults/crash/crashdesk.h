#pragma once

#include "bank131/bank131protocol.h"
#include "bank131/oneshottransport.h"
#include "faults/crash/crashpoint.h"
#include "faults/crash/deskend.h"
#include "payouts/engine.h"
#include "signing/bankverifier.h"
#include "signing/signers.h"
#include "signing/signingpool.h"
#include "storage/filesendjournal.h"
#include "storage/sqlitereader.h"
#include "storage/sqlitestore.h"
#include "webhooks/webhookreceiver.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>

namespace countersign::faults {

struct DeskOptions
{
    QString folder;     ///< store and journal; the same folder goes on where a process died
    QUrl bank;          ///< where calls go
    QUrl control;       ///< the practice bank itself, whose clock is moved along
    QString bankKey;    ///< its public key
    QString key;        ///< our private key, in the clear: it guards nothing, and opening it takes no time
    QString crash;      ///< CrashPoint
    int payouts = 1;    ///< how many there shall be in the end
    int cancelled = 0;  ///< the first so many are cancelled, the others confirmed
    bool imports = false; ///< the payouts come from a file, all at once
    bool lifts = false; ///< whether the person lifts a freeze
};

/// The computer's time and what was let pass, over all lives of a desk.
class SkippingClock final : public Clock
{
public:
    explicit SkippingClock(QString file);
    [[nodiscard]] Instant now() const override { return m_system.now() + m_skipped; }
    [[nodiscard]] milliseconds monotonic() const override { return m_system.monotonic() + m_skipped; }
    void skip(milliseconds span);

private:
    SystemClock m_system;
    QString m_file;
    milliseconds m_skipped{0};
};

/// A desk without a window and its person in one process: engine, store, journal, keys, transports and receiver are the
/// program's own; the person makes payouts, reviews, confirms or cancels them, and orders what is left to people, until
/// every payout has ended. Then, or when something is not as it should be, the process ends with a DeskEnd.
class CrashDesk final : public QObject, private EngineListener, private InboxPort
{
    Q_OBJECT
public:
    explicit CrashDesk(DeskOptions options);
    ~CrashDesk() override;
    [[nodiscard]] Result<> open();

private:
    void payoutChanged(const PayoutId &id) override;
    void overviewChanged(const Overview &) override {}
    void noticeRaised(const Notice &) override {}
    void workWaiting() override { wake(); }
    void deliver(IncomingMessage message, Done done) override;

    [[nodiscard]] Result<> openKeys();
    [[nodiscard]] Result<> listen();
    void tellBank(const QJsonObject &command);
    void wake();
    void tick();
    void act();
    void makePayouts(qint64 already);
    void importPayouts();
    [[nodiscard]] SendingActs actsFor(const ListRow &row);
    void attend(const ListRow &row);
    void review(const ListRow &row);
    void letTimePass(milliseconds span);
    void end(DeskEnd how, const QString &why);

    DeskOptions m_options;
    CrashPoint m_crash;
    SkippingClock m_clock;
    SystemIds m_ids;
    Bank131Protocol m_protocol;
    std::unique_ptr<UnlockedSigner> m_signer;
    std::unique_ptr<SigningPool> m_signing;
    std::optional<BankVerifier> m_bankKeys;
    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<FileSendJournal> m_journal;
    std::unique_ptr<OneShotTransport> m_money;
    std::unique_ptr<OneShotTransport> m_status;
    std::unique_ptr<CrashingLane> m_moneyLane;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<SqliteReader> m_reader;
    std::unique_ptr<WebhookReceiver> m_receiver;
    QHash<PayoutId, ReviewSheet> m_sheets;
    QTimer m_ticking;
    QTimer m_person;
    QElapsedTimer m_quiet;
    QElapsedTimer m_life;
};

} // namespace countersign::faults
