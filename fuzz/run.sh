#!/usr/bin/env bash
# Every fuzz target for some seconds: `fuzz/run.sh [SECONDS] [SEED]`. With cargo-fuzz and a nightly toolchain by libFuzzer;
# otherwise, or with PLAIN=1, as plain loops, which share the build of the program.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60} seed=${2:-1}
targets=(study runs edges manifest part report_data)
if [ -z "${PLAIN:-}" ] && cargo fuzz --version >/dev/null 2>&1 && cargo +nightly --version >/dev/null 2>&1; then
    for target in "${targets[@]}"; do
        cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -seed="$seed" -rss_limit_mb=4096
    done
else
    cargo build --quiet --locked --package recoup-fuzz
    # As many at once as there are processors; each says at its end what it has done.
    printf '%s\n' "${targets[@]}" | xargs -P "$(nproc 2>/dev/null || echo 2)" -I{} \
        cargo run --quiet --locked --package recoup-fuzz --bin {} -- "$seconds" "$seed"
fi
