# Cautions about a result.

## A return outside what is published
caution-roi-too-dear = it keeps { $customers } customers, who cost more than they bring within the horizon
caution-roi-keeps-none = it keeps no customers
caution-roi-little = the { $customers } customers kept bring little more than the programme costs
caution-roi-replacement = most of it is replacement cost saved, which published figures rarely include
caution-roi-cheap = the programme is cheap relative to the customers at stake; published figures come from more expensive programmes

## Cautions of a run
caution-in-scenario = { $text } (scenario `{ $scenario }`)
caution-in-scenarios = { $text } (scenarios { $scenarios })
caution-twins = `{ $first }` and `{ $second }` give the same contribution and programme cost
caution-twins-help = the differences between these identical strategies have no effect: change a number that has an effect, or remove one of them
caution-close = `{ $first }` and `{ $second }` cannot be distinguished given the uncertainty of the inputs: `{ $first }` is the better of the two in { $share } of draws, and the expected loss of choosing now, compared with knowing the inputs, is { $loss }
caution-close-help = find out more about the least certain inputs before you choose between them
caution-noise-first = the first place of `{ $name }` is Monte Carlo noise: the expected engine ranks another strategy first
caution-raise-replicates = increase `study.replicates`
caution-noise-sign = the sign of the NPV difference of `{ $name }` is within Monte Carlo noise ({ $difference } with a standard error of { $error })
caution-raise-draws = increase `study.draws`
caution-noisier = common random numbers increase the variance of the difference between `{ $first }` and `{ $second }`, by a factor of { $factor }
caution-individuals = P(best), the failure tree and the expected column come from the expected engine, which has no network and no differences between customers
caution-luck = perfect information appears to be worth { $seeming } by the plain means of the simulations, but { $worth } after chance among customers is removed
caution-luck-help = P(best) comes from the expected engine, which has no chance events; base the decision on it, or use more replicates
caution-paradox = one more failure `{ $failure }` would increase the NPV of `{ $name }`{ $place }: this follows from the inputs but is rarely realistic
caution-paradox-help = check for repurchase after quick recovery above base loyalty, strong positive word of mouth, and customers replaced at no cost
caution-where = {" "}(scenario `{ $scenario }`)
caution-oracle = few customers or a capacity limit: `{ $column }` of `{ $name }` is { $simulated } in the simulations and { $expected } in the expected engine (period { $period })
caution-gap = `{ $name }` minus `{ $against }` is { $simulated } in { $number ->
    [one] { $number } simulation
   *[other] { $number } simulations
} and { $expected } in the expected engine with the same inputs. Likely causes are few customers, a capacity limit or differences between customers, which the expected engine averages out
caution-gap-corrected = P(best), expected losses, the value of information and the efficiency frontier are corrected by the mean gap of each strategy; the tornado, lever curves, `sensitivity`, `why`, `sweep`, `breakeven` and `optimize` are not
caution-gap-uncorrected = these figures come from the expected engine and are not corrected: amounts and levels are approximate; base the decision on `recoup run` or `recoup decide`
caution-gap-expected = the whole answer comes from the expected engine: run it with `--engine cohort`
caution-free-lever = changing `{ $key }` costs nothing by itself
caution-free-lever-help = the results below show consequences and are not a recommendation: give the lever a price by a [[response]] or under [costs]
caution-forever-loyal = base loyalty is 1 in { $segments }: these customers return after any outcome of a failure, so the paradox in repurchase does not apply to them
caution-forever-loyal-help = rates change on the log-odds scale, on which 1 is infinite; set the share that returns without a failure, below 1
caution-font = the chart font lacks { $characters }: charts show a box instead
caution-font-help = the font covers Latin and common Chinese characters; use other names if they are to appear in charts
caution-unsettled = after { $draws } draws, the maximum, the best strategy is not settled
caution-unsettled-help = accept a greater risk with `--until-settled LIMIT`, or compare fewer strategies
caution-option-unused = `{ $option }` has no effect here: { $why }
caution-option-unused-engine = the answer comes from the expected engine, which has no chance among customers
caution-option-unused-point = the answer is computed at the point values of the inputs
caution-option-unused-help = remove it; it applies to `recoup run`
caution-time-step = the length of a period matters: the difference between `{ $first }` and `{ $second }` is { $difference }, and { $halved } with periods of half the length
caution-time-step-help = use a shorter `horizon.period`; the difference is computed at the point values by the expected engine
caution-overload = the service desk of `{ $name }` has more work than its positions can handle in { $periods ->
    [one] one period
   *[other] { $periods } periods
}, first in period { $first }: some cases are never served, and no contact is answered in time
caution-overload-help = increase `recovery.desk.agents`, or reduce contacts per case or minutes per contact
caution-disagreement = closed form and simulation differ for `{ $failure }`: { $measure }
caution-disagreement-help = please report it: one of the two is wrong
