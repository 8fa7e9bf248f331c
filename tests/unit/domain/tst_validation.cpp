#include "domain/validation.h"
#include "smalldirectory.h"

#include <QtTest>

#include <functional>

using namespace countersign;

namespace {

/// A right payout to a company with everything that judges it; tests change one thing in it.
struct Case
{
    PayoutDraft draft{.senderAccount = QStringLiteral("40702810300200000013"),
                      .recipientName = QStringLiteral("ООО «Вектор»"),
                      .inn = QStringLiteral("7707083893"),
                      .kpp = QStringLiteral("773601001"),
                      .bik = QStringLiteral("044525974"),
                      .account = QStringLiteral("4070 2810 5000 0000 0001"),
                      .amount = QStringLiteral("3 500,00"),
                      .purpose = QStringLiteral("Оплата по счёту 118. Без НДС"),
                      .urgent = false};
    SmallDirectory directory;
    ValidationRules rules{.directory = nullptr,
                          .senderAccounts = {*AccountNumber::parse(u"40702810300200000013")},
                          .limit = Money::fromKopecks(100'000'000),
                          .today = {2026, 11, 23},
                          .checkDigitsBlock = false};
    bool withDirectory = true;

    void toPerson()
    {
        draft.recipientName = QStringLiteral("Иванов Иван Иванович");
        draft.account = QStringLiteral("40817810400003869535");
        draft.inn.clear();
        draft.kpp.clear();
    }

    void toProprietor()
    {
        draft.recipientName = QStringLiteral("ИП Смирнов Олег Петрович");
        draft.account = QStringLiteral("40802810900000012345");
        draft.inn = QStringLiteral("500100732259");
        draft.kpp.clear();
    }

    [[nodiscard]] ValidationReport run()
    {
        rules.directory = withDirectory ? &directory : nullptr;
        return validate(draft, rules);
    }
};

using Change = std::function<void(Case &)>;

const Finding *findingOf(const ValidationReport &report, FindingKind kind)
{
    for (const Finding &finding : report.findings) {
        if (finding.kind == kind) return &finding;
    }
    return nullptr;
}

} // namespace

Q_DECLARE_METATYPE(Change)

class ValidationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRightPayoutBecomesItsContent()
    {
        const ValidationReport report = Case().run();
        QVERIFY(!report.blocked());
        QCOMPARE(report.count(Severity::warn), 0);
        QCOMPARE(report.count(Severity::hint), 0);
        QVERIFY(report.content.has_value());
        QCOMPARE(report.content->account.text(), QStringLiteral("40702810500000000001"));
        QCOMPARE(report.content->amount.kopecks(), 350000);
        QCOMPARE(report.content->recipientName, QStringLiteral("ООО «Вектор»"));
        QVERIFY(report.kind == RecipientKind::legalEntity);
        QCOMPARE(report.bank->name, QStringLiteral("АО \"ТБанк\""));
    }

    void whatIsRightIsTicked()
    {
        const ValidationReport report = Case().run();
        for (const auto kind :
             {FindingKind::innGood, FindingKind::bikGood, FindingKind::accountPrefixGood, FindingKind::accountKeyGood,
              FindingKind::amountWithinLimit, FindingKind::purposeGood}) {
            QVERIFY(report.has(kind));
            QCOMPARE(findingOf(report, kind)->severity, Severity::good);
        }
        QCOMPARE(findingOf(report, FindingKind::bikGood)->arguments.value(2), QStringLiteral("30101810145250000974"));
    }

    void findingsKeepTheOrderOfTheForm()
    {
        ValidationReport report = validate({}, {});
        for (qsizetype i = 1; i < report.findings.size(); ++i) {
            QVERIFY(report.findings[i - 1].field <= report.findings[i].field);
        }
    }

    void anEmptyFormLacksEverything()
    {
        const ValidationReport report = validate({}, {});
        QVERIFY(report.blocked());
        QVERIFY(!report.content.has_value());
        for (const auto kind : {FindingKind::senderMissing, FindingKind::nameMissing, FindingKind::bikMissing,
                                FindingKind::accountMissing, FindingKind::amountMissing, FindingKind::purposeMissing}) {
            QVERIFY(report.has(kind));
        }
    }

    void mistakesBlock_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Field>("field");
        QTest::addColumn<FindingKind>("kind");
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, Field field, FindingKind kind, const QStringList &arguments,
                            const Change &change) {
            QTest::addRow("%s", name) << change << field << kind << arguments;
        };
        using K = FindingKind;
        const auto set = [](QString PayoutDraft::*member, const QString &text) {
            return [member, text](Case &c) { c.draft.*member = text; };
        };
        const auto s = [](const char16_t *text) { return QString::fromUtf16(text); };
        const auto sender = &PayoutDraft::senderAccount;
        const auto name = &PayoutDraft::recipientName;
        const auto account = &PayoutDraft::account;
        const auto purpose = &PayoutDraft::purpose;

        row("sender: short", Field::senderAccount, K::senderWrongLength, {s(u"3")}, set(sender, s(u"407")));
        row("sender: letter", Field::senderAccount, K::senderWrongCharacter, {s(u"x")}, set(sender, s(u"4x7")));
        row("sender: not ours", Field::senderAccount, K::senderNotOurs, {s(u"40702810300200000014")},
            set(sender, s(u"40702810300200000014")));
        row("sender: the profile has none", Field::senderAccount, K::senderNotOurs, {s(u"40702810300200000013")},
            [](Case &c) { c.rules.senderAccounts.clear(); });

        row("name: only spaces", Field::recipientName, K::nameMissing, {}, set(name, s(u" \u00A0\t")));
        row("name: 161", Field::recipientName, K::nameTooLong, {s(u"161"), s(u"160")}, set(name, QString(161, u'а')));
        row("name: control", Field::recipientName, K::nameControlCharacter, {s(u"U+0007")}, set(name, s(u"ООО\aА")));
        row("name: bidi", Field::recipientName, K::nameInvisibleCharacter, {s(u"U+202E")},
            set(name, s(u"ООО \u202EА")));
        row("name: zero-width", Field::recipientName, K::nameInvisibleCharacter, {s(u"U+200B")},
            set(name, s(u"ООО\u200B А")));
        row("name: soft hyphen", Field::recipientName, K::nameInvisibleCharacter, {s(u"U+00AD")},
            set(name, s(u"ООО Век\u00ADтор")));

        row("INN: company without", Field::inn, K::innMissing, {}, set(&PayoutDraft::inn, QString()));
        row("INN: company with zero", Field::inn, K::innMissing, {}, set(&PayoutDraft::inn, s(u"0")));
        row("INN: short", Field::inn, K::innWrongLength, {s(u"9")}, set(&PayoutDraft::inn, s(u"770708389")));
        row("INN: letter", Field::inn, K::innWrongCharacter, {s(u"O")}, set(&PayoutDraft::inn, s(u"77O7083893")));
        row("INN: zeros", Field::inn, K::innWrongFormat, {}, set(&PayoutDraft::inn, s(u"0000000000")));
        row("INN: OGRN of an organisation", Field::inn, K::innIsOgrn, {s(u"13")},
            set(&PayoutDraft::inn, s(u"1027700132195")));
        row("INN: OGRN of a proprietor", Field::inn, K::innIsOgrn, {s(u"15")},
            set(&PayoutDraft::inn, s(u"304500116000157")));
        row("INN: 13 digits that are no OGRN", Field::inn, K::innWrongLength, {s(u"13")},
            set(&PayoutDraft::inn, s(u"1027700132196")));
        row("INN: of a person", Field::inn, K::innOfOrganisationNeeded, {s(u"12")},
            set(&PayoutDraft::inn, s(u"500100732259")));
        row("INN: proprietor without", Field::inn, K::innMissing, {}, [](Case &c) {
            c.toProprietor();
            c.draft.inn.clear();
        });
        row("INN: proprietor with that of a company", Field::inn, K::innOfPersonNeeded, {s(u"10")}, [](Case &c) {
            c.toProprietor();
            c.draft.inn = QStringLiteral("7707083893");
        });
        row("INN: person with that of a company", Field::inn, K::innOfPersonNeeded, {s(u"10")}, [](Case &c) {
            c.toPerson();
            c.draft.inn = QStringLiteral("7707083893");
        });

        row("KPP: company without", Field::kpp, K::kppMissing, {}, set(&PayoutDraft::kpp, QString()));
        row("KPP: short", Field::kpp, K::kppWrongLength, {s(u"8")}, set(&PayoutDraft::kpp, s(u"77360100")));
        row("KPP: Cyrillic letter", Field::kpp, K::kppWrongCharacter, {s(u"А")},
            set(&PayoutDraft::kpp, s(u"7701АА001")));
        row("KPP: zeros", Field::kpp, K::kppWrongFormat, {}, set(&PayoutDraft::kpp, s(u"001201001")));
        row("KPP: of a person", Field::kpp, K::kppNotForPerson, {}, [](Case &c) {
            c.toPerson();
            c.draft.kpp = QStringLiteral("773601001");
        });
        row("KPP: of a proprietor", Field::kpp, K::kppNotForPerson, {}, [](Case &c) {
            c.toProprietor();
            c.draft.kpp = QStringLiteral("773601001");
        });

        row("BIK: lost zero", Field::bik, K::bikWrongLength, {s(u"8")}, set(&PayoutDraft::bik, s(u"44525974")));
        row("BIK: SWIFT", Field::bik, K::bikWrongCharacter, {s(u"S")}, set(&PayoutDraft::bik, s(u"SABRRUMM")));

        row("account: 19 digits", Field::account, K::accountWrongLength, {s(u"19")},
            set(account, s(u"4070281050000000000")));
        row("account: letter O", Field::account, K::accountWrongCharacter, {s(u"O")},
            set(account, s(u"4070281050000000000O")));
        row("account: zero-width space", Field::account, K::accountWrongCharacter, {s(u"\u200B")},
            set(account, s(u"4070281050000000\u200B0001")));
        row("account: of a non-profit", Field::account, K::accountPrefixNotPayable, {s(u"40703")},
            set(account, s(u"40703810500000000001")));
        row("account: treasury", Field::account, K::accountPrefixNotPayable, {s(u"03100")},
            set(account, s(u"03100643000000018500")));
        row("account: correspondent", Field::account, K::accountPrefixNotPayable, {s(u"30101")},
            set(account, s(u"30101810145250000974")));
        row("account: dollars", Field::account, K::accountNotRouble, {s(u"840")},
            set(account, s(u"40702840500000000001")));
        row("account: the sender's", Field::account, K::accountIsSender, {},
            [](Case &c) { c.draft.account = c.draft.senderAccount; });

        row("amount: zero", Field::amount, K::amountZero, {}, set(&PayoutDraft::amount, s(u"0,00")));
        row("amount: minus", Field::amount, K::amountUnreadable, {}, set(&PayoutDraft::amount, s(u"-5")));
        row("amount: words", Field::amount, K::amountUnreadable, {}, set(&PayoutDraft::amount, s(u"сто")));
        row("amount: thousands by comma", Field::amount, K::amountUnreadable, {},
            set(&PayoutDraft::amount, s(u"1,000.00")));
        row("amount: three decimals", Field::amount, K::amountTooPrecise, {}, set(&PayoutDraft::amount, s(u"1,005")));
        row("amount: three decimals, grouped", Field::amount, K::amountTooPrecise, {},
            set(&PayoutDraft::amount, s(u"1\u00A0000,005 ₽")));
        row("amount: too large", Field::amount, K::amountTooLarge, {}, set(&PayoutDraft::amount, s(u"1000000000000")));
        row("amount: over the limit", Field::amount, K::amountOverLimit, {s(u"100000000")},
            set(&PayoutDraft::amount, s(u"1000000,01")));

        row("purpose: only line breaks", Field::purpose, K::purposeMissing, {}, set(purpose, s(u"\n\n")));
        row("purpose: 211", Field::purpose, K::purposeTooLong, {s(u"211"), s(u"210")},
            set(purpose, QString(211, u'а')));
        row("purpose: too long after normalisation", Field::purpose, K::purposeTooLong, {s(u"212"), s(u"210")},
            set(purpose, QString(209, u'а') + u'…'));
        row("purpose: question mark", Field::purpose, K::purposeForbiddenCharacter, {s(u"?")},
            set(purpose, s(u"Без НДС?")));
        row("purpose: exclamation mark", Field::purpose, K::purposeForbiddenCharacter, {s(u"!")},
            set(purpose, s(u"Срочно! Без НДС")));
        row("purpose: picture", Field::purpose, K::purposeForeignCharacter, {s(u"😀")}, set(purpose, s(u"Без НДС 😀")));
        row("purpose: umlaut", Field::purpose, K::purposeForeignCharacter, {s(u"ü")},
            set(purpose, s(u"Müller, без НДС")));
        row("purpose: bidi", Field::purpose, K::purposeInvisibleCharacter, {s(u"U+202E")},
            set(purpose, s(u"Без \u202EНДС")));
    }

    void mistakesBlock()
    {
        QFETCH(Change, change);
        QFETCH(Field, field);
        QFETCH(FindingKind, kind);
        QFETCH(QStringList, arguments);
        QVERIFY(!Case().run().has(kind));
        Case c;
        change(c);
        const ValidationReport report = c.run();
        const Finding *finding = findingOf(report, kind);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->field, field);
        QCOMPARE(finding->severity, Severity::block);
        QCOMPARE(finding->arguments, arguments);
        QVERIFY(!report.content.has_value());
    }

    void doubtsOnlyWarn_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<FindingKind>("kind");
        QTest::addColumn<Severity>("severity");
        const auto row = [](const char *name, FindingKind kind, Severity severity, const Change &change) {
            QTest::addRow("%s", name) << change << kind << severity;
        };
        using K = FindingKind;
        constexpr auto warn = Severity::warn;
        constexpr auto hint = Severity::hint;

        row("name: umlaut", K::nameForeignCharacter, warn,
            [](Case &c) { c.draft.recipientName = QStringLiteral("ООО Müller"); });
        row("name: Latin letter in a Cyrillic word", K::nameMixedScripts, warn,
            [](Case &c) { c.draft.recipientName = QStringLiteral("ООО Вeктор"); });
        row("name: proprietor without ИП", K::nameWithoutIp, warn, [](Case &c) {
            c.toProprietor();
            c.draft.recipientName = QStringLiteral("Смирнов Олег Петрович");
        });
        row("name: company on a person's account", K::nameOfCompanyOnPersonAccount, warn, [](Case &c) {
            c.toPerson();
            c.draft.recipientName = QStringLiteral("ООО «Вектор»");
        });
        row("name: person on a company's account", K::nameWithoutLegalForm, warn,
            [](Case &c) { c.draft.recipientName = QStringLiteral("Иванов Иван Иванович"); });
        row("INN: check digit", K::innCheckDigit, warn, [](Case &c) { c.draft.inn = QStringLiteral("1111111111"); });
        row("BIK: unknown", K::bikUnknown, warn, [](Case &c) { c.directory.entries.removeFirst(); });
        row("bank: licence", K::bankLicenceWithdrawn, warn,
            [](Case &c) { c.directory.entries.first().limits = BankLimit::licenceWithdrawn; });
        const auto limited = [&row](const char *name, K kind, Severity severity, BankLimit limit) {
            row(name, kind, severity, [limit](Case &c) {
                c.directory.entries.first().limits = limit;
                c.draft.urgent = true;
            });
        };
        limited("bank: in liquidation", K::bankInLiquidation, warn, BankLimit::liquidation);
        limited("bank: moratorium", K::bankMoratorium, warn, BankLimit::moratorium);
        limited("bank: account closing", K::bankAccountClosing, warn, BankLimit::accountClosing);
        limited("bank: account limited", K::bankAccountLimited, warn, BankLimit::accountLimited);
        limited("bank: urgent transfers limited", K::bankUrgentLimited, warn, BankLimit::urgentLimited);
        limited("bank: indirect participants limited", K::bankIndirectLimited, hint, BankLimit::indirectLimited);
        limited("bank: branch ends", K::bankBranchEnding, hint, BankLimit::branchEnding);
        row("bank: settlement centre", K::bankTakesNoPayouts, warn,
            [](Case &c) { c.directory.entries.first().participantType = QStringLiteral("10"); });
        row("bank: no correspondent account", K::bankTakesNoPayouts, warn,
            [](Case &c) { c.directory.entries.first().correspondentAccounts.clear(); });
        row("no directory", K::directoryMissing, hint, [](Case &c) { c.withDirectory = false; });
        row("old directory", K::directoryOld, warn, [](Case &c) { c.directory.day = {2026, 11, 16}; });
        row("account: key", K::accountKeyMismatch, warn,
            [](Case &c) { c.draft.account = QStringLiteral("40702810600000000001"); });
        row("account: non-resident", K::accountOfNonResident, warn, [](Case &c) {
            c.toPerson();
            c.draft.account = QStringLiteral("40820810400000000001");
        });
        row("account: deposit", K::accountDepositHint, hint, [](Case &c) {
            c.toPerson();
            c.draft.account = QStringLiteral("42301810400000000001");
        });
        row("purpose: other quotes", K::purposeNormalised, hint,
            [](Case &c) { c.draft.purpose = QStringLiteral("Договор “А”. Без НДС"); });
        row("purpose: no VAT", K::purposeWithoutVat, hint,
            [](Case &c) { c.draft.purpose = QStringLiteral("Оплата по счёту 118"); });
        row("purpose: mixed scripts", K::purposeMixedScripts, warn,
            [](Case &c) { c.draft.purpose = QStringLiteral("Oплата. Без НДС"); });
        row("purpose: broken VO code", K::purposeVoCodeMalformed, warn,
            [](Case &c) { c.draft.purpose = QStringLiteral("{V021200}Услуги. Без НДС"); });
        row("purpose: VO code between residents", K::purposeVoCodeUnneeded, warn,
            [](Case &c) { c.draft.purpose = QStringLiteral("{VO21200}Услуги. Без НДС"); });
        row("purpose: VO code missing", K::purposeVoCodeNeeded, warn, [](Case &c) {
            c.toPerson();
            c.draft.account = QStringLiteral("40820810400000000001");
        });
    }

    void doubtsOnlyWarn()
    {
        QFETCH(Change, change);
        QFETCH(FindingKind, kind);
        QFETCH(Severity, severity);
        QVERIFY(!Case().run().has(kind));
        Case c;
        change(c);
        const ValidationReport report = c.run();
        const Finding *finding = findingOf(report, kind);
        QVERIFY(finding != nullptr);
        QCOMPARE(finding->severity, severity);
        QVERIFY(!report.blocked());
        QVERIFY(report.content.has_value());
    }

    void checkDigitsBlockWhereTheRuleSaysSo()
    {
        Case c;
        c.draft.account = QStringLiteral("40702810600000000001");
        c.draft.inn = QStringLiteral("1111111111");
        c.rules.checkDigitsBlock = true;
        const ValidationReport report = c.run();
        QCOMPARE(findingOf(report, FindingKind::accountKeyMismatch)->severity, Severity::block);
        QCOMPARE(findingOf(report, FindingKind::accountKeyMismatch)->arguments, QStringList{QStringLiteral("5")});
        QCOMPARE(findingOf(report, FindingKind::innCheckDigit)->severity, Severity::block);
        QCOMPARE(findingOf(report, FindingKind::innCheckDigit)->arguments, QStringList{QStringLiteral("7")});
        QVERIFY(!report.content.has_value());
    }

    void aPersonNeedsNoInn()
    {
        for (const QString &none : {QString(), QStringLiteral("0"), QStringLiteral(" ")}) {
            Case c;
            c.toPerson();
            c.draft.inn = none;
            c.draft.kpp = none;
            const ValidationReport report = c.run();
            QVERIFY(report.content.has_value());
            QVERIFY(report.kind == RecipientKind::individual);
            QVERIFY(!report.content->inn.has_value());
            QVERIFY(!report.content->kpp.has_value());
        }
    }

    void aProprietorHasAnInnOfTwelveDigits()
    {
        Case c;
        c.toProprietor();
        const ValidationReport report = c.run();
        QVERIFY(report.content.has_value());
        QVERIFY(report.content->kind == RecipientKind::soleProprietor);
        QVERIFY(report.content->inn->isPerson());
        QVERIFY(!report.has(FindingKind::nameWithoutIp));
    }

    void whatIsSentIsNormalised()
    {
        Case c;
        c.draft.recipientName = QStringLiteral("  ООО\u00A0 «Вектор» ");
        c.draft.purpose = QStringLiteral("Договор № 5 — “Заря”…\nБез НДС");
        const ValidationReport report = c.run();
        QCOMPARE(report.content->recipientName, QStringLiteral("ООО «Вектор»"));
        QCOMPARE(report.content->purpose, QStringLiteral("Договор № 5 - \"Заря\"... Без НДС"));
        QCOMPARE(report.purpose, report.content->purpose);
    }

    void limitsHoldExactly()
    {
        Case c;
        c.draft.purpose = QString(203, u'а') + QStringLiteral(" НДС 0%"); // 210 characters
        c.draft.recipientName = QString(160, u'а');
        c.draft.amount = QStringLiteral("1000000,00");
        QVERIFY(c.run().content.has_value());
    }

    void theDirectoryMayBeThreeWorkingDaysOld()
    {
        Case c;
        c.directory.day = {2026, 11, 18};
        QVERIFY(!c.run().has(FindingKind::directoryOld)); // Thursday, Friday, Monday
        c.directory.day = {2026, 11, 17};
        QVERIFY(c.run().has(FindingKind::directoryOld));
        c.directory.day = {2026, 11, 30};
        QVERIFY(!c.run().has(FindingKind::directoryOld));
        c.directory.day = {2026, 11, 2};
        c.rules.today = {};
        QVERIFY(!c.run().has(FindingKind::directoryOld));
    }

    void withoutALimitNoneIsNamed()
    {
        Case c;
        c.rules.limit.reset();
        c.draft.amount = QStringLiteral("999999999999,99");
        const ValidationReport report = c.run();
        QVERIFY(report.content.has_value());
        QVERIFY(!report.has(FindingKind::amountWithinLimit));
    }
};

QTEST_GUILESS_MAIN(ValidationTest)
#include "tst_validation.moc"
