#include "support/flowworld.h"

#include "signing/keyfile.h"
#include "support/exampledraft.h"
#include "support/sendingacts.h"

#include <QDeadlineTimer>
#include <QFile>

namespace countersign::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;
constexpr int lookEveryMs = 50;
constexpr auto hurryBy = 500ms;

QByteArray text(const QJsonObject &entry, const char *member)
{
    return entry.value(QLatin1String(member)).toString().toUtf8();
}

QList<QJsonObject> entriesWith(QList<QJsonObject> entries, const char *member, const QJsonValue &value)
{
    entries.removeIf([&](const QJsonObject &entry) { return entry.value(QLatin1String(member)) != value; });
    return entries;
}

} // namespace

TestKey::TestKey(int bits)
{
    keep(createPrivateKey(privateFile(), SecretBytes::fromText(password()), bits));
}

TestKey::TestKey(const QString &clearFile)
{
    const auto opened = openPrivateKey(clearFile, SecretBytes());
    if (!opened) qFatal("no key: %s", qPrintable(faultOf(opened)));
    const auto saved = savePrivateKey(privateFile(), opened->key, SecretBytes::fromText(password()));
    if (!saved) qFatal("no key file: %s", qPrintable(faultOf(saved)));
    keep(opened->key);
}

void TestKey::keep(Result<PrivateKey> key)
{
    if (!key) qFatal("no key: %s", qPrintable(faultOf(key)));
    const auto saved = savePublicKey(publicFile(), key->publicKey());
    if (!saved) qFatal("no public key: %s", qPrintable(faultOf(saved)));
    m_key = *std::move(key);
}

QByteArray TestKey::signature(QByteArrayView body) const
{
    const auto signature = m_key->sign(body);
    if (!signature) qFatal("not signed: %s", qPrintable(faultOf(signature)));
    return signature->toBase64();
}

FlowWorld::FlowWorld(const TestKey &key) : m_key(key), m_profiles(m_folder.filePath(u"desk"_s))
{
    profile = newProfile(u"flow"_s, Environment::practice);
    profile.operatorName = u"Анна Петрова"_s;
    profile.companyName = u"ABC LLC"_s;
    profile.companyInn = u"3316004790"_s;
    profile.companyKpp = u"156605101"_s;
    profile.accounts = {{u"40702810300200000013"_s, u"049205131"_s, QString()}};
    profile.projectId = u"practice"_s;
    profile.directoryFile = QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/ed807_sample.xml");
    profile.automaticConfirmation = AutomaticConfirmation::off;
}

FlowWorld::~FlowWorld() = default;

void FlowWorld::open()
{
    m_bank = std::make_unique<BankProcess>(
        BankProcess::Settings{.folder = m_folder.filePath(u"bank"_s),
                              .partnerKeyFile = m_key.publicFile(),
                              .project = profile.projectId,
                              .tls = tls,
                              .script = script,
                              .options = {u"--check-seconds"_s, u"0.2"_s, u"--execute-seconds"_s, u"0.2"_s}});
    m_bank->start();
    profile.environment = environment;
    profile.keyFile = m_key.privateFile();
    profile.bankUrl = m_bank->url();
    profile.bankPublicKeyFiles.prepend(m_bank->publicKeyFile());
    // As if somebody had compared the fingerprint by telephone: a live profile does not open without.
    profile.comparedBankKeys = {openPublicKey(m_bank->publicKeyFile()).value().fingerprint()};
    profile.extraCertificateFile = m_bank->certificateFile();
    profile.webhook.enabled = webhooks;
    profile.webhook.port = 0;
    const auto saved = m_profiles.save(profile);
    if (!saved) qFatal("profile: %s", qPrintable(faultOf(saved)));
    openDesk();
}

