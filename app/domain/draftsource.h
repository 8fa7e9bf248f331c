#pragma once

#include "core/ids.h"
#include "domain/field.h"

#include <QDate>
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
    // What the document says and the bank is not told, because its call has no place for it: shown with the payout,
    // printed in its field, given back to the accounting program (ru-payments.md 4.6). Empty: nothing said.
    QString incomeCode = {}; ///< field 20
    QString priority = {};   ///< field 21
    QString uin = {};        ///< field 22
    friend bool operator==(const ImportedFrom &, const ImportedFrom &) = default;
};

/// None, or that of all that is neither wages nor by writ (ru-payments.md 3.5).
[[nodiscard]] bool isUsualPriority(const QString &priority);
/// "0" stands for none.
[[nodiscard]] bool isUin(const QString &code);

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

/// The accounting program's own name of a document.
struct DocumentName
{
    QString number;
    QDate day; ///< invalid: the file had none
};
/// "17 of 2026-11-20", "17 of no date": how a document's name is stored; empty when it has no number.
[[nodiscard]] QString documentKey(const DraftSource &source);
/// The reverse; no number where the text is no such key.
[[nodiscard]] DocumentName documentNameOf(const QString &key);
/// One row of one file; empty when the draft was not imported.
[[nodiscard]] QString importKey(const DraftSource &source);

/// As it stands within stored bytes. Reading takes what it knows and leaves out the rest: a draft is never lost for it.
[[nodiscard]] QJsonObject toJson(const DraftSource &source);
[[nodiscard]] DraftSource draftSourceFromJson(const QJsonObject &json);
/// By itself: compact JSON, as an instruction keeps it.
[[nodiscard]] QByteArray canonicalBytes(const DraftSource &source);
[[nodiscard]] DraftSource draftSourceFromCanonicalBytes(QByteArrayView bytes);

} // namespace countersign
