#!/usr/bin/env bash
# Says how much of the core the core's tests run, and fails where that is less than what must be.
# Usage: tests/coverage.sh [FOLDER]     FOLDER gets the tables as text and as a page for a browser
# Branches that only an exception takes are not counted: nothing of ours throws.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
if ! command -v gcovr >/dev/null; then
    echo "coverage skipped: gcovr is not on this computer"
    exit 0
fi

private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
folder=${1:-$private/tables}
mkdir -p "$private"/{runtime,config,data} "$folder"
chmod 0700 "$private"/runtime
export XDG_RUNTIME_DIR="$private/runtime" XDG_CONFIG_HOME="$private/config" XDG_DATA_HOME="$private/data"
unset DISPLAY WAYLAND_DISPLAY

mapfile -t programs < <(find tests/unit tests/integration tests/faults/store -name 'tst_*.cpp' -not -path 'tests/unit/ui/*' |
    sed 's|.*/||; s|\.cpp$||' | sort)
cmake --preset coverage >"$private/log" 2>&1 || { cat "$private/log" && exit 1; }
ninja -C build/coverage --quiet "${programs[@]}" countersign-demo-bank
find build/coverage -name '*.gcda' -delete
ctest --test-dir build/coverage --parallel "$(($(nproc) + 1))" --output-on-failure --no-tests=error --timeout 1800 \
    --label-exclude '^(deep|bench)$' --tests-regex "^($(IFS='|' && echo "${programs[*]}"))\$"

gcovr --root . --object-directory build/coverage -j "$(nproc)" --exclude-throw-branches --exclude-unreachable-branches \
    --filter 'app/' --exclude 'app/demobank/' --exclude 'app/bootstrap/' --json "$private/all.json" build/coverage

status=0
judge() { # judge NAME LINES BRANCHES FILTER: prints the table and holds it against the least percentages
    local code=0
    gcovr --root . --add-tracefile "$private/all.json" --filter "$4" --fail-under-line "$2" --fail-under-branch "$3" \
        --txt "$folder/$1.txt" --txt-metric branch --html-details "$folder/$1.html" --print-summary >"$private/log" 2>&1 || code=$?
    printf '== coverage of %s: %s, %s; at least %s %% and %s %%\n' "$1" \
        "$(sed -n 's/^lines: //p' "$private/log")" "$(sed -n 's/^branches: //p' "$private/log")" "$2" "$3"
    [ "$code" = 0 ] || { status=1 && tail -n 40 "$folder/$1.txt"; }
}
judge core 85 75 'app/'
judge money-path 100 90 \
    'app/(domain/(transition|payoutstate)|payouts/(gate|sender|sendoutcome|inbox)|storage/filesendjournal|bank131/(jsonscanner|confirminformationreader))[a-z_]*\.cpp'
exit "$status"
