# Answers of commands. Names of strategies, keys and scenarios are in backticks, as written.

## Progress
progress-stage = { $stage ->
    [simulating] simulating
    [analysing] analysing
    [writing] writing
   *[evaluating] evaluating
}

## run: head and answer
run-head = { $horizon }, { $how }
run-how-point = expected engine at the point values
run-how-draws = expected engine, { $number ->
    [one] { $number } parameter draw
   *[other] { $number } parameter draws
}, seed { $seed }
run-how-histories = { $engine ->
    [agents] agents
   *[cohort] cohort
} engine, { $number ->
    [one] { $number } simulation
   *[other] { $number } simulations
}, seed { $seed }
run-alone = `{ $name }` is worth { $amount } over { $horizon } (90 % interval { $low } to { $high }). There is no second strategy to compare it with.
run-none-pays = None of the strategies beats `{ $reference }`: none is worth more over { $horizon }.
run-nothing-to-choose = There is nothing to choose: over { $horizon }, { $same } and `{ $reference }` give the same result.
run-none-pays-some-same = None of the strategies beats `{ $reference }` over { $horizon }: { $same } and `{ $reference }` give the same result, and every other strategy is worth less.
run-pays = `{ $name }` pays best: { $amount } more than `{ $reference }` over { $horizon } (90 % interval { $low } to { $high })
run-pays-once = `{ $name }` pays best: { $amount } more than `{ $reference }` over { $horizon }, in this one simulation
run-pays-return = { $text }, a return of { $roi } on what it costs.
run-pays-no-return = { $text }; it costs less than the reference, so it has no return on investment.
run-pays-not-alone = It is not alone: { $same } and `{ $name }` give the same result.
run-sure = Given the uncertainty of the inputs, { $who ->
    [alone] `{ $name }` is the best strategy
   *[equal] no other strategy is better
} in { $share } of draws
run-sure-market = { $text }; in a single market, `{ $name }` beats `{ $reference }` { $share } of the time with common random numbers{ $known ->
    [yes] , and { $independent } of the time where each has its own chance events
   *[no] {""}
}
run-luck = { $inputs ->
    [means] The inputs are at their means
   *[certain] No input is uncertain
}; chance among customers alone leaves a standard error of { $error } on its mean difference, and in a single market, `{ $name }` beats `{ $reference }` { $share } of the time with common random numbers{ $known ->
    [yes] , and { $independent } of the time where each has its own chance events
   *[no] {""}
}.
run-one-history = One simulation shows what can happen, not what to expect: take more draws for intervals and probabilities.
run-elsewhere-same = This is scenario `{ $scenario }`; `{ $name }` is also the best in the others.
run-elsewhere = This is scenario `{ $scenario }`; { $others }.
run-elsewhere-one = in `{ $scenario }` `{ $name }` is the best
run-weighted = Weighted over the scenarios, `{ $name }` is the best: { $amount } more than `{ $reference }`.
run-weighted-none = Weighted over the scenarios, no strategy beats `{ $reference }`.
run-published = Published returns of service recovery range from { $low } to { $high }; { $roi } is outside: { $reason }.
run-scenario = Scenario `{ $scenario }`
run-money = Money is net present value in { $currency } compared with `{ $reference }`; ranges are 90 % intervals over { $over ->
    [inputs-and-luck] draws of inputs and chance among customers
    [inputs] draws of inputs
    [luck] chance among customers at the point values
   *[nothing] nothing: the point values
}.
corrected-by = P(best), expected losses and the value of information come from the expected engine, corrected by its mean gap to { $number ->
    [one] { $number } simulation
   *[other] { $number } simulations
}.
run-timing = `{ $name }` { $timing }.
run-settled = { $settled ->
    [yes] Settled with { $draws } draws
   *[no] Not settled with { $draws } draws, the maximum
}: the chance that another strategy is better on average is at most { $chance }, the expected loss of stopping at most { $loss }{ $scenarios ->
    [many] , in the least certain scenario
   *[one] {""}
} (the limit is { $limit ->
    [chance] a chance of { $most } over all { $looks } checks that such a run may make
   *[loss] an expected loss of { $most }
}).

