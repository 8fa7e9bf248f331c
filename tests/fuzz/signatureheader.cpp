// The value of X-PARTNER-SIGN: Base64 in its one strict form, and a signature that only the enrolled key can have made.

#include "fuzztarget.h"
#include "signing/bankverifier.h"
#include "signing/strictbase64.h"

#include <openssl/evp.h>

namespace countersign::fuzz {

namespace {

constexpr QByteArrayView body("{\"type\":\"payment_finished\"}");

/// The bank's pair; the signature of one body, which is always the same (PKCS #1 v1.5).
struct Bank
{
    PrivateKey key = PrivateKey::generate(2048).value();
    BankVerifier verifier{{key.publicKey()}};
    QByteArray header = key.sign(body).value().toBase64();
};

const Bank &bank()
{
    static const Bank made;
    return made;
}

/// Base64 as somebody else writes it.
QByteArray encodedByLibrary(QByteArrayView bytes)
{
    QByteArray text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()),
                        reinterpret_cast<const unsigned char *>(bytes.data()), static_cast<int>(bytes.size()));
    text.truncate(size);
    return text;
}

/// The good header with the input laid over it: what is near a signature must not pass either.
QByteArray disturbed(QByteArrayView bytes)
{
    QByteArray header = bank().header;
    for (qsizetype i = 0; i < std::min(bytes.size(), header.size()); ++i)
        header[i] = static_cast<char>(header[i] ^ bytes[i]);
    return header;
}

void verify(const QByteArray &header)
{
    demand(bank().verifier.verify(body, header).has_value() == (header == bank().header),
           "one header passes, and no other");
}

} // namespace

void tryBytes(QByteArrayView bytes)
{
    const auto decoded = decodeStrictBase64(bytes);
    demand(!decoded || encodedByLibrary(*decoded) == bytes, "two texts never give the same bytes");
    const auto back = decodeStrictBase64(encodedByLibrary(bytes));
    demand(bytes.isEmpty() || (back.has_value() && *back == bytes), "what another program encodes is read");
    verify(bytes.toByteArray());
    verify(encodedByLibrary(bytes));
    verify(disturbed(bytes));
}

QList<QByteArray> seeds()
{
    return {bank().header,
            bank().header.chopped(1),
            bank().header + '\n',
            "c2ln",
            "c2k=",
            "cw==",
            "cx==",
            "c2l=n",
            "c2\nln",
            "c2-_",
            QByteArray(344, 'A'),
            QByteArray(1, '\1')};
}

} // namespace countersign::fuzz
