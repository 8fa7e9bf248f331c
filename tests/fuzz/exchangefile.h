#pragma once

#include "exchange/importreading.h"
#include "fuzztarget.h"

namespace countersign::fuzz {

/// Reads the bytes as an import does, twice, and demands what must hold for every row, whatever the file.
inline void readAsImport(QByteArrayView bytes)
{
    constexpr qsizetype mostRows = 200;
    ImportRules rules;
    rules.senderAccounts.append(*AccountNumber::parse(u"40702810300200000013"));
    const ImportChoices choices{.senderAccount = QStringLiteral("40702810300200000013")};
    const auto read = [&] {
        UnwatchedReading unwatched;
        const QByteArray copy = bytes.toByteArray();
        return readImport(ImportSource{copy, {QStringLiteral("file"), copy.size(), {}, sha256Hex(copy)}}, choices,
                          rules, unwatched);
    };
    const ImportResult first = read();
    const ImportResult second = read();
    demand(first.has_value() == second.has_value(), "the same bytes are read alike");
    if (!first) return;
    demand((*first)->rowCount() == (*second)->rowCount(), "the same bytes have the same rows");
    for (qsizetype row = 0; row < std::min((*first)->rowCount(), mostRows); ++row) {
        const ImportRow full = (*first)->row(row);
        demand(full.refused == (*first)->overview(row).refused(), "row and overview agree");
        demand(full.draft == (*second)->row(row).draft, "the same row holds the same payment");
        if (full.refused) continue;
        demand(AccountNumber::parse(full.draft.account).has_value(), "what is taken has an account of 20 digits");
        demand(Bik::parse(full.draft.bik).has_value(), "what is taken has a BIK of 9 digits");
        demand(full.amount && full.amount->kopecks() > 0, "what is taken has an amount above zero");
        demand(!full.draft.purpose.trimmed().isEmpty(), "what is taken says what for");
    }
}

} // namespace countersign::fuzz
