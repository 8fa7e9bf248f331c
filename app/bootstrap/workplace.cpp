#include "bootstrap/workplace.h"

#include "backup/restoring.h"
#include "bootstrap/engineroom.h"
#include "bootstrap/runkeylock.h"
#include "bootstrap/transportsettings.h"
#include "core/try.h"
#include "domain/workingdays.h"
#include "ports/runon.h"

#include <QSemaphore>

namespace countersign {

namespace {

Result<BankVerifier> bankKeysOf(const Profile &profile, const ProfilePaths &paths)
{
    QStringList files;
    for (const QString &file : profile.bankPublicKeyFiles)
        files.append(paths.resolved(file));
    COUNTERSIGN_TRY_INTO(keys, BankVerifier::fromFiles(files));
    // A file that somebody put in another's place is not believed (threat-model.md Y3).
    for (const QString &fingerprint : keys.fingerprints()) {
        if (profile.isLive() && !profile.comparedBankKeys.contains(fingerprint))
            return fail(ErrorCode::bankKeyNotCompared, fingerprint);
    }
    return keys;
}

} // namespace

Result<EngineSettings> engineSettings(const Profile &profile)
{
    EngineSettings settings{
        .operatorName = profile.operatorName,
        .company = {.name = profile.companyName, .inn = profile.companyInn, .kpp = profile.companyKpp},
        .mismatchMayBeConfirmed = profile.environment != Environment::live,
        .checkDigitsBlock = profile.isLive(),
        .sendIdempotencyKey = profile.sendIdempotencyKey,
        .callsAtOnce = profile.callsAtOnce,
        .limitPerPayout = profile.limits.perPayout,
        .limitPerDay = profile.limits.perDay,
        .limitNewRecipient = profile.limits.newRecipient};
    for (const SettlementAccount &account : profile.accounts) {
        auto number = AccountNumber::parse(account.number);
        if (!number) return fail(ErrorCode::settingsInvalid, QStringLiteral("accounts"));
        settings.senderAccounts.append(*number);
        settings.company.bik = account.bik;
    }
    if (profile.hours) {
        settings.hoursFrom = profile.hours->from;
        settings.hoursTo = profile.hours->to;
    }
    return settings;
}

Workplace::Workplace(const Profile &profile, const Clock &clock) : m_profile(profile), m_clock(clock) {}

Result<std::unique_ptr<Workplace>> Workplace::open(const Profile &profile, const ProfilePaths &paths,
                                                   const Clock &clock, Ids &ids)
{
    COUNTERSIGN_TRY_INTO(settings, engineSettings(profile));
    COUNTERSIGN_TRY_INTO(transport, transportSettings(profile, paths));
    COUNTERSIGN_TRY_INTO(bankKeys, bankKeysOf(profile, paths));

    std::unique_ptr<Workplace> place(new Workplace(profile, clock));
    place->m_bankKeys.emplace(std::move(bankKeys));
    place->m_engineThread = std::make_unique<ThreadExecutor>(QStringLiteral("engine"));
    place->m_readerThread = std::make_unique<ThreadExecutor>(QStringLiteral("reader"));
    place->m_keyThread = std::make_unique<ThreadExecutor>(QStringLiteral("keys"));
    place->m_reader = std::make_unique<SqliteReader>(paths.storeFile);
    place->m_desk = std::make_unique<EngineDesk>(EngineDesk::Threads{*place->m_engineThread, *place->m_readerThread},
                                                 *place->m_reader, place->m_protocol, clock, settings);
    place->m_imports = std::make_unique<FileImportDesk>(place->importNeeds(settings, paths));
    place->m_exports = std::make_unique<FileExportDesk>(place->exportNeeds(paths));
    place->m_backups = std::make_unique<FileBackupDesk>(profile, paths, clock);
    place->m_directoryDesk = std::make_unique<FileDirectoryDesk>(place->directoryNeeds(paths));
    place->openStore(paths);
    const auto loadDirectory = [profile, paths] { return directoryOf(profile, paths); };
    place->startEngine(loadDirectory, [place = place.get(), transport = std::move(transport),
                                       settings = std::move(settings), &clock, &ids, profile, paths] {
        return std::make_unique<EngineRoom>(
            EngineRoom::Needs{.store = std::move(place->m_store),
                              .journal = std::make_unique<FileSendJournal>(paths.journalFolder),
                              .transport = transport,
                              .settings = settings,
                              .directory = place->m_directory.get(),
                              .signer = place->m_signer,
                              .bankKeys = *place->m_bankKeys,
                              .clock = clock,
                              .ids = ids,
                              .desk = *place->m_desk},
            profile, paths);
    });
    const auto onChange = [place = place.get()] {
        place->m_engineThread->post([place] {
            if (place->m_engineRoom) place->m_engineRoom->keyChanged();
        });
    };
    const auto accepts = [own = profile.keyFingerprint, bank = place->m_bankKeys->fingerprints()](const Signer &key) {
        return checkOwnKey(key, own, bank);
    };
    place->m_keyLock = std::make_unique<RunKeyLock>(place->m_signer, paths.resolved(profile.keyFile),
                                                    *place->m_keyThread, onChange, accepts);
    return place;
}

/// A file is read when the directory is there and the store is ours: both happen in the engine's thread, before it gets
/// to this.
FileImportDesk::Needs Workplace::importNeeds(const EngineSettings &settings, const ProfilePaths &paths)
{
    return {.senderAccounts = settings.senderAccounts,
            .rules =
                [this, settings] {
                    const std::function<Result<ImportRules>()> gather = [this, settings]() -> Result<ImportRules> {
                        return ImportRules{.directory = m_directory,
                                           .senderAccounts = settings.senderAccounts,
                                           .limit = settings.limitPerPayout,
                                           .today = bankDay(m_clock.now()),
                                           .checkDigitsBlock = settings.checkDigitsBlock};
                    };
                    return *runOn<ImportRules>(*m_engineThread, gather).result();
                },
            .importDrafts = [this](ImportOrder order) { return m_desk->importDrafts(std::move(order)); },
            .storeFile = paths.storeFile,
            .mappingsFile = paths.columnsFile};
}

FileExportDesk::Needs Workplace::exportNeeds(const ProfilePaths &paths)
{
    ExportPayer payer{.name = m_profile.companyName, .inn = m_profile.companyInn, .kpp = m_profile.companyKpp};
    for (const SettlementAccount &account : std::as_const(m_profile.accounts))
        payer.bikOfAccount.insert(account.number, account.bik);
    const std::function<Result<std::shared_ptr<const BankDirectory>>()> inForce =
        [this]() -> Result<std::shared_ptr<const BankDirectory>> { return m_directory; };
    return {
        .storeFile = paths.storeFile,
        .payer = payer,
        .directory =
            [this, inForce] { return *runOn<std::shared_ptr<const BankDirectory>>(*m_engineThread, inForce).result(); },
        .clock = m_clock};
}

FileDirectoryDesk::Needs Workplace::directoryNeeds(const ProfilePaths &paths)
{
    return {.shelf = DirectoryShelf(paths.directoryFolder),
            .download = bankOfRussiaDownload(),
            .clock = m_clock,
            .record = [this](DirectoryTaking taking) { return m_desk->recordDirectory(std::move(taking)); },
            .use = [this](KeptDirectory kept) { m_engineThread->post([this, kept] { useDirectory(kept); }); }};
}

/// In the engine's thread.
void Workplace::useDirectory(const KeptDirectory &kept)
{
    m_earlierDirectories.append(std::exchange(m_directory, kept.directory));
    m_desk->setDirectory(m_directory.get());
}

/// What is asked of the reader meanwhile waits, on the reader's thread, until the schema is the one it knows.
void Workplace::openStore(const ProfilePaths &paths)
{
    auto opened = std::make_shared<QSemaphore>();
    m_readerThread->post([opened] { opened->acquire(); });
    m_storeOpened = runOn<void>(*m_engineThread, [this, paths, opened]() -> Result<> {
        const QSemaphoreReleaser listsCanBeRead(*opened);
        COUNTERSIGN_TRY(finishRestoring(paths));
        COUNTERSIGN_TRY_INTO(store, SqliteStore::openUnchecked(paths.storeFile, m_clock));
        m_store = std::move(store);
        return {};
    });
}

/// Not waited for: the list can be read while the directory is loaded and the file and then, by the engine, journal and
/// audit chain are checked. Commands queue behind it.
void Workplace::startEngine(std::function<Result<KeptDirectory>()> loadDirectory,
                            std::function<std::unique_ptr<EngineRoom>()> makeRoom)
{
    const auto start = [this, loadDirectory = std::move(loadDirectory), makeRoom = std::move(makeRoom)]() -> Result<> {
        if (!m_store) return fail(ErrorCode::storeUnavailable);
        COUNTERSIGN_TRY_INTO(directory, loadDirectory());
        useDirectory(directory);
        m_directoryDesk->loaded(directory);
        COUNTERSIGN_TRY(m_store->check());
        if (m_leaving) return fail(ErrorCode::storeUnavailable);
        m_engineRoom = makeRoom();
        return {};
    };
    m_engineStarted = runOn<void>(*m_engineThread, start);
}

Workplace::~Workplace()
{
    m_leaving = true;
    m_imports.reset(); // while the engine still answers it
    m_exports.reset(); // likewise
    m_backups.reset();
    m_directoryDesk->leave();
    m_keyThread.reset(); // no unlock can reach the engine's room any more
    if (m_engineThread)
        m_engineThread->runAndWait([this] {
            m_engineRoom.reset();
            m_store.reset();
        });
    m_engineThread.reset();
    if (m_readerThread)
        m_readerThread->runAndWait([this] { m_reader.reset(); }); // its connection belongs to that thread
    m_readerThread.reset();
}

} // namespace countersign
