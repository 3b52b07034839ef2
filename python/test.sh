#!/usr/bin/env bash
# Builds the wheel, installs it into a fresh environment and runs all tests of the Python package. `python/test.sh [PYTHON]`;
# RECOUP_PROGRAM names the program that answers are compared with (default: target/debug/recoup), RECOUP_WHEEL a wheel that is
# built already, and CARGO_PROFILE the profile of the build (default: dev). Ends with 77 where there is no Python.
set -euo pipefail
cd "$(dirname "$0")"
python=${1:-python3}
"$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
    echo "Python 3.9 or later, with venv, is not here" >&2
    exit 77
}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"$python" -m venv "$place/venv"
pip=("$place/venv/bin/python" -m pip --disable-pip-version-check --quiet)
wheel=${RECOUP_WHEEL:-}
if [ -z "$wheel" ]; then
    "${pip[@]}" install "maturin>=1.16,<2"
    # The interpreter is named so that the build is the same whatever comes first on the path.
    PYO3_PYTHON=$("$python" -c 'import sys; print(sys.executable)') "$place/venv/bin/maturin" build --locked \
        --profile "${CARGO_PROFILE:-dev}" --out "$place/wheels" --interpreter "$python"
    wheel=$(echo "$place"/wheels/*.whl)
fi
"${pip[@]}" install "$wheel"
"${pip[@]}" install -r tests/requirements.txt
# Libraries that the examples drive; what cannot be had is skipped by its test.
for library in ema_workbench pymc; do
    "${pip[@]}" install "$library" || echo "$library cannot be had: its example is skipped"
done
export RECOUP_PROGRAM=${RECOUP_PROGRAM:-$PWD/../target/debug/recoup}
# Other folders on the path would stand in for what is installed.
unset PYTHONPATH
"$place/venv/bin/python" -m pytest "${PYTEST_ARGS:---durations=5}"
