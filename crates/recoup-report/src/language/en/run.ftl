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
run-alone = `{ $name }` is worth { $amount } over { $horizon } (90 % interval { $low } to { $high }). There is no second strategy to compare it with.
run-none-pays = None of the strategies beats `{ $reference }`: none is worth more over { $horizon }.
run-nothing-to-choose = There is nothing to choose: { $names } give the same result.
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
run-published = Published returns of service recovery range from { $low } to { $high }; { $roi } is outside: { $reason }.
run-elsewhere-same = This is scenario `{ $scenario }`; `{ $name }` is also the best in the others.
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
    [chance] a chance of { $most } over all { $looks } checks that such a run may make
   *[loss] an expected loss of { $most }
}).

## The four figures

run-card-npv = Net present value of { $name }
run-card-npv-alone = Net present value
run-card-npv-note = against { $reference }; 90 % interval { $interval }
run-card-npv-note-alone = 90 % interval { $interval }
run-card-roi-note = 90 % interval { $interval }, over the { $share } of simulations with an extra cost to earn a return on
run-card-roi-none = there is no extra cost to earn a return on
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
run-common-chance = All strategies meet the same chance events (common random numbers), as one firm would with either of them. Two firms, each with its own chance events, would differ more.
corrected-by = P(best), expected losses and the value of information come from the expected engine, corrected by its mean gap to { $number ->
    [one] { $number } simulation
   *[other] { $number } simulations
}.
run-changes = What each strategy does
run-changes-caption = { $part ->
    [1] How each strategy differs from the reference; a dot: as the reference
   *[other] How each strategy differs, continued
}
run-key = Number of the study

## Does it pay

run-pays-when = Does it pay, when, and how certain is it?
run-cumulative = When does it pay back?
run-cumulative-reading = Discounted money earned since the start, compared with the reference. Above the zero line the strategy has paid back its cost; the band covers nine simulations in ten.
run-distribution = How certain is the difference?
run-distribution-reading = Each curve shows how often a difference occurred. The part left of zero is the risk of a loss.

## Why

run-why = Why: what happens after failures
run-tree = What happens to customers who have a failure under { $name }?
run-tree-reading = Widths are customers over the whole horizon, from the expected engine: from failure to voice, from voice to outcome, and whether they stay.
run-losses = Where are customers lost?
run-losses-reading = Losses are counted in excess of those who would have left without a failure; below zero, a cause keeps more customers than no failure would.
run-word-of-mouth = With the inputs of this study, word of mouth costs { $prospects } prospects per unhappy customer; published figures range from { $low } to { $high }.
run-active = How many customers are there?
run-active-reading = Customers active over time under every strategy; the band covers nine simulations in ten.
run-segments = By segment
run-desk = Service desk
run-desk-question = Is the capacity of the service desk sufficient?
run-desk-reading = Above: the work of each period as a share of capacity; at 100 % or more the queue never empties. Below: the share of contacts answered in time.

## How much

run-levers = How much to invest?
run-curve-question = How much of { $lever } pays?
run-curve-reading = The curve is the mean difference to the reference as one lever moves; the band covers nine draws in ten. Beyond the peak the next unit loses money.
run-curve = ROI curve of `{ $name }` over { $key }: { $peak ->
    [inside] the next unit loses money beyond { $level }
   *[none] the difference has no peak inside the range
}
run-curve-break-even = { $text }; break-even at { $level }

## Other models

run-variants = Does the answer hold in other models?
run-variants-question = Which strategy is the best in other models?
run-variants-lead = Each variant changes one assumption of the model, for all strategies alike. The variants are not averaged into a probability. In rows in bold, the best strategy differs from that of the model as it is.
run-variants-reading = Rows are models, columns are strategies; a coloured cell marks the best strategy of its row.
run-variants-elsewhere = Scenario { $scenario }: { $text }
variants-left-out = Shown are the variants that make another strategy the best; all are in the report and in result.json.

## Other scenarios

run-worlds = Other scenarios
run-world-caption = Scenario { $scenario }: comparison of the strategies, in { $currency }

