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
# # Your own data
# From four files of a firm to a study. The sample files are in `scenarios/data/hotel` of the repository; they are synthetic.

# %%
import os
from pathlib import Path

import recoup

folder = Path(os.environ.get("RECOUP_SAMPLES", "../../scenarios/data/hotel"))
sorted(path.name for path in folder.iterdir())

# %%
fitted = recoup.fit(
    folder / "customers.csv",
    folder / "complaints.csv",
    purchases=folder / "purchases.csv",
    failures=folder / "failures.csv",
    set={"segment.leisure.retention_cost": 12, "segment.business.retention_cost": 30},
    name="hotel",
)
fitted

# %% [markdown]
# ## The study
# Every number that the files give has an estimate with its uncertainty; every other number is that of the base.

# %%
study = fitted.study
study.uncertain

# %%
ran = study.run(draws=20)
ran.to_polars()[["strategy", "npv_difference", "p_best"]]

# %% [markdown]
# ## Keep it

# %%
Path("hotel-from-data.toml").write_text(study.to_toml(), encoding="utf-8")
assert recoup.load("hotel-from-data.toml").strategies == study.strategies
