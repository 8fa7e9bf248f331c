#pragma once

#include <QList>
#include <QStringView>

namespace countersign {

/// A range of UTF-16 units; never cuts a character in two.
struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const Span &, const Span &) = default;
};

/// Which characters of `answered` differ from `asked`, position by position: for accounts and other numbers, where a
/// shift is a difference of every digit. Of unequal lengths: all between the common beginning and the common end.
[[nodiscard]] QList<Span> positionDiff(QStringView asked, QStringView answered);

/// Which words of `answered` are not in `asked` in the same order: for names and purposes. Empty when `answered` only
/// lacks words. Texts of very many words are compared as positionDiff compares unequal lengths.
[[nodiscard]] QList<Span> wordDiff(QStringView asked, QStringView answered);

} // namespace countersign
