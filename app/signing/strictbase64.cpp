#include "signing/strictbase64.h"

namespace countersign {

namespace {

bool isInAlphabet(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
}

qsizetype countPadding(QByteArrayView text)
{
    if (!text.endsWith('=')) return 0;
    return text.chopped(1).endsWith('=') ? 2 : 1;
}

} // namespace

Result<QByteArray> decodeStrictBase64(QByteArrayView text)
{
    if (text.isEmpty()) return fail(ErrorCode::emptyValue);
    if (text.size() % 4 != 0) return fail(ErrorCode::wrongLength, QString::number(text.size()));

    const QByteArrayView digits = text.chopped(countPadding(text));
    for (const char c : digits) {
        if (!isInAlphabet(c))
            return fail(ErrorCode::wrongCharacter, QString::number(static_cast<unsigned char>(c), 16));
    }
    const QByteArray given = text.toByteArray();
    const QByteArray bytes = QByteArray::fromBase64(given);
    if (bytes.toBase64() != given) return fail(ErrorCode::wrongFormat);
    return bytes;
}

} // namespace countersign
