#!/usr/bin/env bash
# Builds the wheel, installs it into a fresh environment and runs all tests of the Python package.
#
#   python/test.sh [PYTHON]
#   python/test.sh --prepare FOLDER [PYTHON]
#
# --prepare makes such an environment in FOLDER and tests nothing; RECOUP_VENV names it to a later start. RECOUP_PROGRAM names the
# program that answers are compared with (default: target/debug/recoup), RECOUP_WHEEL a wheel that is built already, and
# CARGO_PROFILE the profile of the build (default: dev). Ends with 77 where there is no Python.
set -euo pipefail
venv=${RECOUP_VENV:-} prepares=false
if [ "${1:-}" = --prepare ]; then
    prepares=true venv=$2
    shift 2
fi
[ -z "$venv" ] || venv=$(realpath -m "$venv")
cd "$(dirname "$0")"
python=${1:-python3}
"$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || {
    echo "Python 3.9 or later, with venv, is not here" >&2
    exit 77
}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
[ -n "$venv" ] || venv=$place/venv
pip=("$venv/bin/python" -m pip --disable-pip-version-check --quiet)
if $prepares || [ -z "${RECOUP_VENV:-}" ]; then
    "$python" -m venv "$venv"
    "${pip[@]}" install --no-compile "maturin>=1.16,<2" -r tests/requirements.txt
    # Libraries that the examples drive; what cannot be had is skipped by its test.
    for library in ema_workbench pymc; do
        "${pip[@]}" install --no-compile "$library" || echo "$library cannot be had: its example is skipped"
    done
fi
! $prepares || exit 0
wheel=${RECOUP_WHEEL:-}
if [ -z "$wheel" ]; then
    # The interpreter is named so that the build is the same whatever comes first on the path.
    PYO3_PYTHON=$("$python" -c 'import sys; print(sys.executable)') "$venv/bin/maturin" build --locked \
        --profile "${CARGO_PROFILE:-dev}" --out "$place/wheels" --interpreter "$python"
    wheel=$(echo "$place"/wheels/*.whl)
fi
"${pip[@]}" install --force-reinstall --no-deps "$wheel"
export RECOUP_PROGRAM=${RECOUP_PROGRAM:-$PWD/../target/debug/recoup}
# Other folders on the path would stand in for what is installed.
unset PYTHONPATH
"$venv/bin/python" -m pytest "${PYTEST_ARGS:---durations=5}"
