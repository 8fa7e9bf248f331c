#include "signing/pem.h"

#include "signing/scryptbox.h"

#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <cstring>
#include <optional>

namespace countersign {

namespace {

using openssl::ErrorQueue;
using openssl::Pkey;
using openssl::unpack;

/// One block between BEGIN and END; its bytes are wiped with it.
class Block
{
public:
    Block() = default;
    ~Block()
    {
        OPENSSL_free(m_name);
        OPENSSL_free(m_header);
        OPENSSL_clear_free(m_data, static_cast<size_t>(m_size));
    }
    Block(const Block &) = delete;
    Block &operator=(const Block &) = delete;

    [[nodiscard]] bool readFrom(BIO *bio) { return PEM_read_bio(bio, &m_name, &m_header, &m_data, &m_size) == 1; }
    [[nodiscard]] QByteArrayView name() const { return QByteArrayView(m_name); }
    [[nodiscard]] char *header() { return m_header; }
    [[nodiscard]] unsigned char *data() { return m_data; }
    [[nodiscard]] long &size() { return m_size; }

private:
    char *m_name = nullptr;
    char *m_header = nullptr;
    unsigned char *m_data = nullptr;
    long m_size = 0;
};

openssl::Bio openText(QByteArrayView pem)
{
    if (pem.startsWith("\xef\xbb\xbf")) pem = pem.sliced(3); // a text editor's byte order mark
    return openssl::Bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
}

std::unexpected<Error> damaged(QByteArrayView what)
{
    return fail(ErrorCode::keyFileDamaged, QString::fromLatin1(what));
}

/// Nothing in the text could be read as a key. One that has a key's frame was a key once.
std::unexpected<Error> noKeyIn(QByteArrayView pem, QByteArrayView frame)
{
    if (pem.contains(frame)) return damaged(frame);
    return fail(ErrorCode::notAKeyFile);
}

QString algorithmName(const ASN1_OBJECT *algorithm)
{
    char text[80] = {};
    OBJ_obj2txt(text, sizeof text, algorithm, 0);
    return QString::fromLatin1(text);
}

Result<Pkey> readPkcs8(QByteArrayView der)
{
    const unsigned char *position = openssl::asUnsigned(der);
    const openssl::Pkcs8 info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &position, static_cast<long>(der.size())));
    const ASN1_OBJECT *algorithm = nullptr;
    if (!info || PKCS8_pkey_get0(&algorithm, nullptr, nullptr, nullptr, info.get()) != 1)
        return damaged("PKCS#8 structure");
    if (OBJ_obj2nid(algorithm) != NID_rsaEncryption) return fail(ErrorCode::keyTypeWrong, algorithmName(algorithm));
    Pkey pkey(EVP_PKCS82PKEY(info.get()));
    if (!pkey) return damaged("RSA key inside PKCS#8");
    return pkey;
}

/// What does not parse after decryption was most likely decrypted with another password.
template <class T>
Result<T> afterDecryption(Result<T> parsed)
{
    if (!parsed && parsed.error().code == ErrorCode::keyFileDamaged)
        return fail(ErrorCode::keyPasswordWrong, parsed.error().detail);
    return parsed;
}

bool isUnsupported(unsigned long error)
{
    const int reason = ERR_GET_REASON(error);
    if (reason == ERR_R_UNSUPPORTED) return true; // the only one of these that means the same in each library part
    return ERR_GET_LIB(error) == ERR_LIB_EVP &&
           (reason == EVP_R_UNKNOWN_PBE_ALGORITHM || reason == EVP_R_UNSUPPORTED_CIPHER ||
            reason == EVP_R_UNSUPPORTED_PRF || reason == EVP_R_UNSUPPORTED_ALGORITHM ||
            reason == EVP_R_UNSUPPORTED_KEY_DERIVATION_FUNCTION);
}

