#include "storefixture.h"
#include "support/swappedrecipients.h"

#include "domain/likeness.h"
#include "storage/migrations.h"
#include "storage/searchtext.h"
#include "storage/sqlitereader.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

const QString account = u"40702810900000000001"_s;
const QString bik = u"044525593"_s;

RecipientIdentity clover()
{
    return {u"ООО «Ёлочка»"_s, u"7701991200"_s, bik, account};
}

PayoutRecord paidTo(const QString &id, const RecipientIdentity &who, Instant at, PayoutState state = PayoutState::paid)
{
    PayoutRecord payout = samplePayout(id, state);
    payout.recipientName = who.name;
    payout.recipientInn = who.inn;
    payout.recipientBik = who.bik;
    payout.recipientAccount = who.account;
    payout.createdAt = payout.changedAt = payout.stateSince = at;
    return payout;
}

RecipientRecord entry(const QString &id, const QString &name, int version = 1)
{
    return {.id = {id},
            .version = version,
            .details = {name, u"7701991200"_s, u"770101001"_s, bik, account, u"Аренда"_s},
            .changedAt = fromMilliseconds(7'000)};
}

} // namespace

/// Who was paid, what was made before, what was acknowledged, and the address book, as the store keeps them.
class TestRecipientRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsWhoWasPaid();
    void whatComesBackIsNotPaid();
    void aPaidPayoutKeepsItsRecipient();
    void findsBySharedAccountInnOrLook();
    void findsEarlierPayouts();
    void actsComeBackInReaderAndTransaction();
    void theListMarksNewRecipients();
    void theListMarksAnAccountThatGaveWayToAnother();
    void theListMarksWhatTheBookSpeaksAgainst();
    void theListMarksEverySwap();
    void theListMarksEveryForgedName();
    void theListMarksWhatWaitsForADecision();
    void theBookKeepsEveryVersion();
    void theBookTellsWhereElseARecipientIs();
    void theBookTellsWhichAccountsItLeft();
    void theBookIsSearchedAndPaged();
    void aChangeThatMissedAVersionIsRefused();
    void oldStoresAreFilled_data();
    void oldStoresAreFilled();
    void oldBooksAreFilled_data();
    void oldBooksAreFilled();

private:
    void add(PayoutRecord payout);
    [[nodiscard]] QStringList markedAsNew() const;

    std::unique_ptr<StoreFixture> m_fixture;
};

void TestRecipientRows::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->open();
}

QStringList TestRecipientRows::markedAsNew() const
{
    SqliteReader reader(m_fixture->path());
    const auto page = reader.page({});
    QStringList marked;
    if (!page) return {u"not read"_s};
    for (const ListRow &row : page->rows) {
        if (row.newRecipient) marked += row.id.text;
    }
    return marked;
}

void TestRecipientRows::add(PayoutRecord payout)
{
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertPayout(payout));
    VERIFY_GOOD(transaction->commit());
}

