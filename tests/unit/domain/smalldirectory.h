#pragma once

#include "domain/bankdirectory.h"

namespace countersign {

/// A directory of a few banks, made by hand.
class SmallDirectory final : public BankDirectory
{
public:
    SmallDirectory()
    {
        add(u"044525974", QStringLiteral("АО \"ТБанк\""), QStringLiteral("30101810145250000974"));
        add(u"044525225", QStringLiteral("ПАО Сбербанк"), QStringLiteral("30101810400000000225"));
        add(u"044525593", QStringLiteral("АО \"АЛЬФА-БАНК\""), QStringLiteral("30101810200000000593"));
        add(u"049205131", QStringLiteral("ООО \"Банк 131\""), QStringLiteral("30101810822029205131"));
    }

    BankEntry &add(QStringView bik, const QString &name, const QString &account)
    {
        entries.append({*Bik::parse(bik),
                        name,
                        QStringLiteral("Москва"),
                        QStringLiteral("20"),
                        {account},
                        bik.first(6).toString() + QStringLiteral("000"),
                        {}});
        return entries.last();
    }

    [[nodiscard]] std::optional<BankEntry> find(const Bik &bik) const override
    {
        for (const BankEntry &entry : entries) {
            if (entry.bik == bik) return entry;
        }
        return std::nullopt;
    }
    [[nodiscard]] QList<BankEntry> search(QStringView text, qsizetype limit) const override
    {
        QList<BankEntry> found;
        for (const BankEntry &entry : entries) {
            const bool fits = entry.bik.text().startsWith(text) || entry.name.contains(text, Qt::CaseInsensitive);
            if (fits && found.size() < limit) found += entry;
        }
        return found;
    }
    [[nodiscard]] QDate businessDay() const override { return day; }
    [[nodiscard]] qsizetype size() const override { return entries.size(); }

    QList<BankEntry> entries;
    QDate day{2026, 11, 20};
};

} // namespace countersign
