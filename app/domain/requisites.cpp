#include "domain/requisites.h"

namespace countersign {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// What people leave between digits when they type or paste: spaces of any kind.
QString withoutSpaces(QStringView typed)
{
    QString text;
    text.reserve(typed.size());
    for (const QChar c : typed) {
        if (!c.isSpace()) text += c;
    }
    return text;
}

Result<QString> digits(QStringView typed, std::initializer_list<qsizetype> lengths)
{
    QString text = withoutSpaces(typed);
    if (text.isEmpty()) return fail(ErrorCode::emptyValue);
    for (const QChar c : std::as_const(text)) {
        if (!isDigit(c)) return fail(ErrorCode::wrongCharacter, QString(c));
    }
    for (const qsizetype length : lengths) {
        if (text.size() == length) return text;
    }
    return fail(ErrorCode::wrongLength, QStringLiteral("%1/%2").arg(*lengths.begin()).arg(text.size()));
}

} // namespace

Result<AccountNumber> AccountNumber::parse(QStringView typed)
{
    auto text = digits(typed, {20});
    if (!text) return std::unexpected(text.error());
    return AccountNumber(*std::move(text));
}

QString AccountNumber::grouped() const
{
    return groupedDigits(text());
}

QString AccountNumber::ending() const
{
    return QChar(0x2026) + text().last(4);
}

Result<Bik> Bik::parse(QStringView typed)
{
    auto text = digits(typed, {9});
    if (!text) return std::unexpected(text.error());
    return Bik(*std::move(text));
}

Result<Inn> Inn::parse(QStringView typed)
{
    auto text = digits(typed, {10, 12});
    if (!text) return std::unexpected(text.error());
    if (text->startsWith(QLatin1String("00"))) return fail(ErrorCode::wrongFormat);
    return Inn(*std::move(text));
}

Result<Kpp> Kpp::parse(QStringView typed)
{
    QString text = withoutSpaces(typed);
    if (text.isEmpty()) return fail(ErrorCode::emptyValue);
    if (text.size() != 9) return fail(ErrorCode::wrongLength, QStringLiteral("9/%1").arg(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool letter = (i == 4 || i == 5) && text[i] >= u'A' && text[i] <= u'Z';
        if (!isDigit(text[i]) && !letter) return fail(ErrorCode::wrongCharacter, QString(text[i]));
    }
    if (text.startsWith(QLatin1String("00"))) return fail(ErrorCode::wrongFormat);
    return Kpp(std::move(text));
}

QString groupedDigits(QStringView text)
{
    QString grouped;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i > 0 && i % 4 == 0) grouped += QChar(0x00A0);
        grouped += text[i];
    }
    return grouped;
}

} // namespace countersign