## run: tables
run-shared-luck-of = { $factor } times for `{ $name }`
run-shared-luck = Strategies meet the same chance events (common random numbers), which makes the standard error of the difference to `{ $reference }` smaller: { $factors } (variance-reduction factors of all pairs are in result.json).
run-all-variants = All variants are in the report and in result.json.
run-selection = { $known ->
    [yes] With this many draws, the chance that a strategy other than `{ $name }` is better on average is at most { $chance }.
   *[no] With fewer than { $least } independent simulations, the chance that a strategy other than `{ $name }` is better on average cannot be stated.
}
run-by-histories = By simulations alone, with chance removed, `{ $name }` is the best in { $share } of draws and perfect information is worth { $worth }; without removing chance it would seem worth { $seeming }.
run-evpi = Knowing all inputs before choosing would be worth { $worth } (EVPI, standard error { $error })
run-evpi-most = { $text }; the most valuable single input is `{ $input }`: { $worth } (standard error { $error })
run-evpi-poor = { $text }; which input is worth most is not known: the estimate for { $inputs } does not capture its effect
run-dominated = `{ $name }` (another brings at least as much at no higher cost)
run-dominated-by-mix = `{ $name }` (a mix of others does better)
run-no-budget = At no budget is it right to choose { $names }.
run-more = More: { $commands }.
run-least-regret = `{ $name }` has the smallest greatest regret.
run-word-of-mouth = With the inputs of this study, word of mouth costs { $prospects } prospects per unhappy customer; published figures range from { $low } to { $high }.
run-curve = ROI curve of `{ $name }` over { $key }: { $peak ->
    [inside] the next unit loses money beyond { $level }
   *[none] the difference has no peak inside the range
}
run-curve-break-even = { $text }; break-even at { $level }
run-files = In { $folder }: report.html, report.xlsx, { $number ->
    [one] { $number } chart
   *[other] { $number } charts
} as SVG and PNG, tables as Parquet and CSV, result.json, study.toml

## decide
decide-choose = Choose `{ $name }`: its expected NPV is the highest
decide-choose-equal = Choose { $names }, which give the same result: their expected NPV is the highest
decide-nothing-to-choose = There is nothing to choose: { $names } give the same result
decide-above = { $text }, { $amount } above that of `{ $second }`, and { $who ->
    [alone] it is the best
   *[equal] no other is better
} in { $share } of draws of the uncertain inputs
decide-cost-of-choosing = The expected loss of choosing now, compared with knowing everything first, is { $amount }: no study of the inputs is worth more.
decide-cautious = If the worst case matters more than the mean, choose `{ $name }`: its greatest regret over the draws is the smallest.
decide-no-variants = No model variant changes anything here.
decide-least-regret = `{ $name }` has the smallest greatest regret over the scenarios.
decide-weighted = With the weights of the scenarios, `{ $name }` is the best: weighted difference = mean NPV minus that of `{ $reference }`, by the weights.
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
decide-dominated-by-mix = extendedly dominated by a mix of `{ $first }` and `{ $second }`
decide-frontier = Efficiency: what a strategy costs and what it brings, means in { $currency }; a step pays while its incremental ROI is above 0
decide-acceptability = Where another choice would be best on average
decide-acceptability-over = { $over ->
    [customer_value] if a customer kept were worth this much, and nothing else counted
    [horizon] if only cash up to this time counted
   *[budget] if the programme could cost at most this much more than the reference's
}
decide-acceptability-part = `{ $name }` from { $from } (best in { $share })
decide-acceptability-line = { $what }: { $parts }
decide-information = Value of knowing more before choosing, in { $currency }
decide-everything = Knowing everything: { $worth } (standard error { $error }).
decide-few-draws = The value of single inputs needs { $number } draws or more.
head-group = group
head-explains = explained
head-fit = fit
decide-more-inputs = { $number ->
    [one] { $number } more is worth no more than the last.
   *[other] { $number } more are worth no more than the last.
}
decide-explains = explained = share of the variance of the difference between the best two strategies that the regression explains.
not-distinguishable = not distinguishable from 0 (about { $value })
decide-fit = { $fit ->
    [good] good
   *[poor] poor
}
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

