#include "storefixture.h"

#include "storage/sqlitereader.h"

#include <QRegularExpression>
#include <QThread>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// What the window's lists and details are read from.
class TestSqliteReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void everyStateIsInTheFolderThatThePortNames();
    void anAlarmBringsAPayoutToAttentionAndBack();
    void countsFollowEveryChange();
    void rowsCarryWhatTheListShows();
    void theNewestComesFirstAndStaysThereWhenAnotherChanges();
    void whatIsToReviewStandsInTheOrderOfItsWaiting();
    void pagesJoinWithoutGapOrRepeat();
    void pagesJoinOverManyBlocksWithHolesInThem();
    void strangePagesAreEmpty();
    void findsBySearch_data();
    void findsBySearch();
    void forgetsTheOldTextOfAChangedPayout();
    void searchesOneFolderOnly();
    void seesOnlyWhatIsCommitted();
    void aDossierHoldsEverything();
    void aDossierIsAboutTheAttemptInWhichThePayoutStands_data();
    void aDossierIsAboutTheAttemptInWhichThePayoutStands();
    void aDossierOfADraftIsBare();
    void anUnknownPayoutHasNoDossier();
    void tellsFreezeAndGeneralAlarms();
    void neverWrites();
    void canBeUsedInAThreadOfItsOwn();
    void findsAmongAHundredThousand();

private:
    void add(const QString &id, PayoutState state, qint64 changedAt, const QString &name = u"Имя"_s);
    [[nodiscard]] QStringList idsOf(const ListQuery &query);
    [[nodiscard]] qint64 count(Folder folder) { return m_reader->counts()->at(static_cast<int>(folder)); }

    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<SqliteReader> m_reader;
};

void TestSqliteReader::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->open();
    m_reader = std::make_unique<SqliteReader>(m_fixture->path());
}

void TestSqliteReader::cleanup()
{
    m_reader.reset();
    m_fixture.reset();
}

void TestSqliteReader::add(const QString &id, PayoutState state, qint64 changedAt, const QString &name)
{
    auto transaction = m_fixture->begin();
    PayoutRecord payout = samplePayout(id, state);
    payout.changedAt = fromMilliseconds(changedAt);
    payout.recipientName = name;
    VERIFY_GOOD(transaction->insertPayout(payout));
    VERIFY_GOOD(transaction->commit());
}

QStringList TestSqliteReader::idsOf(const ListQuery &query)
{
    const auto page = m_reader->page(query);
    if (!page) return {faultOf(page)};
    QStringList ids;
    for (const ListRow &row : page->rows)
        ids.append(row.id.text);
    return ids;
}

void TestSqliteReader::everyStateIsInTheFolderThatThePortNames()
{
    for (int i = 0; i < payoutStateCount; ++i) {
        const auto state = static_cast<PayoutState>(i);
        add(stateWord(state), state, i);
    }
    for (int i = 0; i < folderCount; ++i) {
        const auto folder = static_cast<Folder>(i);
        QSet<QString> expected;
        for (const PayoutState state : statesOf(folder))
            expected.insert(stateWord(state));
        const QStringList ids = idsOf({.folder = folder});
        if (folder == Folder::all) {
            QCOMPARE(ids.size(), payoutStateCount);
        } else {
            QCOMPARE(QSet<QString>(ids.begin(), ids.end()), expected);
        }
        QCOMPARE(count(folder), ids.size());
    }
}

void TestSqliteReader::anAlarmBringsAPayoutToAttentionAndBack()
{
    add(u"p1"_s, PayoutState::paid, 1);
    add(u"p2"_s, PayoutState::hold, 2);
    auto transaction = m_fixture->begin();
    AlarmRecord first{.kind = AlarmKind::contradiction, .payout = {u"p1"_s}};
    AlarmRecord second{.kind = AlarmKind::foreign, .payout = {u"p1"_s}};
    AlarmRecord onHold{.kind = AlarmKind::foreign, .payout = {u"p2"_s}};
    for (AlarmRecord *alarm : {&first, &second, &onHold})
        VERIFY_GOOD(transaction->insertAlarm(*alarm));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(idsOf({.folder = Folder::needsAttention}), (QStringList{u"p2"_s, u"p1"_s}));
    QCOMPARE(count(Folder::needsAttention), 2);
    QCOMPARE(idsOf({.folder = Folder::paid}), QStringList{u"p1"_s});
    QCOMPARE(m_reader->page({.folder = Folder::paid})->rows.first().alarmed, true);
    transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->closeAlarms({u"p1"_s}));
    VERIFY_GOOD(transaction->closeAlarms({u"p2"_s}));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(idsOf({.folder = Folder::needsAttention}), QStringList{u"p2"_s});
    QCOMPARE(m_reader->page({.folder = Folder::paid})->rows.first().alarmed, false);
}

