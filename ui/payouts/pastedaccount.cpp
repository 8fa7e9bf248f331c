#include "ui/payouts/pastedaccount.h"

#include "domain/requisites.h"

#include <QClipboard>

namespace countersign::ui {

namespace {

constexpr qsizetype longestLookedAt = 100; // an account with whatever spaces, not a whole document

QString accountOn(const QClipboard &clipboard)
{
    const QString text = clipboard.text();
    if (text.size() > longestLookedAt) return {};
    const auto account = AccountNumber::parse(text);
    return account ? account->text() : QString();
}

} // namespace

PastedAccount::PastedAccount(QClipboard &clipboard, QObject *parent) : QObject(parent), m_clipboard(clipboard)
{
    // What the clipboard holds already belongs to something else, such as the payout before this one.
    connect(&clipboard, &QClipboard::dataChanged, this, &PastedAccount::look);
}

void PastedAccount::look()
{
    const QString account = accountOn(m_clipboard);
    if (account == m_held) return;
    m_before = account.isEmpty() ? QString() : m_held;
    m_held = account;
    Q_EMIT changed();
}

void PastedAccount::notePaste()
{
    look();
    // What was pasted here before and is replaced by another paste was replaced by the person.
    m_replaced = m_before == m_pasted ? QString() : m_before;
    m_pasted = m_held;
}

void PastedAccount::forget()
{
    m_pasted.clear();
    m_replaced.clear();
}

QString PastedAccount::remark(const QString &account) const
{
    const auto whole = AccountNumber::parse(account);
    if (!whole || m_pasted.isEmpty()) return {};
    if (whole->text() != m_pasted)
        return tr("This is not the account that was pasted: the clipboard held %1. Compare with the paper.")
            .arg(groupedDigits(m_pasted));
    if (!m_replaced.isEmpty())
        return tr("Just before, the clipboard held another account: %1. If you copied only one, a program has replaced "
                  "it: compare with the paper.")
            .arg(groupedDigits(m_replaced));
    if (!m_held.isEmpty() && m_held != m_pasted)
        return tr("The clipboard holds another account now: %1. If you copied only one, a program has replaced it: "
                  "compare with the paper.")
            .arg(groupedDigits(m_held));
    return {};
}

} // namespace countersign::ui
