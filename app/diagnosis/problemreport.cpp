#include "diagnosis/problemreport.h"

#include "core/try.h"
#include "exchange/zipfile.h"
#include "storage/filesendjournal.h"
#include "storage/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSysInfo>

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 logLimit = 256 * 1024;

/// Lines "name: value".
class Lines
{
public:
    Lines &add(const QString &name, const QString &value)
    {
        m_text += name + u": "_s + value + u'\n';
        return *this;
    }
    Lines &count(const QString &name, qint64 value) { return add(name, QString::number(value)); }
    Lines &flag(const QString &name, bool value) { return add(name, value ? u"yes"_s : u"no"_s); }
    [[nodiscard]] ReportFile file(const QString &name) const { return {name, m_text.toUtf8()}; }

private:
    QString m_text;
};

QString readText(Row &row)
{
    return row.text();
}

/// "paid 12"
QString readCount(Row &row)
{
    const QString what = row.text();
    return what + u' ' + QString::number(row.number());
}

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::practice:
        return u"practice"_s;
    case Environment::demo:
        return u"demo"_s;
    case Environment::live:
        return u"live"_s;
    }
    return {};
}

ReportFile program(const ReportSources &sources)
{
    Connection memory(u":memory:"_s, Connection::Mode::inspect);
    const auto sqlite = memory.one("sqliteVersion"_L1, {}, readText);
    return Lines()
        .add(u"Countersign"_s, QStringLiteral(COUNTERSIGN_VERSION))
        .add(u"System"_s, QSysInfo::prettyProductName())
        .add(u"Kernel"_s, QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion())
        .add(u"Processor"_s, QSysInfo::currentCpuArchitecture())
        .add(u"Language"_s, QLocale::system().name())
        .add(u"Qt"_s, QString::fromLatin1(qVersion()))
        .add(u"TLS"_s, sources.tlsLibrary)
        .add(u"SQLite"_s, sqlite.value_or(u"unknown"_s))
        .file(u"program.txt"_s);
}

/// Numbers and switches only; no name, address, account, project or path.
ReportFile settings(const Profile &profile)
{
    return Lines()
        .add(u"Kind of profile"_s, environmentWord(profile.environment))
        .count(u"Settlement accounts"_s, profile.accounts.size())
        .count(u"Keys of the bank"_s, profile.bankPublicKeyFiles.size())
        .count(u"Pinned server keys"_s, profile.serverKeyPins.size())
        .flag(u"Extra certificate"_s, !profile.extraCertificateFile.isEmpty())
        .flag(u"Idempotency key sent"_s, profile.sendIdempotencyKey)
        .count(u"Calls at once"_s, profile.callsAtOnce)
        .flag(u"Webhook receiver"_s, profile.webhook.enabled)
        .flag(u"Webhook receiver with TLS"_s, !profile.webhook.certificateFile.isEmpty())
        .count(u"Webhook peers listed"_s, profile.webhook.allowedPeers.size())
        .flag(u"Drop folder"_s, !profile.dropFolder.isEmpty())
        .flag(u"Limit of one payout"_s, profile.limits.perPayout.has_value())
        .flag(u"Limit of one day"_s, profile.limits.perDay.has_value())
        .flag(u"Payment hours"_s, profile.hours.has_value())
        .flag(u"Backups by themselves"_s, profile.backup.rhythm != BackupRhythm::off)
        .file(u"settings.txt"_s);
}

QString countsOf(Connection &store, QLatin1String statement)
{
    const auto counts = store.select(statement, {}, readCount);
    if (!counts) return errorCodeName(counts.error().code);
    return counts->isEmpty() ? u"none"_s : counts->join(u", "_s);
}

ReportFile payouts(const ReportSources &sources)
{
    Connection store(sources.paths.storeFile, Connection::Mode::read);
    return Lines()
        .add(u"Payouts by state"_s, countsOf(store, "countByState"_L1))
        .add(u"Open alarms by kind"_s, countsOf(store, "countOpenAlarms"_L1))
        .add(u"Messages by source"_s, countsOf(store, "countInbox"_L1))
        .add(u"Frozen"_s, countsOf(store, "latestFreeze"_L1))
        .file(u"payouts.txt"_s);
}

ReportFile integrity(const ReportSources &sources)
{
    Connection store(sources.paths.storeFile, Connection::Mode::read);
    const auto version = store.one("readUserVersion"_L1, {}, readNumber);
    const auto checked = quickCheck(store);
    const auto head = store.first("auditHead"_L1, {}, readAudit);
    const auto journal = FileSendJournal(sources.paths.journalFolder).entries();
    return Lines()
        .add(u"Store version"_s, version ? QString::number(*version) : errorCodeName(version.error().code))
        .count(u"Newest version known"_s, newestMigration())
        .count(u"Size of the store in bytes"_s, QFileInfo(sources.paths.storeFile).size())
        .count(u"Not yet merged into it, in bytes"_s, QFileInfo(sources.paths.storeFile + u"-wal"_s).size())
        .add(u"Check of the store"_s, checked ? u"whole"_s : errorCodeName(checked.error().code))
        .add(u"Entries of the audit record"_s,
             head ? QString::number(*head ? (*head)->sequence : 0) : errorCodeName(head.error().code))
        .add(u"Entries of the send journal"_s,
             journal ? QString::number(journal->size()) : errorCodeName(journal.error().code))
        .file(u"integrity.txt"_s);
}

} // namespace

QList<ReportFile> problemReport(const ReportSources &sources)
{
    return {program(sources), settings(sources.profile), payouts(sources), integrity(sources),
            ReportFile{u"log.txt"_s, sources.log.recent(logLimit)}};
}

Result<> saveReport(const QList<ReportFile> &files, const QString &path)
{
    ZipWriter zip;
    for (const ReportFile &file : files)
        zip.addBytes(file.name, file.text);
    const QString unfinished = path + u".unfinished"_s;
    QFile::remove(unfinished);
    UnwatchedReading unwatched;
    COUNTERSIGN_TRY(zip.write(unfinished, unwatched));
    QFile::remove(path); // the person was asked before
    if (QFile::rename(unfinished, path)) return {};
    QFile::remove(unfinished);
    return fail(ErrorCode::fileUnwritable, path);
}

} // namespace countersign
