#pragma once

#include "domain/payoutcontent.h"

namespace countersign {

// What does not fit together between the kind of an account and the texts of a payout (ru-payments.md 2.5, 3.3). None
// of it stops a payout: it is said in the form, and the review asks for its tick. Pure; any thread.

enum class NameConflict {
    companyOnPersonAccount, ///< a legal form in the name of an individual or a sole proprietor
    withoutLegalForm,       ///< account of an organisation, name of two or three plain words
    withoutIp,              ///< a sole proprietor's name starts with "ИП " or with what the person is
};
struct NameAgainstKind
{
    NameConflict conflict = NameConflict::withoutLegalForm;
    QString legalForm; ///< that the name has
};
[[nodiscard]] std::optional<NameAgainstKind> nameConflict(const QString &name, RecipientKind kind);

enum class VoCodeConflict {
    malformed, ///< looks like a {VO…} code but is none
    needed,    ///< a non-resident takes part
    unneeded,  ///< both sides are residents
};
[[nodiscard]] std::optional<VoCodeConflict> voCodeConflict(const QString &purpose, bool nonResidentTakesPart);

} // namespace countersign
