#pragma once

#include "config/profile.h"

namespace countersign {

/// Where a profile keeps what: DATA/profiles/NAME/….
struct ProfilePaths
{
    QString folder;
    QString settingsFile;  ///< profile.json
    QString keysFolder;    ///< keys/
    QString storeFile;     ///< store/countersign.sqlite
    QString journalFolder; ///< journal/, kept apart from the store on purpose (payout-lifecycle.md section 3)
    QString directoryFolder; ///< directory/: the BIK directory that was taken
    QString columnsFile;   ///< columns.json: which column of a table holds what, as people chose it
    QString dropFolder;    ///< drop/, the place offered for Profile::dropFolder

    /// A file name of the settings made absolute: what is not absolute counts from `folder`. Empty stays empty.
    [[nodiscard]] QString resolved(const QString &fileName) const;
};

/// The profiles of one data folder. Holds no state besides that folder's name: any thread, one writer at a time.
class ProfileStore
{
public:
    explicit ProfileStore(const QString &dataFolder);
    /// The user's own data folder for Countersign by the rules of the system.
    [[nodiscard]] static QString defaultDataFolder();

    /// 1-40 of a-z, 0-9, "-", "_", beginning with a letter or digit: safe as a folder's name on every system, with no
    /// two names that one file system takes for the same.
    /// Errors: emptyValue, wrongLength, wrongCharacter, notAllowed (a device name of Windows).
    [[nodiscard]] static Result<> checkName(const QString &name);

    [[nodiscard]] QString dataFolder() const { return m_dataFolder; }
    /// Names of the profiles that have a settings file, sorted; whether it can be read shows in load().
    [[nodiscard]] QStringList list() const;
    /// Errors: profileUnknown, fileUnreadable, settingsInvalid (detail: the member's path; "name" when the file belongs
    /// to another profile).
    [[nodiscard]] Result<Profile> load(const QString &name) const;
    /// Writes the settings whole or not at all, readable by their owner only, and makes the profile's folders. Whether
    /// the settings make sense is validateProfile()'s matter: a half-filled profile can be saved.
    /// What could not be read again is not written: the profile would never open any more.
    /// Errors: those of checkName; settingsInvalid (detail: the member's path); fileUnwritable.
    [[nodiscard]] Result<> save(const Profile &profile) const;
    /// Pure; the folders need not be there. `name` must pass checkName.
    [[nodiscard]] ProfilePaths paths(const QString &name) const;

private:
    QString m_dataFolder;
};

} // namespace countersign
