#include "backup/backupwriter.h"

#include "backup/backupfile.h"
#include "config/profilejson.h"
#include "core/try.h"
#include "storage/durablefile.h"
#include "storage/filesendjournal.h"
#include "storage/storecopy.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions ownersFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qsizetype longestName = 80;
constexpr int oneDayInSeconds = 24 * 60 * 60;

// How far the work is after each of its steps, in thousandths.
constexpr int storeCopied = 350;
constexpr int zipWritten = 750;
constexpr int whole = 1000;

/// A stretch of the whole way.
class Stretch final : public ReadingProgress
{
public:
    Stretch(ReadingProgress &way, int from, int to) : m_way(way), m_from(from), m_to(to) {}
    [[nodiscard]] bool reached(int permille) override
    {
        return m_way.reached(m_from + (m_to - m_from) * permille / whole);
    }

private:
    ReadingProgress &m_way;
    int m_from;
    int m_to;
};

QString unfinishedName(const QString &profile)
{
    return u".countersign-"_s + profile + u'-';
}

/// What a crash left behind; a backup that somebody else makes meanwhile is younger.
void removeLeftovers(const QDir &folder, const QString &profile)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addSecs(-oneDayInSeconds);
    const auto entries =
        folder.entryInfoList({unfinishedName(profile) + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        if (entry.lastModified() < yesterday) QDir(entry.filePath()).removeRecursively();
    }
}

/// A name that the manifest takes, and that no other part has.
QString partName(const QString &folder, const QString &path, const QList<BackupPart> &taken)
{
    QString name = QFileInfo(path).fileName();
    for (QChar &c : name) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == u'.' || c == u'_' || c == u'-');
        if (!plain) c = u'_';
    }
    name = name.right(longestName);
    if (name.startsWith(u'.') || name.startsWith(u'-')) name.prepend(u'_');
    QString wanted = folder + name;
    for (int number = 2;
         std::any_of(taken.begin(), taken.end(),
                     [&](const BackupPart &part) { return part.name.compare(wanted, Qt::CaseInsensitive) == 0; });
         ++number)
        wanted = folder + QString::number(number) + u'-' + name;
    return wanted;
}

/// Gathers the parts of one backup in a folder of its own beside the file to be.
class Gathering
{
public:
    Gathering(const BackupOrder &order, const QString &folder) : m_order(order), m_folder(folder) {}

    Result<> take(const Clock &clock, WriteFault *fault);
    Result<> write(const QString &path, ReadingProgress &progress);
    [[nodiscard]] const BackupManifest &manifest() const { return m_manifest; }

private:
    Result<> takeStore();
    Result<> takeJournal();
    Result<> takeSettings();
    Result<> takeDirectory();
    /// The file's name in the settings of the backup.
    QString takeNamed(const QString &folder, const QString &fileName);
    Result<> add(const QString &name, const QString &path);

    const BackupOrder &m_order;
    QDir m_folder;
    ZipWriter m_zip;
    BackupManifest m_manifest;
};

Result<> Gathering::add(const QString &name, const QString &path)
{
    COUNTERSIGN_TRY_INTO(sha256, fileSha256(path));
    m_zip.addFile(name, path);
    m_manifest.parts.append({.name = name, .bytes = QFileInfo(path).size(), .sha256 = sha256});
    return {};
}

Result<> Gathering::takeStore()
{
    Connection source(m_order.paths.storeFile, Connection::Mode::inspect);
    const QString copy = m_folder.filePath(backupparts::store);
    COUNTERSIGN_TRY_INTO(facts, copyStore(source, copy));
    BackupContents &contents = m_manifest.contents;
    contents.storeVersion = facts.version;
    contents.payouts = facts.payouts;
    contents.auditEntries = facts.auditEntries;
    contents.auditHead = facts.auditHead;
    contents.lastEntry = facts.lastEntry;
    return add(backupparts::store, copy);
}

Result<> Gathering::takeJournal()
{
    const QString copy = m_folder.filePath(backupparts::journal);
    const QString journal = FileSendJournal::fileIn(m_order.paths.journalFolder);
    if (QFileInfo::exists(journal)) {
        if (!QFile::copy(journal, copy)) return fail(ErrorCode::fileUnwritable, copy);
    } else if (QFile empty(copy); !empty.open(QIODevice::WriteOnly)) {
        return fail(ErrorCode::fileUnwritable, empty.errorString());
    }
    COUNTERSIGN_TRY_INTO(entries, FileSendJournal(m_folder.path()).entries());
    m_manifest.contents.journalEntries = entries.size();
    return add(backupparts::journal, copy);
}

QString Gathering::takeNamed(const QString &folder, const QString &fileName)
{
    if (fileName.isEmpty()) return {};
    const QString path = m_order.paths.resolved(fileName);
    const QString name = partName(folder, path, m_manifest.parts);
    if (add(name, path)) return name;
    m_manifest.contents.missing.append(QFileInfo(path).fileName());
    return fileName;
}

