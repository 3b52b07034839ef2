#!/usr/bin/env python3
"""Recoup's agents model in Mesa, an agent framework, in its own idiom: every customer is an agent with a step.

The reference strategy ("today") of the built-in study `city-hotel` at point values, as in `agents_numpy.py`, whose tables and
market it uses. Customers meet failures, complain, are answered, stay or leave, and tell others; the model is the market.

    pip install numpy==2.4.6 mesa==3.3.1
    python agents_mesa.py --customers 10000 --simulations 3 --seed 1
"""
import argparse
import math
import time

import mesa
import numpy as np

import agents_numpy as market
from agents_numpy import (
    AGENT_PER_YEAR, CLEAN, COMPENSATION, COMPLAIN, CONTACTS, COST_RATIO, DETECTED, DISCOUNT, DISPERSION, DIV_NEG, DIV_POS,
    FRONT_RESOLVES, FRONT_SHARE, IN_MARKET, K_NEG, K_POS, LOSS, MARGIN, MEMORY_YEARS, PER_CONTACT, PERSIST, PREFERENCE,
    PURCHASES, QUICK, RATE, RESOLVED, RESOLVES, RESOLVES_MAX, RETENTION, RETURN, SHARE, SILENT, SOLICIT, T, TOLD, UNRESOLVED,
    WINDOW, Y,
)


class Customer(mesa.Agent):
    """A customer of a segment with a memory of past failures."""

    def __init__(self, model, segment):
        super().__init__(model)
        self.segment, self.memory = segment, CLEAN
        self.episode = None

    def meet_failures(self):
        """Buys, and may meet a failure that is complained about or not."""
        model, g = self.model, self.segment
        draw = model.random.random
        model.purchases[g] += int(model.rng.poisson(PURCHASES[g] / Y))
        self.episode = None
        if draw() < model.failure[g]:
            kind = 0 if draw() < model.minor[g] else 1
            asked = draw() < DETECTED[kind]
            own = not asked and draw() < COMPLAIN[kind]
            asked = asked or not own and draw() < SOLICIT
            self.episode = (kind, own, asked)
            if own or asked:
                model.cases += 1

    def settle(self):
        """Is answered, tells others, forgets, stays or leaves."""
        model, g = self.model, self.segment
        draw = model.random.random
        stay, after, calm = model.tables[g]
        if self.episode is None:
            keep = calm[self.memory]
            if self.memory != CLEAN and draw() < model.forget:
                self.memory = CLEAN
        else:
            kind, own, asked = self.episode
            outcome = SILENT
            if own or asked:
                z, front = draw(), FRONT_SHARE * FRONT_RESOLVES
                good = (1.0 - front) * model.served * model.resolves
                outcome = QUICK if z < front + good * model.quick else RESOLVED if z < front + good else UNRESOLVED
            at = ((kind * 2 + asked) * 5 + self.memory) * 4 + outcome
            keep, self.memory = stay[at], after[at]
            model.tally[kind][outcome] += 1
            model.told[outcome] += int(model.rng.negative_binomial(DISPERSION, DISPERSION / (DISPERSION + TOLD[outcome])))
        if draw() >= (1.0 - (1.0 - keep) * model.up) * model.down:
            model.left[g] += 1
            self.remove()


