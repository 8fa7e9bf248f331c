#include "ui/widgets/theme.h"

#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QWindow>

#include <algorithm>
#include <cmath>

using namespace countersign::ui;
using namespace Qt::StringLiterals;

namespace {

using Role = QColor Colours::*;

struct Pair
{
    const char *name;
    Role ink;
    Role ground;
};

constexpr double readable = 4.5; ///< WCAG 2.1, 1.4.3: text
constexpr double visible = 3.0;  ///< WCAG 2.1, 1.4.11: edges, marks, the focus

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

/// Grey on grey is nobody's: every text stands out from every ground that it is painted on.
class TestUiContrast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextCanBeRead_data()
    {
        const auto pairs = {
            Pair{"text, bars", &Colours::text, &Colours::window},
            Pair{"text, page", &Colours::text, &Colours::base},
            Pair{"text, side", &Colours::text, &Colours::side},
            Pair{"text, selected", &Colours::text, &Colours::accentTint},
            Pair{"text, section", &Colours::text, &Colours::sectionTint},
            Pair{"text, danger", &Colours::text, &Colours::dangerTint},
            Pair{"text, changed characters", &Colours::text, &Colours::dangerMark},
            Pair{"text, warning", &Colours::text, &Colours::warnTint},
            Pair{"muted, bars", &Colours::muted, &Colours::window},
            Pair{"muted, page", &Colours::muted, &Colours::base},
            Pair{"muted, side", &Colours::muted, &Colours::side},
            Pair{"muted, selected", &Colours::muted, &Colours::accentTint},
            Pair{"muted, section", &Colours::muted, &Colours::sectionTint},
            Pair{"primary button", &Colours::onAccent, &Colours::accent},
            Pair{"primary button under the mouse", &Colours::onAccent, &Colours::accentOver},
            Pair{"badge of warnings", &Colours::onAccent, &Colours::warnBadge},
            Pair{"link, page", &Colours::accentInk, &Colours::base},
            Pair{"link, bars", &Colours::accentInk, &Colours::window},
            Pair{"link, side", &Colours::accentInk, &Colours::side},
            Pair{"link, selected", &Colours::accentInk, &Colours::accentTint},
            Pair{"danger, page", &Colours::dangerInk, &Colours::base},
            Pair{"danger, its ground", &Colours::dangerInk, &Colours::dangerTint},
            Pair{"danger, selected", &Colours::dangerInk, &Colours::accentTint},
            Pair{"danger, headline", &Colours::dangerStrong, &Colours::dangerTint},
            Pair{"warning, page", &Colours::warnInk, &Colours::base},
            Pair{"warning, its ground", &Colours::warnInk, &Colours::warnTint},
            Pair{"warning, selected", &Colours::warnInk, &Colours::accentTint},
            Pair{"warning, headline", &Colours::warnStrong, &Colours::warnTint},
            Pair{"good, page", &Colours::goodInk, &Colours::base},
            Pair{"good, its ground", &Colours::goodInk, &Colours::goodTint},
            Pair{"good, selected", &Colours::goodInk, &Colours::accentTint},
            Pair{"practice stripe, light", &Colours::stripeInk, &Colours::stripeLight},
            Pair{"practice stripe, dark", &Colours::stripeInk, &Colours::stripeDark},
            Pair{"live bar", &Colours::liveInk, &Colours::liveGround},
        };
        rows(pairs, readable);
    }
    void everyTextCanBeRead() { compare(); }

    void whereOneIsCanBeSeen_data()
    {
        const auto pairs = {
            Pair{"focus, page", &Colours::accent, &Colours::base},
            Pair{"focus, bars", &Colours::accent, &Colours::window},
        };
        rows(pairs, visible);
    }
    void whereOneIsCanBeSeen() { compare(); }

    void placeholdersCanBeRead()
    {
        for (const Appearance appearance : {Appearance::light, Appearance::dark}) {
            applyTheme(*qApp, appearance);
            const QPalette palette = QApplication::palette();
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= readable);
        }
    }

    void menusAndHeadersKeepTheFontWhenTheDesktopChangesItsOwn()
    {
        applyTheme(*qApp, Appearance::light);
        QWidget window;
        window.show();
        const QFont other(u"a serif of the desktop's"_s, 20);
        for (const char *part : {"QMenu", "QMenuBar", "QHeaderView", "QAbstractItemView", "QStatusBar"})
            QApplication::setFont(other, part);
        QMenu menu;
        menu.setFont(QFont()); // asks for the one of its class
        QCOMPARE(menu.font().family(), other.family());
        QEvent change(QEvent::ThemeChange);
        QCoreApplication::sendEvent(window.windowHandle(), &change);
        QCOMPARE(menu.font().family(), textFont().family());
        for (const char *part : {"QMenu", "QMenuBar", "QHeaderView", "QAbstractItemView", "QStatusBar"})
            QCOMPARE(QApplication::font(part), textFont());
    }

private:
    static void rows(std::initializer_list<Pair> pairs, double least)
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Appearance appearance : {Appearance::light, Appearance::dark}) {
            applyTheme(*qApp, appearance);
            const Colours &colours = coloursOf(QApplication::palette());
            for (const Pair &pair : pairs)
                QTest::addRow("%s, %s", pair.name, colours.dark ? "dark" : "light")
                    << colours.*pair.ink << colours.*pair.ground << least;
        }
    }

    static void compare()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double found = contrast(ink, ground);
        QVERIFY2(found >= least, qPrintable(u"%1 on %2: %3"_s.arg(ink.name(), ground.name()).arg(found)));
    }
};

QTEST_MAIN(TestUiContrast)
#include "tst_ui_contrast.moc"