## sensitivity
sensitivity-head = { $title }, scenario `{ $scenario }`
sensitivity-of-npv = the NPV of `{ $name }`
sensitivity-of-difference = the NPV difference between `{ $name }` and `{ $reference }`
sensitivity-most = `{ $input }` matters most: { $share } of the variance of { $what } depends on it, alone or together with others.
sensitivity-nothing-moves = No uncertain input moves { $what }.
sensitivity-most-effect = `{ $input }` matters most for { $what }.
sensitivity-no-flip = No single input, between its 5 % and 95 % quantiles, makes another strategy better than `{ $best }`.
sensitivity-flips = { $number ->
    [one] One input alone
   *[other] { $number } inputs alone
} can take the lead from `{ $best }`; `{ $input }` does so { $side ->
    [below] below
   *[above] above
} { $level }: then `{ $name }` is better.
head-at = at { $share }
head-flips = best strategy changes
sensitivity-flip = to `{ $name }` at { $level }
sensitivity-more = { $number ->
    [one] { $number } input
   *[other] { $number } inputs
} more move it less.
sensitivity-tornado = One input at a time, the others at their point values: { $what } ({ $amount } with all at their point values)
sensitivity-index = { $value } ({ $low } to { $high })
sensitivity-no-index = not distinguishable from 0 (up to { $high })
head-alone = alone
head-with-others = alone and with others
sensitivity-sobol = Shares of the variance of { $what } (sd { $sd }): Sobol indices with 90 % intervals
sensitivity-rows = { $rows } rows, { $evaluations } evaluations of each strategy.
sensitivity-npv-itself = What matters most for the NPV itself
head-mu = mu* (90 % interval)
sensitivity-morris = Elementary effects on { $what } in { $currency } over the whole range of an input (Morris){ $many ->
    [yes] , because there are many inputs
   *[no] {""}
}
sensitivity-paths = { $rows } paths, { $evaluations } evaluations of each strategy. A sigma close to mu*: the effect depends on other inputs or is non-linear.

## sweep, breakeven, optimize
spread = 90 % of draws { $low } to { $high }; { $share } of draws have one
draws = { $number ->
    [one] { $number } draw
   *[other] { $number } draws
} of the inputs
moved-everywhere = moved in every strategy
moved-in = moved in { $names }
sweep-free = No recommendation: { $key } has no price here, so the results below show the consequences of moving it at no cost.
sweep-flat = { $key } moves nothing in `{ $name }`: { $amount } against `{ $reference }` at every level.
sweep-peak = `{ $name }` { $free ->
    [yes] turns down
   *[no] is over-invested
} beyond { $key } = { $level }{ $interval }: its maximum is { $amount } against `{ $reference }`
sweep-end = `{ $name }` is { $free ->
    [yes] highest
   *[no] best
} at an end of the range, { $key } = { $level }: { $amount } against `{ $reference }`
sweep-breaks-even = { $text }; it breaks even at { $level }
sweep-how = { $key } over { $number } levels, { $moved }; { $draws }, expected engine.
head-marginal-roi = marginal ROI
map-moved = { $key } is { $moved }.
map-how = { $draws }, expected engine.
head-cells = cells
head-greatest-gain = greatest gain
head-there = there
head-p-best-there = P(best) there
map-there = { $across } and { $down }
map-most = The most on the map is gained by `{ $name }` at { $across } = { $across_level } and { $down } = { $down_level }: { $amount } against `{ $reference }`.
breakeven-tie = `{ $name }` and `{ $other }` tie at { $key } = { $level }{ $interval }.
breakeven-change-places = `{ $name }` and `{ $other }` change places at { $key } = { $level }{ $interval }: it takes whole numbers only.
breakeven-same = There is no break-even: `{ $name }` and `{ $other }` give the same result wherever { $key } lies between { $low } and { $high }.
breakeven-none = There is no break-even: wherever { $key } lies between { $low } and { $high }, `{ $name }` is ahead on average.
breakeven-flat = There is no break-even: { $key } does not move the difference; `{ $name }` is ahead by { $amount } on average at every level.
breakeven-moves-both = it moves in both strategies
breakeven-moves-one = it moves in `{ $name }` alone
breakeven-today = { $text }; the study has { $level }
breakeven-key = { $key }: { $moves }; { $number ->
    [one] { $number } draw
   *[other] { $number } draws
}.
breakeven-roots = The two tie more than once: at { $levels }.
breakeven-order = At { $level } an [[order]] of the study does not hold in { $share } of draws: in those draws, the study itself would not give that value.
breakeven-difference = `{ $name }` minus `{ $other }`, { $currency }
optimize-free = No recommendation: { $keys } { $number ->
    [one] has
   *[other] have
} no price here and can move to the ends of the range.
optimize-spend = Of { $budget } a year, `{ $name }` { $free ->
    [yes] is highest, in the model, with
   *[no] does best to spend
} { $spent }: { $parts }. That is worth { $worth }{ $judged } against `{ $reference }` (90 % interval { $low } to { $high }){ $gain }.
optimize-tail = {" "}(in the worst tenth of draws for this gain: { $amount })
optimize-cvar = {" "}(NPV in the worst 5 % of draws: { $amount })
optimize-return = , a return of { $roi }
optimize-rest = Spending more would not pay: the rest of the budget is not spent.
optimize-how = The same { $draws } for every split, expected engine.
head-level = level
head-costs = costs a year
optimize-no-price = no price
optimize-paid-by-case = paid per case
head-budget = budget
head-spent = spent
optimize-others = Other budgets
optimize-axis = budget per year, optimally split
files-asked = In { $folder }: charts, tables, result.json

