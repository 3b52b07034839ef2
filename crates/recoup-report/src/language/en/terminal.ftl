# What commands answer. Names of strategies, keys and scenarios stand in backticks as they are written.

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
run-nothing-to-choose = There is nothing to choose: over { $horizon } { $same } and `{ $reference }` come to the same.
run-none-pays-some-same = None of the strategies beats `{ $reference }` over { $horizon }: { $same } and `{ $reference }` come to the same, every other one is worth less.
run-pays = `{ $name }` pays best: { $amount } more than `{ $reference }` over { $horizon } (90 % interval { $low } to { $high })
run-pays-once = `{ $name }` pays best: { $amount } more than `{ $reference }` over { $horizon }, in this one simulation
run-pays-return = { $text }, a return of { $roi } on what it costs.
run-pays-no-return = { $text }; it costs less than the reference, so it has no return on investment.
run-pays-not-alone = It is not alone: { $same } and `{ $name }` come to the same.
run-sure = Given what is uncertain about the inputs, { $who ->
    [alone] `{ $name }` is the best strategy
   *[equal] no other strategy is better
} in { $share } of draws
run-sure-market = { $text }; in a single market `{ $name }` beats `{ $reference }` { $share } of the time with common random numbers{ $known ->
    [yes] , and { $independent } of the time where each meets its own chance events
   *[no] {""}
}
run-luck = { $inputs ->
    [means] The inputs stand at their means
   *[certain] No input is uncertain
}; chance among customers alone leaves a standard error of { $error } on its mean difference, and in a single market `{ $name }` beats `{ $reference }` { $share } of the time with common random numbers{ $known ->
    [yes] , and { $independent } of the time where each meets its own chance events
   *[no] {""}
}.
run-one-history = One simulation says what can happen, not what to expect: take more draws for intervals and probabilities.
run-elsewhere-same = That is scenario `{ $scenario }`; `{ $name }` is the best in the others too.
run-elsewhere = That is scenario `{ $scenario }`; { $others }.
run-elsewhere-one = in `{ $scenario }` `{ $name }` is the best
run-weighted = By the weights of the scenarios `{ $name }` is the best: { $amount } more than `{ $reference }`.
run-weighted-none = By the weights of the scenarios nothing beats `{ $reference }`.
run-published = Published returns of service recovery run from { $low } to { $high }; { $roi } lies outside: { $reason }.
run-scenario = Scenario `{ $scenario }`
run-money = Money is net present value in { $currency } against `{ $reference }`; ranges are 90 % intervals over { $over ->
    [inputs-and-luck] draws of inputs and chance among customers
    [inputs] draws of inputs
    [luck] chance among customers at the point values
   *[nothing] nothing: the point values
}.
corrected-by = P(best), expected losses and the worth of information come from the expected engine, corrected by what it misses in { $number ->
    [one] { $number } simulation
   *[other] { $number } simulations
}.
run-timing = `{ $name }` { $timing }.
run-settled = { $settled ->
    [yes] Settled with { $draws } draws
   *[no] Not settled with { $draws } draws, the most that are tried
}: the chance that another strategy is better on average is at most { $chance }, the expected loss of stopping at most { $loss }{ $scenarios ->
    [many] , in the least sure scenario
   *[one] {""}
} (the limit is { $limit ->
    [chance] a chance of { $most } over all { $looks } looks that such a run may take
   *[loss] an expected loss of { $most }
}).

