#include "domain/purpose.h"
#include "formkit.h"
#include "pictures.h"
#include "ui/banks/bankcompleter.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

/// What the form offers to put in: a bank found by its name, the line about VAT.
class TestUiFormOffers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    void aPartOfTheBanksNameFindsItsBik()
    {
        Form form;
        form.desk.banksAnswer = [](const QString &text, qsizetype) {
            const BankEntry bank{*Bik::parse(u"044525974"),
                                 QStringLiteral("АО \"ТБанк\""),
                                 QStringLiteral("Москва"),
                                 QStringLiteral("20"),
                                 {},
                                 {},
                                 {}};
            return text.contains(u"тбанк") ? QList{bank} : QList<BankEntry>();
        };
        form.paste("bankName", QStringLiteral("тбанк"));
        auto *offers = form.window->findChild<BankCompleter *>()->popup();
        QVERIFY(offers->isVisible());
        QTest::keyClick(offers, Qt::Key_Down);
        QTest::keyClick(offers, Qt::Key_Return);
        QCOMPARE(form.field("bik")->text(), QStringLiteral("044525974"));
        QVERIFY(form.field("bankName")->text().isEmpty());
        QVERIFY(form.field("account")->hasFocus());
        QVERIFY(form.fields()->draft().bik == u"044525974");
    }

    void whereNoBankIsFoundThatIsSaid()
    {
        Form form;
        form.paste("bankName", QStringLiteral("нет такого"));
        auto *offers = form.window->findChild<BankCompleter *>()->popup();
        QVERIFY(offers->isVisible());
        const QModelIndex line = offers->model()->index(0, 0);
        QVERIFY2(line.data().toString().contains(u"нет такого"_s), qPrintable(line.data().toString()));
        QTest::keyClick(offers, Qt::Key_Down);
        QTest::keyClick(offers, Qt::Key_Return);
        QVERIFY(form.field("bik")->text().isEmpty()); // a sentence is no bank
    }

    void aNarrowFieldShowsWholeLines()
    {
        Form form;
        form.desk.banksAnswer = [](const QString &, qsizetype) {
            const QString name = QStringLiteral("ПАО \"МОСКОВСКИЙ КРЕДИТНЫЙ БАНК\"");
            return QList{
                BankEntry{*Bik::parse(u"044525659"), name, QStringLiteral("Москва"), QStringLiteral("20"), {}, {}, {}}};
        };
        form.type("bik", QStringLiteral("0445"));
        auto *offers = form.window->findChild<BankCompleter *>()->popup();
        QVERIFY(offers->isVisible());
        const QModelIndex line = offers->model()->index(0, 0);
        QVERIFY(offers->fontMetrics().horizontalAdvance(line.data().toString()) < offers->viewport()->width());
        takePictures(*offers, QStringLiteral("form-banks"));
    }

    void theDayOfTheDirectoryIsSaid()
    {
        const Form form;
        QCOMPARE(form.field<QLabel>("directoryDay")->text(), QStringLiteral("BIK directory of 20 Nov 2026"));
    }

    void oneClickPutsTheVatLineAtTheEnd()
    {
        const Form form;
        const auto click = [&](const char *name) {
            QTest::mouseClick(form.field<QToolButton>(name), Qt::LeftButton);
            return form.field<QPlainTextEdit>("purpose")->toPlainText();
        };
        QVERIFY(!form.field<QToolButton>("vatUsual")->isEnabled()); // no amount, no tax
        form.type("amount", QStringLiteral("3500"));
        form.type("purpose", QStringLiteral("Invoice 77"));
        QCOMPARE(form.field<QToolButton>("vatUsual")->text(), QStringLiteral("VAT 22 % included"));
        QCOMPARE(click("vatUsual"), QStringLiteral("Invoice 77. В том числе НДС 22% - 631-15 руб."));
        QCOMPARE(click("vatUsual"), QStringLiteral("Invoice 77. В том числе НДС 22% - 631-15 руб."));
        QCOMPARE(click("vatNone"), QStringLiteral("Invoice 77. Без НДС"));
        QCOMPARE(form.field<QToolButton>("vatOther")->menu()->actions().size(), 3);
        form.field<QToolButton>("vatOther")->menu()->actions().first()->trigger();
        QVERIFY(form.fields()->draft().purpose.endsWith(QStringLiteral("НДС 10% - 318-18 руб.")));
        form.field<QPlainTextEdit>("purpose")->undo();
        QVERIFY(form.fields()->draft().purpose.endsWith(QStringLiteral("Без НДС")));
    }

    void whereThereIsNoRoomTheVatLineIsRefused()
    {
        const Form form;
        form.type("amount", QStringLiteral("3500"));
        const QString full(purposeLimit - 10, u'x');
        form.paste("purpose", full);
        QTest::mouseClick(form.field<QToolButton>("vatUsual"), Qt::LeftButton);
        QCOMPARE(form.fields()->draft().purpose, full);
        QVERIFY(form.notes(Field::purpose).contains(QStringLiteral("There is no room for")));
    }

    void anAmountThatChangesAfterTheVatLineIsSaid()
    {
        const Form form;
        form.type("amount", QStringLiteral("3500"));
        form.type("purpose", QStringLiteral("Invoice 77"));
        QTest::mouseClick(form.field<QToolButton>("vatUsual"), Qt::LeftButton);
        QVERIFY(!form.notes(Field::purpose).contains(QStringLiteral("something else")));
        form.field("amount")->selectAll();
        form.type("amount", QStringLiteral("4500"));
        QVERIFY(form.notes(Field::purpose).contains(QStringLiteral("the amount holds VAT of 811,48")));
    }

    void pictures()
    {
        const Form form;
        form.fillIn();
        QTest::mouseClick(form.field<QToolButton>("vatUsual"), Qt::LeftButton);
        takePictures(*form.window, QStringLiteral("form-vat"));
    }
};

QTEST_MAIN(TestUiFormOffers)
#include "tst_ui_formoffers.moc"
