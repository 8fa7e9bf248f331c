#include "signing/bankverifier.h"

#include "signing/keyfile.h"
#include "signing/strictbase64.h"

namespace countersign {

Result<BankVerifier> BankVerifier::fromFiles(const QStringList &paths)
{
    QList<PublicKey> keys;
    for (const QString &path : paths) {
        const auto key = openPublicKey(path);
        if (!key) return fail(key.error().code, path + QStringLiteral(": ") + key.error().detail);
        keys.append(*key);
    }
    return BankVerifier(std::move(keys));
}

QStringList BankVerifier::fingerprints() const
{
    QStringList all;
    for (const PublicKey &key : m_enrolled)
        all.append(key.fingerprint());
    return all;
}

Result<QString> BankVerifier::verify(QByteArrayView body, QByteArrayView base64) const
{
    const auto signature = decodeStrictBase64(base64);
    if (!signature) return fail(ErrorCode::signatureInvalid, errorCodeName(signature.error().code));
    for (const PublicKey &key : m_enrolled) {
        if (key.verifies(body, *signature)) return key.fingerprint();
    }
    return fail(ErrorCode::signatureInvalid);
}

} // namespace countersign
