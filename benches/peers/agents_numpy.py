#!/usr/bin/env python3
"""Recoup's agents model, once more, in NumPy: the peer that the Rust engine is timed against.

What it is: the reference strategy ("today") of the built-in study `city-hotel`, every uncertain number at its mean. Two
segments, two kinds of failure, 36 months, mixing, no individual differences. Every customer is a seat with two records
(memory: int8, active: bool); every customer draws, in every month, his purchases, his failure, his leaving and his forgetting.

Written to be fast, as a good NumPy user would: one process, blocks that stay in cache, raw 32-bit words of SFC64 compared
with integer thresholds, one word for what excludes each other (failure by kind and route, or none and leaving), and
only the seats that something happens to are touched after that. Messages told are one exact negative-binomial sum
per outcome and month, as only the sum matters where everybody may meet everybody.

Needs Python 3.11 and NumPy 2.4.6 (`pip install numpy==2.4.6`); nothing else.
    python agents_numpy.py --customers 1000000 --histories 3 --seed 1
    python agents_numpy.py --customers 1000000 --histories 8 --seed 1 --processes 2    # two histories at a time
Printed: NPV of each history, seconds per history, nanoseconds per active customer and month.
"""
import argparse
import math
import time

import numpy as np

BLOCK = 1 << 15
WORD = 4294967296.0  # 2^32
MINOR, MAJOR = 0, 1
SILENT, UNRESOLVED, RESOLVED, QUICK = range(4)
CLEAN, RECOVERED, AGGRIEVED, DELIGHTED = range(4)  # DELIGHTED + severity

# The study: city-hotel, strategy "today", point values.
Y, T = 12, 36
DISCOUNT = 0.10
SHARE, PURCHASES, MARGIN = (0.6, 0.4), (1.5, 6.0), (60.0, 80.0)
RETENTION, BASE = (12.0, 30.0), (0.85, 0.90)
RATE, COMPLAIN, LOSS, DETECTED = (0.05, 0.008), (0.10, 0.40), (40.0, 250.0), (0.0, 0.0)
REPURCHASE = ((0.37, 0.46, 0.70, 0.95), (0.09, 0.19, 0.54, 0.82))
WINDOW, REFERENCE_BASE, SELECTION, REPEAT, DOUBLE, MEMORY_YEARS = 1.0, 0.87, 0.5, 0.3, 0.5, 1.0
SOLICIT = 0.0
FRONT_SHARE, FRONT_RESOLVES = 0.0, 0.0
RESOLVES, RESOLVES_MAX, COMPENSATION = 0.50, 0.85, 0.10
HANDLE, CONTACTS, HOURS, ANSWER, MEDIAN, SHAPE, QUICK_HOURS = 30.0, 2.0, 60.0, 5.0, 36.0, 1.5, 24.0
TOLD, DISPERSION = (9.5, 9.5, 5.0, 5.0), 0.84
K_NEG, K_POS, DIV_NEG, DIV_POS, PERSIST = 0.10, 0.15, 4.0, 2.0, 0.77
IN_MARKET, PREFERENCE, COST_RATIO, RETURN = 0.50, 0.10, 5.0, 0.10
PER_CONTACT, AGENT_PER_YEAR = 5.25, 40_000.0


def logit(p):
    return math.log(p / (1.0 - p))


def stay_tables(g):
    """Stay probability and next memory by [kind, route 0 own voice or silent / 1 asked or detected, memory, outcome]; and stay without an episode by memory."""
    l, wy = BASE[g], WINDOW * Y
    b = l ** (1.0 / wy)
    shift = logit(l) - logit(REFERENCE_BASE)
    stay, after = np.empty((2, 2, 5, 4)), np.empty((2, 2, 5, 4), np.int8)
    calm = np.full(5, b)
    for s in (MINOR, MAJOR):
        for asked in (0, 1):
            for m in range(5):
                for o in range(4):
                    rho = REPURCHASE[s][o]
                    if asked:
                        rho -= SELECTION * max(0.0, REPURCHASE[s][UNRESOLVED] - REPURCHASE[s][SILENT])
                        rho = min(1.0, max(0.0, rho))
                    z = shift - (REPEAT if m != CLEAN else 0.0)
                    z -= DOUBLE if m == AGGRIEVED and o in (SILENT, UNRESOLVED) else 0.0
                    if 0.0 < rho < 1.0 and z != 0.0:
                        rho = 1.0 / (1.0 + math.exp(-(logit(rho) + z)))
                    if m != CLEAN:
                        rho = min(rho, l)
                    stay[s, asked, m, o] = rho / l * b if rho <= l else rho ** (1.0 / wy)
                    after[s, asked, m, o] = (
                        AGGRIEVED if o in (SILENT, UNRESOLVED)
                        else DELIGHTED + s if o == QUICK and rho > l else RECOVERED)
                    if (asked, m, o) == (0, CLEAN, QUICK) and rho > l:
                        calm[DELIGHTED + s] = rho ** (1.0 / wy)
    return stay.reshape(2, -1).reshape(-1), after.reshape(-1), calm


