#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QJsonObject>

namespace countersign {

// The hash chain of the audit record (payout-lifecycle.md section 3, L13): each entry's hash covers its own body and
// the hash of the entry before it, so that an edited, removed, inserted or reordered entry shows.

/// What the first entry has as its previous hash: 64 zeros.
[[nodiscard]] QByteArray auditChainStart();

/// SHA-256(previousHash as its 64 hex digits ‖ body), as 64 lower-case hex digits.
[[nodiscard]] QByteArray auditHash(QByteArrayView previousHash, QByteArrayView body);

/// The canonical body: compact JSON with sorted keys {"at","details","payout","what"}. `payout` is left out when empty.
[[nodiscard]] QByteArray auditBody(Instant at, const QString &what, const QString &payout, const QJsonObject &details);

/// Follows a chain entry by entry.
class AuditChainVerifier
{
public:
    /// Begins at the start of the chain.
    AuditChainVerifier();
    /// Continues behind an entry that is known to be good.
    AuditChainVerifier(qint64 lastSequence, QByteArray lastHash);

    /// False when this entry does not continue the chain; nothing that follows can then be believed.
    [[nodiscard]] bool accept(qint64 sequence, const QByteArray &previousHash, const QByteArray &body,
                              const QByteArray &hash);
    /// The sequence number of the last accepted entry; 0 before the first.
    [[nodiscard]] qint64 lastSequence() const { return m_lastSequence; }

private:
    qint64 m_lastSequence = 0;
    QByteArray m_lastHash;
};

} // namespace countersign
