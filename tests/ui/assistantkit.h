#pragma once

#include "ui/settings/setupassistant.h"
#include "ui/setupkit.h"

#include <QComboBox>
#include <QStackedWidget>

namespace countersign {

using namespace Qt::StringLiterals;

inline const QString goodPassword = u"correct horse battery"_s;

/// The assistant, with hands that fill in a page and go on. A new profile is begun with a practice bank of one's own,
/// where every page is to be filled in.
struct Assistant : SetupKit<ui::SetupAssistant>
{
    explicit Assistant(const QString &unfinished = {})
    {
        desk.bankKeys.insert(u"/bank/public.pem"_s, FakeSetupDesk::details(u"d4"_s, 2048));
        if (!unfinished.isEmpty()) desk.stored.insert(unfinished, newProfile(unfinished, Environment::demo));
        open(new ui::SetupAssistant(desk, unfinished));
        if (unfinished.isEmpty()) click("ownPracticeBank");
    }
    [[nodiscard]] int page() const { return window->findChild<QStackedWidget *>()->currentIndex(); }
    void company() const
    {
        type("operatorName", u"Anna Petrova"_s);
        type("companyName", u"ООО «Вектор»"_s);
        type("companyInn", u"7707083893"_s);
        type("companyKpp", u"773601001"_s);
        type("account-0", u"40702810300200000013"_s);
        type("bik-0", u"044525974"_s);
        type("title-0", u"Main"_s);
        click("next");
    }
    void key() const
    {
        type("createPassword", goodPassword);
        type("createRepeat", goodPassword);
        click("createKey");
        QTRY_VERIFY(says(u"The key is ready"_s));
        click("next");
    }
    /// By the keyboard, as far down as the answer stands.
    void answerAutomatic(AutomaticConfirmation answer) const
    {
        auto *box = find<QComboBox>("automaticConfirmation");
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < static_cast<int>(answer); ++i)
            QTest::keyClick(box, Qt::Key_Down);
    }
    /// Where Tab leads from that field, by name, `count` times.
    [[nodiscard]] QStringList tabsFrom(const char *name, int count) const
    {
        find(name)->setFocus();
        QStringList names;
        for (int i = 0; i < count; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            names.append(QApplication::focusWidget()->objectName());
        }
        return names;
    }
    void bankKey() const
    {
        type("bankKeyFile", u"/bank/public.pem"_s);
        click("addBankKey");
        QTRY_VERIFY(words().contains(u"D4D4 D4D4"_s));
    }
};

} // namespace countersign
