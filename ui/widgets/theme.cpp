#include "ui/widgets/theme.h"

#include "ui/widgets/lookstyle.h"
#include "ui/widgets/stylesheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

Colours lightColours()
{
    Colours c;
    c.window = QColor(0xF7F8FA);
    c.base = QColor(0xFFFFFF);
    c.side = QColor(0xF1F3F7);
    c.text = QColor(0x1B1F27);
    c.muted = QColor(0x5D6678);
    c.faint = QColor(0x8B93A2);
    c.line = QColor(0xE0E4EB);
    c.fieldLine = QColor(0xB4BBC8);
    c.accent = QColor(0x1F5FD6);
    c.accentOver = QColor(0x194FB4);
    c.accentWeak = QColor(0x95B2E9);
    c.onAccentWeak = QColor(0xFFFFFF);
    c.onAccent = QColor(0xFFFFFF);
    c.accentInk = QColor(0x123F93);
    c.accentTint = QColor(0xE8EFFC);
    c.dangerInk = QColor(0xB42318);
    c.dangerStrong = QColor(0x7A130B);
    c.dangerTint = QColor(0xFFF1EE);
    c.dangerLine = QColor(0xF4B6AA);
    c.dangerMark = QColor(0xFFD0C2);
    c.warnInk = QColor(0x93370D);
    c.warnStrong = QColor(0x6B4301);
    c.warnTint = QColor(0xFFFAEB);
    c.warnLine = QColor(0xF3D48A);
    c.warnBar = QColor(0xDC9A12);
    c.warnBadge = QColor(0xB54708);
    c.goodInk = QColor(0x05603A);
    c.goodTint = QColor(0xECFDF3);
    c.goodLine = QColor(0x9CDDBB);
    c.sectionTint = QColor(0xF5F6F9);
    c.stripeLight = QColor(0xFFE8A8);
    c.stripeDark = QColor(0xFFDF8A);
    c.stripeInk = QColor(0x5A3A00);
    c.liveGround = QColor(0x8E1B12);
    c.liveInk = QColor(0xFFFFFF);
    return c;
}

Colours darkColours()
{
    Colours c;
    c.dark = true;
    c.window = QColor(0x262A33);
    c.base = QColor(0x1F2229);
    c.side = QColor(0x22262E);
    c.text = QColor(0xE7E9EE);
    c.muted = QColor(0xA9B1BF);
    c.faint = QColor(0x858D9B);
    c.line = QColor(0x343945);
    c.fieldLine = QColor(0x535A68);
    c.accent = QColor(0x2F6EE6);
    c.accentOver = QColor(0x2B66D9);
    c.accentWeak = QColor(0x33507F);
    c.onAccentWeak = QColor(0xA3B7DA);
    c.onAccent = QColor(0xFFFFFF);
    c.accentInk = QColor(0x93BCFF);
    c.accentTint = QColor(0x2A3A57);
    c.dangerInk = QColor(0xFF9C8F);
    c.dangerStrong = QColor(0xFFC4BB);
    c.dangerTint = QColor(0x3A1E1C);
    c.dangerLine = QColor(0x8C3A31);
    c.dangerMark = QColor(0x7A2A20);
    c.warnInk = QColor(0xFDB022);
    c.warnStrong = QColor(0xFFD98A);
    c.warnTint = QColor(0x2B2718);
    c.warnLine = QColor(0x6B5414);
    c.warnBar = QColor(0xDC9A12);
    c.warnBadge = QColor(0xB54708);
    c.goodInk = QColor(0x6CE9A6);
    c.goodTint = QColor(0x11301F);
    c.goodLine = QColor(0x1D6B41);
    c.sectionTint = QColor(0x262A33);
    c.stripeLight = QColor(0x4A3A10);
    c.stripeDark = QColor(0x584514);
    c.stripeInk = QColor(0xFFE29A);
    c.liveGround = QColor(0x8E1B12);
    c.liveInk = QColor(0xFFFFFF);
    return c;
}

const Colours &colours(bool dark)
{
    static const Colours light = lightColours();
    static const Colours night = darkColours();
    return dark ? night : light;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
}

QPalette paletteOf(const Colours &c)
{
    QPalette p(c.text, c.window, c.base, c.line, c.faint, c.text, c.text, c.base, c.window);
    p.setColor(QPalette::AlternateBase, c.sectionTint);
    p.setColor(QPalette::Button, c.base);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::Link, c.accentInk);
    p.setColor(QPalette::LinkVisited, c.accentInk);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::ToolTipBase, c.base);
    p.setColor(QPalette::ToolTipText, c.text);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, c.faint);
    }
    return p;
}

/// Equal digits keep amounts in columns; Qt 6.4 can't ask a font for its tabular variant.
bool hasEqualDigits(const QString &family)
{
    const QFontMetrics metrics{QFont(family)};
    const int width = metrics.horizontalAdvance(QString(20, u'0'));
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (metrics.horizontalAdvance(QString(20, QChar(digit))) != width) return false;
    }
    return true;
}

QString firstFamily(const QStringList &wanted, bool equalDigits, const QString &otherwise)
{
    const QStringList families = QFontDatabase::families();
    for (const QString &family : wanted) {
        if (families.contains(family) && (!equalDigits || hasEqualDigits(family))) return family;
    }
    return otherwise;
}

QFont scaled(QFont font, int percent)
{
    font.setPointSizeF(textFont().pointSizeF() * percent / 100);
    return font;
}

} // namespace

const Colours &coloursOf(const QPalette &palette)
{
    return colours(isDark(palette));
}

const Colours &coloursOf(const QWidget *widget)
{
    // A style sheet with a transparent ground makes the widget's own window colour black; its text colour stays true.
    return colours(isDark(widget->palette()) && widget->palette().windowText().color().lightness() > 127);
}

void applyTheme(QApplication &application, Appearance appearance)
{
    auto *style = new LookStyle;
    application.setStyle(style); // the application owns it
    application.installEventFilter(style);
    application.setPalette(QPalette()); // back to the desktop's own, to read its lightness
    const bool dark = appearance == Appearance::system ? isDark(application.palette()) : appearance == Appearance::dark;
    application.setPalette(paletteOf(colours(dark)));
    application.setFont(textFont());
    application.setStyleSheet(styleSheetFor(colours(dark)));
}

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    static constexpr QLatin1String words[] = {QLatin1String("normal"), QLatin1String("primary"),
                                              QLatin1String("danger"), QLatin1String("quiet")};
    button->setProperty("buttonRole", QString(words[static_cast<int>(role)]));
    repolish(button);
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QFont textFont()
{
    static const QFont font = [] {
        const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
        QFont chosen(firstFamily({u"Inter"_s, u"Noto Sans"_s, u"Segoe UI"_s}, true, system.family()));
        chosen.setPointSizeF(std::max(system.pointSizeF(), 9.75));
        return chosen;
    }();
    return font;
}

QFont accountFont(int percent)
{
    static const QString family =
        firstFamily({u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s, u"Liberation Mono"_s, u"Consolas"_s, u"Menlo"_s},
                    false, QFontDatabase::systemFont(QFontDatabase::FixedFont).family());
    QFont font(family);
    font.setStyleHint(QFont::Monospace);
    return scaled(font, percent * 93 / 100); // fixed-width faces look larger than their size says
}

QFont amountFont(int percent)
{
    QFont font = scaled(textFont(), percent);
    font.setWeight(QFont::Bold);
    return font;
}

QFont smallFont()
{
    return scaled(textFont(), 88);
}

} // namespace countersign::ui
