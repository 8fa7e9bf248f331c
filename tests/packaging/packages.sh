#!/usr/bin/env bash
# Makes every Linux package from a finished build, with the lists of what is in them and their checksums, looks at them as
# their users' systems do, installs each into a clean root, carries one practice payout through the installed program, and
# removes it without leftovers.
# Usage: packages.sh BUILD_FOLDER APP_ID
set -euo pipefail

build=$1 app=$2
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C TZ=UTC0
umask 022

fail() {
    printf 'packages: %s\n' "$*" >&2
    exit 1
}

pay_with() { # pay_with NAME PROGRAM: the installed program, away from this build, pays once
    local home=$work/$1.home
    mkdir -p -m 0700 "$home/runtime"
    env -i PATH=/usr/bin:/bin HOME="$home" XDG_RUNTIME_DIR="$home/runtime" LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen \
        QT_LOGGING_RULES='qt.qpa.*=false' "$2" --tour "$home/pictures" >"$work/$1.log" 2>&1 ||
        fail "$1: the tour failed: $(cat "$work/$1.log")"
    grep -q '^Transfers for the payout of the tour: 1$' "$work/$1.log" || fail "$1: not paid once: $(cat "$work/$1.log")"
    [ -s "$home/pictures/01-main-window.png" ] || fail "$1: no pictures"
}

holds() { # holds NAME ROOT: what a desktop looks for
    local file
    for file in bin/countersign bin/countersign-demo-bank "share/applications/$app.desktop" \
        "share/metainfo/$app.metainfo.xml" "share/mime/packages/$app.xml" "share/icons/hicolor/scalable/apps/$app.svg" \
        "share/icons/hicolor/256x256/apps/$app.png" share/man/man1/countersign.1.gz share/doc/countersign/copyright; do
        [ -s "$2/$file" ] || fail "$1 lacks $file"
    done
    desktop-file-validate "$2/share/applications/$app.desktop"
    appstreamcli validate --no-net "$2/share/metainfo/$app.metainfo.xml" >"$work/appstream" || fail "$(cat "$work/appstream")"
    ! grep -rIl -e "$build" "$2" || fail "$1 names the folder of its build" # texts; programs: packaging/build.sh
}

empty_but_for() { # empty_but_for NAME ROOT EXPRESSION...: nothing of ours is left
    local left
    left=$(cd "$2" && find . -type f "${@:3}")
    [ -z "$left" ] || fail "$1 leaves behind: $left"
}