## run: tables
head-strategy = strategy
head-npv = NPV
head-difference = difference
head-interval = 90 % interval
head-roi = ROI
head-payback = payback ({ $period })
head-p-best = P(best)
head-kept = customers kept
range = { $low } to { $high }
run-reference = reference
run-never = never
run-costs-less = costs less
run-no-cost = no cost
run-shared-luck-of = { $factor } times for `{ $name }`
run-shared-luck = Strategies meet the same chance events (common random numbers), which makes the standard error of the difference to `{ $reference }` smaller: { $factors } (variance-reduction factors of all pairs are in result.json).
head-difference-of = difference of
head-inputs = uncertain inputs
head-luck = chance among customers
head-error-of-mean = Monte Carlo error of the mean
head-time-step = error of the time step
run-spread = How sure the differences are, with common random numbers, in { $currency }: standard deviations by source with shares of the variance of one market, and what periods of half the length would add
run-time-step = What periods of half the length would add to the differences, in { $currency }
run-all-variants = All variants are in the report and in result.json.
run-selection = { $known ->
    [yes] With so many draws the chance that another strategy than `{ $name }` is better on average is at most { $chance }.
   *[no] With fewer than { $least } independent simulations nothing is said of the chance that another strategy than `{ $name }` is better on average.
}
run-by-histories = By simulations alone, chance taken out, `{ $name }` is best in { $share } of draws and perfect information is worth { $worth }; with chance taken for knowledge it would seem worth { $seeming }.
run-evpi = To know all inputs before choosing would be worth { $worth } (EVPI, standard error { $error })
run-evpi-most = { $text }; most of any, `{ $input }` alone { $worth } (standard error { $error })
run-evpi-poor = { $text }; which input is worth most is not known: the estimate for { $inputs } does not catch how it acts
run-dominated = `{ $name }` (another brings at least as much for no more money)
run-dominated-by-mix = `{ $name }` (a mix of others does better)
run-no-budget = No budget should buy { $names }.
run-more = More: { $commands }.
head-regret = greatest regret
in-scenario = in `{ $scenario }`
run-regret = Regret: what is lost by the strategy where another would have been better
run-least-regret = `{ $name }` has the least greatest regret.
head-lost = customers lost
head-loss-cause = { $cause ->
    [natural] natural
    [silent] silent
    [unresolved] unresolved
    [resolved] resolved
    [quick] quick
   *[word-of-mouth] word of mouth
}
head-damage = market damage
run-damage = { $customers } ({ $margin } a year)
run-losses = Where customers are lost: in excess of what would have left anyway, and the yearly margin that goes with them
head-against-reference = against the reference
account-name = { $account ->
    [margin] margin of active customers
    [retention] retention cost
    [acquisition] acquisition cost
    [contacts] contacts
    [compensation] compensation
    [agents] agents
    [fixed] fixed
    [training] training
    [prevention] prevention
    [soliciting] soliciting
    [detection] detection
    [responses] responses
    [setup] setup
    [refunds] refunds
    [forewarning] forewarning
    [terminal_contribution] terminal contribution
   *[terminal_programme] terminal programme
}
npv-difference = NPV difference
run-accounts = Where the money comes from, in { $currency } (plus: better than the reference)
run-word-of-mouth = Word of mouth costs { $prospects } prospects per unhappy customer as the study is written; published figures run from { $low } to { $high }.
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
decide-choose-equal = Choose { $names }, which come to the same: their expected NPV is the highest
decide-nothing-to-choose = There is nothing to choose: { $names } come to the same
decide-above = { $text }, { $amount } above that of `{ $second }`, and { $who ->
    [alone] it is the best
   *[equal] no other is better
} in { $share } of draws of what is uncertain
decide-cost-of-choosing = Choosing it now costs { $amount } in expectation against knowing everything first: no study of the inputs is worth more.
decide-cautious = Whoever fears the worst case more than they value the mean takes `{ $name }`: its greatest regret over the draws is least.
head-quantile = { $share }
head-expected-loss = expected loss
head-worst = worst { $share }
decide-strategies = The strategies over { $number ->
    [one] { $number } draw
   *[other] { $number } draws
} of what is uncertain, in { $currency }: mean NPV, its quantiles, and its mean in the worst 5 %
decide-no-variants = No model variant changes anything here.
head-scenario-regret = regret
head-greatest = greatest
head-weighted = weighted difference
decide-regret = Not knowing which scenario holds: mean NPV lost against the best strategy there
decide-least-regret = `{ $name }` has the least greatest regret over the scenarios.
decide-weighted = With the scenarios' weights `{ $name }` is best: weighted difference = mean NPV less that of `{ $reference }`, by the weights.
head-first = first
head-second = second
head-first-less-second = first less second
head-p-first = P(first better)
decide-pairs = Pair by pair, draw by draw, in { $currency }: every strategy with the reference, and the best with every other
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
decide-same-as = the same as `{ $name }`
decide-dominated = dominated by `{ $name }`
decide-dominated-by-mix = extendedly dominated by a mixture of `{ $first }` and `{ $second }`
decide-frontier = Efficiency: what a strategy costs against what it brings, means in { $currency }; a step is worth its money while its incremental ROI is above 0
decide-acceptability = Where another choice would be right, on average
decide-acceptability-over = { $over ->
    [customer_value] if a customer kept were worth so much, and nothing else counted
    [horizon] if only cash up to that time counted
   *[budget] if the programme might cost at most so much more than the reference's
}
decide-acceptability-part = `{ $name }` from { $from } (best in { $share })
decide-acceptability-line = { $what }: { $parts }
decide-information = What it is worth to know more before choosing, in { $currency }
decide-everything = Knowing everything: { $worth } (standard error { $error }).
decide-few-draws = What single inputs are worth takes { $number } draws or more.
head-input = input
head-group = group
head-worth-knowing = worth knowing
head-standard-error = standard error
head-explains = explains
head-fit = fit
decide-more-inputs = { $number ->
    [one] { $number } more is worth no more than the last.
   *[other] { $number } more are worth no more than the last.
}
decide-explains = explains = share of the variance of the difference between the best two that the regression finds.
not-distinguishable = not distinguishable from 0 (about { $value })
decide-fit = { $fit ->
    [good] good
   *[poor] misses the shape
}
decide-survey = Asking { $customers } customers about `{ $key }` { $effect ->
    [none] changes no decision in these draws, whatever they answer (worth 0, standard error { $error })
    [unclear] is worth { $worth } (standard error { $error }), which is not distinguishable from 0
   *[some] is worth { $worth } (standard error { $error }): it pays if it costs less
}; the share is then known to within { $after } instead of { $before } (standard deviations).
decide-survey-cost = Asking { $customers } customers about `{ $key }` { $effect ->
    [none] changes no decision in these draws, whatever they answer (worth 0, standard error { $error }),
    [unclear] is worth { $worth } (standard error { $error }), which is not distinguishable from 0,
   *[some] is worth { $worth } (standard error { $error })
} and costs { $cost }: { $pays ->
    [yes] it pays
    [unclear] whether it pays these draws do not say
   *[no] it does not pay
}, { $net } net; the share is then known to within { $after } instead of { $before } (standard deviations).
files-tables-and-charts = Tables and charts are in { $folder }

