#include "directory/directorycomparison.h"

#include <QSet>

#include <algorithm>

namespace countersign {

namespace {

using Kind = DirectoryDifference::Kind;

Kind kindOf(const BankEntry &before, const BankEntry &after)
{
    if (before.correspondentAccounts != after.correspondentAccounts) return Kind::accounts;
    const bool sameStanding = before.limits == after.limits && before.participantType == after.participantType;
    return sameStanding ? Kind::other : Kind::standing;
}

QList<DirectoryDifference> differencesOf(const Ed807Directory &present, const Ed807Directory &offered)
{
    QList<DirectoryDifference> found;
    for (const BankEntry &after : offered.entries()) {
        const auto before = present.find(after.bik);
        if (!before)
            found.append({Kind::added, {}, after});
        else if (*before != after)
            found.append({kindOf(*before, after), before, after});
    }
    for (const BankEntry &before : present.entries()) {
        if (!offered.find(before.bik)) found.append({Kind::removed, before, {}});
    }
    const auto goesBefore = [](const DirectoryDifference &a, const DirectoryDifference &b) {
        const auto rank = [](const DirectoryDifference &difference) { return difference.kind != Kind::accounts; };
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        const auto bik = [](const DirectoryDifference &difference) {
            return (difference.after ? difference.after : difference.before)->bik.text();
        };
        return bik(a) < bik(b);
    };
    std::ranges::sort(found, goesBefore);
    return found;
}

} // namespace

qsizetype DirectoryComparison::count(Kind kind) const
{
    return std::ranges::count(differences, kind, &DirectoryDifference::kind);
}

DirectoryComparison compareDirectories(const Ed807Directory *present, const Ed807Directory &offered, QDate today)
{
    DirectoryComparison result;
    const auto object = [&result](bool is, DirectoryObjection objection) {
        if (is) result.objections.append(objection);
    };
    object(present && offered.businessDay() < present->businessDay(), DirectoryObjection::older);
    object(today.isValid() && offered.businessDay() > today.addDays(farthestDaysAhead), DirectoryObjection::future);
    object(offered.size() < plausibleEntries, DirectoryObjection::few);
    if (!present) return result;
    result.differences = differencesOf(*present, offered);
    result.same = result.differences.isEmpty() && offered.businessDay() == present->businessDay();
    object(present->size() >= plausibleEntries &&
               result.differences.size() * 100 > mostChangedPercent * present->size(),
           DirectoryObjection::manyChanged);
    object(result.count(Kind::accounts) > 0, DirectoryObjection::accountsChanged);
    return result;
}

QString objectionName(DirectoryObjection objection)
{
    switch (objection) {
    case DirectoryObjection::older:
        return QStringLiteral("older");
    case DirectoryObjection::future:
        return QStringLiteral("future");
    case DirectoryObjection::few:
        return QStringLiteral("few");
    case DirectoryObjection::manyChanged:
        return QStringLiteral("manyChanged");
    case DirectoryObjection::accountsChanged:
        return QStringLiteral("accountsChanged");
    }
    return {};
}

} // namespace countersign
