#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace countersign {

/// One value of a scanned JSON text, with the exact bytes that it stood in. Texts are kept as UTF-8 and numbers as
/// written, because a parsed-and-rewritten message is neither sent nor digested (payout-lifecycle.md F10).
/// The views point into the scanned buffer: a value lives no longer than that.
struct JsonValue
{
    enum class Kind { null, boolean, number, string, array, object };

    Kind kind = Kind::null;
    QByteArrayView raw;              ///< [begin, end) of the value in the scanned buffer
    QByteArray key;                  ///< the member's name, unescaped UTF-8; empty for what is not a member
    QByteArray utf8;                 ///< a string's content, unescaped
    std::vector<JsonValue> children; ///< elements or members, in the order written

    [[nodiscard]] bool isNull() const { return kind == Kind::null; }
    [[nodiscard]] bool isObject() const { return kind == Kind::object; }
    /// The member of that name; nullptr where there is none or this is no object.
    [[nodiscard]] const JsonValue *member(QByteArrayView name) const;
    /// The same, and `null` counts as "not there".
    [[nodiscard]] const JsonValue *given(QByteArrayView name) const;
    /// A string's text with everything in it, a leading U+FEFF too; without a value for other kinds.
    [[nodiscard]] std::optional<QString> text() const;
    [[nodiscard]] std::optional<bool> boolean() const;
    /// `350000` or `350000.0` (bank131-api.md 6.3), read digit by digit. Without a value for other fractions,
    /// exponents, what leaves 64 bits, and other kinds.
    [[nodiscard]] std::optional<qint64> integer() const;
};

/// UTF-8 to text without dropping a leading U+FEFF, which QString::fromUtf8 takes for a byte order mark.
[[nodiscard]] QString textOfUtf8(QByteArrayView utf8);

} // namespace countersign
