#!/usr/bin/env bash
# Runs clang-tidy (rules: .clang-tidy) over files of app/ and ui/ with the flags of the build.
# Usage: tests/tidy.sh [FILE.cpp...]    without names: every source of app/ and ui/; about 6 s a file and core
# Not part of tests/run.sh: it takes longer than everything else together.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$top"
# 14, the default of Debian 12, cannot read std::expected.
packaging/install-packages.sh clang-tidy-19
[ -f build/ci/compile_commands.json ] || cmake --preset ci >/dev/null


files=("$@")
[ $# -gt 0 ] || mapfile -t files < <(find app ui -name '*.cpp' | sort)
printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" clang-tidy-19 --quiet -p build/ci 2> >(grep -v ' warnings\? generated' >&2)
echo "clang-tidy: ${#files[@]} files, nothing found"
