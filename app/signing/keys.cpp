#include "signing/keys.h"

#include "signing/keycheck.h"
#include "signing/pem.h"
#include "signing/rsasha256.h"

#include <QCryptographicHash>

#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace countersign {

namespace {

QString fingerprintOf(const EVP_PKEY *key)
{
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(key, &der);
    if (size <= 0) return {};
    const QByteArray digest =
        QCryptographicHash::hash(QByteArrayView(reinterpret_cast<const char *>(der), size), QCryptographicHash::Sha256);
    OPENSSL_free(der);
    return QString::fromLatin1(digest.toHex(':'));
}

} // namespace

PublicKey::PublicKey(std::shared_ptr<const KeyHandle> checked)
    : m_handle(std::move(checked)), m_fingerprint(fingerprintOf(m_handle->pkey.get()))
{
}

Result<PublicKey> PublicKey::fromPem(QByteArrayView pem)
{
    const openssl::ErrorQueue errors;
    auto parsed = parsePublicPem(pem);
    if (!parsed) return std::unexpected(parsed.error());
    if (const auto checked = checkPublicPart(parsed->get()); !checked) return std::unexpected(checked.error());
    return PublicKey(std::make_shared<KeyHandle>(std::move(*parsed)));
}

QByteArray PublicKey::toPem() const
{
    const openssl::ErrorQueue errors;
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), m_handle->pkey.get()) != 1) return {};
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, size);
}

int PublicKey::bits() const
{
    return EVP_PKEY_get_bits(m_handle->pkey.get());
}

bool PublicKey::verifies(QByteArrayView body, QByteArrayView signature) const
{
    return rsaSha256Verifies(m_handle->pkey.get(), body, signature);
}

PrivateKey::PrivateKey(std::shared_ptr<const KeyHandle> checked) : m_handle(std::move(checked)), m_publicKey(m_handle)
{
}

Result<PrivateKey> PrivateKey::generate(int bits)
{
    if (bits < minimumKeyBits) return fail(ErrorCode::keyTooShort, QString::number(bits));
    if (bits > maximumKeyBits) return fail(ErrorCode::keyWeak, QString::number(bits));
    const openssl::ErrorQueue errors;
    openssl::Pkey pkey(EVP_RSA_gen(static_cast<unsigned int>(bits)));
    if (!pkey) return fail(ErrorCode::signingFailed, errors.lastText());
    if (const auto checked = checkPublicPart(pkey.get()); !checked) return std::unexpected(checked.error());
    return PrivateKey(std::make_shared<KeyHandle>(std::move(pkey)));
}

Result<QByteArray> PrivateKey::sign(QByteArrayView body) const
{
    return rsaSha256Sign(m_handle->pkey.get(), body);
}

Result<> checkPair(const PrivateKey &privateKey, const PublicKey &publicKey)
{
    if (privateKey.publicKey() == publicKey) return {};
    return fail(ErrorCode::keyPairMismatch, publicKey.fingerprint());
}

} // namespace countersign
