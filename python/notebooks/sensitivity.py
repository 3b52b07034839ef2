# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Sensitivity: SALib against the built-in method
# Both estimate Sobol indices of the gain of the best strategy over the reference.

# %%
import numpy as np
import recoup
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as design

study = recoup.load("tarp-major")
built_in = study.sensitivity(method="sobol", rows=1024)
built_in.chart()

# %% [markdown]
# ## The same by SALib
# An evaluator is the study as a function of its uncertain inputs. `quantiles` turns SALib's unit cube into values of the inputs.

# %%
contender = built_in.contender
function = study.evaluator(strategies=[contender], output="difference")
problem = {"num_vars": len(function.names), "names": function.names, "bounds": [[0, 1]] * len(function.names)}
cube = design.sample(problem, 512, calc_second_order=False, seed=1).clip(1e-9, 1 - 1e-9)
values = function(function.quantiles(cube))
indices = analysis.analyze(problem, values[:, 0], calc_second_order=False, seed=1)
found = dict(zip(function.names, indices["ST"]))
sorted(found.items(), key=lambda item: -item[1])[:5]
