## fit
fit-first = { $number ->
    [one] One number of the study comes
   *[other] { $number } numbers of the study come
} from { $tables }, { $from } to { $to }; the others are those of { $base }.
fit-rows = { $number } { $table ->
    [customers] customers
    [purchases] purchases
    [failures] failures
   *[complaints] complaints
}
fit-headline = After a failure of severity `{ $severity }`, { $complain } of customers complain; of the silent { $silent } stay, of those resolved quickly { $quick }.
fit-few = { $number ->
    [one] One number rests on fewer than 30 observations.
   *[other] { $number } numbers rest on fewer than 30 observations.
}
fit-beyond = { $number ->
    [one] { $keys } lies outside the published or plausible range. Check its definition.
   *[other] { $keys } lie outside the published or plausible ranges. Check their definitions.
}
fit-no-failures = Without a file of failures, the share of customers who complain cannot be known: it is the base's, and the failure rates follow from it.
fit-numbers = Numbers of the study
fit-head-estimate = estimate
fit-head-n = observations
fit-head-base = base
fit-head-range = published range
fit-head-written = in the study
fit-head-method = method
fit-head-caution = caution
fit-head-why = reason
fit-unused-title = Estimates that are not in the study
fit-unused = { $why ->
    [no-desk] the base has no [recovery.desk]
    [desk] with a desk, speed follows from load and staff
    [not-in-model] the model has no such number
    [given] you gave another value
   *[little] fewer than 10 observations: the base's value stays
}
fit-gaps = What the data cannot say
fit-gap-complain = The share of customers who complain: give the failures as operations know them (--failures), or the share from a survey (--set).
fit-gap-silent = How many silent customers stay: nobody knows who they are without a file of failures.
fit-gap-loyalty = How many customers stay: give the date on which customers left, or their purchases.
fit-gap-inferred = When customers left: nobody gives notice, so it is inferred from their purchases. Delight cannot be seen: no repurchase rate exceeds the base loyalty.
fit-gap-purchases = How often customers buy, and the margin of a purchase: give the purchases (--purchases).
fit-gap-margin = The margin of a purchase: the purchases have no margin. With an amount, give margin_share in the map.
fit-gap-loss = Compensation as a share of the loss: the loss of a failure is not known. Give it under [loss] in the map.
fit-gap-kind = How often `{ $kind }` occurs: the base has this kind of failure, the data do not.
fit-gap-severity = Part of severity `{ $severity }`: the base has no such severity. Values that the data do not give are those of `{ $base }`.
fit-gap-reference = What is due to `{ $key }`, which the reference of the base sets: the data contain its effect already. Check that it is not counted twice.
fit-gap-outside = Word of mouth, the loss of a failure, costs and prices, unless given. They are the base's.
fit-caution-few = Only { $number ->
    [one] one observation
   *[other] { $number } observations
}.
fit-caution-none = No event: a bound more than an estimate.
fit-caution-no-spread = Customers differ no more than by chance.
fit-caution-flat = The likelihood is flat: the standard error is unusable.
fit-caution-unsettled = The maximum of the likelihood is not certain.
fit-caution-limit = At the end of what the model allows.
fit-caution-subsample = From a systematic sample of { $used } of { $all } customers.
fit-caution-earlier = { $customers } customers whose history began before the data were left out.
fit-caution-open = { $number ->
    [one] One open case counts
   *[other] { $number } open cases count
} as lasting at least until the end of the data.
fit-caution-unknown = { $number ->
    [one] One closed case does
   *[other] { $number } closed cases do
} not say whether it was resolved.
fit-caution-coarse = Times are known to { $minutes } minutes only.
fit-caution-needs-failures = From complaints alone, over the share who complain.
fit-caution-window = The loyalty window of { $share } of the failures ends after the data.
fit-caution-tail = { $number ->
    [one] One customer was
   *[other] { $number } customers were
} still observed at the end of the window.
fit-caution-inferred = Leaving is inferred from { $days } days without a purchase.
fit-caution-unseen = Customers with failures that the firm does not know of are among those without a failure.
fit-caution-unmatched = { $number } of { $all } complaints match no failure.
fit-caution-overlap = Complainers and the silent hardly overlap: effectively { $number } customers.
fit-caution-no-contrast = The difference cannot be told from none.
fit-caution-dispersed = The counts vary { $factor } times as much as by chance; the interval is widened.
fit-method = { $method ->
    [count] count
    [jeffreys] share, Jeffreys interval
    [dirichlet] shares, Dirichlet posterior
    [poisson] rate, exact Poisson interval
    [cluster] mean, clustered by customer
    [negative-binomial] negative binomial, maximum likelihood
    [bg-nbd] BG/NBD, maximum likelihood
    [exponential] constant hazard, censored
    [kaplan-meier] Kaplan-Meier
    [log-logistic] log-logistic, censored
    [repurchase] Kaplan-Meier until the next failure
    [mantel-haenszel] strata, Mantel-Haenszel weights
    [weighted] inverse probability weights
    [bootstrap] bootstrap
   *[judgement] judgement
}
fit-selection = How complainers differ from silent customers
fit-selection-what = Share who stay, of { $complainers } complainers without a resolution less that of { $silent } silent customers. Adjusted for segment, tenure and earlier purchases, as far as they were known before the failure.
fit-head-contrast = comparison
fit-head-difference = difference (points)
fit-contrast = { $contrast ->
    [raw] as observed
    [stratified] within strata
   *[weighted] weighted
}
fit-overlap = Overlap: after weighting the complainers are worth { $effective } customers; the greatest standardised difference falls from { $before } to { $after }.
fit-selection-share = `loyalty.selection_share` is { $low } to { $high }: the part of the difference that goes away by adjustment, widened by what nobody observes.
fit-solicited = `loyalty.solicited_response` is { $low } to { $high }.
fit-holdout = Could the last year have been predicted?
fit-holdout-what = Predicted from the time before { $from } alone, then compared with what happened.
fit-head-count = count
fit-head-predicted = predicted
fit-head-happened = happened
fit-head-inside = months inside
fit-counted = { $what ->
    [leavers] leavers
    [newcomers] new customers
    [complaints] complaints
   *[contacts] contacts
}
fit-inside = { $inside } of { $all }
fit-watch = Early warning
fit-watch-what = Complaints in periods of { $days } days against the rate of the first { $baseline } periods. False alarms for all complaints: one in { $shewhart } periods for the u-chart, one in { $average } for the moving average (Poisson EWMA). If the rate rises by half, the alarm comes after { $shewhart_worse } and { $average_worse } periods on average.
fit-no-alarm = No alarm.
fit-head-kind = complaints
fit-head-from = period from
fit-head-direction = direction
fit-head-chart = chart
fit-direction = { $direction ->
    [up] more
   *[down] fewer
}
fit-chart = { $chart ->
    [rate] u-chart
   *[average] moving average
}
fit-all-kinds = all
fit-rate = { $exposure ->
    [purchases] complaints per purchase
   *[years] complaints per customer and year
}
fit-wrote = The study is in { $file }. Next: recoup run { $file }, recoup decide { $file }.
fit-files = Files
fit-head-file = file
fit-head-format = format
fit-head-rows = rows
fit-head-columns = columns
chart-control-subtitle = Above: rate with limits of 3 standard errors. Below: moving average over what is expected. Marked: alarms
chart-control-average = moving average, 1 = as expected
chart-control-all = All complaints
chart-control-quiet = { $what }: no alarm
chart-control-alarm = { $what }: { $direction ->
    [up] more
   *[down] fewer
} than expected, first in the four weeks from { $date }
chart-holdout-title = { $inside } of { $all } months lie inside their predicted interval
chart-holdout-subtitle = bars = predicted 90 % interval, lines = mean, dots = what happened
chart-holdout-axis = { $what ->
    [complaints] complaints
    [leavers] leavers
   *[contacts] contacts
} a month
chart-holdout-month = month of the last year
chart-footer-version = recoup { $version }
fit-head-kept = used
fit-problems = Problems of rows
fit-problem = { $table }: { $number ->
    [one] one row
   *[other] { $number } rows
} ({ $more ->
    [yes] first { $rows }
   *[no] { $rows }
}) { $reason }: { $effect ->
    [row] not counted
    [value] counted without the value
   *[noted] counted all the same
}.
fit-reason = { $reason ->
    [malformed] with more fields than headings
    [missing] without `{ $column }`
    [unreadable] whose `{ $column }` cannot be read
    [negative] with a negative `{ $column }`
    [duplicate-customer] with a customer of an earlier row
    [duplicate-case] with a case of an earlier row
    [duplicate-answer] with an item that the respondent answered before
    [unknown-customer] with a customer who is not among the customers
    [left-before-since] with a customer who left before they came
    [closed-before-opened] with a case closed before it was opened
    [answered-before-opened] with a case answered before it was opened
    [other-severity] with another severity than most failures of the kind
   *[other-dimension] with another dimension than the item had before
}
