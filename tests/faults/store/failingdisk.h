#pragma once

#include <QString>

namespace countersign::faults {

/// Kinds of calls to the operating system.
enum class DiskCall {
    write, ///< write, pwrite, ftruncate
    sync,  ///< fsync, fdatasync
    open,  ///< open
    lock,  ///< flock and fcntl that take a lock
};

struct DiskFault
{
    DiskCall call = DiskCall::write;
    int nth = 1;          ///< which call of that kind fails, counted from arming
    int error = 0;        ///< errno
    bool stays = true;    ///< every later call of that kind fails too, as on a full disk
    bool isShort = false; ///< that write does half of its work instead of failing; what comes after it may fail
    QString only = {};    ///< the part of the folder that is concerned, "/journal"; empty: all of it
};

/// A disk that fails on purpose. The test program's own open, write, fsync … stand before the C library's, so that
/// store, journal and SQLite itself meet the fault wherever they are; only files below one folder are concerned.
/// One thread at a time.
namespace failingdisk {

void arm(const QString &folder, const DiskFault &fault);
/// The disk is well again.
void disarm();
/// Whether a call has failed since arming.
[[nodiscard]] bool hasStruck();

} // namespace failingdisk

} // namespace countersign::faults