/// The oldest error names the cause; the later ones are its consequences.
Error decryptionError()
{
    if (isUnsupported(ERR_peek_error())) return Error{ErrorCode::keyFileDamaged, ErrorQueue::lastText()};
    return Error{ErrorCode::keyPasswordWrong, ErrorQueue::lastText()};
}

constexpr uint64_t iterationLimit =
    10'000'000; // seconds of work; sixteen times what threat-model.md section 6 asks for

/// Whether the file wants more rounds of its key derivation than a person would wait for; the library would do them
/// all.
bool wantsEndlessWork(const X509_SIG *box)
{
    const ErrorQueue errors; // what a parameter of another scheme leaves there is not the cause of a failure
    const X509_ALGOR *derivation = nullptr;
    X509_SIG_get0(box, &derivation, nullptr);
    openssl::Pbes2 pbes2;
    if (OBJ_obj2nid(derivation->algorithm) == NID_pbes2) {
        pbes2.reset(unpack<PBE2PARAM>(derivation, ASN1_ITEM_rptr(PBE2PARAM)));
        if (!pbes2) return false; // the library refuses it
        derivation = pbes2->keyfunc;
    }
    openssl::Pbkdf2Parameters pbkdf2;
    openssl::PbeParameters pbe; // of the older schemes
    if (OBJ_obj2nid(derivation->algorithm) == NID_id_pbkdf2)
        pbkdf2.reset(unpack<PBKDF2PARAM>(derivation, ASN1_ITEM_rptr(PBKDF2PARAM)));
    else
        pbe.reset(unpack<PBEPARAM>(derivation, ASN1_ITEM_rptr(PBEPARAM)));
    if (!pbkdf2 && !pbe) return false;
    uint64_t rounds = 0;
    return ASN1_INTEGER_get_uint64(&rounds, pbkdf2 ? pbkdf2->iter : pbe->iter) != 1 || rounds > iterationLimit;
}

Result<Pkey> decryptByLibrary(const X509_SIG *box, const SecretBytes &password)
{
    if (wantsEndlessWork(box)) return damaged("iteration count");
    const openssl::Pkcs8 info(PKCS8_decrypt(box, password.view().data(), static_cast<int>(password.size())));
    if (!info) return std::unexpected(decryptionError());
    unsigned char *der = nullptr;
    const int size = i2d_PKCS8_PRIV_KEY_INFO(info.get(), &der);
    if (size <= 0) return damaged("PKCS#8 structure");
    auto pkey = readPkcs8(QByteArrayView(reinterpret_cast<const char *>(der), size));
    OPENSSL_clear_free(der, static_cast<size_t>(size));
    return afterDecryption(std::move(pkey));
}

Result<ParsedPrivateKey> readEncryptedPkcs8(Block &block, const SecretBytes &password)
{
    const unsigned char *position = block.data();
    const openssl::EncryptedPkcs8 box(d2i_X509_SIG(nullptr, &position, block.size()));
    if (!box) return damaged("encrypted PKCS#8 structure");
    if (password.isEmpty()) return fail(ErrorCode::keyPasswordNeeded);
    if (!isScryptBox(box.get())) {
        auto pkey = decryptByLibrary(box.get(), password);
        if (!pkey) return std::unexpected(pkey.error());
        return ParsedPrivateKey{std::move(*pkey), KeyProtection::other};
    }
    const auto clear = openScryptBox(box.get(), password);
    if (!clear) return std::unexpected(clear.error());
    auto pkey = afterDecryption(readPkcs8(clear->view()));
    if (!pkey) return std::unexpected(pkey.error());
    return ParsedPrivateKey{std::move(*pkey), KeyProtection::scrypt};
}

Result<ParsedPrivateKey> readClearPkcs8(Block &block)
{
    auto pkey = readPkcs8(QByteArrayView(reinterpret_cast<const char *>(block.data()), block.size()));
    if (!pkey) return std::unexpected(pkey.error());
    return ParsedPrivateKey{std::move(*pkey), KeyProtection::none};
}

