#include "signing/keyfile.h"

#include "signing/keycheck.h"
#include "signing/passwordstrength.h"
#include "signing/pem.h"
#include "signing/scryptbox.h"

#include <QFile>
#include <QSaveFile>

#include <openssl/pem.h>

namespace countersign {

namespace {

constexpr qint64 keyFileLimit = 65536;
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions everyoneReads = ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther;

Result<SecretBytes> readKeyFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) // no copy of the key in a buffer of Qt's
        return fail(ErrorCode::keyFileUnreadable, file.errorString());
    SecretBytes content(keyFileLimit + 1);
    qint64 filled = 0;
    while (filled < content.size()) {
        const qint64 got = file.read(content.data() + filled, content.size() - filled);
        if (got < 0) return fail(ErrorCode::keyFileUnreadable, file.errorString());
        if (got == 0) break;
        filled += got;
    }
    if (filled > keyFileLimit) return fail(ErrorCode::notAKeyFile, QStringLiteral("larger than any key file"));
    content.truncate(filled);
    return content;
}

Result<> writeWhole(const QString &path, QByteArrayView content, QFileDevice::Permissions permissions)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(permissions) ||
        file.write(content.data(), content.size()) != content.size() || !file.commit())
        return fail(ErrorCode::fileUnwritable, file.errorString());
    return {};
}

Result<SecretBytes> pkcs8Of(const PrivateKey &key)
{
    const openssl::Pkcs8 info(EVP_PKEY2PKCS8(key.handle().pkey.get()));
    unsigned char *der = nullptr;
    const int size = info ? i2d_PKCS8_PRIV_KEY_INFO(info.get(), &der) : 0;
    if (size <= 0) return fail(ErrorCode::signingFailed, openssl::ErrorQueue::lastText());
    SecretBytes bytes(QByteArrayView(der, size));
    OPENSSL_clear_free(der, static_cast<size_t>(size));
    return bytes;
}

Result<QByteArray> encryptedPem(const PrivateKey &key, const SecretBytes &password)
{
    const openssl::ErrorQueue errors;
    const auto clear = pkcs8Of(key);
    if (!clear) return std::unexpected(clear.error());
    const auto box = sealScryptBox(*clear, password);
    if (!box) return std::unexpected(box.error());
    const openssl::Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_PKCS8(bio.get(), box->get()) != 1)
        return fail(ErrorCode::signingFailed, errors.lastText());
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, size);
}

} // namespace

Result<OpenedKey> openPrivateKey(const QString &path, const SecretBytes &password)
{
    const openssl::ErrorQueue errors;
    const auto content = readKeyFile(path);
    if (!content) return std::unexpected(content.error());
    auto parsed = parsePrivatePem(content->view(), password);
    if (!parsed) return std::unexpected(parsed.error());
    if (const auto checked = checkPrivatePart(parsed->pkey.get()); !checked) return std::unexpected(checked.error());
    return OpenedKey{PrivateKey(std::make_shared<KeyHandle>(std::move(parsed->pkey))), parsed->protection};
}

Result<> savePrivateKey(const QString &path, const PrivateKey &key, const SecretBytes &password, ExistingFile existing)
{
    if (!mayProtectKey(passwordStrength(password))) return fail(ErrorCode::passwordTooWeak);
    if (existing == ExistingFile::keep && QFile::exists(path))
        return fail(ErrorCode::fileUnwritable, QStringLiteral("exists"));
    const auto pem = encryptedPem(key, password);
    if (!pem) return std::unexpected(pem.error());
    return writeWhole(path, *pem, ownerOnly);
}

Result<PrivateKey> createPrivateKey(const QString &path, const SecretBytes &password, int bits)
{
    if (!mayProtectKey(passwordStrength(password))) return fail(ErrorCode::passwordTooWeak);
    auto key = PrivateKey::generate(bits);
    if (!key) return key;
    if (const auto saved = savePrivateKey(path, *key, password); !saved) return std::unexpected(saved.error());
    return key;
}

Result<PublicKey> openPublicKey(const QString &path)
{
    const auto content = readKeyFile(path);
    if (!content) return std::unexpected(content.error());
    return PublicKey::fromPem(content->view());
}

Result<> savePublicKey(const QString &path, const PublicKey &key)
{
    return writeWhole(path, key.toPem(), everyoneReads);
}

} // namespace countersign
