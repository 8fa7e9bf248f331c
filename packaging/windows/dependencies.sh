#!/usr/bin/env bash
# Builds what Countersign needs on Windows from Debian's sources with mingw-w64: SQLite, OpenSSL, libzip, libxlsxwriter,
# Qt base. It takes about half an hour on two cores, once: what stands in FOLDER is not built again.
# Usage: packaging/windows/dependencies.sh [FOLDER]    (default: countersign-windows in the user's cache folder)
# JOBS says how many compilers run at once; all cores unless it is set. Writes FOLDER/sources.txt, what was built.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(realpath -m -- "${1:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/countersign-windows}")
jobs=${JOBS:-$(nproc)}
work=$root/work
compiler=x86_64-w64-mingw32-gcc-posix
mkdir -p "$root/done" "$root/include" "$root/lib" "$work/lists/partial"
exec 9>"$root/lock"
flock 9
export COUNTERSIGN_WINDOWS_ROOT=$root LC_ALL=C TZ=UTC0
# The same bytes wherever they are built: no folder of this machine, no time of day.
unmapped="-ffile-prefix-map=$work=. -ffile-prefix-map=$root=."

debian() {
    apt-get -qq -o Dir::Etc::sourcelist="$here/deb-src.sources" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$work/lists" -o APT::Sandbox::User=root "$@"
}