void TestSqliteReader::countsFollowEveryChange()
{
    add(u"p1"_s, PayoutState::draft, 1);
    add(u"p2"_s, PayoutState::draft, 2);
    QCOMPARE(*m_reader->counts(), (QList<qint64>{0, 0, 2, 0, 0, 0, 0, 0, 0, 2}));
    auto transaction = m_fixture->begin();
    PayoutRecord payout = *transaction->payout({u"p1"_s});
    payout.state = PayoutState::review;
    payout.changedAt = fromMilliseconds(50);
    VERIFY_GOOD(transaction->updatePayout(payout));
    VERIFY_GOOD(transaction->deleteDraft({u"p2"_s}));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(*m_reader->counts(), (QList<qint64>{1, 0, 0, 0, 0, 0, 0, 0, 0, 1}));
    QVERIFY(idsOf({.search = u"Имя"_s}).size() == 1);
}

void TestSqliteReader::rowsCarryWhatTheListShows()
{
    auto transaction = m_fixture->begin();
    PayoutRecord payout = samplePayout(u"p1"_s, PayoutState::failed);
    VERIFY_GOOD(transaction->insertPayout(payout));
    VERIFY_GOOD(transaction->commit());
    const ListRow expected{.id = payout.id,
                           .number = 1,
                           .state = payout.state,
                           .recipientName = payout.recipientName,
                           .recipientAccount = payout.recipientAccount,
                           .purpose = payout.purpose,
                           .amountKopecks = payout.amountKopecks,
                           .changedAt = payout.changedAt,
                           .stateSince = payout.stateSince,
                           .reasonCode = payout.reasonCode,
                           .alarmed = false,
                           .recipientBik = payout.recipientBik,
                           .recipientInn = payout.recipientInn,
                           .senderAccount = payout.senderAccount};
    QVERIFY(m_reader->page({})->rows.first() == expected);
}

void TestSqliteReader::theNewestComesFirstAndStaysThereWhenAnotherChanges()
{
    add(u"first"_s, PayoutState::queued, 10);
    add(u"second"_s, PayoutState::draft, 30);
    add(u"third"_s, PayoutState::paid, 20);
    const QStringList expected{u"third"_s, u"second"_s, u"first"_s};
    QCOMPARE(idsOf({}), expected);
    auto transaction = m_fixture->begin();
    PayoutRecord payout = *transaction->payout({u"first"_s});
    payout.state = PayoutState::paid;
    payout.changedAt = fromMilliseconds(99);
    VERIFY_GOOD(transaction->updatePayout(payout));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(idsOf({}), expected);
    QCOMPARE(idsOf({.folder = Folder::paid}), (QStringList{u"third"_s, u"first"_s}));
}

void TestSqliteReader::whatIsToReviewStandsInTheOrderOfItsWaiting()
{
    for (int i = 0; i < 5; ++i)
        add(u"p%1"_s.arg(i), i % 2 == 0 ? PayoutState::review : PayoutState::paid, 100 - i);
    QCOMPARE(idsOf({.folder = Folder::toReview}), (QStringList{u"p0"_s, u"p2"_s, u"p4"_s}));
    QCOMPARE(idsOf({.folder = Folder::toReview, .search = u"имя"_s}), (QStringList{u"p0"_s, u"p2"_s, u"p4"_s}));
    QCOMPARE(idsOf({.folder = Folder::toReview, .offset = 1, .limit = 1}), QStringList{u"p2"_s});
}

