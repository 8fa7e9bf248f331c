#include "testkeys.h"

#include "signing/openssl.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

#include <initializer_list>
#include <utility>

namespace countersign::testkeys {

namespace {

using openssl::Bio;
using openssl::Number;
using openssl::Pkey;
using openssl::PkeyContext;

Number number(unsigned long value)
{
    Number result(BN_new());
    BN_set_word(result.get(), value);
    return result;
}

Pkey generateRsa(RsaShape shape)
{
    const PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    const Number exponent = number(shape.exponent);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(context.get());
    EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), shape.bits);
    EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context.get(), exponent.get());
    EVP_PKEY_generate(context.get(), &key);
    return Pkey(key);
}

/// The ordinary shape is made once a program: making keys is most of these tests' time.
Pkey makeRsa(RsaShape shape)
{
    if (shape != RsaShape{}) return generateRsa(shape);
    static const Pkey ordinary = generateRsa({});
    EVP_PKEY_up_ref(ordinary.get());
    return Pkey(ordinary.get());
}

Pkey makeOther(const char *type)
{
    if (qstrcmp(type, "EC") == 0) return Pkey(EVP_EC_gen("P-256"));
    if (qstrcmp(type, "RSA-PSS") == 0) {
        const PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
        EVP_PKEY *key = nullptr;
        EVP_PKEY_keygen_init(context.get());
        EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), 2048);
        EVP_PKEY_generate(context.get(), &key);
        return Pkey(key);
    }
    return Pkey(EVP_PKEY_Q_keygen(nullptr, nullptr, type));
}

template <class Write>
QByteArray pem(Write write)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    write(bio.get());
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, size);
}

QByteArray pkcs8Pem(EVP_PKEY *key)
{
    return pem([&](BIO *bio) { PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr); });
}

QByteArray publicPem(EVP_PKEY *key)
{
    return pem([&](BIO *bio) { PEM_write_bio_PUBKEY(bio, key); });
}

Pkey fromNumbers(int selection, std::initializer_list<std::pair<const char *, const BIGNUM *>> numbers)
{
    const openssl::Owned<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> builder(OSSL_PARAM_BLD_new());
    for (const auto &[name, value] : numbers)
        OSSL_PARAM_BLD_push_BN(builder.get(), name, value);
    const openssl::Owned<OSSL_PARAM, OSSL_PARAM_free> parameters(OSSL_PARAM_BLD_to_param(builder.get()));
    const PkeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY *key = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get());
    return Pkey(key);
}

Pkey publicFrom(const BIGNUM *modulus)
{
    const Number exponent = number(65537);
    return fromNumbers(EVP_PKEY_PUBLIC_KEY,
                       {{OSSL_PKEY_PARAM_RSA_N, modulus}, {OSSL_PKEY_PARAM_RSA_E, exponent.get()}});
}

Number prime(int bits)
{
    Number result(BN_new());
    BN_generate_prime_ex(result.get(), bits, 0, nullptr, nullptr, nullptr);
    return result;
}

/// The whole key of two primes; `privateExponentOffset` spoils it.
Pkey fromPrimes(const BIGNUM *p, const BIGNUM *q, unsigned long privateExponentOffset)
{
    const openssl::NumberContext context(BN_CTX_new());
    const Number e = number(65537);
    const Number n(BN_new()), p1(BN_dup(p)), q1(BN_dup(q)), phi(BN_new()), d(BN_new()), dp(BN_new()), dq(BN_new()),
        qInverse(BN_new());
    BN_mul(n.get(), p, q, context.get());
    BN_sub_word(p1.get(), 1);
    BN_sub_word(q1.get(), 1);
    BN_mul(phi.get(), p1.get(), q1.get(), context.get());
    BN_mod_inverse(d.get(), e.get(), phi.get(), context.get());
    BN_mod(dp.get(), d.get(), p1.get(), context.get());
    BN_mod(dq.get(), d.get(), q1.get(), context.get());
    BN_mod_inverse(qInverse.get(), q, p, context.get());
    BN_add_word(d.get(), privateExponentOffset);
    return fromNumbers(EVP_PKEY_KEYPAIR, {{OSSL_PKEY_PARAM_RSA_N, n.get()},
                                          {OSSL_PKEY_PARAM_RSA_E, e.get()},
                                          {OSSL_PKEY_PARAM_RSA_D, d.get()},
                                          {OSSL_PKEY_PARAM_RSA_FACTOR1, p},
                                          {OSSL_PKEY_PARAM_RSA_FACTOR2, q},
                                          {OSSL_PKEY_PARAM_RSA_EXPONENT1, dp.get()},
                                          {OSSL_PKEY_PARAM_RSA_EXPONENT2, dq.get()},
                                          {OSSL_PKEY_PARAM_RSA_COEFFICIENT1, qInverse.get()}});
}

