#include "signing/scryptbox.h"

#include <openssl/objects.h>
#include <openssl/rand.h>

#include <array>
#include <bit>

namespace countersign {

namespace {

using openssl::ErrorQueue;
using openssl::unpack;

constexpr uint64_t ownCost = uint64_t{1} << 17u;
constexpr uint64_t ownBlockSize = 8;
constexpr uint64_t ownParallelization = 1;
constexpr uint64_t memoryLimit = uint64_t{1} << 30u;
constexpr uint64_t memoryLimitOfLibrary = memoryLimit + (uint64_t{1} << 26u); // working buffers beside the big one
constexpr uint64_t parallelizationLimit = 16;
constexpr int saltSize = 16;
constexpr int ivSize = 16;
constexpr int aesBlockSize = 16;

struct Cost
{
    uint64_t n = ownCost;
    uint64_t r = ownBlockSize;
    uint64_t p = ownParallelization;
};

struct Parameters
{
    Cost cost;
    QByteArrayView salt; // points into `scrypt`
    const EVP_CIPHER *cipher = nullptr;
    QByteArrayView iv; // points into `pbes2`
    openssl::Pbes2 pbes2;
    openssl::ScryptParameters scrypt;
};

std::unexpected<Error> damaged(const char *what)
{
    return fail(ErrorCode::keyFileDamaged, QString::fromLatin1(what));
}

std::unexpected<Error> libraryFailed()
{
    return fail(ErrorCode::signingFailed, ErrorQueue::lastText());
}

QByteArrayView viewOf(const ASN1_STRING *string)
{
    return QByteArrayView(ASN1_STRING_get0_data(string), ASN1_STRING_length(string));
}

openssl::Pbes2 readPbes2(const X509_SIG *box)
{
    const X509_ALGOR *algorithm = nullptr;
    X509_SIG_get0(box, &algorithm, nullptr);
    if (OBJ_obj2nid(algorithm->algorithm) != NID_pbes2) return {};
    return openssl::Pbes2(unpack<PBE2PARAM>(algorithm, ASN1_ITEM_rptr(PBE2PARAM)));
}

bool isUsable(const Cost &cost)
{
    return cost.n > 1 && std::has_single_bit(cost.n) && cost.r >= 1 && cost.p >= 1 && cost.p <= parallelizationLimit &&
           cost.r <= memoryLimit / (128 * cost.p) && cost.n <= memoryLimit / (128 * cost.r * cost.p); // time as well
}

Result<> readCost(Parameters &parameters)
{
    const SCRYPT_PARAMS *scrypt = parameters.scrypt.get();
    Cost &cost = parameters.cost;
    if (ASN1_INTEGER_get_uint64(&cost.n, scrypt->costParameter) != 1 ||
        ASN1_INTEGER_get_uint64(&cost.r, scrypt->blockSize) != 1 ||
        ASN1_INTEGER_get_uint64(&cost.p, scrypt->parallelizationParameter) != 1 || !isUsable(cost))
        return damaged("scrypt cost");
    uint64_t keySize = 0;
    if (scrypt->keyLength && (ASN1_INTEGER_get_uint64(&keySize, scrypt->keyLength) != 1 ||
                              keySize != static_cast<uint64_t>(EVP_CIPHER_get_key_length(parameters.cipher))))
        return damaged("scrypt key length");
    parameters.salt = viewOf(scrypt->salt);
    return {};
}

Result<> readCipher(Parameters &parameters)
{
    const X509_ALGOR *encryption = parameters.pbes2->encryption;
    switch (OBJ_obj2nid(encryption->algorithm)) {
    case NID_aes_128_cbc:
        parameters.cipher = EVP_aes_128_cbc();
        break;
    case NID_aes_192_cbc:
        parameters.cipher = EVP_aes_192_cbc();
        break;
    case NID_aes_256_cbc:
        parameters.cipher = EVP_aes_256_cbc();
        break;
    default:
        return damaged("cipher"); // a NID is an int, not an enum: nothing to forget here
    }
    const ASN1_TYPE *iv = encryption->parameter;
    if (!iv || iv->type != V_ASN1_OCTET_STRING || ASN1_STRING_length(iv->value.octet_string) != ivSize)
        return damaged("initialisation vector");
    parameters.iv = viewOf(iv->value.octet_string);
    return {};
}

Result<Parameters> readParameters(const X509_SIG *box)
{
    Parameters parameters;
    parameters.pbes2 = readPbes2(box);
    if (!parameters.pbes2) return damaged("PBES2 parameters");
    const X509_ALGOR *derivation = parameters.pbes2->keyfunc;
    parameters.scrypt.reset(unpack<SCRYPT_PARAMS>(derivation, ASN1_ITEM_rptr(SCRYPT_PARAMS)));
    if (!parameters.scrypt) return damaged("scrypt parameters");
    if (const auto read = readCipher(parameters); !read) return std::unexpected(read.error());
    if (const auto read = readCost(parameters); !read) return std::unexpected(read.error());
    return parameters;
}

Result<SecretBytes> deriveKey(const SecretBytes &password, QByteArrayView salt, const Cost &cost, int size)
{
    SecretBytes key(size);
    if (EVP_PBE_scrypt(password.view().data(), static_cast<size_t>(password.size()), openssl::asUnsigned(salt),
                       static_cast<size_t>(salt.size()), cost.n, cost.r, cost.p, memoryLimitOfLibrary,
                       reinterpret_cast<unsigned char *>(key.data()), static_cast<size_t>(size)) != 1)
        return libraryFailed();
    return key;
}

enum class Direction { decrypt = 0, encrypt = 1 };

/// Whole-buffer CBC with padding; empty when the padding is wrong or the library refused.
SecretBytes runCipher(Direction direction, const EVP_CIPHER *cipher, const SecretBytes &key, QByteArrayView iv,
                      QByteArrayView input)
{
    const openssl::CipherContext context(EVP_CIPHER_CTX_new());
    SecretBytes output(input.size() + aesBlockSize);
    auto *const target = reinterpret_cast<unsigned char *>(output.data());
    int written = 0;
    int rest = 0;
    if (!context ||
        EVP_CipherInit_ex(context.get(), cipher, nullptr, openssl::asUnsigned(key.view()), openssl::asUnsigned(iv),
                          static_cast<int>(direction)) != 1 ||
        EVP_CipherUpdate(context.get(), target, &written, openssl::asUnsigned(input), static_cast<int>(input.size())) !=
            1 ||
        EVP_CipherFinal_ex(context.get(), target + written, &rest) != 1)
        return {};
    output.truncate(written + rest);
    return output;
}

/// Stores a packed structure as an algorithm's parameter.
bool setSequence(X509_ALGOR *algorithm, int nid, void *structure, const ASN1_ITEM *item)
{
    ASN1_STRING *packed = ASN1_item_pack(structure, item, nullptr);
    if (!packed) return false;
    if (X509_ALGOR_set0(algorithm, OBJ_nid2obj(nid), V_ASN1_SEQUENCE, packed) == 1) return true;
    ASN1_STRING_free(packed);
    return false;
}

bool setDerivation(X509_ALGOR *algorithm, QByteArrayView salt, const Cost &cost)
{
    const openssl::ScryptParameters scrypt(SCRYPT_PARAMS_new());
    return scrypt && ASN1_STRING_set(scrypt->salt, salt.data(), static_cast<int>(salt.size())) == 1 &&
           ASN1_INTEGER_set_uint64(scrypt->costParameter, cost.n) == 1 &&
           ASN1_INTEGER_set_uint64(scrypt->blockSize, cost.r) == 1 &&
           ASN1_INTEGER_set_uint64(scrypt->parallelizationParameter, cost.p) == 1 &&
           setSequence(algorithm, NID_id_scrypt, scrypt.get(), ASN1_ITEM_rptr(SCRYPT_PARAMS));
}

bool setCipher(X509_ALGOR *algorithm, QByteArrayView iv)
{
    openssl::Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> string(ASN1_OCTET_STRING_new());
    if (!string || ASN1_STRING_set(string.get(), iv.data(), static_cast<int>(iv.size())) != 1 ||
        X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_aes_256_cbc), V_ASN1_OCTET_STRING, string.get()) != 1)
        return false;
    string.release();
    return true;
}

