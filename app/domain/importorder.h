#pragma once

#include "domain/payoutcontent.h"
#include "domain/payoutstate.h"

#include <QDate>

namespace countersign {

// From the rows of a file to drafts: what is ordered, what came of it, and what is known of earlier imports.

/// A row that shall become a draft.
struct ImportedDraft
{
    PayoutDraft draft;       ///< its source names file and row
    QByteArray identity;     ///< of the document, 64 hexadecimal digits: the same document always has the same one
    /// The payout of an earlier import of the document that a person was shown, wanting this one too; 0: none.
    qint64 shownNumber = 0;
};

/// Rows of one file, chosen by a person who has typed what they come to.
struct ImportOrder
{
    QString fileName;      ///< without its folder
    QByteArray fileSha256; ///< of the bytes that were read, 64 hexadecimal digits
    Money controlTotal;    ///< as typed; must be the sum of the rows
    QList<ImportedDraft> rows;
};

struct ImportDone
{
    ImportId id;
    qint64 firstNumber = 0; ///< of the drafts; they follow each other
    qint64 lastNumber = 0;
    Money total;
    [[nodiscard]] qint64 count() const { return lastNumber - firstNumber + 1; }
    friend bool operator==(const ImportDone &, const ImportDone &) = default;
};

/// What a document, or any of a file, was imported as before.
struct EarlierImport
{
    QDate day;                        ///< in Moscow
    PayoutId payout;                  ///< empty for a file
    qint64 number = 0;                ///< the payout's
    std::optional<PayoutState> state; ///< of the payout; nothing: its draft was discarded
    friend bool operator==(const EarlierImport &, const EarlierImport &) = default;
};

} // namespace countersign
