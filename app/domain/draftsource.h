#pragma once

#include "core/ids.h"
#include "domain/field.h"

#include <QJsonObject>
#include <QMap>

namespace countersign {

// Where each field of a draft came from: kept with the draft, frozen with the instruction as its `source`
// (payout-lifecycle.md section 3), shown beside the payout.

enum class Origin {
    typed,    ///< by hand; what a field is that nothing is known of
    pasted,   ///< from the clipboard
    imported, ///< from a file
    book,     ///< from the address book
    payout,   ///< copied from another payout
    pattern,  ///< from a template
};

struct FieldSource
{
    Origin origin = Origin::typed;
    /// What the field held when it was imported, copied, taken from the book or a template, once a person
    /// has changed it.
    std::optional<QString> before;
    friend bool operator==(const FieldSource &, const FieldSource &) = default;
};

/// The file that a draft was imported from.
struct ImportedFrom
{
    QString fileName;       ///< without its folder
    QByteArray fileSha256;  ///< of the bytes that were read
    int row = 0;            ///< counted from 1, as the file's own program counts
    QString documentNumber; ///< the accounting program's; may be empty
    QString documentDate;   ///< ISO date; may be empty
    friend bool operator==(const ImportedFrom &, const ImportedFrom &) = default;
};

/// The entry of the address book that the recipient was taken from, as it stood then.
struct TakenFromBook
{
    RecipientId entry;
    int version = 0;
    friend bool operator==(const TakenFromBook &, const TakenFromBook &) = default;
};

/// The payout that a draft is a copy of.
struct CopiedFrom
{
    PayoutId payout;
    qint64 number = 0;
    friend bool operator==(const CopiedFrom &, const CopiedFrom &) = default;
};

/// The template that a draft was made from, as it stood then.
struct TakenFromTemplate
{
    TemplateId id;
    int version = 0;
    QString name; ///< it may be renamed or deleted later
    friend bool operator==(const TakenFromTemplate &, const TakenFromTemplate &) = default;
};

struct DraftSource
{
    QMap<Field, FieldSource> fields; ///< a field that is not here was typed
    std::optional<ImportedFrom> file;
    std::optional<TakenFromBook> book;
    std::optional<CopiedFrom> copy;
    std::optional<TakenFromTemplate> pattern;

    [[nodiscard]] Origin originOf(Field field) const { return fields.value(field).origin; }
    /// Nothing but typing is known.
    [[nodiscard]] bool isEmpty() const { return *this == DraftSource{}; }
    friend bool operator==(const DraftSource &, const DraftSource &) = default;
};

/// A person changed a field by hand, by typing or by pasting: it is of that origin from now on, and remembers what it
/// held when it came from elsewhere (as it came, not as it was before the latest letter).
void noteEdit(DraftSource &source, Field field, Origin how, const QString &before);

/// All filled fields came from there; earlier sources of theirs are forgotten.
void noteOrigin(DraftSource &source, const QList<Field> &fields, Origin origin);

/// "17 of 2026-11-20": the accounting program's own key of a document; empty when number or date is missing.
[[nodiscard]] QString documentKey(const DraftSource &source);
/// One row of one file; empty when the draft was not imported.
[[nodiscard]] QString importKey(const DraftSource &source);

/// As it stands within stored bytes. Reading takes what it knows and leaves out the rest: a draft is never lost for it.
[[nodiscard]] QJsonObject toJson(const DraftSource &source);
[[nodiscard]] DraftSource draftSourceFromJson(const QJsonObject &json);
/// By itself: compact JSON, as an instruction keeps it.
[[nodiscard]] QByteArray canonicalBytes(const DraftSource &source);
[[nodiscard]] DraftSource draftSourceFromCanonicalBytes(QByteArrayView bytes);

} // namespace countersign
