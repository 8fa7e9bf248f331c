#include "domain/comparison.h"
#include "domain/recipientkinds.h"
#include "smalldirectory.h"

#include <QtTest>

#include <functional>

using namespace countersign;

namespace {

/// A clean payout to a company and the bank's clean answer; tests change one thing in it.
struct Case
{
    PayoutContent asked{*AccountNumber::parse(u"40702810300200000013"),
                        RecipientKind::legalEntity,
                        QStringLiteral("ООО «Вектор»"),
                        *Inn::parse(u"7707083893"),
                        *Kpp::parse(u"773601001"),
                        *Bik::parse(u"044525974"),
                        *AccountNumber::parse(u"40702810500000000001"),
                        Money::fromKopecks(350000),
                        QStringLiteral("Оплата по счёту 118. Без НДС"),
                        false};
    QString sessionId = QStringLiteral("ps_1");
    SessionReading message;
    ConfirmInformation info;
    CompanyDetails own{QStringLiteral("ООО Ромашка"), QStringLiteral("3316004790"), QStringLiteral("331601001"),
                       QStringLiteral("049205131")};
    SmallDirectory directory;
    bool withDirectory = true;

    Case()
    {
        message.sessionId = sessionId;
        PayoutEcho echo;
        echo.id = QStringLiteral("po_1");
        echo.bik = asked.bik.text();
        echo.account = asked.account.text();
        echo.fullName = asked.recipientName;
        echo.inn = asked.inn->text();
        echo.kpp = asked.kpp->text();
        echo.description = asked.purpose;
        echo.isFast = false;
        echo.amountKopecks = 350000;
        echo.currency = QStringLiteral("RUB");
        echo.senderAccount = asked.senderAccount.text();
        message.payouts = {echo};
        info.hasAccountDetails = true;
        info.recipient = {asked.account.text(),
                          asked.recipientName,
                          QStringLiteral("АО \"ТБанк\""),
                          asked.bik.text(),
                          QStringLiteral("30101810145250000974"),
                          asked.inn->text(),
                          asked.kpp->text()};
        info.sender = {asked.senderAccount.text(),
                       own.name,
                       QStringLiteral("ООО \"Банк 131\""),
                       own.bik,
                       QStringLiteral("30101810822029205131"),
                       own.inn,
                       own.kpp};
    }

    PayoutEcho &echo() { return message.payouts.first(); }

