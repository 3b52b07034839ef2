# The recovery paradox.
