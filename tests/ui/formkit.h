#pragma once

#include "reviewsheets.h"
#include "support/fakepayoutdesk.h"
#include "support/fakerecipientbook.h"
#include "ui/payouts/beforesending.h"
#include "ui/payouts/payoutfields.h"
#include "ui/payouts/payoutform.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

namespace countersign {

using namespace ui;

inline const QString ours = QStringLiteral("40702810300200000013");

/// A form on the screen over a desk that checks with the real rules.
struct Form
{
    TwoBanks banks;
    FakePayoutDesk desk;
    FakeRecipientBook book;
    QPointer<PayoutForm> window;
    int sent = 0;

    explicit Form(const std::optional<PayoutDraft> &draft = std::nullopt, qint64 balance = 1'234'050'000)
    {
        const ValidationRules rules{.directory = &banks,
                                    .senderAccounts = {*AccountNumber::parse(ours)},
                                    .limit = Money::fromKopecks(100'000'000),
                                    .today = QDate(2026, 11, 22),
                                    .checkDigitsBlock = false};
        desk.checkAnswer = [rules](const PayoutDraft &typed) { return validate(typed, rules); };
        desk.balances.insert(ours, Balance{ours, Money::fromKopecks(balance), {}});
        book.rows = {};
        window = new PayoutForm(desk, book, rules.senderAccounts, EnvironmentKind::practice);
        QObject::connect(window, &PayoutForm::sent, window, [this] { ++sent; });
        if (draft) {
            PayoutDossier dossier;
            dossier.payout.number = 12;
            dossier.payout.draft = canonicalBytes(*draft);
            desk.dossiers.insert({QStringLiteral("d1")}, dossier);
            window->openDraft({QStringLiteral("d1")});
        }
        window->show();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(window);
    }
    ~Form() { delete window; }

    template <class T = QLineEdit>
    T *field(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return field<QPushButton>(name); }
    [[nodiscard]] PayoutFields *fields() const { return window->findChild<PayoutFields *>(); }
    [[nodiscard]] QString notes(Field which) const { return fields()->notesOf(which); }
    [[nodiscard]] BeforeSending *before() const { return window->findChild<BeforeSending *>(); }
    void type(const char *name, const QString &text) const
    {
        QWidget *target = field<QWidget>(name);
        target->setFocus();
        QTest::keyClicks(target, text);
    }
    void paste(const char *name, const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        QWidget *target = field<QWidget>(name);
        target->setFocus();
        QTest::keySequence(target, QKeySequence::Paste);
    }
    void fillIn() const
    {
        type("recipient", QStringLiteral("Vektor LLC"));
        paste("recipient", QString());
        paste("inn", QStringLiteral("7707083893"));
        paste("kpp", QStringLiteral("773601001"));
        paste("bik", QStringLiteral("044525974"));
        paste("account", QStringLiteral("4070 2810 5000 0000 0001"));
        type("amount", QStringLiteral("52300"));
        type("purpose", QStringLiteral("Delivery services under act 44. VAT exempt"));
    }
};

} // namespace countersign
