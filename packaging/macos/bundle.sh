#!/usr/bin/env bash
# Lays out Countersign.app from built programs; on a Mac also brings Qt into it and signs it.
# Usage: packaging/macos/bundle.sh OUTDIR BIN_FOLDER INFO_PLIST ICON_PICTURES
# COUNTERSIGN_MACOS_IDENTITY: the signing identity; without it the signature is for this Mac only ("-").
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ $# = 4 ] || { sed -n '3s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
out=$1 bin=$2 plist=$3 pictures=$4
app=$out/Countersign.app
umask 022

rm -rf "$app"
mkdir -p "$app"/Contents/{MacOS,Resources}
install -m 755 "$bin/countersign" "$bin/countersign-demo-bank" "$app/Contents/MacOS/"
install -m 644 "$plist" "$app/Contents/Info.plist"
printf 'APPL????' >"$app/Contents/PkgInfo"
for language in en ru; do mkdir "$app/Contents/Resources/$language.lproj"; done # the system shows its own texts in them

if [ "$(uname)" = Darwin ]; then
    set_of_icons=$(mktemp -d)/countersign.iconset
    mkdir "$set_of_icons"
    for size in 16 32 128 256 512; do cp "$pictures/countersign-$size.png" "$set_of_icons/icon_${size}x$size.png"; done
    for size in 16 128 256; do
        cp "$pictures/countersign-$((2 * size)).png" "$set_of_icons/icon_${size}x$size@2x.png"
    done
    iconutil --convert icns --output "$app/Contents/Resources/countersign.icns" "$set_of_icons"
    macdeployqt "$app" -executable="$app/Contents/MacOS/countersign-demo-bank" -always-overwrite
    codesign --force --deep --timestamp --options runtime --entitlements "$here/entitlements.plist" \
        --sign "${COUNTERSIGN_MACOS_IDENTITY:--}" "$app"
    codesign --verify --deep --strict "$app"
else
    png2icns "$app/Contents/Resources/countersign.icns" "$pictures"/countersign-{16,32,48,128,256,512}.png >/dev/null
    echo "Only laid out: a Mac must bring Qt into $app and sign it."
fi
