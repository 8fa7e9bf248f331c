#include "bootstrap/filedirectorydesk.h"

#include "core/futures.h"
#include "core/try.h"
#include "directory/ed807package.h"
#include "directory/ed807reader.h"
#include "ports/runon.h"
#include "storage/sqlitereader.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace countersign {

namespace {

constexpr int everAccepted = 10'000; ///< one a day for longer than a store lives

/// Files go over a person's own choice, so they are read as the reader allows; a zip is never larger than its content.
Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnreadable, file.errorString());
    QByteArray bytes = file.read(largestDirectoryFile + 1);
    if (file.error() != QFileDevice::NoError) return fail(ErrorCode::fileUnreadable, file.errorString());
    return bytes;
}

Result<OfferedDirectory> offerOf(const QByteArray &bytes, const QString &source,
                                 const std::shared_ptr<const Ed807Directory> &present, QDate today)
{
    COUNTERSIGN_TRY_INTO(xml, unpackEd807(bytes));
    COUNTERSIGN_TRY_INTO(directory, readEd807(xml));
    return OfferedDirectory{.directory = directory,
                            .xml = xml,
                            .sha256 = QCryptographicHash::hash(xml, QCryptographicHash::Sha256).toHex(),
                            .source = source,
                            .comparison = compareDirectories(present.get(), *directory, today),
                            .comparedWith = present};
}

DirectoryTaking takingOf(const OfferedDirectory &offered, const QString &acceptance)
{
    QStringList objections;
    for (const DirectoryObjection objection : offered.comparison.objections)
        objections += objectionName(objection);
    return {.businessDay = offered.directory->businessDay(),
            .entries = offered.directory->size(),
            .sha256 = offered.sha256,
            .source = offered.source,
            .objections = objections,
            .acceptance = acceptance};
}

template <class T>
QFuture<T> finishedWith(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace

Result<KeptDirectory> directoryOf(const Profile &profile, const ProfilePaths &paths)
{
    // A store that can't tell which were accepted is damaged, and its check says so: then none is believed.
    const QList<QByteArray> ever =
        SqliteReader(paths.storeFile).directoriesTaken(everAccepted).value_or(QList<QByteArray>());
    return directoryInForce(DirectoryShelf(paths.directoryFolder),
                            ever.first(std::min(acceptedDirectories, ever.size())), ever,
                            {.path = paths.resolved(profile.directoryFile),
                             .cameWithProgram = profile.environment == Environment::practice});
}

DownloadOptions bankOfRussiaDownload()
{
    return {.address = QUrl(QStringLiteral("https://www.cbr.ru/s/newbik")), .hosts = {QStringLiteral("cbr.ru")}};
}

FileDirectoryDesk::FileDirectoryDesk(Needs needs)
    : m_needs(std::move(needs)), m_thread(std::make_unique<ThreadExecutor>(QStringLiteral("directory")))
{
}

FileDirectoryDesk::~FileDirectoryDesk()
{
    leave();
}

void FileDirectoryDesk::leave()
{
    if (!m_thread) return;
    m_thread->runAndWait([this] { m_download.reset(); });
    m_thread.reset();
}

void FileDirectoryDesk::loaded(const KeptDirectory &kept)
{
    QMetaObject::invokeMethod(
        this,
        [this, kept] {
            m_inForce = kept;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

QFuture<Result<OfferedDirectory>> FileDirectoryDesk::fetch()
{
    using Answer = Result<OfferedDirectory>;
    if (!m_inForce || !m_thread) return finishedWith<Answer>(fail(ErrorCode::storeUnavailable));
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    const auto future = promise->future();
    const auto work = [this, promise, present = m_inForce->directory] {
        m_download = std::make_unique<FileDownload>(m_needs.download);
        m_download->start([this, promise, present](const Result<QByteArray> &bytes) {
            const QDate today = bankDay(m_needs.clock.now());
            promise->addResult(bytes ? offerOf(*bytes, address(), present, today)
                                     : Answer(std::unexpected(bytes.error())));
            promise->finish();
        });
    };
    m_thread->post(work);
    return future;
}

QFuture<Result<OfferedDirectory>> FileDirectoryDesk::readFile(QString path)
{
    if (!m_inForce || !m_thread) return finishedWith<Result<OfferedDirectory>>(fail(ErrorCode::storeUnavailable));
    return runOn<OfferedDirectory>(
        *m_thread, [this, path, present = m_inForce->directory]() -> Result<OfferedDirectory> {
            COUNTERSIGN_TRY_INTO(bytes, bytesOf(path));
            return offerOf(bytes, QFileInfo(path).fileName(), present, bankDay(m_needs.clock.now()));
        });
}

QFuture<Result<>> FileDirectoryDesk::take(OfferedDirectory offered, QString acceptance)
{
    if (!m_inForce || !m_thread || !offered.directory) return finishedWith<Result<>>(fail(ErrorCode::storeUnavailable));
    if (offered.comparedWith != m_inForce->directory) return finishedWith<Result<>>(fail(ErrorCode::staleView));
    const QString written = acceptance.simplified();
    if (!offered.comparison.objections.isEmpty() && written.size() < shortestAcceptance)
        return finishedWith<Result<>>(fail(ErrorCode::reasonNeeded));
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    watch(m_needs.record(takingOf(offered, written)), this, [this, offered, promise](const Result<> &recorded) {
        if (recorded && m_thread) return keep(offered, promise);
        promise->addResult(recorded ? Result<>(fail(ErrorCode::storeUnavailable)) : recorded);
        promise->finish();
    });
    return promise->future();
}

void FileDirectoryDesk::keep(const OfferedDirectory &offered, const std::shared_ptr<QPromise<Result<>>> &promise)
{
    const DirectoryOrigin origin{.source = offered.source, .takenAt = m_needs.clock.now()};
    const auto write = [this, offered, origin] { return m_needs.shelf.keep(offered.xml, origin); };
    watch(runOn<void>(*m_thread, write), this, [this, offered, origin, promise](const Result<> &kept) {
        if (kept) {
            m_inForce = KeptDirectory{offered.directory, origin};
            m_needs.use(*m_inForce);
        }
        promise->addResult(kept);
        promise->finish();
        if (kept) Q_EMIT changed();
    });
}

} // namespace countersign
