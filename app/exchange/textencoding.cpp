#include "exchange/textencoding.h"

#include "domain/windows1251.h"
#include "exchange/cp866.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace countersign {

namespace {

constexpr qsizetype probeSize = 64 * 1024;
constexpr qsizetype decodedPiece = 1024 * 1024; ///< even, so that no UTF-16 unit is split

DetectedEncoding byMark(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) return {TextEncoding::utf8, 3};
    if (bytes.startsWith("\xFF\xFE")) return {TextEncoding::utf16LittleEndian, 2};
    if (bytes.startsWith("\xFE\xFF")) return {TextEncoding::utf16BigEndian, 2};
    return {};
}

/// Digits, separators and line ends have a zero byte in UTF-16; hardly any text has one otherwise.
std::optional<TextEncoding> utf16ByZeros(QByteArrayView bytes)
{
    const QByteArrayView probe = bytes.first(std::min(bytes.size(), probeSize));
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < probe.size(); ++i) {
        if (probe[i] == 0) ++zeros[static_cast<size_t>(i % 2)];
    }
    const qsizetype enough = std::max<qsizetype>(probe.size() / 8, 2);
    if (zeros[1] >= enough && zeros[0] * 8 < zeros[1]) return TextEncoding::utf16LittleEndian;
    if (zeros[0] >= enough && zeros[1] * 8 < zeros[0]) return TextEncoding::utf16BigEndian;
    return std::nullopt;
}

/// Letters speak for a code page; what Russian texts hardly hold (frames in cp866, Serbian letters in windows-1251)
/// speaks against it.
TextEncoding codePageOf(QByteArrayView bytes)
{
    qsizetype windows = 0;
    qsizetype dos = 0;
    for (const char byte : bytes.first(std::min(bytes.size(), probeSize * 16))) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x80) continue;
        if (value >= 0xC0 || value == 0xA8 || value == 0xB8) ++windows;
        if (value <= 0x90 || (value >= 0x98 && value <= 0x9F)) windows -= 3;
        if (value <= 0xAF || (value >= 0xE0 && value <= 0xF1) || value == 0xFC) ++dos;
        if (value >= 0xB0 && value <= 0xDF) dos -= 3;
    }
    return dos > windows ? TextEncoding::cp866 : TextEncoding::windows1251;
}

bool isTrail(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// How many bytes at `at` are a letter or sign of UTF-8 as Russian texts have it; 0: none are.
qsizetype utf8LengthAt(QByteArrayView bytes, qsizetype at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const qsizetype length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead == 0xE2 ? 3 : 0; // E2: dashes, quotes, №
    if (length == 0 || at + length > bytes.size()) return 0;
    return std::ranges::all_of(bytes.sliced(at + 1, length - 1), isTrail) ? length : 0;
}

/// One damaged byte makes no other encoding of a file.
bool isMostlyUtf8(QByteArrayView bytes)
{
    qsizetype good = 0;
    qsizetype bad = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        const bool plain = static_cast<unsigned char>(bytes[at]) < 0x80;
        const qsizetype length = plain ? 0 : utf8LengthAt(bytes, at);
        good += length;
        if (!plain && length == 0) ++bad;
        at += std::max<qsizetype>(length, 1);
    }
    return good > bad;
}

/// The first byte after the first line that is no line end.
unsigned char firstByteOfKeys(QByteArrayView bytes)
{
    const auto isLineEnd = [](char c) { return c == '\r' || c == '\n'; };
    auto at = std::ranges::find_if(bytes, isLineEnd);
    at = std::find_if_not(at, bytes.end(), isLineEnd);
    return at == bytes.end() ? 0 : static_cast<unsigned char>(*at);
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::utf8:
        return QStringLiteral("UTF-8");
    case TextEncoding::utf16LittleEndian:
        return QStringLiteral("UTF-16LE");
    case TextEncoding::utf16BigEndian:
        return QStringLiteral("UTF-16BE");
    case TextEncoding::windows1251:
        return QStringLiteral("windows-1251");
    case TextEncoding::cp866:
        return QStringLiteral("cp866");
    }
    return {};
}

bool isUtf16(TextEncoding encoding)
{
    return encoding == TextEncoding::utf16LittleEndian || encoding == TextEncoding::utf16BigEndian;
}

DetectedEncoding detectEncoding(QByteArrayView bytes)
{
    if (const auto marked = byMark(bytes); marked.markSize > 0) return marked;
    if (const auto utf16 = utf16ByZeros(bytes)) return {*utf16, 0};
    if (bytes.isValidUtf8() || isMostlyUtf8(bytes)) return {TextEncoding::utf8, 0};
    return {codePageOf(bytes), 0};
}

DetectedEncoding detectExchangeEncoding(QByteArrayView bytes)
{
    const DetectedEncoding detected = detectEncoding(bytes);
    if (detected.markSize > 0 || isUtf16(detected.encoding) || bytes.isValidUtf8()) return detected;
    switch (firstByteOfKeys(bytes)) {
    case 0xC2:
        return {TextEncoding::windows1251, 0};
    case 0x82:
        return {TextEncoding::cp866, 0};
    case 0xD0:
        return {TextEncoding::utf8, 0};
    default:
        return detected;
    }
}

QByteArray withoutUtf16(QByteArrayView bytes, TextEncoding encoding)
{
    QStringDecoder decoder(encoding == TextEncoding::utf16LittleEndian ? QStringDecoder::Utf16LE
                                                                       : QStringDecoder::Utf16BE);
    QStringEncoder encoder(QStringEncoder::Utf8); // keeps half of a pair for the next piece
    QByteArray utf8;
    for (qsizetype at = 0; at < bytes.size(); at += decodedPiece) {
        const QString text = decoder(bytes.sliced(at, std::min(decodedPiece, bytes.size() - at)));
        const QByteArray piece = encoder(text);
        utf8 += piece;
    }
    return utf8;
}

Utf8Maker::Utf8Maker(TextEncoding encoding)
    : m_codePage(encoding == TextEncoding::windows1251 || encoding == TextEncoding::cp866)
{
    if (!m_codePage) return;
    QByteArray bytes;
    for (int value = 0x80; value <= 0xFF; ++value)
        bytes += static_cast<char>(value);
    const QString characters = encoding == TextEncoding::cp866 ? fromCp866(bytes) : fromWindows1251(bytes);
    for (size_t i = 0; i < m_upperHalf.size(); ++i)
        m_upperHalf[i] = QString(characters[static_cast<qsizetype>(i)]).toUtf8();
}

Utf8Maker::Made Utf8Maker::operator()(QByteArrayView piece)
{
    if (!m_codePage) {
        if (piece.isValidUtf8()) return {piece, false};
        m_buffer = QString::fromUtf8(piece).toUtf8();
        return {m_buffer, true};
    }
    bool bad = false;
    m_buffer.resize(0);
    for (const char byte : piece) {
        const auto value = static_cast<unsigned char>(byte);
        if (value < 0x80) {
            m_buffer += byte;
            continue;
        }
        const QByteArray &character = m_upperHalf[value - 0x80];
        bad = bad || character == "\xEF\xBF\xBD";
        m_buffer += character;
    }
    return {m_buffer, bad};
}

} // namespace countersign