void TestSqliteReader::pagesJoinWithoutGapOrRepeat()
{
    for (int i = 0; i < 23; ++i)
        add(u"p%1"_s.arg(i), PayoutState::paid, i / 3);
    const QStringList whole = idsOf({.folder = Folder::paid});
    QCOMPARE(whole.size(), 23);
    QStringList joined;
    for (int offset = 0; offset < 23; offset += 4) {
        joined += idsOf({.folder = Folder::paid, .offset = offset, .limit = 4});
        QCOMPARE(m_reader->page({.folder = Folder::paid, .offset = offset, .limit = 4})->total, 23);
    }
    QCOMPARE(joined, whole);
    QStringList found;
    for (int offset = 0; offset < 23; offset += 4)
        found += idsOf({.search = u"имя"_s, .offset = offset, .limit = 4});
    QCOMPARE(found, whole);
}

void TestSqliteReader::pagesJoinOverManyBlocksWithHolesInThem()
{
    // 3,000 payouts, a fifth of them drafts; then all drafts up to 1,700 are discarded and some others become paid
    QVERIFY(m_fixture->tamper(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
        "INSERT INTO payout (number, id, state, version, maker, created_at, changed_at, state_since, recipient_name, "
        "recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text, search, draft) "
        "SELECT i, 'p' || i, iif(i % 5 = 0, 'draft', iif(i % 7 = 0, 'failed', 'paid')), 0, 'm', i, i, i, 'n', 'a', "
        "'s', 'p', i, '', '', 'x', x'' FROM n"_s));
    QVERIFY(m_fixture->tamper(u"DELETE FROM payout WHERE state = 'draft' AND number <= 1700"_s));
    QVERIFY(m_fixture->tamper(u"UPDATE payout SET state = 'paid' WHERE state = 'failed' AND number > 1000"_s));
    for (const Folder folder : {Folder::all, Folder::paid, Folder::failed, Folder::drafts}) {
        const QStringList whole = idsOf({.folder = folder, .limit = 5'000});
        QCOMPARE(whole.size(), count(folder));
        QStringList joined;
        for (int offset = 0; offset < count(folder); offset += 190)
            joined += idsOf({.folder = folder, .offset = offset, .limit = 190});
        QCOMPARE(joined, whole);
    }
    QCOMPARE(m_fixture->value(u"SELECT count(*) FROM listing_block WHERE payouts = 0"_s).toInt(), 0);
}

void TestSqliteReader::strangePagesAreEmpty()
{
    add(u"p1"_s, PayoutState::paid, 1);
    QVERIFY(idsOf({.offset = 1}).isEmpty());
    QVERIFY(idsOf({.offset = 1'000'000}).isEmpty());
    QVERIFY(idsOf({.limit = 0}).isEmpty());
    QVERIFY(idsOf({.limit = -1}).isEmpty());
    QCOMPARE(idsOf({.offset = -5}), QStringList{u"p1"_s});
    QVERIFY(idsOf({.search = u"имя"_s, .offset = 1}).isEmpty());
    QVERIFY(idsOf({.folder = Folder::failed}).isEmpty());
}

void TestSqliteReader::findsBySearch_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("found");
    // against: ООО «Ёлочка», 40702810900000000001, Оплата по счёту № 17, 1234.56, number 1
    QTest::addRow("a word in other case") << u"ЁЛОЧКА"_s << true;
    QTest::addRow("ye for yo") << u"елочка"_s << true;
    QTest::addRow("part of a word") << u"лочк"_s << true;
    QTest::addRow("two words of two fields") << u"елочка оплата"_s << true;
    QTest::addRow("two words, one missing") << u"елочка возврат"_s << false;
    QTest::addRow("part of the account") << u"90000000000"_s << true;
    QTest::addRow("the amount with a comma") << u"1234,56"_s << true;
    QTest::addRow("the amount with a point") << u"1234.56"_s << true;
    QTest::addRow("the amount in groups") << u"1 234,56"_s << true;
    QTest::addRow("one letter") << u"ё"_s << true;
    QTest::addRow("two letters") << u"по"_s << true;
    QTest::addRow("two letters that are not there") << u"xy"_s << false;
    QTest::addRow("the number") << u"1"_s << true;
    QTest::addRow("a quotation mark") << u"\"елочка\""_s << false;
    QTest::addRow("its own quotation marks") << u"«елочка»"_s << true;
    QTest::addRow("a wildcard is a letter like others") << u"%"_s << false;
    QTest::addRow("an operator is a word like others") << u"елочка OR возврат"_s << false;
    QTest::addRow("a word over the edge of a field") << u"»\n407"_s << true;
    QTest::addRow("a star") << u"елоч*"_s << false;
    QTest::addRow("nothing but white space") << u" \t"_s << true;
}

void TestSqliteReader::findsBySearch()
{
    QFETCH(QString, search);
    QFETCH(bool, found);
    auto transaction = m_fixture->begin();
    PayoutRecord payout = samplePayout(u"p1"_s, PayoutState::paid);
    VERIFY_GOOD(transaction->insertPayout(payout));
    VERIFY_GOOD(transaction->commit());
    const auto page = m_reader->page({.search = search});
    VERIFY_GOOD(page);
    QCOMPARE(page->total, found ? 1 : 0);
    QCOMPARE(page->rows.size(), found ? 1 : 0);
}

void TestSqliteReader::forgetsTheOldTextOfAChangedPayout()
{
    add(u"p1"_s, PayoutState::draft, 1, u"Ромашка"_s);
    auto transaction = m_fixture->begin();
    PayoutRecord payout = *transaction->payout({u"p1"_s});
    payout.recipientName = u"Василёк"_s;
    VERIFY_GOOD(transaction->updatePayout(payout));
    VERIFY_GOOD(transaction->commit());
    QVERIFY(idsOf({.search = u"ромашка"_s}).isEmpty());
    QCOMPARE(idsOf({.search = u"василек"_s}).size(), 1);
}

void TestSqliteReader::searchesOneFolderOnly()
{
    add(u"p1"_s, PayoutState::paid, 1, u"Ромашка"_s);
    add(u"p2"_s, PayoutState::failed, 2, u"Ромашка"_s);
    QCOMPARE(idsOf({.folder = Folder::failed, .search = u"ромашка"_s}), QStringList{u"p2"_s});
}

void TestSqliteReader::seesOnlyWhatIsCommitted()
{
    auto transaction = m_fixture->begin();
    PayoutRecord payout = samplePayout(u"p1"_s);
    VERIFY_GOOD(transaction->insertPayout(payout));
    QCOMPARE(m_reader->page({})->total, 0);
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(m_reader->page({})->total, 1);
}

void TestSqliteReader::aDossierHoldsEverything()
{
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    auto transaction = m_fixture->begin();
    AttemptRecord attempt = sampleAttempt(u"a1"_s, u"p1"_s);
    attempt.sessionId = u"ps_1"_s;
    VERIFY_GOOD(transaction->updateAttempt(attempt));
    PayoutRecord payout = transaction->payout({u"p1"_s}).value();
    payout.attempt = attempt.id;
    VERIFY_GOOD(transaction->updatePayout(payout));
    VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i1"_s, u"a1"_s, u"p1"_s, CallKind::create)));
    SendRecord send;
    send.intent.text = u"i1"_s;
    VERIFY_GOOD(transaction->insertSend(send));
    ConfirmInfoRecord info;
    info.sessionId = u"ps_1"_s;
    info.bytes = "{}";
    info.bytesSha256 = info.canonSha256 = sha256Hex("{}");
    VERIFY_GOOD(transaction->insertConfirmInfo(info));
    for (int i = 0; i < 60; ++i) {
        ObservationRecord observation;
        observation.sessionId = u"ps_1"_s;
        observation.payoutCount = i;
        VERIFY_GOOD(transaction->insertObservation(observation));
    }
    VERIFY_GOOD(transaction->insertDecision(sampleDecision(u"d1"_s, u"a1"_s, u"p1"_s)));
    AlarmRecord alarm{.kind = AlarmKind::foreign, .payout = {u"p1"_s}};
    VERIFY_GOOD(transaction->insertAlarm(alarm));
    VERIFY_GOOD(transaction->appendAudit(u"one"_s, {{u"payout"_s, u"p1"_s}, {u"n"_s, 1}}));
    VERIFY_GOOD(transaction->appendAudit(u"other"_s, {{u"payout"_s, u"p2"_s}}));
    m_fixture->clock.advance(milliseconds(1'234));
    VERIFY_GOOD(transaction->appendAudit(u"two"_s, {{u"payout"_s, u"p1"_s}}));
    VERIFY_GOOD(transaction->commit());

    const auto dossier = m_reader->dossier({u"p1"_s});
    VERIFY_GOOD(dossier);
    QCOMPARE(dossier->payout.id.text, u"p1"_s);
    QCOMPARE(insertValues(dossier->instruction.value()), insertValues(sampleInstruction(u"p1"_s)));
    QCOMPARE(insertValues(dossier->attempt.value()), insertValues(attempt));
    QCOMPARE(dossier->intents.size(), 1);
    QCOMPARE(dossier->sends.size(), 1);
    QCOMPARE(dossier->confirmInfo.value().bytes, QByteArray("{}"));
    QCOMPARE(m_reader->page({})->rows.first().answer, QByteArray("{}"));
    QCOMPARE(dossier->observations.size(), 60);
    QCOMPARE(dossier->observations.first().payoutCount, 59);
    QCOMPARE(dossier->decisions.size(), 1);
    QCOMPARE(dossier->alarms.size(), 1);
    QCOMPARE(dossier->history.size(), 2);
    QCOMPARE(dossier->history.at(0).what, u"one"_s);
    QCOMPARE(dossier->history.at(0).details, (QJsonObject{{u"n"_s, 1}}));
    QCOMPARE(dossier->history.at(1).at, m_fixture->clock.now());
}

/// The engine judges by that attempt alone, and the window must not offer, or refuse, by another one's session.
void TestSqliteReader::aDossierIsAboutTheAttemptInWhichThePayoutStands_data()
{
    QTest::addColumn<QString>("stands");
    QTest::addRow("the last that was opened") << u"a2"_s;
    QTest::addRow("an earlier one, taken up again") << u"a1"_s;
}

void TestSqliteReader::aDossierIsAboutTheAttemptInWhichThePayoutStands()
{
    QFETCH(QString, stands);
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    auto transaction = m_fixture->begin();
    AttemptRecord first = sampleAttempt(u"a1"_s, u"p1"_s);
    first.standing = AttemptStanding::fenced;
    first.sessionId = u"ps_a1"_s;
    VERIFY_GOOD(transaction->updateAttempt(first));
    AttemptRecord second = sampleAttempt(u"a2"_s, u"p1"_s, 2);
    second.sessionId = u"ps_a2"_s;
    VERIFY_GOOD(transaction->insertAttempt(second));
    PayoutRecord payout = transaction->payout({u"p1"_s}).value();
    payout.attempt.text = stands;
    VERIFY_GOOD(transaction->updatePayout(payout));
    for (const QString &attempt : {u"a1"_s, u"a2"_s}) {
        ObservationRecord observation;
        observation.sessionId = u"ps_"_s + attempt;
        VERIFY_GOOD(transaction->insertObservation(observation));
        VERIFY_GOOD(transaction->insertIntent(sampleIntent(u"i"_s + attempt, attempt, u"p1"_s, CallKind::create)));
        VERIFY_GOOD(transaction->insertSend({.intent = {u"i"_s + attempt}}));
        ConfirmInfoRecord info{.sessionId = observation.sessionId,
                               .bytes = attempt.toUtf8(),
                               .bytesSha256 = sha256Hex(attempt.toUtf8()),
                               .canonSha256 = sha256Hex(attempt.toUtf8())};
        VERIFY_GOOD(transaction->insertConfirmInfo(info));
    }
    VERIFY_GOOD(transaction->commit());

    const auto dossier = m_reader->dossier({u"p1"_s});
    VERIFY_GOOD(dossier);
    QCOMPARE(dossier->attempt.value().id.text, stands);
    QCOMPARE(dossier->observations.size(), 1);
    QCOMPARE(dossier->observations.first().sessionId, u"ps_"_s + stands);
    QCOMPARE(dossier->intents.size(), 1);
    QCOMPARE(dossier->intents.first().attempt.text, stands);
    QCOMPARE(dossier->sends.size(), 1);
    QCOMPARE(dossier->sends.first().intent.text, u"i"_s + stands);
    QCOMPARE(dossier->confirmInfo.value().bytes, stands.toUtf8());
}

void TestSqliteReader::aDossierOfADraftIsBare()
{
    add(u"p1"_s, PayoutState::draft, 1);
    const auto dossier = m_reader->dossier({u"p1"_s});
    VERIFY_GOOD(dossier);
    QVERIFY(!dossier->instruction && !dossier->attempt && !dossier->confirmInfo);
    QVERIFY(dossier->intents.isEmpty() && dossier->history.isEmpty());
}

void TestSqliteReader::anUnknownPayoutHasNoDossier()
{
    COMPARE_CODE(m_reader->dossier({u"no"_s}), notFound);
    VERIFY_GOOD(m_reader->counts());
}

void TestSqliteReader::tellsFreezeAndGeneralAlarms()
{
    QCOMPARE(m_reader->freeze()->frozen, false);
    add(u"p1"_s, PayoutState::paid, 1);
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertFreeze({.frozen = true, .cause = u"person"_s}));
    AlarmRecord general{.kind = AlarmKind::unmatched, .sessionId = u"ps_9"_s};
    AlarmRecord ofPayout{.kind = AlarmKind::foreign, .payout = {u"p1"_s}};
    VERIFY_GOOD(transaction->insertAlarm(general));
    VERIFY_GOOD(transaction->insertAlarm(ofPayout));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(m_reader->freeze()->frozen, true);
    const auto alarms = m_reader->generalAlarms();
    VERIFY_GOOD(alarms);
    QCOMPARE(alarms->size(), 1);
    QCOMPARE(alarms->first().kind, AlarmKind::unmatched);
}

void TestSqliteReader::neverWrites()
{
    Connection reading(m_fixture->path(), Connection::Mode::read);
    const auto written = reading.execute("insertFreeze"_L1, insertValues(FreezeRecord{}));
    COMPARE_CODE(written, storeUnavailable);
    QCOMPARE(m_reader->freeze()->cause, QString());
}

void TestSqliteReader::canBeUsedInAThreadOfItsOwn()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    add(u"p1"_s, PayoutState::paid, 1);
    m_reader.reset();
    auto reader = std::make_unique<SqliteReader>(m_fixture->path());
    qint64 total = 0;
    std::unique_ptr<QThread> thread(QThread::create([&] { total = reader->page({})->total; }));
    thread->start();
    QVERIFY(thread->wait());
    QCOMPARE(total, 1);
    reader.reset();
}

void TestSqliteReader::findsAmongAHundredThousand()
{
    // made by SQLite itself: ids p1…, name "получатель N", every hundredth of them failed
    QVERIFY(m_fixture->tamper(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
        "INSERT INTO payout (number, id, state, version, maker, created_at, changed_at, state_since, recipient_name, "
        "recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text, search, draft) "
        "SELECT i, 'p' || i, iif(i % 100 = 0, 'failed', 'paid'), 1, 'm', i, i, i, 'n', 'a', 's', 'p', i, '', '', "
        "'получатель ' || i || '#', x'' FROM n"_s));
    QCOMPARE(count(Folder::all), 100'000);
    QCOMPARE(count(Folder::paid), 99'000);
    QCOMPARE(idsOf({.offset = 99'990, .limit = 3}), (QStringList{u"p10"_s, u"p9"_s, u"p8"_s}));
    QCOMPARE(idsOf({.offset = 10, .limit = 2}), (QStringList{u"p99990"_s, u"p99989"_s}));
    QCOMPARE(idsOf({.search = u"77777#"_s}), QStringList{u"p77777"_s});
    QCOMPARE(idsOf({.search = u"получатель 777#"_s}).size(), 100);
    QCOMPARE(idsOf({.folder = Folder::failed, .search = u"700#"_s}).size(), 100);
    QVERIFY(idsOf({.folder = Folder::paid, .search = u"700#"_s}).isEmpty());
    QCOMPARE(m_reader->page({.search = u"получатель"_s})->total, 2'000);
    QCOMPARE(idsOf({.search = u"получатель"_s, .limit = 1}), QStringList{u"p100000"_s});
    QCOMPARE(m_reader->page({.search = u"#"_s})->total, 2'000);
    QCOMPARE(idsOf({.search = u"99999 #"_s}), QStringList{u"p99999"_s});
    QVERIFY(idsOf({.search = u"xолучатель"_s}).isEmpty()); // the indexed end fits, the whole word does not
}

QTEST_GUILESS_MAIN(TestSqliteReader)
#include "tst_sqlitereader.moc"
