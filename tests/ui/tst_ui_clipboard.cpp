#include "ui/payouts/pastedaccount.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

const QString honest = u"40702810500000000001"_s;
const QString thiefs = u"40702810900000000666"_s;

void copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

} // namespace

/// A pasted account against what the clipboard held, before, then and now (threat-model.md M3).
class TestUiClipboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { copy(u"nothing"_s); }

    void whatWasCopiedAndPastedIsFine()
    {
        PastedAccount pasted(*QGuiApplication::clipboard());
        copy(u"4070 2810 5000 0000 0001"_s);
        pasted.notePaste();
        QCOMPARE(pasted.remark(honest), QString());
    }

    void anAccountThatReplacedAnotherIsNamed()
    {
        PastedAccount pasted(*QGuiApplication::clipboard());
        copy(honest);
        copy(thiefs); // by a program that watches the clipboard
        pasted.notePaste();
        QVERIFY2(pasted.remark(thiefs).contains(u"0000\u00A00001"_s), qPrintable(pasted.remark(thiefs)));
    }

    void aClipboardThatIsReplacedAfterwardsIsNamed()
    {
        PastedAccount pasted(*QGuiApplication::clipboard());
        copy(honest);
        pasted.notePaste();
        QSignalSpy changed(&pasted, &PastedAccount::changed);
        copy(thiefs);
        QCOMPARE(changed.size(), 1);
        QVERIFY2(pasted.remark(honest).contains(u"0000\u00A00666"_s), qPrintable(pasted.remark(honest)));
    }

    void aFieldThatHoldsAnotherAccountThanWasPastedIsNamed()
    {
        PastedAccount pasted(*QGuiApplication::clipboard());
        copy(honest);
        pasted.notePaste();
        QVERIFY2(pasted.remark(thiefs).contains(u"0000\u00A00001"_s), qPrintable(pasted.remark(thiefs)));
        QCOMPARE(pasted.remark(thiefs.chopped(1)), QString()); // still being corrected
        pasted.forget();
        QCOMPARE(pasted.remark(thiefs), QString());
    }

    void honestCopyingIsNotSuspected_data()
    {
        QTest::addColumn<QStringList>("copied");
        QTest::addRow("an INN between") << QStringList{honest, u"7707083893"_s, thiefs};
        QTest::addRow("a text between") << QStringList{honest, u"Vektor LLC"_s, thiefs};
        QTest::addRow("a long text that begins so") << QStringList{honest + QString(1000, u' ') + u'x', thiefs};
        QTest::addRow("twice the same") << QStringList{thiefs, u"4070 2810 9000 0000 0666"_s, thiefs};
    }

    void honestCopyingIsNotSuspected()
    {
        QFETCH(QStringList, copied);
        PastedAccount pasted(*QGuiApplication::clipboard());
        for (const QString &text : copied)
            copy(text);
        pasted.notePaste();
        QCOMPARE(pasted.remark(thiefs), QString());
    }

    void whatWasCopiedForThePayoutBeforeIsNotSuspected()
    {
        copy(honest);
        PastedAccount pasted(*QGuiApplication::clipboard());
        copy(thiefs);
        pasted.notePaste();
        QCOMPARE(pasted.remark(thiefs), QString());
    }

    void aPersonWhoPastesAnotherOneMeansIt()
    {
        PastedAccount pasted(*QGuiApplication::clipboard());
        copy(honest);
        pasted.notePaste();
        copy(thiefs);
        pasted.notePaste();
        QCOMPARE(pasted.remark(thiefs), QString());
    }
};

QTEST_MAIN(TestUiClipboard)
#include "tst_ui_clipboard.moc"
