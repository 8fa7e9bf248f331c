#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace countersign {

/// One numbered step of the schema.
struct Migration
{
    int version = 0;
    QString name; ///< "0001_records"
    QStringList statements;
};

/// The SQL that the program carries. Immutable after construction.
class Statements
{
public:
    /// Every statement of the embedded files after "-- name: x" is known as x. They are read once.
    Statements();

    /// The text; empty when there is no such statement.
    [[nodiscard]] QString text(QLatin1String name) const { return m_texts.value(QString(name)); }
    [[nodiscard]] QStringList names() const { return m_texts.keys(); }

private:
    QHash<QString, QString> m_texts;
};

/// All steps, ascending from version 1 without a gap.
[[nodiscard]] QList<Migration> embeddedMigrations();
/// The version of the last of them.
[[nodiscard]] int newestMigration();

} // namespace countersign