# source_of PACKAGE: unpacks its source, checked by apt against Debian's signed lists, with Debian's changes to it.
# Where the mirror has lost Debian's own part, the archive of the upstream project stands alone; sources.txt says so.
source_of() {
    local package=$1 note="" archive
    mkdir -p "$work/get/$package"
    cd "$work/get/$package"
    rm -rf "${work:?}/$package"
    if debian source --download-only "$package"; then
        dpkg-source -x ./*.dsc "$work/$package" >/dev/null
    else
        echo "$package: Debian's part of the source is not on the mirror; taking the upstream archive alone." >&2
        debian source --download-only --tar-only "$package"
        mkdir "$work/$package"
        archive=$(find . -name "${package}_*.orig.tar.*" ! -name '*.asc' | sort | tail -1)
        tar -xf "$archive" -C "$work/$package" --strip-components=1
        note=" without Debian's changes, which the mirror has lost"
    fi
    version=$(find . -name "${package}_*.orig.tar.*" ! -name '*.asc' | sed 's/.*_\(.*\)\.orig\..*/\1/' | sort | tail -1)
    [ -n "$note" ] || version=$(sed -n 's/^Version: //p' ./*.dsc | head -1)
    SOURCE_DATE_EPOCH=$(find "$work/$package" -type f -printf '%T@\n' | sort -n | tail -1 | cut -d. -f1)
    [ ! -e "$work/$package/debian/changelog" ] ||
        SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l "$work/$package/debian/changelog" -S Timestamp)
    export SOURCE_DATE_EPOCH
    cd "$work/$package"
    line="$package $version$note"
}

finished() {
    echo "$line" >"$root/done/$1"
    rm -rf "${work:?}/$1" "$work/$1-build"
    echo "built $line"
}

wanted() { [ ! -e "$root/done/$1" ]; }

cmake_for_windows() {
    cmake -G Ninja --log-level=WARNING -DCMAKE_TOOLCHAIN_FILE="$here/mingw64.cmake" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_C_FLAGS="$unmapped" -DCMAKE_CXX_FLAGS="$unmapped -Wno-attributes" "$@" >/dev/null
}

build_sqlite() {
    source_of sqlite3
    ./configure --disable-tcl >/dev/null
    make -s sqlite3.c >/dev/null
    # shellcheck disable=SC2086 # two options, not one
    "$compiler" -O2 $unmapped -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_THREADSAFE=1 \
        -DSQLITE_SECURE_DELETE -c sqlite3.c
    x86_64-w64-mingw32-ar rcsD "$root/lib/libsqlite3.a" sqlite3.o
    cp sqlite3.h src/sqlite3ext.h "$root/include"
    finished sqlite3
}

# No settings file is read, and the folder that would hold one is one that only administrators can write: under Windows
# anybody may make a folder in C:\, and a settings file can name code to load.
build_openssl() {
    source_of openssl
    ./Configure mingw64 --cross-compile-prefix=x86_64-w64-mingw32- CC=gcc-posix "CFLAGS=-O2 $unmapped" \
        --prefix=/openssl --openssldir="/Program Files/Common Files/SSL" --libdir=lib \
        shared no-tests no-module no-legacy no-autoload-config >/dev/null
    make -s -j "$jobs" build_libs >/dev/null
    make -s install_dev DESTDIR="$work/openssl-installed" >/dev/null
    cp -r "$work/openssl-installed/openssl/." "$root/"
    rm -r "$work/openssl-installed"
    finished openssl
}

build_libzip() {
    source_of libzip
    cmake_for_windows -S . -B "$work/libzip-build" -DCMAKE_INSTALL_PREFIX="$root" -DBUILD_SHARED_LIBS=ON \
        -DENABLE_OPENSSL=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_WINDOWS_CRYPTO=OFF -DENABLE_BZIP2=OFF \
        -DENABLE_LZMA=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
    ninja -C "$work/libzip-build" -j "$jobs" --quiet install
    finished libzip
}

build_libxlsxwriter() {
    source_of libxlsxwriter
    cmake_for_windows -S . -B "$work/libxlsxwriter-build" -DCMAKE_INSTALL_PREFIX="$root" -DBUILD_SHARED_LIBS=ON
    ninja -C "$work/libxlsxwriter-build" -j "$jobs" --quiet install
    finished libxlsxwriter
}

# The switches were found by trial, see README.md beside this file: direct2d must stay on (fonts), OpenGL off by INPUT_.
build_qtbase() {
    source_of qt6-base
    local ours
    ours=$(for library in zlib png jpeg freetype harfbuzz pcre2 doubleconversion; do
        echo "-DFEATURE_system_$library=OFF"
    done)
    # shellcheck disable=SC2086 # a list of options
    cmake_for_windows -S . -B "$work/qt6-base-build" -DCMAKE_INSTALL_PREFIX=/qt \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
        -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF \
        -DINPUT_opengl=no -DFEATURE_vulkan=OFF -DFEATURE_dbus=OFF -DFEATURE_tabletevent=OFF \
        -DFEATURE_androiddeployqt=OFF $ours -DFEATURE_icu=OFF -DFEATURE_glib=OFF -DFEATURE_zstd=OFF \
        -DFEATURE_brotli=OFF -DFEATURE_sql_odbc=OFF -DFEATURE_sql_mysql=OFF -DFEATURE_sql_psql=OFF \
        -DFEATURE_sql_sqlite=ON -DFEATURE_system_sqlite=ON \
        -DFEATURE_openssl=ON -DFEATURE_openssl_runtime=ON -DINPUT_openssl=runtime -DFEATURE_schannel=ON
    ninja -C "$work/qt6-base-build" -j "$jobs" --quiet
    DESTDIR="$work/qt-installed" cmake --install "$work/qt6-base-build" >/dev/null
    rm -rf "$root/qt"
    mv "$work/qt-installed/qt" "$root/qt"
    rm -r "$work/qt-installed"
    finished qt6-base
}

if wanted sqlite3 || wanted openssl || wanted qt6-base || wanted libzip || wanted libxlsxwriter; then
    "$here/../install-packages.sh" g++-mingw-w64-x86-64-posix libz-mingw-w64-dev dpkg-dev perl tcl cmake ninja-build \
        qt6-base-dev qt6-base-dev-tools qt6-tools-dev-tools
    debian update
fi
ln -sfn /usr/include/boost "$root/include/boost"
ln -sfn /usr/include/nlohmann "$root/include/nlohmann"
mkdir -p "$root/share/cmake"
ln -sfn /usr/share/cmake/nlohmann_json "$root/share/cmake/nlohmann_json"
! wanted sqlite3 || build_sqlite
! wanted libzip || build_libzip
! wanted libxlsxwriter || build_libxlsxwriter
! wanted openssl || build_openssl
! wanted qt6-base || build_qtbase

# What the programs need beside them, without the compiler's symbols; Qt's own files stay in qt/.
for library in zlib1 libwinpthread-1; do
    cp "/usr/x86_64-w64-mingw32/lib/$library.dll" "$root/bin/"
done
for library in libstdc++-6 libgcc_s_seh-1 libssp-0; do
    cp "$("$compiler" -print-file-name="$library.dll")" "$root/bin/"
done
find "$root/bin" "$root/qt/bin" "$root/qt/plugins" -name '*.dll' -exec x86_64-w64-mingw32-strip --strip-unneeded {} +

mkdir -p "$root/licences"
for package in libqt6core6 libssl3 libsqlite3-0 libzip4 libxlsxwriter4 libz-mingw-w64 mingw-w64-x86-64-dev \
    gcc-mingw-w64-base; do
    cp "/usr/share/doc/$package/copyright" "$root/licences/$package.txt"
done
for package in libz-mingw-w64 mingw-w64-x86-64-dev gcc-mingw-w64-x86-64-posix-runtime; do
    dpkg-query -W -f '${Package} ${Version}, as Debian built it\n' "$package"
done | cat "$root"/done/* - >"$root/sources.txt"
