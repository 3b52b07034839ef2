# The answer of a run: terminal and page. Names of strategies, keys and scenarios are in backticks, which the page turns into quotation marks.

## The answer

run-how = { $periods } · { $engine ->
    [expected] expected engine, { $number ->
        [1] at the point values
       *[other] { $number } parameter draws
    }
    [agents] agents engine, { $number ->
        [one] { $number } simulation
       *[other] { $number } simulations
    }
   *[cohort] cohort engine, { $number ->
        [one] { $number } simulation
       *[other] { $number } simulations
    }
} · seed { $seed } · recoup { $version }
run-preview = Before the simulations, by the expected engine in { $one ->
    [yes] one draw
   *[no] { $draws } draws
}: { $text }
run-alone = `{ $name }` is worth { $amount } over { $horizon } (90 % interval { $low } to { $high }). There is no second strategy to compare it with.
run-none-pays = No strategy beats `{ $reference }`: none is worth more over { $horizon }.
run-nothing-to-choose = There is nothing to choose: { $names } give the same result.
run-none-pays-some-same = No strategy beats `{ $reference }` over { $horizon }: { $same } and `{ $reference }` give the same result, and every other strategy is worth less.
run-pays = `{ $name }` pays best: { $amount } more than `{ $reference }` over { $horizon } (90 % interval { $low } to { $high })
run-pays-once = `{ $name }` pays best: { $amount } more than `{ $reference }` over { $horizon }, in this one simulation
run-pays-return = { $text }, a return of { $roi } on what it costs.
run-pays-no-return = { $text }; it costs less than the reference, so it has no return on investment.
run-pays-not-alone = { $same } and `{ $name }` give the same result.
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
run-one-history = One simulation shows what can happen, not what to expect: use more draws for intervals and probabilities.
run-published = Published returns of service recovery range from { $low } to { $high }; { $roi } is outside: { $reason }.
run-elsewhere-same = This is scenario `{ $scenario }`; `{ $name }` is also the best in the other scenarios.
run-elsewhere = This is scenario `{ $scenario }`; { $others }.
run-elsewhere-one = in `{ $scenario }` `{ $name }` is the best
run-weighted = Weighted over the scenarios, `{ $name }` is the best: { $amount } more than `{ $reference }`.
run-weighted-none = Weighted over the scenarios, no strategy beats `{ $reference }`.
run-settled = { $settled ->
    [yes] Settled with { $draws } draws
   *[no] Not settled with { $draws } draws, the maximum
}: the chance that another strategy is better on average is at most { $chance }, the expected loss of stopping at most { $loss }{ $scenarios ->
    [many] , in the least certain scenario
   *[one] {""}
} (the limit is { $limit ->
    [chance] a chance of { $most } over all { $looks } checks of such a run
   *[loss] an expected loss of { $most }
}).

## The four figures

run-card-npv = NPV difference to { $reference }
run-card-npv-alone = Net present value
run-card-npv-note-alone = 90 % interval { $interval }
run-card-roi-note = 90 % interval { $interval }, over the { $share } of simulations with an additional cost
run-card-roi-none = there is no additional cost, so there is no return
run-card-payback-beyond = after { $last }
run-card-payback-note = for the mean; for the upper edge of the 90 % band { $early }, for the lower { $late }
run-card-risk = Risk of a loss
run-card-risk-note = chance of ending behind { $reference } in one market with common random numbers{ $known ->
    [yes] {" "}({ $independent } where each has its own chance events)
   *[no] {""}
}; { $worst } on average in the worst 5 %
run-card-risk-note-sure = { $text }; best strategy in { $sure } of draws of the inputs

## The strategies

run-strategies = Comparison of the strategies
run-scenario = Scenario `{ $scenario }`
run-intervals = Differences are to `{ $reference }`, { $over ->
    [inputs-and-chance] simulation by simulation; 90 % intervals cover the uncertain inputs and chance among customers
    [inputs] draw by draw; 90 % intervals cover the uncertain inputs
    [chance] simulation by simulation; 90 % intervals cover chance among customers, with the inputs at their point values
   *[nothing] with all inputs at their point values: there are no intervals, which does not mean that nothing is uncertain
}.
run-beyond-horizon = The NPV includes value beyond the horizon; payback and the cumulative difference do not.
run-common-chance = All strategies meet the same chance events (common random numbers), as one firm would with either of them. Two firms, each with its own chance events, would differ more.
corrected-by = P(best), expected losses and the value of information come from the expected engine, corrected by its mean gap to { $number ->
    [one] { $number } simulation
   *[other] { $number } simulations
}.
run-changes = What each strategy does
run-changes-caption = { $part ->
    [1] How each strategy differs from the reference; a dot means the same value as the reference
   *[other] How each strategy differs, continued
}
run-key = Key of the study