int handOverPassword(char *buffer, int size, int, void *password)
{
    const QByteArrayView bytes = static_cast<const SecretBytes *>(password)->view();
    if (bytes.size() > size) return -1;
    std::memcpy(buffer, bytes.data(), static_cast<size_t>(bytes.size()));
    return static_cast<int>(bytes.size());
}

Result<ParsedPrivateKey> readPkcs1(Block &block, const SecretBytes &password)
{
    EVP_CIPHER_INFO cipher{};
    if (PEM_get_EVP_CIPHER_INFO(block.header(), &cipher) != 1) return damaged("encryption header");
    const bool encrypted = cipher.cipher != nullptr;
    if (encrypted && password.isEmpty()) return fail(ErrorCode::keyPasswordNeeded);
    SecretBytes handedOver = password.clone();
    if (encrypted && PEM_do_header(&cipher, block.data(), &block.size(), handOverPassword, &handedOver) != 1)
        return std::unexpected(decryptionError());
    const unsigned char *position = block.data();
    Pkey pkey(d2i_PrivateKey(EVP_PKEY_RSA, nullptr, &position, block.size()));
    if (pkey) return ParsedPrivateKey{std::move(pkey), encrypted ? KeyProtection::other : KeyProtection::none};
    if (encrypted) return fail(ErrorCode::keyPasswordWrong, QStringLiteral("PKCS#1 structure"));
    return damaged("PKCS#1 structure");
}

Result<Pkey> readSubjectPublicKeyInfo(Block &block)
{
    const unsigned char *position = block.data();
    const openssl::Owned<X509_PUBKEY, X509_PUBKEY_free> info(d2i_X509_PUBKEY(nullptr, &position, block.size()));
    ASN1_OBJECT *algorithm = nullptr;
    if (!info || X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, info.get()) != 1)
        return damaged("public key structure");
    if (OBJ_obj2nid(algorithm) != NID_rsaEncryption) return fail(ErrorCode::keyTypeWrong, algorithmName(algorithm));
    Pkey pkey(X509_PUBKEY_get(info.get()));
    if (!pkey) return damaged("RSA public key");
    return pkey;
}

Result<Pkey> readPkcs1Public(Block &block)
{
    const unsigned char *position = block.data();
    Pkey pkey(d2i_PublicKey(EVP_PKEY_RSA, nullptr, &position, block.size()));
    if (!pkey) return damaged("RSA public key");
    return pkey;
}

} // namespace

Result<ParsedPrivateKey> parsePrivatePem(QByteArrayView pem, const SecretBytes &password)
{
    const ErrorQueue errors;
    const openssl::Bio text = openText(pem);
    bool sawPublic = false;
    while (text) {
        Block block;
        if (!block.readFrom(text.get())) break;
        errors.clear();
        if (block.name() == "ENCRYPTED PRIVATE KEY") return readEncryptedPkcs8(block, password);
        if (block.name() == "PRIVATE KEY") return readClearPkcs8(block);
        if (block.name() == "RSA PRIVATE KEY") return readPkcs1(block, password);
        if (block.name().endsWith("PRIVATE KEY"))
            return fail(ErrorCode::keyTypeWrong, QString::fromLatin1(block.name()));
        sawPublic = sawPublic || block.name().endsWith("PUBLIC KEY");
    }
    if (sawPublic) return fail(ErrorCode::keyIsPublic);
    return noKeyIn(pem, "PRIVATE KEY-----");
}

Result<Pkey> parsePublicPem(QByteArrayView pem)
{
    const ErrorQueue errors;
    if (pem.contains("PRIVATE KEY-----")) return fail(ErrorCode::keyIsPrivate);
    const openssl::Bio text = openText(pem);
    while (text) {
        Block block;
        if (!block.readFrom(text.get())) break;
        if (block.name() == "PUBLIC KEY") return readSubjectPublicKeyInfo(block);
        if (block.name() == "RSA PUBLIC KEY") return readPkcs1Public(block);
    }
    return noKeyIn(pem, "PUBLIC KEY-----");
}

} // namespace countersign
