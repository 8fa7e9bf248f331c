// Key files, ours and the bank's, with the right password, a wrong one and none.

#include "signing/keyfile.h"

#include "fuzztarget.h"
#include "testkeys.h"

#include <QTemporaryDir>

namespace countersign::fuzz {

namespace {

constexpr QByteArrayView password("secret");

void tryPrivate(const QString &path, const SecretBytes &typed)
{
    const auto opened = openPrivateKey(path, typed);
    if (!opened) return;
    demand(opened->key.publicKey().bits() >= 2048, "a short key is not taken");
    const auto signature = opened->key.sign(password);
    demand(signature.has_value() && opened->key.publicKey().verifies(password, *signature), "a key that opens signs");
}

void tryPublic(const QString &path, QByteArrayView bytes)
{
    const auto opened = openPublicKey(path);
    const auto read = PublicKey::fromPem(bytes);
    demand(opened.has_value() == (read.has_value() && bytes.size() <= 65536), "a file holds what its bytes say");
    if (!opened) return;
    demand(opened->bits() >= 2048, "a short key is not taken");
    const auto again = PublicKey::fromPem(opened->toPem());
    demand(again.has_value() && *again == *opened, "a key that is written is the key that was read");
    demand(!openPrivateKey(path, SecretBytes()).has_value(), "a file of a public key holds no private one");
}

} // namespace

void tryBytes(QByteArrayView bytes)
{
    static const QTemporaryDir folder;
    const QString path = testkeys::written(QDir(folder.path()), QStringLiteral("key.pem"), bytes.toByteArray());
    tryPrivate(path, SecretBytes());
    tryPrivate(path, SecretBytes(password));
    tryPublic(path, bytes);
}

QList<QByteArray> seeds()
{
    const QByteArray secret = password.toByteArray();
    const QByteArray own = testkeys::rsaPkcs8();
    return {own,
            testkeys::rsaPkcs1(),
            testkeys::rsaPublic(),
            testkeys::rsaPkcs1Public(),
            testkeys::rsaPkcs1Encrypted(secret),
            testkeys::rsaPkcs8Encrypted(secret),
            testkeys::rsaPkcs8CheapScrypt(secret),
            testkeys::rsaPkcs8({.bits = 512}),
            testkeys::rsaPublic({.bits = 512}),
            testkeys::otherPkcs8("EC"),
            testkeys::otherPublic("ED25519"),
            testkeys::ecTraditional(),
            "\xef\xbb\xbf" + own.chopped(300)};
}

} // namespace countersign::fuzz
