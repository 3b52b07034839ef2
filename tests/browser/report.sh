#!/usr/bin/env bash
# Opens a report as people do: the page in headless Chromium, the workbook in headless LibreOffice.
#
#   tests/browser/report.sh [--install] [FOLDER]
#
# FOLDER is a result folder; without one the built-in city hotel is run. Pictures and PDF go to target/browser/report/.
# Fails on a console error, on any request that leaves the machine, on a page wider than a phone, on what axe finds
# against WCAG 2.1 A and AA, on a workbook that does not convert or is warned of.
# --install fetches what lacks: Debian's chromium, nodejs, npm and libreoffice-calc, and npm's playwright-core and axe-core.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=$PWD/tests/browser
work=$PWD/target/browser
pictures=$work/report

install=false
folder=
for argument in "$@"; do
  case $argument in
    --install) install=true ;;
    *) folder=$argument ;;
  esac
done

lacking=1
source "$here/tools.sh"
need_browser
need soffice libreoffice-calc

rm -rf "$pictures"
mkdir -p "$pictures"
if [ -z "$folder" ]; then
  folder=$work/city-hotel
  cargo run --quiet -- run --quiet --draws 200 --out "$folder" 2>/dev/null
fi
test -s "$folder/report.html"
test -s "$folder/report.xlsx"

echo "== the page"
node "$here/report.cjs" "$(realpath "$folder/report.html")" "$pictures"

echo "== the workbook"
office=$(mktemp -d)
trap 'rm -rf "$office"' EXIT
said=$office/said.txt
convert() {
  timeout 100 soffice "-env:UserInstallation=file://$office/profile" --headless --convert-to "$1" --outdir "$pictures" \
    "$folder/report.xlsx" >"$said" 2>&1 || { cat "$said" >&2; exit 1; }
  # Debian's package without a Java runtime says so; that is about the machine, not the workbook.
  if grep -v -e javaldx -e '^$' "$said" | grep -i -e warn -e error -e corrupt -e repair >&2; then exit 1; fi
}
convert pdf
test -s "$pictures/report.pdf"
mv "$pictures/report.pdf" "$pictures/workbook.pdf"
# Every sheet as CSV: nothing in it is an error of a cell.
convert 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
sheets=$(find "$pictures" -name 'report-*.csv' | wc -l)
if grep -l -e '#NAME?' -e '#REF!' -e '#VALUE!' -e 'Err:' "$pictures"/report-*.csv >&2; then exit 1; fi
echo "workbook: $sheets sheets, $(stat -c %s "$pictures/workbook.pdf") bytes as PDF"
test "$sheets" -ge 6
echo "pictures are in target/browser/report"
