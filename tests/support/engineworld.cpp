#include "support/engineworld.h"

#include "core/sha256.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace countersign::test {

using namespace Qt::StringLiterals;

namespace {

constexpr auto wayThere = 20ms;
constexpr auto totalTimeOut = 30s;
constexpr QByteArrayView deskKey("desk");
constexpr QByteArrayView bankKey("bank");

TransportReply failed(TransportReply::Failure failure, const OutgoingCall &call, bool sent)
{
    TransportReply reply;
    reply.failure = failure;
    reply.failureText = u"fault on purpose"_s;
    reply.requestSent = sent;
    reply.bodyBytesPulled = sent ? call.body.size() : 0;
    return reply;
}

TransportReply answered(const OutgoingCall &call, int status, QByteArray body)
{
    TransportReply reply;
    reply.requestSent = true;
    reply.bodyBytesPulled = call.body.size();
    reply.httpStatus = status;
    reply.body = std::move(body);
    return reply;
}

} // namespace

QByteArray quickSignature(QByteArrayView key, QByteArrayView body)
{
    return sha256({key, "\n", body}).toBase64();
}

Result<QByteArray> QuickSigner::sign(QByteArrayView body) const
{
    if (locked) return fail(ErrorCode::signerLocked);
    return quickSignature(deskKey, body);
}

bool QuickSigner::isOwn(QByteArrayView body, QByteArrayView signature) const
{
    return !locked && signature == quickSignature(deskKey, body);
}

Result<QString> QuickVerifier::verify(QByteArrayView body, QByteArrayView base64) const
{
    if (base64.toByteArray() != quickSignature(bankKey, body)) return fail(ErrorCode::signatureInvalid);
    return u"bb:02"_s;
}

class EngineWorld::Lane final : public Transport
{
public:
    explicit Lane(EngineWorld &world) : m_world(world) {}
    void transmit(OutgoingCall call, Done done) override { m_world.carry(std::move(call), std::move(done)); }

private:
    EngineWorld &m_world;
};

/// Signs at once, or takes the time that the world says.
class EngineWorld::Signing final : public SigningDesk
{
public:
    explicit Signing(EngineWorld &world) : m_world(world) {}
    void sign(const QByteArray &body, Done done) override
    {
        if (m_world.signingTime == 0ms) return done(m_world.signer.sign(body));
        m_world.later(m_world.signingTime, m_world.m_run,
                      [this, body, done = std::move(done)] { done(m_world.signer.sign(body)); });
    }

private:
    EngineWorld &m_world;
};

EngineWorld::EngineWorld()
    : m_folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/countersign-XXXXXX"_s
                                            : QDir::tempPath() + u"/countersign-XXXXXX"_s),
      m_signing(std::make_unique<Signing>(*this)), m_moneyLane(std::make_unique<Lane>(*this)),
      m_statusLane(std::make_unique<Lane>(*this))
{
    settings.operatorName = u"Иванова"_s;
    settings.senderAccounts = {*AccountNumber::parse(u"40702810300200000013")};
    bankSettings.project = "practice";
}

EngineWorld::~EngineWorld()
{
    crash();
}

void EngineWorld::boot()
{
    if (webhooks) bankSettings.webhookUrl = "desk";
    const demobank::BankKeys keys{[](std::string_view body) { return quickSignature(bankKey, body).toStdString(); },
                                  [](std::string_view body, std::string_view signature) {
                                      return quickSignature(deskKey, body).toStdString() == signature;
                                  }};
    m_bank = std::make_unique<demobank::PracticeBank>(bankSettings, m_ledger, keys, moment());
    restart();
}

Result<> EngineWorld::tryRestart()
{
    ++m_run;
    WriteFault *const disk = meddling.disk ? meddling.disk : &writeFault;
    Result<> started = fail(ErrorCode::storeUnavailable, u"died while starting"_s);
    inProcess([&] {
        if (!m_store) {
            auto opened = SqliteStore::open(storePath(), m_clock, disk);
            if (!opened) {
                started = std::unexpected(opened.error());
                return;
            }
            m_store = *std::move(opened);
        }
        m_journal = std::make_unique<FileSendJournal>(m_folder.filePath(u"journal"_s), disk);
        m_engine = std::make_unique<Engine>(parts(), static_cast<EngineListener &>(*this), u"run %1"_s.arg(m_run));
        started = m_engine->start();
    });
    if (!started) return started;
    tickWhileChanging();
    return {};
}

