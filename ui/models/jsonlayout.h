#pragma once

#include <QByteArray>

namespace countersign::ui {

/// The bytes of a JSON text with line breaks and indents between its tokens; the tokens themselves stay byte for byte
/// as they came, in their order, doubles included. Works on anything: what is no JSON comes out readable enough.
[[nodiscard]] QByteArray laidOutJson(QByteArrayView bytes);

} // namespace countersign::ui