class Market(mesa.Model):
    """The market: prospects, customers, lapsed customers, and what is told among them."""

    def __init__(self, customers, seed, agents):
        super().__init__(seed=seed)
        self.positions = agents
        self.sizes = [int(customers * s) for s in SHARE]
        self.sizes[0] += customers - sum(self.sizes)
        self.prospects, self.lapsed, self.people = 4 * customers, 0, 5 * customers
        for g in (0, 1):
            Customer.create_agents(self, self.sizes[g], g)
        self.tables = [[part.tolist() for part in market.stay_tables(g)] for g in (0, 1)]
        means = [[RATE[k] * PURCHASES[g] / Y for k in (0, 1)] for g in (0, 1)]
        self.failure = [1.0 - math.exp(-sum(x)) for x in means]
        self.minor = [x[0] / sum(x) for x in means]
        self.forget = 1.0 - math.exp(-1.0 / (MEMORY_YEARS * Y))
        self.resolves = RESOLVES + (RESOLVES_MAX - RESOLVES) * market.compensation_gain(COMPENSATION)
        self.heard = [0.0, 0.0]
        self.npv = self.programme = 0.0
        self.lost = self.bought = self.months = 0

    def step(self):
        t, f = int(self.steps) - 1, PERSIST ** (12.0 / Y)
        bad, good = ((1 - f) * heard / self.people for heard in self.heard)
        self.up, self.down = math.exp(-K_POS * good * WINDOW * Y / DIV_POS), math.exp(-K_NEG * bad / DIV_NEG)
        self.purchases, self.cases, self.left = [0, 0], 0, [0, 0]
        self.tally, self.told = [[0] * 4, [0] * 4], [0] * 4
        active = [sum(1 for a in self.agents if a.segment == g) for g in (0, 1)]
        self.months += sum(active)
        self.agents.do("meet_failures")
        front = FRONT_SHARE * FRONT_RESOLVES
        at_desk = self.cases - (int(self.rng.binomial(self.cases, front)) if front > 0.0 else 0)
        self.served, self.quick = market.desk(at_desk, self.positions)
        self.agents.do("settle")
        stock = [h / -math.log(f) for h in (bad, good)]
        pull = 1.0 - (1.0 - PREFERENCE) * math.exp(-K_POS * stock[1])
        organic = int(self.rng.binomial(self.prospects, 1.0 - math.exp(-IN_MARKET / Y * pull * math.exp(-K_NEG * stock[0]))))
        first = int(self.rng.binomial(organic, SHARE[0]))
        newcomers = [first, organic - first]
        need = [max(0, self.sizes[g] - (active[g] - self.left[g]) - newcomers[g]) for g in (0, 1)]
        k = min(1.0, (self.prospects - organic) / sum(need)) if sum(need) else 1.0
        won = [math.floor(k * n) for n in need]
        for g in (0, 1):
            Customer.create_agents(self, newcomers[g] + won[g], g)
        back = int(self.rng.binomial(self.lapsed, 1.0 - math.exp(-RETURN / Y)))
        self.prospects += back - organic - sum(won)
        self.lapsed += sum(self.left) - back
        contribution = sum(
            MARGIN[g] * self.purchases[g] - RETENTION[g] / Y * active[g] - COST_RATIO * RETENTION[g] * won[g] for g in (0, 1))
        helped = [self.tally[k][RESOLVED] + self.tally[k][QUICK] for k in (0, 1)]
        programme = (PER_CONTACT * (FRONT_SHARE * self.cases + CONTACTS * at_desk)
                     + COMPENSATION * (LOSS[0] * helped[0] + LOSS[1] * helped[1])
                     + math.floor(self.positions) * AGENT_PER_YEAR / Y)
        v = (1.0 + DISCOUNT) ** (-(t + 0.5) / Y)
        self.npv += v * (contribution - programme)
        self.programme += v * programme
        self.heard = [f * self.heard[0] + self.told[SILENT] + self.told[UNRESOLVED],
                      f * self.heard[1] + self.told[RESOLVED] + self.told[QUICK]]
        self.lost += sum(self.left)
        self.bought += sum(won)
        assert len(self.agents) + self.prospects + self.lapsed == self.people


def main():
    ask = argparse.ArgumentParser(description="Recoup's agents model in Mesa (city-hotel, strategy \"today\").")
    ask.add_argument("--customers", type=int, default=10_000)
    ask.add_argument("--simulations", type=int, default=3)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--agents", type=float, default=1.0, help="positions at the desk (the study: 1)")
    a = ask.parse_args()
    rows = []
    for i in range(a.simulations):
        model = Market(a.customers, a.seed + i, a.agents)
        start = time.perf_counter()
        for _ in range(T):
            model.step()
        rows.append((time.perf_counter() - start, model.npv, model.programme, model.lost, model.bought, model.months))
    r = np.array(rows)
    print(f"mesa {mesa.__version__}, {a.customers} customers, {a.simulations} simulations")
    for name, i in (("NPV", 1), ("PV programme", 2), ("lost", 3), ("bought", 4)):
        error = r[:, i].std(ddof=1) / math.sqrt(a.simulations) if a.simulations > 1 else math.nan
        print(f"  {name:13s} mean {r[:, i].mean():,.1f}  standard error {error:,.1f}")
    print(f"  ns per active customer and month: median {1e9 * np.median(r[:, 0] / r[:, 5]):.0f}")


if __name__ == "__main__":
    main()
