# Builds for Windows (64 bits) with Debian's mingw-w64. The folder of packaging/windows/dependencies.sh is named by
# COUNTERSIGN_WINDOWS_ROOT in the environment. posix: the variant of the compiler that has std::thread and std::mutex.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

set(windows_root $ENV{COUNTERSIGN_WINDOWS_ROOT})
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32 ${windows_root} ${windows_root}/qt)
list(APPEND CMAKE_PREFIX_PATH ${windows_root} ${windows_root}/qt)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# This machine's rcc compresses in a way that the Qt of dependencies.sh can't read.
set(CMAKE_AUTORCC_OPTIONS --no-zstd)
