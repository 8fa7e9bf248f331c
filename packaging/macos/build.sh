#!/usr/bin/env bash
# Builds Countersign on a Mac and makes a disk image of it (OUTDIR/Countersign-VERSION.dmg).
# Usage: packaging/macos/build.sh OUTDIR
# Needs Xcode 16 and, by Homebrew, what the CONTRIBUTING page names for macOS.
# COUNTERSIGN_MACOS_IDENTITY: "Developer ID Application: ..." of the keychain; without it the signature is for this Mac.
# COUNTERSIGN_NOTARY_PROFILE: a profile kept by `xcrun notarytool store-credentials`; without it nothing is notarised.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
[ $# = 1 ] || { sed -n '3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
if [ "$(uname)" != Darwin ]; then
    echo "A disk image is made on a Mac." >&2
    exit 1
fi
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$top"

build=$top/build/macos
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF \
    -DCMAKE_OSX_DEPLOYMENT_TARGET=13.0 -DCMAKE_PREFIX_PATH="$(brew --prefix);$(brew --prefix openssl@3)"
ninja -C "$build"
(cd "$build" && cpack -G DragNDrop -B "$out") # its install step is packaging/macos/bundle.sh
rm -rf "$out/_CPack_Packages"

image=$(echo "$out"/Countersign-*.dmg)
if [ -n "${COUNTERSIGN_MACOS_IDENTITY:-}" ]; then
    codesign --force --timestamp --sign "$COUNTERSIGN_MACOS_IDENTITY" "$image"
fi
if [ -n "${COUNTERSIGN_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$COUNTERSIGN_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
else
    echo "Not notarised: COUNTERSIGN_NOTARY_PROFILE is not set."
fi
(cd "$out" && shasum -a 256 "$(basename "$image")" >SHA256SUMS)
cat "$out/SHA256SUMS"
