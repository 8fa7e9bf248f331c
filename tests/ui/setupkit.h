#pragma once

#include "support/fakesetupdesk.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace countersign {

/// The program's look; dark where COUNTERSIGN_DARK is set, for pictures.
inline void dressUp()
{
    const bool dark = qEnvironmentVariableIsSet("COUNTERSIGN_DARK");
    ui::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                   dark ? ui::Appearance::dark : ui::Appearance::light);
}

/// What the tests of setting up have in common: a desk, a window over it, and hands.
template <class Window>
struct SetupKit
{
    FakeSetupDesk desk;
    QPointer<Window> window;

    ~SetupKit() { delete window; }
    void open(Window *opened)
    {
        window = opened;
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
    }
    template <class T = QWidget>
    T *find(const char *name) const
    {
        const auto all = window->template findChildren<T *>(QString::fromLatin1(name));
        const auto shown = std::find_if(all.cbegin(), all.cend(), [](T *one) { return one->isVisible(); });
        return shown != all.cend() ? *shown : all.value(0);
    }
    void type(const char *name, const QString &text) const
    {
        auto *edit = find<QLineEdit>(name);
        QVERIFY2(edit && edit->isVisible() && edit->isEnabled(), name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        for (const QChar c : text) // keyClicks() knows Latin letters only
            QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void click(const char *name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        const bool tick = !qobject_cast<QPushButton *>(button);
        QTest::mouseClick(button, Qt::LeftButton, {},
                          tick ? QPoint(10, button->height() / 2) : button->rect().center());
    }
    [[nodiscard]] bool canClick(const char *name) const
    {
        const auto *button = find<QAbstractButton>(name);
        return button && button->isVisible() && button->isEnabled();
    }
    /// Where the assistant opens depends on what is missing: this is page `page`, counted from 0, by its buttons.
    void turnTo(int page) const
    {
        while (canClick("back"))
            click("back");
        for (int i = 0; i < page; ++i)
            click("next");
    }
    /// Every visible text of labels under the named widget, or of the whole window.
    [[nodiscard]] QString words(const char *name = nullptr) const
    {
        const QWidget *top = name ? find(name) : window.data();
        QStringList all;
        for (const QLabel *label : top->findChildren<QLabel *>()) {
            if (label->isVisible()) all.append(label->text());
        }
        return all.join(u'\n');
    }
    [[nodiscard]] bool says(const QString &text) const { return words().contains(text); }

    /// Saves what the window shows where COUNTERSIGN_PICTURES names a folder.
    void picture(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("COUNTERSIGN_PICTURES");
        if (folder.isEmpty()) return;
        QCoreApplication::processEvents();
        window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
};

/// A profile that lacks nothing.
inline Profile wholeProfile(Environment kind)
{
    Profile profile = newProfile(QStringLiteral("whole"), kind);
    profile.operatorName = QStringLiteral("Anna Petrova");
    profile.companyName = QStringLiteral("ООО «Вектор»");
    profile.companyInn = QStringLiteral("7707083893");
    profile.companyKpp = QStringLiteral("773601001");
    profile.accounts = {{QStringLiteral("40702810300200000013"), QStringLiteral("044525974"), QStringLiteral("Main")}};
    if (kind == Environment::practice) profile.bankUrl = QUrl(QStringLiteral("http://127.0.0.1:8100"));
    profile.projectId = QStringLiteral("vector-rko");
    profile.keyFile = QStringLiteral("keys/signing.pem");
    profile.bankPublicKeyFiles = {QStringLiteral("/bank/public.pem")};
    profile.comparedBankKeys = {FakeSetupDesk::details(QStringLiteral("d4")).fingerprint};
    profile.automaticConfirmation = AutomaticConfirmation::off;
    profile.limits = {Money::fromKopecks(10'000'000), Money::fromKopecks(50'000'000), std::nullopt};
    return profile;
}

} // namespace countersign
