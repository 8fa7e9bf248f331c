#include "domain/windows1251.h"
#include "exchange/textencoding.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign {

namespace {

unsigned char valueOf(char byte)
{
    return static_cast<unsigned char>(byte);
}

/// Two bytes that are a Russian letter in UTF-8.
bool isLetterOfUtf8(char first, char second)
{
    const unsigned char lead = valueOf(first);
    const unsigned char trail = valueOf(second);
    if (lead == 0xD0) return trail == 0x81 || (trail >= 0x90 && trail <= 0xBF);
    return lead == 0xD1 && ((trail >= 0x80 && trail <= 0x8F) || trail == 0x91);
}

/// "Рџ" may be chance; two letters on end are not.
bool hasLettersOfUtf8(QByteArrayView bytes)
{
    for (qsizetype at = 0; at + 3 < bytes.size(); ++at) {
        if (isLetterOfUtf8(bytes[at], bytes[at + 1]) && isLetterOfUtf8(bytes[at + 2], bytes[at + 3])) return true;
    }
    return false;
}

/// "Ђ", "џ": letters of Serbian and Macedonian, where cp866 and the Mac have their capitals.
bool hasForeignLetters(QByteArrayView bytes)
{
    constexpr QByteArrayView letters("\x80\x81\x8A\x8C\x8D\x8E\x8F\x90\x9A\x9C\x9D\x9E\x9F");
    return std::ranges::any_of(bytes, [&](char byte) { return letters.contains(byte); });
}

/// Small letters of cp866: the first half becomes signs and letters of other languages, the second half "а" to "п".
bool isAllOfCp866(QByteArrayView bytes)
{
    // Signs that Russian texts have too are left out: no-break space, §, ©, «.
    constexpr QByteArrayView odd("\xA1\xA2\xA3\xA4\xA5\xA6\xAA\xAC\xAE\xAF");
    qsizetype oddOnes = 0;
    qsizetype smallOnes = 0;
    for (const char byte : bytes) {
        const unsigned char value = valueOf(byte);
        if ((value >= 0xC0 && value <= 0xDF) || value >= 0xF0) return false;
        if (odd.contains(byte)) ++oddOnes;
        if (value >= 0xE0) ++smallOnes;
    }
    return oddOnes >= 3 || (oddOnes == 2 && smallOnes > 0);
}

/// "ВхъЄюЁ", "╬╬╬": the Mac's code page and windows-1251, read as cp866.
bool isReadAsCp866(const QString &text)
{
    static const QRegularExpression signs(u"[а-я][ЄЇЎ]|[\u2500-\u259F]"_s);
    return text.contains(signs);
}

/// The share of the ten most frequent Russian letters, percent: about 65 in texts.
qsizetype usualLetters(const QString &letters)
{
    constexpr QStringView usualOnes(u"оеаинтсрвл");
    const qsizetype usual = std::ranges::count_if(letters, [=](QChar c) { return usualOnes.contains(c); });
    return letters.isEmpty() ? 0 : usual * 100 / letters.size();
}

/// In KOI8-R letters stand in another order, capitals where windows-1251 has small ones: "чЕЛФПТ" was "Вектор".
bool isKoi8(const QString &text)
{
    static const QRegularExpression turned(u"\\b[а-я][А-Я]{3,}\\b"_s, QRegularExpression::UseUnicodePropertiesOption);
    if (!text.contains(turned)) return false;
    static const QString order = u"юабцдефгхийклмнопярстужвьызшэщчъ"_s; // where windows-1251 has "а" to "я"
    QString read;
    QString meant;
    for (const QChar c : text.toLower()) {
        if (c < u'а' || c > u'я') continue;
        read += c;
        meant += order[c.unicode() - u'а'];
    }
    return usualLetters(meant) > usualLetters(read);
}

} // namespace

bool looksMisread(const QString &text)
{
    if (isKoi8(text)) return true;
    // What follows needs a character that Russian texts do not have; most have none, and are done.
    constexpr QStringView usualSigns(u"Ёё«»№–—“”…\u00A0");
    const auto isUsual = [=](QChar c) {
        return c.unicode() < 0x80 || (c >= u'А' && c <= u'я') || usualSigns.contains(c);
    };
    if (std::ranges::all_of(text, isUsual)) return false;
    const QByteArray bytes = toWindows1251(text);
    return isReadAsCp866(text) || hasLettersOfUtf8(bytes) || hasForeignLetters(bytes) || isAllOfCp866(bytes);
}

} // namespace countersign
