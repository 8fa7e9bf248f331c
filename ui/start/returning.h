#pragma once

#include "bootstrap/filerestoredesk.h"
#include "ui/shell/startnotice.h"

#include <QEventLoopLocker>

#include <memory>
#include <optional>

namespace countersign::ui {

/// Profiles coming back from backups: asks for the file, has the profile closed, waits, and says what came of it.
class Returning final : public QObject
{
    Q_OBJECT
public:
    /// `clock` outlives it.
    Returning(const ProfileStore &profiles, const Clock &clock, QObject *parent = nullptr);

    /// For a profile of this computer. `over` may be null: there is no window yet.
    void askToRestore(const Profile &profile, QWidget *over);
    /// For a profile that this computer does not have.
    void askToBring(QWidget *over);

Q_SIGNALS:
    /// The profile and its windows have to be closed before this returns.
    void closingWanted();
    /// It can be opened (again).
    void restored(const QString &profile);
    void brought(const QString &profile);
    /// A person thought better of it.
    void withdrawn();

private:
    void restore(const QString &path, const Profile &profile);
    void bring(const QString &path);
    void tell(const QString &headline, const QString &sentence, const std::function<void()> &then);

    FileRestoreDesk m_desk;
    const Clock &m_clock;
    std::unique_ptr<StartNotice> m_notice;
    std::optional<QEventLoopLocker> m_untilDone; ///< no window is open at times: that is no end
};

} // namespace countersign::ui
