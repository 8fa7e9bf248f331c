#include "mnemonics.h"
#include "screens.h"
#include "ui/widgets/windowlanguage.h"

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

/// Alt and a letter press one thing: in every window, on every page, in both languages.
class TestUiMnemonics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dressUp(); }
    void cleanup() { m_language.use(Language::english); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void noLetterIsSharedInAWindow_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<Kind>("kind");
        forEachWindow([](const char *name, Kind kind) {
            QTest::addRow("%s, English", name) << Language::english << kind;
            QTest::addRow("%s, Russian", name) << Language::russian << kind;
        });
    }
    void noLetterIsSharedInAWindow()
    {
        QFETCH(Language, language);
        QFETCH(Kind, kind);
        m_language.use(language);
        const Scene scene(kind);
        QStringList found;
        onEveryPage(scene, [&](int) {
            found += sharedMnemonics(scene.window);
            askToClose(scene, found);
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void aSharedLetterIsFound()
    {
        QWidget window;
        auto *one = new QLabel(u"&Name"_s, &window);
        auto *other = new QLabel(u"&Next"_s, &window);
        one->setBuddy(other);
        window.show();
        QVERIFY(sharedMnemonics(&window).isEmpty()); // words without a control have no letter
        other->setBuddy(one);
        QCOMPARE(sharedMnemonics(&window), QStringList{u"Alt+N: &Name, &Next"_s});
    }

private:
    /// The assistant's question comes beside the page that it was asked on; its buttons differ by what would be lost.
    static void askToClose(const Scene &scene, QStringList &found)
    {
        auto *assistant = qobject_cast<SetupAssistant *>(scene.window);
        if (!assistant) return;
        auto *name = assistant->findChild<QLineEdit *>(u"profileName"_s);
        name->setText(name->text() + u'x'); // something would be lost
        assistant->reject();
        QVERIFY(assistant->findChild<QWidget *>(u"closeQuestion"_s)->isVisible());
        found += sharedMnemonics(assistant);
        auto *drop = assistant->findChild<QAbstractButton *>(u"closeWithoutSaving"_s);
        drop->setText(SetupAssistant::tr("&Close")); // nothing would
        found += sharedMnemonics(assistant);
        assistant->findChild<QAbstractButton *>(u"stay"_s)->click();
    }
    WindowLanguage m_language;
};

QTEST_MAIN(TestUiMnemonics)
#include "tst_ui_mnemonics.moc"
