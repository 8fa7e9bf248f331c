#include "storage/filesendjournal.h"

#include "core/logcategories.h"
#include "core/writtenjson.h"
#include "domain/auditchain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr int checksumLength = 64;
constexpr std::array fieldCounts{6, 8, 9}; ///< the first did not name the payout, the second not what it pays again

struct JournalContent
{
    QList<JournalEntry> entries;
    QByteArray lastChecksum = auditChainStart();
    qint64 wholeBytes = 0; ///< up to the end of the last whole line
    qint64 fileBytes = 0;
};

QByteArray payloadOf(const JournalEntry &entry)
{
    const QJsonArray fields{
        entry.intent.text, callWord(entry.kind), entry.sessionId,   QString::fromLatin1(entry.bodySha256),
        entry.sendNumber,  entry.fence,          entry.payout.text, QString::fromLatin1(entry.contentSha256),
        entry.retryOf.text};
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

std::optional<JournalEntry> entryOf(const QByteArray &payload)
{
    const QJsonArray fields = readWrittenJson(payload).array();
    if (std::ranges::find(fieldCounts, fields.size()) == fieldCounts.end()) return std::nullopt;
    const auto kind = callFromWord(fields.at(1).toString());
    if (!kind) return std::nullopt;
    return JournalEntry{.intent = {fields.at(0).toString()},
                        .kind = *kind,
                        .sessionId = fields.at(2).toString(),
                        .bodySha256 = fields.at(3).toString().toLatin1(),
                        .sendNumber = fields.at(4).toInt(),
                        .fence = fields.at(5).toInteger(),
                        .payout = {fields.at(6).toString()},
                        .contentSha256 = fields.at(7).toString().toLatin1(),
                        .retryOf = {fields.at(8).toString()}};
}

/// One line without its end; false when it does not continue the journal.
bool readLine(const QByteArray &line, JournalContent &content)
{
    const qsizetype split = line.size() - checksumLength - 1;
    if (split < 0 || line.at(split) != ' ') return false;
    const QByteArray payload = line.first(split);
    const QByteArray checksum = line.sliced(split + 1);
    if (checksum != auditHash(content.lastChecksum, payload)) return false;
    const auto entry = entryOf(payload);
    if (!entry) return false;
    content.entries.append(*entry);
    content.lastChecksum = checksum;
    return true;
}

Result<JournalContent> readJournal(const QString &path)
{
    JournalContent content;
    QFile file(path);
    if (!file.exists()) return content;
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::fileUnreadable, file.errorString());
    const QByteArray bytes = file.readAll();
    if (file.error() != QFile::NoError) return fail(ErrorCode::fileUnreadable, file.errorString());
    content.fileBytes = bytes.size();
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', content.wholeBytes)) {
        const QByteArray line = bytes.sliced(content.wholeBytes, end - content.wholeBytes);
        if (!readLine(line, content)) {
            return fail(ErrorCode::storeDamaged, u"journal, entry %1"_s.arg(content.entries.size() + 1));
        }
        content.wholeBytes = end + 1;
    }
    return content;
}

ErrorCode codeOf(const Error &error)
{
    return error.code == ErrorCode::diskFull ? ErrorCode::diskFull : ErrorCode::journalWriteFailed;
}

} // namespace

FileSendJournal::FileSendJournal(const QString &directory, WriteFault *fault) : m_directory(directory), m_fault(fault)
{
}

QString FileSendJournal::fileIn(const QString &directory)
{
    return QDir(directory).filePath(u"sends.journal"_s);
}

QList<JournalEntry> FileSendJournal::readableEntries(const QString &directory)
{
    QFile file(fileIn(directory));
    QList<JournalEntry> entries;
    if (!file.open(QIODevice::ReadOnly)) return entries;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        if (const auto entry = entryOf(line.first(line.lastIndexOf(']') + 1))) entries.append(*entry);
    }
    return entries;
}

Result<QList<JournalEntry>> FileSendJournal::entries() const
{
    const auto content = readJournal(FileSendJournal::fileIn(m_directory));
    if (!content) return std::unexpected(content.error());
    m_known = {content->lastChecksum, content->wholeBytes, content->fileBytes};
    return content->entries;
}

/// Nobody else writes into it: what was read is read again only when the file has another size since.
Result<FileSendJournal::Known> FileSendJournal::whatIsThere(const QString &path) const
{
    if (m_known && m_known->fileBytes == QFileInfo(path).size()) return *m_known;
    const auto content = readJournal(path);
    if (!content) return std::unexpected(content.error());
    return Known{content->lastChecksum, content->wholeBytes, content->fileBytes};
}

Result<> FileSendJournal::append(const QList<JournalEntry> &entries)
{
    if (m_failed) return fail(ErrorCode::journalWriteFailed, u"an earlier write failed"_s);
    m_failed = true; // stays so unless everything below succeeds
    if (!m_file) {
        if (const auto opened = open(); !opened) {
            return fail(codeOf(opened.error()), opened.error().detail);
        }
    }
    QByteArray lines;
    QByteArray checksum = m_lastChecksum;
    for (const JournalEntry &entry : entries) {
        const QByteArray payload = payloadOf(entry);
        checksum = auditHash(checksum, payload);
        lines += payload + ' ' + checksum + '\n';
    }
    if (const auto written = write(lines); !written) {
        qCWarning(logStorage) << "the send journal can't be written:" << written.error().detail;
        return fail(codeOf(written.error()), written.error().detail);
    }
    m_lastChecksum = checksum;
    m_failed = false;
    return {};
}

Result<> FileSendJournal::open()
{
    if (!QDir().mkpath(m_directory)) return fail(ErrorCode::fileUnwritable, m_directory);
    const QString path = FileSendJournal::fileIn(m_directory);
    const auto known = whatIsThere(path);
    if (!known) return std::unexpected(known.error());
    if (known->fileBytes > known->wholeBytes && !QFile::resize(path, known->wholeBytes)) {
        return fail(ErrorCode::fileUnwritable, path);
    }
    auto file = NativeFile::openForAppend(path);
    if (!file) return std::unexpected(file.error());
    // The folder's own name must last too: it may be as new as the file.
    for (const QString &directory : {m_directory, QFileInfo(m_directory).absolutePath()}) {
        if (const auto synced = syncDirectory(directory); !synced) return synced;
    }
    m_file = std::move(*file);
    m_lastChecksum = known->lastChecksum;
    return {};
}

Result<> FileSendJournal::write(const QByteArray &lines)
{
    if (m_fault && m_fault->strikes("journalAppend"_L1)) return fail(ErrorCode::fileUnwritable, u"injected"_s);
    if (const auto written = m_file->write(lines); !written) return written;
    if (m_fault && m_fault->strikes("journalSync"_L1)) return fail(ErrorCode::fileUnwritable, u"injected"_s);
    return m_file->sync();
}

} // namespace countersign
