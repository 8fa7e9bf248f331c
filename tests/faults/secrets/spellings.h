#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace countersign::faults {

/// A field of which nothing may be found again where it does not belong, and how its text can be written.
struct Mark
{
    QString field;
    QList<QByteArray> spellings;
};
using Marks = QList<Mark>;

/// As stored in files and as it lies in the memory of Qt; escaped for JSON and for addresses; within Base64, wherever
/// it begins there.
[[nodiscard]] Mark markOf(const QString &field, const QString &text);
/// Digits also in groups of four, as people write an account.
[[nodiscard]] Mark markOfDigits(const QString &field, const QString &digits);
/// An amount as it is typed, calculated with and shown: with comma or point, with and without spaces of all kinds.
[[nodiscard]] Mark markOfAmount(const QString &field, qint64 kopecks);
/// The private half of a key in the clear: its lines, its bytes, and these in hexadecimal digits.
[[nodiscard]] Marks marksOfKey(const QString &field, const QByteArray &clearPem);

[[nodiscard]] bool isFound(const Mark &mark, const QByteArray &where);
/// The fields of which something is found there.
[[nodiscard]] QStringList found(const Marks &marks, const QByteArray &where);
/// The fields of which nothing is.
[[nodiscard]] QStringList missing(const Marks &marks, const QByteArray &where);

} // namespace countersign::faults
