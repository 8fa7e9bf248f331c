#pragma once

#include "core/error.h"

#include <compare>

namespace countersign {

/// A text that has passed its type's own check; holding one means that it is well-formed.
/// Well-formed is length and alphabet; control digits are warnings (ru-payments.md 0.3) and live in controldigits.h.
template <class Derived>
class CheckedText {
public:
    [[nodiscard]] const QString &text() const { return m_text; }
    friend bool operator==(const CheckedText &, const CheckedText &) = default;

protected:
    explicit CheckedText(QString text) : m_text(std::move(text)) {}

private:
    QString m_text;
};

/// 20 digits (ru-payments.md 1.1). Spaces that people type or paste are removed before the check.
class AccountNumber : public CheckedText<AccountNumber> {
public:
    [[nodiscard]] static Result<AccountNumber> parse(QStringView typed);
    /// "4081 7810 4000 0386 9535": for showing only, never for copying.
    [[nodiscard]] QString grouped() const;
    /// "…9535"
    [[nodiscard]] QString ending() const;

private:
    using CheckedText::CheckedText;
};

/// 9 digits (ru-payments.md 2.1).
class Bik : public CheckedText<Bik> {
public:
    [[nodiscard]] static Result<Bik> parse(QStringView typed);

private:
    using CheckedText::CheckedText;
};

/// 10 digits (organisation) or 12 digits (person); the first pair is not 00 (ru-payments.md 2.2).
class Inn : public CheckedText<Inn> {
public:
    [[nodiscard]] static Result<Inn> parse(QStringView typed);
    [[nodiscard]] bool isPerson() const { return text().size() == 12; }

private:
    using CheckedText::CheckedText;
};

/// NNNNPPXXX, letters A-Z allowed at positions 5-6 (ru-payments.md 2.3).
class Kpp : public CheckedText<Kpp> {
public:
    [[nodiscard]] static Result<Kpp> parse(QStringView typed);

private:
    using CheckedText::CheckedText;
};

/// Digits in groups of four, for showing any account-like text of the bank, also a malformed one.
[[nodiscard]] QString groupedDigits(QStringView digits);

} // namespace countersign
