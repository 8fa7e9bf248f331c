#include "webhooks/dropfolder.h"

#include "core/logcategories.h"
#include "webhooks/plainfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QSet>

namespace countersign {

namespace {

constexpr int waitingLimit = 256;
constexpr qint64 waitingBytesLimit = 16 * 1024 * 1024;

const QString bodyEnding = QStringLiteral(".json");
const QString signatureEnding = QStringLiteral(".sig");
const QString doneFolder = QStringLiteral("done");
const QString refusedFolder = QStringLiteral("refused");

struct Pair
{
    QByteArray body;
    QByteArray signature;

    [[nodiscard]] QByteArray digest() const
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QCryptographicHash::hash(body, QCryptographicHash::Sha256));
        hash.addData(signature);
        return hash.result();
    }
};

/// outOfRange: longer than `limit`.
Result<QByteArray> readWhole(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!openPlainFile(file)) return fail(ErrorCode::fileUnreadable, path);
    const QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError) return fail(ErrorCode::fileUnreadable, path);
    if (bytes.size() > limit) return fail(ErrorCode::outOfRange, path);
    return bytes;
}

/// A path in `folder` that no file has yet: NAME.json, NAME.2.json, …
QString freeName(const QDir &folder, const QString &name)
{
    QString candidate = name;
    for (int n = 2; folder.exists(candidate + bodyEnding) || folder.exists(candidate + signatureEnding); ++n)
        candidate = QStringLiteral("%1.%2").arg(name).arg(n);
    return candidate;
}

} // namespace

class DropFolder::State : public std::enable_shared_from_this<State>
{
public:
    State(const QString &folder, InboxPort &inbox, Report report)
        : m_path(folder), m_inbox(inbox), m_report(std::move(report))
    {
    }

    int scan();

private:
    struct Taken
    {
        QByteArray digest; ///< of the bytes that were handed in
        qint64 size = 0;
        std::optional<InboxVerdict> verdict; ///< without a value: still waiting
    };

    [[nodiscard]] QStringList completeNames() const;
    [[nodiscard]] Result<Pair> readPair(const QString &name) const;
    bool take(const QString &name);
    void handIn(const QString &name, const Pair &pair);
    void settle(const QString &name, InboxVerdict verdict);
    void moveAway(const QString &name, const QString &subfolder);
    void moveSettled(const QString &name);
    [[nodiscard]] Result<> movePair(const QString &name, const QString &subfolder) const;
    void tell(const Error &error);
    void forgetGone(const QStringList &names);
    [[nodiscard]] QString pathOf(const QString &file) const { return QDir(m_path).filePath(file); }

    const QString m_path;
    InboxPort &m_inbox;
    Report m_report;
    QHash<QString, Taken> m_taken; ///< pairs that were handed in and are still in the folder
    int m_waiting = 0;             ///< of them, those without a verdict
    qint64 m_waitingBytes = 0;
    QSet<QString> m_told; ///< paths of which a failure was reported
};

int DropFolder::State::scan()
{
    const QFileInfo folder(m_path);
    if (!folder.isDir() || !folder.isReadable()) {
        tell({ErrorCode::fileUnreadable, m_path});
        return 0;
    }
    m_told.remove(m_path);
    const QStringList names = completeNames();
    forgetGone(names);
    int handedIn = 0;
    for (const QString &name : names)
        if (m_waiting < waitingLimit && m_waitingBytes < waitingBytesLimit && take(name)) ++handedIn;
    return handedIn;
}

QStringList DropFolder::State::completeNames() const
{
    const auto plainFiles = QDir::Files | QDir::NoSymLinks;
    const QStringList files = QDir(m_path).entryList(plainFiles, QDir::Name);
    const QSet<QString> present(files.begin(), files.end());
    QStringList names;
    for (const QString &file : files) {
        const QString name = file.chopped(std::min(file.size(), signatureEnding.size()));
        if (!name.isEmpty() && file.endsWith(signatureEnding) && present.contains(name + bodyEnding)) names << name;
    }
    return names;
}

