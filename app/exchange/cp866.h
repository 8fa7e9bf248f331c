#pragma once

#include <QByteArrayView>
#include <QString>

namespace countersign {

/// The code page of DOS, in which the 1C exchange format may still come (`Кодировка=DOS`). Qt knows it only where it
/// was built with ICU.
[[nodiscard]] QString fromCp866(QByteArrayView bytes);

} // namespace countersign