# Other systems have these under other names.
named_otherwise='lib(zip|xlsxwriter|minizip|bz2)[.]so'
brings() { # brings NAME PREFIX: its programs use what lies beside them
    ! ldd "$2"/bin/* | grep -E "$named_otherwise" | grep -vF "$2/bin/../lib/countersign/" >&2 ||
        fail "$1: its programs use the system's libraries"
    [ -s "$2/share/doc/countersign/third-party/libzip" ] || fail "$1 lacks the licence of what it brings"
}

make_packages() {
    (cd "$build" && cpack -G 'DEB;RPM;TGZ' -B "$work/$1" >"$work/cpack.log" 2>&1) || fail "$(cat "$work/cpack.log")"
    rm -rf "$work/$1/_CPack_Packages"
}

make_packages first
make_packages second
(cd "$work/first" && sha256sum -- *) >"$work/first.sums"
(cd "$work/second" && sha256sum -- *) >"$work/second.sums"
diff "$work/first.sums" "$work/second.sums" >&2 || fail "two packings of one build differ"

# DEB: a root of its own for dpkg; the libraries are the host's.
deb=$(echo "$work"/first/*.deb)
lintian --allow-root --fail-on error,warning "$deb" >&2 || fail "lintian"
root=$work/deb
mkdir -p "$root"/var/lib/dpkg/{info,updates,triggers}
touch "$root"/var/lib/dpkg/{status,available}
as_root=()
[ "$(id -u)" = 0 ] || as_root=(fakeroot)
"${as_root[@]}" dpkg --root="$root" --force-depends --force-not-root --log=/dev/null -i "$deb" >"$work/dpkg.log" 2>&1 ||
    fail "$(cat "$work/dpkg.log")"
holds deb "$root/usr"
pay_with deb "$root/usr/bin/countersign"
"${as_root[@]}" dpkg --root="$root" --force-not-root --log=/dev/null --purge countersign >"$work/dpkg.log" 2>&1 ||
    fail "$(cat "$work/dpkg.log")"
empty_but_for deb "$root" -not -path './var/lib/dpkg/*'

# RPM: the same with a database of its own.
rpm=$(echo "$work"/first/*.rpm)
root=$work/rpm
mkdir -p "$root"
rpm --root "$root" --dbpath /rpmdb -i --nodeps --nosignature "$rpm" >"$work/rpm.log" 2>&1 || fail "$(cat "$work/rpm.log")"
holds rpm "$root/usr"
! rpm -qp --requires "$rpm" 2>/dev/null | grep -E "$named_otherwise" >&2 || fail "the RPM asks for what Fedora lacks"
brings rpm "$root/usr"
pay_with rpm "$root/usr/bin/countersign"
rpm --root "$root" --dbpath /rpmdb -e --nodeps countersign >"$work/rpm.log" 2>&1 || fail "$(cat "$work/rpm.log")"
empty_but_for rpm "$root" -not -path './rpmdb/*'

# TGZ: one folder, used where it is unpacked.
tgz=$(echo "$work"/first/*.tar.gz)
mkdir "$work/tgz"
tar -xzf "$tgz" -C "$work/tgz"
folder=$(echo "$work"/tgz/*)
holds tgz "$folder"
brings tgz "$folder"
pay_with tgz "$folder/bin/countersign"

# AppImage: one file, started where it lies; what it unpacks into the cache goes when it is told to.
export COUNTERSIGN_APPIMAGE_COMPRESSION=3
for time in first second; do
    "$top/packaging/linux/appimage/build.sh" "$build" "$work/appimage-$time" 2>"$work/appimage.log" || fail "$(cat "$work/appimage.log")"
done
image=$(echo "$work"/appimage-first/*.AppImage)
cmp "$image" "$work/appimage-second/$(basename "$image")" >&2 || fail "two AppImages of one build differ"
cache=$work/appimage.home/.cache/countersign-appimage
pay_with appimage "$image"
[ "$(tail -c +"$((1 + $("$image" --appimage-offset)))" "$image" | head -c 4)" = hsqs ] || fail "no file system at the AppImage's offset"
rm "$(find "$cache" -name 'libQt6Widgets.so.6')" # somebody tidies the cache
rm -rf "$work/appimage.home/pictures"
pay_with appimage "$image"
holds appimage "$(echo "$cache"/*/usr)"
head -c "$(($(stat -c %s "$image") / 2))" "$image" >"$work/half" && chmod +x "$work/half"
version_of() { HOME=$work/version.home QT_QPA_PLATFORM=offscreen "$1" --version >"$work/version.log" 2>&1; }
version_of "$image" || fail "the AppImage does not say its version: $(cat "$work/version.log")"
! version_of "$work/half" || fail "half an AppImage starts"
HOME=$work/appimage.home XDG_CACHE_HOME='' "$image" --appimage-remove-cache
[ ! -e "$cache" ] || fail "the AppImage leaves its cache behind"

# The lists of what is in them, and the checksums of all of it.
cp "$work"/appimage-first/* "$work/first"
"$top/packaging/sbom.py" "$build/bin/countersign" "$build/bin/countersign-demo-bank" >"$work/first/countersign.cdx.json"
"$top/packaging/checksums.sh" "$work/first"
"$top/tests/packaging/contents.py" "$work/first" "$build/bin/countersign" "$build/bin/countersign-demo-bank" >&2

printf 'deb %s, rpm %s, tar.gz %s, AppImage %s bytes\n' "$(stat -c %s "$deb")" "$(stat -c %s "$rpm")" "$(stat -c %s "$tgz")" \
    "$(stat -c %s "$image")"
