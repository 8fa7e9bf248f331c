#pragma once

#include "support/fakedirectorydesk.h"
#include "unit/directory/directorykit.h"

namespace countersign {

/// What a desk would offer on 22 November 2026 beside the directory of Friday.
inline OfferedDirectory offerOf(const QList<BankEntry> &entries, QDate day,
                                const std::shared_ptr<const Ed807Directory> &present)
{
    const auto directory = test::directoryOf(entries, day);
    return {.directory = directory,
            .xml = {},
            .sha256 = {},
            .source = QStringLiteral("https://bank.example/directory"),
            .comparison = compareDirectories(present.get(), *directory, {2026, 11, 22}),
            .comparedWith = present};
}

/// A desk with a plausible directory, which is offered one that nobody should take unasked.
inline void offerPoisoned(FakeDirectoryDesk &desk)
{
    desk.present = {test::directoryOf(test::banks(1400)), {}};
    QList<BankEntry> poisoned = test::banks(1401);
    poisoned[8].correspondentAccounts = {QStringLiteral("30101810900000000999")};
    poisoned[9].limits = BankLimit::moratorium;
    poisoned[10].name = QStringLiteral("Банк с новым именем");
    poisoned.removeAt(3);
    desk.offer = offerOf(poisoned, test::friday.addDays(3), desk.present.directory);
}

} // namespace countersign
