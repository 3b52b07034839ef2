# What the report says: page and workbook. Names of strategies come quoted, amounts come written.

## Common

report-range = { $low } to { $high }
report-engine = { $engine ->
    [expected] expected engine
    [agents] agents engine
   *[cohort] cohort engine
}
report-run = { $periods } · { $engine ->
    [expected] expected engine
    [agents] agents engine
   *[cohort] cohort engine
} · { $histories ->
    [one] { $histories } simulation
   *[other] { $histories } simulations
} · seed { $seed } · recoup { $version }
report-never = never
report-reference = reference
report-costs-less = costs less
report-no-cost = no cost
report-strategy = Strategy
report-npv = NPV
report-difference = NPV difference
report-roi = ROI
report-payback = { $period ->
    [week] Payback (week)
    [quarter] Payback (quarter)
    [year] Payback (year)
   *[month] Payback (month)
}
report-p-best = P(best)
report-customers-kept = Customers kept
report-contents = Contents
report-answer = The answer
report-footer = Made by recoup { $version } from the study { $study }; the same study, seed and version give the same report to the byte.

## The four figures

report-card-npv = Net present value of { $name }
report-card-npv-alone = Net present value
report-card-npv-note = against { $reference }; 90 % interval { $interval }
report-card-npv-note-alone = 90 % interval { $interval }
report-card-roi = Return on investment
report-card-roi-note = 90 % interval { $interval }, over the { $share } of simulations in which there is an extra cost to earn a return on
report-card-roi-none = there is no extra cost to earn a return on
report-card-payback = Payback
report-card-payback-note = by the mean; by the upper edge of the 90 % band { $early }, by the lower { $late }
report-card-risk = Risk of a loss
report-card-risk-note = chance of ending behind { $reference } in one market with common random numbers{ $known ->
    [yes] {" "}({ $independent } where each meets its own chance events)
   *[no] {""}
}; { $worst } on average in the worst 5 %; best strategy in { $sure } of draws of the inputs
report-card-risk-note-certain = chance of ending behind { $reference } in one market with common random numbers{ $known ->
    [yes] {" "}({ $independent } where each meets its own chance events)
   *[no] {""}
}; { $worst } on average in the worst 5 %

## The strategies

report-strategies = The strategies side by side
report-strategies-caption = Net present value and what it takes, in { $currency }; 90 % intervals below the means
report-intervals-both = Differences are taken simulation by simulation, with common random numbers: all strategies meet the same chance events, as one firm might with either. Intervals cover nine simulations in ten, over the uncertain inputs and chance among customers. Two firms, each with its own chance events, would differ more.
report-intervals-inputs = Differences are taken draw by draw. Intervals cover nine draws in ten of the uncertain inputs.
report-intervals-luck = Differences are taken simulation by simulation, with common random numbers: all strategies meet the same chance events. No input is uncertain here: intervals cover chance among customers alone.
report-intervals-none = All inputs stand at their point values: there are no intervals, which does not mean that nothing is uncertain.
report-changes-caption = { $part ->
    [1] What each strategy does otherwise than the reference; a dot: as the reference
   *[other] What each strategy does otherwise, continued
}
report-key = Number of the study

## Does it pay

report-pays = Does it pay, when, and how surely?
report-cumulative = When does it pay back?
report-cumulative-reading = Money earned since the start, discounted, against the reference. Above the zero line the strategy has earned its cost back; the band covers nine simulations in ten.
report-distribution = How sure is the difference?
report-distribution-reading = Each hill shows how often a difference came out. What lies left of zero is the risk of a loss.

## Why

report-why = Why: what becomes of failures
report-tree = What becomes of customers who meet a failure under { $name }?
report-tree-reading = Widths are customers over the whole horizon, by the expected engine: from failure to voice, from voice to outcome, and whether they stay.
report-losses = Where are customers lost?
report-losses-reading = Losses are counted in excess of those who would have left without a failure; below zero a cause keeps more than no failure would.
report-losses-caption = Customers lost over the horizon by cause; market damage is all but the natural losses
report-market-damage = Market damage
report-yearly-margin = Its yearly margin
report-word-of-mouth = Word of mouth costs { $lost } prospects per unhappy customer in this study; published figures run from 0.07 to 0.93.
report-segments = By segment
report-segments-lead = The customers differ by segment, and so does what each strategy is worth with them.
report-desk = The desk
report-desk-question = Can the desk carry it?
report-desk-reading = Above, the work of each period by what the positions can do; at 100 % and beyond the queue never empties. Below, the share of contacts answered in time.
report-variants = Does the answer hold in other models?
report-variants-question = Which strategy is the best in other models?
report-variants-lead = Each variant changes one assumption of the model, for all strategies alike. Nothing of it is averaged into a probability. Rows in bold have another best strategy than the model as it is.
report-variants-reading = A row is a model, a column a strategy; a coloured cell marks the best strategy of its row.
report-variants-elsewhere = Scenario { $scenario }: { $text }
report-active = How many customers are there?
report-active-reading = Customers active over time under every strategy; the band covers nine simulations in ten.
report-account-head = Account
report-accounts-caption = Where the money comes from: present values against { $reference } in { $currency }; plus is better
report-account = { $account ->
    [margin] Margin of active customers
    [retention] Cost to serve and keep
    [acquisition] Cost of new customers
    [contacts] Contacts
    [compensation] Compensation
    [agents] Desk positions
    [fixed] Fixed cost of the programme
    [training] Training
    [prevention] Prevention
    [soliciting] Asking for complaints
    [detection] Detecting failures
    [responses] Spending behind responses
    [setup] Setup
    [refunds] Refunds under the guarantee
    [forewarning] Telling customers beforehand
    [terminal_contribution] Beyond the horizon: contribution
   *[terminal_programme] Beyond the horizon: programme
}

