#!/usr/bin/env bash
# Tries an installer for Windows under Wine: installs it for one user, carries one practice payout through the windows of
# the installed program, checks a file with it, installs it again over itself, removes it, and looks at what is left.
# Usage: packaging/windows/try-under-wine.sh INSTALLER [PICTURES]
# PICTURES: folder for a picture of the screen with the first window, and the tour's own pictures. Exits with 77 when something it needs is not
# there. Wine is not Windows: what this shows and what it can't is in README.md beside it.
set -euo pipefail

installer=$(realpath -m -- "${1:-}")
top=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
for needed in wine wineserver Xvfb import identify; do
    command -v "$needed" >/dev/null || [ -x "/usr/lib/wine/$needed" ] || { echo "Skipped: no $needed." && exit 77; }
done
[ -f "$installer" ] || { echo "Skipped: there is no installer at $installer." && exit 77; }

work=$(mktemp -d)
pictures=$(realpath -m -- "${2:-$work/pictures}")
mkdir -p "$pictures"
export WINEPREFIX=$work/prefix WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
export LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=$work
unset WAYLAND_DISPLAY
display=''
cleanup() {
    wineserver -k 2>/dev/null || /usr/lib/wine/wineserver64 -k 2>/dev/null || true
    [ -z "$display" ] || kill "$display" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT

fail() {
    printf 'try-under-wine: %s\n' "$*" >&2
    exit 1
}

mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/number" 2>/dev/null &
display=$!
read -r number <"$work/number"
export DISPLAY=:$number
timeout 300 wine wineboot -i >/dev/null 2>&1 || fail "Wine does not start"

user=$(echo "$WINEPREFIX"/drive_c/users/*/AppData | grep -v Public | head -1)
program=$user/Local/Programs/Countersign
data=$user/Local/countersign
run() { timeout 300 wine "$@" 2>"$work/stderr" </dev/null; }

run "$installer" /S || fail "the installer ended with $?"
[ -x "$program/bin/countersign.exe" ] || fail "nothing was installed in $program"
find "$user" -name 'Countersign.lnk' | grep -q 'Start Menu' || fail "no entry in the start menu"
installed=$(cd "$program" && find . -type f | sort)

# Cyrillic and a space in the name: most of those who use this have both.
tour=$WINEPREFIX/drive_c/Практика\ и\ проба
run "$program/bin/countersign.exe" --tour "$(winepath -w "$tour" 2>/dev/null)" >"$work/tour" ||
    fail "the tour ended with $?: $(cat "$work/tour" "$work/stderr")"
cp "$tour"/*.png "$pictures/"
grep -q '^Transfers for the payout of the tour: 1' "$work/tour" || fail "not paid once: $(cat "$work/tour")"
ledger=$(run "$program/bin/countersign-demo-bank.exe" --data "$(winepath -w "$tour/data/practice-bank" 2>/dev/null)" --ledger)
paid=$(grep -c '"event":"transfer"' <<<"$ledger" || true)
[ "$paid" -ge 1 ] || fail "the bank's ledger holds no transfer"

# As a person starts it: the first window, on the screen.
run "$program/bin/countersign.exe" --data "$(winepath -w "$work/new" 2>/dev/null)" &
colours=0
for ((second = 0; second < 60 && colours < 50; second++)); do
    sleep 1
    import -window root "$pictures/screen.png"
    colours=$(identify -format %k "$pictures/screen.png")
done
[ "$colours" -ge 50 ] || fail "no window on the screen"
wine taskkill /f /im countersign.exe >/dev/null 2>&1 || fail "the program is not there any more"
wait $! || true

# Exit codes and output without a window.
run "$program/bin/countersign.exe" --check "$(winepath -w "$work/nothing" 2>/dev/null)" >"$work/check" && fail "a file that is not there is good"
sample=$top/tests/data/samples/a_payments_to_bank_win1251.txt
code=0
run "$program/bin/countersign.exe" --check "$(winepath -w "$sample" 2>/dev/null)" >"$work/check" || code=$?
{ [ "$code" -le 1 ] && grep -q sha256 "$work/check"; } || fail "--check ended with $code: $(cat "$work/check" "$work/stderr")"

# Over itself; then gone, but for what is the user's.
mkdir -p "$data/profiles"
echo kept >"$data/profiles/kept"
touch "$program/bin/of-an-older-version.dll"
run "$installer" /S || fail "installing over itself ended with $?"
run "$program/uninstall.exe" /S || fail "the uninstaller ended with $?"
for ((second = 0; second < 30; second++)); do
    [ -e "$program/uninstall.exe" ] || break
    sleep 1
done
left=$(find "$program" -type f ! -name of-an-older-version.dll 2>/dev/null || true)
[ -z "$left" ] || fail "left behind: $left"
[ -s "$data/profiles/kept" ] || fail "the user's data is gone"
[ -z "$(find "$user" -name 'Countersign.lnk')" ] || fail "the start menu still has it"

printf 'installed %s files, one transfer for one payout, removed; pictures in %s\n' "$(wc -l <<<"$installed")" "$pictures"
