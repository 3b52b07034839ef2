# The recovery paradox.

paradox-and = { $first }, { $second }

# -- chart: the map over severity and recovery quality
paradox-map-reach = { $points ->
    [any] whatever the failure costs
   *[other] where the failure costs less than { $points } points
}
paradox-map-title-both = The best recovery leaves customers happier { $at }; that they also return more is what the tables put in
paradox-map-title-driven = Where feelings decide, recovery beats no failure in satisfaction and in repurchase { $at }
paradox-map-title-happier = The best recovery leaves customers happier { $at }, but nowhere more loyal
paradox-map-title-returns = Recovery leaves nobody happier than before; that they return more { $at } is what the tables put in
paradox-map-title-none = No recovery leaves customers better off than no failure
paradox-map-subtitle = Meaning (i): a resolved case against no failure. Quality = share of what money and apology can do, and probability to be quick. A first failure, its cause neither lasting nor the firm's doing
paradox-map-subtitle-tables = { $text }; repurchase by the study's tables, on the log-odds between them
paradox-map-across = severity: satisfaction that the failure costs, points of 7
paradox-map-up = quality of the recovery
paradox-both = both

# $which is a meaning and a measure.
paradox-frontier = { $which ->
    [conditional-satisfaction] happier than before
    [conditional-repurchase] returns more: an input of the tables
    [conditional-driven] returns more, driven by satisfaction
    [complainers-satisfaction] complainers happier
    [complainers-repurchase] complainers return more
    [population-satisfaction] all with a failure happier
   *[population-repurchase] all with a failure return more
}
paradox-nowhere = nowhere on the map

# -- chart: the map over complaint rate and quick share
paradox-complaints-title-needs = { $failure } would pay only if { $share } complained and every one were helped quickly; today { $today } complain
paradox-complaints-title-always = { $failure } pays whoever complains, by these tables: no table of a real firm says so
paradox-complaints-title-complainers = Complainers about { $failure } can return more than others, all customers with the failure cannot
paradox-complaints-title-never = However many complain and are helped quickly, { $failure } never leaves customers more loyal
paradox-complaints-subtitle = { $failure }: every complaint is resolved, nobody is asked or found
paradox-complaints-nowhere = { $text }; nowhere on the map: { $list }
paradox-complaints-across = complaint rate
paradox-complaints-up = share of resolutions that are quick
paradox-complaints-today = today: { $complain } complain, { $quick } quick

# -- chart: which lever
paradox-lever = { $dial ->
    [complaint_rate] more complain
    [resolution] more resolved
   *[quick_share] more quick
}
paradox-levers-range = { $low } to { $high }
paradox-levers-title = { $failure }: where { $rate } complain, a point of complaints is worth { $points } points of speed; where { $last } do, { $fewer }
paradox-levers-title-costs = { $failure }: every complaint more costs, as long as so few are resolved
paradox-levers-title-plain = { $failure }: what a point of each lever is worth hangs on how many complain
paradox-unit = { $measure ->
    [repurchase] percentage points of repurchase
   *[satisfaction] points of satisfaction
}
paradox-levers-subtitle = What one point more of each lever adds to the mean over all who had the failure; { $resolved } resolved, { $quick } of them quickly
paradox-levers-up = worth of one point, { $unit }
paradox-levers-lead = { $dial ->
    [resolution] resolution leads from { $rate }
   *[quick_share] speed leads from { $rate }
}

# -- chart: base loyalty
paradox-base-title = If { $low } came back without a failure, { $failure } would need { $first } complaining to pay; if { $high } did, { $last }
paradox-base-title-plain = What base loyalty is assumed decides whether { $failure } can leave customers more loyal
paradox-base-subtitle = Where the paradox in repurchase begins for { $failure }: quick share if all complain and are resolved, complaint rate if all are helped quickly. The repurchase table stays
paradox-base-across = repurchase without a failure: an assumption, plausible range { $low } to { $high }
paradox-base-up = share needed
paradox-base-quick = quick share, for complainers
paradox-base-complaints = complaint rate, for all

