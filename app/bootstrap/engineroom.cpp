#include "bootstrap/engineroom.h"

#include "core/logcategories.h"

namespace countersign {

namespace {

constexpr milliseconds dropFolderLook{2000};

} // namespace

EngineRoom::EngineRoom(Needs needs, const Profile &profile, const ProfilePaths &paths)
    : m_store(std::move(needs.store)), m_journal(std::move(needs.journal)), m_signing(needs.signer),
      m_moneyLane(needs.transport), m_statusLane(needs.transport), m_reports(needs.transport, needs.signer),
      m_clock(needs.clock), m_desk(needs.desk), m_engine({.store = *m_store,
                                                          .journal = *m_journal,
                                                          .protocol = m_protocol,
                                                          .signer = needs.signer,
                                                          .signing = m_signing,
                                                          .bankKeys = needs.bankKeys,
                                                          .moneyLane = m_moneyLane,
                                                          .statusLane = m_statusLane,
                                                          .clock = needs.clock,
                                                          .ids = needs.ids,
                                                          .directory = needs.directory,
                                                          .settings = std::move(needs.settings)},
                                                         needs.desk.listener(), needs.ids.next())
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { tick(); });
    if (const auto started = m_engine.start(); !started) {
        // Nothing is sent then; the window says so from the overview, and reading goes on.
        qCCritical(logPayouts) << "the engine did not start:" << errorCodeName(started.error().code)
                               << started.error().detail;
    }
    m_desk.attach(m_engine, m_reports, [this] { scheduleTick(); });
    if (profile.webhook.enabled) listenForWebhooks(profile.webhook, paths);
    if (!profile.dropFolder.isEmpty()) watchDropFolder(paths.resolved(profile.dropFolder));
}

void EngineRoom::listenForWebhooks(const WebhookSettings &settings, const ProfilePaths &paths)
{
    m_receiver = std::make_unique<WebhookReceiver>(
        WebhookReceiver::Options{.listenAddress = settings.listenAddress,
                                 .port = settings.port,
                                 .path = settings.path,
                                 .certificateFile = paths.resolved(settings.certificateFile),
                                 .keyFile = paths.resolved(settings.keyFile),
                                 .allowedPeers = settings.allowedPeers,
                                 .connections = settings.connections,
                                 .connectionsPerPeer = settings.connectionsPerPeer,
                                 .requestsPerSecond = settings.requestsPerSecond},
        m_desk);
    // Without a receiver polling goes on; the status line says why nothing is listened for.
    const auto address = m_receiver->start();
    m_engine.setWebhookStanding(address ? address->url : QString(), address ? QString() : address.error().detail);
}

void EngineRoom::watchDropFolder(const QString &folder)
{
    m_dropFolder = std::make_unique<DropFolder>(folder, m_desk, [](const Error &error) {
        qCWarning(logPayouts) << "drop folder:" << errorCodeName(error.code) << error.detail;
    });
    QObject::connect(&m_dropTimer, &QTimer::timeout, &m_dropTimer, [this] { m_dropFolder->scan(); });
    m_dropTimer.start(dropFolderLook);
}

EngineRoom::~EngineRoom()
{
    m_desk.detach();
}

void EngineRoom::keyChanged()
{
    m_engine.keyChanged();
    scheduleTick();
}

void EngineRoom::scheduleTick()
{
    if (!m_timer.isActive() || m_timer.remainingTime() > 0) m_timer.start(0);
}

void EngineRoom::tick()
{
    m_engine.tick();
    const auto wait = std::chrono::ceil<milliseconds>(m_engine.nextDue() - m_clock.now());
    if (!m_timer.isActive()) m_timer.start(std::clamp<milliseconds>(wait, milliseconds{20}, milliseconds{10'000}));
}

} // namespace countersign
