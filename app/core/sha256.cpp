#include "core/sha256.h"

#include <memory>

#include <openssl/evp.h>

namespace countersign {

namespace {

struct FreeDigest
{
    void operator()(EVP_MD *digest) const { EVP_MD_free(digest); }
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};

} // namespace

QByteArray sha256(std::initializer_list<QByteArrayView> parts)
{
    static const std::unique_ptr<EVP_MD, FreeDigest> algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> context(EVP_MD_CTX_new());
    QByteArray digest(32, Qt::Uninitialized);
    bool good = EVP_DigestInit_ex2(context.get(), algorithm.get(), nullptr) == 1;
    for (const QByteArrayView part : parts)
        good = good && EVP_DigestUpdate(context.get(), part.data(), static_cast<size_t>(part.size())) == 1;
    good = good && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr) == 1;
    if (!good) qFatal("OpenSSL has no SHA-256"); // nothing can be sent or recorded without
    return digest;
}

} // namespace countersign