def purchase_thresholds(mean):
    """Words w with purchases = number of thresholds <= w: the Poisson distribution by inversion."""
    out, p, cdf, j = [], math.exp(-mean), 0.0, 0
    while True:
        cdf += p
        if (1.0 - cdf) * WORD < 0.5:
            return out
        out.append(round(cdf * WORD))
        j += 1
        p *= mean / j


def desk(cases, agents):
    """Served share and quick share of the resolved, at this month's load."""
    if cases == 0:
        served = omega = 1.0
    else:
        a, c = cases * CONTACTS / (HOURS * 52.0 / Y) * HANDLE / 60.0, math.floor(agents)
        if a < c:
            blocked = 1.0
            for i in range(1, c + 1):
                blocked = a * blocked / (i + a * blocked)
            wait = blocked / (1.0 - a / c * (1.0 - blocked))
            served, omega = 1.0, 1.0 - wait * math.exp(-(c - a) * ANSWER / HANDLE)
        else:
            served, omega = c / a, 0.0
    return served, omega / (1.0 + (MEDIAN / QUICK_HOURS) ** SHAPE)


def compensation_gain(x):
    return max(0.0, (1.0 - math.exp(-3.0 * min(x, 1.5))) / (1.0 - math.exp(-4.5)) - 0.5 * max(0.0, x - 1.5))


