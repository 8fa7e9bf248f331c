#include "formkit.h"
#include "ui/widgets/altkeys.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace countersign;
using namespace countersign::ui;

/// What keys do in the form's fields, and what they leave alone.
class TestUiFormKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qobject_cast<QApplication *>(qApp), Appearance::light); }

    /// A habit of the main window, where Alt and a digit open a folder, must not change an amount here.
    void whatIsPressedWithAltIsTypedIntoNoField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("typed");
        for (const char *field : {"recipient", "inn", "kpp", "bik", "bankName", "account", "purpose"})
            QTest::addRow("%s", field) << QString::fromLatin1(field) << QStringLiteral("1");
        QTest::addRow("amount") << QStringLiteral("amount") << QStringLiteral("100,00"); // as it is when it was left
    }

    void whatIsPressedWithAltIsTypedIntoNoField()
    {
        QFETCH(QString, field);
        QFETCH(QString, typed);
        const AltKeys altKeys;
        const Form form;
        auto *edit = form.field<QWidget>(qPrintable(field));
        QVERIFY(edit);
        edit->setFocus();
        QTest::keyClicks(edit, typed);
        const auto text = [edit] {
            const auto *lines = qobject_cast<QPlainTextEdit *>(edit);
            return lines ? lines->toPlainText() : edit->property("text").toString();
        };
        QCOMPARE(text(), typed);
        for (const auto modifiers : {Qt::KeyboardModifiers(Qt::AltModifier), Qt::AltModifier | Qt::ShiftModifier,
                                     Qt::AltModifier | Qt::KeypadModifier}) {
            QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_3, QStringLiteral("3"), modifiers);
            QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_B, QStringLiteral("b"), modifiers);
        }
        QCOMPARE(text(), typed);
        QTest::keyClick(edit, Qt::Key_Backspace);
        QCOMPARE(text(), typed.chopped(1));
    }

    void whatNeedsTheOtherAltIsTyped()
    {
        const AltKeys altKeys;
        QLineEdit edit;
        edit.show();
        QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_E, QStringLiteral("€"),
                            Qt::ControlModifier | Qt::AltModifier); // Windows
        QTest::sendKeyEvent(QTest::Click, &edit, Qt::Key_E, QStringLiteral("€"), Qt::GroupSwitchModifier);
        QCOMPARE(edit.text(), QStringLiteral("€€"));
    }

    /// What was refused is not what the field holds: nothing is said of it as if it were.
    void aRefusedDigitLeavesTheAmountAsItWas()
    {
        const Form form;
        form.fillIn();
        form.field("amount")->clear();
        form.type("amount", QStringLiteral("52300,11"));
        form.type("amount", QStringLiteral("1"));
        QCOMPARE(form.field("amount")->text(), QStringLiteral("52300,11"));
        QVERIFY2(form.notes(Field::amount).contains(QStringLiteral("what it held before")),
                 qPrintable(form.notes(Field::amount)));
        QVERIFY2(!form.notes(Field::amount).contains(QStringLiteral("can't be read")),
                 qPrintable(form.notes(Field::amount)));
        QVERIFY(form.field<QToolButton>("vatUsual")->isEnabled() || !form.field<QToolButton>("vatUsual")->isVisible());
    }

    void afterAKnownBikTabGoesToTheAccount()
    {
        const Form form;
        form.type("bankName", QStringLiteral("some words"));
        form.type("bik", QStringLiteral("04452597"));
        QTest::keyClick(form.field("bik"), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), form.field("bankName"));
        form.type("bik", QStringLiteral("4"));
        QCOMPARE(form.field("bankName")->text(), QString());
        QTest::keyClick(form.field("bik"), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), form.field("account"));
    }
};

QTEST_MAIN(TestUiFormKeys)
#include "tst_ui_formkeys.moc"