void EngineWorld::inProcess(const std::function<void()> &work)
{
    try {
        work();
    } catch (const ProcessDied &) {
        if (meddling.closesStore && !meddling.closesStore()) return end();
        crash();
    }
}

void EngineWorld::restart()
{
    const auto started = tryRestart();
    if (!started) qFatal("the engine did not start: %s", qPrintable(faultText(started)));
}

void EngineWorld::crash()
{
    end();
    m_store.reset();
}

void EngineWorld::end()
{
    m_engine.reset();
    m_told = {};
    m_journal.reset();
    erase_if(m_due, [](const Due &due) { return due.run != 0; });
}

void EngineWorld::keepCopy()
{
    crash();
    if (!QFile::copy(storePath(), storePath() + u".old"_s)) qFatal("no copy of the store");
    restart();
}

void EngineWorld::loseTheStore()
{
    crash();
    for (const QString &tail : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(storePath() + tail);
}

void EngineWorld::loseCommitsSinceTheCopy()
{
    loseTheStore();
    if (!QFile::copy(storePath() + u".old"_s, storePath())) qFatal("no copy of the store");
}

EngineParts EngineWorld::parts()
{
    PayoutStore &store = meddling.store ? meddling.store(*m_store) : *m_store;
    return {store,        *m_journal,    m_protocol, signer, *m_signing, m_verifier,
            *m_moneyLane, *m_statusLane, m_clock,    m_ids,  nullptr,    settings};
}

demobank::Moment EngineWorld::moment() const
{
    return demobank::Moment(std::chrono::duration_cast<demobank::microseconds>(m_clock.real().time_since_epoch()));
}

void EngineWorld::later(milliseconds after, int run, std::function<void()> happen)
{
    const Due due{m_clock.real() + after, run, std::move(happen)};
    const auto place =
        std::upper_bound(m_due.begin(), m_due.end(), due, [](const Due &a, const Due &b) { return a.at < b.at; });
    m_due.insert(place, due);
}

demobank::HttpReply EngineWorld::atTheBank(const OutgoingCall &call)
{
    demobank::HttpRequest request;
    request.target = call.path.toStdString();
    request.headers = {{"x-partner-project", "practice"},
                       {"x-partner-sign", call.signature.toStdString()},
                       {"content-type", "application/json"}};
    if (!call.idempotencyKey.isEmpty()) {
        request.headers["x-partner-idempotency-key"] = call.idempotencyKey.toStdString();
    }
    request.body = call.body.toStdString();
    m_bank->advance(moment());
    return m_bank->handle(request);
}

OutgoingCall EngineWorld::questionInsteadOf(const OutgoingCall &call) const
{
    const QString sessionId = QJsonDocument::fromJson(call.body).object().value(u"session_id"_s).toString();
    const QByteArray body = m_protocol.statusBody(sessionId);
    return {CallKind::status, m_protocol.path(CallKind::status), body, quickSignature(deskKey, body), {}};
}

void EngineWorld::carry(OutgoingCall call, Transport::Done done)
{
    using Failure = TransportReply::Failure;
    m_transmitted.append(call);
    Fault fault = Fault::none;
    if (meddling.call) {
        fault = meddling.call(call);
    } else if (!m_faults[call.kind].isEmpty()) {
        fault = m_faults[call.kind].takeFirst();
    }
    if (call.kind == CallKind::status && !polling) fault = Fault::notSent;

    const auto answer = [this, done](milliseconds after, const TransportReply &reply) {
        later(after, m_run, [done, reply] { done(reply); });
    };
    switch (fault) {
    case Fault::notSent:
        m_neverLeft.insert(m_transmitted.size() - 1);
        return answer(wayThere, failed(Failure::connect, call, false));
    case Fault::closedBeforeWork:
        return answer(wayThere, failed(Failure::connectionLost, call, true));
    case Fault::errorBeforeWork:
        return answer(wayThere, answered(call, 503, R"({"status":"error","error":{"code":"internal_error"}})"));
    case Fault::workedLate:
        later(90s, 0, [this, call] { (void)atTheBank(call); });
        return answer(totalTimeOut, failed(Failure::timeout, call, true));
    case Fault::none:
    case Fault::answerLost:
    case Fault::errorAfterWork:
    case Fault::refusedAfterWork:
    case Fault::cut:
    case Fault::slow:
    case Fault::neverAnswered:
        break;
    case Fault::takenInVain:
        call = questionInsteadOf(call);
        break;
    case Fault::sentTwice:
        m_transmitted.append(call);
        later(wayThere, 0, [this, call] { (void)atTheBank(call); });
        break;
    }
    const int run = m_run;
    later(wayThere, 0, [this, call, done, fault, run] {
        const demobank::HttpReply reply = atTheBank(call);
        TransportReply end = answered(call, reply.status, QByteArray::fromStdString(reply.body));
        if (fault == Fault::answerLost) end = failed(Failure::connectionLost, call, true);
        if (fault == Fault::errorAfterWork) {
            end = answered(call, 500, R"({"status":"error","error":{"code":"internal_error","description":"x"}})");
        }
        if (fault == Fault::refusedAfterWork) {
            end = answered(call, 400, R"({"status":"error","error":{"code":"invalid_request","description":"x"}})");
        }
        if (fault == Fault::cut) {
            end.body.truncate(end.body.size() / 2);
            end.failure = Failure::connectionLost;
        }
        if (fault == Fault::neverAnswered || run != m_run) return;
        later(fault == Fault::slow ? 25s : wayThere, run, [done, end] { done(end); });
    });
}

void EngineWorld::carryWebhooks()
{
    if (m_webhooksHeld) return;
    for (const demobank::WebhookCall &webhook : m_bank->takeDueWebhooks())
        carryWebhook(webhook);
}

void EngineWorld::carryWebhook(const demobank::WebhookCall &webhook)
{
    const WebhookFault fault = meddling.webhook ? meddling.webhook() : WebhookFault::none;
    QByteArray body = QByteArray::fromStdString(webhook.body);
    const QByteArray signature = QByteArray::fromStdString(webhook.signature.value_or(std::string()));
    if (fault == WebhookFault::late) {
        later(1h, 0, [this, body, signature] {
            if (m_engine) (void)deliver(body, signature);
        });
    }
    if (!m_engine || !webhooks || fault == WebhookFault::late || fault == WebhookFault::lost) {
        m_bank->webhookAnswered(webhook.id, 0);
        return;
    }
    if (fault == WebhookFault::cut) body.truncate(body.size() / 2);
    if (fault == WebhookFault::forged) body.replace("in_progress", "accepted").append("\n\n");
    const auto verdict = deliver(body, signature);
    const bool taken = verdict == InboxVerdict::stored || verdict == InboxVerdict::repeated;
    const int status = taken ? 200 : verdict == InboxVerdict::badSignature ? 401 : 503;
    m_bank->webhookAnswered(webhook.id, fault == WebhookFault::answerLost || !m_engine ? 0 : status);
}

InboxVerdict EngineWorld::deliver(const QByteArray &body, const QByteArray &signature)
{
    std::optional<InboxVerdict> verdict;
    inProcess([&] {
        m_engine->accept({{{.body = body, .signature = signature, .peer = u"bank"_s},
                           [&verdict](InboxVerdict given) { verdict = given; }}});
    });
    if (!m_engine) return InboxVerdict::notStored;
    if (!verdict) qFatal("the inbox did not answer");
    tickWhileChanging();
    return *verdict;
}

QByteArray EngineWorld::readyMessage(const QString &sessionId, int payouts)
{
    QJsonArray list;
    for (int i = 0; i < payouts; ++i)
        list.append(QJsonObject{{u"id"_s, u"po_%1"_s.arg(i)}, {u"status"_s, u"pending"_s}});
    const QJsonObject session{
        {u"id"_s, sessionId}, {u"status"_s, u"in_progress"_s}, {u"next_action"_s, u"confirm"_s}, {u"payments"_s, list}};
    return QJsonDocument(QJsonObject{{u"type"_s, u"ready_to_confirm"_s}, {u"session"_s, session}})
        .toJson(QJsonDocument::Compact);
}

QList<QByteArray> EngineWorld::webhookBodies() const
{
    QList<QByteArray> bodies;
    for (const auto &[id, webhook] : m_bank->state().outbox().all())
        bodies.append(QByteArray::fromStdString(webhook.body));
    return bodies;
}

QByteArray EngineWorld::bankSignature(QByteArrayView body)
{
    return quickSignature(bankKey, body);
}

void EngineWorld::tickWhileChanging()
{
    int rounds = 0;
    do {
        if (!m_engine) return;
        m_changed = false;
        inProcess([this] { m_engine->tick(); });
        ++m_ticks;
        if (++rounds > 200) qFatal("the engine never comes to rest");
    } while (m_changed);
}

void EngineWorld::happen(Instant until)
{
    m_clock.set(std::max(m_clock.real(), until));
    m_bank->advance(moment());
    while (!m_due.isEmpty() && m_due.first().at <= m_clock.real()) {
        const Due due = m_due.takeFirst();
        if (due.run == 0 || (due.run == m_run && m_engine)) inProcess(due.happen);
    }
    carryWebhooks();
    tickWhileChanging();
}

void EngineWorld::run(milliseconds span, milliseconds coarse)
{
    const Instant end = m_clock.real() + span;
    tickWhileChanging();
    while (m_clock.real() < end) {
        Instant next = end;
        if (!m_due.isEmpty()) next = std::min(next, m_due.first().at);
        if (m_engine) next = std::min(next, m_engine->nextDue() - m_clock.error() + lateness);
        if (const auto due = m_webhooksHeld ? std::nullopt : m_bank->nextDue()) {
            next = std::min(next, std::chrono::ceil<milliseconds>(*due));
        }
        happen(std::min(end, std::max(next, m_clock.real() + coarse)));
    }
}

bool EngineWorld::runUntil(const PayoutId &id, PayoutState wanted, milliseconds limit)
{
    const Instant end = m_clock.now() + limit;
    while (state(id) != wanted && m_clock.now() < end)
        run(100ms);
    return state(id) == wanted;
}

void EngineWorld::rule(const char *json)
{
    const QByteArray command = R"({"command":"add_rule","rule":)" + QByteArray(json) + '}';
    control(command.constData());
}

void EngineWorld::control(const char *json)
{
    demobank::HttpRequest request;
    request.target = "/practice/control";
    request.body = json;
    const demobank::HttpReply reply = m_bank->handle(request);
    if (reply.status != 200) qFatal("the practice bank refused: %s", reply.body.c_str());
}

std::unique_ptr<StoreTransaction> EngineWorld::begin()
{
    auto transaction = m_store->begin();
    if (!transaction) qFatal("no transaction: %s", qPrintable(faultText(transaction)));
    return *std::move(transaction);
}

bool EngineWorld::tamper(const QString &sql) const
{
    const QString name = u"behind the back"_s;
    bool good = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(storePath());
        database.open();
        good = QSqlQuery(database).exec(sql);
    }
    QSqlDatabase::removeDatabase(name);
    return good;
}

