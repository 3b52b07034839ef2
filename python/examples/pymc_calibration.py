"""Calibration with PyMC: what an observed gain says about an uncertain input.

The prior is the study's own: a uniform variable goes through the quantiles of the study's distributions, and the study is a
black box for a sampler that needs no gradients.
"""

from __future__ import annotations

from typing import Tuple

import numpy as np
import pymc as pm
import pytensor.tensor as pt
import recoup
from pytensor.graph.op import Op

KEYS = ["severity.minor.complain", "recovery.resolves"]


class Gain(Op):
    """The gain of a strategy over the reference, where the inputs stand at these quantiles."""

    itypes = [pt.dvector]
    otypes = [pt.dscalar]

    def __init__(self, function: recoup.Evaluator) -> None:
        self.function = function

    def perform(self, node: object, inputs: list, outputs: list) -> None:
        values = self.function.quantiles(np.clip(inputs[0], 1e-9, 1 - 1e-9))
        outputs[0][0] = np.asarray(self.function(values)[0])


def posterior(
    study: recoup.Study, strategy: str, observed: float, error: float, draws: int = 300
) -> Tuple[np.ndarray, np.ndarray]:
    """Draws of the inputs before and after a gain was observed, whose error has that standard deviation."""
    function = study.evaluator(KEYS, strategies=[strategy], output="difference")
    with pm.Model():
        quantiles = pm.Uniform("quantiles", 0.0, 1.0, shape=len(KEYS))
        pm.Normal("observed", Gain(function)(quantiles), error, observed=observed)
        trace = pm.sample(
            draws, tune=draws, chains=2, cores=1, step=pm.DEMetropolisZ(), progressbar=False, random_seed=1,
            compute_convergence_checks=False,
        )  # fmt: skip
    drawn = trace.posterior["quantiles"].to_numpy().reshape(-1, len(KEYS))
    return function.sample(draws), function.quantiles(drawn.clip(1e-9, 1 - 1e-9))


if __name__ == "__main__":
    before, after = posterior(recoup.load("city-hotel"), "ask and answer", 1_000_000.0, 200_000.0)
    for name, prior, updated in zip(KEYS, before.T, after.T):
        print(f"{name}: {prior.mean():.3f} before, {updated.mean():.3f} after")
