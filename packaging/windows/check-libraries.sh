#!/usr/bin/env bash
# Fails when a program or library in FOLDER needs a library that is neither in FOLDER nor part of Windows itself.
# Usage: packaging/windows/check-libraries.sh FOLDER
set -euo pipefail

folder=$1
# What Windows 10 brings, as far as anything of ours uses it.
of_windows='advapi32|api-ms-win-[a-z0-9-]+|authz|bcrypt|comdlg32|crypt32|d2d1|d3d11|d3d9|dnsapi|dwmapi|dwrite|dxgi|gdi32|imm32'
of_windows+='|iphlpapi|kernel32|mpr|msvcrt|mswsock|ncrypt|netapi32|ntdll|ole32|oleaut32|rpcrt4|secur32|setupapi|shcore'
of_windows+='|shell32|shlwapi|user32|userenv|uxtheme|version|wer|winhttp|winmm|winspool|ws2_32|wtsapi32'

files=$(find "$folder" -name '*.dll' -o -name '*.exe')
here=$(find "$folder" -name '*.dll' -printf '%f\n' | tr '[:upper:]' '[:lower:]')
missing=$(while read -r file; do
    x86_64-w64-mingw32-objdump -p "$file" | sed -n 's/^\tDLL Name: //p' | tr '[:upper:]' '[:lower:]'
done <<<"$files" | sort -u | grep -vxE "($of_windows)\.(dll|drv)" | grep -vxF "$here" || true)
if [ -z "$files" ] || [ -n "$missing" ]; then
    echo "Libraries that would be missing on Windows: ${missing:-all, for nothing is in $folder}" >&2
    exit 1
fi
