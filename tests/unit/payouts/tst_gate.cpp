#include "support/engineworld.h"

#include "payouts/gate.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<bool GateFacts::*, 14> members{
    &GateFacts::stateAllows,       &GateFacts::bankWaits,    &GateFacts::answerIsLatest, &GateFacts::hardFieldsEqual,
    &GateFacts::differencesTicked, &GateFacts::digestsEqual, &GateFacts::decisionSigned, &GateFacts::rolesDistinct,
    &GateFacts::decisionFresh,     &GateFacts::withinLimits, &GateFacts::notFenced,      &GateFacts::statusFresh,
    &GateFacts::notFrozen,         &GateFacts::fenceCurrent};

/// A payout that was approved a moment ago, before the sender has looked; what the gate reads, to be spoiled.
struct Approved
{
    explicit Approved(const char *rule = nullptr, bool practice = false)
    {
        world.settings.mismatchMayBeConfirmed = practice;
        world.boot();
        if (rule) world.rule(rule);
        id = world.submit();
        const bool ready = world.runUntil(id, practice ? PayoutState::mismatch : PayoutState::review);
        if (!ready) qFatal("not ready");
        const auto sheet = world.engine().openReview(id);
        world.run(4s);
        const auto decided = world.engine().decide(
            id, {.viewSha256 = sheet->viewSha256,
                 .openedAt = sheet->openedAt,
                 .ticks = sheet->requiredTicks,
                 .typedDigits = practice ? sheet->info.bytes.isEmpty() ? QString() : u"0001"_s : QString(),
                 .reason = u"asked"_s});
        if (!decided) qFatal("not decided: %s", qPrintable(faultText(decided)));
        now = world.now();
        settings = world.settings;
    }

    /// What the gate says now; "" when it is open. Nothing is committed.
    [[nodiscard]] QString refusal()
    {
        const auto transaction = world.begin();
        Work work{.tx = *transaction, .now = now};
        EngineParts parts = world.parts();
        parts.settings = settings;
        auto subject = loadCase(work, id).value();
        if (spoilStore) spoilStore(*transaction, subject);
        auto decision = transaction->decisions(subject.attempt.id)->last();
        if (spoilDecision) spoilDecision(decision);
        const auto answer = answerOnFile(work, parts, subject);
        if (!answer) return errorCodeName(answer.error().code);
        const auto facts = gateFacts(work, parts, subject, *answer, decision, standing);
        if (!facts) return errorCodeName(facts.error().code);
        const auto guard = firstRefusal(*facts);
        return guard ? guardName(*guard) : QString();
    }

    EngineWorld world;
    PayoutId id;
    Instant now{};
    EngineSettings settings;
    SenderStanding standing{true, true, true};
    std::function<void(StoreTransaction &, Case &)> spoilStore;
    std::function<void(DecisionRecord &)> spoilDecision;
};

ObservationRecord observed(const Case &subject, ObservationKind kind, Instant now)
{
    ObservationRecord record;
    record.sessionId = subject.attempt.sessionId;
    record.kind = kind;
    record.rank = rankOf(kind, {}, {});
    record.source = ObservationSource::webhook;
    record.payoutCount = kind == ObservationKind::multiple ? 2 : 1;
    record.rawSha256 = sha256Hex("x");
    record.observedAt = now;
    return record;
}

/// What becomes of the answer on its way into the body of a confirm (L7).
enum class Slip {
    tidied,     ///< it is written anew
    leftOut,    ///< the body is without it
    unreadable, ///< the body is no JSON
};

class SlippingProtocol final : public BankProtocol
{
public:
    SlippingProtocol(const BankProtocol &honest, Slip slip) : m_honest(honest), m_slip(slip) {}
    QString path(CallKind kind) const override { return m_honest.path(kind); }
    QByteArray createBody(const QJsonObject &metadata) const override { return m_honest.createBody(metadata); }
    QByteArray startBody(const QString &session, const PayoutContent &content, const QJsonObject &data) const override
    {
        return m_honest.startBody(session, content, data);
    }
    QByteArray decisionBody(const QString &session, QByteArrayView slice) const override
    {
        if (m_slip == Slip::leftOut) return m_honest.statusBody(session);
        if (m_slip == Slip::unreadable) return m_honest.decisionBody(session, slice).chopped(1);
        return m_honest.decisionBody(session, slice.toByteArray().replace("{", "{ "));
    }
    QByteArray statusBody(const QString &session) const override { return m_honest.statusBody(session); }
    Result<std::optional<QByteArray>> slice(QByteArrayView body) const override { return m_honest.slice(body); }
    Result<SessionReading> readWebhook(QByteArrayView body) const override { return m_honest.readWebhook(body); }
    Result<ConfirmInformation> readConfirmInformation(QByteArrayView slice) const override
    {
        return m_honest.readConfirmInformation(slice);
    }
    Result<QByteArray> canonicalForm(QByteArrayView slice) const override { return m_honest.canonicalForm(slice); }
    CallOutcome classify(CallKind kind, const QString &session, TransportReply reply) const override
    {
        return m_honest.classify(kind, session, std::move(reply));
    }

private:
    const BankProtocol &m_honest;
    Slip m_slip;
};

