#pragma once

#include "bank131/bank131protocol.h"
#include "bank131/oneshottransport.h"
#include "bank131/reportclient.h"
#include "config/profilestore.h"
#include "payouts/enginedesk.h"
#include "signing/signingpool.h"
#include "storage/filesendjournal.h"
#include "storage/sqlitestore.h"
#include "webhooks/dropfolder.h"
#include "webhooks/webhookreceiver.h"

#include <QTimer>

#include <memory>

namespace countersign {

/// What lives in the engine's thread: transports, engine, its timer, the receivers. Made and destroyed there.
class EngineRoom
{
public:
    struct Needs
    {
        std::unique_ptr<SqliteStore> store;
        std::unique_ptr<FileSendJournal> journal;
        TransportOptions transport;
        EngineSettings settings;
        const BankDirectory *directory;
        const Signer &signer;
        const SignatureVerifier &bankKeys;
        const Clock &clock;
        Ids &ids;
        EngineDesk &desk;
    };
    EngineRoom(Needs needs, const Profile &profile, const ProfilePaths &paths);
    ~EngineRoom();

    void keyChanged();

private:
    void tick();
    void scheduleTick();
    void listenForWebhooks(const WebhookSettings &settings, const ProfilePaths &paths);
    void watchDropFolder(const QString &folder);

    std::unique_ptr<SqliteStore> m_store;
    std::unique_ptr<FileSendJournal> m_journal;
    Bank131Protocol m_protocol;
    SigningPool m_signing;
    OneShotTransport m_moneyLane;
    OneShotTransport m_statusLane;
    ReportClient m_reports;
    const Clock &m_clock;
    EngineDesk &m_desk;
    Engine m_engine;
    QTimer m_timer;
    QTimer m_dropTimer;
    std::unique_ptr<DropFolder> m_dropFolder;
    std::unique_ptr<WebhookReceiver> m_receiver;
};

} // namespace countersign
