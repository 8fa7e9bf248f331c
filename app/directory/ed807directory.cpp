#include "directory/ed807directory.h"

#include <algorithm>
#include <array>

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

/// The smaller, the sooner somebody means this entry; none: it does not fit. A bank before its branches, and a name
/// with a word that begins so before one that only holds it ("ТБанк" before "Центринвестбанк").
std::optional<int> rankOf(const BankEntry &entry, const QString &wanted)
{
    const int branch = entry.participantType == u"20" ? 0 : 1;
    if (entry.bik.text().startsWith(wanted)) return branch;
    const QString name = comparable(entry.name);
    qsizetype at = name.indexOf(wanted);
    if (at < 0) return std::nullopt;
    for (; at >= 0; at = name.indexOf(wanted, at + 1)) {
        if (at == 0 || !name[at - 1].isLetterOrNumber()) return branch;
    }
    return 2 + branch;
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
    if (wanted.isEmpty()) return {};
    std::array<QList<BankEntry>, 4> byRank;
    for (const BankEntry &entry : m_entries) {
        if (const auto rank = rankOf(entry, wanted)) byRank[static_cast<size_t>(*rank)].append(entry);
    }
    QList<BankEntry> found;
    for (const QList<BankEntry> &entries : byRank)
        found += entries;
    return found.first(std::min(limit, found.size()));
}

} // namespace countersign
