#pragma once

#include <QList>
#include <QTextLayout>

namespace countersign::ui {

/// Places after which a gap is shown: [4, 8, 12, 16] for an account.
[[nodiscard]] QList<int> gapsOfFour(qsizetype length);
/// Places in a typed amount after which a gap stands between thousands: [3] for "148000,00".
[[nodiscard]] QList<int> gapsOfThousands(QStringView amount);

/// The gaps as formats of a text layout: the characters stay plain, only the distance grows. So what is copied,
/// searched and read aloud has no spaces in it.
[[nodiscard]] QList<QTextLayout::FormatRange> gapFormats(const QList<int> &gaps, qreal width);

/// `typed` without spaces of any kind, as people leave them between digits.
[[nodiscard]] QString withoutSpaces(const QString &typed);
/// The text without the narrow and no-break spaces that stand between digits: numbers as they are copied.
[[nodiscard]] QString withoutDigitGroups(const QString &shown);
[[nodiscard]] bool isDigit(QChar character);
/// The character as it can be named in a sentence; by its number when it can't be seen.
[[nodiscard]] QString nameOf(QChar character);

} // namespace countersign::ui
