# Sourced: `wasm_cargo ARGUMENT...` builds for wasm32-unknown-unknown, into the folder `wasm_built`. No path of this machine gets
# into what it builds: the packages are of one workspace, so that cargo names them by their places in it.
#
# Needs a target of rustup's, or Debian's rustc-web, cargo-web, rust-web-src and lld, which build the standard library too.
# Installs what is missing of either kind where it may; returns 77 where that cannot be had.
wasm_target=wasm32-unknown-unknown
wasm_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
wasm_folder=$wasm_root/target/wasm
wasm_built=$wasm_folder/$wasm_target/wasm

has_rustup_target() {
    command -v rustup >/dev/null || return 1
    local installed
    installed=$(rustup target list --installed 2>/dev/null; rustup target add "$wasm_target" >/dev/null 2>&1 && echo "$wasm_target") || true
    grep -qx "$wasm_target" <<<"$installed"
}

# As new as rust-version asks, and with the sources of the standard library.
has_debian_packages() {
    [ -x /usr/bin/cargo ] && [ -x /usr/bin/rustc ] && command -v wasm-ld >/dev/null || return 1
    [ -d "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std" ] || return 1
    local asked
    asked=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' "$wasm_root/Cargo.toml")
    printf '%s\n' "$asked" "$(/usr/bin/rustc --version | cut -d' ' -f2)" | sort --version-sort --check=quiet
}

install_debian_packages() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    { apt-get update && apt-get install --yes --no-install-recommends rustc-web cargo-web rust-web-src lld; } >/dev/null 2>&1
}

wasm_cargo() {
    local -x CARGO_TARGET_DIR=$wasm_folder
    local -x RUSTFLAGS="--remap-path-prefix=$wasm_root=/recoup --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo"
    if has_rustup_target; then
        cargo build --locked --profile wasm "$@" --target "$wasm_target"
    elif has_debian_packages || { install_debian_packages && has_debian_packages; }; then
        RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld \
            /usr/bin/cargo build --locked --profile wasm "$@" --target "$wasm_target" -Zbuild-std=std,panic_abort
    else
        echo "nothing here builds $wasm_target: rustup target add $wasm_target, or Debian's rustc-web, cargo-web, rust-web-src and lld" >&2
        return 77
    fi
}
