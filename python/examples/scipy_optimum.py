"""The best level of two levers by scipy.optimize, at the point values of the study."""

from __future__ import annotations

from typing import Tuple

import numpy as np
import recoup
from scipy.optimize import differential_evolution

LEVERS = ["voice.solicit", "recovery.compensation"]


def optimum(study: recoup.Study, strategy: str) -> Tuple[np.ndarray, float]:
    """Levels of the levers, and the gain over the reference."""
    function = study.evaluator(LEVERS, strategies=[strategy], output="difference")

    def loss(points: np.ndarray) -> np.ndarray:
        # Columns are points here: a generation is evaluated at once, over all cores.
        return -function(points.T)[:, 0]

    bounds = [(0.0, 1.0), (0.0, 0.5)]
    found = differential_evolution(
        loss, bounds, seed=1, popsize=8, maxiter=12, polish=False, vectorized=True, updating="deferred"
    )
    return found.x, -float(found.fun)


if __name__ == "__main__":
    levels, gain = optimum(recoup.load("city-hotel"), "ask and answer")
    for name, level in zip(LEVERS, levels):
        print(f"{name}: {level:.3f}")
    print(f"gain over the reference: {gain:,.0f}")
