#include "backup/bringing.h"

#include "config/profilejson.h"
#include "core/try.h"
#include "storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

/// Where a part lies in the profile's folder; the store is staged, not only unpacked.
QString placeOf(const QString &part)
{
    return part == backupparts::journal ? u"journal/"_s + part : part;
}

Result<> unpackRest(const BackupFile &backup, const QString &folder)
{
    for (const BackupPart &part : backup.manifest().parts) {
        if (part.name == backupparts::store || part.name == backupparts::settings) continue;
        const QString path = folder + u'/' + placeOf(part.name);
        COUNTERSIGN_TRY(makeOwnersFolder(QFileInfo(path).absolutePath()));
        COUNTERSIGN_TRY(backup.unpack(part.name, path));
    }
    return {};
}

Result<Profile> settingsOf(const BackupFile &backup)
{
    COUNTERSIGN_TRY_INTO(json, backup.bytes(backupparts::settings));
    const auto profile = profileFromJson(json);
    const BackupContents &contents = backup.manifest().contents;
    if (!profile) return fail(ErrorCode::backupDamaged, backupparts::settings);
    if (!checkBelongs(contents, *profile)) return fail(ErrorCode::backupDamaged, backupparts::settings);
    return *profile;
}

Result<> writeSettings(Profile profile, const QString &folder)
{
    profile.webhook = {};
    profile.dropFolder.clear();
    profile.backup = {};
    COUNTERSIGN_TRY_INTO(file, NativeFile::openForAppend(folder + u'/' + backupparts::settings));
    COUNTERSIGN_TRY(file.write(toJson(profile)));
    return file.sync();
}

} // namespace

Result<> checkBringable(const BackupContents &contents, const ProfileStore &profiles)
{
    if (contents.environment == Environment::practice) return fail(ErrorCode::backupForeign, u"practice"_s);
    if (QFileInfo::exists(profiles.paths(contents.profile).folder))
        return fail(ErrorCode::profileTaken, contents.profile);
    return {};
}

Result<Restored> bringProfile(const BackupFile &backup, const ProfileStore &profiles, const Clock &clock,
                              WriteFault *fault)
{
    const BackupContents &contents = backup.manifest().contents;
    COUNTERSIGN_TRY(checkBringable(contents, profiles));
    COUNTERSIGN_TRY_INTO(profile, settingsOf(backup));
    const QString folder = profiles.paths(profile.name).folder;
    const QString above = QFileInfo(folder).absolutePath();
    COUNTERSIGN_TRY(makeOwnersFolder(above));
    // A name that no profile can have: it is not listed until it is whole.
    QTemporaryDir unfinished(above + u"/.coming-XXXXXX"_s);
    if (!unfinished.isValid()) return fail(ErrorCode::fileUnwritable, unfinished.errorString());
    COUNTERSIGN_TRY(makeOwnersFolder(unfinished.path()));
    COUNTERSIGN_TRY(unpackRest(backup, unfinished.path()));
    COUNTERSIGN_TRY(writeSettings(profile, unfinished.path()));
    const QString store = unfinished.filePath(u"store"_s);
    COUNTERSIGN_TRY(makeOwnersFolder(store));
    COUNTERSIGN_TRY(stageStore(backup, store, ReturnCause::brought, clock, fault));
    COUNTERSIGN_TRY(restoringStep(fault, "appear"_L1));
    if (!QDir().rename(unfinished.path(), folder)) return fail(ErrorCode::fileUnwritable, folder);
    unfinished.setAutoRemove(false);
    COUNTERSIGN_TRY(syncDirectory(above));
    return Restored{.profile = profile.name, .setAside = {}};
}

} // namespace countersign
