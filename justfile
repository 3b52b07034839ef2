# Tasks of contributors; `just` lists them.

default:
    @just --list

# All tests.
test:
    cargo test

# The core alone, without polars.
test-core:
    cargo test --package recoup-core

# Format and lints.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# Key reference, schema, diagnostics, pages of cases.
generate:
    cargo run --quiet --example generate

# The same with the charts of cases.
generate-charts:
    cargo run --quiet --example generate -- charts

# Criterion benchmarks.
bench:
    cargo bench --bench engines

# Everything that CI does.
ci:
    .ci/run

# The program, optimised.
release:
    cargo build --release
