#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The tables of tests/data/ru-vectors.json; empty when the file is missing, so that a test over them must count.
inline QJsonObject vectors()
{
    QFile file(QStringLiteral(COUNTERSIGN_TEST_DATA "/ru-vectors.json"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline QJsonArray rows(QLatin1String group, QLatin1String kind)
{
    return vectors().value(group).toObject().value(kind).toArray();
}
