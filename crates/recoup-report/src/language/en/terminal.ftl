# Answers of commands. Names of strategies, keys and scenarios are in backticks, as written.

## Progress
progress-stage = { $stage ->
    [simulating] simulating
    [analysing] analysing
    [writing] writing
   *[evaluating] evaluating
}

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
