# Tasks of contributors; `just` lists them.

default:
    @just --list

# Format and lints.
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings

# All tests.
test:
    cargo test

# The core alone, without polars.
test-core:
    cargo test --package recoup-core

# The Python package: builds the wheel and tests it.
test-python:
    python/test.sh

# Key reference, schema, diagnostics, commands, pages of cases.
generate:
    cargo run --quiet --example generate

# The same with the charts of cases.
generate-charts:
    cargo run --quiet --example generate -- charts

# Criterion benchmarks.
bench:
    cargo bench --bench engines

# Licences, advisories, versions and sources of dependencies (needs cargo-deny).
deny:
    cargo deny --locked check

# The packages as crates.io would get them; the core is built from its package.
package:
    cargo package --locked --workspace --exclude recoup-fuzz --exclude recoup-lab-module --exclude recoup-python --exclude recoup-wasm --no-verify
    cargo package --locked --package recoup-core

# Licences of all packages and fonts.
notices:
    deploy/notices.sh >NOTICES.txt

# The list of parts in CycloneDX (needs cargo-cyclonedx).
sbom:
    cargo cyclonedx --format json

# Fuzz targets for some minutes: `just fuzz 300` runs each for 300 seconds.
fuzz seconds="60":
    fuzz/run.sh {{seconds}}

# Everything that CI does on Linux.
ci:
    .ci/run

# The program, optimised, after its engines were checked: target/release/recoup.
release:
    cargo build --release --locked
    target/release/recoup verify
