#!/usr/bin/env bash
# Pictures of every window: in English and Russian, light and dark, at the scales given (100 and 200 percent unless told).
# Usage: tests/screens.sh OUTDIR [PERCENT...]
# Names: WINDOW-LANGUAGE-PAGE-SCHEME-PERCENT.png. Exits with 1 when something in them is cut off or covered.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
[ $# -ge 1 ] || { sed -n '3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
out=$(realpath -m -- "$1")
scales=("${@:2}")
[ ${#scales[@]} -gt 0 ] || scales=(100 200)
cd "$top"

packaging/install-packages.sh
export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/ccache}"
export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1
[ -f build/ci/build.ninja ] || cmake --preset ci --log-level=WARNING >/dev/null
ninja -C build/ci -j "$(nproc)" tst_ui_screens >/dev/null

private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
mkdir -p "$out"
status=0
for percent in "${scales[@]}"; do
    env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='qt.qpa.*=false' LC_ALL=C.UTF-8 \
        XDG_RUNTIME_DIR="$private" QT_SCALE_FACTOR="$(printf '%d.%02d' $((percent / 100)) $((percent % 100)))" \
        COUNTERSIGN_PICTURES="$out" build/ci/tests/tst_ui_screens | grep -A20 '^FAIL' && status=1
done
echo "$(find "$out" -name '*.png' | wc -l) pictures in $out"
exit "$status"