openssl::EncryptedPkcs8 assemble(QByteArrayView salt, QByteArrayView iv, QByteArrayView encrypted)
{
    openssl::EncryptedPkcs8 box(X509_SIG_new());
    const openssl::Pbes2 pbes2(PBE2PARAM_new());
    if (!box || !pbes2) return {};
    X509_ALGOR *algorithm = nullptr;
    ASN1_OCTET_STRING *content = nullptr;
    X509_SIG_getm(box.get(), &algorithm, &content);
    if (!setDerivation(pbes2->keyfunc, salt, Cost{}) || !setCipher(pbes2->encryption, iv) ||
        !setSequence(algorithm, NID_pbes2, pbes2.get(), ASN1_ITEM_rptr(PBE2PARAM)) ||
        ASN1_STRING_set(content, encrypted.data(), static_cast<int>(encrypted.size())) != 1)
        return {};
    return box;
}

} // namespace

bool isScryptBox(const X509_SIG *box)
{
    const openssl::Pbes2 pbes2 = readPbes2(box);
    return pbes2 && OBJ_obj2nid(pbes2->keyfunc->algorithm) == NID_id_scrypt;
}

Result<SecretBytes> openScryptBox(const X509_SIG *box, const SecretBytes &password)
{
    const auto parameters = readParameters(box);
    if (!parameters) return std::unexpected(parameters.error());
    const ASN1_OCTET_STRING *content = nullptr;
    X509_SIG_get0(box, nullptr, &content);
    const QByteArrayView encrypted = viewOf(content);
    if (encrypted.isEmpty() || encrypted.size() % aesBlockSize != 0) return damaged("encrypted length");

    const auto key =
        deriveKey(password, parameters->salt, parameters->cost, EVP_CIPHER_get_key_length(parameters->cipher));
    if (!key) return std::unexpected(key.error());
    SecretBytes clear = runCipher(Direction::decrypt, parameters->cipher, *key, parameters->iv, encrypted);
    if (clear.isEmpty()) return fail(ErrorCode::keyPasswordWrong);
    return clear;
}

Result<openssl::EncryptedPkcs8> sealScryptBox(const SecretBytes &pkcs8, const SecretBytes &password)
{
    std::array<unsigned char, saltSize> salt{};
    std::array<unsigned char, ivSize> iv{};
    if (RAND_bytes(salt.data(), saltSize) != 1 || RAND_bytes(iv.data(), ivSize) != 1) return libraryFailed();
    const EVP_CIPHER *cipher = EVP_aes_256_cbc();
    const QByteArrayView saltView(salt.data(), saltSize);
    const QByteArrayView ivView(iv.data(), ivSize);

    const auto key = deriveKey(password, saltView, Cost{}, EVP_CIPHER_get_key_length(cipher));
    if (!key) return std::unexpected(key.error());
    const SecretBytes encrypted = runCipher(Direction::encrypt, cipher, *key, ivView, pkcs8.view());
    if (encrypted.isEmpty()) return libraryFailed();
    openssl::EncryptedPkcs8 box = assemble(saltView, ivView, encrypted.view());
    if (!box) return libraryFailed();
    return box;
}

} // namespace countersign
