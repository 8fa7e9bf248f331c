#include "config/profilestore.h"

#include "config/profilejson.h"
#include "core/ownersfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype nameLimit = 40;
constexpr qint64 readLimit = (1 << 20) + 1;
constexpr QFileDevice::Permissions ownersFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

bool mayStandInName(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

bool isDeviceName(const QString &name)
{
    static const QRegularExpression devices(u"^(con|prn|aux|nul|(com|lpt)[0-9])$"_s);
    return devices.match(name).hasMatch();
}

Result<> makeFolder(const QString &path)
{
    if (!QDir().mkpath(path) || !keepForOwner(path)) return fail(ErrorCode::fileUnwritable, path);
    return {};
}

Result<> makeFolders(const ProfilePaths &paths)
{
    for (const QString &folder :
         {paths.folder, paths.keysFolder, QFileInfo(paths.storeFile).path(), paths.journalFolder, paths.dropFolder}) {
        if (const auto made = makeFolder(folder); !made) return made;
    }
    return {};
}

} // namespace

QString ProfilePaths::resolved(const QString &fileName) const
{
    return fileName.isEmpty() ? QString() : QDir::cleanPath(QDir(folder).absoluteFilePath(fileName));
}

ProfileStore::ProfileStore(const QString &dataFolder) : m_dataFolder(QDir(dataFolder).absolutePath()) {}

QString ProfileStore::defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/countersign"_s;
}

Result<> ProfileStore::checkName(const QString &name)
{
    if (name.isEmpty()) return fail(ErrorCode::emptyValue);
    if (name.size() > nameLimit) return fail(ErrorCode::wrongLength, u"%1/%2"_s.arg(nameLimit).arg(name.size()));
    const auto wrong = std::find_if_not(name.begin(), name.end(), mayStandInName);
    if (wrong != name.end()) return fail(ErrorCode::wrongCharacter, QString(*wrong));
    if (name.front() == u'-' || name.front() == u'_') return fail(ErrorCode::wrongCharacter, name.front());
    if (isDeviceName(name)) return fail(ErrorCode::notAllowed, name);
    return {};
}

QStringList ProfileStore::list() const
{
    QStringList names = QDir(m_dataFolder + u"/profiles"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    names.removeIf(
        [this](const QString &name) { return !checkName(name) || !QFileInfo(paths(name).settingsFile).isFile(); });
    return names;
}

Result<Profile> ProfileStore::load(const QString &name) const
{
    if (!checkName(name)) return fail(ErrorCode::profileUnknown, name);
    QFile file(paths(name).settingsFile);
    if (!file.exists()) return fail(ErrorCode::profileUnknown, name);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnreadable, file.errorString());
    const QByteArray json = file.read(readLimit);
    if (file.error() != QFileDevice::NoError) return fail(ErrorCode::fileUnreadable, file.errorString());
    auto profile = profileFromJson(json);
    if (profile && profile->name != name) return fail(ErrorCode::settingsInvalid, u"name"_s);
    return profile;
}

Result<> ProfileStore::save(const Profile &profile) const
{
    if (const auto checked = checkName(profile.name); !checked) return checked;
    const QByteArray json = toJson(profile);
    if (const auto read = profileFromJson(json); !read) return std::unexpected(read.error());
    const ProfilePaths where = paths(profile.name);
    if (const auto made = makeFolders(where); !made) return made;
    QSaveFile file(where.settingsFile);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownersFile) || file.write(json) != json.size() ||
        !file.commit())
        return fail(ErrorCode::fileUnwritable, file.errorString());
    return {};
}

ProfilePaths ProfileStore::paths(const QString &name) const
{
    const QString folder = m_dataFolder + u"/profiles/"_s + name;
    return {
        .folder = folder,
        .settingsFile = folder + u"/profile.json"_s,
        .keysFolder = folder + u"/keys"_s,
        .storeFile = folder + u"/store/countersign.sqlite"_s,
        .journalFolder = folder + u"/journal"_s,
        .directoryFolder = folder + u"/directory"_s,
        .columnsFile = folder + u"/columns.json"_s,
        .dropFolder = folder + u"/drop"_s,
    };
}

} // namespace countersign
