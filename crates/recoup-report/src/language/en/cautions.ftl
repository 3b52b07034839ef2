# What a reader should know before they act on a result.

## A return outside what is published
caution-roi-too-dear = it keeps { $customers } customers, at a cost above what they bring in the horizon
caution-roi-keeps-none = it keeps no customers
caution-roi-little = the { $customers } customers kept bring little more than the programme costs
caution-roi-replacement = most of it is replacement cost saved, which published figures seldom count
caution-roi-cheap = the programme is cheap beside the customers at stake; published figures come from dearer ones

## Cautions of a run
caution-in-scenario = { $text } (scenario `{ $scenario }`)
caution-twins = `{ $first }` and `{ $second }` come to the same in contribution and programme cost
caution-twins-help = nothing that differs between them acts: change a number that does, or leave one of them out
caution-close = with what is known `{ $first }` and `{ $second }` cannot be told apart: `{ $first }` is the better one in { $share } of draws, and choosing now costs { $loss } in expectation against knowing the inputs
caution-close-help = narrow the inputs that are least known before choosing between them
caution-noise-first = that `{ $name }` comes first is Monte Carlo noise: the expected engine has another
caution-raise-replicates = raise `study.replicates`
caution-noise-sign = the sign of the NPV difference of `{ $name }` is within Monte Carlo noise ({ $difference } with a standard error of { $error })
caution-raise-draws = raise `study.draws`
caution-noisier = that `{ $first }` and `{ $second }` share their draws makes their difference noisier: { $factor } times the variance
caution-individuals = P(best), the failure tree and the oracle column come from the expected engine, which knows no network and no differences between customers
caution-luck = perfect information seems worth { $seeming } by plain means of simulations, { $worth } with chance among customers taken out
caution-luck-help = P(best) here is the expected engine's, which knows no chance; decide by that, or by more replicates
caution-paradox = one more failure `{ $failure }` would raise the NPV of `{ $name }`{ $place }: true to the inputs, seldom to life
caution-paradox-help = look at quick recovery above base loyalty, positive word of mouth, and customers replaced for free
caution-where = {" "}(scenario `{ $scenario }`)
caution-oracle = few customers or a clamp: `{ $column }` of `{ $name }` is { $simulated } in the simulations, { $expected } by the expected engine (period { $period })
caution-gap = `{ $name }` less `{ $against }` is { $simulated } in { $number ->
    [one] { $number } simulation
   *[other] { $number } simulations
} and { $expected } by the expected engine over the same inputs: few customers, a capacity limit or differences between customers, which the expected engine smooths over
caution-gap-corrected = P(best), expected losses, the worth of information and the efficiency frontier are corrected by the mean gap of each strategy; the tornado, curves over a lever, `sensitivity`, `why`, `sweep`, `breakeven` and `optimize` are not
caution-gap-uncorrected = what stands here is the expected engine's, and is not corrected: take amounts and levels as rough, and choose by `recoup run` or `recoup decide`
caution-gap-expected = the whole answer is the expected engine's: run it with `--engine cohort`
caution-free-lever = moving `{ $key }` costs nothing by itself
caution-free-lever-help = what follows shows its consequences and recommends nothing: money moves a lever through a [[response]], or under [costs]
caution-forever-loyal = in { $segments } base loyalty is 1: whatever a failure ends in, these customers come back, and the paradox in repurchase has nothing to tell of them
caution-forever-loyal-help = rates are moved along the log-odds, which end at 1; write the share that comes back without a failure, below 1
caution-font = the chart font lacks { $characters }: a box stands in the charts
caution-font-help = the font covers Latin and common Chinese characters; choose other names for the charts' sake
caution-unsettled = which strategy is best is not settled after { $draws } draws, the most that are tried
caution-unsettled-help = allow a greater risk with `--until-settled LIMIT`, or compare fewer strategies
caution-option-unused = `{ $option }` changes nothing here: the expected engine answers, which knows no chance among customers
caution-option-unused-help = leave it out; `recoup run` takes it
caution-time-step = the length of a period matters: `{ $first }` over `{ $second }` comes to { $difference }, and to { $halved } with periods of half the length
caution-time-step-help = take a shorter `horizon.period`; the difference is told at the point values, by the expected engine
caution-overload = the desk of `{ $name }` has more work than its positions can do in { $periods ->
    [one] one period
   *[other] { $periods } periods
}, first in period { $first }: some cases are never served, and nobody is answered in time
caution-overload-help = raise `recovery.desk.agents`, or lower contacts per case or minutes per contact
caution-disagreement = closed form and simulation disagree on `{ $failure }`: { $measure }
caution-disagreement-help = please report it: one of the two is wrong
