#include "storefixture.h"

#include "storage/statements.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// The SQL that is embedded is the SQL that is written, fits the schema, and is all of it needed.
class TestStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsEmbedded();
    void everyStatementFitsTheSchema_data() { addNames(); }
    void everyStatementFitsTheSchema();
    void everyStatementIsUsed_data() { addNames(); }
    void everyStatementIsUsed();
    void anUnknownNameHasNoText();

private:
    void addNames();
    [[nodiscard]] static QString sourceFolder() { return QStringLiteral(COUNTERSIGN_TEST_DATA "/../../app/storage"); }

    StoreFixture m_fixture;
    QByteArray m_sources;
};

void TestStatements::initTestCase()
{
    m_fixture.open();
    for (const QString &layer : {u""_s, u"/../diagnosis"_s}) {
        const QDir folder(sourceFolder() + layer);
        const QStringList names = folder.entryList({u"*.cpp"_s}, QDir::Files);
        QVERIFY(!names.isEmpty());
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            m_sources += file.readAll();
        }
    }
    QVERIFY(!m_sources.isEmpty());
}

void TestStatements::addNames()
{
    QTest::addColumn<QString>("name");
    QStringList names = Statements().names();
    QVERIFY(names.size() > 50);
    names.sort();
    for (const QString &name : names)
        QTest::addRow("%s", qPrintable(name)) << name;
}

void TestStatements::everyFileIsEmbedded()
{
    const QStringList written =
        QDir(sourceFolder() + u"/sql/sqlite"_s).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    QVERIFY(!written.isEmpty());
    QCOMPARE(QDir(u":/storage/sql/sqlite"_s).entryList(QDir::Files, QDir::Name), written);
}

void TestStatements::everyStatementFitsTheSchema()
{
    QFETCH(QString, name);
    const QString connection = u"statements"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(m_fixture.path());
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.prepare(Statements().text(QLatin1String(name.toLatin1()))));
    }
    QSqlDatabase::removeDatabase(connection);
}

void TestStatements::everyStatementIsUsed()
{
    QFETCH(QString, name);
    QVERIFY(m_sources.contains('"' + name.toLatin1() + "\"_L1"));
}

void TestStatements::anUnknownNameHasNoText()
{
    QVERIFY(Statements().text("noSuchStatement"_L1).isEmpty());
    Connection connection(m_fixture.path(), Connection::Mode::write);
    COMPARE_CODE(connection.execute("noSuchStatement"_L1), internalFault);
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
