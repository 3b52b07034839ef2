#!/usr/bin/env bash
# Opens the pages of `recoup lab` as people do, in headless Chromium, and compares their figures with the program's.
#
#   tests/browser/lab.sh [--install] [--quick]
#
# Pictures and figures go to target/browser/lab/. Fails on a console error, on any request that leaves the page, on a page wider
# than a phone, on what axe finds against WCAG 2.1 A and AA, on a figure that differs from the program's by one bit.
# --install fetches what lacks: Debian's chromium, nodejs and npm, and npm's playwright-core and axe-core.
# --quick opens fewer views and compares fewer states. Exits 77 where a browser cannot be had.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/browser
work=$PWD/target/browser
out=$work/lab
playwright=1.65.1
axe=4.14.1

install=false
quick=
for argument in "$@"; do
  case $argument in
    --install) install=true ;;
    --quick) quick=quick ;;
    *) echo "unknown option $argument" >&2; exit 2 ;;
  esac
done

need() { # a command, and the packages that bring it
  command -v "$1" >/dev/null && return
  $install && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || { echo "$1 is missing: run with --install" >&2; exit 77; }
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${@:2}"; } >/dev/null 2>&1 ||
    { echo "$1 cannot be installed" >&2; exit 77; }
}
need chromium chromium
need node nodejs npm
if ! [ -d "$work/node_modules/playwright-core" ] || ! [ -d "$work/node_modules/axe-core" ]; then
  $install || { echo "playwright-core and axe-core are missing: run with --install" >&2; exit 77; }
  npm install --silent --no-save --no-audit --no-fund --prefix "$work" "playwright-core@$playwright" "axe-core@$axe" || exit 77
fi

cargo build --quiet --locked
program=$PWD/target/debug/recoup
rm -rf "$out"
mkdir -p "$out"
for study in city-hotel capacity-trap case:fedex; do
  "$program" lab "$study" --out "$out/${study#*:}.html" >/dev/null 2>&1
done
"$program" lab --class --out "$out/paradox-class.html" >/dev/null 2>&1
# A study whose names are markup.
"$program" lab "$here/hostile.toml" --out "$out/hostile.html" >/dev/null 2>&1
NODE_PATH=$work/node_modules node "$here/lab.cjs" "$out" "$program" $quick
NODE_PATH=$work/node_modules node "$here/game.cjs" "$out"
echo "pictures are in target/browser/lab"