    [[nodiscard]] Comparison run() const
    {
        return compare(asked, sessionId, message, info, own, withDirectory ? &directory : nullptr);
    }
};

using Change = std::function<void(Case &)>;

/// Both places in which the bank names the recipient's account.
void setRecipientAccount(Case &c, const QString &account)
{
    c.info.recipient.accountNumber = account;
    c.echo().account = account;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCleanAnswerIsTheSameEverywhere()
    {
        const Comparison comparison = Case().run();
        for (const ComparedField &row : comparison.fields) {
            QVERIFY2(row.grade == Grade::same, qPrintable(fieldWord(row.field)));
            QVERIFY2(row.warnings.isEmpty(), qPrintable(fieldWord(row.field)));
        }
        QVERIFY(comparison.sameEverywhere());
        QVERIFY(!comparison.hasHardDifference());
        QVERIFY(!comparison.needsSecondPerson());
        QVERIFY(comparison.requiredTicks().isEmpty());
    }

    void everyFieldHasItsRowInOrder()
    {
        const Comparison comparison = Case().run();
        QCOMPARE(comparison.fields.size(), static_cast<int>(ReviewField::unknownMember));
        for (qsizetype i = 0; i < comparison.fields.size(); ++i) {
            QCOMPARE(comparison.fields[i].field, static_cast<ReviewField>(i));
        }
        QVERIFY(comparison.find(ReviewField::unknownMember) == nullptr);
    }

    void hardDifferencesAreFound_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<ReviewField>("field");
        const auto row = [](const char *name, ReviewField field, const Change &change) {
            QTest::addRow("%s", name) << change << field;
        };
        using F = ReviewField;
        const auto account = [](const char16_t *text) {
            const QString value = QString::fromUtf16(text);
            return [value](Case &c) { setRecipientAccount(c, value); };
        };
        row("account: one digit", F::recipientAccount, account(u"40702810500000000002"));
        row("account: key digit", F::recipientAccount, account(u"40702810600000000001"));
        row("account: swapped, key still fits", F::recipientAccount, account(u"40702810500000000010"));
        row("account: one short", F::recipientAccount, account(u"4070281050000000000"));
        row("account: one long", F::recipientAccount, account(u"407028105000000000010"));
        row("account: letter O", F::recipientAccount, account(u"4070281050000000000O"));
        row("account: Cyrillic О", F::recipientAccount, account(u"4О702810500000000001"));
        row("account: zero-width space", F::recipientAccount, account(u"40702810500000\u200B000001"));
        row("account: right-to-left override", F::recipientAccount, account(u"\u202E40702810500000000001"));
        row("account: grouped", F::recipientAccount, account(u"4070 2810 5000 0000 0001"));
        row("account: trailing space", F::recipientAccount, account(u"40702810500000000001 "));
        row("account: trailing newline", F::recipientAccount, account(u"40702810500000000001\n"));
        row("account: full-width digit", F::recipientAccount, account(u"4070281050000000000１"));
        row("account: empty", F::recipientAccount, account(u""));
        row("account: absent", F::recipientAccount, [](Case &c) { c.info.recipient.accountNumber.reset(); });
        row("account: only the echo differs", F::recipientAccount,
            [](Case &c) { c.echo().account = QStringLiteral("40702810500000000002"); });
        row("account: only the echo is right", F::recipientAccount,
            [](Case &c) { c.info.recipient.accountNumber = QStringLiteral("40702810500000000002"); });
        row("account: not in the echo", F::recipientAccount, [](Case &c) { c.echo().account.clear(); });
        row("BIK: other bank", F::recipientBik, [](Case &c) {
            c.info.recipient.bik = QStringLiteral("044525225");
            c.echo().bik = QStringLiteral("044525225");
        });
        row("BIK: lost zero", F::recipientBik, [](Case &c) {
            c.info.recipient.bik = QStringLiteral("44525974");
            c.echo().bik = QStringLiteral("44525974");
        });
        row("BIK: absent", F::recipientBik, [](Case &c) { c.info.recipient.bik.reset(); });
        row("BIK: echo differs", F::recipientBik, [](Case &c) { c.echo().bik = QStringLiteral("044525225"); });
        row("BIK: not in the echo", F::recipientBik, [](Case &c) { c.echo().bik.clear(); });
        row("sender account: other", F::senderAccount, [](Case &c) {
            c.info.sender.accountNumber = QStringLiteral("40702810300200000014");
            c.echo().senderAccount = QStringLiteral("40702810300200000014");
        });
        row("sender account: absent", F::senderAccount, [](Case &c) { c.info.sender.accountNumber.reset(); });
        row("sender account: echo differs", F::senderAccount,
            [](Case &c) { c.echo().senderAccount = QStringLiteral("40702810300200000014"); });
        row("sender and recipient swapped", F::recipientAccount,
            [](Case &c) { std::swap(c.info.sender, c.info.recipient); });
        row("amount: one kopeck more", F::amount, [](Case &c) { c.echo().amountKopecks = 350001; });
        row("amount: ten times", F::amount, [](Case &c) { c.echo().amountKopecks = 3500000; });
        row("amount: negative", F::amount, [](Case &c) { c.echo().amountKopecks = -350000; });
        row("amount: no whole number", F::amount, [](Case &c) { c.echo().amountKopecks.reset(); });
        row("currency: dollars", F::currency, [](Case &c) { c.echo().currency = QStringLiteral("USD"); });
        row("currency: Cyrillic letter", F::currency, [](Case &c) { c.echo().currency = QStringLiteral("RUВ"); });
        row("currency: absent", F::currency, [](Case &c) { c.echo().currency.clear(); });
        row("purpose: other number", F::purpose,
            [](Case &c) { c.echo().description = QStringLiteral("Оплата по счёту 119. Без НДС"); });
        row("purpose: letter case", F::purpose,
            [](Case &c) { c.echo().description = QStringLiteral("оплата по счёту 118. Без НДС"); });
        row("purpose: look-alike letter", F::purpose,
            [](Case &c) { c.echo().description = QStringLiteral("Oплата по счёту 118. Без НДС"); });
        row("purpose: no-break space", F::purpose,
            [](Case &c) { c.echo().description = QStringLiteral("Оплата\u00A0по счёту 118. Без НДС"); });
        row("purpose: cut off", F::purpose, [](Case &c) { c.echo().description.chop(1); });
        row("purpose: absent", F::purpose, [](Case &c) { c.echo().description.clear(); });
        row("INN: one digit", F::recipientInn, [](Case &c) {
            c.info.recipient.inn = QStringLiteral("7707083894");
            c.echo().inn = QStringLiteral("7707083894");
        });
        row("INN: absent", F::recipientInn, [](Case &c) { c.info.recipient.inn.reset(); });
        row("INN: empty", F::recipientInn, [](Case &c) { c.info.recipient.inn = QString(); });
        row("INN: echo differs", F::recipientInn, [](Case &c) { c.echo().inn = QStringLiteral("7702070139"); });
        row("INN: added, but the echo names another", F::recipientInn, [](Case &c) {
            c.asked.inn.reset();
            c.echo().inn = QStringLiteral("7702070139");
        });
        row("KPP: echo differs", F::recipientKpp, [](Case &c) { c.echo().kpp = QStringLiteral("770801001"); });
        row("name: echo names another", F::recipientName,
            [](Case &c) { c.echo().fullName = QStringLiteral("ООО «Гектор»"); });
        row("two payouts", F::payoutCount, [](Case &c) { c.message.payouts.append(c.echo()); });
        row("no payout", F::payoutCount, [](Case &c) { c.message.payouts.clear(); });
        row("no payout, no amount", F::amount, [](Case &c) { c.message.payouts.clear(); });
        row("other session", F::sessionId, [](Case &c) { c.message.sessionId = QStringLiteral("ps_10"); });
        row("no session", F::sessionId, [](Case &c) { c.message.sessionId.clear(); });
        row("neither knows a session", F::sessionId, [](Case &c) {
            c.message.sessionId.clear();
            c.sessionId.clear();
        });
        row("another variant of the answer", F::recipientAccount, [](Case &c) { c.info.hasAccountDetails = false; });
        row("another variant, sender", F::senderAccount, [](Case &c) { c.info.hasAccountDetails = false; });
    }

