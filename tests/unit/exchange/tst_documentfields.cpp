#include "unit/domain/vectors.h"
#include "unit/exchange/importkit.h"

#include <QtTest>

using namespace countersign;
using namespace countersign::test;
using namespace Qt::StringLiterals;

/// Number, income code, priority and UIN of a document, over the tables of ru-vectors.json. The bank's call has no
/// place for the last three, so whatever stands there is said; nothing of it stops the payment
/// (ru-payments.md 3.4-3.6, 4.6).
class DocumentFieldsTest : public QObject
{
    Q_OBJECT

    /// The findings of a document with this value, of those about its number and the fields without a place.
    static QStringList findingsWith(const QByteArray &key, const QString &value)
    {
        const QByteArray number = key == "Номер" ? value.toUtf8() : QByteArray("101");
        QByteArray bytes =
            document(key == "Код" || key == "КодНазПлатежа" ? key + '=' + value.toUtf8() + "\r\n" : "", number);
        if (key == "Очередность") bytes.replace("Очередность=5", "Очередность=" + value.toUtf8());
        const auto sheet = sheetOf(exchangeFile(bytes));
        QStringList found = namesOf(sheet->row(0).findings);
        found.removeIf([](const QString &name) {
            return !name.startsWith(u"documentNumber") && name != u"documentIncomeCode" &&
                   name != u"documentPriority" && name != u"documentUin";
        });
        return found;
    }
    static void addRows(const char *group, const char *list, const QByteArray &key, const QString &expected, int count)
    {
        const QJsonArray values = rows(QLatin1String(group), QLatin1String(list));
        QCOMPARE(values.size(), count);
        for (const QJsonValue &value : values)
            QTest::addRow("%s %s: \"%s\"", group, list, qPrintable(value.toString()))
                << key << value.toString() << (value.toString().isEmpty() ? QString() : expected);
    }

private Q_SLOTS:
    void isSaidAndStopsNothing_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("expected"); ///< empty: nothing is said
        addRows("doc_number", "valid", "Номер", {}, 4);
        addRows("doc_number", "warn", "Номер", u"documentNumberRound"_s, 2);
        addRows("doc_number", "invalid", "Номер", u"documentNumberLong"_s, 5);
        addRows("income_code", "valid", "КодНазПлатежа", u"documentIncomeCode"_s, 6);
        addRows("income_code", "invalid", "КодНазПлатежа", u"documentIncomeCode"_s, 5);
        addRows("priority", "invalid", "Очередность", u"documentPriority"_s, 4);
        addRows("uin", "invalid_format", "Код", u"documentUin"_s, 3);
    }

    void isSaidAndStopsNothing()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, value);
        QFETCH(QString, expected);
        if (key == "Номер" && value.isEmpty()) expected = u"documentNumberMissing"_s;
        QCOMPARE(findingsWith(key, value), expected.isEmpty() ? QStringList() : QStringList{expected});
    }

    void onlyTheUsualPriorityAndNoUinAreSilent()
    {
        for (const QJsonValue &value : rows(QLatin1String("priority"), QLatin1String("valid")))
            QCOMPARE(findingsWith("Очередность", value.toString()).isEmpty(), value.toString() == u"5");
        for (const QJsonValue &value : rows(QLatin1String("uin"), QLatin1String("valid_format"))) {
            const bool none = value.toString().isEmpty() || value.toString() == u"0";
            QCOMPARE(findingsWith("Код", value.toString()).isEmpty(), none);
        }
    }
};

QTEST_GUILESS_MAIN(DocumentFieldsTest)
#include "tst_documentfields.moc"