void TestRecipientRows::countsWhoWasPaid()
{
    add(paidTo(u"p1"_s, clover(), fromMilliseconds(1'000)));
    add(paidTo(u"p2"_s, clover(), fromMilliseconds(3'000), PayoutState::executing));
    auto transaction = m_fixture->begin();
    QCOMPARE(transaction->paidRecipients(clover()).value().first().payments, 1);
    PayoutRecord second = *transaction->payout({u"p2"_s});
    second.state = PayoutState::paid;
    VERIFY_GOOD(transaction->updatePayout(second));
    VERIFY_GOOD(transaction->updatePayout(second)); // an update that changes nothing counts nothing
    const auto paid = transaction->paidRecipients(clover());
    VERIFY_GOOD(paid);
    QCOMPARE(*paid, (QList<PaidRecipient>{{clover(), 2, fromMilliseconds(3'000)}}));
}

void TestRecipientRows::whatComesBackIsNotPaid()
{
    add(paidTo(u"p1"_s, clover(), fromMilliseconds(1'000)));
    add(paidTo(u"p2"_s, clover(), fromMilliseconds(3'000)));
    auto transaction = m_fixture->begin();
    PayoutRecord second = *transaction->payout({u"p2"_s});
    second.state = PayoutState::returned;
    VERIFY_GOOD(transaction->updatePayout(second));
    QCOMPARE(*transaction->paidRecipients(clover()), (QList<PaidRecipient>{{clover(), 1, fromMilliseconds(1'000)}}));
    PayoutRecord first = *transaction->payout({u"p1"_s});
    first.state = PayoutState::hold;
    VERIFY_GOOD(transaction->updatePayout(first));
    QVERIFY(transaction->paidRecipients(clover())->isEmpty());
}

void TestRecipientRows::aPaidPayoutKeepsItsRecipient()
{
    add(paidTo(u"p1"_s, clover(), fromMilliseconds(1'000)));
    for (const char *change : {"recipient_account = 'x'", "recipient_bik = 'x'", "recipient_inn = 'x'",
                               "recipient_name = 'x'", "recipient_look = 'x'"}) {
        QVERIFY2(!m_fixture->tamper(u"UPDATE payout SET "_s + QLatin1String(change)), change);
    }
}

void TestRecipientRows::findsBySharedAccountInnOrLook()
{
    RecipientIdentity other = clover();
    other.account = u"40702810900000000002"_s;
    other.name = u"АО Сосна"_s;
    add(paidTo(u"p1"_s, other, fromMilliseconds(1'000)));
    const auto shares = [this](const RecipientIdentity &who) {
        SqliteReader reader(m_fixture->path());
        return reader.paidRecipients(who)->size();
    };
    QCOMPARE(shares({u"Никто"_s, QString(), bik, other.account}), 1);
    QCOMPARE(shares({u"Никто"_s, other.inn, bik, account}), 1);
    QCOMPARE(shares({u"AO «COCHA»"_s, QString(), bik, account}), 1); // Latin letters
    QCOMPARE(shares({u"Никто"_s, QString(), bik, account}), 0);
    QCOMPARE(shares({QString(), QString(), QString(), QString()}), 0);
}

void TestRecipientRows::findsEarlierPayouts()
{
    PayoutRecord imported = samplePayout(u"p1"_s, PayoutState::failed);
    imported.documentKey = u"17 of 2026-11-20"_s;
    imported.importKey = u"abc/1"_s;
    imported.amountKopecks = 5;
    add(imported);
    add(samplePayout(u"p2"_s));
    SqliteReader reader(m_fixture->path());
    DuplicateQuestion asked{.recipientAccount = account, .amountKopecks = 123'456};
    QCOMPARE(reader.earlierPayouts(asked)->size(), 1);
    QCOMPARE(reader.earlierPayouts(asked)->first().id.text, u"p2"_s);
    for (const QString &key : {imported.documentKey, u"17 of no date"_s, u"17 of 2026-11-21"_s}) {
        asked.documentKey = key;
        QCOMPARE(reader.earlierPayouts(asked)->size(), 2);
    }
    for (const QString &key : {u"1 of no date"_s, u"170 of no date"_s, u"17"_s}) {
        asked.documentKey = key;
        QCOMPARE(reader.earlierPayouts(asked)->size(), 1);
    }
    asked = {.importKey = imported.importKey};
    const auto found = reader.earlierPayouts(asked);
    QCOMPARE(found->size(), 1);
    QVERIFY(found->first().state == PayoutState::failed);
    QCOMPARE(found->first().documentKey, imported.documentKey);
    QVERIFY(reader.earlierPayouts({})->isEmpty());
}

void TestRecipientRows::actsComeBackInReaderAndTransaction()
{
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    const RecipientActRecord act{.payout = {u"p1"_s},
                                 .version = 1,
                                 .standing = StandingKind::recipientChanged,
                                 .who = clover(),
                                 .carriedFrom = {},
                                 .user = u"Иванова"_s,
                                 .at = fromMilliseconds(5'000)};
    const DuplicateActRecord duplicate{.payout = {u"p1"_s},
                                       .version = 1,
                                       .earlier = {u"gone"_s},
                                       .earlierNumber = 40,
                                       .user = u"Иванова"_s,
                                       .at = fromMilliseconds(5'000)};
    auto transaction = m_fixture->begin();
    QVERIFY(!transaction->recipientAct({u"p1"_s}, 1)->has_value());
    VERIFY_GOOD(transaction->insertRecipientAct(act));
    VERIFY_GOOD(transaction->insertDuplicateAct(duplicate));
    QCOMPARE(**transaction->recipientAct({u"p1"_s}, 1), act);
    QVERIFY(!transaction->recipientAct({u"p1"_s}, 2)->has_value());
    QCOMPARE(*transaction->duplicateActs({u"p1"_s}, 1), QList{duplicate});
    VERIFY_GOOD(transaction->commit());
    SqliteReader reader(m_fixture->path());
    const auto dossier = reader.dossier({u"p1"_s});
    VERIFY_GOOD(dossier);
    QCOMPARE(*dossier->recipientAct, act);
    QCOMPARE(dossier->duplicateActs, QList{duplicate});
}

void TestRecipientRows::theListMarksNewRecipients()
{
    add(paidTo(u"known"_s, clover(), fromMilliseconds(1'000)));
    add(paidTo(u"copy"_s, clover(), fromMilliseconds(2'000), PayoutState::draft));
    RecipientIdentity swapped = clover();
    swapped.account = u"40702810900000000009"_s;
    add(paidTo(u"swapped"_s, swapped, fromMilliseconds(3'000), PayoutState::draft));
    RecipientIdentity unfinished = clover();
    unfinished.account = u"4070"_s;
    add(paidTo(u"unfinished"_s, unfinished, fromMilliseconds(4'000), PayoutState::draft));
    QCOMPARE(markedAsNew(), QStringList{u"swapped"_s});
}

void TestRecipientRows::theListMarksAnAccountThatGaveWayToAnother()
{
    RecipientIdentity moved = clover();
    moved.account = u"40702810900000000009"_s;
    RecipientIdentity namesake = clover();
    namesake.inn = u"7704217370"_s;
    namesake.account = u"40702810900000000010"_s;
    add(paidTo(u"old"_s, clover(), fromMilliseconds(1'000)));
    add(paidTo(u"toOld"_s, clover(), fromMilliseconds(2'000), PayoutState::draft));
    add(paidTo(u"namesake"_s, namesake, fromMilliseconds(3'000)));
    QCOMPARE(markedAsNew(), QStringList());
    add(paidTo(u"moved"_s, moved, fromMilliseconds(4'000)));
    add(paidTo(u"toMoved"_s, moved, fromMilliseconds(5'000), PayoutState::draft));
    QCOMPARE(markedAsNew(), QStringList{u"toOld"_s});
    add(paidTo(u"oldAgain"_s, clover(), fromMilliseconds(6'000)));
    QCOMPARE(markedAsNew(), QStringList{u"toMoved"_s});
}

void TestRecipientRows::theListMarksWhatTheBookSpeaksAgainst()
{
    add(paidTo(u"known"_s, clover(), fromMilliseconds(1'000)));
    add(paidTo(u"copy"_s, clover(), fromMilliseconds(2'000), PayoutState::draft));
    QCOMPARE(markedAsNew(), QStringList());
    RecipientRecord moved = entry(u"r1"_s, clover().name);
    moved.details.account = u"40702810900000000009"_s;
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->putRecipient(moved, u"u"_s));
    VERIFY_GOOD(transaction->commit());
    QCOMPARE(markedAsNew(), QStringList{u"copy"_s});
}

void TestRecipientRows::theListMarksEverySwap()
{
    for (qsizetype i = 0; i < paidOnes().size(); ++i) {
        add(paidTo(u"paid %1"_s.arg(i), paidOnes().at(i), fromMilliseconds(1'000)));
        add(paidTo(u"honest %1"_s.arg(i), paidOnes().at(i), fromMilliseconds(2'000), PayoutState::draft));
    }
    QStringList swapped;
    for (const RecipientSwap &swap : recipientSwaps()) {
        swapped.prepend(QString::fromUtf8(swap.how)); // newest first
        add(paidTo(swapped.first(), swap.who, fromMilliseconds(3'000), PayoutState::draft));
    }
    QCOMPARE(swapped.size(), 60);
    QCOMPARE(markedAsNew(), swapped);
}

void TestRecipientRows::theListMarksEveryForgedName()
{
    const auto accountOf = [](const QString &name) {
        const qsizetype place = paidNames().indexOf(name);
        return RecipientIdentity{name, u"7701991200"_s, bik, u"407028104000099%1"_s.arg(place, 5, 10, QChar(u'0'))};
    };
    QStringList honest;
    QStringList forged;
    for (const ForgedName &name : forgedNames()) {
        if (!honest.contains(name.honest)) {
            honest.append(name.honest);
            add(paidTo(u"paid "_s + name.honest, accountOf(name.honest), fromMilliseconds(1'000)));
            add(paidTo(u"honest "_s + name.honest, accountOf(name.honest), fromMilliseconds(2'000),
                       PayoutState::draft));
        }
        RecipientIdentity who = accountOf(name.honest);
        who.name = name.forged;
        forged.prepend(QString::fromUtf8(name.how));
        add(paidTo(forged.first(), who, fromMilliseconds(3'000), PayoutState::draft));
    }
    QCOMPARE(honest.size(), 12);
    QCOMPARE(forged.size(), 120);
    QCOMPARE(markedAsNew(), forged);
}

void TestRecipientRows::theListMarksWhatWaitsForADecision()
{
    add(paidTo(u"known"_s, clover(), fromMilliseconds(1'000)));
    for (const PayoutState state : {PayoutState::review, PayoutState::mismatch, PayoutState::executing})
        add(paidTo(stateWord(state), clover(), fromMilliseconds(2'000), state));
    QCOMPARE(markedAsNew(), QStringList());
    RecipientIdentity moved = clover();
    moved.account = u"40702810900000000009"_s;
    add(paidTo(u"moved"_s, moved, fromMilliseconds(3'000)));
    QCOMPARE(markedAsNew(), (QStringList{stateWord(PayoutState::mismatch), stateWord(PayoutState::review)}));
}

void TestRecipientRows::theBookKeepsEveryVersion()
{
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->putRecipient(entry(u"r1"_s, u"ООО Вектор"_s), u"Иванова"_s));
    RecipientRecord second = entry(u"r1"_s, u"ООО Вектор"_s, 2);
    second.details.account = u"40702810900000000002"_s;
    VERIFY_GOOD(transaction->putRecipient(second, u"Петров"_s));
    QCOMPARE(*transaction->recipient({u"r1"_s}), second);
    COMPARE_CODE(transaction->recipient({u"r2"_s}), notFound);
    VERIFY_GOOD(transaction->commit());
    SqliteReader reader(m_fixture->path());
    QCOMPARE(*reader.recipient({u"r1"_s}), second);
    const auto history = reader.recipientHistory({u"r1"_s});
    VERIFY_GOOD(history);
    QCOMPARE(history->size(), 2);
    QCOMPARE(history->at(0).details.account, account);
    QCOMPARE(history->at(0).user, u"Иванова"_s);
    QCOMPARE(history->at(1).details.account, u"40702810900000000002"_s);
    QCOMPARE(history->at(1).version, 2);
    QVERIFY(reader.recipientsOfAccount(account)->isEmpty());
    QCOMPARE(*reader.recipientsOfAccount(second.details.account), QList{second});
}

void TestRecipientRows::theBookTellsWhereElseARecipientIs()
{
    RecipientRecord one = entry(u"r1"_s, u"АО Сосна"_s);
    one.details.inn = u"7728168971"_s;
    one.details.account = u"40702810900000000002"_s;
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->putRecipient(one, u"u"_s));
    const auto found = [&transaction](const RecipientIdentity &who) { return transaction->bookEntries(who).value(); };
    const BookEntry expected{
        .who = {one.details.name, one.details.inn, bik, one.details.account}, .since = one.changedAt, .left = false};
    QCOMPARE(found({u"Никто"_s, QString(), bik, one.details.account}), QList{expected});
    QVERIFY(found({u"Никто"_s, QString(), u"044525974"_s, one.details.account}).isEmpty());
    QCOMPARE(found({u"Никто"_s, one.details.inn, bik, account}), QList{expected});
    QCOMPARE(found({u"AO «COCHA»"_s, QString(), bik, account}), QList{expected}); // Latin letters
    QVERIFY(found({u"Никто"_s, QString(), bik, account}).isEmpty());
    QVERIFY(found({QString(), QString(), QString(), QString()}).isEmpty());
    one.version = 2;
    one.retired = true;
    VERIFY_GOOD(transaction->putRecipient(one, u"u"_s));
    QVERIFY(found({one.details.name, one.details.inn, bik, account}).isEmpty());
}

void TestRecipientRows::theBookTellsWhichAccountsItLeft()
{
    RecipientRecord moving = entry(u"r1"_s, u"ООО Вектор"_s);
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->putRecipient(moving, u"u"_s));
    const RecipientIdentity byAccount{u"Никто"_s, QString(), bik, account};
    const auto isLeft = [&transaction](const RecipientIdentity &who) {
        const auto entries = transaction->bookEntries(who).value();
        return std::ranges::any_of(entries, [](const BookEntry &each) { return each.left; });
    };
    QVERIFY(!isLeft(byAccount));
    moving.version = 2;
    moving.details.note = u"Иное"_s;
    VERIFY_GOOD(transaction->putRecipient(moving, u"u"_s));
    QVERIFY(!isLeft(byAccount));
    moving.version = 3;
    moving.details.account = u"40702810900000000002"_s;
    moving.changedAt = fromMilliseconds(9'000);
    VERIFY_GOOD(transaction->putRecipient(moving, u"u"_s));
    QVERIFY(isLeft(byAccount));
    QCOMPARE(transaction->bookEntries(byAccount)->last().since, fromMilliseconds(9'000));
    RecipientIdentity now = byAccount;
    now.account = moving.details.account;
    QVERIFY(!isLeft(now));
    moving.version = 4;
    moving.retired = true;
    VERIFY_GOOD(transaction->putRecipient(moving, u"u"_s));
    QVERIFY(isLeft(now));
    now.bik = u"044525974"_s;
    QVERIFY(!isLeft(now));
}

void TestRecipientRows::theBookIsSearchedAndPaged()
{
    auto transaction = m_fixture->begin();
    for (int i = 0; i < 25; ++i)
        VERIFY_GOOD(transaction->putRecipient(entry(u"r%1"_s.arg(i), u"ООО Пример %1"_s.arg(i + 10)), u"u"_s));
    RecipientRecord retired = entry(u"old"_s, u"ООО Старый"_s);
    retired.retired = true;
    VERIFY_GOOD(transaction->putRecipient(retired, u"u"_s));
    VERIFY_GOOD(transaction->commit());
    SqliteReader reader(m_fixture->path());
    const auto page = reader.recipients({.offset = 20, .limit = 10});
    VERIFY_GOOD(page);
    QCOMPARE(page->total, 25);
    QCOMPARE(page->rows.size(), 5);
    QCOMPARE(page->rows.first().details.name, u"ООО Пример 30"_s);
    QCOMPARE(reader.recipients({.search = u"ПРИМЕР 7"_s})->total, 25); // 7701… is in every INN
    QCOMPARE(reader.recipients({.search = u"пример аренда 24"_s})->rows.first().id.text, u"r14"_s);
    QCOMPARE(reader.recipients({.search = u"100% '\" ; --"_s})->total, 0);
    QCOMPARE(reader.recipients({.retired = true})->rows.first().id.text, u"old"_s);
    QVERIFY(reader.recipients({.offset = -5, .limit = -5})->rows.isEmpty());
}

void TestRecipientRows::aChangeThatMissedAVersionIsRefused()
{
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->putRecipient(entry(u"r1"_s, u"ООО Вектор"_s), u"u"_s));
    COMPARE_CODE(transaction->putRecipient(entry(u"r1"_s, u"ООО Вектор"_s, 3), u"u"_s), storeConflict);
}

void TestRecipientRows::oldStoresAreFilled_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("quotes") << u"ООО «Ёлочка»"_s;
    QTest::addRow("Latin letters") << u"OOO \"Bektop\" 03"_s;
    QTest::addRow("many quotes") << u"„А” ‘Б’ “В” ‹Г› 'Д' ‚Е‛ ‟Ж"_s;
    QTest::addRow("every twin") << u"ABCEHIKMOPTXY abcehikmoptxy 0123456789"_s;
    QTest::addRow("no name") << QString();
}

void TestRecipientRows::oldStoresAreFilled()
{
    QFETCH(QString, name);
    StoreFixture old;
    {
        Connection writer(old.path(), Connection::Mode::write);
        VERIFY_GOOD(writer.open());
        VERIFY_GOOD(migrate(writer, 0, embeddedMigrations().mid(0, 4), old.clock));
        PayoutRecord payout = samplePayout(u"p1"_s);
        payout.recipientName = name;
        const QString search = searchText(payout);
        VERIFY_GOOD(writer.executeText(
            u"INSERT INTO payout (id, state, version, maker, created_at, changed_at, state_since, recipient_name, "
            "recipient_account, sender_account, purpose, amount_kopecks, reason_code, reason_text, search, draft) "
            "VALUES ('p1', 'paid', 0, 'm', 1, 1, 7, '%1', '40702810900000000001', 's', 'p', 5, '', '', '%2', "
            "CAST('{\"inn\":\"7701 991200\",\"bik\":\"044525593\"}' AS BLOB))"_s.arg(
                QString(name).replace(u'\'', u"''"_s), QString(search).replace(u'\'', u"''"_s))));
    }
    old.open();
    const auto payout = old.begin()->payout({u"p1"_s});
    VERIFY_GOOD(payout);
    QCOMPARE(payout->recipientInn, u"7701991200"_s);
    QCOMPARE(payout->recipientBik, bik);
    QCOMPARE(old.value(u"SELECT recipient_look FROM payout"_s).toString(), lookOf(name));
    QCOMPARE(old.value(u"SELECT payments || ' ' || last_paid_at || ' ' || look FROM paid_recipient"_s).toString(),
             u"1 7 "_s + lookOf(name));
}

void TestRecipientRows::oldBooksAreFilled_data()
{
    oldStoresAreFilled_data();
}

void TestRecipientRows::oldBooksAreFilled()
{
    QFETCH(QString, name);
    StoreFixture old;
    {
        Connection writer(old.path(), Connection::Mode::write);
        VERIFY_GOOD(writer.open());
        VERIFY_GOOD(migrate(writer, 0, embeddedMigrations().mid(0, 9), old.clock));
        VERIFY_GOOD(writer.executeText(
            u"INSERT INTO recipient (id, version, retired, name, inn, kpp, bik, account, note, changed_at, search) "
            "VALUES ('r1', 1, 0, '%1', '', '', 'b', 'a', '', 1, '%2' || char(10) || 'a')"_s.arg(
                QString(name).replace(u'\'', u"''"_s), foldForSearch(name).replace(u'\'', u"''"_s))));
    }
    old.open();
    QCOMPARE(old.value(u"SELECT look FROM recipient"_s).toString(), lookOf(name));
    QVERIFY(!old.tamper(u"UPDATE recipient SET note = 'x'"_s));
}

QTEST_GUILESS_MAIN(TestRecipientRows)
#include "tst_recipientrows.moc"