## Does it pay

run-pays-when = Does it pay, when, and how certain is it?
run-increments = What each costlier strategy brings beyond the next cheaper one:
run-increment = `{ $name }` after `{ $before }`: { $cost } more programme cost brings { $gain } more contribution, { $pays ->
    [yes] a return of { $roi } on the increment.
   *[no] a return of { $roi }: the increment does not pay.
}
run-cumulative = When does it pay back?
run-cumulative-reading = Cumulative discounted difference to the reference. Above the zero line, the strategy has paid back its cost. The band covers 90 % of simulations.
run-distribution = How certain is the difference?
run-distribution-reading = Each curve shows how often a difference occurred. The part left of zero is the risk of a loss.

## Why

run-why = Why: what happens after failures
run-tree = What happens to customers who have a failure under { $name }?
run-tree-reading = Widths are failures over the whole horizon (a customer counts once per failure), from the expected engine: from failure to voice, from voice to outcome, and whether they stay.
run-losses = Where are customers lost?
run-losses-reading = Losses are those in excess of the customers who would have left without a failure. Below zero, more customers stay than without a failure.
run-word-of-mouth = With the inputs of this study, word of mouth costs { $prospects } prospects per unhappy customer; published figures range from { $low } to { $high }.
run-active = How many customers are there?
run-active-reading = Active customers over time under every strategy; the band covers 90 % of simulations.
run-kept = How many customers are kept?
run-kept-reading = Customers kept compared with the reference, on average. Leavers are replaced, so the number of active customers hardly differs between the strategies. The figures at the right are the totals with their 90 % intervals.
run-segments = By segment
run-desk = Service desk
run-desk-question = Is the capacity of the service desk sufficient?
run-desk-reading = Top: load of each period as a share of capacity; at 100 % or more, the queue never empties. Bottom: share of contacts answered in time.

## How much

run-levers = How much to invest?
run-curve-question = How much of { $lever } pays?
run-curve-reading = The curve is the mean difference to the reference as one lever changes; the band covers 90 % of draws. Beyond the peak, the next unit loses money.
run-curve = ROI curve of `{ $name }` over { $key }: { $peak ->
    [inside] the next unit loses money beyond { $level }
   *[none] the difference has no peak inside the range
}
run-curve-break-even = { $text }; break-even at { $level }

## Other models

run-variants = Does the answer hold in other models?
run-variants-question = Which strategy is the best in other models?
run-variants-lead = Each variant changes one assumption of the model, for all strategies alike. The variants are not averaged into a probability. In rows in bold, the best strategy differs from that of the base model.
run-variants-reading = Rows are models, columns are strategies; a coloured cell marks the best strategy of its row.
run-variants-elsewhere = Scenario { $scenario }: { $text }
variants-left-out = Shown are the variants that make another strategy the best; all are in the report and in result.json.

## Other scenarios

run-worlds = Other scenarios
run-world-caption = Scenario { $scenario }: comparison of the strategies, in { $currency }

## The decision

run-decision = What would change the decision?
run-tornado = Which input changes the result most?
run-tornado-reading = One input at a time varies from its 5 % to its 95 % quantile, with the others at their point values. A mark shows where another strategy becomes the best.
run-acceptability-value = Which strategy is the best, by the value of a customer kept?
run-acceptability-horizon = Which strategy is the best, by horizon?
run-acceptability-budget = Which strategy is the best, by budget?
run-acceptability-reading = Probability that each strategy is the best over the uncertain inputs, as one quantity outside the model changes.

## Cautions

run-cautions = Warnings
run-cautions-lead = These warnings result from checks of the study and its result.

## Assumptions

