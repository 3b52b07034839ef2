"""Sobol indices by SALib: the study is the function, SALib has the design and the estimator.

SALib samples a unit cube; ``quantiles`` turns its points into values of the study's own distributions.
"""

from __future__ import annotations

from typing import Any, Dict, Sequence

import recoup
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as design

KEYS = [
    "recovery.resolves",
    "severity.minor.complain",
    'failure."room not ready".rate',
    "severity.minor.repurchase.silent",
]


def indices(
    study: recoup.Study, strategy: str, keys: Sequence[str] = KEYS, rows: int = 512
) -> Dict[str, Dict[str, float]]:
    """First-order and total index of each key for the gain of a strategy over the reference."""
    function = study.evaluator(keys, strategies=[strategy], output="difference")
    problem = {"num_vars": len(function.names), "names": function.names, "bounds": [[0.0, 1.0]] * len(function.names)}
    points = design.sample(problem, rows, calc_second_order=False, seed=1)
    # The ends of the cube are quantiles that a distribution without ends does not have.
    values = function(function.quantiles(points.clip(1e-9, 1 - 1e-9)))
    found: Any = analysis.analyze(problem, values[:, 0], calc_second_order=False, seed=1)
    return {
        name: {"first": float(first), "total": float(total)}
        for name, first, total in zip(function.names, found["S1"], found["ST"])
    }


if __name__ == "__main__":
    for name, index in indices(recoup.load("city-hotel"), "ask and answer").items():
        print(f"{name:<40} first {index['first']:6.3f}   total {index['total']:6.3f}")
