#include "faults/simulation/schedule.h"

#include "faults/simulation/moods.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace countersign::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::EngineWorld;
using test::Fault;
using test::WebhookFault;

namespace {

constexpr int payoutCount = 20;
constexpr int dayCount = 30;
constexpr int lastDayOfNewPayouts = 18;
constexpr int lastDayOfFaults = 26;

constexpr std::array moneyFaults{
    Fault::notSent, Fault::closedBeforeWork, Fault::answerLost,    Fault::workedLate, Fault::errorAfterWork, Fault::cut,
    Fault::slow,    Fault::errorBeforeWork,  Fault::neverAnswered,
};
constexpr std::array statusFaults{Fault::notSent, Fault::closedBeforeWork, Fault::answerLost,     Fault::cut,
                                  Fault::slow,    Fault::errorBeforeWork,  Fault::errorAfterWork, Fault::neverAnswered};
constexpr std::array webhookFaults{WebhookFault::lost, WebhookFault::answerLost, WebhookFault::cut,
                                   WebhookFault::forged, WebhookFault::late};

QString sessionIn(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(u"session_id").toString();
}

/// A store that nothing has been put into yet. It is made once: that is the same for every seed, and faultless.
QString emptyStore()
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(u"store.sqlite"_s);
    if (QFile::exists(path)) return path;
    const test::WorldClock clock;
    if (!SqliteStore::open(path, clock)) qFatal("no empty store");
    return path;
}

Weather weatherOf(Dice &dice)
{
    const auto upTo = [&dice](unsigned most) {
        return dice.chance(25) ? 0U : static_cast<unsigned>(dice.below(most + 1));
    };
    Weather weather;
    weather.moneyCalls = upTo(50);
    weather.statusCalls = upTo(30);
    weather.webhooks = upTo(40);
    weather.disk = upTo(35);
    weather.crashes = upTo(16);
    weather.clock = upTo(22);
    weather.restores = dice.chance(30) ? 12 : 0;
    return weather;
}

} // namespace

Schedule::Schedule(quint64 seed) : m_dice(seed), m_weather(weatherOf(m_dice))
{
    prepareWorld();
}

void Schedule::prepareWorld()
{
    m_world = std::make_unique<EngineWorld>();
    m_world->webhooks = m_dice.chance(80);
    m_world->settings.sendIdempotencyKey = m_dice.chance(50);
    for (demobank::CustomerAccount &account : m_world->bankSettings.accounts)
        account.openingBalance = 1'000'000'000'000;
    m_world->bankSettings.webhookGiveUp = m_dice.chance(50) ? 6h : 0h;
    m_world->meddling = {.call = [this](const OutgoingCall &call) { return faultFor(call); },
                         .webhook = [this] { return webhookFault(); },
                         .closesStore = [this] { return closesStore(); },
                         .disk = &m_disk};
    m_person = std::make_unique<Person>(*m_world, m_disk, m_dice);
    if (!QFile::copy(emptyStore(), m_world->storePath())) qFatal("no store");
    m_world->boot();
}

Fault Schedule::faultFor(const OutgoingCall &call)
{
    const bool status = call.kind == CallKind::status;
    // Death between the journal's sync and the first byte (K3).
    if (!status && m_dice.chance(m_weather.crashes / 2)) {
        happened(u"death before the first byte of "_s + callWord(call.kind));
        throw test::ProcessDied();
    }
    if (!m_dice.chance(status ? m_weather.statusCalls : m_weather.moneyCalls)) return Fault::none;
    Fault fault = status ? m_dice.pick(statusFaults) : m_dice.pick(moneyFaults);
    // A process that never hears again does nothing more until somebody restarts it: seldom, or nothing else happens.
    if (fault == Fault::neverAnswered && m_dice.chance(80)) fault = Fault::answerLost;
    happened(u"fault %1 of %2"_s.arg(static_cast<int>(fault)).arg(status ? u"status"_s : u"money"_s));
    return fault;
}

