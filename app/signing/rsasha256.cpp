#include "signing/rsasha256.h"

#include <openssl/rsa.h>

namespace countersign {

bool rsaSha256Verifies(EVP_PKEY *key, QByteArrayView body, QByteArrayView signature)
{
    const openssl::ErrorQueue errors;
    const openssl::DigestContext digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr; // owned by digest
    if (!digest || EVP_DigestVerifyInit(digest.get(), &context, EVP_sha256(), nullptr, key) != 1) return false;
    if (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) != 1) return false;
    const int verdict =
        EVP_DigestVerify(digest.get(), openssl::asUnsigned(signature), static_cast<size_t>(signature.size()),
                         openssl::asUnsigned(body), static_cast<size_t>(body.size()));
    return verdict == 1;
}

Result<QByteArray> rsaSha256Sign(EVP_PKEY *key, QByteArrayView body)
{
    const openssl::ErrorQueue errors;
    const openssl::DigestContext digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX *context = nullptr; // owned by digest
    if (!digest || EVP_DigestSignInit(digest.get(), &context, EVP_sha256(), nullptr, key) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) != 1)
        return fail(ErrorCode::signingFailed, errors.lastText());
    QByteArray signature(EVP_PKEY_get_size(key), '\0');
    auto size = static_cast<size_t>(signature.size());
    if (EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                       openssl::asUnsigned(body), static_cast<size_t>(body.size())) != 1)
        return fail(ErrorCode::signingFailed, errors.lastText());
    signature.truncate(static_cast<qsizetype>(size));
    if (!rsaSha256Verifies(key, body, signature)) // a computing fault would give the key away
        return fail(ErrorCode::signingFailed, QStringLiteral("self-check"));
    return signature;
}

} // namespace countersign
