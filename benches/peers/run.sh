#!/usr/bin/env bash
# Recoup against its peers on the same model, in one session: NumPy (agents and cohorts), Mesa and SALib.
# `benches/peers/run.sh [ROUNDS]`; needs Python 3.11 or later and access to PyPI.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-6}
workplace=$(mktemp -d)
trap 'rm -rf "$workplace"' EXIT
python3 -m venv "$workplace/venv"
"$workplace/venv/bin/pip" install --quiet numpy==2.4.6 mesa==3.3.1 SALib==1.5.1 pandas==2.3.3
"$workplace/venv/bin/pip" list 2>/dev/null | grep -iE "^(numpy|mesa|salib) "
cargo build --release --locked --package recoup-core --example engine_peer --example sobol_peer
"$workplace/venv/bin/python" benches/peers/compare.py target/release/examples/engine_peer --rounds "$rounds"
target/release/examples/sobol_peer >"$workplace/peer.json"
"$workplace/venv/bin/python" benches/peers/sobol_salib.py "$workplace/peer.json" | grep "greatest difference"
