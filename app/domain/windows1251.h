#pragma once

#include <QByteArrayView>
#include <QString>

namespace countersign {

// The code page in which payments travel between Russian banks and in which the BIK directory is published. Its table
// is here because Qt knows it only where it was built with ICU.

[[nodiscard]] QString fromWindows1251(QByteArrayView bytes);
/// Whether the code page has the character.
[[nodiscard]] bool isInWindows1251(char32_t character);
/// What the code page lacks becomes "?".
[[nodiscard]] QByteArray toWindows1251(const QString &text);

} // namespace countersign
