#include "directory/directoryshelf.h"

#include "core/try.h"
#include "core/writtenjson.h"
#include "directory/ed807package.h"
#include "directory/ed807reader.h"
#include "exchange/rowswriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

namespace countersign {

namespace {

constexpr qint64 largestOrigin = 64 * 1024;
constexpr char presentFile[] = "ed807.xml";
constexpr char previousFile[] = "previous.xml";
constexpr char originFile[] = "taken.json";

QByteArray digestOf(const QByteArray &xml)
{
    return QCryptographicHash::hash(xml, QCryptographicHash::Sha256).toHex();
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnreadable, file.errorString());
    return file.read(largestDirectoryFile + 1);
}

} // namespace

QString DirectoryShelf::path(const char *name) const
{
    return m_folder + u'/' + QLatin1String(name);
}

/// taken.json names the bytes that it speaks of: after a crash between the two writes it says nothing of the others.
DirectoryOrigin DirectoryShelf::originOf(const QByteArray &xml) const
{
    QFile file(path(originFile));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QJsonObject taken = readWrittenJson(file.read(largestOrigin)).object();
    if (taken.value(QLatin1String("sha256")).toString() != QString::fromLatin1(digestOf(xml))) return {};
    return {.source = taken.value(QLatin1String("source")).toString(),
            .takenAt = fromMilliseconds(taken.value(QLatin1String("takenAt")).toInteger())};
}

KeptDirectory DirectoryShelf::read(const QList<QByteArray> &accepted) const
{
    KeptDirectory kept;
    const auto note = [&kept](ShelfProblem problem) {
        if (!kept.problem) kept.problem = problem;
    };
    for (const char *name : {presentFile, previousFile}) {
        if (!QFileInfo::exists(path(name))) {
            if (!accepted.isEmpty()) note(ShelfProblem::missing);
            continue;
        }
        const auto bytes = bytesOf(path(name));
        if (bytes && !accepted.contains(digestOf(*bytes))) {
            note(ShelfProblem::changed);
            continue;
        }
        const auto directory = bytes ? readEd807(*bytes) : std::unexpected(bytes.error());
        if (!directory) {
            note(ShelfProblem::unreadable);
            continue;
        }
        kept.directory = *directory;
        kept.origin = originOf(*bytes);
        break;
    }
    return kept;
}

Result<> DirectoryShelf::keep(const QByteArray &xml, const DirectoryOrigin &origin) const
{
    if (!QDir().mkpath(m_folder)) return fail(ErrorCode::fileUnwritable, m_folder);
    // Only what can be read is worth keeping as the one to fall back on.
    if (const auto present = bytesOf(path(presentFile)); present && readEd807(*present))
        COUNTERSIGN_TRY(writeWhole(path(previousFile), *present));
    COUNTERSIGN_TRY(writeWhole(path(presentFile), xml));
    const QJsonObject taken{{QStringLiteral("source"), origin.source},
                            {QStringLiteral("takenAt"), origin.takenAt ? toMilliseconds(*origin.takenAt) : 0},
                            {QStringLiteral("sha256"), QString::fromLatin1(digestOf(xml))}};
    return writeWhole(path(originFile), writeStoredJson(QJsonDocument(taken)));
}

namespace {

bool wasAccepted(const QString &path, const QList<QByteArray> &everAccepted)
{
    const auto bytes = bytesOf(path);
    const auto xml = bytes ? unpackEd807(*bytes) : std::unexpected(bytes.error());
    return xml && everAccepted.contains(digestOf(*xml));
}

} // namespace

Result<KeptDirectory> directoryInForce(const DirectoryShelf &shelf, const QList<QByteArray> &accepted,
                                       const QList<QByteArray> &everAccepted, const NamedDirectory &named)
{
    KeptDirectory kept = shelf.read(accepted);
    if (named.path.isEmpty()) return kept;
    if (!named.cameWithProgram) {
        if (!wasAccepted(named.path, everAccepted)) kept.suggested = named.path;
        return kept;
    }
    if (kept.directory) return kept;
    COUNTERSIGN_TRY_INTO(directory, loadEd807(named.path));
    return KeptDirectory{directory, {.source = QFileInfo(named.path).fileName(), .takenAt = {}}, kept.problem};
}

} // namespace countersign
