#include "domain/recipientkinds.h"

#include <QtTest>

using namespace countersign;

Q_DECLARE_METATYPE(std::optional<countersign::RecipientKind>)

class RecipientKindsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prefixTellsKindAndWhetherItIsPaid_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<std::optional<RecipientKind>>("kind");
        QTest::addColumn<Payability>("payability");
        using Kind = std::optional<RecipientKind>;
        const Kind person = RecipientKind::individual;
        const Kind proprietor = RecipientKind::soleProprietor;
        const Kind organisation = RecipientKind::legalEntity;
        const auto row = [](const char *prefix, const Kind &kind, Payability payability) {
            QTest::addRow("%s", prefix) << QString::fromLatin1(prefix) << kind << payability;
        };
        row("40817810", person, Payability::payable);
        for (const char *deposit :
             {"42301810", "42302810", "42303810", "42304810", "42305810", "42306810", "42307810"}) {
            row(deposit, person, Payability::payable);
        }
        row("42308810", person, Payability::otherKind);
        row("40820810", person, Payability::nonResident);
        row("42601810", person, Payability::otherKind);
        row("40802810", proprietor, Payability::payable);
        row("40803810", proprietor, Payability::otherKind);
        row("40702810", organisation, Payability::payable);
        row("40701810", organisation, Payability::payable);
        row("40502810", organisation, Payability::payable);
        row("40501810", organisation, Payability::otherKind);
        row("40602810", organisation, Payability::otherKind);
        row("40703810", organisation, Payability::otherKind);
        row("40807810", organisation, Payability::otherKind);
        row("42101810", organisation, Payability::otherKind);
        row("03100643", organisation, Payability::otherKind);
        row("30101810", std::nullopt, Payability::otherKind);
        row("40821810", std::nullopt, Payability::otherKind);
        row("00000000", std::nullopt, Payability::otherKind);
        row("40817840", person, Payability::notRouble);
        row("40702643", organisation, Payability::notRouble);
        row("40820978", person, Payability::notRouble);
    }

    void prefixTellsKindAndWhetherItIsPaid()
    {
        QFETCH(QString, prefix);
        QFETCH(std::optional<RecipientKind>, kind);
        QFETCH(Payability, payability);
        const auto account = AccountNumber::parse(prefix.leftJustified(20, u'0'));
        QVERIFY(recipientKindOf(*account) == kind);
        QCOMPARE(payabilityOf(*account), payability);
    }

    void depositsAndNonResidentsAreKnown()
    {
        const auto account = [](const char *prefix) {
            return *AccountNumber::parse(QString::fromLatin1(prefix).leftJustified(20, u'0'));
        };
        QVERIFY(isDeposit(account("42301810")));
        QVERIFY(!isDeposit(account("40817810")));
        for (const char *prefix : {"40803", "40807", "40820", "425", "426"})
            QVERIFY(isOfNonResident(account(prefix)));
        for (const char *prefix : {"40802", "40702", "40817", "423"})
            QVERIFY(!isOfNonResident(account(prefix)));
    }
};

QTEST_GUILESS_MAIN(RecipientKindsTest)
#include "tst_recipientkinds.moc"
