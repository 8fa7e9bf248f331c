#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>

namespace countersign {

/// Decodes Base64 in its one canonical form only: the standard alphabet, padded to a multiple of four, unused bits
/// zero, no white space. Two different texts never give the same bytes (threat-model.md W1).
/// Errors: emptyValue; wrongLength (not a multiple of four); wrongCharacter (anything outside the alphabet, padding
/// before the end); wrongFormat (unused bits that are not zero).
[[nodiscard]] Result<QByteArray> decodeStrictBase64(QByteArrayView text);

} // namespace countersign
