#pragma once

#include "scene.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>

namespace countersign {

/// Every page of what is paged: tabs, and the steps of the settings and the assistant. An import stays at its step,
/// which has a scene of its own.
inline void onEveryPage(const Scene &scene, const std::function<void(int page)> &act)
{
    const bool atItsStep = qobject_cast<ImportWindow *>(scene.window) != nullptr;
    auto *pages = atItsStep ? nullptr : scene.window->findChild<QStackedWidget *>();
    auto *tabs = scene.window->findChild<QTabWidget *>();
    for (int page = 0; page < (pages ? pages->count() : 1); ++page) {
        if (tabs)
            tabs->setCurrentIndex(page);
        else if (pages)
            pages->setCurrentIndex(page);
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        act(page);
    }
}

inline QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) return label->text();
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return button ? button->text() : QString();
}

inline QString described(const QWidget *widget, const QString &what)
{
    const QString text = textOf(widget);
    return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName() + u": "_s + what +
           (text.isEmpty() ? QString() : u": "_s + text);
}

/// Empty, or how much of the widget's own text has no room.
inline QString cutOff(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    const bool button = qobject_cast<const QPushButton *>(widget) || qobject_cast<const QCheckBox *>(widget) ||
                        qobject_cast<const QRadioButton *>(widget);
    if (textOf(widget).isEmpty()) return {};
    if (label && label->wordWrap()) {
        const int needed = label->heightForWidth(label->width());
        return label->height() < needed ? u"%1 of %2 high"_s.arg(label->height()).arg(needed) : QString();
    }
    if (const auto *menu = qobject_cast<const QToolButton *>(widget); menu && menu->menu()) {
        constexpr int arrow = 12; // it stands at one side of the words, which are in the middle
        const int needed = menu->fontMetrics().horizontalAdvance(menu->text()) + 2 * arrow;
        return menu->width() < needed ? u"%1 of %2 wide, with its arrow"_s.arg(menu->width()).arg(needed) : QString();
    }
    if (!label && !button) return {};
    const QSize needed = label ? label->minimumSizeHint() : widget->sizeHint();
    const bool fits = widget->width() >= needed.width() && widget->height() >= needed.height();
    return fits ? QString() : u"%1 of %2 wide"_s.arg(widget->width()).arg(needed.width());
}

/// Tabs that have no room, so that one has to scroll to them.
inline QStringList cutTabs(const QWidget *window)
{
    QStringList found;
    for (const QTabBar *tabs : window->findChildren<QTabBar *>())
        if (tabs->isVisible() && tabs->tabRect(tabs->count() - 1).right() > tabs->width())
            found += described(tabs, tabs->tabText(tabs->count() - 1));
    return found;
}

/// Entries of lists that end outside of what is shown.
inline QStringList cutEntries(const QWidget *window)
{
    QStringList found;
    for (const QListView *list : window->findChildren<QListView *>()) {
        for (int row = 0; list->isVisible() && row < list->model()->rowCount(); ++row) {
            const QModelIndex entry = list->model()->index(row, 0);
            if (list->viewport()->width() < list->sizeHintForIndex(entry).width())
                found += described(list, entry.data().toString());
        }
    }
    return found;
}

/// Empty, or how far the widget reaches beyond the one that it stands in. What scrolls may.
inline QString reachesOut(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    if (!parent || widget->isWindow() || qobject_cast<const QAbstractScrollArea *>(parent->parentWidget())) return {};
    if (parent->rect().contains(widget->geometry()) || widget->size().isEmpty()) return {};
    const QRect at = widget->geometry();
    return u"at %1,%2 of %3x%4 in %5x%6"_s.arg(at.x())
        .arg(at.y())
        .arg(at.width())
        .arg(at.height())
        .arg(parent->width())
        .arg(parent->height());
}

/// What a page that scrolls up and down only holds beside what it can show: nobody gets there.
inline QStringList hiddenSideways(const QWidget *window)
{
    QStringList found;
    for (const QScrollArea *area : window->findChildren<QScrollArea *>()) {
        if (!area->isVisible() || !area->widget() || area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff)
            continue;
        const int needed = area->widget()->width();
        const int shown = area->viewport()->width();
        if (needed > shown) found += described(area, u"%1 of %2 wide"_s.arg(shown).arg(needed));
    }
    return found;
}

