#!/usr/bin/env bash
# Builds the page of `recoup lab`: the engine for WebAssembly and the page around it, into lab/dist, which is committed.
#
#   lab/build.sh            builds what its sources have changed since
#   lab/build.sh --check    says whether lab/dist belongs to the sources; builds nothing
#   lab/build.sh --again    builds both anew into a folder of their own and compares them with lab/dist
#
# Needs Node with npm, and what wasm-cargo.sh says. Exits 77 where that cannot be had.
set -euo pipefail
cd "$(dirname "$0")"
source wasm-cargo.sh

# What a part is made of, as one hash: names and contents of files under version control or new.
hash_of() {
    (cd .. && git ls-files --cached --others --exclude-standard -- "$@" | LC_ALL=C sort -u | while IFS= read -r file; do
        [ -f "$file" ] && printf '%s %s\n' "$(tr -d '\r' <"$file" | sha256sum | cut -d' ' -f1)" "$file"
    done | sha256sum | cut -d' ' -f1)
}
engine_sources() {
    hash_of crates/recoup-core/src crates/recoup-core/Cargo.toml crates/recoup-lab/src crates/recoup-lab/Cargo.toml \
        scenarios lab/module/src lab/module/Cargo.toml Cargo.toml Cargo.lock ':!scenarios/data' ':!scenarios/surveys'
}
page_sources() {
    hash_of lab/page 'crates/recoup-report/src/language/*/terms.ftl' 'crates/recoup-report/src/language/*/paradox.ftl' \
        'crates/recoup-report/src/language/*/questions.ftl' 'crates/recoup-report/src/language/*/charts.ftl' \
        'crates/recoup-report/src/language/*/class.ftl'
}
belongs() { [ "$(sed -n "s/^$1 //p" dist/sources.txt 2>/dev/null)" = "$2" ]; }
note() {
    { grep -v "^$1 " dist/sources.txt 2>/dev/null || true; echo "$1 $2"; } | LC_ALL=C sort >dist/sources.new
    mv dist/sources.new dist/sources.txt
}

build_engine() { # OUT
    wasm_cargo --package recoup-lab-module
    gzip -9 --no-name --stdout "$wasm_built/recoup_lab_module.wasm" >"$1"
}
build_page() { # OUT
    command -v npm >/dev/null || { echo "no npm: install nodejs and npm" >&2; return 77; }
    local out
    out=$(realpath -m "$1")
    (cd page && npm ci --silent --no-audit --no-fund && npx tsc --noEmit && node build.mjs "$out")
}

case ${1:-} in
    --check)
        belongs engine "$(engine_sources)" && belongs page "$(page_sources)" || {
            echo "lab/dist does not belong to its sources: run lab/build.sh and commit" >&2
            exit 1
        }
        echo "lab/dist belongs to its sources"
        ;;
    --again)
        again=$(mktemp -d)
        trap 'rm -rf "$again"' EXIT
        build_page "$again/page.html"
        cmp "$again/page.html" dist/page.html
        build_engine "$again/engine.wasm.gz"
        cmp "$again/engine.wasm.gz" dist/engine.wasm.gz
        echo "the same bytes again"
        ;;
    *)
        mkdir -p dist
        engine=$(engine_sources)
        belongs engine "$engine" || { build_engine dist/engine.wasm.gz; note engine "$engine"; }
        page=$(page_sources)
        belongs page "$page" || { build_page dist/page.html; note page "$page"; }
        ls -l dist
        ;;
esac
