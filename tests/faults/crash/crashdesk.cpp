#include "faults/crash/crashdesk.h"

#include "core/try.h"
#include "payouts/recipientcheck.h"
#include "signing/keyfile.h"
#include "support/exampledraft.h"
#include "support/rawhttp.h"
#include "support/sendingacts.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace countersign::faults {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lookEvery = 15ms;
constexpr int quietEnoughMs = 80;
constexpr int longestLifeMs = 40'000;

EngineSettings settings()
{
    EngineSettings settings{.operatorName = u"Анна Петрова"_s};
    settings.senderAccounts = {*AccountNumber::parse(u"40702810300200000013")};
    return settings;
}

PayoutDraft draft(qint64 number)
{
    PayoutDraft draft = test::exampleDraft(u"%1,00"_s.arg(1000 + number));
    draft.purpose = u"Оплата по договору поставки № %1. НДС не облагается."_s.arg(number);
    return draft;
}

} // namespace

SkippingClock::SkippingClock(QString file) : m_file(std::move(file))
{
    QFile kept(m_file);
    if (kept.open(QIODevice::ReadOnly)) m_skipped = milliseconds{kept.readAll().toLongLong()};
}

void SkippingClock::skip(milliseconds span)
{
    QFile kept(m_file);
    if (!kept.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) return; // never empty, whenever death comes
    kept.write(QByteArray::number(qint64{(m_skipped + span).count()}).rightJustified(20, '0'));
    m_skipped += span;
}

CrashDesk::CrashDesk(DeskOptions options)
    : m_options(std::move(options)), m_crash(m_options.crash), m_clock(m_options.folder + u"/skipped"_s)
{
    m_ticking.setSingleShot(true);
    connect(&m_ticking, &QTimer::timeout, this, &CrashDesk::tick);
    connect(&m_person, &QTimer::timeout, this, &CrashDesk::act);
}

CrashDesk::~CrashDesk() = default;

Result<> CrashDesk::open()
{
    COUNTERSIGN_TRY(openKeys());
    COUNTERSIGN_TRY_INTO(store, SqliteStore::open(m_options.folder + u"/store.sqlite"_s, m_clock, &m_crash));
    m_store = std::move(store);
    if (m_options.payouts == 0) { // only the store was to be opened
        QTimer::singleShot(0, this, [this] { end(finished, {}); });
        return {};
    }
    m_journal = std::make_unique<FileSendJournal>(m_options.folder + u"/journal"_s, &m_crash);
    m_reader = std::make_unique<SqliteReader>(m_options.folder + u"/store.sqlite"_s);
    const TransportOptions transport{.baseUrl = m_options.bank, .projectId = u"practice"_s};
    m_money = std::make_unique<OneShotTransport>(transport);
    m_status = std::make_unique<OneShotTransport>(transport);
    m_moneyLane = std::make_unique<CrashingLane>(*m_money, m_crash);
    m_engine = std::make_unique<Engine>(EngineParts{.store = *m_store,
                                                    .journal = *m_journal,
                                                    .protocol = m_protocol,
                                                    .signer = *m_signer,
                                                    .signing = *m_signing,
                                                    .bankKeys = *m_bankKeys,
                                                    .moneyLane = *m_moneyLane,
                                                    .statusLane = *m_status,
                                                    .clock = m_clock,
                                                    .ids = m_ids,
                                                    .directory = nullptr,
                                                    .settings = settings()},
                                        static_cast<EngineListener &>(*this), m_ids.next());
    COUNTERSIGN_TRY(m_engine->start());
    COUNTERSIGN_TRY(listen());
    m_quiet.start();
    m_life.start();
    m_person.start(lookEvery);
    wake();
    return {};
}

Result<> CrashDesk::openKeys()
{
    COUNTERSIGN_TRY_INTO(opened, openPrivateKey(m_options.key, SecretBytes()));
    m_signer = std::make_unique<UnlockedSigner>(opened.key);
    m_signing = std::make_unique<SigningPool>(*m_signer);
    COUNTERSIGN_TRY_INTO(bankKeys, BankVerifier::fromFiles({m_options.bankKey}));
    m_bankKeys.emplace(std::move(bankKeys));
    return {};
}

Result<> CrashDesk::listen()
{
    m_receiver = std::make_unique<WebhookReceiver>(WebhookReceiver::Options{}, static_cast<InboxPort &>(*this));
    COUNTERSIGN_TRY_INTO(address, m_receiver->start());
    tellBank({{u"command"_s, u"set_webhook_url"_s}, {u"url"_s, address.url}});
    return {};
}

void CrashDesk::tellBank(const QJsonObject &command)
{
    QUrl address = m_options.control;
    address.setPath(u"/practice/control"_s);
    (void)test::rawPost(address, {"Content-Type: application/json"},
                        QJsonDocument(command).toJson(QJsonDocument::Compact));
}

void CrashDesk::payoutChanged(const PayoutId &)
{
    m_quiet.restart();
}

/// The receiver's thread.
void CrashDesk::deliver(IncomingMessage message, Done done)
{
    const auto store = [this, message = std::move(message), done = std::move(done)] {
        m_engine->accept({{message, [this, done](InboxVerdict verdict) {
                               if (verdict == InboxVerdict::stored) m_crash.reached("K8"_L1);
                               done(verdict);
                           }}});
        wake();
    };
    QMetaObject::invokeMethod(this, store, Qt::QueuedConnection);
}

