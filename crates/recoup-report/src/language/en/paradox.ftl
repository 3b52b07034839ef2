# The recovery paradox.

paradox-and = { $first }, { $second }

# -- chart: the map over severity and recovery quality
paradox-map-reach = { $points ->
    [any] whatever the failure costs
   *[other] where the failure costs less than { $points } points
}
paradox-map-title-both = The best recovery leaves customers more satisfied { $at }; that they also return more follows from the tables
paradox-map-title-driven = Where satisfaction drives behaviour, recovery beats no failure in satisfaction and in repurchase { $at }
paradox-map-title-happier = The best recovery leaves customers more satisfied { $at }, but nowhere more loyal
paradox-map-title-returns = Recovery leaves nobody more satisfied than before; that they return more { $at } follows from the tables
paradox-map-title-none = No recovery leaves customers better off than without a failure
paradox-map-subtitle = Meaning (i): a resolved case compared with no failure. Quality = share of the effect that compensation and apology can have, and probability of a quick resolution. First failure, with a temporary cause outside the firm's control
paradox-map-subtitle-tables = { $text }; repurchase from the study's tables, interpolated on the log-odds scale
paradox-map-across = severity: satisfaction lost, points on a 7-point scale
paradox-map-up = quality of the recovery
paradox-both = both

# $which is a meaning and a measure.
paradox-frontier = { $which ->
    [conditional-satisfaction] more satisfied than before
    [conditional-repurchase] return more: set by the tables
    [conditional-driven] return more, driven by satisfaction
    [complainers-satisfaction] complainers more satisfied
    [complainers-repurchase] complainers return more
    [population-satisfaction] all with a failure more satisfied
   *[population-repurchase] all with a failure return more
}
paradox-nowhere = nowhere on the map

# -- chart: the map over complaint rate and quick share
paradox-complaints-title-needs = { $failure } would bring customers back more often only if { $share } complained and all were helped quickly; today { $today } complain
paradox-complaints-title-always = With these tables, { $failure } raises repurchase at any complaint rate; no real firm has reported such tables
paradox-complaints-title-complainers = Those who complain about { $failure } can return more than others; all customers with the failure do not
paradox-complaints-title-never = However many complain and are helped quickly, { $failure } never leaves customers more loyal
paradox-complaints-subtitle = { $failure }: every complaint is resolved; no failure is solicited or detected by the firm
paradox-complaints-nowhere = { $text }; nowhere on the map: { $list }
paradox-complaints-up = share of resolved cases that are quick
paradox-complaints-today = today: { $complain } complain, { $quick } quick

# -- chart: which lever
paradox-lever = { $dial ->
    [complaint_rate] more complaints
    [resolution] more resolved
   *[quick_share] more quick
}
paradox-levers-title = { $failure }: where { $rate } complain, one point of complaints is worth { $points } points of speed; where { $last } complain, { $fewer }
paradox-levers-title-costs = { $failure }: every additional complaint costs repurchase while so few are resolved
paradox-levers-title-plain = { $failure }: the value of a point of each lever depends on how many complain
paradox-unit = { $measure ->
    [repurchase] percentage points of repurchase
   *[satisfaction] points of satisfaction
}
paradox-levers-subtitle = What one more point of each lever adds to the mean over all who had the failure; { $resolved } resolved, { $quick } of them quickly
paradox-levers-up = value of one point, { $unit }
paradox-levers-lead = { $dial ->
    [resolution] resolution leads from { $rate }
   *[quick_share] speed leads from { $rate }
}

# -- chart: base loyalty
paradox-base-title = If { $low } came back without a failure, { $failure } would need { $first } complaining to raise repurchase; if { $high } did, { $last }
paradox-base-title-plain = The base loyalty assumed decides whether { $failure } can leave customers more loyal
paradox-base-subtitle = Where the paradox in repurchase begins for { $failure }: quick share if all complain and all are resolved, complaint rate if all are helped quickly. The repurchase table is unchanged
paradox-base-across = repurchase without a failure: an assumption, plausible range { $low } to { $high }
paradox-base-up = share needed
paradox-base-quick = quick share, for complainers
paradox-base-complaints = complaint rate, for all

# -- the answer
paradox-answer-feels = Under `{ $strategy }`, a `{ $failure }` that is resolved quickly leaves customers { $happier ->
    [yes] more satisfied
   *[no] less satisfied
} than no failure ({ $after } compared with { $before }; P { $p })
paradox-answer-returns = { $agrees ->
    [yes] { $feels }, and
   *[no] { $feels }, but
} they return { $more ->
    [yes] more often
    [same] as often
   *[no] less often
} ({ $after } compared with { $before }; P { $p }), { $source ->
    [satisfaction] because satisfaction drives repurchase
   *[table] because the repurchase table sets it at this base loyalty
}.
paradox-answer-all = { $text } Of all customers with a failure, { $after } return, compared with { $before } without one: failures { $pay ->
    [yes] raise repurchase, with these inputs
   *[no] do not raise repurchase
}.
paradox-answer-cause = Causing one more `{ $failure }` in every { $purchases } purchases in order to recover from it would { $sign ->
    [cost] cost
   *[bring] bring
} { $amount } over { $span } (90 %: { $low } to { $high }).
paradox-answer-each = { $text } That is { $amount } for each failure caused.
paradox-answer-draws = Scenario `{ $scenario }`, { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
} of the inputs. P = share of draws in which the claim holds.
paradox-all-failures = all failures

