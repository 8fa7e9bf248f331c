#include "bootstrap/workplace.h"

#include "bootstrap/engineroom.h"
#include "bootstrap/runkeylock.h"
#include "bootstrap/transportsettings.h"
#include "core/try.h"

namespace countersign {

namespace {

Result<std::shared_ptr<const Ed807Directory>> directoryOf(const Profile &profile, const ProfilePaths &paths)
{
    if (profile.directoryFile.isEmpty()) return std::shared_ptr<const Ed807Directory>{};
    return loadEd807(paths.resolved(profile.directoryFile));
}

Result<BankVerifier> bankKeysOf(const Profile &profile, const ProfilePaths &paths)
{
    QStringList files;
    for (const QString &file : profile.bankPublicKeyFiles)
        files.append(paths.resolved(file));
    return BankVerifier::fromFiles(files);
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
    COUNTERSIGN_TRY_INTO(directory, directoryOf(profile, paths));
    COUNTERSIGN_TRY_INTO(bankKeys, bankKeysOf(profile, paths));
    COUNTERSIGN_TRY_INTO(store, SqliteStore::open(paths.storeFile, clock));

    std::unique_ptr<Workplace> place(new Workplace(profile, clock));
    place->m_directory = std::move(directory);
    place->m_bankKeys.emplace(std::move(bankKeys));
    place->m_engineThread = std::make_unique<ThreadExecutor>(QStringLiteral("engine"));
    place->m_readerThread = std::make_unique<ThreadExecutor>(QStringLiteral("reader"));
    place->m_keyThread = std::make_unique<ThreadExecutor>(QStringLiteral("keys"));
    place->m_reader = std::make_unique<SqliteReader>(paths.storeFile);
    place->m_desk = std::make_unique<EngineDesk>(EngineDesk::Threads{*place->m_engineThread, *place->m_readerThread},
                                                 *place->m_reader, clock, settings, place->m_directory.get());
    // Not waited for: the engine verifies its records first, and the list can be read meanwhile. Commands queue behind
    // it.
    auto needs = std::make_shared<EngineRoom::Needs>(
        EngineRoom::Needs{.store = std::move(store),
                          .journal = std::make_unique<FileSendJournal>(paths.journalFolder),
                          .transport = std::move(transport),
                          .settings = std::move(settings),
                          .directory = place->m_directory.get(),
                          .signer = place->m_signer,
                          .bankKeys = *place->m_bankKeys,
                          .clock = clock,
                          .ids = ids,
                          .desk = *place->m_desk});
    place->m_engineThread->post([place = place.get(), needs, profile, paths] {
        place->m_engineRoom = std::make_unique<EngineRoom>(std::move(*needs), profile, paths);
    });
    place->m_keyLock = std::make_unique<RunKeyLock>(
        place->m_signer, paths.resolved(profile.keyFile), *place->m_keyThread,
        [place = place.get()] { place->m_engineThread->post([place] { place->m_engineRoom->keyChanged(); }); });
    return place;
}

Workplace::~Workplace()
{
    m_keyThread.reset(); // no unlock can reach the engine's room any more
    if (m_engineThread) m_engineThread->runAndWait([this] { m_engineRoom.reset(); });
    m_engineThread.reset();
    if (m_readerThread)
        m_readerThread->runAndWait([this] { m_reader.reset(); }); // its connection belongs to that thread
    m_readerThread.reset();
}

} // namespace countersign
