#!/usr/bin/env bash
# Builds all packages for Linux twice, from two clones in different folders, for different users' homes, languages, time
# zones and file modes, at different times, without a compiler's cache, and compares every byte. It takes as long as two
# whole builds.
# Usage: reproducible.sh [CLONE]     what is committed in CLONE; this clone unless told
set -euo pipefail

source=$(realpath -- "${1:-$(dirname "${BASH_SOURCE[0]}")/../..}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A language that sorts in another way than C, where the system can make one.
if localedef -i ru_RU -f UTF-8 "$work/ru_RU.UTF-8" 2>/dev/null; then export LOCPATH=$work; fi

git clone -q --bare "$source" "$work/source" # both build this, whatever is committed meanwhile

build() { # build FOLDER TIME_ZONE LANGUAGE MODES
    mkdir -p "$work/$1.home"
    (umask "$4" && git clone -q "$work/source" "$work/$1" &&
        env -u SOURCE_DATE_EPOCH HOME="$work/$1.home" TZ="$2" LC_ALL="$3" LANG="$3" CCACHE_DISABLE=1 \
            "$work/$1/packaging/build.sh" deb rpm tgz appimage "$work/$1.packages" >"$work/$1.log" 2>&1) ||
        { cat "$work/$1.log" && exit 1; }
}
build one UTC C 022
build "another/and a longer one" Asia/Kamchatka ru_RU.UTF-8 077
diff <(cd "$work/one.packages" && sha256sum -- *) <(cd "$work/another/and a longer one.packages" && sha256sum -- *) ||
    { trap - EXIT && echo "reproducible: two builds differ, see $work" >&2 && exit 1; }
cat "$work/one.packages/SHA256SUMS"
