#pragma once

#include <QByteArray>
#include <QJsonDocument>

namespace countersign {

/// Compact JSON that comes back from the store byte for byte: SQLite puts U+FFFD for the characters U+FFFE and U+FFFF,
/// so those two are written as escapes. What holds neither gives the same bytes as QJsonDocument.
[[nodiscard]] QByteArray writeStoredJson(const QJsonDocument &document);

/// JSON that this program wrote, with every text as it was: QJsonDocument alone drops a text's leading U+FEFF, which
/// it takes for a byte order mark, so that what was stored would come back as something else. Otherwise the same.
/// The bank's messages are read by scanJson.
[[nodiscard]] QJsonDocument readWrittenJson(QByteArray json, QJsonParseError *error = nullptr);

} // namespace countersign
