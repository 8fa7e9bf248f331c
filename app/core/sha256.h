#pragma once

#include <QByteArray>

#include <initializer_list>

namespace countersign {

/// The 32 bytes of SHA-256 over the parts, one behind the other. By OpenSSL, which uses the processor's own
/// instructions: whole chains of digests are verified at each start.
[[nodiscard]] QByteArray sha256(std::initializer_list<QByteArrayView> parts);

} // namespace countersign
