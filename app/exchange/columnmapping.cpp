#include "exchange/columnmapping.h"

#include "core/storedwords.h"
#include "core/writtenjson.h"
#include "domain/payoutcontent.h"
#include "exchange/columnnames.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace countersign {

namespace {

constexpr qsizetype rowsBeforeHeader = 20; ///< titles, dates and names of companies that stand above a table

constexpr StoredWords<ImportField, importFieldCount> fieldNames(
    {QLatin1String("senderAccount"), QLatin1String("recipientName"), QLatin1String("inn"), QLatin1String("kpp"),
     QLatin1String("bik"), QLatin1String("account"), QLatin1String("amount"), QLatin1String("purpose"),
     QLatin1String("correspondentAccount"), QLatin1String("documentNumber"), QLatin1String("documentDate"),
     QLatin1String("incomeCode"), QLatin1String("priority"), QLatin1String("uin")});

} // namespace

QString importFieldName(ImportField field)
{
    return fieldNames.of(field);
}

std::optional<int> ColumnMapping::columnOf(ImportField field) const
{
    const auto found = m_columns.find(field);
    return found == m_columns.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ImportField> ColumnMapping::fieldOf(int column) const
{
    const auto found = std::ranges::find(m_columns, column, &std::pair<const ImportField, int>::second);
    return found == m_columns.end() ? std::nullopt : std::optional(found->first);
}

void ColumnMapping::set(ImportField field, std::optional<int> column)
{
    m_columns.erase(field);
    if (!column) return;
    if (const auto holder = fieldOf(*column)) m_columns.erase(*holder);
    m_columns.emplace(field, *column);
}

QList<ImportField> ColumnMapping::missing() const
{
    QList<ImportField> fields;
    for (const ImportField field : {ImportField::recipientName, ImportField::bik, ImportField::account,
                                    ImportField::amount, ImportField::purpose}) {
        if (!m_columns.contains(field)) fields.append(field);
    }
    return fields;
}

QByteArray ColumnMapping::toJson() const
{
    QJsonObject object;
    for (const auto &[field, column] : m_columns)
        object[importFieldName(field)] = column;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<ColumnMapping> ColumnMapping::fromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = readWrittenJson(json, &error);
    if (!document.isObject()) return fail(ErrorCode::malformedJson, error.errorString());
    const QJsonObject object = document.object();
    ColumnMapping mapping;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto field = fieldNames.find(member.key());
        const int column = member.value().toInt(-1);
        if (!field || column < 0 || column >= mostImportColumns || mapping.fieldOf(column)) {
            return fail(ErrorCode::unexpectedValue, member.key());
        }
        mapping.set(*field, column);
    }
    return mapping;
}

ColumnMapping mappingByHeader(const CellTable &table, int headerRow)
{
    std::map<ImportField, QList<int>> claims;
    for (int column = 0; column < table.cellCount(headerRow); ++column) {
        if (const auto field = fieldNamed(table.text(headerRow, column))) claims[*field].append(column);
    }
    ColumnMapping mapping;
    for (const auto &[field, columns] : claims) {
        if (columns.size() == 1) mapping.set(field, columns.first());
    }
    return mapping;
}

RecognisedColumns recogniseColumns(const CellTable &table)
{
    for (int row = 0; row < std::min(table.rowCount(), rowsBeforeHeader); ++row) {
        ColumnMapping mapping = mappingByHeader(table, row);
        if (mapping.columnOf(ImportField::account) && mapping.columnOf(ImportField::amount)) return {row, mapping};
    }
    return {};
}

QByteArray headerSignature(const CellTable &table, int headerRow)
{
    if (headerRow < 0 || headerRow >= table.rowCount()) return {};
    QStringList names;
    for (int column = 0; column < table.cellCount(headerRow); ++column)
        names.append(normalisedColumnName(table.text(headerRow, column)));
    return sha256Hex(names.join(QChar(0x1F)).toUtf8());
}

} // namespace countersign
