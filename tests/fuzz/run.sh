#!/usr/bin/env bash
# Builds the programs of tests/fuzz with libFuzzer and lets each look for bytes that break what it demands.
# Usage: tests/fuzz/run.sh [--seconds N] [--corpus FOLDER] [TARGET...]
#   --seconds N       for each program, the fuzzer's own time; 20 unless told
#   --corpus FOLDER   keeps what was worth keeping, so that the next run goes on from there; else it is thrown away
# Findings lie in build/fuzz/found. Exits with 0 only if nothing was found; says so and exits with 0 where clang lacks
# libFuzzer.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$top"
seconds=20 corpus='' targets=()
while [ $# -gt 0 ]; do
    case "$1" in
    --seconds) seconds=$2 && shift 2 ;;
    --corpus) corpus=$2 && shift 2 ;;
    -*) sed -n '3,7s/^# //p' "$0" >&2 && exit 2 ;;
    *) targets+=("$1") && shift ;;
    esac
done
[ ${#targets[@]} -gt 0 ] || read -r -a targets < <(sed -n 's/^set(fuzz_targets \(.*\))$/\1/p' tests/fuzz/targets.cmake)

compiler=${COUNTERSIGN_CLANG:-clang++-19} # 14, Debian's default, can't read the std::expected of libstdc++ 12
if ! command -v "$compiler" >/dev/null || ! ls "$("$compiler" -print-resource-dir)"/lib/*/libclang_rt.fuzzer* >/dev/null 2>&1; then
    echo "fuzzing skipped: $compiler with libFuzzer is not on this computer"
    exit 0
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -n "$corpus" ] || corpus=$work/corpus
found=build/fuzz/found
mkdir -p "$found"
cmake -S tests/fuzz/clang -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER="$compiler" >"$work/log" 2>&1 ||
    { cat "$work/log" && exit 1; }
ninja -C build/fuzz --quiet "${targets[@]/#/fuzz_}"

run_one() { # run_one TARGET: its last words are one line with the figures
    local log=$work/$1.log
    mkdir -p "$corpus/$1"
    if ! "build/fuzz/fuzz_$1" "tests/fuzz/corpus/$1" >"$log" 2>&1 ||
        ! "build/fuzz/fuzz_$1" --fuzz "$corpus/$1" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 \
            -max_len=65536 -use_value_profile=1 -print_final_stats=1 -artifact_prefix="$found/$1-" >"$log" 2>&1; then
        cat "$log"
        echo "fuzz $1: FOUND something, see $found"
        return 1
    fi
    echo "fuzz $1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs in $seconds s," \
        "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1) edges, nothing found"
}
export -f run_one
export work corpus found seconds
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -euo pipefail -c 'run_one {}'
