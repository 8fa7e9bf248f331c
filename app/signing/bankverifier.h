#pragma once

#include "ports/signing.h"
#include "signing/keys.h"

#include <QList>
#include <QStringList>

namespace countersign {

/// Verifies webhooks against the bank's enrolled public keys; two overlap while the bank changes its key. Immutable.
class BankVerifier final : public SignatureVerifier
{
public:
    /// Without any key nothing verifies.
    explicit BankVerifier(QList<PublicKey> enrolled) : m_enrolled(std::move(enrolled)) {}
    /// Errors: those of openPublicKey for the first file that can't be taken; detail begins with its path.
    [[nodiscard]] static Result<BankVerifier> fromFiles(const QStringList &paths);

    [[nodiscard]] Result<QString> verify(QByteArrayView body, QByteArrayView base64) const override;
    [[nodiscard]] const QList<PublicKey> &enrolled() const { return m_enrolled; }
    [[nodiscard]] QStringList fingerprints() const;

private:
    QList<PublicKey> m_enrolled;
};

} // namespace countersign
