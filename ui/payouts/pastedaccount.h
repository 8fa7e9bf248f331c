#pragma once

#include <QObject>

class QClipboard;

namespace countersign::ui {

/// Watches the clipboard for one account field (threat-model.md M3): programs exist that replace a copied account by a
/// thief's. Keeps what the clipboard held when the account was pasted, what it held just before, and compares again
/// whenever it is asked. Looks for whole accounts only and keeps nothing else.
class PastedAccount final : public QObject
{
    Q_OBJECT
public:
    /// The clipboard outlives it.
    explicit PastedAccount(QClipboard &clipboard, QObject *parent = nullptr);

    /// Reads the clipboard, also where the system does not tell of its changes.
    void look();
    /// The account was pasted just now.
    void notePaste();
    /// Another draft is shown: nothing was pasted into it.
    void forget();
    /// What is wrong with an account of that text, as a whole sentence; empty when nothing was pasted or all fits.
    [[nodiscard]] QString remark(const QString &account) const;

Q_SIGNALS:
    /// The clipboard holds another account now, or none.
    void changed();

private:
    QClipboard &m_clipboard;
    QString m_held;     ///< the account on the clipboard; empty: it holds none
    QString m_before;   ///< the account that it replaced there, at once
    QString m_pasted;   ///< what the clipboard held when it was pasted
    QString m_replaced; ///< what that had replaced
};

} // namespace countersign::ui
