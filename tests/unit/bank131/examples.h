#pragma once

#include <QDir>
#include <QFile>

namespace countersign::testing {

/// A published or documented body of the bank, byte for byte.
inline QByteArray example(const QString &name)
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList exampleNames(const QString &pattern)
{
    return QDir(QStringLiteral(COUNTERSIGN_TEST_DATA "/bank131-examples")).entryList({pattern}, QDir::Files);
}

} // namespace countersign::testing
