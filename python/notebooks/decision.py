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
# # A decision for a hotel
# Should the hotel ask its guests to complain, answer faster, or prevent failures?

# %%
import recoup

study = recoup.load("city-hotel")
study.strategies

# %% [markdown]
# ## Run it
# The page says which strategy is best and how sure that is.

# %%
ran = study.run(draws=200)
ran

# %%
ran.to_polars()[["strategy", "npv_difference", "npv_difference_p05", "npv_difference_p95", "p_best"]]

# %% [markdown]
# ## Decide

# %%
decision = study.decide(draws=200)
decision.chart()

# %% [markdown]
# ## Why is it best, and when is it not?

# %%
study.why(draws=50).to_polars("levers")

# %%
turning = study.breakeven("acquisition.cost_ratio", draws=50)
assert turning.strategy == "ask and answer"
turning.break_even

# %% [markdown]
# ## Another hotel
# A study does not change: `with_` gives another one.

# %%
busy = study.with_({"market.customers": 80_000, "strategy.ask.voice.solicit": 0.3})
assert study["market.customers"] == 50_000 and busy["market.customers"] == 80_000
busy.run(draws=50).strategies[1].difference.npv.mean
