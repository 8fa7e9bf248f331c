# Where this system has a library, and which package it is from. For the scripts that make packages; sourced by them.

library_at() { # library_at NAME: its path on this system
    local path
    path=$(ldconfig -p | sed -n "s|^\t$1 (libc6,[^)]*) => ||p" | head -1)
    [ -n "$path" ] || { echo "This system has no $1." >&2; exit 1; }
    echo "$path"
}

package_of() { # package_of FILE...: it fails for those spellings of a path that it does not know
    { dpkg-query -S "$@" 2>/dev/null || true; } | sed -n '1s/:.*//p'
}
