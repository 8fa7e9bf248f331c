#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace countersign::fuzz {

// Each program of this folder is main.cpp and one file that defines the first two.

/// Does with the bytes what the program does with bytes of strangers, and demands what must hold for all of them.
void tryBytes(QByteArrayView bytes);

/// Inputs to begin with: made here, or read from tests/data and from what lies beside the clone.
[[nodiscard]] QList<QByteArray> seeds();

/// Ends the process, with these words on standard error, when the condition does not hold.
void demand(bool condition, const char *whatMustHold);

/// The content of every file of that folder; nothing where the folder is missing.
[[nodiscard]] QList<QByteArray> filesIn(const QString &folder);

} // namespace countersign::fuzz
