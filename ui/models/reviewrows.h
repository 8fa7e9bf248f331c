#pragma once

#include "domain/comparison.h"

namespace countersign::ui {

/// One side of a row in the review's table.
struct ReviewCell
{
    QString text;        ///< from outside, as it came; empty only when `note` says why
    QList<Span> marks;   ///< changed characters of `text`
    bool digits = false; ///< an account, BIK, INN: fixed width
    QString note;        ///< ours: "from the BIK directory", "not given"
};

/// One row of the review's table: one compared field, or several quiet ones that people read together.
struct ReviewTableRow
{
    enum class Group { recipient, sender, payment };
    enum class Look { quiet, look, differs };
    Group group = Group::payment;
    Look look = Look::quiet;
    QString head;
    ReviewCell asked;
    ReviewCell answered;
    QString verdict;             ///< "≠ differs", "! not the bank of this BIK"
    bool partlyCompared = false; ///< something that the bank says here had nothing to be held against
    QString explanation;         ///< for whoever asks why; may be empty
    QList<ReviewField> fields;
};

/// Answers with more unknown members than this are not offered for confirmation: nobody can look at them all.
inline constexpr int unknownMembersShown = 50;

/// The table of the tab "Side by side", top to bottom. Every field of the comparison is in one row, except that
/// amount, currency, number of payouts and session, which the head of the review says, are rows only when they are
/// not the same, and that unknown members over the limit are left to the tab "As received".
[[nodiscard]] QList<ReviewTableRow> reviewRows(const Comparison &comparison);

} // namespace countersign::ui
