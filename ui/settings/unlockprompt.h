#pragma once

#include "config/setupdesk.h"

#include <QDialog>

class QLabel;
class QLineEdit;

namespace countersign::ui {

class HintButton;
class Note;

/// Asks for the signing key's password, once per run. Not modal by itself; the caller show()s or open()s it. Deletes
/// itself when it closes. The password leaves the field the moment it is used.
class UnlockPrompt final : public QDialog
{
    Q_OBJECT
public:
    UnlockPrompt(KeyLock &lock, const Profile &profile, QWidget *parent = nullptr);

Q_SIGNALS:
    void unlocked();
    /// "Look only": the window works, nothing can be sent until the key is unlocked.
    void skipped();

public Q_SLOTS:
    void reject() override;

private:
    [[nodiscard]] QWidget *body(const Profile &profile);
    [[nodiscard]] QWidget *footer();
    void unlock();
    void answered(const Result<> &result);
    void setBusy(bool busy);

    KeyLock &m_lock;
    QLineEdit *m_password = nullptr;
    Note *m_problem = nullptr;
    QLabel *m_progress = nullptr;
    HintButton *m_unlock = nullptr;
    bool m_busy = false;
};

} // namespace countersign::ui