# -- the answer
paradox-answer-feels = Under `{ $strategy }` a `{ $failure }` that is quickly put right leaves customers { $happier ->
    [yes] happier
   *[no] less happy
} than none ({ $after } against { $before }; P { $p })
paradox-answer-returns = { $agrees ->
    [yes] { $feels }, and
   *[no] { $feels }, but
} they return { $more ->
    [yes] more
    [same] as often
   *[no] less
} ({ $after } against { $before }; P { $p }), { $source ->
    [satisfaction] since satisfaction drives it
   *[table] since the repurchase table, read at this base loyalty, says so
}.
paradox-answer-all = { $text } Over all who had a failure { $after } return against { $before } without: failures { $pay ->
    [yes] pay, by these inputs
   *[no] do not pay
}.
paradox-answer-cause = To cause one `{ $failure }` more in every { $purchases } purchases in order to recover from it would { $sign ->
    [cost] cost
   *[bring] bring
} { $amount } over { $span } (90 %: { $low } to { $high }).
paradox-answer-each = { $text } That is { $amount } for each failure caused.
paradox-answer-draws = Scenario `{ $scenario }`, { $draws ->
    [one] { $draws } draw
   *[other] { $draws } draws
} of the inputs. P = share of draws in which it holds.
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
paradox-head-meaning = meaning
paradox-head-measure = measure
paradox-head-strategy = strategy
paradox-head-p = P
paradox-head-to-before = to before
paradox-head-to-base = to base, pp
paradox-claims = Three claims, two measures, under `{ $strategy }`
paradox-strategies = P that it holds, by strategy: satisfaction (sat.) and repurchase (rep.)
paradox-head-short = { $measure ->
    [satisfaction] sat.
   *[repurchase] rep.
} { $number }
paradox-thresholds = What switches it for `{ $failure }`, in closed form, the table read at the study's base loyalty
paradox-head-moved = what is moved
paradox-head-today = today
paradox-head-switches = switches at
paradox-head-holds = holds
paradox-moved = { $moved ->
    [complaint_rate] complaint rate c*
    [resolution] share resolved r*
    [quick_share] quick share q*
    [base_loyalty] base loyalty, table kept
    [satisfaction_drop] satisfaction that the failure costs
   *[recovery_quality] quality of the recovery
}
paradox-moved-best = { $moved }, all else at best
paradox-holds = { $reach ->
    [always] always
    [never] never
    [above] above
   *[below] below
}
paradox-needs = What it needs: `{ $failure }` (who says nothing of a first one returns with { $silent })
paradox-head-seen = seen as
paradox-head-quick-satisfaction = quick: satisfaction
paradox-head-quick-repurchase = quick: repurchase
paradox-head-vain-repurchase = in vain: repurchase
paradox-condition = { $condition ->
    [first] a first failure, as the study has it
    [second] a second one; the first was put right
    [second_after_bad] a second one; the first was not
    [lasting] a lasting cause
    [controllable] the firm's own doing
   *[lasting_and_controllable] both
}
paradox-in-a-row = Two failures, a window apart, the first still remembered (good = put right quickly, bad = complained in vain)
paradox-head-order = order
paradox-head-after = satisfaction after
paradox-head-there = there after both
paradox-order = { $order ->
    [good_then_bad] good, then bad
    [bad_then_good] bad, then good
   *[bad_then_bad] bad, then bad (double deviation)
}
paradox-levers = Which lever: percentage points of repurchase, over all who had the failure, by one point more
paradox-head-rate = complaint rate
paradox-head-of = { $dial ->
    [complaint_rate] of complaints
    [resolution] of resolution
   *[quick_share] of speed
}
paradox-lead-resolution = `{ $failure }`: a point of resolution is worth more than one of complaints from { $rate } on.
paradox-lead-speed = `{ $failure }`: a point of speed is worth more than one of complaints from { $rate } on.
paradox-bases = The paradox in repurchase is an input: `{ $failure }` by the repurchase that goes without a failure (plausible: { $low } to { $high }); the table as printed, its reference base moves along
paradox-bases-driven = Satisfaction drives repurchase here: no repurchase table, and no base behind it, decides.
paradox-head-base = base
paradox-head-gap = { $number }, pp
paradox-head-moves-along = (i) if the table moves along, pp
paradox-otherwise = If satisfaction { $driven ->
    [yes] did not drive repurchase
   *[no] drove repurchase
}, the gap of (i) for `{ $failure }` would be { $gap } percentage points instead of { $now }.
paradox-causes = To cause failures in order to recover from them (perfect = all complain, all are helped quickly)
paradox-head-one-more = one more in { $purchases } purchases
paradox-head-npv = NPV, { $currency }
paradox-head-interval = 90 % interval
paradox-interval = { $low } to { $high }
paradox-head-failures = failures
paradox-head-each = per failure
paradox-head-loses = loses in
paradox-head-perfect = per failure, perfect
paradox-presets = Published tables disagree (repurchase; q* with all resolved, c* with all helped quickly)
paradox-head-preset = preset
paradox-head-outcome = { $outcome ->
    [silent] silent
    [unresolved] unres.
    [resolved] resolved
   *[quick] quick
}
paradox-head-complain = complain
paradox-below = below { $share }
paradox-publications = The evidence: in satisfaction yes, in behaviour hardly ever
paradox-head-source = source
paradox-head-measured = measured
paradox-head-found = paradox
paradox-head-status = status
paradox-head-says = it says
paradox-measured = { $measured ->
    [satisfaction] satisfaction
    [behaviour] behaviour
   *[untold] not told
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
    [knox] 20,000 customers over 2.5 years: recovery in almost all cases does not entirely offset the failure
    [soares] 40,813 telecom customers, real repurchase: only where the failure is not severe
    [goodman] satisfied complainers up to 8 % more loyal than customers without a problem: stated intentions
    [magnini] needs a failure that is not severe, a first one, its cause unstable and outside the firm's control
    [maxham] 20 months: none after two failures; two bad recoveries end below; bad-then-good beats good-then-bad
    [ok] only very high satisfaction with the recovery yields it: "risky to rely on"
    [mount] a large hotel sample: absent in total, present for some types of problem
    [kim] none in restaurants, in the field and in an experiment
   *[mccollough] an experiment with an airline: none
}
paradox-checked = Checked by simulation: { $number } closed forms against the three engines, { $customers } customers each; the farthest is { $most } standard errors off (alarm at { $alarm }).