PayoutRecord EngineWorld::payout(const PayoutId &id)
{
    return begin()->payout(id).value();
}

PayoutState EngineWorld::state(const PayoutId &id)
{
    return payout(id).state;
}

QList<AttemptRecord> EngineWorld::attempts(const PayoutId &id)
{
    return begin()->attempts(id).value();
}

QList<IntentRecord> EngineWorld::intents(const PayoutId &id, CallKind kind)
{
    const auto transaction = begin();
    QList<IntentRecord> found;
    const auto all = transaction->attempts(id).value();
    for (const AttemptRecord &attempt : all) {
        const auto intents = transaction->intents(attempt.id).value();
        std::copy_if(intents.begin(), intents.end(), std::back_inserter(found),
                     [kind](const IntentRecord &intent) { return intent.kind == kind; });
    }
    return found;
}

QList<SendRecord> EngineWorld::sends(const IntentId &id)
{
    return begin()->sends(id).value();
}

QList<DecisionRecord> EngineWorld::decisions(const PayoutId &id)
{
    const auto transaction = begin();
    return transaction->decisions(transaction->payout(id)->attempt).value();
}

bool EngineWorld::frozen()
{
    return begin()->freeze()->frozen;
}

QStringList EngineWorld::alarms()
{
    QStringList words;
    const auto open = begin()->openAlarms().value();
    for (const AlarmRecord &alarm : open)
        words.append(alarmWord(alarm.kind));
    return words;
}

int EngineWorld::reached(CallKind kind) const
{
    const auto &requests = m_bank->state().requests();
    const auto found = requests.find(callWord(kind).toStdString());
    return found == requests.end() ? 0 : static_cast<int>(found->second);
}

QList<QByteArray> EngineWorld::transmitted(CallKind kind) const
{
    QList<QByteArray> bodies;
    for (const OutgoingCall &call : m_transmitted) {
        if (call.kind == kind) bodies.append(call.body);
    }
    return bodies;
}

} // namespace countersign::test