## why
why-same = `{ $name }` and `{ $other }` give the same result: no difference between them has an effect.
why-worth = `{ $name }` is worth { $amount } { $more ->
    [less] less
   *[more] more
} than `{ $other }`
why-most = { $text }, mainly through { $levers } ({ $by_levers }) and by way of { $channel } ({ $by_channel })
why-how = Means over { $draws }, expected engine; the parts sum to the difference.
channel-name = { $channel ->
    [failures] frequency of failures
    [outcomes] outcomes of failures
    [word_of_mouth] word of mouth
    [replacement] customers acquired as replacements
    [customer_value] value of a customer
   *[programme] programme cost
}
why-levers = By what the strategies do differently ({ $sampled ->
    [yes] Shapley values from sampled orders
   *[no] Shapley values, exact
})
head-channel = channel
head-through-customers = through existing customers
head-acquisition-saved = acquisition cost saved
why-channels = By channel (Shapley values, exact)
why-no-turn = Within { $distance } standard deviations, no joint change of the uncertain inputs was found that puts another strategy ahead of `{ $name }`.
why-turned = `{ $name }` is the best on average, but at the medians of the inputs `{ $rival }` is ahead: it takes { $distance } standard deviations to change that.
why-turn = What would change the decision: the nearest joint change of the inputs found that puts `{ $rival }` ahead of `{ $name }` is { $distance } standard deviations away (probability beyond this point, to first order: { $chance }).
head-median = median
head-at-turn = at the turning point
head-deviations = standard deviations
head-share-of-change = share of the change
why-order = At this point an [[order]] of the study does not hold: with it, the turning point is farther away.
why-at-point-values = The inputs are at their point values: take more than one draw to see what would change the decision.
why-nothing-uncertain = No input is uncertain here, so there is no search for what would change the decision.

## story
story-head = Customer { $customer } ({ $segment }), { $horizon } under { $number ->
    [one] one strategy
   *[other] { $number } strategies
}, with common random numbers
story-leaves = leaves in { $when }, worth { $worth }
story-stays = stays, worth { $worth }
story-signs = o buys  · does not buy  ! failure  x leaves
story-nobody = No customer's life differs between the strategies in this simulation; try another --seed.
story-period = { $period ->
    [week] Week { $number }
    [quarter] Quarter { $number }
    [year] Year { $number }
   *[month] Month { $number }
}
story-who = { $who }: { $what }
story-everyone = every strategy
story-some-failure = a failure
story-failed = { $failure }. { $route ->
    [voiced] They complain
    [solicited] They complain when asked
    [detected] The firm notices by itself
   *[silent] They say nothing
}{ $outcome ->
    [unresolved] ; the case is not resolved
    [resolved] ; the case is resolved late
    [quick] ; the case is resolved quickly
   *[silent] {""}
}. They tell { $told ->
    [0] nobody
    [one] one person
   *[other] { $told } people
}. Their chance of staying through the { $period ->
    [week] week
    [quarter] quarter
    [year] year
   *[month] month
}: { $stay } instead of { $without }.
story-forgot = They have forgotten the failure.
story-left = They leave.
story-returned = They come back.

## check, new, presets, explain, verify
check-good = { $study }: valid ({ $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
})
check-estimate = it takes about { $memory } of memory, to simulate { $periods } periods of { $of ->
    [customers] single customers
   *[strategies] strategies
}
new-wrote = wrote { $file }; edit it, then run `recoup run { $file }`
head-what-it-is = description
presets-how = Take one with `extends = "preset:NAME"`, or start with `recoup new FILE --from NAME`.
    Print one, with its sources: `recoup presets NAME`.
explain-fact = { $fact ->
    [meaning] meaning
    [unit] unit
    [default] default
    [allowed] allowed
    [range] published range
    [plausible] plausible range, not published
    [source] source
    [status] status
    [uncertain] may be uncertain
   *[note] note
}
head-key = key
head-default = default
head-check = check
head-what = quantity
head-found = found
head-allowed = allowed
verify-verdict = { $holds ->
    [yes] holds
   *[no] FAIL
}
verify-all = all { $number } checks hold
verify-drift = { $failed } of { $number } checks failed