run-assumptions = Assumptions
run-assumptions-lead = One number at a time is changed, with the others at their point values. The last column is the NPV difference of { $name } to the reference at the two ends of the range, from the expected engine. The numbers with the greatest effect come first.
run-uncertain-caption = Uncertain numbers, from their 5 % to their 95 % quantile
run-certain-caption = Numbers without uncertainty in the study, over their published or plausible range, or ± 10 % without one
run-evidence = Evidence
run-value = Value
run-difference-there = NPV difference there
run-default = the program’s default
run-basis = { $basis ->
    [uncertain] as in the study
    [published] range in the literature
    [plausible] plausible range, not published
   *[tenth] ± 10 %
}
run-status = { $status ->
    [verified] verified in a primary source
    [secondary] secondary source
    [recalled] not verified
    [derived] derived by calculation
    [assumption] assumption
   *[input] the study’s own input
}
run-published-range = literature: { $range }
run-plausible = plausible, not published: { $range }
run-placeholder = a placeholder; use your own value
run-of-preset = from { $preset }, which gives the sources
run-range-source = source of the range: { $source }
run-assumptions-rest = { $number ->
    [one] { $number } more certain number moves the difference less; it is in study.toml.
   *[other] { $number } more certain numbers move the difference less; they are in study.toml.
}

## Certainty of the figures

run-errors = How certain are the figures?
run-selection = { $known ->
    [yes] With this many draws, the chance that a strategy other than `{ $name }` is better on average is at most { $chance }, and the expected loss of stopping here is at most { $loss }.
   *[no] With fewer than { $least } independent simulations, the chance that a strategy other than `{ $name }` is better on average cannot be stated.
}
run-by-histories = From simulations alone, with chance removed, `{ $name }` is the best in { $share } of draws and perfect information is worth { $worth }; with chance, it would appear to be worth { $seeming }.
run-shared-luck-of = { $factor } times for `{ $name }`
run-shared-luck = Common random numbers make the standard error of the difference to `{ $reference }` smaller: { $factors } (variance-reduction factors of all pairs are in result.json).
run-controlled = The means of NPV, its parts and differences, ROI and benefit-cost ratio use the expected engine as control variate: { $draws } draws are simulated, and the expected engine computes { $further } further draws. Standard error of the NPV difference, in brackets that of the simulations alone: { $errors }. Quantiles, probabilities, periods and accounts are those of the simulations.
run-controlled-of = { $name } { $with } ({ $without })
run-errors-rest = More draws reduce only the Monte Carlo error, and shorter periods only the error of the time step; the uncertain inputs and chance among customers remain.
run-oracle = Simulation against expectation
run-oracle-lead = The expected engine computes the same model without chance. Every simulation is compared with the expectation at its own draw; z is the gap in standard errors. A z above about 3 is more than noise: it is the effect of whole customers and of capacity limits, which the expected engine averages out. With few customers, the gap can be as large as the difference itself. If it exceeds 5 % of the difference, P(best), expected losses and the value of information are corrected.
run-oracle-individuals = The expected engine has no network and no differences between customers, so the gap also includes their effect.
run-quantity = Figure
run-gap = Gap
run-z = z
run-oracle-caption = Means over the horizon; amounts are present values
run-oracle-quantity = { $quantity ->
    [npv] NPV
    [contribution] Contribution
    [programme] Programme cost
   *[lost] Customers lost
}
run-oracle-widest = Across all columns and periods, the largest gap is { $column } of { $name } in { $period }: { $simulated } simulated, { $expected } expected, z = { $z }.

## Reproduction

run-reproduce = How to reproduce this report
run-reproduce-lead = The folder of this report contains the complete study as it was run. Run this in that folder, with the same version of the program:
run-reproduce-caption = Settings of the run
run-fact = Setting
run-fact-version = Program
run-fact-hash = BLAKE3 of the resolved study
run-fact-stream = Random stream contract
run-fact-seed = Seed
run-fact-engine = Engine
run-engine = { $engine ->
    [expected] expected engine
    [agents] agents engine
   *[cohort] cohort engine
}
run-fact-draws = Draws of the inputs
run-fact-replicates = Simulations per draw
run-fact-sampling = Sampling of the inputs
run-fact-discount = Discount rate per year
run-sampling = { $sampling ->
    [sobol] a scrambled Sobol sequence for each input, randomly paired
    [joint] a scrambled Sobol sequence over all inputs together
   *[random] independent draws
}
run-reproduce-files = manifest.toml lists every file with its hash. tables/ contains every simulation, draw and period. report.json contains the data of this report; “recoup report” regenerates the report from it, also in another language.

## Files

run-files = In { $folder }: { $report ->
    [yes] report.html, report.xlsx, { $number ->
        [one] { $number } chart
       *[other] { $number } charts
    } as SVG and PNG,{" "}
   *[no] {""}
}tables as Parquet and CSV, result.json, study.toml
run-more = See also: { $commands }.
