#include "scene.h"
#include "ui/widgets/labels.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

/// What the windows set between groups of digits; an ordinary space is none of them.
const QRegularExpression groupedDigits(u"[0-9][\\x{00A0}\\x{2007}\\x{2009}\\x{202F}][0-9]"_s);

void emptyClipboard()
{
    QGuiApplication::clipboard()->setText(u"(empty)"_s);
}

QString copied(QWidget *from)
{
    emptyClipboard();
    QTest::keySequence(from, QKeySequence::Copy);
    return QGuiApplication::clipboard()->text();
}

/// How much was looked at, so that a test that sees nothing fails.
struct Looked
{
    int grouped = 0; ///< labels whose text has groups
    QStringList bad;

    void at(const QString &text, const QString &where)
    {
        if (text.contains(groupedDigits)) bad += where + u": "_s + text;
    }
};

void copyEveryLabel(const QWidget &window, Looked &looked)
{
    const auto labels = window.findChildren<QLabel *>();
    for (QLabel *label : labels) {
        if (!label->isVisible() || !(label->textInteractionFlags() & Qt::TextSelectableByMouse)) continue;
        if (label->text().isEmpty()) continue;
        label->setSelection(0, static_cast<int>(label->text().size()));
        const QString text = copied(label);
        looked.grouped += label->text().contains(groupedDigits) ? 1 : 0;
        looked.at(text, u"label"_s);
    }
}

void copyEveryCell(const QWidget &window, Looked &looked)
{
    const auto views = window.findChildren<QAbstractItemView *>();
    for (QAbstractItemView *view : views) {
        if (!view->isVisible() || !view->model() || qobject_cast<QHeaderView *>(view)) continue;
        for (int row = 0; row < std::min(view->model()->rowCount(), 40); ++row) {
            for (int column = 0; column < view->model()->columnCount(); ++column) {
                view->setCurrentIndex(view->model()->index(row, column));
                looked.at(copied(view), view->objectName() + u" %1/%2"_s.arg(row).arg(column));
            }
        }
    }
}

void copyEveryText(const QWidget &window, Looked &looked)
{
    for (QPlainTextEdit *edit : window.findChildren<QPlainTextEdit *>()) {
        if (!edit->isVisible()) continue;
        edit->selectAll();
        looked.at(copied(edit), edit->objectName());
    }
    for (QLineEdit *edit : window.findChildren<QLineEdit *>()) {
        if (!edit->isVisible()) continue;
        edit->selectAll();
        looked.at(copied(edit), edit->objectName());
    }
}

} // namespace

/// Digits are shown in groups and copied without: what is pasted elsewhere is the number itself.
class TestUiPlainCopies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }

    void noWindowCopiesGroupedDigits_data() { windows(); }
    void noWindowCopiesGroupedDigits()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        Looked looked;
        scene.onEveryPage([&] {
            copyEveryLabel(*scene.window, looked);
            copyEveryCell(*scene.window, looked);
            copyEveryText(*scene.window, looked);
        });
        if (kind == Kind::main || kind == Kind::review || kind == Kind::sendDrafts) QVERIFY(looked.grouped > 0);
        QVERIFY2(looked.bad.isEmpty(), qPrintable(looked.bad.mid(0, 12).join(u'\n')));
    }

    void aLabelsMenuCopiesPlainlyToo()
    {
        const std::unique_ptr<QLabel> label(plainLabel(u"4070\u00A02810\u00A05000 1 234\u00A0567,89\u00A0₽"_s));
        label->show();
        label->setSelection(0, static_cast<int>(label->text().size()));
        emptyClipboard();
        QAction *copy = label->findChild<QAction *>(u"copy"_s);
        QVERIFY(copy);
        copy->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"407028105000 1 234567,89\u00A0₽"_s);
    }

    void onlyWhatIsSelectedIsCopied()
    {
        const std::unique_ptr<QLabel> label(plainLabel(u"4070\u00A02810\u00A05000"_s));
        label->show();
        label->setSelection(2, 5);
        QCOMPARE(copied(label.get()), u"7028"_s);
    }
};

QTEST_MAIN(TestUiPlainCopies)
#include "tst_ui_plaincopies.moc"