## sensitivity
sensitivity-head = { $title }, scenario `{ $scenario }`
sensitivity-of-npv = the NPV of `{ $name }`
sensitivity-of-difference = the NPV difference between `{ $name }` and `{ $reference }`
sensitivity-most = `{ $input }` matters most: { $share } of the variance of { $what } hangs on it, alone or together with others.
sensitivity-nothing-moves = Nothing that is uncertain moves { $what }.
sensitivity-most-effect = `{ $input }` matters most to { $what }.
sensitivity-no-flip = No input alone, between its 5 % and 95 % quantiles, makes another strategy better than `{ $best }`.
sensitivity-flips = { $number ->
    [one] One input alone
   *[other] { $number } inputs alone
} can take the lead from `{ $best }`; `{ $input }` does so { $side ->
    [below] below
   *[above] above
} { $level }: then `{ $name }` is better.
head-from-to = { $low } to { $high }
head-at = at { $share }
head-flips = the best flips
sensitivity-flip = to `{ $name }` at { $level }
sensitivity-more = { $number ->
    [one] { $number } input
   *[other] { $number } inputs
} more move it less.
sensitivity-tornado = One input at a time, the others at their point values: { $what } ({ $amount } with all of them there)
sensitivity-index = { $value } ({ $low } to { $high })
sensitivity-no-index = not distinguishable from 0 (up to { $high })
sensitivity-index-small = below { $value }
head-alone = alone
head-with-others = alone and with others
sensitivity-sobol = Shares of the variance of { $what } (sd { $sd }): Sobol indices with 90 % intervals
sensitivity-rows = { $rows } rows, { $evaluations } evaluations of each strategy.
sensitivity-npv-itself = What matters most to the NPV itself
head-mu = mu* (90 % interval)
sensitivity-morris = Elementary effects on { $what } in { $currency } over the whole range of an input (Morris){ $many ->
    [yes] {" "}for so many inputs
   *[no] {""}
}
sensitivity-paths = { $rows } paths, { $evaluations } evaluations of each strategy. sigma beside mu*: the effect depends on other inputs, or bends.
files-tornado = Tables and the tornado are in { $folder }

