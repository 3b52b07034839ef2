#!/usr/bin/env python3
"""Recoup and its peers on the same model, timed in turn in one session: `benches/peers/run.sh`.

Every job is run in each round, forwards and backwards by turns. Printed: the median time per unit of work, the ratio to Recoup
on the same number of cores (above 1: Recoup is faster), and how many standard errors the mean NPVs are apart.
"""
import argparse
import math
import re
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def jobs(recoup, scale):
    """Name, group, unit, command; the first of a group is Recoup."""
    agents, small, cohort = str(1_000_000 // scale), str(10_000 // scale), ["100000", str(2_000 // scale)]
    python = [sys.executable]
    numpy_agents = python + [str(HERE / "agents_numpy.py"), "--customers", agents, "--histories"]
    numpy_cohort = python + [str(HERE / "cohort_numpy.py"), "--customers", cohort[0], "--simulations", cohort[1]]
    month, simulation = "ns per active customer and month", "seconds per simulation"
    return [
        ("recoup, one core", "agents, one core", month, [recoup, "agents", agents, "4", "1"]),
        ("NumPy, one process", "agents, one core", month, numpy_agents + ["4"]),
        ("Mesa, one process", "agents, one core", month, python + [str(HERE / "agents_mesa.py"), "--customers", small, "--simulations", "2"]),
        ("recoup, two cores", "agents, two cores", month, [recoup, "agents", agents, "4", "2"]),
        ("NumPy, two processes", "agents, two cores", month, numpy_agents + ["4", "--processes", "2"]),
        ("recoup, one core", "cohort, one core", simulation, [recoup, "cohort", *cohort, "1"]),
        ("NumPy, one process", "cohort, one core", simulation, numpy_cohort),
        ("recoup, two cores", "cohort, two cores", simulation, [recoup, "cohort", *cohort, "2"]),
        ("NumPy, two processes", "cohort, two cores", simulation, numpy_cohort + ["--processes", "2"]),
    ]


def measured(unit, command):
    """The time per unit of work, and the mean NPV with its standard error."""
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    line = next(line for line in text.splitlines() if line.strip().startswith(unit[:15]))
    # NumPy with several processes: the wall clock.
    by = re.search(r"by wall ([\d.]+)", line) if "--processes" in command else None
    time = float((by or re.search(r"(?:median |: )([\d.]+)", line)).group(1))
    npv = re.search(r"NPV\s+mean ([-\d,.]+)\s+standard error ([\d,.nan]+)", text)
    customers = float(re.search(r"([\d]+) customers", text).group(1))
    mean, error = (float(part.replace(",", "")) / customers for part in npv.groups())
    return time, mean, error


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("recoup", help="the example `engine_peer`, built with --release")
    ask.add_argument("--rounds", type=int, default=6)
    ask.add_argument("--scale", type=int, default=1, help="a fraction of the work, to try the script")
    a = ask.parse_args()
    work = jobs(a.recoup, a.scale)
    times, found = [[] for _ in work], [None] * len(work)
    for turn in range(a.rounds):
        order = range(len(work)) if turn % 2 == 0 else reversed(range(len(work)))
        for i in order:
            time, *found[i] = measured(*work[i][2:])
            times[i].append(time)
    ours = {}
    print(f"{'work':18} {'program':22} {'median':>12} {'ratio':>8}  {'z of NPV':>8}")
    for (name, group, unit, _), of, (mean, error) in zip(work, times, found):
        first = group not in ours
        ours.setdefault(group, (of, mean, error))
        reference, its_mean, its_error = ours[group]
        ratio = statistics.median(t / r for t, r in zip(of, reference))
        spread = math.hypot(error, its_error)
        # Mesa has fewer customers: per customer its positions at the desk cost more.
        z = "" if first or "Mesa" in name else f"{(mean - its_mean) / spread:8.1f}"
        scale, short = (1.0, "ns") if unit.startswith("ns") else (1e6, "us")
        print(f"{group:18} {name:22} {scale * statistics.median(of):9.2f} {short} {'' if first else f'{ratio:8.1f}':>8}  {z:>8}")


if __name__ == "__main__":
    main()