void FlowWorld::openDesk()
{
    auto opened = Workplace::open(profile, paths(), m_clock, m_ids);
    if (!opened) qFatal("the desk did not open: %s", qPrintable(faultOf(opened)));
    m_workplace = *std::move(opened);
    const auto ours = finished(m_workplace->storeOpened());
    if (!ours) qFatal("the store did not open: %s", qPrintable(faultOf(ours)));
    const auto unlocked = finished(m_workplace->keyLock().unlock(m_key.password()));
    if (!unlocked) qFatal("the key stays locked: %s", qPrintable(faultOf(unlocked)));
    if (webhooks) tellBankWhereWebhooksGo();
}

void FlowWorld::closeDesk()
{
    m_workplace.reset();
}

void FlowWorld::restartBank()
{
    m_bank->start(webhooks ? desk().overview().webhookAddress : QString());
}

void FlowWorld::tellBankWhereWebhooksGo()
{
    if (!QTest::qWaitFor([this] { return !desk().overview().webhookAddress.isEmpty(); }, patienceMs)) {
        qFatal("the receiver does not listen: %s", qPrintable(desk().overview().webhookProblem));
    }
    m_bank->control({{u"command"_s, u"set_webhook_url"_s}, {u"url"_s, desk().overview().webhookAddress}});
}

PayoutDraft FlowWorld::draft(const QString &amount)
{
    return exampleDraft(amount);
}

Result<PayoutId> FlowWorld::trySend(const PayoutDraft &draft)
{
    const auto id = finished(desk().saveDraft({}, draft));
    if (!id) return std::unexpected(id.error());
    const auto check = finished(desk().checkRecipient(*id, draft));
    if (!check) return std::unexpected(check.error());
    const auto sent = finished(desk().sendForChecking(*id, fullActs(*check)));
    if (!sent) return std::unexpected(sent.error());
    return *id;
}

PayoutId FlowWorld::send(const PayoutDraft &draft)
{
    const auto id = trySend(draft);
    if (!id) qFatal("not sent: %s", qPrintable(faultOf(id)));
    return *id;
}

Result<ReviewSheet> FlowWorld::openReview(const PayoutId &id)
{
    return finished(desk().openReview(id));
}

Result<> FlowWorld::confirm(const ReviewSheet &sheet, const QString &typedDigits)
{
    pass(4s);
    return decide(sheet, typedDigits);
}

ReviewAct FlowWorld::approval(const ReviewSheet &sheet, const QString &typedDigits)
{
    return {.kind = DecisionKind::approve,
            .viewSha256 = sheet.viewSha256,
            .openedAt = sheet.openedAt,
            .ticks = sheet.requiredTicks,
            .typedDigits = typedDigits,
            .reason = u"as agreed by telephone"_s};
}

Result<> FlowWorld::decide(const ReviewSheet &sheet, const QString &typedDigits)
{
    m_decidedOnBankTime = m_clock.now() - m_clock.skipped();
    return finished(desk().decide(sheet.payout, approval(sheet, typedDigits)));
}

Result<> FlowWorld::cancel(const PayoutId &id)
{
    return finished(desk().decide(id, {.kind = DecisionKind::cancel, .openedAt = m_clock.now(), .reason = u"wrong"_s}));
}

Result<> FlowWorld::reviewAndConfirm(const PayoutId &id)
{
    const auto sheet = openReview(id);
    if (!sheet) return std::unexpected(sheet.error());
    return confirm(*sheet);
}

void FlowWorld::pass(milliseconds span)
{
    m_clock.skip(span);
    // Every command wakes the engine, one that is refused too.
    (void)finished(desk().discardDraft(PayoutId{u"wake up"_s}));
}

bool FlowWorld::reach(const PayoutId &id, PayoutState wanted, Pace pace)
{
    const QDeadlineTimer limit(patienceMs);
    QSignalSpy changed(&desk(), &PayoutDesk::payoutChanged);
    while (state(id) != wanted) {
        if (limit.hasExpired()) return false;
        if (!changed.wait(lookEveryMs) && pace == Pace::hurry) pass(hurryBy);
    }
    return true;
}

