#include "domain/requisites.h"
#include "vectors.h"

#include <QtTest>

using namespace countersign;

namespace {

template <class T>
ErrorCode codeOf(const QString &typed)
{
    const auto value = T::parse(typed);
    return value ? ErrorCode::internalFault : value.error().code;
}

/// Spaces inside are what people paste; they are removed, so such a row of the tables is judged without them.
QString packed(QString text)
{
    return text.remove(u' ');
}

} // namespace

class RequisitesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountHasTwentyDigits()
    {
        QCOMPARE(AccountNumber::parse(u"40702810300200000013")->text(), QStringLiteral("40702810300200000013"));
        QCOMPARE(AccountNumber::parse(u" 4070 2810\u00A03002 0000\t0013\n")->text(),
                 QStringLiteral("40702810300200000013"));
        QCOMPARE(codeOf<AccountNumber>(QString()), ErrorCode::emptyValue);
        QCOMPARE(codeOf<AccountNumber>(QStringLiteral("4070281030020000001")), ErrorCode::wrongLength);
        QCOMPARE(codeOf<AccountNumber>(QStringLiteral("407028103002000000130")), ErrorCode::wrongLength);
        QCOMPARE(codeOf<AccountNumber>(QStringLiteral("4070281030020000001O")), ErrorCode::wrongCharacter);
        QCOMPARE(codeOf<AccountNumber>(QStringLiteral("4.07028E+19")), ErrorCode::wrongCharacter);
        QCOMPARE(codeOf<AccountNumber>(QStringLiteral("٤٠٧٠٢٨١٠٣٠٠٢٠٠٠٠٠٠١٣")), ErrorCode::wrongCharacter);
        QCOMPARE(codeOf<AccountNumber>(QStringLiteral("4070281030020000\u200B0013")), ErrorCode::wrongCharacter);
    }

    void lengthErrorsSayHowManyWereTyped()
    {
        QCOMPARE(AccountNumber::parse(u"123").error().detail, QStringLiteral("20/3"));
        QCOMPARE(Bik::parse(u"12345678").error().detail, QStringLiteral("9/8"));
        QCOMPARE(Kpp::parse(u"12345678").error().detail, QStringLiteral("9/8"));
    }

    void accountIsShownInGroupsAndByItsEnd()
    {
        const auto account = AccountNumber::parse(u"40817810400003869535");
        QCOMPARE(account->grouped(), QStringLiteral("4081\u00A07810\u00A04000\u00A00386\u00A09535"));
        QCOMPARE(account->ending(), QStringLiteral("…9535"));
        QCOMPARE(groupedDigits(u"12345"), QStringLiteral("1234\u00A05"));
        QCOMPARE(groupedDigits(u""), QString());
    }

    void bikFollowsTheTable()
    {
        const QJsonArray valid = rows(QLatin1String("bik"), QLatin1String("valid"));
        QVERIFY(valid.size() >= 10);
        for (const auto &row : valid)
            QVERIFY(Bik::parse(row[QLatin1String("bik")].toString()).has_value());
        for (const auto &row : rows(QLatin1String("bik"), QLatin1String("invalid"))) {
            const QString bik = row[QLatin1String("bik")].toString();
            QVERIFY2(!Bik::parse(bik).has_value() || packed(bik) != bik, qPrintable(bik));
        }
    }

    void kppFollowsTheTable()
    {
        const QJsonArray valid = rows(QLatin1String("kpp"), QLatin1String("valid"));
        QVERIFY(valid.size() >= 15);
        for (const auto &row : valid)
            QVERIFY(Kpp::parse(row[QLatin1String("kpp")].toString()).has_value());
        for (const auto &row : rows(QLatin1String("kpp"), QLatin1String("invalid"))) {
            const QString kpp = row[QLatin1String("kpp")].toString();
            QVERIFY2(!Kpp::parse(kpp).has_value() || packed(kpp) != kpp, qPrintable(kpp));
        }
    }

    void innOfTenOrTwelveDigitsIsWellFormed()
    {
        for (const auto group : {QLatin1String("inn10"), QLatin1String("inn12")}) {
            const QJsonArray valid = rows(group, QLatin1String("valid"));
            QVERIFY(valid.size() >= 15);
            for (const auto &row : valid) {
                const auto inn = Inn::parse(row[QLatin1String("inn")].toString());
                QVERIFY(inn.has_value());
                QCOMPARE(inn->isPerson(), group == QLatin1String("inn12"));
            }
        }
        QCOMPARE(codeOf<Inn>(QStringLiteral("770708389")), ErrorCode::wrongLength);
        QCOMPARE(codeOf<Inn>(QStringLiteral("77070838930")), ErrorCode::wrongLength);
        QCOMPARE(codeOf<Inn>(QStringLiteral("0000000000")), ErrorCode::wrongFormat);
        QCOMPARE(codeOf<Inn>(QStringLiteral("000000000000")), ErrorCode::wrongFormat);
        QCOMPARE(codeOf<Inn>(QStringLiteral("77O7083893")), ErrorCode::wrongCharacter);
        QCOMPARE(codeOf<Inn>(QStringLiteral("0")), ErrorCode::wrongLength);
    }
};

QTEST_GUILESS_MAIN(RequisitesTest)
#include "tst_requisites.moc"
