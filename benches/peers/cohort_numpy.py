#!/usr/bin/env python3
"""Recoup's cohort model in NumPy: the peer that the Rust engine is timed against.

The reference strategy ("today") of the built-in study `city-hotel` at point values, as in `agents_numpy.py`, whose tables it
uses: customers in groups by segment and memory, and binomial draws of how many of a group something happens to. All
simulations advance together, so that every draw is one call over an array of simulations, which is how NumPy is fast.

    pip install numpy==2.4.6
    python cohort_numpy.py --customers 100000 --simulations 1000 --seed 1
"""
import argparse
import math
import multiprocessing
import time

import numpy as np

import agents_numpy as model
from agents_numpy import (
    AGENT_PER_YEAR, CLEAN, COMPENSATION, CONTACTS, COST_RATIO, DISCOUNT, DISPERSION, DIV_NEG, DIV_POS, FRONT_RESOLVES,
    FRONT_SHARE, IN_MARKET, K_NEG, K_POS, LOSS, MARGIN, MEMORY_YEARS, PER_CONTACT, PERSIST, PREFERENCE, PURCHASES, QUICK,
    RATE, COMPLAIN, DETECTED, RESOLVED, RESOLVES, RESOLVES_MAX, RETENTION, RETURN, SHARE, SILENT, SOLICIT, T, TOLD,
    UNRESOLVED, WINDOW, Y,
)

OWN, ASKED, NOBODY = range(3)


def tables(g):
    """Of a segment: stay and next memory by [kind, route, memory, outcome], stay without an episode, failure by kind and route."""
    stay, after, calm = model.stay_tables(g)
    x = [RATE[k] * PURCHASES[g] / Y for k in (0, 1)]
    p = 1.0 - math.exp(-sum(x))
    routes = []
    for k in (0, 1):
        d, c = DETECTED[k], COMPLAIN[k]
        routes.append([(1 - d) * c, d + (1 - d) * (1 - c) * SOLICIT, (1 - d) * (1 - c) * (1 - SOLICIT)])
    return stay.reshape(2, 2, 5, 4), after.reshape(2, 2, 5, 4), calm, p, x[0] / sum(x), routes


