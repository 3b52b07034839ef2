"""Recoup: a Monte Carlo engine for the economics of service recovery.

>>> import recoup
>>> study = recoup.load("city-hotel")
>>> study.strategies
['today', 'ask', 'answer fast', 'ask and answer', 'prevent']
>>> answer = study.breakeven("acquisition.cost_ratio", draws=20)
>>> answer.strategy
'ask and answer'

Questions and answers are those of the program, with the same bits: ``answer.to_json()`` is what ``--json`` prints.
"""

from ._answer import Answer, Chart, Fit, Ran, Table
from ._errors import Diagnostic, Interrupted, Place, RecoupError, StudyError, UsageError
from ._evaluator import Evaluator
from ._fields import Fields
from ._recoup import __version__
from ._study import Batch, FitResult, Study, batch, case, cases, check, fit, load, merge

__all__ = [
    "Answer",
    "Batch",
    "Chart",
    "Diagnostic",
    "Evaluator",
    "Fields",
    "Fit",
    "FitResult",
    "Interrupted",
    "Place",
    "Ran",
    "RecoupError",
    "Study",
    "StudyError",
    "Table",
    "UsageError",
    "__version__",
    "batch",
    "case",
    "cases",
    "check",
    "fit",
    "load",
    "merge",
]
