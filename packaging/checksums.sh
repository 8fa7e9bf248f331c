#!/usr/bin/env bash
# Writes SHA256SUMS of all other files in a folder of packages.
# Usage: packaging/checksums.sh FOLDER
set -euo pipefail

cd "${1:?folder}"
find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum -- >SHA256SUMS