## How much

report-levers = How much of it?
report-curve = How much of { $lever } pays?
report-curve-reading = The curve is the mean difference to the reference as one lever moves, the band nine draws in ten. Beyond the top the next unit loses money.

## The decision

report-decision = What would change the decision?
report-evpi = To know all inputs before choosing would be worth { $value } (expected value of perfect information, standard error { $error }). No study of the inputs is worth more.
report-least-regret-same = { $name } also has the least regret: whatever the inputs turn out to be, it is never as far behind the best choice as the others can be.
report-least-regret = { $best } is the best on average, but { $name } has the least regret: whatever the inputs turn out to be, it is never as far behind the best choice as the others can be.
report-expected-loss = Expected loss
report-greatest-regret = Greatest regret
report-cvar = NPV in the worst 5 %
report-standing = Against its cost
report-decision-caption = Each strategy over { $draws } draws of the uncertain inputs, in { $currency }: chance to be the best, what is lost on average and at worst by choosing it
report-efficient = efficient
report-equal = the same as { $to }
report-efficient-after = efficient: { $roi } on what it costs more than { $after }
report-dominated = { $by } costs no more and brings more
report-dominated-by-mix = a mix of { $first } and { $second } does better
report-input = Input
report-worth = Worth knowing
report-standard-error = Standard error
report-explained = Of the spread
report-information-caption = What it would be worth to know one input before choosing, in { $currency }; inputs worth nothing are left out
report-fit-poor = the estimate does not catch how it acts: do not rank by it
report-tornado = Which input moves the result most?
report-tornado-reading = One input at a time goes from its 5 % to its 95 % quantile, the others at their point values. A mark shows where another strategy becomes the best.
report-acceptability-value = Which strategy is the best, given the value of a customer kept?
report-acceptability-horizon = Which strategy is the best, given the horizon?
report-acceptability-budget = Which strategy is the best, given the budget?
report-acceptability-reading = The chance of each strategy to be the best over the uncertain inputs, as one thing moves that the model does not decide.

## Other worlds

report-worlds = In other worlds
report-worlds-lead = The argument above holds in scenario { $first }. Over all scenarios { $least } has the least greatest regret: the least to lose where another strategy would have been better.
report-regret-caption = Regret by scenario, in { $currency }: NPV of the best strategy there less the strategy’s own
report-weighted = Weighted NPV difference
report-world-caption = Scenario { $scenario }: the strategies side by side, in { $currency }

## Cautions

report-cautions = What a careful reader would ask
report-cautions-lead = The program found these when it checked the study and its result.

## Assumptions

report-assumptions = What it rests on
report-assumptions-lead = Every number is moved alone, the others at their point values; the last column is the NPV difference of { $name } to the reference at the two ends, by the expected engine. The numbers that matter most come first.
report-uncertain-caption = Uncertain numbers, from their 5 % to their 95 % quantile
report-certain-caption = Numbers taken for certain, moved over their published or plausible range, or by a tenth where there is none
report-evidence = Evidence
report-value = Value
report-moved = Moved over
report-difference-there = NPV difference there
report-default = the program’s default
report-basis = { $basis ->
    [uncertain] as the study has it
    [published] range in the literature
    [plausible] plausible range, not published
   *[tenth] ± 10 %
}
report-turns = turns the decision
report-status = { $status ->
    [verified] verified in a primary source
    [secondary] from a text that quotes it
    [recalled] recalled, unchecked
    [derived] derived by arithmetic
    [assumption] assumption
   *[input] the study’s own input
}
report-published = literature: { $range }
report-plausible = plausible, not published: { $range }
report-placeholder = a placeholder for the study’s own input
report-of-preset = as in { $preset }, which names its sources
report-range-source = the range: { $source }
report-assumptions-rest = { $number ->
    [one] { $number } more certain number moves the difference less; it stands in study.toml.
   *[other] { $number } more certain numbers move the difference less; they stand in study.toml.
}

## Error budget

