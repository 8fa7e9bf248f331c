#pragma once

#include <QByteArray>
#include <QString>

#include <array>

namespace countersign {

enum class TextEncoding { utf8, utf16LittleEndian, utf16BigEndian, windows1251, cp866 };
/// "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "cp866"
[[nodiscard]] QString encodingName(TextEncoding encoding);
[[nodiscard]] bool isUtf16(TextEncoding encoding);

struct DetectedEncoding
{
    TextEncoding encoding = TextEncoding::utf8;
    qsizetype markSize = 0; ///< bytes of the byte order mark; 0: there is none
};

/// From the bytes alone, in this order: byte order mark, UTF-16 by its zero bytes, UTF-8 where most letters are valid
/// in it (a damaged byte is a matter of its cell), else the one of windows-1251 and cp866 in which the bytes look more
/// like Russian.
[[nodiscard]] DetectedEncoding detectEncoding(QByteArrayView bytes);
/// The same for the 1C exchange format, where the first byte of the first key decides between the code pages: files
/// declare another encoding than they have (ru-payments.md 4.4, 1).
[[nodiscard]] DetectedEncoding detectExchangeEncoding(QByteArrayView bytes);

/// Whether the text shows that its bytes were read in another encoding than they have: UTF-8, cp866, KOI8-R or the code
/// page of the Mac read as windows-1251, the last one or windows-1251 read as cp866. No Russian text looks so, whatever
/// the file says of itself.
[[nodiscard]] bool looksMisread(const QString &text);

/// UTF-16 as UTF-8, piece by piece. The byte order mark must be gone.
[[nodiscard]] QByteArray withoutUtf16(QByteArrayView bytes, TextEncoding encoding);

/// Turns pieces of a text in UTF-8 or a code page into UTF-8. Keeps a buffer: one per thread.
class Utf8Maker
{
public:
    /// UTF-16 counts as UTF-8: see withoutUtf16.
    explicit Utf8Maker(TextEncoding encoding);
    struct Made
    {
        QByteArrayView utf8; ///< valid until the next call, at most as long as what it was made of lives
        bool badBytes = false;
    };
    [[nodiscard]] Made operator()(QByteArrayView piece);

private:
    bool m_codePage;
    std::array<QByteArray, 128> m_upperHalf; ///< of a code page
    QByteArray m_buffer;
};

} // namespace countersign
