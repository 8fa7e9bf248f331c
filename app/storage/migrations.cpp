#include "storage/migrations.h"

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

Result<> applyStep(Connection &connection, const Migration &step, const Clock &clock)
{
    for (const QString &statement : step.statements) {
        if (const auto done = connection.executeText(statement); !done) return done;
    }
    const auto recorded =
        connection.execute("insertSchemaMigration"_L1, {step.version, step.name, toMilliseconds(clock.now())});
    if (!recorded) return std::unexpected(recorded.error());
    // Both numbers live in the file's header and take part in the transaction; SQLite can't bind them.
    const QString applicationId = u"PRAGMA application_id = %1"_s.arg(storeApplicationId);
    if (const auto done = connection.executeText(applicationId); !done) return done;
    return connection.executeText(u"PRAGMA user_version = %1"_s.arg(step.version));
}

} // namespace

Result<StoreIdentity> identify(Connection &connection, int knownVersion)
{
    const auto objects = connection.one("countSchemaObjects"_L1, {}, readNumber);
    if (!objects) return std::unexpected(objects.error());
    const auto applicationId = connection.one("readApplicationId"_L1, {}, readNumber);
    if (!applicationId) return std::unexpected(applicationId.error());
    const auto version = connection.one("readUserVersion"_L1, {}, readNumber);
    if (!version) return std::unexpected(version.error());

    if (*objects == 0 && *applicationId == 0 && *version == 0) return StoreIdentity{.isEmpty = true, .version = 0};
    if (*applicationId != storeApplicationId) return fail(ErrorCode::storeForeign, QString::number(*applicationId));
    if (*version > knownVersion) return fail(ErrorCode::storeNewer, QString::number(*version));
    if (*version < 1) return fail(ErrorCode::storeDamaged, u"user_version "_s + QString::number(*version));
    return StoreIdentity{.isEmpty = false, .version = static_cast<int>(*version)};
}

Result<> quickCheck(Connection &connection)
{
    const auto finding = connection.one("quickCheck"_L1, {}, Row::readText);
    if (!finding) return fail(ErrorCode::storeDamaged, finding.error().detail);
    if (*finding != u"ok") return fail(ErrorCode::storeDamaged, *finding);
    return {};
}

Result<> migrate(Connection &connection, int fromVersion, const QList<Migration> &steps, const Clock &clock)
{
    for (const Migration &step : steps) {
        if (step.version <= fromVersion) continue;
        const auto begun = connection.execute("begin"_L1);
        if (!begun) return std::unexpected(begun.error());
        auto done = applyStep(connection, step, clock);
        if (done) {
            const auto committed = connection.execute("commit"_L1);
            if (committed) continue;
            done = std::unexpected(committed.error());
        }
        [[maybe_unused]] const auto rolledBack = connection.execute("rollback"_L1);
        return fail(codeOfFailedWrite(done.error()), step.name + u": "_s + done.error().detail);
    }
    return {};
}

} // namespace countersign
