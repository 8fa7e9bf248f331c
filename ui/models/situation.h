#pragma once

#include "ui/models/helptopic.h"
#include "ui/models/payoutwords.h"

namespace countersign::ui {

/// A note above a payout's facts: what is the matter and what it means.
struct SituationNote
{
    StatusGrade grade = StatusGrade::quiet;
    QString sign;
    QString headline;
    QString text;
    std::optional<HelpTopic> help = std::nullopt; ///< the page that explains it
    friend bool operator==(const SituationNote &, const SituationNote &) = default;
};

/// A labelled value: "Known" — "Request left this computer once, 11:38:03".
struct SituationFact
{
    QString label;
    QString value;
    friend bool operator==(const SituationFact &, const SituationFact &) = default;
};

/// Where a payout stands, in words for an accountant: what is known, what is being asked, what one can do.
struct Situation
{
    QList<SituationNote> notes;
    QList<SituationFact> facts;
    QString footnote;             ///< why something is not offered, and when it will be; may be empty
    std::optional<Offer> nextAct; ///< what the payout waits for: on top, in colour, on Enter; one of the offers
};

/// Pure. `offers` are those of offersFor() at the same moment.
[[nodiscard]] Situation situationOf(const PayoutDossier &dossier, const QList<OfferedAct> &offers, Instant now);

} // namespace countersign::ui