/// What carries words or takes input: two of them never share a place.
inline bool isContent(const QWidget *widget)
{
    return !textOf(widget).isEmpty() || qobject_cast<const QLineEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
           qobject_cast<const QAbstractSpinBox *>(widget);
}

/// Pairs of contents that are painted over each other.
inline QStringList overlaps(const QWidget *window)
{
    constexpr int touching = 2; // frames share their line
    QList<const QWidget *> contents;
    for (const QWidget *widget : window->findChildren<QWidget *>())
        if (widget->isVisible() && isContent(widget) && !widget->visibleRegion().isEmpty()) contents += widget;
    QStringList found;
    const auto placeOf = [window](const QWidget *widget) {
        const QRect shown = widget->visibleRegion().boundingRect(); // without what is scrolled away
        return shown.translated(widget->mapTo(window, QPoint()));
    };
    for (qsizetype i = 0; i < contents.size(); ++i) {
        for (qsizetype k = i + 1; k < contents.size(); ++k) {
            if (contents[i]->isAncestorOf(contents[k]) || contents[k]->isAncestorOf(contents[i])) continue;
            if (contents[i]->window() != contents[k]->window()) continue;
            const QRect both = placeOf(contents[i]) & placeOf(contents[k]);
            if (both.width() > touching && both.height() > touching)
                found += described(contents[i], u"under "_s + described(contents[k], {}));
        }
    }
    return found;
}

/// A field that a person types or chooses in.
inline bool isFilledIn(const QWidget *widget)
{
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    const auto *text = qobject_cast<const QPlainTextEdit *>(widget);
    return (line && !line->isReadOnly()) || (text && !text->isReadOnly()) ||
           qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget);
}

/// What is wider than an eye can follow on a large screen: fields and lines of text of more characters than that.
inline QStringList tooWide(const QWidget *window)
{
    constexpr int mostCharacters = 170;
    QStringList found;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        const int most = mostCharacters * QFontMetrics(widget->font()).averageCharWidth();
        if (!widget->isVisible() || widget->width() <= most) continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const bool lines = label && QFontMetrics(label->font()).horizontalAdvance(label->text()) > most;
        if (isFilledIn(widget) || lines) found += described(widget, u"%1 wide"_s.arg(widget->width()));
        const auto *page = qobject_cast<const QTextEdit *>(widget);
        if (page && page->document()->textWidth() > most)
            found += described(widget, u"lines %1 wide"_s.arg(page->document()->textWidth()));
    }
    return found;
}

/// Cells of tables with an amount that finds no room in them: an amount itself is never broken, a text with one may be.
inline QStringList cutAmounts(const QWidget *window)
{
    static const QRegularExpression amount(u"\\d,\\d\\d(\\s?₽)?$"_s);
    static const QRegularExpression letter(u"\\p{L}"_s);
    QStringList found;
    for (const QTableView *table : window->findChildren<QTableView *>()) {
        if (!table->isVisible() || !table->model()) continue;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                const QModelIndex cell = table->model()->index(row, column);
                const QString text = cell.data().toString();
                if (table->isColumnHidden(column) || !text.contains(amount)) continue;
                const QRect cellRect(0, 0, table->columnWidth(column), table->rowHeight(row));
                const int lines = text.contains(letter) ? Qt::TextWordWrap : Qt::TextSingleLine;
                const QRect needed = QFontMetrics(table->font()).boundingRect(cellRect, lines, text);
                if (!cellRect.contains(needed)) found += described(table, text);
            }
        }
    }
    for (const QLineEdit *edit : window->findChildren<QLineEdit *>()) {
        if (!edit->isVisible() || !edit->text().contains(amount)) continue;
        if (edit->contentsRect().width() < QFontMetrics(edit->font()).horizontalAdvance(edit->text()))
            found += described(edit, edit->text());
    }
    return found;
}

} // namespace countersign
