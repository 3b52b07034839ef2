#!/usr/bin/env bash
# Opens the pages of `recoup lab` as people do, in headless Chromium, and compares their figures with the program's.
#
#   tests/browser/lab.sh [--install | --only-install] [--quick]
#
# Pictures and figures go to target/browser/lab/. Fails on a console error, on any request that leaves the page, on a page wider
# than a phone, on what axe finds against WCAG 2.1 A and AA, on a figure that differs from the program's by one bit.
# --install fetches what lacks: Debian's chromium, nodejs and npm, and npm's playwright-core and axe-core.
# --only-install does no more than that. --quick opens fewer views and compares fewer states. Exits 77 where a browser cannot be had.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/browser
work=$PWD/target/browser
out=$work/lab

install=false
only_install=false
quick=
for argument in "$@"; do
  case $argument in
    --install) install=true ;;
    --only-install) install=true only_install=true ;;
    --quick) quick=quick ;;
    *) echo "unknown option $argument" >&2; exit 2 ;;
  esac
done

lacking=77
source "$here/tools.sh"
need_browser
! $only_install || exit 0

cargo build --quiet --locked
program=$PWD/target/debug/recoup
rm -rf "$out"
mkdir -p "$out"
"$program" lab --out "$out/city-hotel.html" >/dev/null 2>&1
"$program" lab --class --out "$out/paradox-class.html" >/dev/null 2>&1
# A study whose names are markup.
"$program" lab "$here/hostile.toml" --out "$out/hostile.html" >/dev/null 2>&1
# Both are told, and both must pass.
node "$here/game.cjs" "$out" >"$out/game.txt" 2>&1 &
game=$!
passed=0
node "$here/lab.cjs" "$out" "$program" $quick || passed=$?
wait "$game" || passed=$?
cat "$out/game.txt"
[ "$passed" = 0 ] || exit "$passed"
echo "pictures are in target/browser/lab"
