#!/usr/bin/env bash
# Builds packages of Countersign, with a list of what is in them and their checksums.
# Usage: packaging/build.sh deb|rpm|tgz|appimage|windows... OUTDIR
# The same sources give the same bytes, wherever and whenever they are built on the same system.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
usage() {
    sed -n '3s/^# //p' "${BASH_SOURCE[0]}" >&2
    exit 2
}
[ $# -ge 2 ] || usage
out=$(realpath -m -- "${!#}")
kinds=() appimage='' windows=''
for kind in "${@:1:$#-1}"; do
    case "$kind" in
    deb | rpm | tgz) kinds+=("${kind^^}") ;;
    appimage) appimage=1 ;;
    windows) windows=1 ;;
    *) usage ;;
    esac
done

cd "$top"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH QT_RCC_SOURCE_DATE_OVERRIDE=$SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC0
export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/ccache}"
export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1
umask 022
mkdir -p "$out"

pack() { # in a folder of its own, whose name has no space: rpmbuild can't pack in one that has
    packed=$(mktemp -d)
    trap 'rm -rf "$packed"' EXIT
    (cd "$build" && cpack -G "$(IFS=';' && echo "${kinds[*]}")" -B "$packed" >/dev/null)
    mv "$packed"/countersign* "$out"
}

for_linux() {
    local build=$top/build/package
    packaging/install-packages.sh dpkg-dev fakeroot file rpm ${appimage:+qt6-wayland}
    cmake -S . -B "$build" -G Ninja --log-level=WARNING -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_CXX_FLAGS_RELEASE='-O2 -DNDEBUG' -DCMAKE_INSTALL_PREFIX=/usr -DBUILD_TESTING=OFF >/dev/null
    ninja -C "$build" --quiet -j "$(nproc)"
    if grep -qF "$top" "$build/bin/countersign" "$build/bin/countersign-demo-bank"; then
        echo "The programs name the folder that they were built in." >&2
        exit 1
    fi
    [ ${#kinds[@]} = 0 ] || pack
    [ -z "$appimage" ] || packaging/linux/appimage/build.sh "$build" "$out"
    [ ${#kinds[@]} = 0 ] ||
        packaging/sbom.py "$build/bin/countersign" "$build/bin/countersign-demo-bank" >"$out/countersign.cdx.json"
}

[ -z "$windows" ] || packaging/windows/build.sh "$out"
[ -z "$appimage${kinds[*]}" ] || for_linux
packaging/checksums.sh "$out"
cat "$out/SHA256SUMS"