class Nobody final : public EngineListener
{
public:
    void payoutChanged(const PayoutId &) override {}
    void overviewChanged(const Overview &) override {}
    void noticeRaised(const Notice &) override {}
    void workWaiting() override {}
};

using Spoil = std::function<void(Approved &)>;

} // namespace
Q_DECLARE_METATYPE(Spoil)

class GateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAllowedByDefault() { QCOMPARE(firstRefusal({}), Guard::g1); }

    void eachGuardRefusesAlone()
    {
        GateFacts all;
        for (const auto member : members)
            all.*member = true;
        QVERIFY(!firstRefusal(all));
        for (size_t i = 0; i < members.size(); ++i) {
            GateFacts facts = all;
            facts.*members[i] = false;
            QCOMPARE(firstRefusal(facts), static_cast<Guard>(i + 1));
            QCOMPARE(guardName(static_cast<Guard>(i + 1)), u"G%1"_s.arg(i + 1));
        }
    }

    void onlyFreshnessAndLeasePassByWaiting()
    {
        for (int i = 1; i <= 14; ++i)
            QCOMPARE(passesByWaiting(static_cast<Guard>(i)), i == 12 || i == 14);
    }

    void anHonestApprovalPasses()
    {
        Approved approved;
        QCOMPARE(approved.refusal(), QString());
    }

    void causesInTheStore_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<Spoil>("spoil");
        const auto row = [](const char *name, const char *guard, Spoil spoil) {
            QTest::addRow("%s: %s", guard, name) << QString::fromLatin1(guard) << std::move(spoil);
        };
        const auto stored = [](std::function<void(StoreTransaction &, Case &)> act) -> Spoil {
            return [act](Approved &a) { a.spoilStore = act; };
        };
        const auto decided = [](std::function<void(DecisionRecord &)> act) -> Spoil {
            return [act](Approved &a) { a.spoilDecision = act; };
        };
        row("back in review", "G1", stored([](StoreTransaction &, Case &c) { c.payout.state = PayoutState::review; }));
        row("already confirming", "G1",
            stored([](StoreTransaction &, Case &c) { c.payout.state = PayoutState::confirming; }));
        for (const auto kind : {ObservationKind::error, ObservationKind::gone, ObservationKind::multiple,
                                ObservationKind::paid, ObservationKind::cancelled}) {
            row("the bank says something else", "G2", [kind](Approved &a) {
                a.spoilStore = [kind, now = a.now](StoreTransaction &tx, Case &c) {
                    ObservationRecord record = observed(c, kind, now);
                    QVERIFY(tx.insertObservation(record).has_value());
                };
            });
        }
        row("a ready of two payouts", "G2", [](Approved &a) {
            a.spoilStore = [now = a.now](StoreTransaction &tx, Case &c) {
                ObservationRecord record = observed(c, ObservationKind::ready, now);
                record.payoutCount = 2;
                QVERIFY(tx.insertObservation(record).has_value());
            };
        });
        row("a newer answer", "G3", stored([](StoreTransaction &tx, Case &c) {
                ConfirmInfoRecord info = **tx.latestConfirmInfo(c.attempt.sessionId);
                info.bytes.replace("{", "{ ");
                info.bytesSha256 = sha256Hex(info.bytes);
                QVERIFY(tx.insertConfirmInfo(info).has_value());
            }));
        row("a decision about another session", "G3", decided([](DecisionRecord &d) { d.sessionId = u"ps_other"_s; }));
        row("decision of other content", "G6",
            decided([](DecisionRecord &d) { d.contentSha256 = sha256Hex("other"); }));
        row("decision of another view", "G6", decided([](DecisionRecord &d) { d.viewSha256 = sha256Hex("other"); }));
        row("another signature", "G7", decided([](DecisionRecord &d) { d.signature = quickSignature("x", "y"); }));
        row("no signature", "G7", decided([](DecisionRecord &d) { d.signature.clear(); }));
        row("another nonce", "G7", decided([](DecisionRecord &d) { d.nonce = u"n"_s; }));
        row("another time", "G7", decided([](DecisionRecord &d) { d.decidedAt += 1ms; }));
        row("a cancel in its place", "G7", decided([](DecisionRecord &d) { d.kind = DecisionKind::cancel; }));
        row("the key is locked", "G7", [](Approved &a) { a.world.signer.locked = true; });
        row("somebody else's decision", "G8", [](Approved &a) { a.settings.operatorName = u"Петров"_s; });
        row("expired", "G9", [](Approved &a) { a.now += 4h; });
        row("before it was decided", "G9", [](Approved &a) { a.now -= 1ms; });
        row("void", "G9", decided([](DecisionRecord &d) { d.voided = true; }));
        row("another moment of opening", "G7", decided([](DecisionRecord &d) { d.openedAt -= 1ms; }));
        row("another end", "G7", decided([](DecisionRecord &d) { d.expiresAt += 1ms; }));
        row("another reason", "G7", decided([](DecisionRecord &d) { d.reason += u'.'; }));
        row("another role", "G7", decided([](DecisionRecord &d) { d.role = u"director"_s; }));
        row("too quick", "G9", decided([](DecisionRecord &d) {
                d.openedAt = d.decidedAt - 2999ms;
                d.signature = *QuickSigner().sign(decisionBytes(d));
            }));
        row("two decisions of one view", "G9", stored([](StoreTransaction &tx, Case &c) {
                DecisionRecord second = tx.decisions(c.attempt.id)->first();
                second.id.text = u"second"_s;
                QVERIFY(tx.insertDecision(second).has_value());
            }));
        row("above the limit by a kopeck", "G10",
            [](Approved &a) { a.settings.limitPerPayout = Money::fromKopecks(24'999'999); });
        row("above the day's limit by a kopeck", "G10",
            [](Approved &a) { a.settings.limitPerDay = Money::fromKopecks(24'999'999); });
        row("too much for a new recipient", "G10",
            [](Approved &a) { a.settings.limitNewRecipient = Money::fromKopecks(24'999'999); });
        row("sender not on the list", "G10", [](Approved &a) { a.settings.senderAccounts.clear(); });
        row("outside the hours", "G10", [](Approved &a) {
            a.settings.hoursFrom = QTime(0, 0);
            a.settings.hoursTo = QTime(0, 0, 1);
        });
        row("hours of another zone", "G10", [](Approved &a) { // it is past ten in Moscow, past seven in UTC
            a.settings.hoursFrom = QTime(7, 0);
            a.settings.hoursTo = QTime(8, 0);
        });
        row("fenced", "G11", stored([](StoreTransaction &, Case &c) { c.attempt.standing = AttemptStanding::fenced; }));
        row("superseded", "G11", stored([](StoreTransaction &, Case &c) { ++c.payout.version; }));
        row("another payout's decision", "G11", decided([](DecisionRecord &d) { d.payout.text = u"another"_s; }));
        row("another attempt's decision", "G11", decided([](DecisionRecord &d) { d.attempt.text = u"another"_s; }));
        row("reading a minute old", "G12", [](Approved &a) { a.now += 60s; });
        const auto lateReadyAfter = [](ObservationKind kind, int payouts) -> Spoil {
            return [kind, payouts](Approved &a) {
                a.spoilStore = [kind, payouts, now = a.now](StoreTransaction &tx, Case &c) {
                    ObservationRecord status = observed(c, kind, now);
                    status.source = ObservationSource::status;
                    status.payoutCount = payouts;
                    ObservationRecord late = observed(c, ObservationKind::ready, now);
                    QVERIFY(tx.insertObservation(status).has_value());
                    QVERIFY(tx.insertObservation(late).has_value());
                };
            };
        };
        row("the status said error, and a webhook was late", "G12", lateReadyAfter(ObservationKind::error, 1));
        row("the status said two payouts, and a webhook was late", "G2", lateReadyAfter(ObservationKind::multiple, 2));
        const auto statusOfOne = [](const Case &c, Instant now) {
            ObservationRecord status = observed(c, ObservationKind::ready, now);
            status.source = ObservationSource::status;
            status.payoutCount = 1;
            return status;
        };
        row("it held two payouts once", "G2", [statusOfOne](Approved &a) {
            a.spoilStore = [statusOfOne, now = a.now](StoreTransaction &tx, Case &c) {
                ObservationRecord two = observed(c, ObservationKind::multiple, now);
                ObservationRecord one = statusOfOne(c, now);
                QVERIFY(tx.insertObservation(two).has_value());
                QVERIFY(tx.insertObservation(one).has_value());
            };
        });
        row("the status was older than the answer", "G12", [statusOfOne](Approved &a) {
            a.spoilStore = [statusOfOne, now = a.now](StoreTransaction &tx, Case &c) {
                ObservationRecord old = statusOfOne(c, now);
                old.updatedAtMicros = 1'000'000;
                c.attempt.readyAtMicros = 1'000'001;
                QVERIFY(tx.insertObservation(old).has_value());
            };
        });
        row("the status said ready with two, and a webhook was late", "G12", lateReadyAfter(ObservationKind::ready, 2));
        row("frozen", "G13", [](Approved &a) {
            a.spoilStore = [now = a.now](StoreTransaction &tx, Case &) {
                QVERIFY(tx.insertFreeze({.frozen = true, .cause = u"person"_s, .since = now}).has_value());
            };
        });
        row("journal ahead", "G13", [](Approved &a) { a.standing.journalConsistent = false; });
        row("audit chain broken", "G13", [](Approved &a) { a.standing.auditWhole = false; });
        row("lease stale", "G14", [](Approved &a) { a.standing.fenceCurrent = false; });
    }

    void causesInTheStore()
    {
        QFETCH(QString, expected);
        QFETCH(Spoil, spoil);
        Approved approved;
        spoil(approved);
        QCOMPARE(approved.refusal(), expected);
        QCOMPARE(approved.world.reached(CallKind::confirm), 0);
    }

    void hardDifferencesPassOnlyOnPracticeSettings()
    {
        Approved approved(R"({"case":"published-example"})", true);
        QCOMPARE(approved.refusal(), QString());
        approved.settings.mismatchMayBeConfirmed = false;
        QCOMPARE(approved.refusal(), u"G4"_s);
    }

    void aRecipientIsNewToTheLimitUnlessPaidExactlySo_data()
    {
        QTest::addColumn<QString>("bik");
        QTest::addColumn<QString>("inn");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const RecipientIdentity who = identityOf(EngineWorld::draft());
        QTest::addRow("paid so") << who.bik << who.inn << who.name << QString();
        QTest::addRow("the account at another bank") << u"044525974"_s << who.inn << who.name << u"G10"_s;
        QTest::addRow("the account under another INN") << who.bik << u"7728168971"_s << who.name << u"G10"_s;
        QTest::addRow("the account under another name") << who.bik << who.inn << u"ООО Сигма"_s << u"G10"_s;
    }

    void aRecipientIsNewToTheLimitUnlessPaidExactlySo()
    {
        QFETCH(QString, bik);
        QFETCH(QString, inn);
        QFETCH(QString, name);
        QFETCH(QString, expected);
        Approved approved;
        approved.settings.limitNewRecipient = Money::fromKopecks(24'999'999);
        approved.spoilStore = [&](StoreTransaction &tx, Case &c) {
            PayoutRecord paid = c.payout;
            paid.id.text = u"paid"_s;
            paid.attempt = {};
            paid.state = PayoutState::paid;
            paid.recipientBik = bik;
            paid.recipientInn = inn;
            paid.recipientName = name;
            paid.purpose = u"Иное. НДС не облагается."_s; // else it would be asked about as a repeat
            QVERIFY(tx.insertPayout(paid).has_value());
        };
        QCOMPARE(approved.refusal(), expected);
    }

    void everyRequiredTickIsNeeded()
    {
        Approved approved(R"({"case":"name-spelled-differently"})");
        QCOMPARE(approved.refusal(), QString());
        approved.spoilDecision = [](DecisionRecord &decision) { decision.ticks.clear(); };
        QCOMPARE(approved.refusal(), u"G5"_s);
    }

    void limitsIncludeTheirLastKopeck()
    {
        Approved approved;
        for (const qint64 limit : {25'000'000, 25'000'001}) {
            approved.settings.limitPerPayout = Money::fromKopecks(limit);
            approved.settings.limitPerDay = Money::fromKopecks(limit);
            approved.settings.limitNewRecipient = Money::fromKopecks(limit);
            QCOMPARE(approved.refusal(), QString());
        }
        approved.settings.hoursFrom = QTime(23, 0); // hours without an end are none
        QCOMPARE(approved.refusal(), QString());
        approved.settings.hoursFrom = QTime(10, 0);
        approved.settings.hoursTo = QTime(10, 30);
        QCOMPARE(approved.refusal(), QString());
        approved.now += 55s; // the reading was made when the review opened
        QCOMPARE(approved.refusal(), QString());
    }

    void aBodyOfOtherBytesThanTheApprovedOnesNeverLeaves_data()
    {
        QTest::addColumn<Slip>("slip");
        QTest::addRow("tidied") << Slip::tidied;
        QTest::addRow("left out") << Slip::leftOut;
        QTest::addRow("unreadable") << Slip::unreadable;
    }

    void aBodyOfOtherBytesThanTheApprovedOnesNeverLeaves()
    {
        QFETCH(Slip, slip);
        Approved approved;
        const EngineParts honest = approved.world.parts();
        const SlippingProtocol slipping(honest.protocol, slip);
        Nobody nobody;
        Engine engine({.store = honest.store,
                       .journal = honest.journal,
                       .protocol = slipping,
                       .signer = honest.signer,
                       .signing = honest.signing,
                       .bankKeys = honest.bankKeys,
                       .moneyLane = honest.moneyLane,
                       .statusLane = honest.statusLane,
                       .clock = honest.clock,
                       .ids = honest.ids,
                       .directory = honest.directory,
                       .settings = honest.settings},
                      nobody, u"slipping"_s);
        VERIFY_DONE(engine.start());
        QVERIFY(approved.world.transmitted(CallKind::confirm).isEmpty());
        COMPARE_STATE(approved.world, approved.id, review);
        QCOMPARE(approved.world.payout(approved.id).reasonCode, u"G6"_s);
    }

    void bytesChangedBehindTheStoresBackAreNeverConfirmed_data()
    {
        QTest::addColumn<QString>("trigger");
        QTest::addColumn<QString>("sql");
        QTest::addRow("content digest")
            << u"instruction_no_update"_s
            << u"UPDATE instruction SET content_sha256 = replace(hex(zeroblob(32)), '0', 'a')"_s;
        QTest::addRow("content: amount")
            << u"instruction_no_update"_s
            << u"UPDATE instruction SET content = CAST(replace(CAST(content AS TEXT), '25000000', '25000001') AS BLOB)"_s;
        QTest::addRow("content that can't be read")
            << u"instruction_no_update"_s << u"UPDATE instruction SET content = CAST('{' AS BLOB)"_s;
        QTest::addRow("answer that can't be read")
            << u"confirm_info_no_update"_s << u"UPDATE confirm_info SET bytes = CAST('{' AS BLOB)"_s;
        QTest::addRow("message that can't be read")
            << u"confirm_info_no_update"_s << u"UPDATE confirm_info SET message = CAST('{' AS BLOB)"_s;
        QTest::addRow("answer, other spacing")
            << u"confirm_info_no_update"_s
            << u"UPDATE confirm_info SET bytes = CAST(replace(CAST(bytes AS TEXT), '{', '{ ') AS BLOB)"_s;
        QTest::addRow("answer, other account")
            << u"confirm_info_no_update"_s
            << u"UPDATE confirm_info SET bytes = CAST(replace(CAST(bytes AS TEXT), '40702810400009900256', "
               "'40702810400009900257') AS BLOB)"_s;
        QTest::addRow("view") << u"view_no_update"_s << u"UPDATE view SET bytes = CAST('{}' AS BLOB)"_s;
        QTest::addRow("decision about another answer")
            << u"decision_fixed"_s
            << u"UPDATE decision SET confirm_info_sha256 = replace(hex(zeroblob(32)), '0', 'a')"_s;
        QTest::addRow("decision by somebody else") << u"decision_fixed"_s << u"UPDATE decision SET user = 'x'"_s;
        QTest::addRow("decision at another time")
            << u"decision_fixed"_s << u"UPDATE decision SET decided_at = decided_at - 1"_s;
    }

    void bytesChangedBehindTheStoresBackAreNeverConfirmed()
    {
        QFETCH(QString, trigger);
        QFETCH(QString, sql);
        Approved approved;
        QVERIFY(approved.world.tamper(u"DROP TRIGGER "_s + trigger));
        QVERIFY(approved.world.tamper(sql));
        QVERIFY(!approved.refusal().isEmpty());
        approved.world.run(5min);
        QCOMPARE(approved.world.reached(CallKind::confirm), 0);
        QVERIFY(approved.world.state(approved.id) == PayoutState::review ||
                approved.world.state(approved.id) == PayoutState::mismatch);
    }
};

QTEST_GUILESS_MAIN(GateTest)
#include "tst_gate.moc"
