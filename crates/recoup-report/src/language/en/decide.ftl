# The answer of a decision. Names of strategies, keys and scenarios are in backticks.

decide-choose = Choose `{ $name }`: its expected NPV is the highest
decide-choose-equal = Choose { $names }, which give the same result: their expected NPV is the highest
decide-above = { $text }, { $amount } above that of `{ $second }`, and { $who ->
    [alone] it is the best
   *[equal] no other is better
} in { $share } of draws of the uncertain inputs
decide-cautious = If the worst case matters more than the mean, choose `{ $name }`, which minimises the greatest regret over the draws.
decide-no-variants = No model variant has an effect in this study.
head-first = first
head-second = second
head-first-less-second = first minus second
head-p-first = P(first better)
decide-pairs = Pairwise comparison, draw by draw, in { $currency }: every strategy with the reference, and the best with every other
decide-more-pairs = { $number ->
    [one] { $number } more pair is
   *[other] { $number } more pairs are
} in the JSON (`--json`) and in tables/pairs of the folder (`--out`).
head-programme = programme cost
head-contribution = contribution
head-incremental-roi = incremental ROI
head-frontier = frontier
decide-cheapest = on it: the cheapest
decide-after = on it, after `{ $name }`
decide-same-as = same as `{ $name }`
decide-dominated = dominated by `{ $name }`
decide-dominated-by-mix = extendedly dominated by a mixture of `{ $first }` and `{ $second }`
decide-frontier = Efficiency: programme cost and contribution of each strategy, means in { $currency }; a step pays if its incremental ROI is above 0
decide-no-budget = Not the right choice at any budget: { $names }. Another strategy, or a mix of two, does at least as well and costs no more.
decide-acceptability = Where another choice would be best on average
decide-acceptability-over = { $over ->
    [customer_value] if a customer kept were worth this much and nothing else counted
    [horizon] if only cash flows up to this time counted
   *[budget] if the programme could cost at most this much more than the reference's
}
decide-acceptability-part = `{ $name }` from { $from } (best in { $share })
decide-acceptability-line = { $what }: { $parts }
decide-perfect = Knowing all inputs before choosing would be worth { $worth } (expected value of perfect information, standard error { $error }): no study of the inputs is worth more.
decide-most = The input most worth knowing is `{ $input }`: { $worth } (standard error { $error }).
decide-most-unclear = Which input is most worth knowing is not clear: the estimate for { $inputs } does not capture its effect.
decide-information = Value of knowing { $what ->
    [groups] several inputs together
   *[inputs] one input
} before choosing, in { $currency }
decide-few-draws = The value of single inputs needs { $number } draws or more.
head-group = group
head-explains = explained
decide-poor = the estimate does not capture the effect of this input: do not rank by it
decide-more-inputs = { $number ->
    [one] { $number } more input is worth no more than the last.
   *[other] { $number } more inputs are worth no more than the last.
}
decide-explains = Explained: the share of the variance of the difference between the best two strategies that the regression explains.
not-distinguishable = not distinguishable from 0 (about { $value })
decide-survey = Asking { $customers } customers about `{ $key }` { $effect ->
    [none] changes no decision in these draws, whatever they answer (worth 0, standard error { $error })
    [unclear] is worth { $worth } (standard error { $error }), which is not distinguishable from 0
   *[some] is worth { $worth } (standard error { $error }): it pays if it costs less
}; the standard deviation of the share is then { $after } instead of { $before }.
decide-survey-cost = Asking { $customers } customers about `{ $key }` { $effect ->
    [none] changes no decision in these draws, whatever they answer (worth 0, standard error { $error }),
    [unclear] is worth { $worth } (standard error { $error }), which is not distinguishable from 0,
   *[some] is worth { $worth } (standard error { $error })
} and costs { $cost }: { $pays ->
    [yes] it pays
    [unclear] these draws do not say whether it pays
   *[no] it does not pay
}, { $net } net; the standard deviation of the share is then { $after } instead of { $before }.
