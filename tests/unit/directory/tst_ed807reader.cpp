#include "directory/ed807reader.h"
#include "domain/controldigits.h"

#include <QtTest>

using namespace countersign;

namespace {

using Directory = std::shared_ptr<const Ed807Directory>;

Directory sample()
{
    const auto directory = loadEd807(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/ed807_sample.xml"));
    return directory ? *directory : nullptr;
}

BankEntry entry(const Ed807Directory &directory, QStringView bik)
{
    return directory.find(*Bik::parse(bik)).value_or(BankEntry{*Bik::parse(u"000000000"), {}, {}, {}, {}, {}, {}});
}

const QByteArray head = "<ED807 xmlns=\"urn:cbr-ru:ed:v2.0\" InfoTypeCode=\"FIRR\" BusinessDay=\"2026-11-23\">";

/// One bank with what a test puts into it.
QByteArray file(const QByteArray &inside, const QByteArray &participant = "PtType=\"20\"")
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + head +
           "<BICDirectoryEntry BIC=\"044525974\"><ParticipantInfo "
           "NameP=\"Bank\" " +
           participant + "/>" + inside + "</BICDirectoryEntry></ED807>";
}

const QByteArray account = "<Accounts Account=\"30101810145250000974\" RegulationAccountType=\"CRSA\" "
                           "AccountCBRBIC=\"044525000\" AccountStatus=\"ACAC\"/>";

} // namespace

