#include "config/profilestore.h"
#include "exchange/importreading.h"
#include "exchange/mappingbook.h"
#include "storage/sqlitestore.h"
#include "ui/start/checkfile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

struct Outcome
{
    int exitCode = -1;
    QJsonObject report;
    QString complaint;
};

/// Runs this program as `countersign --check`, as a script would: no display, no platform plugin.
Outcome check(const QStringList &arguments)
{
    QProcess program;
    QProcessEnvironment bare = QProcessEnvironment::systemEnvironment();
    bare.remove(u"DISPLAY"_s);
    bare.remove(u"WAYLAND_DISPLAY"_s);
    bare.insert(u"QT_QPA_PLATFORM"_s, u"none-such"_s);
    program.setProcessEnvironment(bare);
    program.start(QCoreApplication::applicationFilePath(), QStringList{u"--check"_s} + arguments);
    if (!program.waitForFinished(60'000) || program.exitStatus() != QProcess::NormalExit) return {};
    return {program.exitCode(), QJsonDocument::fromJson(program.readAllStandardOutput()).object(),
            QString::fromLocal8Bit(program.readAllStandardError())};
}

QString sample(const QString &name)
{
    return QStringLiteral(COUNTERSIGN_TEST_DATA "/samples/") + name;
}

} // namespace

class CheckFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A profile with these accounts to pay from.
    void keepProfile(const QStringList &accounts) const
    {
        Profile profile = newProfile(u"main"_s, Environment::practice);
        for (const QString &account : accounts)
            profile.accounts.append({account, u"049205131"_s, {}});
        profile.directoryFile = sample(u"ed807_sample.xml"_s);
        QVERIFY(ProfileStore(m_folder.path()).save(profile).has_value());
    }

    [[nodiscard]] ProfilePaths paths() const { return ProfileStore(m_folder.path()).paths(u"main"_s); }

    /// Puts into the profile's store that this row of a report was imported and paid.
    void remember(const QJsonObject &row) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(paths().storeFile).path()));
        const SystemClock clock;
        auto store = SqliteStore::open(paths().storeFile, clock);
        QVERIFY(store.has_value());
        auto transaction = (*store)->begin();
        PayoutRecord payout{.id = {u"paid"_s}, .number = 1, .state = PayoutState::paid, .stateSince = clock.now()};
        payout.recipientName = row[u"fields"][u"recipientName"].toString();
        payout.recipientInn = row[u"fields"][u"inn"].toString();
        payout.recipientBik = row[u"fields"][u"bik"].toString();
        payout.recipientAccount = row[u"fields"][u"account"].toString();
        QVERIFY((*transaction)->insertPayout(payout).has_value());
        const ImportId id{u"i0"_s};
        QVERIFY((*transaction)
                    ->insertImport({.id = id, .fileSha256 = sha256Hex("earlier"), .count = 1, .at = clock.now()})
                    .has_value());
        QVERIFY((*transaction)
                    ->insertImportedRow({.import = id,
                                         .identity = row[u"identity"].toString().toLatin1(),
                                         .payout = payout.id,
                                         .number = payout.number})
                    .has_value());
        QVERIFY((*transaction)->commit().has_value());
    }

    [[nodiscard]] QString written(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"orders.csv"_s));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    void aFileThatIsTakenInFullEndsWithZero()
    {
        const Outcome outcome = check({sample(u"a_payments_to_bank_win1251.txt"_s)});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.report[u"rows"].toArray().size(), 5);
        QCOMPARE(outcome.report[u"totals"][u"accepted"][u"count"].toInt(), 5);
    }

    void aRefusedRowEndsWithOne()
    {
        const Outcome outcome = check({sample(u"b_statement_utf8.txt"_s)});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.report[u"rows"][0][u"refused"].toBool(), true);
    }

    void aRefusedFileEndsWithOne() { QCOMPARE(check({written("a;b\n1;2\n")}).exitCode, 1); }

    void aFileThatCanNotBeReadEndsWithTwoAndAReason()
    {
        for (const QString &path :
             {m_folder.filePath(u"none"_s), m_folder.path(), sample(u"ed807_sample.xml"_s), QString()}) {
            const Outcome outcome = check({path});
            QCOMPARE(outcome.exitCode, 2);
            QVERIFY(outcome.report.isEmpty());
            QVERIFY(!outcome.complaint.isEmpty());
        }
        QCOMPARE(check({sample(u"a_payments_to_bank_win1251.txt"_s), u"--colour"_s}).exitCode, 2);
        QCOMPARE(check({sample(u"a_payments_to_bank_win1251.txt"_s), u"--data"_s, m_folder.path(), u"--profile"_s,
                        u"none"_s})
                     .exitCode,
                 2);
    }

    void theProfileSaysWhichAccountsAreOurs()
    {
        const QStringList arguments{sample(u"a_payments_to_bank_win1251.txt"_s), u"--data"_s, m_folder.path(),
                                    u"--profile"_s, u"main"_s};
        keepProfile({u"40702810300200000013"_s});
        QCOMPARE(check(arguments).exitCode, 0);
        keepProfile({u"40702810800200000021"_s});
        const Outcome outcome = check(arguments);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.report[u"rows"][0][u"findings"][0][u"code"].toString(), u"senderNotOurs"_s);
    }

    void theAccountToPayFromIsTheProfilesFirstOneOrSaid()
    {
        const QString path =
            written("Получатель;ИНН;КПП;БИК;Счет;Сумма;Назначение\n"
                    "ООО Вектор;7701000019;770101001;044525974;40702810500000000001;3500,00;Оплата. Без НДС\n");
        const QStringList profile{path, u"--data"_s, m_folder.path(), u"--profile"_s, u"main"_s};
        keepProfile({u"40702810300200000013"_s});
        QCOMPARE(check(profile).exitCode, 0);
        keepProfile({u"40702810300200000013"_s, u"40702810800200000021"_s});
        const auto paysFrom = [](const Outcome &outcome) {
            return outcome.report[u"rows"][0][u"fields"][u"senderAccount"].toString();
        };
        QCOMPARE(paysFrom(check(profile)), u"40702810300200000013"_s); // as the window offers it
        const Outcome said = check(profile + QStringList{u"--from"_s, u"40702810800200000021"_s});
        QCOMPARE(said.exitCode, 0);
        QCOMPARE(paysFrom(said), u"40702810800200000021"_s);
    }

    void theColumnsThatWereChosenInTheWindowCount()
    {
        keepProfile({u"40702810300200000013"_s});
        const QString path = written("Получатель;ИНН;КПП;БИК;Счет;Сумма;Назначение;Примечание\n"
                                     "ООО Вектор;7701000019;770101001;044525974;40702810500000000001;3500,00;1045;"
                                     "Оплата по счету 1045. Без НДС\n");
        const QStringList arguments{path, u"--data"_s, m_folder.path(), u"--profile"_s, u"main"_s};
        const auto purpose = [&] { return check(arguments).report[u"rows"][0][u"fields"][u"purpose"].toString(); };
        QCOMPARE(purpose(), u"1045"_s);
        UnwatchedReading unwatched;
        const auto sheet = readImport(path, {}, {}, unwatched);
        ColumnMapping mapping = (*sheet)->mapping();
        mapping.set(ImportField::purpose, 7);
        QVERIFY(MappingBook(paths().columnsFile).keep((*sheet)->facts().headerSignature, mapping).has_value());
        QCOMPARE(purpose(), u"Оплата по счету 1045. Без НДС"_s);
        QVERIFY(QFile::remove(paths().columnsFile));
    }

    void whatWasImportedAndWhoWasPaidIsSaid()
    {
        keepProfile({u"40702810300200000013"_s});
        const QStringList arguments{sample(u"a_payments_to_bank_win1251.txt"_s), u"--data"_s, m_folder.path(),
                                    u"--profile"_s, u"main"_s};
        const QJsonObject row = check(arguments).report[u"rows"][0].toObject();
        QVERIFY(!row.contains("standing"_L1)); // nothing was ever paid here
        remember(row);
        const Outcome outcome = check(arguments);
        QCOMPARE(outcome.report[u"rows"][0][u"standing"].toString(), u"paidBefore"_s);
        QCOMPARE(outcome.report[u"rows"][1][u"standing"].toString(), u"neverPaid"_s);
        QStringList codes;
        for (const QJsonValue finding : outcome.report[u"rows"][0][u"findings"].toArray())
            codes.append(finding[u"code"].toString());
        QVERIFY2(codes.contains(u"rowImportedBefore"_s), qPrintable(codes.join(u' ')));
        QVERIFY(QDir(QFileInfo(paths().storeFile).path()).removeRecursively());
    }
};

int main(int argc, char **argv)
{
    if (ui::asksForCheck(argc, argv)) return ui::checkFile(argc, argv);
    const QCoreApplication application(argc, argv);
    CheckFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_checkfile.moc"
