#!/usr/bin/env bash
# Tries a disk image on a Mac: copies the program out of it, carries one practice payout through its windows.
# Usage: packaging/macos/try.sh IMAGE [PICTURES]
# PICTURES: folder for the tour's pictures.
set -euo pipefail

[ $# -ge 1 ] || { sed -n '3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
if [ "$(uname)" != Darwin ]; then
    echo "A disk image is tried on a Mac." >&2
    exit 1
fi
work=$(mktemp -d)
pictures=${2:-$work/pictures}
cleanup() {
    hdiutil detach -quiet "$work/image" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

fail() {
    printf 'try: %s\n' "$*" >&2
    exit 1
}

mkdir "$work/image" "$work/home"
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$work/image" "$1"
cp -R "$work/image/Countersign.app" "$work/"
hdiutil detach -quiet "$work/image"
codesign --verify --deep --strict "$work/Countersign.app" || fail "the signature does not fit"
# Nothing of Homebrew: what it needs must have come along.
! otool -L "$work"/Countersign.app/Contents/MacOS/* | grep -E '/(opt/homebrew|usr/local)/' || fail "libraries of this Mac are missing elsewhere"
env -i PATH=/usr/bin:/bin HOME="$work/home" TMPDIR="$work" "$work/Countersign.app/Contents/MacOS/countersign" \
    --tour "$pictures" >"$work/tour" 2>&1 || fail "the tour failed: $(cat "$work/tour")"
grep -q '^Transfers for the payout of the tour: 1$' "$work/tour" || fail "not paid once: $(cat "$work/tour")"
[ -s "$pictures/01-main-window.png" ] || fail "no pictures"
cat "$work/tour"
