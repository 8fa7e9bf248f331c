#!/usr/bin/env bash
# Puts beside the installed programs the libraries that go by other names on systems that are not Debian's (libzip.so.5
# and libbz2.so.1 on Fedora), with their licences, and has the programs look for them there.
# Usage: packaging/linux/bring-libraries.sh PREFIX     PREFIX/bin has the programs
set -euo pipefail

prefix=${1:?the folder with bin}
. "$(dirname "${BASH_SOURCE[0]}")/libraries.sh"
ours='^lib(zip|xlsxwriter|minizip|bz2)\.so' # Packages.cmake keeps them out of what the RPM asks for

bring_libraries_of() { # bring_libraries_of FILE: and what these need in turn
    local name path real
    for name in $(patchelf --print-needed "$1" | grep -E "$ours"); do
        [ ! -e "$prefix/lib/countersign/$name" ] || continue
        path=$(library_at "$name")
        real=$(realpath "$path")
        install -Dm755 "$path" "$prefix/lib/countersign/$name"
        install -Dm644 "/usr/share/doc/$(package_of "$real" "$path")/copyright" \
            "$prefix/share/doc/countersign/third-party/${name%%.*}"
        bring_libraries_of "$prefix/lib/countersign/$name"
        patchelf --set-rpath "\$ORIGIN" "$prefix/lib/countersign/$name"
    done
}

for program in "$prefix"/bin/*; do
    bring_libraries_of "$program"
    patchelf --set-rpath "\$ORIGIN/../lib/countersign" "$program"
done
