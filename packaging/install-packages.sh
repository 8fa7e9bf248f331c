#!/usr/bin/env bash
# Installs what packages.txt names and this Debian 12 lacks. Silent and quick when nothing is missing.
# Usage: packaging/install-packages.sh [MORE_PACKAGES...]
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mapfile -t wanted < <(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$here/packages.txt")
wanted+=("$@")

if ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system. Install what corresponds to these packages, then build with CMake:" >&2
    printf '  %s\n' "${wanted[@]}" >&2
    exit 0
fi

declare -A installed=()
while read -r name state; do
    [ "$state" = installed ] && installed[$name]=1
done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true)

missing=()
for name in "${wanted[@]}"; do
    [ -n "${installed[$name]:-}" ] || missing+=("$name")
done
[ ${#missing[@]} -gt 0 ] || exit 0

root=()
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "These packages are missing, and only root can install them: ${missing[*]}" >&2
        exit 1
    fi
    root=(sudo)
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
quietly() {
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        echo "Failed: $*" >&2
        exit 1
    fi
}

echo "Installing: ${missing[*]}"
options=(-qq -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" update
quietly "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" --no-install-recommends \
    install "${missing[@]}"