report-errors = How sure the figures are
report-errors-lead = { $known ->
    [yes] With so many draws the chance that another strategy than { $best } is better on average is at most { $wrong }, and the expected loss of stopping here at most { $loss }.
   *[no] With fewer than { $least } independent simulations nothing is said of the chance that another strategy than { $best } is better on average.
} More draws shrink only the Monte Carlo error, and shorter periods only the error of the time step; the uncertain inputs and chance among customers stay.
report-errors-caption = How sure the NPV difference is, with common random numbers, in { $currency }: standard deviations by source; the error of the time step is what periods of half the length would add
report-from-time-step = Error of the time step
report-time-step-caption = What periods of half the length would add to the NPV difference, in { $currency }
report-from-inputs = Uncertain inputs
report-from-luck = Chance among customers
report-from-draws = Monte Carlo error of the mean
report-variance-reduction = Variance reduction by shared draws
report-of-variance = { $share } of the variance

## Oracle

report-oracle = Simulation against expectation
report-oracle-lead = The expected engine computes the same model without chance. Every simulation is held against the expectation at its own draw; z is the gap in standard errors. Beyond about 3 the gap is more than noise: it is the price of whole customers and of capacity limits, which the expected engine smooths over. With few customers it may be as large as the difference itself; where it is more than 5 % of it, P(best), expected losses and the worth of information are corrected.
report-oracle-individuals = The expected engine knows no network and no differences between customers: here the gap is also what those do.
report-quantity = Figure
report-simulated = Simulated
report-expected = Expected
report-gap = Gap
report-z = z
report-oracle-caption = Means over the horizon, present values where money
report-oracle-quantity = { $quantity ->
    [npv] NPV
    [contribution] Contribution
    [programme] Programme cost
   *[lost] Customers lost
}
report-oracle-widest = Of all columns of all periods the widest gap is { $column } of { $name } in { $period }: { $simulated } simulated, { $expected } expected, z = { $z }.

## Reproduce

report-reproduce = How to reproduce this report
report-reproduce-lead = The folder of this report holds the whole study as it was run. In that folder, with the same version of the program:
report-reproduce-caption = What was run
report-fact = Fact
report-fact-version = Program
report-fact-study = Study
report-fact-hash = BLAKE3 of the resolved study
report-fact-stream = Random stream contract
report-fact-seed = Seed
report-fact-engine = Engine
report-fact-draws = Draws of the inputs
report-fact-replicates = Simulations per draw
report-fact-sampling = Sampling of the inputs
report-fact-discount = Discount rate per year
report-sampling = { $sampling ->
    [sobol] a scrambled Sobol sequence for each input, paired at random
   *[random] independent draws
}
report-reproduce-files = manifest.toml lists every file with its hash; tables/ holds every simulation, draw and period; report.json holds what this report shows, from which “recoup report” tells it again, also in another language.

## Workbook

book-summary = Summary
book-periods = Periods
book-histories = Simulations
book-assumptions = Assumptions
book-accounts = Accounts
book-losses = Losses
book-curves = Curves
book-segments = Segments
book-desk = Desk
book-variants = Model variants
book-errors = Error budget
book-scenario = Scenario
book-mean = Mean
book-sd = Standard deviation
book-p = { $level ->
    [0] Least
    [100] Greatest
   *[other] { $level } % quantile
}
book-measure = Measure
book-chance-of-loss = Chance of a loss (common random numbers)
book-worst = Mean of the worst 5 %
book-histories-number = Simulations
book-lower = { $what }, 5 %
book-upper = { $what }, 95 %
book-payback = Payback period
book-irr = IRR per year
book-bcr = Benefit-cost ratio
book-period = Period
book-cell-from = From
book-cell-to = To
book-counts = Simulations by NPV difference
book-cumulative = Cumulative discounted NPV difference
book-kept = Customers kept
book-customers-start = Customers at the start
book-customers-end = Customers at the end
book-total = Total
book-lever = Lever
book-lever-value = Value of the lever
book-low = Low end
book-high = High end
book-difference-low = NPV difference at the low end
book-difference-high = NPV difference at the high end
book-meaning = Meaning
book-unit = Unit
book-source = Source
book-note = Note
book-status = Status
book-basis = Moved over
book-turns = Turns the decision
book-yes = yes
book-cut = Further rows are in { $file }.
book-column = { $column ->
    [active] Active customers
    [prospects] Prospects
    [lapsed] Lapsed
    [episodes] Failures met
    [silent] Silent
    [unresolved] Unresolved
    [resolved] Resolved
    [quick] Quick
    [lost_natural] Lost: natural
    [lost_silent] Lost: silent
    [lost_unresolved] Lost: unresolved
    [lost_resolved] Lost: resolved
    [lost_quick] Lost: quick
    [lost_word_of_mouth] Lost: word of mouth
    [organic] Came by themselves
    [bought] Bought
    [nwom] Negative messages
    [pwom] Positive messages
    [contribution] Contribution
    [setup] Setup
    [desk_load] Desk: load in erlang
    [desk_utilisation] Desk: utilisation
    [desk_served] Desk: cases served
    [desk_in_time] Desk: answered in time
   *[programme] Programme cost
}

## recoup report

report-told = In { $folder }: report.html, report.xlsx and { $number ->
    [one] { $number } chart
   *[other] { $number } charts
} as SVG and PNG
