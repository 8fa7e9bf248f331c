#include "domain/controldigits.h"
#include "smalldirectory.h"
#include "vectors.h"

#include <QtTest>

using namespace countersign;

namespace {

QString text(const QJsonValue &row, QLatin1String key)
{
    return row[key].toString();
}

/// A directory whose one entry is the row's bank, kept by the row's unit of the Bank of Russia.
SmallDirectory directoryOf(const QString &bik, const QString &unit)
{
    SmallDirectory directory;
    if (!unit.isEmpty()) directory.add(bik, QStringLiteral("bank"), QString()).accountCbrBic = unit;
    return directory;
}

} // namespace

class ControlDigitsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountKeysFollowTheTable()
    {
        const QJsonArray table = rows(QLatin1String("account_bik"), QLatin1String("valid"));
        QVERIFY(table.size() >= 29);
        for (const auto &row : table) {
            const QString account = text(row, QLatin1String("account"));
            const QString bik = text(row, QLatin1String("bik"));
            const SmallDirectory directory = directoryOf(bik, text(row, QLatin1String("account_cbr_bic")));
            const bool keyless = text(row, QLatin1String("rule")) == u"none";
            const auto result = checkAccountKey(account, bik, &directory);
            QVERIFY2(result == (keyless ? CheckResult::notChecked : CheckResult::right), qPrintable(account));
        }
    }

    void wrongAccountKeysAreFound()
    {
        const QJsonArray table = rows(QLatin1String("account_bik"), QLatin1String("invalid"));
        QVERIFY(table.size() >= 22);
        for (const auto &row : table) {
            const QString account = text(row, QLatin1String("account"));
            const QString bik = text(row, QLatin1String("bik"));
            const bool formed = row[QLatin1String("format_ok")].toBool();
            QVERIFY2(checkAccountKey(account, bik) == (formed ? CheckResult::wrong : CheckResult::notChecked),
                     qPrintable(account));
            if (formed) QCOMPARE(QString(*rightAccountKey(account, bik)), text(row, QLatin1String("expected_key")));
        }
    }

    void someWrongAccountsPassAllTheSame()
    {
        const QJsonArray table = rows(QLatin1String("account_bik"), QLatin1String("passes_although_wrong"));
        QCOMPARE(table.size(), 4);
        for (const auto &row : table) {
            QCOMPARE(checkAccountKey(text(row, QLatin1String("account")), text(row, QLatin1String("bik"))),
                     CheckResult::right);
        }
    }

    /// The three digits in front of the account, case by case; each key is another one with the other prefix.
    void theKeepingUnitGivesThePrefix_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("bik");
        const auto row = [](const char *name, QStringView account, QStringView bik) {
            QTest::addRow("%s", name) << account.toString() << bik.toString();
        };
        row("a client of a bank", u"40702810300200000013", u"049205131");
        row("another bank's account 30109", u"30109810800000000001", u"044525225");
        row("another bank's account 30110", u"30110810200000000001", u"044525225");
        row("another bank's account 30111", u"30111810500000000001", u"044525225");
        row("the bank's own 30101", u"30101810400000000225", u"044525225");
        row("the bank's own 30103", u"30103810000000000225", u"044525225");
        row("the bank's own 30124", u"30124810500000000225", u"044525225");
        row("the single treasury account 40102", u"40102810445370000079", u"019205400");
        row("a settlement centre, 000", u"40302810100000000001", u"045744000");
        row("a main centre, 001", u"40302810100000000001", u"045744001");
        row("another unit, 002", u"40302810100000000001", u"045744002");
        row("a BIK that begins with 00", u"40503810100000000001", u"000003123");
        row("a BIK that begins with 01", u"40503810100000000001", u"010003123");
    }

    void theKeepingUnitGivesThePrefix()
    {
        QFETCH(QString, account);
        QFETCH(QString, bik);
        QCOMPARE(checkAccountKey(account, bik), CheckResult::right);
        QString wrong = account;
        wrong[8] = wrong[8] == u'9' ? u'0' : QChar(wrong[8].unicode() + 1);
        QCOMPARE(checkAccountKey(wrong, bik), CheckResult::wrong);
    }

    void theExampleOfAnInvoiceCodeKeepsTheRules()
    {
        const QJsonArray valid = rows(QLatin1String("qr_st00012"), QLatin1String("valid"));
        QCOMPARE(valid.size(), 1);
        QHash<QString, QString> fields;
        for (const QString &part : valid.first().toString().split(u'|'))
            fields.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
        const QString bik = fields.value(QStringLiteral("BIC"));
        QCOMPARE(checkAccountKey(fields.value(QStringLiteral("PersonalAcc")), bik), CheckResult::right);
        QCOMPARE(checkCorrespondentAccount(fields.value(QStringLiteral("CorrespAcc")), bik), CheckResult::right);
        QCOMPARE(checkInn(fields.value(QStringLiteral("PayeeINN"))), CheckResult::right);
    }

    void clientOfTheBankOfRussiaNeedsTheDirectory()
    {
        const SmallDirectory directory = directoryOf(QStringLiteral("290000103"), QStringLiteral("049033001"));
        QCOMPARE(checkAccountKey(u"40301810600000000001", u"290000103", &directory), CheckResult::right);
        QCOMPARE(checkAccountKey(u"40301810600000000001", u"290000103"), CheckResult::wrong);
    }

    void everyWrongDigitIsFound()
    {
        const QString right = QStringLiteral("40702810300200000013");
        for (qsizetype i = 0; i < right.size(); ++i) {
            for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
                QString changed = right;
                if (changed[i] == digit || (i == 0 && digit == u'0')) continue;
                changed[i] = QChar(digit);
                QCOMPARE(checkAccountKey(changed, u"049205131"), CheckResult::wrong);
            }
        }
    }

    void nothingElseIsChecked_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<QString>("bik");
        QTest::addRow("empty") << QString() << QString();
        QTest::addRow("treasury") << QStringLiteral("03100643000000018500") << QStringLiteral("017003983");
        QTest::addRow("19 digits") << QStringLiteral("4070281030020000001") << QStringLiteral("049205131");
        QTest::addRow("short BIK") << QStringLiteral("40702810300200000013") << QStringLiteral("49205131");
        QTest::addRow("letter") << QStringLiteral("4070281A300200000013") << QStringLiteral("049205131");
        QTest::addRow("other digits") << QStringLiteral("4070281030020000001٣") << QStringLiteral("049205131");
    }

    void nothingElseIsChecked()
    {
        QFETCH(QString, account);
        QFETCH(QString, bik);
        QCOMPARE(checkAccountKey(account, bik), CheckResult::notChecked);
        QVERIFY(!rightAccountKey(account, bik).has_value());
    }

    void correspondentAccountsFollowTheTable()
    {
        const QJsonArray valid = rows(QLatin1String("corr_account"), QLatin1String("valid"));
        QVERIFY(valid.size() >= 22);
        int checked = 0;
        for (const auto &row : valid) {
            const QString account = text(row, QLatin1String("corr_account"));
            const QString bik = text(row, QLatin1String("bik"));
            QCOMPARE(checkAccountKey(account, bik), CheckResult::right);
            if (!row[QLatin1String("last3_match")].toBool()) continue;
            ++checked;
            QVERIFY2(checkCorrespondentAccount(account, bik) == CheckResult::right, qPrintable(account));
        }
        QVERIFY(checked >= 20);

        const QJsonArray invalid = rows(QLatin1String("corr_account"), QLatin1String("invalid"));
        QVERIFY(invalid.size() >= 18);
        for (const auto &row : invalid) {
            const QString account = text(row, QLatin1String("corr_account"));
            const bool formed = row[QLatin1String("format_ok")].toBool();
            QVERIFY2(checkCorrespondentAccount(account, text(row, QLatin1String("bik"))) ==
                         (formed ? CheckResult::wrong : CheckResult::notChecked),
                     qPrintable(account));
        }
    }

    void innDigitsFollowTheTable()
    {
        for (const auto group : {QLatin1String("inn10"), QLatin1String("inn12")}) {
            const QJsonArray valid = rows(group, QLatin1String("valid"));
            QVERIFY(valid.size() >= 16);
            for (const auto &row : valid)
                QCOMPARE(checkInn(text(row, QLatin1String("inn"))), CheckResult::right);
            for (const auto &row : rows(group, QLatin1String("invalid"))) {
                const QString inn = text(row, QLatin1String("inn"));
                QVERIFY2(checkInn(inn) != CheckResult::right, qPrintable(inn));
            }
        }
        QCOMPARE(checkInn(u"1111111111"), CheckResult::wrong);
        QCOMPARE(checkInn(u"0000000000"), CheckResult::wrong);
        QCOMPARE(checkInn(u"77070838"), CheckResult::notChecked);
        QCOMPARE(checkInn(u""), CheckResult::notChecked);
    }

    void ogrnDigitsFollowTheTable()
    {
        for (const auto group : {QLatin1String("ogrn"), QLatin1String("ogrnip")}) {
            const QJsonArray valid = rows(group, QLatin1String("valid"));
            QVERIFY(valid.size() >= 5);
            for (const auto &row : valid)
                QCOMPARE(checkOgrn(row.toString()), CheckResult::right);
            const QJsonArray invalid = rows(group, QLatin1String("invalid"));
            QVERIFY(invalid.size() >= 4);
            for (const auto &row : invalid)
                QVERIFY2(checkOgrn(row.toString()) != CheckResult::right, qPrintable(row.toString()));
        }
        QCOMPARE(checkOgrn(u"7704217370"), CheckResult::notChecked);
    }

    void rightInnDigitsAreNamed()
    {
        QCOMPARE(rightInnDigits(u"1111111111"), QStringLiteral("7"));
        QCOMPARE(rightInnDigits(u"7704217371"), QStringLiteral("0"));
        QCOMPARE(rightInnDigits(u"500100732200"), QStringLiteral("59"));
        QCOMPARE(rightInnDigits(u"123"), QString());
    }
};

QTEST_GUILESS_MAIN(ControlDigitsTest)
#include "tst_controldigits.moc"
