#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace countersign {

inline constexpr int purposeLimit = 210; ///< code points after normalisation (bank131-api.md 10.4)
inline constexpr int nameLimit = 160;    ///< code points (ru-payments.md 3.1)

/// The purpose as it can travel between banks (ru-payments.md 3.1): no-break and thin spaces, tabs and line breaks
/// become
/// a space, runs of spaces one, typographic quotes ", dashes -, … three dots, ₽ "руб."; trimmed. Nothing else is
/// changed but letters written as letter and mark (NFC), so what can't travel is still there to be refused. The person
/// is shown the result.
[[nodiscard]] QString normalisedPurpose(QStringView typed);
/// A name: spaces of all kinds become one space; trimmed; NFC. Quotes and dashes stay as typed.
[[nodiscard]] QString normalisedName(QStringView typed);

/// Characters as people count them: code points, not UTF-16 units.
[[nodiscard]] qsizetype codePoints(QStringView text);

/// The first character that the bank forbids in a purpose: ? or !
[[nodiscard]] std::optional<QString> forbiddenCharacter(QStringView purpose);
/// Has no shape or no width, or turns the direction of what stands beside it.
[[nodiscard]] bool isInvisible(char32_t character);
/// The first control, zero-width, bidi or other invisible character, as "U+200B".
[[nodiscard]] std::optional<QString> invisibleCharacter(QStringView text);
/// The first visible character that windows-1251 does not have.
[[nodiscard]] std::optional<QString> foreignCharacter(QStringView text);
/// The first word that mixes Latin and Cyrillic letters: a look-alike or a slip of the keyboard.
[[nodiscard]] std::optional<QString> mixedScriptWord(QStringView text);

/// Says something about VAT: "НДС", "VAT".
[[nodiscard]] bool mentionsVat(QStringView purpose);

/// The currency-control code at the very start, `{VO70060}…` (ru-payments.md 3.3).
enum class VoCode { none, wellFormed, malformed };
[[nodiscard]] VoCode voCodeOf(QStringView purpose);

} // namespace countersign