class Segment:
    def __init__(self, g, customers):
        self.g, self.seats, self.count = g, customers, customers
        room = customers + customers // 16 + BLOCK
        self.memory, self.active = np.zeros(room, np.int8), np.zeros(room, bool)
        self.active[:customers] = True
        self.free = np.empty(0, np.intp)
        self.stay, self.after, self.calm = stay_tables(g)
        self.bought = purchase_thresholds(PURCHASES[g] / Y)
        x = [RATE[k] * PURCHASES[g] / Y for k in (MINOR, MAJOR)]
        p = 1.0 - math.exp(-sum(x))
        # cells of the word: kind by (own voice, asked or detected, silent); then who leaves without an episode; the rest: nothing happens
        cells = []
        for k in (MINOR, MAJOR):
            d, c = DETECTED[k], COMPLAIN[k]
            pk = p * x[k] / sum(x)
            cells += [pk * (1 - d) * c, pk * (d + (1 - d) * (1 - c) * SOLICIT), pk * (1 - d) * (1 - c) * (1 - SOLICIT)]
        self.cells = np.minimum(np.rint(np.cumsum(cells) * WORD), WORD - 1).astype(np.uint32)
        self.quiet = 1.0 - p

    def place(self, n):
        """Newcomers take free seats first, clean."""
        k = min(n, self.free.size)
        seats, self.free = self.free[:k], self.free[k:]
        self.memory[seats] = CLEAN
        self.active[seats] = True
        if n > k:
            if self.seats + n - k > self.memory.size:
                more = max(n - k, self.memory.size // 4)
                self.memory = np.concatenate((self.memory, np.zeros(more, np.int8)))
                self.active = np.concatenate((self.active, np.zeros(more, bool)))
            new = slice(self.seats, self.seats + n - k)
            self.memory[new] = CLEAN
            self.active[new] = True
            self.seats += n - k
        self.count += n

    def scan(self, raw, nudge, scratch):
        """One pass over the seats: purchases, who has an episode (and which cell), who leaves without one, who forgets."""
        up, down = nudge
        leave = 1.0 - (1.0 - (1.0 - self.calm) * up) * down  # by memory, after word of mouth
        ep_end = int(self.cells[-1])
        reach = ep_end + np.rint(self.quiet * leave * WORD).astype(np.uint64)
        end = int(reach.max())
        forget = round((1.0 - math.exp(-1.0 / (MEMORY_YEARS * Y))) * WORD)
        holes = self.free.size > 0
        purchases, episodes, words, gone = 0, [], [], []
        first, rest = self.bought[:3], self.bought[3:]
        for start in range(0, self.seats, BLOCK):
            n = min(BLOCK, self.seats - start)
            w = raw((3 * n + 1) // 2).view(np.uint32)
            u, v, f, flag = w[:n], w[n:2 * n], w[2 * n:3 * n], scratch[:n]
            memory, active = self.memory[start:start + n], self.active[start:start + n]
            if holes:
                v *= active
            for c in first:
                np.greater_equal(v, c, out=flag)
                purchases += int(np.count_nonzero(flag))
            tail = v[flag]
            for c in rest:
                tail = tail[tail >= c]
                if not tail.size:
                    break
                purchases += tail.size
            np.less(u, end, out=flag)
            hit = np.flatnonzero(flag)
            if holes:
                hit = hit[active[hit]]
            word = u[hit]
            failed = word < ep_end
            ep, kept = hit[failed], memory[hit]
            episodes.append(ep + start)
            words.append(word[failed])
            gone.append(hit[~failed & (word < reach[kept])] + start)
            # forgetting; those with an episode now keep what they remember until it is overwritten
            np.greater_equal(f, forget, out=flag)
            np.multiply(memory, flag.view(np.int8), out=memory)
            memory[ep] = kept[failed]
        self.episodes = np.concatenate(episodes)
        self.cell = np.searchsorted(self.cells, np.concatenate(words), side="right")
        self.leavers = np.concatenate(gone)
        return purchases

    def outcomes(self, rng, served, resolves, quick, nudge):
        """Outcome of every episode, its memory, and who leaves over it. Returns counts by kind and outcome, and cases the desk did not see."""
        up, down = nudge
        kind, route = self.cell // 3, self.cell % 3
        outcome = np.zeros(self.cell.size, np.intp)
        case = np.flatnonzero(route != 2)
        e = FRONT_SHARE * FRONT_RESOLVES
        good = (1.0 - e) * served * resolves
        z = rng.random(case.size)
        outcome[case] = UNRESOLVED + (z < e + good).astype(np.intp) + (z < e + good * quick)
        at = ((kind * 2 + (route == 1)) * 5 + self.memory[self.episodes]) * 4 + outcome
        stay = (1.0 - (1.0 - self.stay[at]) * up) * down
        self.memory[self.episodes] = self.after[at]
        self.leavers = np.concatenate((self.leavers, self.episodes[rng.random(at.size) >= stay]))
        return np.bincount(kind * 4 + outcome, minlength=8).reshape(2, 4)


def history(customers, seed, agents):
    """One history of the market: NPV, active customer-months, purchases, customers lost."""
    rng = np.random.Generator(np.random.SFC64(seed))
    raw = rng.bit_generator.random_raw
    scratch = np.empty(BLOCK, bool)
    sizes = [int(customers * s) for s in SHARE]
    sizes[0] += customers - sum(sizes)
    segments = [Segment(g, n) for g, n in enumerate(sizes)]
    prospects, lapsed, people = 4 * customers, 0, 5 * customers
    f = PERSIST ** (12.0 / Y)
    heard_neg = heard_pos = 0.0  # stocks of messages
    cac = [COST_RATIO * r for r in RETENTION]
    resolves = RESOLVES + (RESOLVES_MAX - RESOLVES) * compensation_gain(COMPENSATION)
    npv = npv_contribution = 0.0
    months = lost_all = bought_all = purchases_all = 0
    for t in range(T):
        h_neg, h_pos = (1 - f) * heard_neg / people, (1 - f) * heard_pos / people
        nudge = (math.exp(-K_POS * h_pos * WINDOW * Y / DIV_POS), math.exp(-K_NEG * h_neg / DIV_NEG))
        active = [s.count for s in segments]
        months += sum(active)
        purchases = [s.scan(raw, nudge, scratch) for s in segments]
        cases = sum(int(np.count_nonzero(s.cell % 3 != 2)) for s in segments)
        e = FRONT_SHARE * FRONT_RESOLVES
        at_desk = cases - (int(rng.binomial(cases, e)) if e > 0.0 else 0)
        served, quick = desk(at_desk, agents)
        tally = sum(s.outcomes(rng, served, resolves, quick, nudge) for s in segments)
        stayers, lost = [], 0
        for s in segments:
            s.active[s.leavers] = False
            s.count -= s.leavers.size
            s.free = np.concatenate((s.free, s.leavers))
            stayers.append(s.count)
            lost += s.leavers.size
        # messages
        told = [int(rng.negative_binomial(n * DISPERSION, DISPERSION / (DISPERSION + m))) if n else 0
                for n, m in zip(tally.sum(0), TOLD)]
        # newcomers
        H = [h / -math.log(f) for h in (h_neg, h_pos)]
        alpha = 1.0 - math.exp(-IN_MARKET / Y * (1.0 - (1.0 - PREFERENCE) * math.exp(-K_POS * H[1])) * math.exp(-K_NEG * H[0]))
        organic = int(rng.binomial(prospects, alpha))
        by_segment = rng.multinomial(organic, SHARE)
        need = [max(0.0, n0 - st - int(o)) for n0, st, o in zip(sizes, stayers, by_segment)]
        k = min(1.0, (prospects - organic) / sum(need)) if sum(need) > 0.0 else 1.0
        won = [math.floor(k * n) for n in need]
        for s, o, r in zip(segments, by_segment, won):
            s.place(int(o) + r)
        back = int(rng.binomial(lapsed, 1.0 - math.exp(-RETURN / Y)))
        prospects += back - organic - sum(won)
        lapsed += lost - back
        # money
        contribution = sum(MARGIN[g] * purchases[g] - RETENTION[g] / Y * active[g] - cac[g] * won[g] for g in (0, 1))
        good = tally[:, RESOLVED] + tally[:, QUICK]
        programme = (PER_CONTACT * (FRONT_SHARE * cases + CONTACTS * at_desk)
                     + COMPENSATION * (LOSS[MINOR] * int(good[MINOR]) + LOSS[MAJOR] * int(good[MAJOR]))
                     + math.floor(agents) * AGENT_PER_YEAR / Y)
        v = (1.0 + DISCOUNT) ** (-(t + 0.5) / Y)
        npv_contribution += v * contribution
        npv += v * (contribution - programme)
        heard_neg = f * heard_neg + told[SILENT] + told[UNRESOLVED]
        heard_pos = f * heard_pos + told[RESOLVED] + told[QUICK]
        lost_all += lost
        bought_all += sum(won)
        purchases_all += sum(purchases)
        assert sum(s.count for s in segments) + prospects + lapsed == people
    return npv, npv_contribution - npv, months, lost_all, bought_all, purchases_all


def timed(job):
    start = time.perf_counter()
    result = history(*job)
    return (time.perf_counter() - start,) + result


def main():
    ask = argparse.ArgumentParser(description="Recoup's agents model in NumPy (city-hotel, strategy \"today\").")
    ask.add_argument("--customers", type=int, default=1_000_000)
    ask.add_argument("--histories", type=int, default=1)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--agents", type=float, default=1.0, help="positions at the desk (the study: 1)")
    ask.add_argument("--processes", type=int, default=1)
    a = ask.parse_args()
    jobs = [(a.customers, s, a.agents) for s in np.random.SeedSequence(a.seed).spawn(a.histories)]
    start = time.perf_counter()
    if a.processes > 1:
        import multiprocessing
        with multiprocessing.Pool(a.processes) as pool:
            rows = pool.map(timed, jobs, chunksize=1)
    else:
        rows = [timed(j) for j in jobs]
    wall = time.perf_counter() - start
    r = np.array(rows)
    n = a.histories
    print(f"numpy {np.__version__}, {a.customers} customers, {n} histories, {a.processes} process(es)")
    if n <= 8:
        for i, row in enumerate(rows):
            print(f"  history {i}: NPV {row[1]:,.0f}  seconds {row[0]:.3f}")
    m = r[:, 1:].mean(0)
    se = r[:, 1:].std(0, ddof=1) / math.sqrt(n) if n > 1 else np.full(m.size, math.nan)
    for name, i in (("NPV", 0), ("PV programme", 1), ("lost", 3), ("bought", 4), ("purchases", 5)):
        print(f"  {name:13s} mean {m[i]:,.1f}  standard error {se[i]:,.1f}")
    print(f"  seconds per history: best {r[:, 0].min():.3f}, median {np.median(r[:, 0]):.3f}; wall per history {wall / n:.3f}")
    print(f"  ns per active customer and month: best {1e9 * r[:, 0].min() / m[2]:.2f}, median {1e9 * np.median(r[:, 0] / r[:, 3]):.2f}; by wall {1e9 * wall / r[:, 3].sum():.2f}")


if __name__ == "__main__":
    main()
