#pragma once

#include "core/error.h"
#include "exchange/celltable.h"

#include <map>
#include <optional>

namespace countersign {

/// What a column of a table can mean. Amounts are roubles; the rest is as ImportedDocument and PayoutDraft have it.
enum class ImportField {
    senderAccount,
    recipientName,
    inn,
    kpp,
    bik,
    account,
    amount,
    purpose,
    correspondentAccount,
    documentNumber,
    documentDate,
    incomeCode,
    priority,
    uin,
};
inline constexpr int importFieldCount = 14;
/// The word under which a field is saved and printed: "recipientName".
[[nodiscard]] QString importFieldName(ImportField field);

/// Which column holds what. A column holds one field at most.
class ColumnMapping
{
public:
    [[nodiscard]] std::optional<int> columnOf(ImportField field) const;
    [[nodiscard]] std::optional<ImportField> fieldOf(int column) const;
    /// Takes the column away from the field that had it.
    void set(ImportField field, std::optional<int> column);
    /// Name, BIK, account, amount or purpose that no column holds: rows can't become payouts without them.
    [[nodiscard]] QList<ImportField> missing() const;

    /// An object of field names and columns counted from 0.
    [[nodiscard]] QByteArray toJson() const;
    /// malformedJson, unexpectedValue (an unknown field, a column that is none, a column twice).
    [[nodiscard]] static Result<ColumnMapping> fromJson(const QByteArray &json);

    friend bool operator==(const ColumnMapping &, const ColumnMapping &) = default;

private:
    std::map<ImportField, int> m_columns;
};

/// What the first rows of a table tell about its columns.
struct RecognisedColumns
{
    int headerRow = -1; ///< -1: no row looks like a header
    ColumnMapping mapping;
};
/// Looks for the header among the first rows: the first one that names at least account and amount, in Russian or
/// English. Names that several columns claim are left to the person.
[[nodiscard]] RecognisedColumns recogniseColumns(const CellTable &table);
/// The mapping that the names in this row give.
[[nodiscard]] ColumnMapping mappingByHeader(const CellTable &table, int headerRow);
/// The same header, the same signature: what a saved mapping is found by. 64 hexadecimal digits; empty without header.
[[nodiscard]] QByteArray headerSignature(const CellTable &table, int headerRow);

} // namespace countersign
