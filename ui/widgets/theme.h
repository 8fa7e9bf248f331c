#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QAbstractButton;
class QApplication;
class QWidget;

namespace countersign::ui {

/// What View → Appearance offers. `system` follows the desktop: dark when its own palette is.
enum class Appearance { system, light, dark };

/// The semantic colours of the window (pictures in design.md section 5). "Ink" is text, "tint" the ground behind it,
/// "line" the border around that ground. Colour never says anything alone: a sign and words stand beside it.
struct Colours
{
    bool dark = false;
    QColor window; ///< ground of bars: tool bar, footer of dialogs, header of lists
    QColor base;   ///< ground of lists, fields and pages
    QColor side;   ///< ground of the navigation and the status bar
    QColor text;
    QColor muted;        ///< secondary text
    QColor faint;        ///< what can't be used now; dots of the history: never for text that is to be read
    QColor line;         ///< between areas and rows
    QColor fieldLine;    ///< around fields and buttons
    QColor accent;       ///< blue: primary button, badge, current item
    QColor accentOver;   ///< accent under the mouse
    QColor accentWeak;   ///< disabled primary button
    QColor onAccentWeak; ///< its text
    QColor onAccent;     ///< text on accent
    QColor accentInk;
    QColor accentTint; ///< selected row
    QColor dangerInk;
    QColor dangerStrong; ///< headline inside a danger ground
    QColor dangerTint;
    QColor dangerLine;
    QColor dangerMark; ///< behind single changed characters
    QColor warnInk;
    QColor warnStrong;
    QColor warnTint;
    QColor warnLine;
    QColor warnBar; ///< the bar at the side of a row
    QColor warnBadge;
    QColor goodInk;
    QColor goodTint;
    QColor goodLine;
    QColor sectionTint; ///< section rows inside tables
    QColor stripeLight; ///< the amber hatching of practice and demo
    QColor stripeDark;
    QColor stripeInk;
    QColor liveGround; ///< the deep-red bar of live
    QColor liveInk;
};

/// The light or the dark set, by the lightness of the palette's window colour.
[[nodiscard]] const Colours &coloursOf(const QPalette &palette);
[[nodiscard]] const Colours &coloursOf(const QWidget *widget);

/// Fusion style, our palette, font and style sheet for the whole program. May be called again at any time.
void applyTheme(QApplication &application, Appearance appearance);

/// How a button stands out; the style sheet reads it from a property. A primary button is the one next act, a danger
/// button stops or drops something, a quiet one looks like a link.
enum class ButtonRole { normal, primary, danger, quiet };
void setButtonRole(QAbstractButton *button, ButtonRole role);

/// Reads the style sheet again after a property that it looks at has changed.
void repolish(QWidget *widget);

/// The program's font family: one with Cyrillic, the rouble sign and digits of equal width.
[[nodiscard]] QFont textFont();
/// Fixed width, for accounts, identifiers and JSON. `scale` is relative to textFont(), in percent.
[[nodiscard]] QFont accountFont(int percent = 100);
/// Bold, digits of equal width. `percent` as above: 180 for the amount at the top of a review.
[[nodiscard]] QFont amountFont(int percent = 100);
/// Secondary text: 88 percent of textFont().
[[nodiscard]] QFont smallFont();

} // namespace countersign::ui
