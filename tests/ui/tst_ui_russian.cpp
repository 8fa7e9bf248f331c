#include "screens.h"
#include "ui/models/moneywords.h"
#include "ui/widgets/windowlanguage.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QMenu>
#include <QRadioButton>
#include <QRegularExpression>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

/// Latin words that stand in Russian sentences: names, keys of the keyboard, formats.
const QStringList &latinWords()
{
    static const QStringList words{
        u"Countersign"_s, u"English"_s, u"Bank"_s, u"GNU"_s,       u"General"_s, u"Public"_s, u"License"_s, u"PEM"_s,
        u"RSA"_s,         u"SHA"_s,     u"TLS"_s,  u"HTTP"_s,      u"JSON"_s,    u"ED"_s,     u"VO"_s,      u"NAME"_s,
        u"json"_s,        u"sig"_s,     u"drop"_s, u"localhost"_s, u"Ctrl"_s,    u"Shift"_s,  u"Alt"_s,     u"Enter"_s,
        u"Return"_s,      u"Esc"_s,     u"Caps"_s, u"Lock"_s,      u"ps"_s,      u"po"_s,     u"PDF"_s,     u"Excel"_s,
        u"xlsx"_s,        u"CSV"_s,     u"UTF"_s,  u"zip"_s,
    };
    return words;
}

/// What the sample payouts and the sample profile hold; that is nobody's to translate.
const QStringList &sampleTexts()
{
    static const QStringList texts{
        u"Transfer of funds under the agreement for December 2025. VAT exempt."_s,
        u"Ivanov Ivan Ivanovich"_s,
        u"Vector LLC"_s,
        u"ABC LLC"_s,
        u"A. Petrova"_s,
        u"Anna Petrova"_s,
        u"Main"_s,
        u"vector-rko"_s,
        u"whole"_s,
        u"orders.csv"_s,
        u"<span>"_s, // of a tip: Qt would take a plain one for rich text
        u"</span>"_s,
    };
    return texts;
}

/// The Latin words of a text that are neither allowed nor part of an address, a file name or an id.
QStringList englishIn(QString text)
{
    static const QRegularExpression address(u"\\w+://\\S+|[\\w.-]*[/_\\d][\\w./-]*"_s);
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    for (const QString &sample : sampleTexts())
        text.remove(sample);
    text.remove(u'&').remove(address);
    QStringList found;
    for (auto match = word.globalMatch(text); match.hasNext();) {
        const QString one = match.next().captured();
        if (!latinWords().contains(one)) found += one;
    }
    return found;
}

QStringList textsOf(const QWidget *widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->accessibleDescription()};
    if (widget->isWindow()) texts += widget->windowTitle();
    if (const auto *label = qobject_cast<const QLabel *>(widget)) texts += label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) texts += button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) texts += edit->placeholderText();
    if (const auto *box = qobject_cast<const QGroupBox *>(widget)) texts += box->title();
    if (const auto *box = qobject_cast<const QComboBox *>(widget)) texts += box->currentText();
    if (const auto *tabs = qobject_cast<const QTabWidget *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i)
            texts += tabs->tabText(i);
    }
    if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
        texts += menu->title();
        for (const QAction *action : menu->actions())
            texts += action->text();
    }
    return texts;
}

} // namespace

/// The windows in Russian: nothing stays English, nothing is cut off, counts and dates are as Russian has them.
class TestUiRussian : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        m_language.use(Language::russian);
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void nothingStaysEnglish_data() { windows(); }
    void nothingStaysEnglish()
    {
        QFETCH(Kind, kind);
        const Scene scene(kind);
        QStringList found;
        onEveryPage(scene, [&](int) {
            for (const QWidget *widget : scene.window->findChildren<QWidget *>() + QList<QWidget *>{scene.window}) {
                for (const QString &text : textsOf(widget)) {
                    if (!englishIn(text).isEmpty()) found += described(widget, text);
                }
            }
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void countsTakeTheirForm_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("sentence");
        QTest::addRow("one") << 1 << u"Осталось заполнить 1 поле"_s;
        QTest::addRow("two") << 2 << u"Осталось заполнить 2 поля"_s;
        QTest::addRow("five") << 5 << u"Осталось заполнить 5 полей"_s;
        QTest::addRow("eleven") << 11 << u"Осталось заполнить 11 полей"_s;
        QTest::addRow("twenty-one") << 21 << u"Осталось заполнить 21 поле"_s;
        QTest::addRow("hundred and twelve") << 112 << u"Осталось заполнить 112 полей"_s;
    }
    void countsTakeTheirForm()
    {
        QFETCH(int, count);
        QTEST(QCoreApplication::translate("countersign::ui::BeforeSending", "%n fields to fill in", nullptr, count),
              "sentence");
    }

    void datesAndAmountsInWordsFollow()
    {
        QCOMPARE(QLocale().toString(QDate(2026, 11, 22), QLocale::ShortFormat), u"22.11.2026"_s);
        QCOMPARE(amountInWords(Money::fromKopecks(350000)), u"Три тысячи пятьсот рублей 00 копеек"_s);
        QCOMPARE(withRouble(Money::fromKopecks(350000)), u"3\u00A0500,00\u00A0₽"_s);
    }

    void theLocaleIsTheSystemsUnlessItContradicts_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QString>("system");
        QTest::addColumn<QString>("locale");
        QTest::addRow("Russian system") << Language::system << u"ru_RU"_s << u"ru_RU"_s;
        QTest::addRow("English system") << Language::system << u"en_US"_s << u"en_US"_s;
        QTest::addRow("German system") << Language::system << u"de_DE"_s << u"de_DE"_s;
        QTest::addRow("Russian in Kazakhstan") << Language::russian << u"ru_KZ"_s << u"ru_KZ"_s;
        QTest::addRow("Russian chosen") << Language::russian << u"en_US"_s << u"ru_RU"_s;
        QTest::addRow("English chosen") << Language::english << u"ru_RU"_s << u"en_GB"_s;
    }
    void theLocaleIsTheSystemsUnlessItContradicts()
    {
        QFETCH(Language, language);
        QFETCH(QString, system);
        QTEST(windowLocale(language, QLocale(system)).name(), "locale");
    }

    void englishComesBack()
    {
        const auto counted = [](int count) {
            return QCoreApplication::translate("countersign::ui::BeforeSending", "%n fields to fill in", nullptr,
                                               count);
        };
        m_language.use(Language::english);
        QCOMPARE(counted(1), u"1 field to fill in"_s);
        QCOMPARE(counted(5), u"5 fields to fill in"_s);
        QVERIFY(QLocale().language() != QLocale::Russian);
        m_language.use(Language::russian);
        QCOMPARE(counted(5), u"Осталось заполнить 5 полей"_s);
    }

private:
    WindowLanguage m_language;
};

QTEST_MAIN(TestUiRussian)
#include "tst_ui_russian.moc"
