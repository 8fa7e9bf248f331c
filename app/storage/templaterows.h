#pragma once

#include "ports/templates.h"
#include "storage/connection.h"

namespace countersign {

// What readers and transactions share about templates: each reads over its own connection.

[[nodiscard]] Result<QList<TemplateRecord>> selectTemplates(Connection &connection);
[[nodiscard]] Result<TemplateRecord> selectTemplate(Connection &connection, const TemplateId &id);
[[nodiscard]] Result<std::optional<TemplateRecord>> selectTemplateOfName(Connection &connection, const QString &name);

[[nodiscard]] QVariantList insertValues(const TemplateRecord &record);
/// What an update sets.
[[nodiscard]] QVariantList changingValues(const TemplateRecord &record);

} // namespace countersign
