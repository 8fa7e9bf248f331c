#pragma once

#include "core/error.h"

#include <QByteArrayView>

namespace countersign {

/// A file of the operating system, closed with the object. Movable, not copyable.
class NativeFile
{
public:
    NativeFile() = default;
    NativeFile(NativeFile &&other) noexcept;
    NativeFile &operator=(NativeFile &&other) noexcept;
    ~NativeFile();

    /// Opens for appending, creating it (readable by its owner only). diskFull, fileUnwritable.
    [[nodiscard]] static Result<NativeFile> openForAppend(const QString &path);

    /// Writes all of it at the file's end. diskFull, fileUnwritable; part of it may then be there.
    [[nodiscard]] Result<> write(QByteArrayView bytes);
    /// Returns only after everything written is on the disk. A failure is never to be retried. diskFull,
    /// fileUnwritable.
    [[nodiscard]] Result<> sync();
    /// An exclusive lock that ends with this object or its process, however that ends. False: somebody else has it.
    [[nodiscard]] Result<bool> tryLock();

private:
#ifdef Q_OS_WIN
    using Handle = void *;
    static constexpr Handle noHandle = nullptr;
#else
    using Handle = int;
    static constexpr Handle noHandle = -1;
#endif
    explicit NativeFile(Handle handle) : m_handle(handle) {}

    Handle m_handle = noHandle;
};

/// Makes a new file's name durable; nothing to do on Windows, where the file system journals it. diskFull,
/// fileUnwritable.
[[nodiscard]] Result<> syncDirectory(const QString &directory);

/// Of an error code of the operating system: there is no room left, on the disk or for this user.
[[nodiscard]] bool meansFullDisk(int systemError);

} // namespace countersign