def simulate(customers, simulations, seed, agents):
    """NPV, programme cost, customers lost and bought of every simulation."""
    rng = np.random.Generator(np.random.SFC64(seed))
    of = [tables(g) for g in (0, 1)]
    sizes = np.array([int(customers * s) for s in SHARE])
    sizes[0] += customers - sizes.sum()
    n = simulations
    groups = np.zeros((n, 2, 5), np.int64)
    groups[:, :, CLEAN] = sizes
    prospects, lapsed = np.full(n, 4 * customers), np.zeros(n, np.int64)
    people = 5 * customers
    f = PERSIST ** (12.0 / Y)
    forget = 1.0 - math.exp(-1.0 / (MEMORY_YEARS * Y))
    heard = np.zeros((2, n))  # negative, positive
    cac = [COST_RATIO * r for r in RETENTION]
    resolves = RESOLVES + (RESOLVES_MAX - RESOLVES) * model.compensation_gain(COMPENSATION)
    e = FRONT_SHARE * FRONT_RESOLVES
    npv, programme_all, lost_all, bought_all = np.zeros(n), np.zeros(n), np.zeros(n, np.int64), np.zeros(n)
    for t in range(T):
        h = (1 - f) * heard / people
        up = np.exp(-K_POS * h[1] * WINDOW * Y / DIV_POS)
        down = np.exp(-K_NEG * h[0] / DIV_NEG)
        active = groups.sum(2)
        purchases = [rng.poisson(PURCHASES[g] / Y * active[:, g]) for g in (0, 1)]
        episodes = []  # by segment, kind and route: customers by simulation and memory
        rest = np.empty_like(groups)
        for g in (0, 1):
            _, _, _, p, minor, routes = of[g]
            failed = rng.binomial(groups[:, g], p)
            rest[:, g] = groups[:, g] - failed
            kinds = [rng.binomial(failed, minor)]
            kinds.append(failed - kinds[0])
            for k in (0, 1):
                own = rng.binomial(kinds[k], routes[k][OWN])
                left = kinds[k] - own
                asked = rng.binomial(left, routes[k][ASKED] / (1.0 - routes[k][OWN])) if routes[k][ASKED] else np.zeros_like(left)
                episodes.append((g, k, (own, asked, left - asked)))
        cases = sum(routes[OWN].sum(1) + routes[ASKED].sum(1) for _, _, routes in episodes)
        at_desk = cases - rng.binomial(cases, e) if e > 0.0 else cases
        service = np.array([model.desk(int(c), agents) for c in at_desk])
        served, quick = service[:, 0], service[:, 1]
        good = (1.0 - e) * served * resolves
        new = np.zeros_like(groups)
        tally = np.zeros((n, 2, 4), np.int64)
        stayers, lost = np.zeros((n, 2), np.int64), np.zeros(n, np.int64)
        for g, k, routes in episodes:
            stay, after, _, _, _, _ = of[g]
            for route, met in enumerate(routes):
                if route == NOBODY:
                    outcomes = {SILENT: met}
                else:
                    helped = rng.binomial(met, (e + good)[:, None])
                    fast = rng.binomial(helped, ((e + good * quick) / np.maximum(e + good, 1e-300))[:, None])
                    outcomes = {UNRESOLVED: met - helped, RESOLVED: helped - fast, QUICK: fast}
                for outcome, met in outcomes.items():
                    tally[:, k, outcome] += met.sum(1)
                    keep = stay[k, int(route == ASKED), :, outcome]
                    chance = (1.0 - (1.0 - keep) * up[:, None]) * down[:, None]
                    stays = rng.binomial(met, chance)
                    lost += (met - stays).sum(1)
                    for m in range(5):
                        new[:, g, after[k, int(route == ASKED), m, outcome]] += stays[:, m]
        for g in (0, 1):
            calm = of[g][2]
            chance = (1.0 - (1.0 - calm) * up[:, None]) * down[:, None]
            stays = rng.binomial(rest[:, g], chance)
            lost += (rest[:, g] - stays).sum(1)
            gone = rng.binomial(stays[:, 1:], forget)
            new[:, g, 1:] += stays[:, 1:] - gone
            new[:, g, CLEAN] += stays[:, CLEAN] + gone.sum(1)
            stayers[:, g] = new[:, g].sum(1)
        met = tally.sum(1)
        told = np.zeros((n, 4))
        for outcome in range(4):
            some = met[:, outcome] > 0
            shape = np.maximum(met[:, outcome], 1) * DISPERSION
            told[:, outcome] = np.where(some, rng.negative_binomial(shape, DISPERSION / (DISPERSION + TOLD[outcome])), 0)
        stock = h / -math.log(f)
        alpha = 1.0 - np.exp(-IN_MARKET / Y * (1.0 - (1.0 - PREFERENCE) * np.exp(-K_POS * stock[1])) * np.exp(-K_NEG * stock[0]))
        organic = rng.binomial(prospects, alpha)
        first = rng.binomial(organic, SHARE[0])
        by_segment = np.stack((first, organic - first), 1)
        need = np.maximum(0, sizes - stayers - by_segment)
        wanted = need.sum(1)
        k = np.where(wanted > 0, np.minimum(1.0, (prospects - organic) / np.maximum(wanted, 1)), 1.0)
        won = np.floor(k[:, None] * need).astype(np.int64)
        new[:, :, CLEAN] += by_segment + won
        back = rng.binomial(lapsed, 1.0 - math.exp(-RETURN / Y))
        prospects = prospects + back - organic - won.sum(1)
        lapsed = lapsed + lost - back
        contribution = sum(MARGIN[g] * purchases[g] - RETENTION[g] / Y * active[:, g] - cac[g] * won[:, g] for g in (0, 1))
        helped = tally[:, :, RESOLVED] + tally[:, :, QUICK]
        programme = (PER_CONTACT * (FRONT_SHARE * cases + CONTACTS * at_desk)
                     + COMPENSATION * (LOSS[0] * helped[:, 0] + LOSS[1] * helped[:, 1])
                     + math.floor(agents) * AGENT_PER_YEAR / Y)
        v = (1.0 + DISCOUNT) ** (-(t + 0.5) / Y)
        npv += v * (contribution - programme)
        programme_all += v * programme
        heard = f * heard + np.stack((told[:, SILENT] + told[:, UNRESOLVED], told[:, RESOLVED] + told[:, QUICK]))
        lost_all += lost
        bought_all += won.sum(1)
        groups = new
        assert (groups.sum((1, 2)) + prospects + lapsed == people).all()
    return npv, programme_all, lost_all, bought_all


def main():
    ask = argparse.ArgumentParser(description="Recoup's cohort model in NumPy (city-hotel, strategy \"today\").")
    ask.add_argument("--customers", type=int, default=100_000)
    ask.add_argument("--simulations", type=int, default=1_000)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--agents", type=float, default=1.0, help="positions at the desk (the study: 1)")
    ask.add_argument("--processes", type=int, default=1)
    a = ask.parse_args()
    parts = [(a.customers, a.simulations // a.processes, s, a.agents) for s in np.random.SeedSequence(a.seed).spawn(a.processes)]
    start = time.perf_counter()
    if a.processes > 1:
        with multiprocessing.Pool(a.processes) as pool:
            found = pool.starmap(simulate, parts, chunksize=1)
    else:
        found = [simulate(*parts[0])]
    found = [np.concatenate(all_of) for all_of in zip(*found)]
    wall = time.perf_counter() - start
    print(f"numpy {np.__version__}, {a.customers} customers, {a.simulations} simulations, {a.processes} process(es)")
    for name, x in zip(("NPV", "PV programme", "lost", "bought"), found):
        print(f"  {name:13s} mean {x.mean():,.1f}  standard error {x.std(ddof=1) / math.sqrt(a.simulations):,.1f}")
    print(f"  seconds per simulation: {wall / a.simulations:.6f}")


if __name__ == "__main__":
    main()
