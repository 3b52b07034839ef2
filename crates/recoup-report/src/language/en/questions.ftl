# Answers of commands. Names of strategies, keys and scenarios are in backticks, as written.

## Progress
progress-stage = { $stage ->
    [reading] reading the files
    [simulating] simulating
    [analysing] analysing
    [writing] writing
   *[evaluating] evaluating
}

## Tables
terminal-left-out = Not shown, for width: { $columns }. `--details` shows them.

## sensitivity
sensitivity-head = { $title }, scenario `{ $scenario }`
sensitivity-of-npv = the NPV of `{ $name }`
sensitivity-of-difference = the NPV difference between `{ $name }` and `{ $reference }`
sensitivity-most = `{ $input }` matters most: { $share } of the variance of { $what } is explained by it, interactions included.
sensitivity-nothing-moves = No uncertain input affects { $what }.
sensitivity-most-effect = `{ $input }` matters most for { $what }.
sensitivity-no-flip = No single input, between its 5 % and 95 % quantiles, makes another strategy better than `{ $best }`.
sensitivity-flips = { $number ->
    [one] One input alone
   *[other] { $number } inputs alone
} can make another strategy better than `{ $best }`; `{ $input }` does so { $side ->
    [below] below
   *[above] above
} { $level }: then `{ $name }` is better.
head-at = at { $share }
head-flips = best strategy changes
sensitivity-flip = to `{ $name }` at { $level }
sensitivity-more = { $number ->
    [one] { $number } input
   *[other] { $number } inputs
} with a smaller effect not shown.
sensitivity-tornado = One input at a time, with the others at their point values: { $what } ({ $amount } with all inputs at their point values)
sensitivity-index = { $value } ({ $low } to { $high })
sensitivity-no-index = not distinguishable from 0 (up to { $high })
head-alone = alone
head-with-others = alone and with others
sensitivity-sobol = Shares of the variance of { $what } (sd { $sd }): Sobol indices with 90 % intervals
sensitivity-rows = { $rows } rows, { $evaluations } evaluations of each strategy.
sensitivity-npv-itself = Inputs that matter most for the NPV itself
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
moved-everywhere = changed in every strategy
moved-in = changed in { $names }
sweep-free = No recommendation: { $key } has no price here, so the results below show the consequences of changing it at no cost.
sweep-flat = { $key } has no effect in `{ $name }`: { $amount } compared with `{ $reference }` at every level.
sweep-peak = `{ $name }` { $free ->
    [yes] turns down
   *[no] is over-invested
} beyond { $key } = { $level }{ $interval }: its maximum is { $amount } compared with `{ $reference }`
sweep-end = `{ $name }` is { $free ->
    [yes] highest
   *[no] best
} at an end of the range, { $key } = { $level }: { $amount } compared with `{ $reference }`
sweep-breaks-even = { $text }; it breaks even at { $level }
sweep-how = { $key } over { $number } levels, { $moved }; { $draws }, expected engine.
head-marginal-roi = marginal ROI
map-moved = { $key } is { $moved }.
map-how = { $draws }, expected engine.
head-cells = cells
head-greatest-gain = greatest gain
head-there = gained there
head-p-best-there = P(best) there
map-there = { $across } and { $down }
map-most = `{ $name }` has the greatest gain on the map, at { $across } = { $across_level } and { $down } = { $down_level }: { $amount } compared with `{ $reference }`.
breakeven-tie = `{ $name }` and `{ $other }` tie at { $key } = { $level }{ $interval }.
breakeven-change-places = `{ $name }` and `{ $other }` change places at { $key } = { $level }{ $interval }: the key takes whole numbers only.
breakeven-same = There is no break-even: `{ $name }` and `{ $other }` give the same result for every { $key } between { $low } and { $high }.
breakeven-none = There is no break-even: for every { $key } between { $low } and { $high }, `{ $name }` is ahead on average.
breakeven-flat = There is no break-even: { $key } does not affect the difference; `{ $name }` is ahead by { $amount } on average at every level.
breakeven-moves-both = it changes in both strategies
breakeven-moves-one = it changes in `{ $name }` only
breakeven-today = { $text }; the study has { $level }
breakeven-key = { $key }: { $moves }; { $number ->
    [one] { $number } draw
   *[other] { $number } draws
}.
breakeven-roots = The two tie more than once: at { $levels }.
breakeven-order = At { $level }, an [[order]] of the study is violated in { $share } of draws: the study itself would not draw this value there.
breakeven-difference = `{ $name }` minus `{ $other }`, { $currency }
optimize-free = No recommendation: { $keys } { $number ->
    [one] has
   *[other] have
} no price here and can reach the ends of the range.
optimize-spend = With a budget of { $budget } per year, `{ $name }` { $free ->
    [yes] has its highest result in the model by spending
   *[no] does best by spending
} { $spent }: { $parts }. This is worth { $worth }{ $judged } compared with `{ $reference }` (90 % interval { $low } to { $high }){ $gain }.
optimize-tail = {" "}(in the worst tenth of draws for this gain: { $amount })
optimize-cvar = {" "}(NPV in the worst 5 % of draws: { $amount })
optimize-return = , a return of { $roi }
optimize-rest = Spending more would not pay: the rest of the budget is not spent.
optimize-at-end = { $keys } { $number ->
    [one] is
   *[other] are
} at the end of the range given: the best level may lie beyond it.
optimize-how = The same { $draws } for every split, expected engine.
head-level = level
head-costs = cost per year
optimize-no-price = no price
optimize-paid-by-case = paid per case
head-budget = budget
head-spent = spent
optimize-others = Other budgets
optimize-axis = budget per year, optimally split
files-asked = In { $folder }: charts, tables, result.json

