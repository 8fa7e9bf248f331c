#include "ui/widgets/stylesheet.h"

#include "ui/widgets/theme.h"

#include <QList>
#include <QPair>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

// Names in braces are members of Colours.
const char16_t *const wholeSheet = uR"(
QPushButton, QToolButton[buttonRole] {
  background: {base}; color: {text}; border: 1px solid {fieldLine}; border-radius: 5px; padding: 6px 12px;
  min-height: 16px;
}
QPushButton:hover { border-color: {accent}; }
QPushButton:focus, QToolButton[buttonRole]:focus { border: 2px solid {accent}; padding: 5px 11px; }
QPushButton:pressed { background: {line}; }
QPushButton:disabled { color: {faint}; border-color: {line}; }
QPushButton[buttonRole="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; }
QPushButton[buttonRole="primary"]:hover, QPushButton[buttonRole="primary"]:pressed {
  background: {accentOver}; border-color: {accentOver};
}
QPushButton[buttonRole="primary"]:focus { border: 2px solid {accentInk}; }
QPushButton[buttonRole="primary"]:disabled { background: {accentWeak}; border-color: {accentWeak}; color: {onAccentWeak}; }
QPushButton[buttonRole="danger"] { color: {dangerInk}; border-color: {dangerInk}; }
QPushButton[buttonRole="danger"]:hover { background: {dangerTint}; }
QPushButton[buttonRole="danger"]:focus { border: 2px solid {dangerInk}; }
QPushButton[buttonRole="danger"]:disabled { color: {faint}; border-color: {line}; }
QPushButton[buttonRole="quiet"] { background: transparent; border-color: transparent; color: {accentInk}; }
QPushButton[buttonRole="quiet"]:hover { text-decoration: underline; }
QPushButton[buttonRole="quiet"]:focus { border: 1px dashed {accent}; padding: 6px 12px; }

QToolButton[buttonRole="quiet"] {
  background: transparent; border: 1px solid transparent; color: {accentInk}; padding: 0px 3px; min-height: 0px;
}
QToolButton[buttonRole="quiet"]:hover { text-decoration: underline; }
QToolButton[buttonRole="quiet"]:focus { border: 1px dashed {accent}; padding: 0px 3px; }
/* The arrow of a menu needs a place beside the words. */
QToolButton[buttonRole][popupMode="2"] { padding-right: 16px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: {base}; color: {text}; border: 1px solid {fieldLine}; border-radius: 5px;
  selection-background-color: {accent}; selection-color: {onAccent};
}
QLineEdit, QComboBox, QAbstractSpinBox { padding: 5px 9px; min-height: 17px; }
QPlainTextEdit, QTextEdit { padding: 3px 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid {accent}; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { padding: 4px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 2px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: {faint}; background: {window}; }
QLineEdit[grade="warn"] { border: 2px solid {warnBar}; color: {warnInk}; }
QLineEdit[grade="danger"], QComboBox[grade="danger"] { border: 2px solid {dangerInk}; }
QLineEdit[grade="warn"]:focus { border: 2px solid {accent}; background: {warnTint}; }
QLineEdit[grade="danger"]:focus, QComboBox[grade="danger"]:focus {
  border: 2px solid {accent}; background: {dangerTint};
}
QRadioButton::indicator:unchecked {
  background: {base}; border: 1px solid {muted}; width: 12px; height: 12px; border-radius: 7px;
}
QRadioButton::indicator:checked {
  background: {base}; border: 4px solid {accent}; border-radius: 7px; width: 6px; height: 6px;
}
QRadioButton { border: 1px solid transparent; border-radius: 4px; padding: 1px 3px 1px 1px; }
QRadioButton:focus { border-color: {accent}; }
QProgressBar { background: {base}; border: 1px solid {muted}; border-radius: 4px; }
QProgressBar::chunk { background: {accent}; border-radius: 3px; }
QLineEdit[grade="warn"], QLineEdit[grade="danger"], QComboBox[grade="danger"] { padding: 4px 8px; }
QComboBox::drop-down { border: none; width: 22px; }

QLabel[tone="muted"], QCheckBox[tone="muted"] { color: {muted}; }
QLabel[tone="danger"] { color: {dangerInk}; }
QLabel[tone="warn"] { color: {warnInk}; }
QLabel[tone="good"] { color: {goodInk}; }
QLabel[tone="accent"] { color: {accentInk}; }

QWidget[ground="base"] { background: {base}; }
QWidget[ground="side"] { background: {side}; }
QWidget[ground="window"] { background: {window}; }
QFrame[rule="true"] { background: {line}; border: none; }

QFrame[grade="danger"] { background: {dangerTint}; border: 1px solid {dangerLine}; border-radius: 6px; }
QFrame[grade="danger"] QLabel { color: {dangerStrong}; border: none; background: transparent; }
QFrame[grade="warn"] { background: {warnTint}; border: 1px solid {warnLine}; border-radius: 6px; }
QFrame[grade="warn"] QLabel { color: {warnStrong}; border: none; background: transparent; }
QFrame[grade="good"] { background: {goodTint}; border: 1px solid {goodLine}; border-radius: 6px; }
QFrame[grade="good"] QLabel { color: {goodInk}; border: none; background: transparent; }
QFrame[grade="info"] { background: {accentTint}; border: 1px solid {accentWeak}; border-radius: 6px; }
QFrame[grade="info"] QLabel { color: {accentInk}; border: none; background: transparent; }

QPlainTextEdit[grade="warn"], QPlainTextEdit[grade="danger"] {
  background: {base}; border-radius: 5px; padding: 2px 4px;
}
QPlainTextEdit[grade="warn"] { border: 2px solid {warnBar}; color: {warnInk}; }
QPlainTextEdit[grade="danger"] { border: 2px solid {dangerInk}; }
QPlainTextEdit[grade="warn"]:focus { border: 2px solid {accent}; background: {warnTint}; }
QPlainTextEdit[grade="danger"]:focus { border: 2px solid {accent}; background: {dangerTint}; }

QMenuBar { background: {window}; border-bottom: 1px solid {line}; }
QMenuBar::item { padding: 5px 9px; background: transparent; }
QMenuBar::item:selected { background: {accentTint}; color: {text}; }
QMenu { background: {base}; border: 1px solid {fieldLine}; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 3px; }
QMenu::item:selected { background: {accent}; color: {onAccent}; }
QMenu::item:disabled { color: {faint}; }
QMenu::separator { height: 1px; background: {line}; margin: 4px 6px; }
QStatusBar { background: {side}; border-top: 1px solid {line}; }
QStatusBar::item { border: none; }
QTabBar::tab { padding: 8px 9px; background: transparent; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: {accentInk}; border-bottom: 2px solid {accent}; font-weight: bold; }
QTabBar::tab:focus { background: {accentTint}; }
QTabWidget::pane { border: none; border-top: 1px solid {line}; }
QToolTip { background: {base}; color: {text}; border: 1px solid {fieldLine}; padding: 3px; }
QHeaderView::section {
  background: {window}; color: {muted}; border: none; border-bottom: 1px solid {line}; padding: 5px 13px;
  font-weight: bold; font-size: {smallSize}pt;
}
QTableView { border: none; border-top: 2px solid transparent; }
QListWidget { background: {base}; border-top: 1px solid {line}; border-bottom: 1px solid {line}; outline: none; }
QTableView:focus, QListWidget:focus, QListWidget#helpPages:focus { border-top: 2px solid {accent}; }
QTableView#batchTable::item, QTableWidget::item { padding: 0 10px; border: none; }
QTableView#batchTable::item:selected, QTableWidget::item:selected { background: {accentTint}; color: {text}; }
QListWidget::item { padding: 9px 17px; border-left: 3px solid transparent; border-bottom: 1px solid {line}; }
QListWidget::item:selected { background: {accentTint}; color: {text}; border-left: 3px solid {accent}; }
QListWidget#helpPages { background: {side}; border: none; border-top: 2px solid transparent; }
QListWidget#helpPages::item { padding: 6px 8px; border-bottom: none; }
QScrollArea { border: none; }
QScrollArea#bookHistoryArea, QScrollArea#sideBySide, QScrollArea#historyArea { border-top: 2px solid transparent; }
QScrollArea#bookHistoryArea:focus, QScrollArea#sideBySide:focus, QScrollArea#historyArea:focus {
  border-top: 2px solid {accent};
}
QScrollBar:vertical { background: transparent; width: 11px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 11px; margin: 0; }
QScrollBar::handle { background: {fieldLine}; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: {faint}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: {line}; }
)";

