#!/usr/bin/env python3
"""How time and memory of `recoup run` grow with the size of a study: `benches/scale.py PROGRAM [--rounds N]`.

One small study; each axis is varied alone. Every size is a whole process, run `--rounds` times; printed are the median of the wall
clock, the peak resident memory, and the exponent of time against the size before (1: linear).
"""
import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time

BASE = dict(engine="cohort", customers=100_000, draws=1_000, strategies=2, kinds=1, segments=1, periods=12, charts=False)
# Axis, the engine, what else differs from the base, its sizes.
AXES = [
    ("customers", "cohort", {}, [10**3, 10**5, 10**7, 10**9]),
    ("customers", "agents", {"draws": 1}, [10**3, 10**5, 10**7, 10**8]),
    ("draws", "expected", {}, [1, 10**3, 10**5, 10**6, 10**7]),
    ("draws", "cohort", {}, [1, 10**3, 10**5, 10**6]),
    ("strategies", "cohort", {}, [2, 10, 30, 100]),
    ("strategies", "cohort", {"charts": True}, [2, 10, 30, 100]),
    ("kinds", "cohort", {}, [1, 5, 15, 50]),
    ("segments", "cohort", {}, [1, 3, 10]),
    ("periods", "cohort", {}, [1, 10, 100, 1_000]),
]


def study(a):
    """The text of a study of that size: every failure kind has its share of the same failures, every segment its share of customers."""
    text = f"""title = "Scale"
currency = "USD"
extends = "preset:tarp-major"
[study]
draws = {a["draws"]}
engine = "{a["engine"]}"
[horizon]
periods = {a["periods"]}
[market]
customers = {a["customers"]}
"""
    for s in range(a["segments"]):
        share = 1 / a["segments"] if s else 1 - (a["segments"] - 1) / a["segments"]
        text += f"""[[segment]]
name = "segment {s + 1}"
share = {share!r}
purchases_per_year = 2.0
margin = {{ mean = {100 + s}.0, sd = 10.0 }}
retention_cost = 20.0
base_loyalty = 0.87
"""
    for k in range(a["kinds"]):
        text += f"""[[failure]]
name = "kind {k + 1}"
severity = "major"
cause = "process"
per = "year"
rate = {{ mean = {0.3 / a["kinds"]!r}, sd = {0.03 / a["kinds"]!r} }}
"""
    for s in range(a["strategies"]):
        text += f"""[[strategy]]
name = "strategy {s + 1}"
"""
        if s:
            text += f"""recovery = {{ resolves = {{ mean = {0.3 + 0.5 * s / a["strategies"]!r}, sd = 0.02 }} }}
costs = {{ setup = {1000 * s} }}
"""
    return text


def run(program, a):
    """Wall clock in seconds and peak memory in MB of one run."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "scale.toml")
        with open(path, "w") as file:
            file.write(study(a))
        command = [program, "run", path, "--quiet", "--keep", "periods", "--out", os.path.join(folder, "out")]
        if not a["charts"]:
            command.append("--no-charts")
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - begin
        if status:
            sys.exit(f"{' '.join(command)}: ended with {status}")
        return seconds, usage.ru_maxrss / 1e3


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("program")
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--most-seconds", type=float, default=60.0, help="sizes that take longer are run once")
    ask.add_argument("--scale", type=int, default=1, help="cuts sizes beyond 1,000 by so much, to try the script")
    options = ask.parse_args()
    print("| axis | engine | size | time | memory | exponent |\n|---|---|---|---|---|---|")
    for axis, engine, differing, sizes in AXES:
        last = None
        for size in sizes:
            if size > 1_000:
                size //= options.scale
            a = {**BASE, "engine": engine, **differing, axis: size}
            runs = [run(options.program, a)]
            while len(runs) < options.rounds and runs[0][0] < options.most_seconds:
                runs.append(run(options.program, a))
            seconds, memory = (statistics.median(column) for column in zip(*runs))
            exponent = f"{math.log(seconds / last[1]) / math.log(size / last[0]):.2f}" if last and size > last[0] else ""
            what = engine + (", report" if a["charts"] else "")
            print(f"| {axis} | {what} | {size:,} | {seconds:.2f} s | {memory:,.0f} MB | {exponent} |", flush=True)
            last = (size, seconds)


if __name__ == "__main__":
    main()
