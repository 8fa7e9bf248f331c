#include "directory/ed807directory.h"

#include <algorithm>

namespace countersign {

namespace {

QString comparable(QStringView text)
{
    return text.toString().toCaseFolded().replace(QChar(0x0451), QChar(0x0435)).simplified();
}

const QString &bikOf(const BankEntry &entry)
{
    return entry.bik.text();
}

} // namespace

Ed807Directory::Ed807Directory(QDate businessDay, QList<BankEntry> entries)
    : m_businessDay(businessDay), m_entries(std::move(entries))
{
    std::ranges::stable_sort(m_entries, {}, bikOf);
    const auto repeated = std::ranges::unique(m_entries, {}, bikOf);
    m_entries.erase(repeated.begin(), repeated.end());
}

std::optional<BankEntry> Ed807Directory::find(const Bik &bik) const
{
    const auto found = std::ranges::lower_bound(m_entries, bik.text(), {}, bikOf);
    if (found == m_entries.end() || found->bik != bik) return std::nullopt;
    return *found;
}

QList<BankEntry> Ed807Directory::search(QStringView text, qsizetype limit) const
{
    const QString wanted = comparable(text);
    QList<BankEntry> found;
    if (wanted.isEmpty()) return found;
    for (const BankEntry &entry : m_entries) {
        if (found.size() >= limit) break;
        if (entry.bik.text().startsWith(wanted) || comparable(entry.name).contains(wanted)) found.append(entry);
    }
    return found;
}

} // namespace countersign
