#!/usr/bin/env bash
# Makes an AppImage from a finished build: the program with all libraries that a desktop may lack, in one file that is
# started where it lies, and beside it the list of them. The libraries are this system's (Debian 12: glibc 2.36 and newer).
# Usage: packaging/linux/appimage/build.sh BUILD_FOLDER OUTDIR
# COUNTERSIGN_APPIMAGE_COMPRESSION: 1 to 22; a test that throws it away is content with less.
# The same build and SOURCE_DATE_EPOCH give the same bytes.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/../libraries.sh"
[ $# = 2 ] || { sed -n '4s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 2; }
build=$(realpath -- "$1") out=$(realpath -m -- "$2")
app=io.github.countersign.Countersign
version=$(sed -n 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:?the time of the files inside}
plugins=$(qtpaths6 --query QT_INSTALL_PLUGINS)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
umask 022
root=$work/AppDir

# What every desktop has and its drivers must agree with; all else comes along.
theirs='^(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|stdc\+\+|gcc_s|EGL|GL|GLX|GLdispatch|OpenGL|drm|gbm|X11|X11-xcb|xcb|fontconfig|freetype|expat|z))\.so(\.[0-9]+)*$'
# Loaded by name. Those of Wayland are there when the system has qt6-wayland.
loaded=(platforms/libq{xcb,offscreen,wayland-egl,wayland-generic}.so tls/libqopensslbackend.so
    printsupport/libcupsprintersupport.so platformthemes/libqxdgdesktopportal.so
    platforminputcontexts/lib{compose,ibus}platforminputcontextplugin.so
    wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so)

bring_libraries() { # all that the files of the folders need, and what that needs in turn
    local name brought=1
    while [ -n "$brought" ]; do
        brought=''
        while read -r name; do
            [ ! -e "$root/usr/lib/$name" ] || continue
            install -m644 "$(library_at "$name")" "$root/usr/lib/$name"
            brought=1
        done < <(find "$root"/usr/{bin,lib,plugins} -type f -print0 | xargs -0 -n1 patchelf --print-needed | sort -u | grep -vE "$theirs")
    done
}

DESTDIR=$root cmake --install "$build" --prefix /usr --strip >/dev/null
mkdir -p "$root"/usr/{lib,plugins,share/qt6/translations}
for plugin in "${loaded[@]}"; do
    [ ! -e "$plugins/$plugin" ] || install -Dm755 "$plugins/$plugin" "$root/usr/plugins/$plugin"
done
bring_libraries

# Everything finds everything from where it lies.
for program in "$root"/usr/bin/*; do patchelf --set-rpath "\$ORIGIN/../lib" "$program"; done
for library in "$root"/usr/lib/*; do patchelf --set-rpath "\$ORIGIN" "$library"; done
find "$root/usr/plugins" -type f -exec patchelf --set-rpath "\$ORIGIN/../../lib" {} +
printf '[Paths]\nPrefix=..\nPlugins=plugins\nTranslations=share/qt6/translations\n' >"$root/usr/bin/qt.conf"
cp "$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)"/qtbase_ru.qm "$root/usr/share/qt6/translations/"

# The licences of what comes along, and of what is in the head of the file.
packages=(libsquashfuse-dev libzstd-dev zlib1g-dev liblzma-dev liblz4-dev liblzo2-dev libc6-dev libstdc++-12-dev
    qt6-translations-l10n)
for library in "$root"/usr/lib/*; do
    file=$(library_at "$(basename "$library")")
    packages+=("$(package_of "$(realpath "$file")" "$file")")
done
for plugin in "${loaded[@]}"; do
    [ ! -e "$plugins/$plugin" ] || packages+=("$(package_of "$plugins/$plugin")")
done
mapfile -t packages < <(printf '%s\n' "${packages[@]}" | sort -u)
for package in "${packages[@]}"; do
    install -Dm644 "/usr/share/doc/$package/copyright" "$root/usr/share/doc/countersign/third-party/$package"
done

# What launchers look for at the top.
ln -s usr/bin/countersign "$root/AppRun"
ln -s "usr/share/applications/$app.desktop" "$root/$app.desktop"
ln -s "usr/share/icons/hicolor/256x256/apps/$app.png" "$root/$app.png"
ln -s "$app.png" "$root/.DirIcon"

mksquashfs "$root" "$work/image" -root-owned -noappend -no-xattrs -no-progress -quiet -comp zstd -b 128K \
    -Xcompression-level "${COUNTERSIGN_APPIMAGE_COMPRESSION:-15}"
id=$(sha256sum "$work/image" | cut -c1-32)
c++ -std=c++20 -O2 -Wall -Wextra -static -s -fno-ident -Wl,--build-id=none -o "$work/runtime" "$here/runtime.cpp" \
    -DCOUNTERSIGN_IMAGE_ID="\"$id\"" -lsquashfuse -lzstd -lz -llzma -llz4 -llzo2
printf 'AI\2' | dd of="$work/runtime" bs=1 seek=8 conv=notrunc status=none
mkdir -p "$out"
file=$out/Countersign-$version-$(uname -m).AppImage
cat "$work/runtime" "$work/image" >"$file"
chmod 755 "$file"
"$here/../../sbom.py" --packages "${packages[@]}" >"$out/countersign-appimage.cdx.json"