Result<> Gathering::takeSettings()
{
    Profile profile = m_order.profile;
    profile.keyFile = takeNamed(u"keys/"_s, profile.keyFile);
    for (QString &file : profile.bankPublicKeyFiles)
        file = takeNamed(u"keys/"_s, file);
    profile.extraCertificateFile = takeNamed(u"keys/"_s, profile.extraCertificateFile);
    profile.directoryFile = takeNamed(u"files/"_s, profile.directoryFile);
    QFile file(m_folder.filePath(backupparts::settings));
    const QByteArray json = countersign::toJson(profile);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        return fail(ErrorCode::fileUnwritable, file.errorString());
    file.close();
    const QFileInfo columns(m_order.paths.columnsFile);
    if (columns.exists()) COUNTERSIGN_TRY(add(columns.fileName(), columns.filePath()));
    return add(backupparts::settings, file.fileName());
}

Result<> Gathering::takeDirectory()
{
    const auto files = QDir(m_order.paths.directoryFolder).entryInfoList(QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        const QString name = u"directory/"_s + file.fileName();
        // Under its own name or not at all: the shelf knows its files by their names.
        if (name == partName(u"directory/"_s, file.filePath(), m_manifest.parts))
            COUNTERSIGN_TRY(add(name, file.filePath()));
    }
    return {};
}

Result<> step(WriteFault *fault, QLatin1String name)
{
    if (fault != nullptr && fault->strikes(name)) return fail(ErrorCode::fileUnwritable, u"injected at "_s + name);
    return {};
}

Result<> Gathering::take(const Clock &clock, WriteFault *fault)
{
    BackupContents &contents = m_manifest.contents;
    contents.made = clock.now();
    contents.program = QStringLiteral(COUNTERSIGN_VERSION);
    contents.profile = m_order.profile.name;
    contents.environment = m_order.profile.environment;
    contents.projectId = m_order.profile.projectId;
    contents.handedOver = m_order.handedOver;
    COUNTERSIGN_TRY(step(fault, "copyStore"_L1));
    COUNTERSIGN_TRY(takeStore());
    COUNTERSIGN_TRY(step(fault, "copyJournal"_L1));
    COUNTERSIGN_TRY(takeJournal());
    COUNTERSIGN_TRY(takeDirectory());
    return takeSettings();
}

Result<> Gathering::write(const QString &path, ReadingProgress &progress)
{
    m_zip.addBytes(backupparts::manifest, countersign::toJson(m_manifest));
    COUNTERSIGN_TRY(m_zip.write(path, progress));
    QFile::setPermissions(path, ownersFile); // a stick without permissions says no, and has none to give
    COUNTERSIGN_TRY_INTO(file, NativeFile::openForAppend(path));
    return file.sync();
}

/// Reads it back from the disk: what can't be read now is no backup.
Result<> checkWritten(const QString &path, const BackupManifest &expected, ReadingProgress &progress)
{
    COUNTERSIGN_TRY_INTO(file, BackupFile::open(path));
    if (file.manifest() != expected) return fail(ErrorCode::backupDamaged, backupparts::manifest);
    return file.check(progress);
}

Result<> giveName(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(QFileInfo(from).filesystemFilePath(), QFileInfo(to).filesystemFilePath(), failure);
    if (failure) return fail(ErrorCode::fileUnwritable, QString::fromStdString(failure.message()));
    return syncDirectory(QFileInfo(to).absolutePath());
}

} // namespace

Result<QByteArray> fileSha256(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return fail(ErrorCode::fileUnreadable, file.errorString());
    return hash.result().toHex();
}

Result<BackupMade> writeBackup(const BackupOrder &order, const Clock &clock, ReadingProgress &progress,
                               WriteFault *fault)
{
    const QDir target(QFileInfo(order.path).absolutePath());
    removeLeftovers(target, order.profile.name);
    // Beside the file to be, so that renaming is all that is left to do.
    const QTemporaryDir working(target.filePath(unfinishedName(order.profile.name) + u"XXXXXX"_s));
    if (!working.isValid()) return fail(ErrorCode::fileUnwritable, working.errorString());
    Gathering gathering(order, working.path());
    COUNTERSIGN_TRY(gathering.take(clock, fault));
    if (!progress.reached(storeCopied)) return fail(ErrorCode::cancelled);
    const QString unfinished = working.filePath(u"backup.zip"_s);
    COUNTERSIGN_TRY(step(fault, "writeZip"_L1));
    Stretch zipping(progress, storeCopied, zipWritten);
    COUNTERSIGN_TRY(gathering.write(unfinished, zipping));
    COUNTERSIGN_TRY(step(fault, "checkZip"_L1));
    Stretch checking(progress, zipWritten, whole);
    COUNTERSIGN_TRY(checkWritten(unfinished, gathering.manifest(), checking));
    COUNTERSIGN_TRY_INTO(sha256, fileSha256(unfinished));
    COUNTERSIGN_TRY(step(fault, "rename"_L1));
    COUNTERSIGN_TRY(giveName(unfinished, order.path));
    return BackupMade{.path = order.path,
                      .bytes = QFileInfo(order.path).size(),
                      .sha256 = sha256,
                      .contents = gathering.manifest().contents};
}

} // namespace countersign