# -- tables of the answer
paradox-meaning = { $meaning ->
    [conditional] (i) helped quickly
    [complainers] (ii) complainers
   *[population] (iii) all who had it
}
paradox-measure = { $measure ->
    [satisfaction] satisfaction
   *[repurchase] repurchase
}
paradox-head-failure = failure
paradox-head-measure = measure
paradox-head-p = P
paradox-head-to-before = vs. before
paradox-head-to-base = vs. base, pp
paradox-claims = Three claims, two measures, under `{ $strategy }`
paradox-strategies = P that each claim holds, by strategy: satisfaction (sat.) and repurchase (rep.)
paradox-head-short = { $measure ->
    [satisfaction] sat.
   *[repurchase] rep.
} { $number }
paradox-thresholds = Thresholds of the paradox for `{ $failure }`, in closed form, with the repurchase table at the study's base loyalty
paradox-head-moved = quantity
paradox-head-today = today
paradox-head-switches = threshold
paradox-head-holds = holds
paradox-moved = { $moved ->
    [complaint_rate] complaint rate c*
    [resolution] share resolved r*
    [quick_share] quick share q*
    [base_loyalty] base loyalty, table unchanged
    [satisfaction_drop] satisfaction lost through the failure
   *[recovery_quality] quality of the recovery
}
paradox-moved-best = { $moved }, all else at its best
paradox-holds = { $reach ->
    [always] always
    [never] never
    [above] above
   *[below] below
}
paradox-needs = Conditions: `{ $failure }` (customers silent after a first one return with probability { $silent })
paradox-head-seen = condition
paradox-head-quick-satisfaction = quick: satisfaction
paradox-head-quick-repurchase = quick: repurchase
paradox-head-vain-repurchase = unresolved: repurchase
paradox-condition = { $condition ->
    [first] a first failure, as in the study
    [second] a second one; the first was resolved
    [second_after_bad] a second one; the first was not resolved
    [lasting] a lasting cause
    [controllable] a cause the firm controls
   *[lasting_and_controllable] a lasting cause that the firm controls
}
paradox-in-a-row = Two failures, one window apart, the first still remembered (good = resolved quickly, bad = complained and not resolved)
paradox-head-order = order
paradox-head-after = satisfaction after
paradox-head-there = retained after both
paradox-order = { $order ->
    [good_then_bad] good, then bad
    [bad_then_good] bad, then good
   *[bad_then_bad] bad, then bad (double deviation)
}
paradox-levers = Which lever: percentage points of repurchase, over all who had the failure, for one more point
paradox-head-rate = complaint rate
paradox-head-of = { $dial ->
    [complaint_rate] of complaints
    [resolution] of resolution
   *[quick_share] of speed
}
paradox-lead-resolution = `{ $failure }`: a point of resolution is worth more than one of complaints from { $rate } on.
paradox-lead-speed = `{ $failure }`: a point of speed is worth more than one of complaints from { $rate } on.
paradox-bases = The paradox in repurchase is an input: `{ $failure }` by repurchase without a failure (plausible: { $low } to { $high }); the table as published, with its reference base changed accordingly
paradox-bases-driven = Satisfaction drives repurchase here, so the repurchase table and its base have no effect.
paradox-head-base = base
paradox-head-gap = { $number }, pp
paradox-head-moves-along = (i) if the table shifts with it, pp
paradox-otherwise = If satisfaction { $driven ->
    [yes] did not drive repurchase
   *[no] drove repurchase
}, the gap of (i) for `{ $failure }` would be { $gap } percentage points instead of { $now }.
paradox-causes = Causing failures in order to recover from them (perfect = all complain, all are helped quickly)
paradox-head-one-more = one more in { $purchases } purchases
paradox-head-failures = failures
paradox-head-each = per failure
paradox-head-loses = loss in
paradox-head-perfect = per failure, perfect
paradox-presets = Published tables disagree (repurchase; q* with all resolved, c* with all helped quickly)
paradox-head-outcome = { $outcome ->
    [silent] silent
    [unresolved] unres.
    [resolved] resolved
   *[quick] quick
}
paradox-head-complain = complain
paradox-publications = The evidence: yes for satisfaction, hardly ever for behaviour
paradox-head-measured = measured
paradox-head-found = paradox
paradox-head-says = finding
paradox-measured = { $measured ->
    [satisfaction] satisfaction
    [behaviour] behaviour
   *[untold] not stated
}
paradox-support = { $support ->
    [yes] yes
    [sometimes] sometimes
   *[no] no
}
paradox-status = { $status ->
    [verified] verified
   *[secondary] secondary
}
paradox-publication = { $id ->
    [de-matos-satisfaction] meta-analysis: above zero for satisfaction
    [de-matos-behaviour] meta-analysis: not significant for repurchase, word of mouth and image
    [knox] 20,000 customers over 2.5 years: in almost all cases recovery does not fully offset the failure
    [soares] 40,813 telecom customers, actual repurchase: only where the failure is not severe
    [goodman] satisfied complainers up to 8 % more loyal than customers without a problem: stated intentions
    [magnini] requires a first failure that is not severe, with a temporary cause outside the firm's control
    [maxham] 20 months: none after two failures; two bad recoveries end below; bad then good is better than good then bad
    [ok] only with very high satisfaction with the recovery: "risky to rely on"
    [mount] a large hotel sample: absent overall, present for some types of problem
    [kim] none in restaurants, in the field and in an experiment
   *[mccollough] an experiment with an airline: none
}
paradox-checked = Checked by simulation: { $number } closed forms compared with the three engines, { $customers } customers each; the largest deviation is { $most } standard errors (alarm at { $alarm }).
