#pragma once

#include "domain/draftsource.h"

namespace countersign {

/// What an import warned of at a row, by the finding's name: its sentence is made where it is shown.
struct RowWarning
{
    QString kind; ///< "documentInnDiffers"
    QStringList arguments;
    friend bool operator==(const RowWarning &, const RowWarning &) = default;
};

/// The warnings go with the draft and are frozen with it: whoever approves it never saw the file (ru-payments.md 0.2).
/// They are kept as what came with the draft as a whole, Field::whole, and shown and digested with the other sources.
void noteRowWarnings(DraftSource &source, const QList<RowWarning> &warnings);
/// Empty for a draft that was not imported, or without a warning.
[[nodiscard]] QList<RowWarning> rowWarnings(const DraftSource &source);

/// The tick of the review for a payout with such warnings.
[[nodiscard]] QString rowWarningsTick();

} // namespace countersign
