#include "screens.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/windowlanguage.h"

#include <QDir>

using namespace countersign;
using namespace countersign::ui;
using namespace Qt::StringLiterals;

/// Every window on the screen that its users have: nothing is cut off, nothing lies over something else, no amount is
/// shortened, no line is longer than can be read; in both languages, both schemes, and at the scale that
/// QT_SCALE_FACTOR says. With COUNTERSIGN_PICTURES it saves what it looked at: window-page-language-scheme-scale.png.
class TestUiScreens : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        dressUp();
        m_pictures = qEnvironmentVariable("COUNTERSIGN_PICTURES");
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    /// However small its window is made.
    void nothingIsHiddenSideways_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Language>("language");
        forEachWindow([](const char *name, Kind kind) {
            QTest::addRow("%s-en", name) << kind << Language::english;
            QTest::addRow("%s-ru", name) << kind << Language::russian;
        });
    }
    void nothingIsHiddenSideways()
    {
        QFETCH(Kind, kind);
        QFETCH(Language, language);
        m_language.use(language);
        QStringList found;
        const Scene scene(kind);
        scene.window->resize(scene.window->minimumSize());
        onEveryPage(scene, [&](int) { found += hiddenSideways(scene.window); });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void everythingCanBeRead_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Language>("language");
        QTest::addColumn<QSize>("size");
        forEachWindow([](const char *name, Kind kind) {
            QTest::addRow("%s-en", name) << kind << Language::english << smallest;
            QTest::addRow("%s-ru", name) << kind << Language::russian << smallest;
            if (qFuzzyCompare(qApp->devicePixelRatio(), 1.0))
                QTest::addRow("%s-en-%d", name, largest.height()) << kind << Language::english << largest;
        });
        const QSize usual(1920, 1080);
        QTest::addRow("main window-en-%d", usual.height()) << Kind::main << Language::english << usual;
        for (const QSize size : {usual, largest})
            QTest::addRow("main window-ru-%d", size.height()) << Kind::main << Language::russian << size;
    }
    void everythingCanBeRead()
    {
        QFETCH(Kind, kind);
        QFETCH(Language, language);
        QFETCH(QSize, size);
        m_language.use(language);
        QStringList found;
        const Scene scene(kind);
        scene.window->resize(size);
        QVERIFY2(scene.window->width() <= size.width() && scene.window->height() <= size.height(),
                 "the window does not fit on its screen");
        onEveryPage(scene, [&](int page) {
            found += troubles(*scene.window);
            for (const Appearance appearance : {Appearance::dark, Appearance::light}) {
                if (m_pictures.isEmpty()) break;
                applyTheme(*qApp, appearance);
                QCoreApplication::processEvents();
                picture(*scene.window, page, appearance);
            }
        });
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

private:
    static constexpr QSize smallest{1024, 700};
    static constexpr QSize largest{3840, 2160};

    static QStringList troubles(const QWidget &window)
    {
        QStringList found;
        for (const QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible()) continue;
            if (const QString lost = cutOff(widget); !lost.isEmpty()) found += described(widget, lost);
            if (const QString out = reachesOut(widget); !out.isEmpty()) found += described(widget, out);
        }
        return found + overlaps(&window) + cutAmounts(&window) + tooWide(&window) + cutTabs(&window) + cutEntries(&window);
    }

    void picture(QWidget &window, int page, Appearance appearance) const
    {
        const QPixmap shot = window.grab();
        const QString scheme = appearance == Appearance::dark ? u"dark"_s : u"light"_s;
        const QString name = QString::fromUtf8(QTest::currentDataTag()).replace(u' ', u'-').remove(u':');
        const int scale = qRound(shot.devicePixelRatio() * 100);
        shot.save(QDir(m_pictures).filePath(u"%1-%2-%3-%4.png"_s.arg(name).arg(page).arg(scheme).arg(scale)));
    }

    WindowLanguage m_language;
    QString m_pictures;
};

QTEST_MAIN(TestUiScreens)
#include "tst_ui_screens.moc"
