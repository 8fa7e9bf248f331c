#!/usr/bin/env bash
# Builds the core once more so that it counts which of its lines and branches run, runs its tests, and prints how much ran.
# Usage: tests/coverage.sh [--details FOLDER]   the table; FOLDER gets pages that show every line
# Fails where less ran than tests/coverage/gates.py asks for. What is counted, and what is not: tests/README.md.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
details=()
case "${1:-}" in
'') ;;
--details)
    mkdir -p "${2:?folder}"
    details=(--html-details "$2/index.html")
    ;;
*)
    sed -n '3,4s/^# //p' "$0" >&2
    exit 2
    ;;
esac

packaging/install-packages.sh gcovr

private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
mkdir -p "$private"/{runtime,config,data}
chmod 0700 "$private"/runtime
export XDG_RUNTIME_DIR="$private/runtime" XDG_CONFIG_HOME="$private/config" XDG_DATA_HOME="$private/data"
export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/ccache}"
export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1
unset DISPLAY WAYLAND_DISPLAY

# The core's own tests: no windows, no packages, and no process that is killed before it could write its counts.
mapfile -t programs < <(ls tests/{unit,integration}/*/tst_*.cpp tests/faults/{store,simulation}/tst_*.cpp |
    grep -v '^tests/unit/ui/' | sed 's|.*/||; s|\.cpp$||')

cmake --preset coverage >"$private/log" 2>&1 || { cat "$private/log" && exit 1; }
ninja -C build/coverage --quiet "${programs[@]}"
find build/coverage -name '*.gcda' -delete # of an earlier run
ctest --test-dir build/coverage --parallel "$(nproc)" --output-on-failure --no-tests=error --timeout 1800 \
    --label-exclude '^deep$' --tests-regex "^($(IFS='|' && echo "${programs[*]}"))\$" >"$private/log" 2>&1 ||
    { cat "$private/log" && exit 1; }
# And some days of everything going wrong.
build/coverage/tests/countersign-faults --from 1 --count 6 --jobs "$(nproc)" >"$private/log" 2>&1 ||
    { cat "$private/log" && exit 1; }

# Not counted: what the compiler adds for exceptions, and for lines without code of their own.
gcovr --root . --filter app/ --exclude-throw-branches --exclude-unreachable-branches -j "$(nproc)" \
    --json-summary "$private/summary.json" "${details[@]}" build/coverage/app >/dev/null
python3 -B tests/coverage/gates.py "$private/summary.json"
