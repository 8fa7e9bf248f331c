#!/usr/bin/env bash
# Builds the installer for Windows, from nothing: the libraries first (dependencies.sh, once), then the program.
# Called by packaging/build.sh, which sets the moment and the language of the build.
# Usage: packaging/windows/build.sh OUTDIR [CACHE_FOLDER]
# Signed when COUNTERSIGN_CERTIFICATE names a PKCS#12 file with the signing certificate; its password is read from the file
# that COUNTERSIGN_CERTIFICATE_PASSWORD_FILE names. COUNTERSIGN_TIMESTAMP_URL: the time stamping service.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(realpath "$here/../..")
[ $# -ge 1 ] || { sed -n '4s/^# //p' "${BASH_SOURCE[0]}" >&2 && exit 2; }
out=$(realpath -m -- "$1")
root=$(realpath -m -- "${2:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/countersign-windows}")
build=$top/build/windows
jobs=${JOBS:-$(nproc)}

"$here/../install-packages.sh" g++-mingw-w64-x86-64-posix libz-mingw-w64-dev qt6-base-dev-tools qt6-tools-dev-tools nsis \
    icoutils
JOBS=$jobs "$here/dependencies.sh" "$root"

cd "$top"
export COUNTERSIGN_WINDOWS_ROOT=$root

sign() {
    local file=$1 stamped=() password=()
    [ -n "${COUNTERSIGN_CERTIFICATE:-}" ] || return 0
    [ -z "${COUNTERSIGN_TIMESTAMP_URL:-}" ] || stamped=(-ts "$COUNTERSIGN_TIMESTAMP_URL")
    [ -z "${COUNTERSIGN_CERTIFICATE_PASSWORD_FILE:-}" ] || password=(-readpass "$COUNTERSIGN_CERTIFICATE_PASSWORD_FILE")
    osslsigncode sign -pkcs12 "$COUNTERSIGN_CERTIFICATE" "${password[@]}" "${stamped[@]}" -h sha256 -n Countersign \
        -in "$file" -out "$file.signed" >/dev/null
    mv "$file.signed" "$file"
}
if [ -n "${COUNTERSIGN_CERTIFICATE:-}" ]; then
    "$here/../install-packages.sh" osslsigncode
else
    echo "Not signed: COUNTERSIGN_CERTIFICATE names no certificate."
fi

cmake -S . -B "$build" -G Ninja --log-level=WARNING -DCMAKE_TOOLCHAIN_FILE="$here/mingw64.cmake" \
    -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
    -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE='-O2 -DNDEBUG' -DCMAKE_EXE_LINKER_FLAGS=-s \
    -DBUILD_TESTING=OFF -DCMAKE_UNITY_BUILD=ON >/dev/null
ninja -C "$build" --quiet -j "$jobs"
for program in "$build/bin/countersign.exe" "$build/bin/countersign-demo-bank.exe"; do
    if grep -qF -e "$top" -e "$root" "$program"; then
        echo "$program names the folder that it was built in." >&2
        exit 1
    fi
    sign "$program"
done

(cd "$build" && cpack -G NSIS64 -B "$out" >/dev/null)
installer=$(find "$out" -maxdepth 1 -name 'countersign-*-windows-x86_64.exe')
"$here/check-libraries.sh" "$(find "$out/_CPack_Packages" -type d -name "$(basename "$installer" .exe)")"
rm -rf "$out/_CPack_Packages"
sign "$installer"
"$here/../sbom.py" --sources "$root/sources.txt" >"$out/countersign-windows.cdx.json"