WebhookFault Schedule::webhookFault()
{
    if (!m_dice.chance(m_weather.webhooks)) return WebhookFault::none;
    const WebhookFault fault = m_dice.pick(webhookFaults);
    happened(u"webhook fault %1"_s.arg(static_cast<int>(fault)));
    return fault;
}

void Schedule::run()
{
    for (int number = 0; number < dayCount || moneyCameBackLately(); ++number)
        day(number);
    m_world->crash();
}

void Schedule::day(int number)
{
    const milliseconds began = m_world->realNow().time_since_epoch();
    if (number == lastDayOfFaults) calmDown();
    const bool quietDay = number > lastDayOfNewPayouts && !m_calm && m_dice.chance(60);
    if (!quietDay) sitting(m_dice.between(6min, m_calm ? 25min : 15min));
    if (m_calm) {
        night(4h);
        sitting(20min);
    }
    night(24h - (m_world->realNow().time_since_epoch() - began));
}

void Schedule::sitting(milliseconds length)
{
    openProgram();
    const Instant end = m_world->realNow() + length;
    const auto submissions = 1 + m_dice.below(2);
    for (std::uint64_t i = 0; i < submissions; ++i)
        submitOne();
    while (m_world->realNow() < end) {
        // The computer sleeps, is busy, or does at once what is due.
        m_world->lateness = m_dice.chance(6) ? 0ms : m_dice.between(20s, 120s);
        m_world->run(m_calm ? m_dice.between(60s, 480s) : m_dice.between(4s, 320s));
        if (!m_calm) mischief();
        if (!m_world->isRunning() && m_dice.chance(60)) openProgram();
        happened(u"looks"_s);
        m_person->lookAround();
    }
}