class Ed807ReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsReadInFull()
    {
        const Directory directory = sample();
        QVERIFY(directory != nullptr);
        QCOMPARE(directory->size(), 37);
        QCOMPARE(directory->businessDay(), QDate(2026, 11, 23));
    }

    void anEntryHasNameTownAndAccount()
    {
        const BankEntry bank = entry(*sample(), u"044525974");
        QCOMPARE(bank.name, QStringLiteral("АО \"ТБанк\""));
        QCOMPARE(bank.town, QStringLiteral("Москва"));
        QCOMPARE(bank.participantType, QStringLiteral("20"));
        QCOMPARE(bank.correspondentAccounts, QStringList{QStringLiteral("30101810145250000974")});
        QCOMPARE(bank.accountCbrBic, QStringLiteral("044525000"));
        QVERIFY(bank.takesPayouts());
        QCOMPARE(bank.limits, BankLimits());
    }

    void otherParticipantsTakeNoPayouts_data()
    {
        QTest::addColumn<QString>("bik");
        QTest::addRow("liquidator") << QStringLiteral("044525748");
        QTest::addRow("treasury body") << QStringLiteral("019205400");
        QTest::addRow("client of the Bank of Russia") << QStringLiteral("240000189");
        QTest::addRow("indirect participant") << QStringLiteral("100070010");
        QTest::addRow("settlement centre") << QStringLiteral("040147000");
        QTest::addRow("branch of the Bank of Russia") << QStringLiteral("047003001");
    }

    void otherParticipantsTakeNoPayouts()
    {
        QFETCH(QString, bik);
        const Directory directory = sample();
        QVERIFY(directory->find(*Bik::parse(bik)).has_value());
        QVERIFY(!entry(*directory, bik).takesPayouts());
    }

    void liquidatorsAreSeen()
    {
        const Directory directory = sample();
        QVERIFY(entry(*directory, u"044525748").limits.testFlag(BankLimit::liquidation));
        QVERIFY(entry(*directory, u"049133812").limits.testFlag(BankLimit::liquidation));
        QCOMPARE(entry(*directory, u"044525225").limits, BankLimits());
    }

    void clientsOfTheBankOfRussiaBringTheirUnit()
    {
        const Directory directory = sample();
        QCOMPARE(entry(*directory, u"240000189").accountCbrBic, QStringLiteral("044030001"));
        QVERIFY(entry(*directory, u"240000189").correspondentAccounts.isEmpty());
        QCOMPARE(checkAccountKey(u"40301810900000000001", u"240000189", directory.get()), CheckResult::right);
        QCOMPARE(checkAccountKey(u"40301810900000000001", u"240000189"), CheckResult::wrong);
    }

    void treasuryAccountsOfTypeTrsaAreNoCorrespondentAccounts()
    {
        QCOMPARE(entry(*sample(), u"019205400").correspondentAccounts,
                 QStringList{QStringLiteral("40102810445370000079")});
    }

    void unknownBiksAreNotFound()
    {
        const Directory directory = sample();
        for (const QStringView bik : {u"000000000", u"044525975", u"999999999"}) {
            QVERIFY(!directory->find(*Bik::parse(bik)).has_value());
        }
    }

    void banksAreFoundByBikOrName()
    {
        const Directory directory = sample();
        QCOMPARE(directory->search(u"0445259", 10).size(), 1);
        QCOMPARE(directory->search(u"тбанк", 10).first().bik.text(), QStringLiteral("044525974"));
        QVERIFY(directory->search(u"сбербанк", 10).size() >= 3);
        QVERIFY(!directory->search(u"платежные", 10).isEmpty()); // written with ё in the file
        QCOMPARE(directory->search(u"04", 5).size(), 5);
        QVERIFY(directory->search(u"", 5).isEmpty());
        QVERIFY(directory->search(u"нет такого", 5).isEmpty());
    }

    void thePracticeCopyIsTheSample()
    {
        QFile ours(QStringLiteral(COUNTERSIGN_TEST_DATA "/../../resources/practice/ed807_sample.xml"));
        QFile original(QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/ed807_sample.xml"));
        QVERIFY(ours.open(QIODevice::ReadOnly) && original.open(QIODevice::ReadOnly));
        QCOMPARE(ours.readAll(), original.readAll());
    }

    void restrictionsAreSeen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<BankLimits>("limits");
        const auto participant = [](const QByteArray &code) {
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + head +
                   "<BICDirectoryEntry BIC=\"044525974\"><ParticipantInfo NameP=\"Bank\" PtType=\"20\"><RstrList "
                   "Rstr=\"" +
                   code + "\"/></ParticipantInfo>" + account + "</BICDirectoryEntry></ED807>";
        };
        const auto limited = [](const QByteArray &code, const QByteArray &status) {
            return file("<Accounts Account=\"30101810145250000974\" RegulationAccountType=\"CRSA\" AccountStatus=\"" +
                        status + "\"><AccRstrList AccRstr=\"" + code + "\"/></Accounts>" + account);
        };
        QTest::addRow("none") << file(account) << BankLimits();
        QTest::addRow("licence withdrawn") << participant("LWRS") << BankLimits(BankLimit::licenceWithdrawn);
        QTest::addRow("moratorium") << participant("MRTR") << BankLimits(BankLimit::moratorium);
        QTest::addRow("urgent service limited") << participant("URRS") << BankLimits(BankLimit::urgentLimited);
        QTest::addRow("indirect participants limited") << participant("RSIP") << BankLimits(BankLimit::indirectLimited);
        QTest::addRow("their fast payments limited") << participant("FPIP") << BankLimits(BankLimit::indirectLimited);
        QTest::addRow("two at once") << participant("LWRS\"/><RstrList Rstr=\"MRTR")
                                     << (BankLimit::licenceWithdrawn | BankLimit::moratorium);
        QTest::addRow("unknown code") << participant("ZZZZ") << BankLimits();
        QTest::addRow("account limited") << limited("LMRS", "ACAC") << BankLimits(BankLimit::accountLimited);
        QTest::addRow("account closing") << limited("CLRS", "ACAC") << BankLimits(BankLimit::accountClosing);
        QTest::addRow("urgent service of the account")
            << limited("URRS", "ACAC") << BankLimits(BankLimit::urgentLimited);
        QTest::addRow("a branch that ends") << limited("SDRS", "ACAC") << BankLimits(BankLimit::branchEnding);
        QTest::addRow("fast payments stopped") << limited("FPRS", "ACAC") << BankLimits();
        QTest::addRow("a closed account is limited") << limited("CLRS", "ACDL") << BankLimits();
        QTest::addRow("liquidator") << file(account, "PtType=\"90\"") << BankLimits(BankLimit::liquidation);
    }

    void restrictionsAreSeen()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(BankLimits, limits);
        const auto directory = readEd807(bytes);
        QVERIFY(directory.has_value());
        const BankEntry bank = entry(**directory, u"044525974");
        QCOMPARE(bank.limits, limits);
    }

    void theSuccessorOfABranchIsRead()
    {
        const auto successorIn = [](const QByteArray &bik) {
            const auto directory =
                readEd807(file("<Accounts Account=\"30101810145250000974\" RegulationAccountType=\"CRSA\" "
                               "AccountStatus=\"ACAC\"><AccRstrList AccRstr=\"SDRS\" SuccessorBIC=\"" +
                               bik + "\"/></Accounts>"));
            return directory ? entry(**directory, u"044525974").successorBik : QStringLiteral("unread");
        };
        QCOMPARE(successorIn("044525225"), QStringLiteral("044525225"));
        QCOMPARE(successorIn("0445"), QString());
    }

    void closedAccountsAndRemovedEntriesAreLeftOut()
    {
        const auto closed = readEd807(file(QByteArray(account).replace("ACAC", "ACDL")));
        QVERIFY(entry(**closed, u"044525974").correspondentAccounts.isEmpty());
        const auto removed = readEd807(file(account, "PtType=\"20\" ParticipantStatus=\"PSDL\""));
        QVERIFY(!removed.has_value());
    }

    void hostileFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray good = file(account);
        const auto replaced = [&](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
        QTest::addRow("empty") << QByteArray() << ErrorCode::wrongFormat;
        QTest::addRow("a zip") << QByteArray("PK\x03\x04 and so on") << ErrorCode::wrongFormat;
        QTest::addRow("JSON") << QByteArray("{}") << ErrorCode::wrongFormat;
        QTest::addRow("cut off") << good.chopped(10) << ErrorCode::wrongFormat;
        QTest::addRow("cut off inside an entry") << good.first(good.indexOf("<Accounts")) << ErrorCode::wrongFormat;
        QTest::addRow("two roots") << good + "<ED807/>" << ErrorCode::wrongFormat;
        QTest::addRow("another message") << replaced("ED807", "ED808") << ErrorCode::wrongFormat;
        QTest::addRow("changes only") << replaced("FIRR", "SIRR") << ErrorCode::wrongFormat;
        QTest::addRow("no business day") << replaced("BusinessDay", "Day") << ErrorCode::missingMember;
        QTest::addRow("business day of nonsense") << replaced("2026-11-23", "2026-13-45") << ErrorCode::missingMember;
        QTest::addRow("no usable entry") << replaced("044525974", "SABRRUMM") << ErrorCode::wrongFormat;
        QTest::addRow("other encoding") << replaced("UTF-8", "KOI8-R") << ErrorCode::wrongFormat;
        QTest::addRow("not UTF-8") << replaced("Bank", "\xC1\xE0\xED\xEA") << ErrorCode::wrongFormat;
        QTest::addRow("document type") << replaced("<ED807 ", "<!DOCTYPE x><ED807 ") << ErrorCode::wrongFormat;
        QTest::addRow("entity bomb") << replaced(
                                            "<ED807 ",
                                            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><ED807 ")
                                     << ErrorCode::wrongFormat;
        QTest::addRow("outside entity") << replaced("<ED807 ",
                                                    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ED807 ")
                                        << ErrorCode::wrongFormat;
        QTest::addRow("unknown entity") << replaced("Bank", "&bank;") << ErrorCode::wrongFormat;
        QTest::addRow("nul byte") << replaced("Bank", "Ba").replace("Ba", QByteArray("B\0a", 3))
                                  << ErrorCode::wrongFormat;
        QTest::addRow("too large") << QByteArray(largestDirectoryFile + 1, ' ') << ErrorCode::outOfRange;
    }

    void hostileFilesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        const auto directory = readEd807(bytes);
        QVERIFY(!directory.has_value());
        QCOMPARE(directory.error().code, code);
    }

    void aMissingFileIsUnreadable()
    {
        const auto directory = loadEd807(QStringLiteral("/nowhere/ed807.xml"));
        QVERIFY(!directory.has_value());
        QCOMPARE(directory.error().code, ErrorCode::fileUnreadable);
        QVERIFY(!loadEd807(QStringLiteral(COUNTERSIGN_TEST_DATA)).has_value());
    }

    void theFirstOfTwoEqualBiksIsKept()
    {
        const Bik bik = *Bik::parse(u"044525974");
        const BankEntry first{bik, QStringLiteral("first"), {}, {}, {}, {}, {}};
        const BankEntry second{bik, QStringLiteral("second"), {}, {}, {}, {}, {}};
        const Ed807Directory directory({2026, 11, 23}, {first, second});
        QCOMPARE(directory.size(), 1);
        QCOMPARE(directory.find(bik)->name, QStringLiteral("first"));
    }
};

QTEST_GUILESS_MAIN(Ed807ReaderTest)
#include "tst_ed807reader.moc"
