"""Exploratory modelling with the EMA Workbench: many futures, and those in which a strategy loses."""

from __future__ import annotations

from typing import Any, Dict, Tuple

import recoup
from ema_workbench import Model, RealParameter, ScalarOutcome, SequentialEvaluator

KEYS = {"complain": "severity.minor.complain", "resolves": "recovery.resolves", "rate": 'failure."room not ready".rate'}


def explore(study: recoup.Study, strategy: str, futures: int = 64) -> Tuple[Any, Dict[str, Any]]:
    """Experiments and outcomes: the gain of a strategy over the reference in every future."""
    function = study.evaluator(list(KEYS.values()), strategies=[strategy], output="difference")

    def gain(complain: float, resolves: float, rate: float) -> Dict[str, float]:
        return {"gain": float(function([complain, resolves, rate])[0])}

    model = Model("recoup", function=gain)
    # The workbench wants names that are words of Python.
    model.uncertainties = [RealParameter(name, low, high) for name, (low, high) in zip(KEYS, function.bounds)]
    model.outcomes = [ScalarOutcome("gain")]
    with SequentialEvaluator(model) as evaluator:
        experiments, outcomes = evaluator.perform_experiments(scenarios=futures)
    return experiments, outcomes


if __name__ == "__main__":
    experiments, outcomes = explore(recoup.load("city-hotel"), "ask and answer")
    gain = outcomes["gain"]
    print(f"the strategy loses in {(gain < 0).mean():.0%} of {len(gain)} futures")
