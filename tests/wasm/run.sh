#!/usr/bin/env bash
# Builds the core for WebAssembly and for this machine and compares what both compute, byte by byte: see compare.mjs.
#
#   tests/wasm/run.sh [--build]
#
# --build builds for WebAssembly and compares nothing. Needs Node, and a toolchain for wasm32-unknown-unknown: see
# lab/wasm-cargo.sh. Exits 77 where that cannot be had.
set -euo pipefail
cd "$(dirname "$0")"
source ../../lab/wasm-cargo.sh
node=$(command -v node || command -v nodejs) || { echo "no Node: install nodejs" >&2; exit 77; }

wasm_cargo --package recoup-wasm --lib
[ "${1:-}" != --build ] || exit 0
# With the program beside, the core has the features that it was built with before.
cargo build --locked --package recoup --package recoup-wasm --bin recoup-wasm
"$node" compare.mjs "$wasm_built/recoup_wasm.wasm" ../../target/debug/recoup-wasm
