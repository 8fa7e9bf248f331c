#include "signing/signers.h"

#include "signing/keyfile.h"
#include "signing/strictbase64.h"

#include <QStringList>

namespace countersign {

Result<std::unique_ptr<UnlockedSigner>> UnlockedSigner::open(const QString &path, const SecretBytes &password)
{
    auto opened = openPrivateKey(path, password);
    if (!opened) return std::unexpected(opened.error());
    if (opened->protection == KeyProtection::none) return fail(ErrorCode::keyNotEncrypted);
    return std::make_unique<UnlockedSigner>(std::move(opened->key));
}

Result<QByteArray> UnlockedSigner::sign(QByteArrayView body) const
{
    const auto signature = m_key.sign(body);
    if (!signature) return signature;
    return signature->toBase64();
}

bool UnlockedSigner::isOwn(QByteArrayView body, QByteArrayView signature) const
{
    const auto bytes = decodeStrictBase64(signature);
    return bytes && m_key.publicKey().verifies(body, *bytes);
}

Result<> checkOwnKey(const Signer &own, const QString &expected, const QStringList &bankFingerprints)
{
    if (!expected.isEmpty() && own.fingerprint() != expected) return fail(ErrorCode::keyPairMismatch);
    if (bankFingerprints.contains(own.fingerprint())) return fail(ErrorCode::bankKeyIsOurs);
    return {};
}

Result<> LockableSigner::unlock(const QString &path, SecretBytes password, const KeyAcceptance &accepts)
{
    auto opened = UnlockedSigner::open(path, password);
    if (!opened) return std::unexpected(opened.error());
    if (accepts) {
        if (const auto accepted = accepts(**opened); !accepted) return accepted;
    }
    const std::lock_guard guard(m_mutex);
    m_unlocked = std::move(*opened);
    return {};
}

void LockableSigner::lock()
{
    const std::lock_guard guard(m_mutex);
    m_unlocked.reset();
}

std::shared_ptr<const UnlockedSigner> LockableSigner::current() const
{
    const std::lock_guard guard(m_mutex);
    return m_unlocked;
}

Result<QByteArray> LockableSigner::sign(QByteArrayView body) const
{
    const auto signer = current();
    if (!signer) return fail(ErrorCode::signerLocked);
    return signer->sign(body);
}

bool LockableSigner::isOwn(QByteArrayView body, QByteArrayView signature) const
{
    const auto signer = current();
    return signer && signer->isOwn(body, signature);
}

QString LockableSigner::fingerprint() const
{
    const auto signer = current();
    return signer ? signer->fingerprint() : QString();
}

int LockableSigner::bits() const
{
    const auto signer = current();
    return signer ? signer->bits() : 0;
}

} // namespace countersign
