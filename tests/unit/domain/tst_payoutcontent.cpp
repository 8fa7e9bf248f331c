#include "domain/payoutcontent.h"

#include <QtTest>

using namespace countersign;

namespace {

PayoutContent company()
{
    return {*AccountNumber::parse(u"40702810300200000013"),
            RecipientKind::legalEntity,
            QStringLiteral("ООО \"Вектор\""),
            *Inn::parse(u"7707083893"),
            *Kpp::parse(u"773601001"),
            *Bik::parse(u"044525974"),
            *AccountNumber::parse(u"40702810500000000001"),
            Money::fromKopecks(14800000),
            QStringLiteral("Оплата по счёту 118. В том числе НДС 22% - 26688-52 руб."),
            true};
}

PayoutContent person()
{
    return {*AccountNumber::parse(u"40702810300200000013"),
            RecipientKind::individual,
            QStringLiteral("Иванов Иван"),
            std::nullopt,
            std::nullopt,
            *Bik::parse(u"044525974"),
            *AccountNumber::parse(u"40817810400003869535"),
            Money::fromKopecks(1),
            QStringLiteral("Без НДС"),
            false};
}

} // namespace

class PayoutContentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesComeBackAsTheSameContent()
    {
        for (const PayoutContent &content : {company(), person()}) {
            const auto again = contentFromCanonicalBytes(canonicalBytes(content));
            QVERIFY(again.has_value());
            QVERIFY(*again == content);
        }
    }

    void theBytesAreFixed()
    {
        QCOMPARE(canonicalBytes(person()),
                 QByteArray(R"({"account":"40817810400003869535","amount":1,"bik":"044525974","currency":"rub",)"
                            R"("kind":"individual","name":"Иванов Иван","purpose":"Без НДС",)"
                            R"("sender":"40702810300200000013","urgent":false})"));
    }

    void everyFieldChangesTheDigest()
    {
        QList<PayoutContent> variants(10, company());
        variants[1].senderAccount = *AccountNumber::parse(u"40702810300200000014");
        variants[2].recipientName += u'.';
        variants[3].inn = std::nullopt;
        variants[4].kpp = *Kpp::parse(u"773601002");
        variants[5].bik = *Bik::parse(u"044525225");
        variants[6].account = *AccountNumber::parse(u"40702810500000000002");
        variants[7].amount = Money::fromKopecks(14800001);
        variants[8].purpose += u'.';
        variants[9].urgent = false;
        QSet<QByteArray> digests;
        for (const PayoutContent &variant : variants)
            digests.insert(sha256Hex(canonicalBytes(variant)));
        QCOMPARE(digests.size(), variants.size());
    }

    void largestAmountKeepsItsKopecks()
    {
        PayoutContent content = company();
        content.amount = Money::fromKopecks(99999999999999);
        QCOMPARE(contentFromCanonicalBytes(canonicalBytes(content))->amount.kopecks(), 99999999999999);
    }

    void foreignBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray good = canonicalBytes(company());
        const auto replaced = [&](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("no object") << QByteArray("[]");
        QTest::addRow("cut off") << good.chopped(5);
        QTest::addRow("no account") << replaced("\"account\"", "\"acount\"");
        QTest::addRow("short account") << replaced("40702810500000000001", "4070281050000000000");
        QTest::addRow("bad BIK") << replaced("044525974", "04452597x");
        QTest::addRow("bad INN") << replaced("7707083893", "770708389");
        QTest::addRow("INN of another type") << replaced("\"7707083893\"", "7707083893");
        QTest::addRow("unknown kind") << replaced("legal-entity", "robot");
        QTest::addRow("amount zero") << replaced("14800000", "0");
        QTest::addRow("amount negative") << replaced("14800000", "-1");
        QTest::addRow("amount as text") << replaced("14800000", "\"14800000\"");
        QTest::addRow("amount with a fraction") << replaced("14800000", "1.5");
    }

    void foreignBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!contentFromCanonicalBytes(bytes).has_value());
    }

    void draftsKeepWhatWasTyped()
    {
        const PayoutDraft draft{.senderAccount = QStringLiteral("4070 "),
                                .recipientName = QStringLiteral("  ООО «Ясный\tПричал» "),
                                .inn = QStringLiteral("77?"),
                                .kpp = QString(),
                                .bik = QStringLiteral("0445"),
                                .account = QStringLiteral("4070 2810"),
                                .amount = QStringLiteral("3 500,"),
                                .purpose = QStringLiteral("a\n\"b\"\\"),
                                .urgent = true};
        const auto again = draftFromCanonicalBytes(canonicalBytes(draft));
        QVERIFY(again.has_value());
        QVERIFY(*again == draft);
        QVERIFY(*draftFromCanonicalBytes("{}") == PayoutDraft{});
        QVERIFY(!draftFromCanonicalBytes("null").has_value());
    }

    void aTextKeepsTheCharactersThatOtherReadersDrop()
    {
        const QString text = QStringLiteral("\ufeff\ufeffООО \"\ufeffВектор\\\"\ufeff");
        PayoutContent content = company();
        content.recipientName = content.purpose = text;
        QVERIFY(contentFromCanonicalBytes(canonicalBytes(content)).value() == content);
        const PayoutDraft draft{.recipientName = text, .inn = QStringLiteral("\ufeff"), .purpose = text};
        QVERIFY(draftFromCanonicalBytes(canonicalBytes(draft)).value() == draft);
    }

    void aContentBecomesADraftAgain()
    {
        const PayoutDraft draft = draftOf(company());
        QCOMPARE(draft.account, QStringLiteral("40702810500000000001"));
        QCOMPARE(draft.inn, QStringLiteral("7707083893"));
        QCOMPARE(draft.amount, QStringLiteral("148\u00A0000,00"));
        QVERIFY(draft.urgent);
        QVERIFY(draftOf(person()).inn.isEmpty());
    }

    void digestIsLowerCaseHexadecimal()
    {
        QCOMPARE(sha256Hex(""), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }
};

QTEST_GUILESS_MAIN(PayoutContentTest)
#include "tst_payoutcontent.moc"
