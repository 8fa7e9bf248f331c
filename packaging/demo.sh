#!/usr/bin/env bash
# Installs what is missing, builds Countersign and its practice bank, and shows a payout.
# Usage: packaging/demo.sh [FOLDER]
# With a display: opens Countersign with the practice profile in FOLDER (made on the first start, kept afterwards).
# Without one, or where it does not answer: carries one payout through the real windows, writes a picture of each step
# into FOLDER and prints what the practice bank's ledger holds.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:+$(realpath -m -- "$1")}
cd "$top"

if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -z "${DISPLAY:-}" ]; then
    packaging/install-packages.sh qt6-wayland
else
    packaging/install-packages.sh
fi

export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/ccache}"
export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1
build=$top/build/release
if [ ! -f "$build/build.ninja" ]; then
    echo "Building Countersign; the first time takes some minutes."
    cmake --preset release --log-level=WARNING >/dev/null
fi
quiet=(--quiet)
[ -t 1 ] && quiet=()
ninja -C "$build" -j "$(nproc)" "${quiet[@]}" countersign countersign-demo-bank

# A display that is named may be gone (ssh, tmux, a container): the program itself is asked whether it can open one.
display_answers() {
    (ulimit -c 0 && timeout 20 "$build/bin/countersign" --version || exit 1) >/dev/null 2>&1
}

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    if display_answers; then
        exec "$build/bin/countersign" --practice "${folder:-${XDG_DATA_HOME:-$HOME/.local/share}/countersign-practice}"
    fi
    echo "The display ${WAYLAND_DISPLAY:-$DISPLAY} does not answer, so the tour runs without one and writes pictures."
fi

export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
export XDG_RUNTIME_DIR=$runtime
if [ -z "$folder" ]; then
    folder=$top/build/tour
    rm -rf "$folder"
fi
"$build/bin/countersign" --tour "$folder"