    void hardDifferencesAreFound()
    {
        QFETCH(Change, change);
        QFETCH(ReviewField, field);
        Case c;
        change(c);
        const Comparison comparison = c.run();
        const ComparedField *row = comparison.find(field);
        QVERIFY(row != nullptr);
        QCOMPARE(row->grade, Grade::changed);
        QCOMPARE(row->weight, Weight::hard);
        QCOMPARE(row->tickWord, fieldWord(field));
        QVERIFY(comparison.hasHardDifference());
        QVERIFY(!comparison.sameEverywhere());
        QVERIFY(comparison.requiredTicks().contains(fieldWord(field)));
    }

    void softFieldsAreGraded_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<ReviewField>("field");
        QTest::addColumn<Grade>("grade");
        QTest::addColumn<bool>("ticked");
        const auto row = [](const char *name, ReviewField field, Grade grade, bool ticked, const Change &change) {
            QTest::addRow("%s", name) << change << field << grade << ticked;
        };
        using F = ReviewField;
        const auto name = [](const char16_t *text) {
            const QString value = QString::fromUtf16(text);
            return [value](Case &c) {
                c.info.recipient.name = value;
                c.echo().fullName = value;
            };
        };
        row("name: capitals", F::recipientName, Grade::sameNormalised, false, name(u"ООО \"ВЕКТОР\""));
        row("name: no quotes", F::recipientName, Grade::sameNormalised, false, name(u"ООО Вектор"));
        row("name: double spaces", F::recipientName, Grade::sameNormalised, false, name(u" ООО  «Вектор» "));
        row("name: no-break space", F::recipientName, Grade::sameNormalised, false, name(u"ООО\u00A0«Вектор»"));
        row("name: ё for е", F::recipientName, Grade::sameNormalised, false, name(u"ООО «Вёктор»"));
        row("name: one letter", F::recipientName, Grade::changed, true, name(u"ООО «Гектор»"));
        row("name: Latin e", F::recipientName, Grade::changed, true, name(u"ООО «Вeктор»"));
        row("name: zero-width space", F::recipientName, Grade::changed, true, name(u"ООО «Век\u200Bтор»"));
        row("name: line break", F::recipientName, Grade::changed, true, name(u"ООО\n«Вектор»"));
        row("name: hyphen", F::recipientName, Grade::changed, true, name(u"ООО «Век-тор»"));
        row("name: word order", F::recipientName, Grade::changed, true, name(u"«Вектор» ООО"));
        row("name: legal form lost", F::recipientName, Grade::changed, true, name(u"Вектор"));
        row("name: one more word", F::recipientName, Grade::changed, true, name(u"ООО «Вектор» плюс"));
        row("name: absent", F::recipientName, Grade::changed, true, [](Case &c) { c.info.recipient.name.reset(); });
        row("name: echo in capitals", F::recipientName, Grade::same, false,
            [](Case &c) { c.echo().fullName = QStringLiteral("ООО \"ВЕКТОР\""); });
        row("KPP: other", F::recipientKpp, Grade::changed, true, [](Case &c) {
            c.info.recipient.kpp = QStringLiteral("770801001");
            c.echo().kpp = QStringLiteral("770801001");
        });
        row("KPP: absent", F::recipientKpp, Grade::changed, true, [](Case &c) { c.info.recipient.kpp.reset(); });
        row("KPP: added", F::recipientKpp, Grade::added, false, [](Case &c) { c.asked.kpp.reset(); });
        row("KPP: added in the echo only", F::recipientKpp, Grade::added, false, [](Case &c) {
            c.asked.kpp.reset();
            c.info.recipient.kpp.reset();
        });
        row("KPP: none on both sides", F::recipientKpp, Grade::notComparable, false, [](Case &c) {
            c.asked.kpp.reset();
            c.info.recipient.kpp = QString();
            c.echo().kpp.reset();
        });
        row("INN: added", F::recipientInn, Grade::added, false, [](Case &c) { c.asked.inn.reset(); });
        row("INN: the echo is silent", F::recipientInn, Grade::same, true, [](Case &c) { c.echo().inn.reset(); });
        row("bank: spelling", F::recipientBank, Grade::sameNormalised, false,
            [](Case &c) { c.info.recipient.bankName = QStringLiteral("АО «ТБАНК»"); });
        row("bank: another", F::recipientBank, Grade::changed, true,
            [](Case &c) { c.info.recipient.bankName = QStringLiteral("Банк 131"); });
        row("bank: absent", F::recipientBank, Grade::changed, true, [](Case &c) { c.info.recipient.bankName.reset(); });
        row("bank: no directory", F::recipientBank, Grade::notComparable, false,
            [](Case &c) { c.withDirectory = false; });
        row("corr. account: another", F::recipientCorrAccount, Grade::changed, true,
            [](Case &c) { c.info.recipient.correspondentAccount = QStringLiteral("30101810400000000225"); });
        row("corr. account: absent", F::recipientCorrAccount, Grade::changed, true,
            [](Case &c) { c.info.recipient.correspondentAccount.reset(); });
        row("corr. account: no directory", F::recipientCorrAccount, Grade::notComparable, false,
            [](Case &c) { c.withDirectory = false; });
        row("corr. account: bank not in the directory", F::recipientCorrAccount, Grade::notComparable, false,
            [](Case &c) { c.directory.entries.clear(); });
        row("corr. account: the bank's second one", F::recipientCorrAccount, Grade::same, false, [](Case &c) {
            c.directory.entries.first().correspondentAccounts.append(QStringLiteral("30103810745250000974"));
            c.info.recipient.correspondentAccount = QStringLiteral("30103810745250000974");
        });
        row("urgency: not asked, done", F::urgency, Grade::changed, true, [](Case &c) { c.echo().isFast = true; });
        row("urgency: asked, not done", F::urgency, Grade::changed, true, [](Case &c) { c.asked.urgent = true; });
        row("urgency: asked, not said", F::urgency, Grade::changed, true, [](Case &c) {
            c.asked.urgent = true;
            c.echo().isFast.reset();
        });
        row("urgency: not asked, not said", F::urgency, Grade::notComparable, false,
            [](Case &c) { c.echo().isFast.reset(); });
        row("sender name: other", F::senderName, Grade::changed, true,
            [](Case &c) { c.info.sender.name = QStringLiteral("ООО Лютик"); });
        row("sender name: profile is silent", F::senderName, Grade::notComparable, false,
            [](Case &c) { c.own.name.clear(); });
        row("sender INN: other", F::senderInn, Grade::changed, true,
            [](Case &c) { c.info.sender.inn = QStringLiteral("7707083893"); });
        row("sender KPP: absent", F::senderKpp, Grade::changed, true, [](Case &c) { c.info.sender.kpp.reset(); });
        row("sender BIK: other", F::senderBik, Grade::changed, true,
            [](Case &c) { c.info.sender.bik = QStringLiteral("044525225"); });
        row("sender bank: other", F::senderBank, Grade::changed, true,
            [](Case &c) { c.info.sender.bankName = QStringLiteral("ПАО Сбербанк"); });
        row("sender corr. account: other", F::senderCorrAccount, Grade::changed, true,
            [](Case &c) { c.info.sender.correspondentAccount = QStringLiteral("30101810400000000225"); });
    }

    void softFieldsAreGraded()
    {
        QFETCH(Change, change);
        QFETCH(ReviewField, field);
        QFETCH(Grade, grade);
        QFETCH(bool, ticked);
        Case c;
        change(c);
        const Comparison comparison = c.run();
        const ComparedField *row = comparison.find(field);
        QCOMPARE(row->grade, grade);
        QCOMPARE(row->tickWord, ticked ? fieldWord(field) : QString());
        QVERIFY(!comparison.hasHardDifference());
        if (grade == Grade::changed) QVERIFY(!comparison.sameEverywhere());
    }

    void warningsAreNamed_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<ReviewField>("field");
        QTest::addColumn<FieldWarning>("warning");
        const auto row = [](const char *name, ReviewField field, FieldWarning warning, const Change &change) {
            QTest::addRow("%s", name) << change << field << warning;
        };
        using F = ReviewField;
        using W = FieldWarning;
        row("account key", F::recipientAccount, W::accountKey,
            [](Case &c) { setRecipientAccount(c, QStringLiteral("40702810600000000001")); });
        row("unknown BIK", F::recipientBik, W::bikNotInDirectory, [](Case &c) { c.directory.entries.removeFirst(); });
        row("bank of another BIK", F::recipientBank, W::bikOfAnotherBank,
            [](Case &c) { c.info.recipient.bankName = QStringLiteral("Bank 131"); });
        row("correspondent account key", F::recipientCorrAccount, W::corrAccountKey,
            [](Case &c) { c.info.recipient.correspondentAccount = QStringLiteral("30101810822029205974"); });
        row("correspondent account key without directory", F::recipientCorrAccount, W::corrAccountKey, [](Case &c) {
            c.info.recipient.correspondentAccount = QStringLiteral("30101810822029205974");
            c.withDirectory = false;
        });
        row("INN check digit", F::recipientInn, W::innCheckDigit, [](Case &c) {
            c.asked.inn.reset();
            c.info.recipient.inn = QStringLiteral("1111111111");
            c.echo().inn.reset();
        });
        row("mixed scripts in a name", F::recipientName, W::mixedScripts,
            [](Case &c) { c.info.recipient.name = QStringLiteral("ООО «Вeктор»"); });
        row("hidden character in a name", F::senderName, W::invisibleCharacters,
            [](Case &c) { c.info.sender.name = QStringLiteral("ООО Ромашка\u202E"); });
        row("hidden character in an account", F::recipientAccount, W::invisibleCharacters,
            [](Case &c) { setRecipientAccount(c, QStringLiteral("4070281050000000\u200B0001")); });
        const auto limited = [&row](const char *name, BankLimit limit, W warning) {
            row(name, F::recipientBik, warning, [limit](Case &c) { c.directory.entries.first().limits = limit; });
        };
        limited("licence withdrawn", BankLimit::licenceWithdrawn, W::bankLicenceWithdrawn);
        limited("in liquidation", BankLimit::liquidation, W::bankInLiquidation);
        limited("moratorium", BankLimit::moratorium, W::bankMoratorium);
        limited("account closing", BankLimit::accountClosing, W::bankAccountClosing);
        limited("account limited", BankLimit::accountLimited, W::bankAccountLimited);
        row("urgent payout, urgent transfers limited", F::recipientBik, W::bankUrgentLimited, [](Case &c) {
            c.directory.entries.first().limits = BankLimit::urgentLimited;
            c.asked.urgent = true;
            c.echo().isFast = true;
        });
        row("settlement centre", F::recipientBik, W::bankTakesNoPayouts,
            [](Case &c) { c.directory.entries.first().participantType = QStringLiteral("10"); });
        const auto payPerson = [](Case &c, QStringView account) {
            c.asked.account = *AccountNumber::parse(account);
            c.asked.kind = *recipientKindOf(c.asked.account);
            c.asked.kpp.reset();
            c.info.recipient.kpp.reset();
            c.echo().kpp.reset();
            setRecipientAccount(c, c.asked.account.text());
        };
        row("a company on a person's account", F::recipientName, W::nameOfCompanyOnPersonAccount,
            [payPerson](Case &c) { payPerson(c, u"40817810400003869535"); });
        row("no legal form", F::recipientName, W::nameWithoutLegalForm, [](Case &c) {
            c.asked.recipientName = c.echo().fullName = QStringLiteral("Иванова Мария");
            c.info.recipient.name = c.asked.recipientName;
        });
        row("no word of a sole proprietor", F::recipientName, W::nameWithoutIp, [payPerson](Case &c) {
            payPerson(c, u"40802810400000000001");
            c.asked.recipientName = c.echo().fullName = QStringLiteral("Петров Пётр Петрович");
            c.info.recipient.name = c.asked.recipientName;
        });
        row("an organisation's INN added to a person", F::recipientInn, W::innOfOtherKind, [payPerson](Case &c) {
            payPerson(c, u"40817810400003869535");
            c.asked.inn.reset();
        });
        row("a KPP added to a person", F::recipientKpp, W::kppOfPerson, [payPerson](Case &c) {
            payPerson(c, u"40817810400003869535");
            c.info.recipient.kpp = QStringLiteral("773601001");
        });
        row("a non-resident's account", F::recipientAccount, W::accountOfNonResident,
            [payPerson](Case &c) { payPerson(c, u"40820810400000000001"); });
        row("no code, and a non-resident", F::purpose, W::voCodeNeeded,
            [payPerson](Case &c) { payPerson(c, u"40820810400000000001"); });
        row("a code among residents", F::purpose, W::voCodeUnneeded, [](Case &c) {
            c.asked.purpose = c.echo().description = QStringLiteral("{VO70060}Оплата по счёту 118. Без НДС");
        });
        row("a code in Cyrillic", F::purpose, W::voCodeMalformed, [](Case &c) {
            c.asked.purpose = c.echo().description = QStringLiteral("{VО70060}Оплата по счёту 118. Без НДС");
        });
        row("silent echo", F::recipientInn, W::echoMissing, [](Case &c) { c.echo().inn.reset(); });
    }

    void warningsAreNamed()
    {
        QFETCH(Change, change);
        QFETCH(ReviewField, field);
        QFETCH(FieldWarning, warning);
        QVERIFY(!Case().run().find(field)->has(warning));
        Case c;
        change(c);
        const Comparison comparison = c.run();
        QVERIFY(comparison.find(field)->has(warning));
        QVERIFY(comparison.requiredTicks().contains(fieldWord(field)));
        QVERIFY(!comparison.sameEverywhere());
    }

    void whatConcernsOthersIsNoWarning_data()
    {
        QTest::addColumn<BankLimit>("limit");
        QTest::addRow("urgent transfers, and this one is not urgent") << BankLimit::urgentLimited;
        QTest::addRow("those who take part through the bank") << BankLimit::indirectLimited;
    }

    void whatConcernsOthersIsNoWarning()
    {
        QFETCH(BankLimit, limit);
        Case c;
        c.directory.entries.first().limits = limit;
        QVERIFY(c.run().sameEverywhere());
    }

    /// What fits is no conflict, and a remark is none either (ru-payments.md 0.2).
    void whatFitsTheAccountNeedsNoTick()
    {
        Case c;
        c.asked.account = *AccountNumber::parse(u"40802810000000000002");
        c.asked.kind = RecipientKind::soleProprietor;
        c.asked.recipientName = c.echo().fullName = QStringLiteral("ИП Петров Пётр Петрович");
        c.asked.inn = *Inn::parse(u"500100732259");
        c.asked.kpp.reset();
        c.asked.purpose = c.echo().description = QStringLiteral("Оплата по счёту 118");
        c.info.recipient.name = c.asked.recipientName;
        c.info.recipient.inn = c.echo().inn = c.asked.inn->text();
        c.info.recipient.kpp = QStringLiteral("0");
        c.echo().kpp.reset();
        setRecipientAccount(c, c.asked.account.text());
        const Comparison comparison = c.run();
        QCOMPARE(comparison.find(ReviewField::recipientName)->warnings, {});
        QCOMPARE(comparison.find(ReviewField::recipientInn)->warnings, {});
        QCOMPARE(comparison.find(ReviewField::recipientKpp)->warnings, {});
        QCOMPARE(comparison.find(ReviewField::purpose)->warnings, {});
    }

    /// The answered account decides: another one than was asked for is a hard difference besides.
    void theAnsweredAccountDecides()
    {
        Case c;
        setRecipientAccount(c, QStringLiteral("40817810400003869535"));
        QVERIFY(c.run().find(ReviewField::recipientName)->has(FieldWarning::nameOfCompanyOnPersonAccount));
    }

    void allThatTheDirectoryHoldsAgainstABankIsSaid()
    {
        Case c;
        c.directory.entries.first().limits = BankLimit::liquidation | BankLimit::licenceWithdrawn;
        c.directory.entries.first().participantType = QStringLiteral("90");
        QCOMPARE(c.run().find(ReviewField::recipientBik)->warnings,
                 (QList{FieldWarning::bankLicenceWithdrawn, FieldWarning::bankInLiquidation}));
    }

    void checkDigitsAloneAreNoDifferenceButNeedTheirTicks()
    {
        Case c;
        c.asked.inn = *Inn::parse(u"1111111111");
        c.info.recipient.inn = QStringLiteral("1111111111");
        c.echo().inn = QStringLiteral("1111111111");
        c.asked.account = *AccountNumber::parse(u"40702810600000000001");
        setRecipientAccount(c, c.asked.account.text());
        const Comparison comparison = c.run();
        QVERIFY(comparison.find(ReviewField::recipientInn)->has(FieldWarning::innCheckDigit));
        QVERIFY(comparison.find(ReviewField::recipientAccount)->has(FieldWarning::accountKey));
        QVERIFY(!comparison.hasHardDifference());
        QVERIFY(std::ranges::none_of(comparison.fields,
                                     [](const ComparedField &row) { return row.grade == Grade::changed; }));
        QCOMPARE(comparison.requiredTicks(),
                 (QStringList{fieldWord(ReviewField::recipientAccount), fieldWord(ReviewField::recipientInn)}));
    }

    void aContradictingEchoIsShown()
    {
        Case c;
        c.echo().account = QStringLiteral("40702810500000000002");
        c.echo().fullName = QStringLiteral("Другой");
        const Comparison comparison = c.run();
        const ComparedField *row = comparison.find(ReviewField::recipientAccount);
        QCOMPARE(row->answered, c.asked.account.text());
        QCOMPARE(row->echoed, QStringLiteral("40702810500000000002"));
        QCOMPARE(comparison.echoContradictions(),
                 (QList<ReviewField>{ReviewField::recipientAccount, ReviewField::recipientName}));
    }

    void unknownMembersNeedATickEach()
    {
        Case c;
        c.info.unknown = {{QStringLiteral("account_details.recipient.swift"), QStringLiteral("\"X\"")},
                          {QStringLiteral("fee"), QStringLiteral("100")},
                          {QStringLiteral("fee"), QStringLiteral("200")},
                          {QStringLiteral("empty"), QString()}};
        const Comparison comparison = c.run();
        QVERIFY(!comparison.sameEverywhere());
        QVERIFY(!comparison.hasHardDifference());
        const QStringList ticks = comparison.requiredTicks();
        QCOMPARE(ticks.size(), 4);
        QCOMPARE(QSet<QString>(ticks.begin(), ticks.end()).size(), 4);
        QCOMPARE(ticks.first(), QStringLiteral("unknownMember:account_details.recipient.swift"));
        QCOMPARE(comparison.find(ReviewField::unknownMember)->answered, QStringLiteral("\"X\""));
    }

    void currencyMayComeInAnyCase()
    {
        for (const QString &currency : {QStringLiteral("rub"), QStringLiteral("RUB"), QStringLiteral("Rub")}) {
            Case c;
            c.echo().currency = currency;
            QCOMPARE(c.run().find(ReviewField::currency)->grade, Grade::same);
        }
    }

    void theViewIsBoundToEverythingShown()
    {
        const Case clean;
        const QByteArray bytes = viewBytes(clean.run(), "c1", "i1");
        QCOMPARE(viewBytes(clean.run(), "c1", "i1"), bytes);
        QVERIFY(viewBytes(clean.run(), "c2", "i1") != bytes);
        QVERIFY(viewBytes(clean.run(), "c1", "i2") != bytes);
        Case other;
        other.info.recipient.bankName = QStringLiteral("АО «ТБанк»");
        QVERIFY(viewBytes(other.run(), "c1", "i1") != bytes);
        QVERIFY(bytes.contains("\"field\":\"recipientAccount\""));
        QVERIFY(!bytes.contains('\n'));
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "tst_comparison.moc"
