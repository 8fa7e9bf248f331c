#include "storage/rows.h"
#include "storage/sqlitereader.h"
#include "storefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

/// Texts that other programs stumble over; the published list as well where it lies beside the clone.
QStringList naughtyTexts()
{
    QStringList texts{u"\ufeffname"_s,
                      u"a\u0000b"_s,
                      u"'; DROP TABLE payout; --"_s,
                      u"\u202Eeno\u200B\u2066\uFFFF"_s,
                      u"\U0001F9FE \u0301"_s,
                      u"  \t\n\r\u2028 "_s,
                      u"<b>Paid</b> %1 %n {0} \\u0041"_s,
                      QString(100'000, u'Ж')};
    QFile file(u"" COUNTERSIGN_SHARED "/vectors/naughty-strings/blns.json"_s);
    if (!file.open(QIODevice::ReadOnly)) return texts;
    for (const QJsonValue text : QJsonDocument::fromJson(file.readAll()).array())
        texts += text.toString();
    return texts;
}

} // namespace

/// What people and strangers write is kept as it is, in every field that takes text.
class TestNaughtyTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void payoutsKeepThem();
    void draftsKeepThem();
    void decisionsKeepThem();
    void theBanksWordsKeepThem();
    void alarmsAndFreezesKeepThem();
    void theHistoryKeepsThem();
    void searchingForThemFindsNoMoreThanThere();

private:
    template <class Record>
    static void compare(const Record &actual, const Record &expected)
    {
        QCOMPARE(insertValues(actual), insertValues(expected));
    }

    QStringList m_texts;
    std::unique_ptr<StoreFixture> m_fixture;
    std::unique_ptr<StoreTransaction> m_transaction; ///< begun; p1 with a1 is in the store
};

void TestNaughtyTexts::initTestCase()
{
    m_texts = naughtyTexts();
}

void TestNaughtyTexts::init()
{
    m_fixture = std::make_unique<StoreFixture>();
    m_fixture->open();
    m_fixture->addPayoutWithAttempt(u"p1"_s, u"a1"_s);
    m_transaction = m_fixture->begin();
    QVERIFY(m_transaction);
}

void TestNaughtyTexts::cleanup()
{
    m_transaction.reset();
    m_fixture.reset();
}

void TestNaughtyTexts::payoutsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        PayoutRecord payout = samplePayout(u"naughty-%1"_s.arg(i));
        payout.maker = payout.recipientName = payout.recipientAccount = payout.senderAccount = m_texts[i];
        payout.purpose = payout.reasonCode = payout.reasonText = m_texts[i];
        VERIFY_GOOD(m_transaction->insertPayout(payout));
        const auto read = m_transaction->payout(payout.id);
        VERIFY_GOOD(read);
        compare(*read, payout);
    }
}

void TestNaughtyTexts::draftsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString &text = m_texts[i];
        const PayoutDraft draft{.senderAccount = text,
                                .recipientName = text,
                                .inn = text,
                                .kpp = text,
                                .bik = text,
                                .account = text,
                                .amount = text,
                                .purpose = text};
        PayoutRecord payout = samplePayout(u"draft-%1"_s.arg(i));
        payout.draft = canonicalBytes(draft);
        VERIFY_GOOD(m_transaction->insertPayout(payout));
        const auto read = m_transaction->payout(payout.id);
        VERIFY_GOOD(read);
        QVERIFY2(draftFromCanonicalBytes(read->draft).value() == draft, qPrintable(text));
    }
}

void TestNaughtyTexts::decisionsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const QString &text = m_texts[i];
        DecisionRecord decision = sampleDecision(u"d-%1"_s.arg(i), u"a1"_s, u"p1"_s);
        decision.ticks = QStringList{text, u"other"_s, text};
        decision.user = decision.role = decision.reason = decision.authMethod = text;
        decision.nonce = u"%1-"_s.arg(i) + text;
        VERIFY_GOOD(m_transaction->insertDecision(decision));
        const auto read = m_transaction->decisions({u"a1"_s});
        VERIFY_GOOD(read);
        QCOMPARE(read->size(), 1);
        compare(read->constFirst(), decision);
        QCOMPARE(read->constFirst().ticks, decision.ticks);
        VERIFY_GOOD(m_transaction->voidDecisions({u"a1"_s}, text));
        QCOMPARE(m_transaction->decisions({u"a1"_s}).value().constFirst().voidReason, text);
        m_transaction.reset();
        m_transaction = m_fixture->begin();
    }
}

void TestNaughtyTexts::theBanksWordsKeepThem()
{
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        ObservationRecord seen;
        seen.sessionId = seen.sourceId = u"%1"_s.arg(i);
        seen.sessionStatus = seen.nextAction = seen.bankPayoutId = seen.payoutStatus = m_texts[i];
        seen.errorCode = seen.errorText = m_texts[i];
        seen.rawSha256 = sha256Hex(m_texts[i].toUtf8());
        VERIFY_GOOD(m_transaction->insertObservation(seen));
        const auto read = m_transaction->observations(seen.sessionId, 10);
        VERIFY_GOOD(read);
        QCOMPARE(read->size(), 1);
        compare(read->constFirst(), seen);
    }
}

void TestNaughtyTexts::alarmsAndFreezesKeepThem()
{
    for (const QString &text : std::as_const(m_texts)) {
        AlarmRecord alarm;
        alarm.sessionId = alarm.detail = text;
        VERIFY_GOOD(m_transaction->insertAlarm(alarm));
        const auto open = m_transaction->openAlarms();
        VERIFY_GOOD(open);
        QCOMPARE(open->size(), 1);
        compare(open->constFirst(), alarm);
        VERIFY_GOOD(m_transaction->closeAlarms({}));
        const FreezeRecord freeze{.frozen = true, .cause = text, .user = text, .reason = text};
        VERIFY_GOOD(m_transaction->insertFreeze(freeze));
        compare(m_transaction->freeze().value(), freeze);
    }
}

void TestNaughtyTexts::theHistoryKeepsThem()
{
    for (const QString &text : std::as_const(m_texts))
        VERIFY_GOOD(m_transaction->appendAudit(u"submitted"_s, {{u"payout"_s, u"p1"_s}, {u"user"_s, text}}));
    VERIFY_GOOD(m_transaction->commit());
    m_transaction.reset();
    VERIFY_GOOD(m_fixture->store->verifyAudit(0));
    SqliteReader reader(m_fixture->path());
    const auto dossier = reader.dossier({u"p1"_s});
    VERIFY_GOOD(dossier);
    QCOMPARE(dossier->history.size(), m_texts.size());
    for (qsizetype i = 0; i < m_texts.size(); ++i)
        QCOMPARE(dossier->history[i].details.value("user"_L1).toString(), m_texts[i]);
}

void TestNaughtyTexts::searchingForThemFindsNoMoreThanThere()
{
    VERIFY_GOOD(m_transaction->commit());
    m_transaction.reset();
    SqliteReader reader(m_fixture->path());
    for (const QString &text : std::as_const(m_texts)) {
        const auto page = reader.page({.search = text});
        QVERIFY2(page.has_value(), qPrintable(text + u": "_s + faultOf(page)));
        QVERIFY(page->total <= 1);
    }
}

QTEST_GUILESS_MAIN(TestNaughtyTexts)
#include "tst_naughtytexts.moc"
