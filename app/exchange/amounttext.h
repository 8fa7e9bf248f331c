#pragma once

#include <QString>

#include <optional>

namespace countersign {

// Amounts in tables are texts of many makers. Nothing here is ever a floating-point number.

/// The decimal sign that this cell shows beyond doubt: one or two digits behind the only sign, or behind the last one
/// when the other sign groups digits by three.
[[nodiscard]] std::optional<QChar> decimalSignIn(const QString &amount);

/// The cell's amount as Money::parse() reads it: without the word for roubles and without points or commas that group
/// digits. Nothing when it is not sure which sign does what; `chosen` is the person's word on that.
[[nodiscard]] std::optional<QString> plainAmount(const QString &amount, std::optional<QChar> chosen);

/// A number of a workbook as the spreadsheet shows it: 15 significant digits. "1234.5600000000001" is 1234.56 there,
/// because it calculates with binary fractions. What is no such number is returned as it is.
[[nodiscard]] QString spreadsheetNumber(const QString &digits);

/// "4.07028E+19": what a spreadsheet makes of long digits.
[[nodiscard]] bool isExponent(const QString &text);

} // namespace countersign
