#pragma once

#include "domain/bankdirectory.h"

namespace countersign {

/// The entries of one ED807 file. Immutable, so it may be shared between threads.
class Ed807Directory final : public BankDirectory
{
public:
    /// Takes entries in any order; of two with one BIK the first is kept.
    Ed807Directory(QDate businessDay, QList<BankEntry> entries);

    [[nodiscard]] std::optional<BankEntry> find(const Bik &bik) const override;
    [[nodiscard]] QDate businessDay() const override { return m_businessDay; }
    [[nodiscard]] qsizetype size() const override { return m_entries.size(); }

    /// Ascending by BIK.
    [[nodiscard]] const QList<BankEntry> &entries() const { return m_entries; }
    [[nodiscard]] QList<BankEntry> search(QStringView text, qsizetype limit) const override;

private:
    QDate m_businessDay;
    QList<BankEntry> m_entries; ///< ascending by BIK
};

} // namespace countersign
