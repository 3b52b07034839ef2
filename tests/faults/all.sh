#!/usr/bin/env bash
# The whole fault harness, and the program killed at every system call of writing (needs strace). Takes minutes.
# tests/faults/all.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ $# = 0 ]; then
    cargo build --quiet
    RECOUP_FAULTS=all cargo test --quiet --test all faults -- --nocapture --test-threads=2 | grep '^|'
fi
program=${1:-$PWD/target/debug/recoup}
command -v strace >/dev/null || { echo "| skipped: no strace |"; exit 0; }

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
study=(run tarp-minor --draws 2 --no-charts --quiet --threads 1)
"$program" "${study[@]}" --out old
"$program" "${study[@]}" --seed 7 --out new
sums() { (cd "$1" && find . -type f | sort | xargs sha256sum); }
sums old >old.txt
sums new >new.txt

kills=0 old=0 new=0
for call in openat mkdir write pwrite64 fsync renameat2 rename renameat unlink unlinkat rmdir chmod flock; do
    for ((n = 1; ; n++)); do
        rm -rf work && mkdir work && cp -r old work/out && echo "years of work" >work/thesis.txt
        code=0
        # The shell's word on what was killed is not of interest.
        { (cd work && strace -f -qq -o /dev/null -e "trace=$call" -e "inject=$call:signal=KILL:when=$n" \
            "$program" "${study[@]}" --seed 7 --out out) || code=$?; } >/dev/null 2>&1
        [ $code != 0 ] || break
        kills=$((kills + 1))
        sums work/out >found.txt
        if cmp -s found.txt old.txt; then
            old=$((old + 1))
        elif cmp -s found.txt new.txt; then
            new=$((new + 1))
        else
            echo "torn by a kill at $call $n:" >&2
            diff old.txt found.txt >&2 || true
            exit 1
        fi
        [ "$(cat work/thesis.txt)" = "years of work" ]
        (cd work && "$program" "${study[@]}" --seed 7 --out out)
        sums work/out | cmp - new.txt
        [ "$(ls -A work)" = "$(printf 'out\nthesis.txt')" ] || { echo "left by a kill at $call $n:" && ls -A work && exit 1; } >&2
    done
done
printf '| %-58s | %5s | old %s, new %s |\n' "the program killed at every system call of writing" $kills $old $new
