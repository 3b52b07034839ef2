#!/usr/bin/env bash
# Builds the core for WebAssembly and for this machine and compares what both compute, byte by byte: see compare.mjs.
#
# Needs Node, and a toolchain for wasm32-unknown-unknown: a target of rustup's, or Debian's rustc-web, cargo-web, rust-web-src
# and lld, which build the standard library too. Installs what is missing of either kind where it may; exits 77 where that
# cannot be had.
set -euo pipefail
cd "$(dirname "$0")"
target=wasm32-unknown-unknown
node=$(command -v node || command -v nodejs) || { echo "no Node: install nodejs" >&2; exit 77; }

has_rustup_target() {
    command -v rustup >/dev/null || return 1
    local installed
    installed=$(rustup target list --installed 2>/dev/null; rustup target add "$target" >/dev/null 2>&1 && echo "$target") || true
    grep -qx "$target" <<<"$installed"
}

# As new as rust-version asks, and with the sources of the standard library.
has_debian_packages() {
    [ -x /usr/bin/cargo ] && [ -x /usr/bin/rustc ] && command -v wasm-ld >/dev/null || return 1
    [ -d "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std" ] || return 1
    local asked
    asked=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
    printf '%s\n' "$asked" "$(/usr/bin/rustc --version | cut -d' ' -f2)" | sort --version-sort --check=quiet
}

install_debian_packages() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    { apt-get update && apt-get install --yes --no-install-recommends rustc-web cargo-web rust-web-src lld; } >/dev/null 2>&1
}

if has_rustup_target; then
    cargo build --locked --release --lib --target "$target"
elif has_debian_packages || { install_debian_packages && has_debian_packages; }; then
    RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld \
        /usr/bin/cargo build --locked --release --lib --target "$target" -Zbuild-std=std,panic_abort
else
    echo "nothing here builds $target: rustup target add $target, or Debian's rustc-web, cargo-web, rust-web-src and lld" >&2
    exit 77
fi
cargo build --locked --release --bin native
"$node" compare.mjs "target/$target/release/recoup_wasm.wasm" target/release/native
