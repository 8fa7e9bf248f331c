#include "exchange/columnnames.h"
#include "exchange/mappingbook.h"
#include "unit/exchange/importkit.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

namespace {

CellTable tableOf(const QList<QStringList> &rows)
{
    CellTable table;
    int line = 0;
    for (const QStringList &row : rows) {
        for (int column = 0; column < row.size(); ++column)
            table.setCell(column, row[column].toUtf8());
        table.endRow(++line);
    }
    return table;
}

} // namespace

class ColumnMappingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersNameFields_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("field");
        QTest::addRow("Russian") << u"Получатель"_s << u"recipientName"_s;
        QTest::addRow("abbreviated") << u"Р/с получателя"_s << u"account"_s;
        QTest::addRow("points") << u"Расч. счёт"_s << u"account"_s;
        QTest::addRow("capitals") << u"БИК БАНКА ПОЛУЧАТЕЛЯ"_s << u"bik"_s;
        QTest::addRow("unit") << u"Сумма, руб."_s << u"amount"_s;
        QTest::addRow("ё") << u"Расчётный счёт"_s << u"account"_s;
        QTest::addRow("К/с") << u"К/с"_s << u"correspondentAccount"_s;
        QTest::addRow("English") << u"Beneficiary Name"_s << u"recipientName"_s;
        QTest::addRow("English purpose") << u"Purpose of payment"_s << u"purpose"_s;
        QTest::addRow("underscore") << u"payee_account"_s << u"account"_s;
        QTest::addRow("key of 1C") << u"ПолучательСчет"_s << u"account"_s;
        QTest::addRow("payer is not the recipient") << u"Счет плательщика"_s << u"senderAccount"_s;
        QTest::addRow("running number") << u"№ п/п"_s << u""_s;
        QTest::addRow("something else") << u"Примечание"_s << u""_s;
        QTest::addRow("empty") << u""_s << u""_s;
    }

    void headersNameFields()
    {
        QFETCH(QString, header);
        QFETCH(QString, field);
        const auto found = fieldNamed(header);
        QCOMPARE(found ? importFieldName(*found) : QString(), field);
    }

    void theHeaderIsFoundBelowATitle()
    {
        const auto recognised = recogniseColumns(
            tableOf({{u"Реестр выплат"_s}, {u"от 20.11.2026"_s}, {u"ФИО"_s, u"Счет"_s, u"Сумма"_s}, {u"Иванов"_s}}));
        QCOMPARE(recognised.headerRow, 2);
        QCOMPARE(recognised.mapping.columnOf(ImportField::account), std::optional(1));
        QCOMPARE(recognised.mapping.fieldOf(2), std::optional(ImportField::amount));
    }

    void aNameThatTwoColumnsClaimIsLeftToThePerson()
    {
        const auto mapping = mappingByHeader(tableOf({{u"Счет"_s, u"Р/с"_s, u"Сумма"_s}}), 0);
        QCOMPARE(mapping.columnOf(ImportField::account), std::nullopt);
        QCOMPARE(mapping.columnOf(ImportField::amount), std::optional(2));
    }

    void aColumnHoldsOneFieldOnly()
    {
        ColumnMapping mapping;
        mapping.set(ImportField::account, 3);
        mapping.set(ImportField::amount, 3);
        QCOMPARE(mapping.columnOf(ImportField::account), std::nullopt);
        QCOMPARE(mapping.columnOf(ImportField::amount), std::optional(3));
        mapping.set(ImportField::amount, {});
        QCOMPARE(mapping, ColumnMapping());
        QCOMPARE(mapping.missing().size(), 5);
    }

    void aMappingIsKeptForTheNextFileWithThisHeader()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"columns.json"_s);
        const QByteArray signature = headerSignature(tableOf({{u"A"_s, u"B"_s}}), 0);
        ColumnMapping mapping;
        mapping.set(ImportField::account, 0);
        mapping.set(ImportField::amount, 1);
        QVERIFY(MappingBook(file).keep(signature, mapping).has_value());
        QCOMPARE(MappingBook(file).find(signature), std::optional(mapping));
        QCOMPARE(MappingBook(file).find(headerSignature(tableOf({{u"A"_s, u"C"_s}}), 0)), std::nullopt);
        QCOMPARE(MappingBook(file).find({}), std::nullopt);
    }

    void aBookOfSomebodyElseIsNotOverwritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"columns.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("not ours") > 0);
        file.close();
        QCOMPARE(MappingBook(path).find("00"), std::nullopt);
        QCOMPARE(MappingBook(path).keep("00", {}).error().code, ErrorCode::settingsInvalid);
    }

    void aDamagedMappingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addRow("no JSON") << QByteArray("{");
        QTest::addRow("a list") << QByteArray("[]");
        QTest::addRow("unknown field") << QByteArray(R"({"colour":1})");
        QTest::addRow("negative column") << QByteArray(R"({"account":-1})");
        QTest::addRow("column as text") << QByteArray(R"({"account":"1"})");
        QTest::addRow("column beyond all") << QByteArray(R"({"account":256})");
        QTest::addRow("column twice") << QByteArray(R"({"account":1,"amount":1})");
    }

    void aDamagedMappingIsRefused()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!ColumnMapping::fromJson(json).has_value());
    }

    void theSignatureKnowsNoLetterCase()
    {
        QCOMPARE(headerSignature(tableOf({{u"Счёт"_s, u"СУММА "_s}}), 0),
                 headerSignature(tableOf({{u"счет"_s, u"сумма"_s}}), 0));
        QVERIFY(headerSignature(tableOf({{u"A"_s}}), 3).isEmpty());
    }
};

QTEST_GUILESS_MAIN(ColumnMappingTest)
#include "tst_columnmapping.moc"
