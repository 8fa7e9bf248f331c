#include "domain/auditchain.h"

#include "core/sha256.h"
#include "core/writtenjson.h"

namespace countersign {

using namespace Qt::StringLiterals;

QByteArray auditChainStart()
{
    return QByteArray(64, '0');
}

QByteArray auditHash(QByteArrayView previousHash, QByteArrayView body)
{
    return sha256({previousHash, body}).toHex();
}

QByteArray auditBody(Instant at, const QString &what, const QString &payout, const QJsonObject &details)
{
    QJsonObject body{{u"at"_s, toIsoText(at)}, {u"what"_s, what}, {u"details"_s, details}};
    if (!payout.isEmpty()) body.insert(u"payout"_s, payout);
    return writeStoredJson(QJsonDocument(body));
}

AuditChainVerifier::AuditChainVerifier() : m_lastHash(auditChainStart()) {}

AuditChainVerifier::AuditChainVerifier(qint64 lastSequence, QByteArray lastHash)
    : m_lastSequence(lastSequence), m_lastHash(std::move(lastHash))
{
}

bool AuditChainVerifier::accept(qint64 sequence, const QByteArray &previousHash, const QByteArray &body,
                                const QByteArray &hash)
{
    if (sequence != m_lastSequence + 1 || previousHash != m_lastHash || hash != auditHash(previousHash, body)) {
        return false;
    }
    m_lastSequence = sequence;
    m_lastHash = hash;
    return true;
}

} // namespace countersign
