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
# # The service recovery paradox
# Do customers return more often after a failure that was handled well than without one?

# %%
import recoup

study = recoup.load("paradox-class")
answer = study.paradox()
answer

# %%
answer.tables

# %% [markdown]
# ## What a firm would gain
# Even where single customers return more often, failures cost money. More failures are no strategy.

# %%
ran = study.run(draws=20)
ran.to_polars()[["strategy", "npv_difference"]]