void CrashDesk::wake()
{
    if (!m_ticking.isActive() || m_ticking.remainingTime() > 0) m_ticking.start(0);
}

void CrashDesk::tick()
{
    m_engine->tick();
    const auto wait = std::chrono::ceil<milliseconds>(m_engine->nextDue() - m_clock.now());
    if (!m_ticking.isActive()) m_ticking.start(std::clamp<milliseconds>(wait, 5ms, 1000ms));
}

void CrashDesk::act()
{
    if (m_life.elapsed() > longestLifeMs) return end(stuck, u"no end in sight"_s);
    const Overview overview = m_engine->overview();
    if (overview.stoppedBy) return end(stuck, u"the store failed"_s);
    if (overview.freeze.frozen) {
        if (!m_options.lifts) return end(frozen, overview.freeze.cause);
        (void)m_engine->liftFreeze(u"the bank was asked about every session of the journal"_s);
    }
    const auto page = m_reader->page({});
    if (!page) return end(stuck, u"the list can't be read"_s);
    makePayouts(page->total);
    bool ended = page->total >= m_options.payouts;
    for (const ListRow &row : page->rows) {
        // Who dies thrice while a session is being opened finds the payout on hold, and takes it back.
        const bool taken = row.state == PayoutState::hold && row.reasonCode == u"createdThreeTimes"_s;
        const bool rowEnded = isFinal(row.state) || (row.state == PayoutState::hold && !taken);
        ended = ended && rowEnded;
        if (!rowEnded) attend(row);
    }
    if (m_quiet.elapsed() < quietEnoughMs) return;
    if (ended) return end(finished, {});
    letTimePass(30s);
}

void CrashDesk::importPayouts()
{
    ImportOrder order{.fileName = u"orders.csv"_s, .fileSha256 = sha256Hex("orders"), .controlTotal = {}, .rows = {}};
    qint64 kopecks = 0;
    for (qint64 number = 1; number <= m_options.payouts; ++number) {
        PayoutDraft row = draft(number);
        row.source.file = ImportedFrom{.fileName = order.fileName,
                                       .fileSha256 = order.fileSha256,
                                       .row = static_cast<int>(number),
                                       .documentNumber = {},
                                       .documentDate = {}};
        kopecks += Money::parse(row.amount)->kopecks();
        order.rows.append({.draft = row, .identity = sha256Hex(row.purpose.toUtf8())});
    }
    order.controlTotal = Money::fromKopecks(kopecks);
    if (!m_engine->importDrafts(order)) end(stuck, u"the import was refused"_s);
    wake();
}

void CrashDesk::makePayouts(qint64 already)
{
    if (m_options.imports && already < m_options.payouts) return importPayouts();
    for (qint64 number = already + 1; number <= m_options.payouts; ++number) {
        if (!m_engine->saveDraft({}, draft(number))) end(stuck, u"a draft was refused"_s);
        wake();
    }
}

SendingActs CrashDesk::actsFor(const ListRow &row)
{
    const auto check = checkRecipient(*m_reader, draft(row.number), row.id, {}, m_clock.now());
    return check ? test::fullActs(*check) : SendingActs{};
}

void CrashDesk::attend(const ListRow &row)
{
    switch (row.state) {
    case PayoutState::draft:
        if (!m_engine->sendForChecking(row.id, actsFor(row))) end(stuck, u"a payout was refused"_s);
        break;
    case PayoutState::review:
        review(row);
        break;
    case PayoutState::startUnknown:
        (void)m_engine->order(row.id, PersonOrder::closeAndTryAgain, u"settled"_s);
        break;
    case PayoutState::confirmUnknown:
        (void)m_engine->order(row.id, PersonOrder::sendConfirmAgain, u"settled"_s);
        break;
    case PayoutState::cancelUnknown:
    case PayoutState::closing:
        (void)m_engine->order(row.id, PersonOrder::sendCancelAgain, u"settled"_s);
        break;
    case PayoutState::hold:
        (void)m_engine->order(row.id, PersonOrder::acceptObservation, u"no session was opened"_s);
        break;
    default:
        return;
    }
    wake();
}

void CrashDesk::review(const ListRow &row)
{
    if (row.number <= m_options.cancelled) {
        (void)m_engine->decide(
            row.id, {.kind = DecisionKind::cancel, .openedAt = m_clock.now(), .reason = u"not wanted any more"_s});
        return;
    }
    const auto known = m_sheets.constFind(row.id);
    if (known == m_sheets.constEnd()) {
        if (const auto sheet = m_engine->openReview(row.id)) m_sheets.insert(row.id, *sheet);
        letTimePass(4s); // G9: nobody decides at a glance
        return;
    }
    (void)m_engine->decide(row.id, {.viewSha256 = known->viewSha256,
                                    .openedAt = known->openedAt,
                                    .ticks = known->requiredTicks,
                                    .reason = u"as agreed"_s});
    m_sheets.erase(known);
}

void CrashDesk::letTimePass(milliseconds span)
{
    // The bank first: a death in between leaves its clock ahead, and no decision later than its transfer.
    tellBank({{u"command"_s, u"advance_clock"_s}, {u"seconds"_s, static_cast<double>(span.count()) / 1000}});
    m_clock.skip(span);
    m_quiet.restart();
    wake();
}

void CrashDesk::end(DeskEnd how, const QString &why)
{
    m_person.stop();
    if (how != finished) std::fprintf(stderr, "%s\n", qPrintable(why));
    QCoreApplication::exit(how);
}

} // namespace countersign::faults
