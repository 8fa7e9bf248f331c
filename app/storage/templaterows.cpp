#include "storage/templaterows.h"

#include "storage/searchtext.h"

namespace countersign {

using namespace Qt::StringLiterals;

namespace {

/// A draft that can't be read is an empty one: the others are still to be had, and this one can be deleted.
TemplateRecord readTemplate(Row &row)
{
    TemplateRecord record;
    row.read(record.id);
    record.version = row.integer();
    record.name = row.text();
    record.draft = draftFromCanonicalBytes(row.bytes()).value_or(PayoutDraft{});
    record.user = row.text();
    record.changedAt = row.instant();
    return record;
}

} // namespace

Result<QList<TemplateRecord>> selectTemplates(Connection &connection)
{
    return connection.select("templates"_L1, {}, readTemplate);
}

Result<TemplateRecord> selectTemplate(Connection &connection, const TemplateId &id)
{
    return connection.one("template"_L1, {textValue(id.text)}, readTemplate);
}

Result<std::optional<TemplateRecord>> selectTemplateOfName(Connection &connection, const QString &name)
{
    return connection.first("templateOfLook"_L1, {textValue(foldForSearch(name))}, readTemplate);
}

QVariantList insertValues(const TemplateRecord &record)
{
    return QVariantList{textValue(record.id.text)} + changingValues(record);
}

QVariantList changingValues(const TemplateRecord &record)
{
    return {record.version,
            textValue(record.name),
            textValue(foldForSearch(record.name)),
            bytesValue(canonicalBytes(record.draft)),
            textValue(record.user),
            toMilliseconds(record.changedAt)};
}

} // namespace countersign
