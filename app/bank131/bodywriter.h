#pragma once

#include "domain/payoutcontent.h"

#include <QJsonObject>

namespace countersign {

// Request bodies of the two-step flow with v1 names (bank131-api.md 2.3 and 5): compact UTF-8, members in the order of
// the published examples, equal input gives equal bytes. Empty metadata is left out.

[[nodiscard]] QByteArray writeCreateBody(const QJsonObject &metadata);
[[nodiscard]] QByteArray writeStartBody(const QString &sessionId, const PayoutContent &content,
                                        const QJsonObject &metadata);
/// `slice` goes in byte for byte; empty: session id only (bank131-api.md 5.4-5.6).
[[nodiscard]] QByteArray writeSessionBody(const QString &sessionId, QByteArrayView slice);

} // namespace countersign
