#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QGroupBox>
#include <QKeySequence>
#include <QLabel>
#include <QMap>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

namespace countersign {

/// Who answers to which Alt+letter: of two that share one, Qt presses neither and only moves the keyboard about.
class Mnemonics
{
public:
    void add(const QString &text)
    {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (!key.isEmpty()) m_texts[key.toString()].append(text);
    }
    /// "Alt+C: &Close, &Company", one for each letter that several have.
    [[nodiscard]] QStringList shared() const
    {
        QStringList found;
        for (auto key = m_texts.cbegin(); key != m_texts.cend(); ++key) {
            if (key->size() > 1) found += key.key() + QStringLiteral(": ") + key->join(QStringLiteral(", "));
        }
        return found;
    }

private:
    QMap<QString, QStringList> m_texts;
};

/// Letters that several of the window's visible and enabled controls share, and several entries of one menu.
inline QStringList sharedMnemonics(const QWidget *window)
{
    Mnemonics letters;
    QStringList found;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
            Mnemonics within;
            for (const QAction *action : menu->actions()) {
                if (action->isVisible()) within.add(action->text());
            }
            found += within.shared();
            continue;
        }
        if (!widget->isVisible() || !widget->isEnabled() || widget->window() != window) continue;
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) letters.add(button->text());
        if (const auto *box = qobject_cast<const QGroupBox *>(widget)) letters.add(box->title());
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->buddy()) letters.add(label->text());
        if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                letters.add(tabs->tabText(i));
        }
        if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
            for (const QAction *action : bar->actions())
                letters.add(action->text());
        }
    }
    return found + letters.shared();
}

} // namespace countersign