QList<QPair<QString, QColor>> namedColours(const Colours &c)
{
    return {{u"window"_s, c.window},
            {u"base"_s, c.base},
            {u"side"_s, c.side},
            {u"text"_s, c.text},
            {u"muted"_s, c.muted},
            {u"faint"_s, c.faint},
            {u"line"_s, c.line},
            {u"fieldLine"_s, c.fieldLine},
            {u"accent"_s, c.accent},
            {u"accentOver"_s, c.accentOver},
            {u"accentWeak"_s, c.accentWeak},
            {u"onAccentWeak"_s, c.onAccentWeak},
            {u"onAccent"_s, c.onAccent},
            {u"accentInk"_s, c.accentInk},
            {u"accentTint"_s, c.accentTint},
            {u"dangerInk"_s, c.dangerInk},
            {u"dangerStrong"_s, c.dangerStrong},
            {u"dangerTint"_s, c.dangerTint},
            {u"dangerLine"_s, c.dangerLine},
            {u"warnInk"_s, c.warnInk},
            {u"warnStrong"_s, c.warnStrong},
            {u"warnTint"_s, c.warnTint},
            {u"warnLine"_s, c.warnLine},
            {u"warnBar"_s, c.warnBar},
            {u"goodInk"_s, c.goodInk},
            {u"goodTint"_s, c.goodTint},
            {u"goodLine"_s, c.goodLine}};
}

} // namespace

QString styleSheetFor(const Colours &colours)
{
    QString text = QString::fromUtf16(wholeSheet);
    for (const auto &[name, colour] : namedColours(colours))
        text.replace(u'{' + name + u'}', colour.name());
    return text.replace(u"{smallSize}"_s, QString::number(smallFont().pointSizeF()));
}

} // namespace countersign::ui
