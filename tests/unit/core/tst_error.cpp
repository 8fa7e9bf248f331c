#include "core/error.h"

#include <QtTest>

using namespace countersign;
using namespace Qt::StringLiterals;

namespace {

Result<int> halve(int value)
{
    if (value % 2 != 0) return fail(ErrorCode::outOfRange, u"odd"_s);
    return value / 2;
}

} // namespace

class ErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasANameOfItsOwn()
    {
        QSet<QString> names;
        for (int value = 0; value <= static_cast<int>(ErrorCode::internalFault); ++value) {
            const QString name = errorCodeName(static_cast<ErrorCode>(value));
            QVERIFY2(name != u"unknown"_s, qPrintable(QString::number(value)));
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QVERIFY(names.size() > 40);
    }

    void nameIsTheOneInTheCode()
    {
        QCOMPARE(errorCodeName(ErrorCode::emptyValue), u"emptyValue"_s);
        QCOMPARE(errorCodeName(ErrorCode::keyPasswordWrong), u"keyPasswordWrong"_s);
        QCOMPARE(errorCodeName(ErrorCode::internalFault), u"internalFault"_s);
    }

    void aNumberThatIsNoCodeIsUnknown()
    {
        QCOMPARE(errorCodeName(static_cast<ErrorCode>(static_cast<int>(ErrorCode::internalFault) + 1)), u"unknown"_s);
    }

    void aFailureCarriesCodeAndDetail()
    {
        const Result<int> result = halve(3);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error(), (Error{ErrorCode::outOfRange, u"odd"_s}));
        QVERIFY(result.error() != (Error{ErrorCode::outOfRange, u"even"_s}));
        QVERIFY(result.error() != (Error{ErrorCode::wrongFormat, u"odd"_s}));
    }

    void aSuccessCarriesTheValue()
    {
        const Result<int> result = halve(4);
        QVERIFY(result.has_value());
        QCOMPARE(*result, 2);
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "tst_error.moc"
