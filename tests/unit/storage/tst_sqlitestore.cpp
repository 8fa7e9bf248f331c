#include "storefixture.h"

#include "domain/auditchain.h"

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Every record that goes in comes out as it was, and the laws of payout-lifecycle.md section 2 hold in the schema.
class TestSqliteStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<StoreFixture>();
        m_fixture->open();
    }
    void cleanup() { m_fixture.reset(); }

    void aPayoutComesBackAsItWasStored();

private:
    std::unique_ptr<StoreFixture> m_fixture;
};

void TestSqliteStore::aPayoutComesBackAsItWasStored()
{
    PayoutRecord stored = samplePayout(u"p1"_s);
    auto transaction = m_fixture->begin();
    VERIFY_GOOD(transaction->insertPayout(stored));
    QCOMPARE(stored.number, 1);
    const auto read = transaction->payout({u"p1"_s});
    VERIFY_GOOD(read);
    QCOMPARE(read->draft, stored.draft);
    QCOMPARE(read->recipientName, stored.recipientName);
    VERIFY_GOOD(transaction->appendAudit(u"x"_s, {}));
    VERIFY_GOOD(transaction->commit());
    VERIFY_GOOD(m_fixture->store->verifyAudit(0));
}

QTEST_GUILESS_MAIN(TestSqliteStore)
#include "tst_sqlitestore.moc"