## The decision

run-decision = What would change the decision?
run-tornado = Which input moves the result most?
run-tornado-reading = One input at a time goes from its 5 % to its 95 % quantile, the others at their point values. A mark shows where another strategy becomes the best.
run-acceptability-value = Which strategy is the best, by the value of a customer kept?
run-acceptability-horizon = Which strategy is the best, by horizon?
run-acceptability-budget = Which strategy is the best, by budget?
run-acceptability-reading = Probability of each strategy of being the best over the uncertain inputs, as one quantity moves that the model does not decide.

## Cautions

run-cautions = What a careful reader would ask
run-cautions-lead = The program found these points when it checked the study and its result.

## Assumptions

run-assumptions = What it rests on
run-assumptions-lead = Each number is moved alone, the others at their point values; the last column is the NPV difference of { $name } to the reference at the two ends, from the expected engine. The numbers that matter most come first.
run-uncertain-caption = Uncertain numbers, from their 5 % to their 95 % quantile
run-certain-caption = Numbers taken as certain, moved over their published or plausible range, or by a tenth where there is none
run-evidence = Evidence
run-value = Value
run-difference-there = NPV difference there
run-default = the program’s default
run-basis = { $basis ->
    [uncertain] as the study has it
    [published] range in the literature
    [plausible] plausible range, not published
   *[tenth] ± 10 %
}
run-status = { $status ->
    [verified] verified in a primary source
    [secondary] from a text that quotes it
    [recalled] from memory, unchecked
    [derived] derived by calculation
    [assumption] assumption
   *[input] the study’s own input
}
run-published-range = literature: { $range }
run-plausible = plausible, not published: { $range }
run-placeholder = a placeholder for the study’s own input
run-of-preset = as in { $preset }, which names its sources
run-range-source = the range: { $source }
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
run-by-histories = By simulations alone, with chance removed, `{ $name }` is the best in { $share } of draws and perfect information is worth { $worth }; without removing chance it would seem worth { $seeming }.
run-shared-luck-of = { $factor } times for `{ $name }`
run-shared-luck = Common random numbers make the standard error of the difference to `{ $reference }` smaller: { $factors } (variance-reduction factors of all pairs are in result.json).
run-errors-rest = More draws reduce only the Monte Carlo error, and shorter periods only the error of the time step; the uncertain inputs and chance among customers remain.
run-oracle = Simulation against expectation
run-oracle-lead = The expected engine computes the same model without chance. Every simulation is compared with the expectation at its own draw; z is the gap in standard errors. Beyond about 3 the gap is more than noise: it is the effect of whole customers and of capacity limits, which the expected engine averages out. With few customers it may be as large as the difference itself; where it exceeds 5 % of the difference, P(best), expected losses and the value of information are corrected.
run-oracle-individuals = The expected engine has no network and no differences between customers: here the gap also includes their effect.
run-quantity = Figure
run-gap = Gap
run-z = z
run-oracle-caption = Means over the horizon, present values where money
run-oracle-quantity = { $quantity ->
    [npv] NPV
    [contribution] Contribution
    [programme] Programme cost
   *[lost] Customers lost
}
run-oracle-widest = Across all columns and periods, the largest gap is { $column } of { $name } in { $period }: { $simulated } simulated, { $expected } expected, z = { $z }.

## Reproduction

run-reproduce = How to reproduce this report
run-reproduce-lead = The folder of this report holds the complete study as it was run. In that folder, with the same version of the program:
run-reproduce-caption = What was run
run-fact = Fact
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
   *[random] independent draws
}
run-reproduce-files = manifest.toml lists every file with its hash; tables/ holds every simulation, draw and period; report.json holds the content of this report, from which “recoup report” regenerates it, also in another language.

## Files

run-files = In { $folder }: { $report ->
    [yes] report.html, report.xlsx, { $number ->
        [one] { $number } chart
       *[other] { $number } charts
    } as SVG and PNG,{" "}
   *[no] {""}
}tables as Parquet and CSV, result.json, study.toml
run-more = More: { $commands }.