bool FlowWorld::readAgain(const PayoutId &id)
{
    const QDeadlineTimer limit(patienceMs);
    QSignalSpy changed(&desk(), &PayoutDesk::payoutChanged);
    const auto before = dossier(id).observations.size();
    pass(1min);
    while (dossier(id).observations.size() == before) {
        if (limit.hasExpired()) return false;
        if (!changed.wait(lookEveryMs)) pass(hurryBy);
    }
    return true;
}

PayoutDossier FlowWorld::dossier(const PayoutId &id)
{
    auto dossier = finished(desk().dossier(id));
    if (!dossier) qFatal("no dossier: %s", qPrintable(faultOf(dossier)));
    return *dossier;
}

QStringList FlowWorld::history(const PayoutId &id)
{
    QStringList words;
    const QList<HistoryEntry> entries = dossier(id).history;
    for (const HistoryEntry &entry : entries)
        words.append(entry.what);
    return words;
}

QString disagreementOverPaid(FlowWorld &world, const PayoutId &id)
{
    const PayoutDossier dossier = world.dossier(id);
    if (dossier.payout.state != PayoutState::paid) return u"the desk says "_s + stateWord(dossier.payout.state);
    const auto transfers = entriesWith(world.bank().ledger("transfer"_L1), "amount", *dossier.payout.amountKopecks);
    if (transfers.size() != 1) return u"the ledger holds %1 transfers of it"_s.arg(transfers.size());
    const QJsonObject &transfer = transfers.first();
    if (text(transfer, "session") != dossier.attempt->sessionId.toUtf8()) return u"another session was paid"_s;
    if (text(transfer, "account") != dossier.payout.recipientAccount.toUtf8()) return u"another account was paid"_s;

    if (!dossier.confirmInfo) return u"there is no answer on file"_s;
    const QByteArray &slice = dossier.confirmInfo->bytes;
    const auto taken = entriesWith(world.bank().ledger("confirm_taken"_L1), "session", dossier.attempt->sessionId);
    if (taken.size() != 1) return u"the bank took %1 confirms"_s.arg(taken.size());
    if (text(taken.first(), "received_sha256") != sha256Hex(slice)) return u"the bank received other bytes"_s;
    if (text(transfer, "decision_sha256") != sha256Hex(slice)) return u"the transfer rests on other bytes"_s;
    if (!taken.first().value("same_bytes"_L1).toBool()) return u"the bank had sent other bytes"_s;

    QList<QByteArray> bodies;
    for (const IntentRecord &intent : dossier.intents) {
        // A voided one is proven not sent (L6): the bank was away, and the gate was passed once more.
        if (intent.kind == CallKind::confirm && intent.status != IntentStatus::voided) bodies.append(intent.body);
    }
    const QByteArray body =
        "{\"session_id\":\"" + dossier.attempt->sessionId.toUtf8() + "\",\"confirm_information\":" + slice + "}";
    if (bodies != QList<QByteArray>{body}) return u"the confirm's body is not made of the stored slice"_s;
    if (text(taken.first(), "body_sha256") != sha256Hex(body)) return u"the bank received another body"_s;

    if (dossier.decisions.size() != 1) return u"there are %1 decisions"_s.arg(dossier.decisions.size());
    const DecisionRecord &decision = dossier.decisions.first();
    if (decision.kind != DecisionKind::approve || decision.voided) return u"the decision is no approval"_s;
    if (decision.confirmInfoSha256 != sha256Hex(slice)) return u"the decision is over other bytes"_s;
    const auto paidAt = parseRfc3339Micros(QString::fromUtf8(text(transfer, "at")));
    if (!paidAt || *paidAt / 1000 < toMilliseconds(world.decidedOnBankTime())) return u"paid before the decision"_s;
    return {};
}

} // namespace countersign::test