Number primeAfter(const BIGNUM *start)
{
    Number next(BN_dup(start));
    do
        BN_add_word(next.get(), 2);
    while (BN_check_prime(next.get(), nullptr, nullptr) != 1);
    return next;
}

} // namespace

QByteArray rsaPkcs8(RsaShape shape)
{
    return pkcs8Pem(makeRsa(shape).get());
}

QByteArray rsaPkcs1(RsaShape shape)
{
    const Pkey key = makeRsa(shape);
    return pem(
        [&](BIO *bio) { PEM_write_bio_PrivateKey_traditional(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
}

QByteArray rsaPublic(RsaShape shape)
{
    return publicPem(makeRsa(shape).get());
}

QByteArray rsaPkcs1Public()
{
    const Pkey key = makeRsa({});
    unsigned char *der = nullptr;
    const int size = i2d_PublicKey(key.get(), &der);
    const QByteArray result = pem([&](BIO *bio) { PEM_write_bio(bio, "RSA PUBLIC KEY", "", der, size); });
    OPENSSL_free(der);
    return result;
}

QByteArray rsaPkcs1Encrypted(const QByteArray &password)
{
    const Pkey key = makeRsa({});
    return pem([&](BIO *bio) {
        PEM_write_bio_PrivateKey_traditional(bio, key.get(), EVP_aes_256_cbc(),
                                             reinterpret_cast<const unsigned char *>(password.constData()),
                                             static_cast<int>(password.size()), nullptr, nullptr);
    });
}

QByteArray rsaPkcs8Encrypted(const QByteArray &password)
{
    const Pkey key = makeRsa({});
    return pem([&](BIO *bio) {
        PEM_write_bio_PKCS8PrivateKey(bio, key.get(), EVP_aes_256_cbc(), password.constData(),
                                      static_cast<int>(password.size()), nullptr, nullptr);
    });
}

QByteArray rsaPkcs8CheapScrypt(const QByteArray &password, RsaShape shape)
{
    const Pkey key = makeRsa(shape);
    const openssl::Pkcs8 info(EVP_PKEY2PKCS8(key.get()));
    X509_ALGOR *algorithm = PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 16, nullptr, 16384, 8, 1);
    const openssl::EncryptedPkcs8 box(
        PKCS8_set0_pbe(password.constData(), static_cast<int>(password.size()), info.get(), algorithm));
    return pem([&](BIO *bio) { PEM_write_bio_PKCS8(bio, box.get()); });
}

QByteArray pkcs8WithRounds(int rounds)
{
    const openssl::EncryptedPkcs8 box(X509_SIG_new());
    const openssl::AlgorithmIdentifier wanted(PKCS5_pbe2_set(EVP_aes_256_cbc(), rounds, nullptr, 0));
    X509_ALGOR *algorithm = nullptr;
    ASN1_OCTET_STRING *content = nullptr;
    X509_SIG_getm(box.get(), &algorithm, &content);
    X509_ALGOR_copy(algorithm, wanted.get());
    ASN1_STRING_set(content, "sixteen bytes...", 16);
    return pem([&](BIO *bio) { PEM_write_bio_PKCS8(bio, box.get()); });
}

QByteArray rsaWithClosePrimes()
{
    const Number p = prime(1024);
    const Number q = primeAfter(p.get());
    return pkcs8Pem(fromPrimes(p.get(), q.get(), 0).get());
}

QByteArray publicSquare()
{
    const openssl::NumberContext context(BN_CTX_new());
    const Number p = prime(1024);
    const Number square(BN_new());
    BN_sqr(square.get(), p.get(), context.get());
    return publicPem(publicFrom(square.get()).get());
}

QByteArray publicWithSmallFactor()
{
    const Number modulus = prime(2040);
    BN_mul_word(modulus.get(), 65521);
    return publicPem(publicFrom(modulus.get()).get());
}

QByteArray rsaWithWrongPrivateExponent()
{
    const Number p = prime(1024);
    const Number q = prime(1024);
    return pkcs8Pem(fromPrimes(p.get(), q.get(), 2).get());
}

QByteArray otherPkcs8(const char *type)
{
    return pkcs8Pem(makeOther(type).get());
}

QByteArray otherPublic(const char *type)
{
    return publicPem(makeOther(type).get());
}

QByteArray ecTraditional()
{
    const Pkey key = makeOther("EC");
    return QByteArrayLiteral("-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n") +
           pem([&](BIO *bio) {
               PEM_write_bio_PrivateKey_traditional(bio, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
           });
}

QString written(const QDir &directory, const QString &name, const QByteArray &content)
{
    QFile file(directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
    return file.fileName();
}

SecretBytes goodPassword()
{
    return SecretBytes::fromText(QStringLiteral("Wolkige Aussicht 47 Grad"));
}

} // namespace countersign::testkeys
