#!/usr/bin/env bash
# Builds the tests once more for tools that look for what no test asks about, and runs them under each.
# Usage: tests/sanitizers.sh [asan] [tsan] [valgrind]     all three unless told
#   asan       address and undefined-behaviour sanitizers: all tests (preset asan)
#   tsan       thread sanitizer: the core's, without windows (preset tsan)
#   valgrind   memcheck: the store's (preset dev); left out, and said so, where valgrind is not there
# A report ends the run with an error. There are no suppressions.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
wanted=("$@")
[ ${#wanted[@]} -gt 0 ] || wanted=(asan tsan valgrind)

private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
mkdir -p "$private"/{runtime,config,data}
chmod 0700 "$private"/runtime
export XDG_RUNTIME_DIR="$private/runtime" XDG_CONFIG_HOME="$private/config" XDG_DATA_HOME="$private/data"
unset DISPLAY WAYLAND_DISPLAY

configure() { # configure PRESET
    cmake --preset "$1" >"$private/log" 2>&1 || { cat "$private/log" && exit 1; }
}

build() { # build PRESET TARGET...
    configure "$1"
    ninja -C "build/$1" --quiet "${@:2}"
}

programs_of() { # programs_of PRESET
    ninja -C "build/$1" -t targets all | sed -n 's/: CXX_EXECUTABLE_LINKER.*//p'
}

run_tests() { # run_tests PRESET OPTION...
    ctest --test-dir "build/$1" --parallel "$(nproc)" --output-on-failure --no-tests=error --timeout 1800 "${@:2}"
}

for tool in "${wanted[@]}"; do
    echo "== $tool"
    case "$tool" in
    asan)
        build asan
        # Not: measurements, the copies without rules (they fail on purpose), and what has no code of ours to watch.
        UBSAN_OPTIONS=print_stacktrace=1 \
            run_tests asan --label-exclude '^(deep|bench)$' --exclude-regex '^(rules_off|house.*)$'
        ;;
    tsan)
        windows='tst_ui_|tst_story_' # take half of the time to build
        configure tsan
        mapfile -t programs < <(programs_of tsan | grep -Ev "$windows")
        build tsan "${programs[@]}"
        # Qt is not instrumented: without this option every lock inside it is a false report.
        TSAN_OPTIONS="ignore_noninstrumented_modules=1 halt_on_error=1" \
            run_tests tsan --label-exclude '^(deep|bench)$' --exclude-regex "^(rules_off|house.*)\$|$windows"
        ;;
    valgrind)
        if ! command -v valgrind >/dev/null; then
            echo "valgrind skipped: it is not on this computer"
            continue
        fi
        mapfile -t programs < <(ls tests/unit/storage/tst_*.cpp | sed 's|.*/||; s|\.cpp$||')
        build dev "${programs[@]}"
        for program in "${programs[@]}"; do
            # Machine code that a regular expression is compiled to reads past the end of texts on purpose, unseen.
            QT_ENABLE_REGEXP_JIT=0 valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
                "build/dev/tests/$program" >"$private/log" 2>&1 || { cat "$private/log" && exit 1; }
            echo "$program: no report"
        done
        ;;
    *)
        sed -n '3,7s/^# //p' "$0" >&2
        exit 2
        ;;
    esac
done