void Schedule::submitOne()
{
    if (m_calm || m_submitted == payoutCount || !m_world->isRunning()) return;
    const QString purpose = u"счёт-%1-"_s.arg(++m_submitted);
    for (const QByteArray &rule : moodsFor(purpose, m_dice))
        m_world->rule(rule.constData());
    m_person->submit(purpose, u"%1,%2"_s.arg(1000 + m_dice.below(900'000)).arg(10 + m_dice.below(90)));
}

void Schedule::mischief()
{
    static constexpr std::array jumps{-26h, -3h, -1h, 1h, 5h, 49h};
    if (m_dice.chance(m_weather.disk) && !m_disk.isArmed()) {
        const int write = 1 + static_cast<int>(m_dice.below(m_dice.chance(50) ? 12 : 120));
        if (m_dice.chance(20)) {
            m_disk.dieAtJournal(1 + static_cast<int>(m_dice.below(3)));
        } else if (m_dice.chance(50)) {
            m_disk.dieAt(write);
        } else if (m_dice.chance(50)) {
            m_disk.failOnceAt(write);
        } else {
            m_disk.fullFrom(write);
        }
    }
    if (m_dice.chance(m_weather.crashes)) {
        happened(u"death between events"_s);
        closeProgram();
    }
    if (m_dice.chance(m_weather.clock)) {
        happened(u"clock jumps"_s);
        m_world->setClockError(m_dice.chance(40) ? 0ms : milliseconds(m_dice.pick(jumps)));
    }
    tearJournal();
}

/// A line that was never synced may be there in part after the computer has lost power.
void Schedule::tearJournal()
{
    if (m_world->isRunning() || m_disk.diedAt() != u"journalSync") return;
    m_disk.forgetDeath();
    QFile file(m_world->journalPath());
    if (!file.open(QIODevice::ReadWrite)) return;
    const QByteArray bytes = file.readAll();
    const qsizetype lastLine = bytes.size() - 1 - bytes.lastIndexOf('\n', -2);
    (void)file.resize(bytes.size() - static_cast<qint64>(m_dice.below(static_cast<quint64>(lastLine) + 1)));
}

/// A store that is opened anew is the same as before: what was half done is rolled back either way. It is done for
/// every twentieth time only.
bool Schedule::closesStore()
{
    if (++m_closings % 20 != 0) return false;
    happened(u"store closed"_s);
    return true;
}

void Schedule::closeProgram()
{
    if (closesStore()) return m_world->crash();
    m_world->end();
}

void Schedule::openProgram()
{
    // A store that failed, and a process that waits for an answer for ever, are helped by a restart only.
    if (m_world->isRunning() && (m_disk.isArmed() || m_dice.chance(8))) closeProgram();
    if (m_world->isRunning()) return;
    tearJournal();
    m_disk.repair();
    if (!m_calm && m_dice.chance(m_weather.disk)) m_disk.dieAt(1 + static_cast<int>(m_dice.below(20)));
    // It may die while it starts, too; whoever starts it tries again.
    for (int tries = 0; tries < 50; ++tries) {
        happened(u"starts"_s);
        if (m_world->tryRestart()) return;
        closeProgram();
        tearJournal();
        m_disk.repair();
    }
    qFatal("the program does not start any more");
}

void Schedule::night(milliseconds length)
{
    if (m_dice.chance(10)) closeProgram();
    if (!m_calm && m_dice.chance(m_weather.restores)) {
        happened(m_copy.isEmpty() ? u"store copied"_s : u"store replaced"_s);
        m_world->crash();
        if (m_copy.isEmpty()) {
            keepCopy();
        } else {
            restoreCopy();
        }
    }
    m_world->lateness = 0s;
    m_world->run(length, m_calm ? 30min : 2h);
}

void Schedule::keepCopy()
{
    m_copy = m_world->storePath() + u".copy"_s;
    if (!QFile::copy(m_world->storePath(), m_copy)) qFatal("no copy of the store");
}

/// K15: what was committed since the copy is lost; the journal, a file of its own, is not.
void Schedule::restoreCopy()
{
    tearJournal();
    const QString lost = m_world->storePath() + u".lost%1"_s.arg(m_lostStores.size());
    if (!QFile::rename(m_world->storePath(), lost) || !QFile::rename(m_copy, m_world->storePath())) {
        qFatal("the store can't be replaced");
    }
    m_lostStores.append(lost);
    m_copy.clear();
}

void Schedule::calmDown()
{
    m_calm = true;
    m_weather = {};
    m_world->setClockError(0ms);
    m_person->becomeDiligent();
    closeProgram();
    openProgram();
}

bool Schedule::moneyCameBackLately() const
{
    const auto lately = m_world->realNow() - 26h;
    for (const auto &[id, session] : m_world->bank().sessions()) {
        for (const demobank::Payout &payout : session.payouts) {
            for (const demobank::Refund &refund : payout.refunds) {
                if (refund.at > lately) return true;
            }
        }
    }
    return false;
}

Evidence Schedule::evidence() const
{
    Evidence evidence{.store = m_world->storePath(),
                      .lostStores = m_lostStores,
                      .journal = m_world->journalPath(),
                      .ledger = QByteArray::fromStdString(m_world->ledger().lines()),
                      .wire = {},
                      .settled = m_calm};
    for (const OutgoingCall &call : m_world->transmissions()) {
        const bool left = m_world->hasLeft(evidence.wire.size());
        evidence.wire.append({callWord(call.kind), sessionIn(call.body), sha256Hex(call.body), left});
    }
    return evidence;
}

QMap<QString, int> Schedule::counts() const
{
    QMap<QString, int> counts = m_counts;
    for (auto each = m_disk.struck().begin(); each != m_disk.struck().end(); ++each)
        counts[each.key()] += each.value();
    for (const QByteArray &act : m_person->acts().split('\n')) {
        const QList<QByteArray> words = act.split(' '); // "order ID KIND done"
        const QByteArray kind = words.size() == 4 ? ' ' + words[2] : QByteArray();
        if (words.size() > 1) ++counts[QString::fromLatin1("act " + words.first() + kind + ' ' + words.last())];
    }
    return counts;
}

QByteArray Schedule::traceHash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(m_world->ledger().lines()));
    for (const OutgoingCall &call : m_world->transmissions()) {
        hash.addData(call.path.toUtf8());
        hash.addData(call.body);
    }
    hash.addData(m_person->acts());
    for (const QString &path : {m_world->journalPath(), m_world->storePath()}) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly)) hash.addData(file.readAll());
    }
    return hash.result().toHex();
}

} // namespace countersign::faults
