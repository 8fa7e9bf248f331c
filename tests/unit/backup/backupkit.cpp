#include "backupkit.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace countersign::test {

using namespace Qt::StringLiterals;

namespace {

class KillAt final : public WriteFault
{
public:
    explicit KillAt(QLatin1String step) : m_step(step) {}
    [[nodiscard]] bool strikes(QLatin1String operation) override
    {
        if (operation == m_step) raise(SIGKILL);
        return false;
    }

private:
    QLatin1String m_step;
};

} // namespace

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("%s", qPrintable(path));
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString file = QDir(folder).relativeFilePath(entries.next());
        if (!file.endsWith(u".lock")) files += file;
    }
    files.sort();
    return files;
}

bool killedAt(QLatin1String step, const std::function<void(WriteFault &)> &work)
{
    const pid_t child = fork();
    if (child == 0) {
        KillAt fault(step);
        work(fault);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

BackedProfile::BackedProfile(Environment environment)
{
    profile = newProfile(u"main"_s, environment);
    profile.companyName = u"ООО «Ёлочка»"_s;
    profile.projectId = u"project-7"_s;
    profile.keyFile = u"keys/signing.pem"_s;
    profile.bankPublicKeyFiles = {folder.filePath(u"elsewhere/банк key.pem"_s)};
    profile.webhook.enabled = true;
    profile.backup = {.rhythm = BackupRhythm::daily, .folder = folder.filePath(u"out"_s)};
    if (!profiles.save(profile)) qFatal("no profile");
    writeFile(paths().resolved(profile.keyFile), "the key, encrypted");
    writeFile(profile.bankPublicKeyFiles.first(), "the bank's key");
    writeFile(paths().directoryFolder + u"/ed807.zip"_s, "banks");
    writeFile(paths().columnsFile, "{}");
    QDir(folder.path()).mkdir(u"out"_s);
    open();
    addPayout(u"paid"_s, PayoutState::paid);
    addPayout(u"waits"_s, PayoutState::queued);
    addToJournal(u"i1"_s);
    close();
}

void BackedProfile::open()
{
    auto opened = SqliteStore::open(paths().storeFile, clock);
    if (!opened) qFatal("%s", qPrintable(faultOf(opened)));
    store = std::move(*opened);
}

void BackedProfile::addPayout(const QString &id, PayoutState state)
{
    const bool wasOpen = store != nullptr;
    if (!wasOpen) open();
    auto transaction = std::move(*store->begin());
    PayoutRecord payout = samplePayout(id, state);
    payout.version = 1;
    const bool good = transaction->insertPayout(payout) && transaction->insertInstruction(sampleInstruction(id)) &&
                      transaction->appendAudit(u"submitted"_s, {{u"payout"_s, id}}) && transaction->commit();
    if (!good) qFatal("no payout");
    transaction.reset();
    if (!wasOpen) close();
}

void BackedProfile::addToJournal(const QString &intent, CallKind kind)
{
    FileSendJournal journal(paths().journalFolder);
    const bool good =
        journal
            .append(
                {.intent = {intent}, .kind = kind, .sessionId = u"ps_"_s + intent, .bodySha256 = QByteArray(64, 'a')})
            .has_value();
    if (!good) qFatal("no journal");
}

QStringList BackedProfile::journalIntents() const
{
    QStringList intents;
    const auto entries = FileSendJournal(paths().journalFolder).entries();
    if (!entries) return {u"(damaged)"_s};
    for (const JournalEntry &entry : *entries)
        intents += entry.intent.text;
    return intents;
}

Result<BackupMade> BackedProfile::writeBackup(WriteFault *fault)
{
    return countersign::writeBackup({.profile = profile, .paths = paths(), .path = backupPath()}, clock, unwatched,
                                    fault);
}

PayoutState BackedProfile::stateOf(const QString &id)
{
    open();
    const auto state = std::move(*store->begin())->payout({id})->state;
    close();
    return state;
}

FreezeRecord BackedProfile::freeze()
{
    open();
    const auto freeze = std::move(*store->begin())->freeze().value();
    close();
    return freeze;
}

} // namespace countersign::test
