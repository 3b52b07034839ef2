#!/usr/bin/env bash
# Builds the core for WebAssembly and for this machine and compares what both compute, byte by byte: see compare.mjs.
#
#   tests/wasm/run.sh [--build] [PROGRAM...]
#
# --build builds for WebAssembly and compares nothing. PROGRAMs are other builds of recoup-wasm to compare with, one for release for
# instance. Needs Node, and a toolchain for wasm32-unknown-unknown: see lab/wasm-cargo.sh. Without them the programs alone are compared,
# where there are some; otherwise it exits 77.
set -euo pipefail
cd "$(dirname "$0")"
source ../../lab/wasm-cargo.sh

module=$wasm_built/recoup_wasm.wasm lacking=0
node=$(command -v node || command -v nodejs) || { echo "no Node: install nodejs" >&2; lacking=77; }
[ "$lacking" != 0 ] || wasm_cargo --package recoup-wasm --lib || lacking=$?
if [ "${1:-}" = --build ]; then exit "$lacking"; fi
if [ "$lacking" != 0 ] && { [ "$lacking" != 77 ] || [ $# = 0 ]; }; then exit "$lacking"; fi
# With the program beside, the core has the features that it was built with before.
cargo build --locked --package recoup --package recoup-wasm --bin recoup-wasm
debug=$wasm_root/target/debug/recoup-wasm
if [ "$lacking" = 0 ]; then
    exec "$node" compare.mjs "$module" "$debug" "$@"
fi
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/debug" "$place/other"
"$debug" "$place/debug"
for program in "$@"; do
    "$program" "$place/other"
    diff --recursive --brief "$place/debug" "$place/other"
done
echo "$(find "$place/debug" -type f | wc -l) runs, by programs alone, without WebAssembly: 0 differ"