## sweep, breakeven, optimize
spread = 90 % of draws { $low } to { $high }, which { $share } of draws have
draws = { $number ->
    [one] { $number } draw
   *[other] { $number } draws
} of the inputs
moved-everywhere = moved in every strategy
moved-in = moved in { $names }
sweep-free = No recommendation: { $key } has no price here, so what follows shows consequences of moving it for nothing.
sweep-flat = { $key } moves nothing in `{ $name }`: { $amount } against `{ $reference }` at every level.
sweep-peak = `{ $name }` { $free ->
    [yes] turns down
   *[no] is over-invested
} beyond { $key } = { $level }{ $interval }: its best is { $amount } against `{ $reference }`
sweep-end = `{ $name }` is { $free ->
    [yes] highest
   *[no] best
} at an end of the range, { $key } = { $level }: { $amount } against `{ $reference }`
sweep-breaks-even = { $text }; it breaks even at { $level }
sweep-how = { $key } over { $number } levels, { $moved }; { $draws }, expected engine.
head-marginal-roi = marginal ROI
map-moved = { $key } is { $moved }.
map-how = { $draws }, expected engine.
head-best-strategy = best strategy
head-cells = cells
head-greatest-gain = greatest gain
head-there = there
head-p-best-there = P(best) there
map-there = { $across } and { $down }
map-nowhere = Nowhere on the map does a strategy beat `{ $reference }`.
map-most = The most on the map is gained by `{ $name }` at { $across } = { $across_level } and { $down } = { $down_level }: { $amount } against `{ $reference }`.
breakeven-tie = `{ $name }` and `{ $other }` tie at { $key } = { $level }{ $interval }.
breakeven-change-places = `{ $name }` and `{ $other }` change places at { $key } = { $level }{ $interval }: it moves in whole steps.
breakeven-same = There is no break-even: `{ $name }` and `{ $other }` come to the same wherever { $key } lies between { $low } and { $high }.
breakeven-none = There is no break-even: wherever { $key } lies between { $low } and { $high }, `{ $name }` is ahead on the mean.
breakeven-flat = There is no break-even: { $key } does not move the difference; `{ $name }` is ahead by { $amount } on the mean wherever it lies.
breakeven-moves-both = it moves in both strategies
breakeven-moves-one = it moves in `{ $name }` alone
breakeven-today = { $text }; the study has { $level }
breakeven-key = { $key }: { $moves }; { $number ->
    [one] { $number } draw
   *[other] { $number } draws
}.
breakeven-roots = The two tie more than once: at { $levels }.
breakeven-order = At { $level } an [[order]] of the study does not hold in { $share } of draws: in those the study itself would not draw that value beside the others.
breakeven-difference = `{ $name }` less `{ $other }`, { $currency }
optimize-free = No recommendation: { $keys } { $number ->
    [one] has
   *[other] have
} no price here and can move as far as the range goes.
optimize-spend = Of { $budget } a year, `{ $name }` { $free ->
    [yes] is highest, in the model, with
   *[no] does best to spend
} { $spent }: { $parts }. That is worth { $worth }{ $judged } against `{ $reference }` (90 % interval { $low } to { $high }){ $gain }.
optimize-tail = {" "}(in the worst tenth of draws of that gain: { $amount })
optimize-cvar = {" "}(NPV in the worst 5 % of draws: { $amount })
optimize-return = , a return of { $roi }
optimize-rest = More would not pay: the rest of the budget stays unspent.
optimize-how = The same { $draws } for every split, expected engine.
head-lever = lever
head-level = level
head-costs = costs a year
optimize-no-price = no price
optimize-paid-by-case = paid by case
head-budget = budget
head-spent = spent
optimize-others = Other budgets
optimize-axis = budget per year, split at its best
files-asked = In { $folder }: charts, tables, result.json

