#include "storage/durablefile.h"

#include <utility>

namespace countersign {

NativeFile::NativeFile(NativeFile &&other) noexcept : m_handle(std::exchange(other.m_handle, noHandle)) {}

NativeFile &NativeFile::operator=(NativeFile &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    return *this;
}

} // namespace countersign
