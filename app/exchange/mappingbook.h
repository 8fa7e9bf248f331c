#pragma once

#include "exchange/columnmapping.h"

namespace countersign {

/// Column mappings that a person chose, kept in a file for the next file with the same header.
class MappingBook
{
public:
    /// The file need not exist yet.
    explicit MappingBook(QString file);

    /// Nothing where none was kept or where the file can't be read: the person then chooses again.
    [[nodiscard]] std::optional<ColumnMapping> find(const QByteArray &headerSignature) const;
    /// Writes the book whole or not at all. fileUnwritable; settingsInvalid when there is a file that is no book of
    /// ours.
    [[nodiscard]] Result<> keep(const QByteArray &headerSignature, const ColumnMapping &mapping);

private:
    QString m_file;
};

} // namespace countersign