## why
why-same = `{ $name }` and `{ $other }` come to the same: nothing that differs between them acts.
why-worth = `{ $name }` is worth { $amount } { $more ->
    [less] less
   *[more] more
} than `{ $other }`
why-most = { $text }, above all by { $levers } ({ $by_levers }) and through { $channel } ({ $by_channel })
why-how = Means over { $draws }, expected engine; the parts sum to the difference.
channel-name = { $channel ->
    [failures] how often failures happen
    [outcomes] what follows a failure
    [word_of_mouth] word of mouth
    [replacement] customers bought as replacements
    [customer_value] value of a customer
   *[programme] programme cost
}
head-npv-in = NPV, { $currency }
why-levers = By what the strategies do differently ({ $sampled ->
    [yes] Shapley values from sampled orders
   *[no] Shapley values, exact
})
head-channel = channel
head-through-customers = through customers who are there
head-acquisition-saved = acquisition cost saved
why-channels = By how it works (Shapley values, exact)
why-no-turn = No joint change of the uncertain inputs within { $distance } standard deviations was found that puts another strategy before `{ $name }`.
why-turned = `{ $name }` is best on the mean, but at the medians of the inputs `{ $rival }` is ahead: it takes { $distance } standard deviations to turn that.
why-turn = What would turn it: the nearest joint change of the inputs found that puts `{ $rival }` before `{ $name }` is { $distance } standard deviations away (chance of being beyond, to first order: { $chance }).
head-median = median
head-at-turn = at the turn
head-deviations = standard deviations
head-share-of-change = share of the change
why-order = There an [[order]] of the study does not hold: with it, the turn is farther away.
why-at-point-values = The inputs stand at their point values: take more than one draw to see what would turn it.
why-nothing-uncertain = No input is uncertain here, so none is looked at for what would turn it.

## story
story-head = Customer { $customer } ({ $segment }), { $horizon } under { $number ->
    [one] one strategy
   *[other] { $number } strategies
}, with the same luck
story-leaves = leaves in { $when }, worth { $worth }
story-stays = stays, worth { $worth }
story-signs = o buys  · does not  ! failure  x leaves
story-nobody = No customer's life differs between the strategies in this history; try another --seed.
story-charts = Charts in { $folder }
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
    [solicited] They are asked, and speak
    [detected] The firm notices by itself
   *[silent] They say nothing
}{ $outcome ->
    [unresolved] ; nobody helps
    [resolved] ; they are helped, late
    [quick] ; they are helped at once
   *[silent] {""}
}. They tell { $told ->
    [0] nobody
    [one] one person
   *[other] { $told } people
}. Their chance to stay through the { $period ->
    [week] week
    [quarter] quarter
    [year] year
   *[month] month
}: { $stay } instead of { $without }.
story-forgot = They have forgotten the failure.
story-left = They leave.
story-returned = They come back.

## check, new, presets, explain, verify
check-good = { $study }: good ({ $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
})
new-wrote = wrote { $file }; edit it, then `recoup run { $file }`
head-preset = preset
head-what-it-is = what it is
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
head-status = status
head-meaning = meaning
head-check = check
head-what = what
head-expected = expected
head-found = found
head-allowed = allowed
head-verdict = verdict
verify-verdict = { $holds ->
    [yes] holds
   *[no] DRIFT
}
verify-all = all { $number } checks hold
verify-drift = { $failed } of { $number } checks show drift
