#include "bootstrap/engineroom.h"

#include "core/logcategories.h"

namespace countersign {

EngineRoom::EngineRoom(Needs needs)
    : m_store(std::move(needs.store)), m_journal(std::move(needs.journal)), m_moneyLane(needs.transport),
      m_statusLane(needs.transport), m_reports(needs.transport, needs.signer), m_clock(needs.clock), m_desk(needs.desk),
      m_engine({.store = *m_store,
                .journal = *m_journal,
                .protocol = m_protocol,
                .signer = needs.signer,
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
