#!/usr/bin/env bash
# Installs what is missing, builds everything and runs the tests through CTest.
# Usage: tests/run.sh           what every change must pass
#        tests/run.sh --deep    the longer tests as well (CTest label "deep"), tests/sanitizers.sh and tests/coverage.sh
#        tests/run.sh --bench [--million] [--only lists|exports|flow|webhooks]
#                               builds Release and prints the measurements of tests/bench as JSON instead
#        --fuzz-seconds N       how long each program of tests/fuzz runs; 20 unless told
#        --fuzz-corpus FOLDER   where fuzzing goes on from, and keeps what it found worth keeping
# Works as root and without a display. Exits with 0 only if tests ran and all of them passed.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"

preset=ci
selection=(--label-exclude '^deep$')
deep=''
fuzzing=(--seconds 20)
measuring=()
while [ $# -gt 0 ]; do
    case "$1" in
    --deep) deep=1 selection=() ;;
    --bench)
        preset=release measuring=("${@:2}")
        exec 3>&1 1>&2 # all but the figures
        break
        ;;
    --fuzz-seconds) fuzzing+=(--seconds "${2:?seconds}") && shift ;;
    --fuzz-corpus) fuzzing+=(--corpus "${2:?folder}") && shift ;;
    *)
        sed -n '3,8s/^# //p' "$0" >&2
        exit 2
        ;;
    esac
    shift
done

export CCACHE_DIR="${CCACHE_DIR:-${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/ccache}"
export CCACHE_BASEDIR="$top" CCACHE_NOHASHDIR=1

private=$(mktemp -d) # mode 0700; the tests' own runtime, settings and data folders, so that nobody's are touched
trap 'rm -rf "$private"' EXIT
log=$private/log

step() { # step NAME COMMAND...: runs it and tells how long it took
    local name=$1 from=$SECONDS
    shift
    "$@" || {
        local status=$?
        printf '== %s: FAILED after %d s\n' "$name" $((SECONDS - from))
        exit "$status"
    }
    printf '== %s: %d s\n' "$name" $((SECONDS - from))
}

configure() {
    cmake --preset "$preset" >"$log" 2>&1 || {
        cat "$log"
        return 1
    }
}

build() {
    local quiet=(--quiet)
    [ -t 1 ] && quiet=()
    ninja -C "build/$preset" -j "$(nproc)" "${quiet[@]}"
}

alone() { # alone COMMAND...: without a display, in folders of its own
    mkdir -p "$private"/{runtime,config,data}
    chmod 0700 "$private"/runtime
    env -u DISPLAY -u WAYLAND_DISPLAY \
        XDG_RUNTIME_DIR="$private/runtime" XDG_CONFIG_HOME="$private/config" XDG_DATA_HOME="$private/data" "$@"
}

run_tests() {
    alone ctest --test-dir "build/$preset" --parallel "$(($(nproc) + 1))" --output-on-failure --no-tests=error "${selection[@]}"
}

step packages packaging/install-packages.sh
step configure configure
step build build
if [ "$preset" = release ]; then
    export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8
    alone "build/$preset/tests/countersign-bench" "${measuring[@]}" >&3
    if [ ${#measuring[@]} = 0 ]; then alone "build/$preset/tests/import-bench" >&3; fi
    exit
fi
step tests run_tests
step fuzzing tests/fuzz/run.sh "${fuzzing[@]}"
if [ -n "$deep" ]; then
    step sanitizers tests/sanitizers.sh
    step coverage tests/coverage.sh
fi

skipped=$(grep -h '^SKIP' "build/$preset/Testing/Temporary/LastTest.log" || true)
if [ -n "$skipped" ]; then
    printf '== skipped:\n%s\n' "$skipped"
fi
printf '== whole run: %d s\n' "$SECONDS"
