#include "demobank/keys.h"

#include "demobank/files.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <array>
#include <stdexcept>
#include <vector>

namespace countersign::demobank {

namespace {

using KeyHandle = std::shared_ptr<EVP_PKEY>;
using BioHandle = std::unique_ptr<BIO, decltype(&BIO_free_all)>;
using DigestHandle = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

KeyHandle own(EVP_PKEY *key, const char *what)
{
    if (!key) throw std::runtime_error(what);
    return {key, EVP_PKEY_free};
}

KeyHandle ownRsa(EVP_PKEY *key, const char *what)
{
    KeyHandle handle = own(key, what);
    if (!EVP_PKEY_is_a(key, "RSA")) throw std::runtime_error("The key is not an RSA key.");
    return handle;
}

BioHandle reader(const std::string &text)
{
    return {BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), BIO_free_all};
}

std::string contents(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

std::string toBase64(const std::vector<unsigned char> &bytes)
{
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), bytes.data(), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

/// Empty where the text is not exactly what toBase64() would write.
std::vector<unsigned char> fromBase64(std::string_view text)
{
    if (text.empty() || text.size() % 4 != 0 || text.size() > 8192) return {};
    std::vector<unsigned char> bytes(text.size() / 4 * 3);
    const int size = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char *>(text.data()),
                                     static_cast<int>(text.size()));
    if (size < 0) return {};
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    bytes.resize(static_cast<std::size_t>(size) - padding);
    return toBase64(bytes) == text ? bytes : std::vector<unsigned char>{};
}

void addExtension(X509 *certificate, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    if (!extension) throw std::runtime_error("The certificate of the practice bank cannot be made.");
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

std::string selfSignedCertificate(EVP_PKEY *key)
{
    const std::unique_ptr<X509, decltype(&X509_free)> certificate{X509_new(), X509_free};
    X509_set_version(certificate.get(), X509_VERSION_3);
    std::uint64_t number = 0;
    RAND_bytes(reinterpret_cast<unsigned char *>(&number), sizeof number);
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), number >> 1U);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24L * 3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 820L * 24 * 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const std::string title = "Countersign practice bank";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>(title.data()),
                               static_cast<int>(title.size()), -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_subject_alt_name, "IP:127.0.0.1,IP:::1,DNS:localhost");
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), NID_key_usage, "critical,digitalSignature,keyCertSign");
    addExtension(certificate.get(), NID_ext_key_usage, "serverAuth");
    addExtension(certificate.get(), NID_subject_key_identifier, "hash");
    if (X509_sign(certificate.get(), key, EVP_sha256()) == 0)
        throw std::runtime_error("The certificate of the practice bank cannot be signed.");
    const BioHandle bio{BIO_new(BIO_s_mem()), BIO_free_all};
    PEM_write_bio_X509(bio.get(), certificate.get());
    return contents(bio.get());
}

std::string pemOfPrivateKey(EVP_PKEY *key)
{
    const BioHandle bio{BIO_new(BIO_s_mem()), BIO_free_all};
    if (PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) != 1)
        throw std::runtime_error("The private key cannot be written.");
    return contents(bio.get());
}

} // namespace

RsaKey RsaKey::generate(int bits)
{
    return RsaKey(ownRsa(EVP_RSA_gen(static_cast<unsigned>(bits)), "An RSA key cannot be made."));
}

RsaKey RsaKey::fromPrivatePem(const std::string &pem)
{
    return RsaKey(ownRsa(PEM_read_bio_PrivateKey(reader(pem).get(), nullptr, nullptr, nullptr),
                         "The text holds no private key in PEM form."));
}

RsaKey RsaKey::fromPublicPem(const std::string &pem)
{
    return RsaKey(ownRsa(PEM_read_bio_PUBKEY(reader(pem).get(), nullptr, nullptr, nullptr),
                         "The text holds no public key in PEM form."));
}

std::string RsaKey::privatePem() const
{
    return pemOfPrivateKey(m_key.get());
}

std::string RsaKey::publicPem() const
{
    const BioHandle bio{BIO_new(BIO_s_mem()), BIO_free_all};
    PEM_write_bio_PUBKEY(bio.get(), m_key.get());
    return contents(bio.get());
}

std::string RsaKey::sign(std::string_view bytes) const
{
    const DigestHandle context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    std::vector<unsigned char> signature(static_cast<std::size_t>(EVP_PKEY_get_size(m_key.get())));
    std::size_t size = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), signature.data(), &size, reinterpret_cast<const unsigned char *>(bytes.data()),
                       bytes.size()) != 1)
        throw std::runtime_error("The practice bank cannot sign.");
    signature.resize(size);
    return toBase64(signature);
}

bool RsaKey::verify(std::string_view bytes, std::string_view signature) const
{
    const std::vector<unsigned char> raw = fromBase64(signature);
    if (raw.empty()) return false;
    const DigestHandle context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
    return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw.data(), raw.size(),
                            reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size()) == 1;
}

std::string sha256Hex(std::string_view bytes)
{
    std::array<unsigned char, 32> digest{};
    EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    constexpr std::string_view hex = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += hex[byte >> 4U];
        text += hex[byte & 0x0FU];
    }
    return text;
}

RsaKey openBankKey(const std::filesystem::path &folder)
{
    const auto file = folder / "bank_key.pem";
    if (!std::filesystem::exists(file)) writePrivateFile(file, RsaKey::generate().privatePem());
    RsaKey key = RsaKey::fromPrivatePem(readFile(file));
    writePrivateFile(folder / "bank_public_key.pem", key.publicPem());
    return key;
}

TlsFiles openTlsFiles(const std::filesystem::path &folder)
{
    TlsFiles files{folder / "certificate.pem", folder / "certificate_key.pem"};
    if (std::filesystem::exists(files.certificate) && std::filesystem::exists(files.key)) return files;
    const KeyHandle key = own(EVP_EC_gen("P-256"), "A key for the certificate cannot be made.");
    writePrivateFile(files.key, pemOfPrivateKey(key.get()));
    writePrivateFile(files.certificate, selfSignedCertificate(key.get()));
    return files;
}

} // namespace countersign::demobank
