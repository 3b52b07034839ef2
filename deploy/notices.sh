#!/usr/bin/env bash
# Licences of everything that goes into the program: `deploy/notices.sh [TARGET] >NOTICES.txt`. The text of each licence
# stands once, with the packages that carry it. Needs cargo and the sources that a build has fetched.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-$(rustc -vV | sed -n 's/^host: //p')}
sources=${CARGO_HOME:-$HOME/.cargo}/registry/src
texts=$(mktemp -d)
trap 'rm -rf "$texts"' EXIT

cargo fetch --locked --quiet
packages=$(cargo tree --locked --package recoup --edges normal --target "$target" --prefix none --format '{p}|{l}' |
    sed 's/ (\*)$//' | grep -v "^recoup" | sed -E 's/^([^ ]+) v([^ |]+)[^|]*\|(.*)$/\1|\2|\3/' | sort -u)

echo "Recoup is under the licence MIT; see LICENSE. It contains the fonts, the numbers and the packages below."
printf '\n== Packages\n\n'
while IFS='|' read -r name version licence; do
    echo "$name $version: $licence"
    for file in "$sources"/*/"$name-$version"/{LICENSE,LICENCE,COPYING,NOTICE,UNLICENSE,license}*; do
        [ -f "$file" ] || continue
        hash=$(sha256sum <"$file" | cut -c 1-16)
        [ -f "$texts/$hash" ] || cp "$file" "$texts/$hash"
        echo "  $name $version" >>"$texts/$hash.of"
    done
done <<<"$packages"

printf '\n== Fonts: SIL Open Font License 1.1\n\n'
cat crates/recoup-report/assets/fonts/OFL.txt
printf '\n== Packages of the page of `recoup lab`\n\n'
sed -n '/<script type="text\/plain" id="licences">/,/<\/script>/p' lab/dist/page.html | sed 's/^<script[^>]*>//; s/<\/script>$//'
printf '\n== Direction numbers of the Sobol sequence\n\n'
cat crates/recoup-core/src/random/joe_kuo_licence.txt
for of in "$texts"/*.of; do
    printf '\n== Licence of\n\n'
    cat "$of"
    echo
    cat "${of%.of}"
done