## why
why-same = `{ $name }` and `{ $other }` give the same result: the differences between them have no effect.
why-worth = `{ $name }` is worth { $amount } { $more ->
    [less] less
   *[more] more
} than `{ $other }`
why-most = { $text }, mainly because of { $levers } ({ $by_levers }) and through { $channel } ({ $by_channel })
why-how = Means over { $draws }, expected engine; the parts sum to the difference.
channel-name = { $channel ->
    [failures] frequency of failures
    [outcomes] outcomes of failures
    [word_of_mouth] word of mouth
    [replacement] customers acquired as replacements
    [customer_value] value of a customer
   *[programme] programme cost
}
why-levers = By lever ({ $sampled ->
    [yes] Shapley values from sampled orders
   *[no] Shapley values, exact
})
head-channel = channel
head-through-customers = through existing customers
head-acquisition-saved = acquisition cost saved
why-channels = By channel (Shapley values, exact)
why-no-turn = No joint change of the uncertain inputs within { $distance } standard deviations was found that puts another strategy ahead of `{ $name }`.
why-turned = `{ $name }` is the best on average, but at the medians of the inputs `{ $rival }` is ahead: it takes { $distance } standard deviations to change that.
why-turn = What would change the decision: the nearest joint change of the inputs found that puts `{ $rival }` ahead of `{ $name }` is { $distance } standard deviations away (probability beyond this point, to first order: { $chance }).
head-median = median
head-at-turn = at the turning point
head-deviations = standard deviations
head-share-of-change = share of the change
why-order = At this point, an [[order]] of the study is violated; within the order, the turning point is farther away.
why-at-point-values = The inputs are at their point values: use more than one draw to see what would change the decision.
why-nothing-uncertain = No input is uncertain here, so there is no search for what would change the decision.

## story
story-head = Customer { $customer } ({ $segment }), { $horizon } under { $number ->
    [one] one strategy
   *[other] { $number } strategies
}, with common random numbers
story-leaves = leaves in { $when }, worth { $worth }
story-stays = stays, worth { $worth }
story-signs = o buys  · does not buy  ! failure  x leaves
story-nobody = No customer has a different history under the strategies in this simulation; try another --seed.
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
    [detected] The firm detects the failure
   *[silent] They do not complain
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
story-forgot = They forget the failure.
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
lab-wrote = wrote { $file } ({ $size }); open it in a browser: it works offline and sends nothing
head-what-it-is = description
presets-how = A study takes a preset with `extends = "preset:NAME"`. `recoup new FILE --from NAME` starts a study from one.
    `recoup presets NAME` prints one with its sources.
explain-fact = { $fact ->
    [meaning] meaning
    [unit] unit
    [default] default
    [allowed] allowed
    [range] published range
    [plausible] plausible range, not published
    [source] source
    [status] status
    [uncertain] can be uncertain
   *[note] note
}
head-key = key
head-default = default
head-check = check
head-what = quantity
head-found = found
head-allowed = allowed
verify-verdict = { $holds ->
    [yes] pass
   *[no] FAIL
}
verify-all = all { $number } checks pass
verify-drift = { $failed } of { $number } checks failed
left-behind = earlier results were replaced; files of them that could not be removed, or that Recoup did not write, are in { $folders }
left-behind-help = look at these files, then remove them

## synth
synth-holds = Under `{ $strategy }` from { $start } to before { $end }: { $customers ->
    [one] { $customers } customer
   *[other] { $customers } customers
}, { $purchases ->
    [one] { $purchases } purchase
   *[other] { $purchases } purchases
}, { $failures ->
    [one] { $failures } failure
   *[other] { $failures } failures
}, { $complaints ->
    [one] { $complaints } complaint
   *[other] { $complaints } complaints
}.
synth-moves = Customers at the start: { $start }; joined: { $joined }; left: { $left }{ $told ->
    [yes] .
   *[no] . The files do not say who left.
}
synth-how = One simulation of single customers, seed { $seed }. The days within periods are drawn.
synth-head = { $column ->
    [kind] kind of failure
    [severity] severity
    [failures] failures
    [noticed] noticed by the firm
    [complaints] complaints
    [closed] closed
   *[resolved] resolved
}
synth-kinds = What failed, and what became of it
synth-files = In { $folder }: customers, purchases, failures, complaints; truth.toml is the study that is true of them
