#pragma once

// For the .cpp files of this folder only: OpenSSL's handles owned by unique_ptr, and its error queue kept clean.
// No header that others include names an OpenSSL type.

#include "signing/secretbytes.h"

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <QString>

#include <memory>

namespace countersign::openssl {

template <auto Free>
struct FreedBy
{
    template <class T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};

template <class T, auto Free>
using Owned = std::unique_ptr<T, FreedBy<Free>>;

using Pkey = Owned<EVP_PKEY, EVP_PKEY_free>;
using PkeyContext = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using CipherContext = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using Bio = Owned<BIO, BIO_free_all>;
using Number = Owned<BIGNUM, BN_clear_free>;
using NumberContext = Owned<BN_CTX, BN_CTX_free>;
using Pkcs8 = Owned<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using EncryptedPkcs8 = Owned<X509_SIG, X509_SIG_free>;
using Pbes2 = Owned<PBE2PARAM, PBE2PARAM_free>;
using ScryptParameters = Owned<SCRYPT_PARAMS, SCRYPT_PARAMS_free>;
using Pbkdf2Parameters = Owned<PBKDF2PARAM, PBKDF2PARAM_free>;
using PbeParameters = Owned<PBEPARAM, PBEPARAM_free>;
using AlgorithmIdentifier = Owned<X509_ALGOR, X509_ALGOR_free>;

/// Clears this thread's error queue when it begins and when it ends, so that no old entry is read as a new failure.
class ErrorQueue
{
public:
    ErrorQueue() { ERR_clear_error(); }
    ~ErrorQueue() { ERR_clear_error(); }
    ErrorQueue(const ErrorQueue &) = delete;
    ErrorQueue &operator=(const ErrorQueue &) = delete;

    void clear() const { ERR_clear_error(); }
    /// The library's own words for the newest failure, for logs; never contains key material.
    [[nodiscard]] static QString lastText()
    {
        char text[256] = {};
        ERR_error_string_n(ERR_peek_last_error(), text, sizeof text);
        return QString::fromLatin1(text);
    }
};

[[nodiscard]] inline const unsigned char *asUnsigned(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/// The structure that an algorithm has as its parameter; null when it has none or another.
template <class T>
[[nodiscard]] T *unpack(const X509_ALGOR *algorithm, const ASN1_ITEM *item)
{
    return static_cast<T *>(ASN1_TYPE_unpack_sequence(item, algorithm->parameter));
}

} // namespace countersign::openssl

namespace countersign {

/// What PublicKey and PrivateKey share: never changed once made, so that threads may use it at the same time.
struct KeyHandle
{
    openssl::Pkey pkey;
};

} // namespace countersign