void DropFolder::State::forgetGone(const QStringList &names)
{
    const QSet<QString> present(names.begin(), names.end());
    m_taken.removeIf([&present](const auto &entry) { return entry->verdict && !present.contains(entry.key()); });
    m_told.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
}

Result<Pair> DropFolder::State::readPair(const QString &name) const
{
    auto body = readWhole(pathOf(name + bodyEnding), bodyLimit);
    if (!body) return std::unexpected(body.error());
    const auto signature = readWhole(pathOf(name + signatureEnding), signatureLimit);
    if (!signature) return std::unexpected(signature.error());
    // The spaces and the line end around a header's value are not part of it.
    return Pair{.body = *std::move(body), .signature = signature->trimmed()};
}

/// True when the pair was handed in.
bool DropFolder::State::take(const QString &name)
{
    const auto known = m_taken.constFind(name);
    if (known != m_taken.cend() && !known->verdict) return false;
    const auto pair = readPair(name);
    if (!pair && pair.error().code == ErrorCode::outOfRange) moveAway(name, refusedFolder);
    if (!pair) {
        tell(pair.error());
        return false;
    }
    m_told.remove(pathOf(name + bodyEnding));
    m_told.remove(pathOf(name + signatureEnding));
    if (known != m_taken.cend() && known->digest == pair->digest()) {
        moveSettled(name);
        return false;
    }
    handIn(name, *pair);
    return true;
}

void DropFolder::State::handIn(const QString &name, const Pair &pair)
{
    m_taken.insert(name, {.digest = pair.digest(), .size = pair.body.size(), .verdict = std::nullopt});
    ++m_waiting;
    m_waitingBytes += pair.body.size();
    m_inbox.deliver({.body = pair.body,
                     .signature = pair.signature,
                     .source = ObservationSource::dropFolder,
                     .peer = name + bodyEnding},
                    [self = weak_from_this(), name](InboxVerdict verdict) {
                        if (const auto state = self.lock()) state->settle(name, verdict);
                    });
}

void DropFolder::State::settle(const QString &name, InboxVerdict verdict)
{
    --m_waiting;
    m_waitingBytes -= m_taken[name].size;
    if (verdict == InboxVerdict::notStored) {
        m_taken.remove(name);
        return;
    }
    m_taken[name].verdict = verdict;
    // Bytes that were put in place meanwhile were not handed in; they stay for the next scan.
    const auto pair = readPair(name);
    if (pair && pair->digest() == m_taken[name].digest) moveSettled(name);
}

void DropFolder::State::moveSettled(const QString &name)
{
    moveAway(name, m_taken[name].verdict == InboxVerdict::badSignature ? refusedFolder : doneFolder);
}

void DropFolder::State::moveAway(const QString &name, const QString &subfolder)
{
    if (const auto moved = movePair(name, subfolder); !moved)
        tell(moved.error());
    else
        m_taken.remove(name);
}

Result<> DropFolder::State::movePair(const QString &name, const QString &subfolder) const
{
    const QFileInfo target(pathOf(subfolder));
    if (target.isSymLink() || !(target.isDir() || QDir(m_path).mkdir(subfolder)))
        return fail(ErrorCode::fileUnwritable, target.filePath());
    const QDir folder(target.filePath());
    const QString kept = freeName(folder, name);
    // The signature goes first: without it the body is no pair, and is not handed in again.
    for (const QString &ending : {signatureEnding, bodyEnding})
        if (!QFile::rename(pathOf(name + ending), folder.filePath(kept + ending)))
            return fail(ErrorCode::fileUnwritable, pathOf(name + ending));
    return {};
}

void DropFolder::State::tell(const Error &error)
{
    if (m_told.contains(error.detail)) return;
    m_told.insert(error.detail);
    qCWarning(logWebhooks) << "drop folder:" << errorCodeName(error.code) << error.detail;
    if (m_report) m_report(error);
}

DropFolder::DropFolder(const QString &folder, InboxPort &inbox, Report report)
    : m_state(std::make_shared<State>(folder, inbox, std::move(report)))
{
}

DropFolder::~DropFolder() = default;

int DropFolder::scan()
{
    return m_state->scan();
}

} // namespace countersign
