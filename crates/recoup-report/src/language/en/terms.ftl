# Terms of the field, one for each concept, and texts that several modules share.

# $period is week, month, quarter or year.
periods = { $period ->
    [week] { $number ->
        [one] { $number } week
       *[other] { $number } weeks
    }
    [quarter] { $number ->
        [one] { $number } quarter
       *[other] { $number } quarters
    }
    [year] { $number ->
        [one] { $number } year
       *[other] { $number } years
    }
   *[month] { $number ->
        [one] { $number } month
       *[other] { $number } months
    }
}
period-name = { $period ->
    [week] week
    [quarter] quarter
    [year] year
   *[month] month
}
# A period by its number, as it follows "in" and "until".
period-at = { $period ->
    [week] week { $number }
    [quarter] quarter { $number }
    [year] year { $number }
   *[month] month { $number }
}

# How the firm learned of a failure.
route-name = { $route ->
    [voiced] complained
    [solicited] asked by the firm
    [detected] noticed by the firm
   *[silent] silent
}
# How a failure ended.
outcome-name = { $outcome ->
    [unresolved] unresolved
    [resolved] resolved
    [quick] resolved quickly
   *[silent] never dealt with
}
# Why a customer was lost.
cause-name = { $cause ->
    [natural] natural churn
    [silent] silent failures
    [unresolved] unresolved cases
    [resolved] slow recoveries
    [quick] quick recoveries
   *[word-of-mouth] word of mouth
}

# A number of the study in words: its place and its name.
key-label = { $place }: { $name }
key-label-joint = { $table } ({ $keys })
# One part of a key; $plain is the part with spaces. Names given by the author are not translated.
key-word = { $word ->
   *[other] { $plain }
}

# The end of a list.
list-and = { $first } and { $last }
sentence = { $text }.
list-or = { $first } or { $last }
# A remark in brackets.
bracketed = {" "}({ $text })

## Model variants: names for people, and what each sets. result.json has names of its own, which do not change.

variant-as-is = base model
variant-no-replacement = lost customers are not replaced
variant-no-replacement-sets = acquisition.policy = "none"
variant-dear-replacement = each further replacement costs more
variant-dear-replacement-sets = acquisition.cost_elasticity = 1
variant-beyond-horizon = value beyond the horizon counts
variant-beyond-horizon-sets = horizon.terminal_value = "clv"
variant-no-replacement-beyond-horizon = no replacement, value beyond the horizon counts
variant-no-replacement-beyond-horizon-sets = acquisition.policy = "none", horizon.terminal_value = "clv"
variant-cash-at-start = cash counts at the start of a period
variant-cash-at-start-sets = horizon.cash = horizon.customers_counted = "start"
variant-asked-react-half = asked customers respond half as strongly
variant-asked-react-half-sets = loyalty.solicited_response = 0.5
variant-loyal-speak = mainly loyal customers complain
variant-loyal-speak-sets = loyalty.selection_share = 1
variant-unresolved-below-silent = unresolved complaints lose more than silence
variant-unresolved-below-silent-sets = repurchase.unresolved = silent - 0.085 (CCMC 2015)
variant-failures-matter-half = failures matter half as much to customers
variant-failures-matter-half-sets = every repurchase rate moved halfway to loyalty.reference_base, on the log-odds
variant-half-complain = at least half of customers complain
variant-half-complain-sets = complain is at least 0.5
variant-no-word-of-mouth = no word of mouth
variant-no-word-of-mouth-sets = word_of_mouth.negative_impact = positive_impact = 0
variant-strong-word-of-mouth = word of mouth does more damage
variant-strong-word-of-mouth-sets = word_of_mouth.negative_impact = 0.3
variant-replacing-half-as-dear = new customers cost half as much
variant-replacing-half-as-dear-sets = acquisition.cost_ratio, or cost, halved
variant-replacing-twice-as-dear = new customers cost twice as much
variant-replacing-twice-as-dear-sets = acquisition.cost_ratio, or cost, doubled
variants-impossible = { $names } cannot be computed: the value of customers who never leave would be infinite.

# Whether the answer holds in other models.
holds-in-all = { $who ->
    [it] It stays
   *[named] `{ $name }` stays
} best in { $all ->
    [one] the one model variant that changes anything
   *[other] all { $all } model variants
}.
holds-in-some = { $who ->
    [it] It stays
   *[named] `{ $name }` stays
} best in { $holding ->
    [0] none of { $all }
   *[other] { $holding } of { $all }
} model { $all ->
    [one] variant
   *[other] variants
}; { $turned }.
holds-turned = { $variants } { $number ->
    [one] makes
   *[other] make
} `{ $name }` best
holds-more = { $number } more
holds-elsewhere = Model variants are compared at the point values, where `{ $other }` is the best; `{ $name }` is best in { $holding ->
    [0] none
   *[other] { $holding }
} of the { $all ->
    [one] one variant
   *[other] { $all } variants
}.

## Tables that terminal, report and workbook share; heads begin with a small letter

variants-head = model variant
variants-head-best = best
variants-head-sets = settings
variants-caption = Other models: NPV minus that of `{ $reference }` in { $currency }, at the point values, from the expected engine
variants-fewer = { $number } strategies are shown, first those that are the best in at least one model; result.json has all of them.
desk-caption = Service desk over { $horizon }: load in erlang, load as a share of capacity, and shares of cases served and of contacts answered in time
desk-mean-load = mean load
desk-greatest-load = peak load
desk-greatest-utilisation = peak utilisation
desk-served = cases served
desk-in-time = answered in time
desk-overloaded = overloaded periods
desk-remark = Means are over the periods in which the desk has work; shares are weighted by load. At a utilisation of 100 % or more, some cases are never served and no contact is answered in time.
head-segment = segment
segment-column = { $column ->
    [customers_start] at the start
    [customers_end] at the end
    [episodes] failures
    [lost_natural] natural
    [lost_silent] silent
    [lost_unresolved] unresolved
    [lost_resolved] resolved
    [lost_quick] quick
    [lost_word_of_mouth] word of mouth
    [contribution] contribution
   *[programme] own programme cost
}
segment-worth = contribution minus own cost
segment-difference = difference to the reference
segment-caption-customers = By segment: customers at the start and at the end, failures, and customers lost over the horizon by cause
segment-caption-money = By segment: present values in { $currency }
segment-remark = Own programme cost is the cost per customer and per case. Shared items are not allocated: desk positions, fixed cost, training, prevention, responses, setup, and value beyond the horizon. The segments therefore do not sum to the NPV.
segment-fewer = The reference and the best strategy are shown; tables/segments has all of them.
strategy-timing = { $ramp ->
    [no] starts in { $when }
   *[yes] starts in { $when } and ramps up over { $over }
}

## Words and heads that several modules share

too-small = too small to measure
strategy-change-new = { $label } { $to }
strategy-change-gone = without { $label }
strategy-lever = { $key ->
    [voice-solicit] silent customers who respond when asked
    [voice-solicit-cost] cost of asking one customer
    [recovery-quick] resolved quickly
    [recovery-resolves] cases resolved
    [recovery-compensation] compensation, share of the loss
    [recovery-front-line-share] cases that reach the front line
    [recovery-front-line-resolves] resolved by the front line
    [recovery-desk-agents] desk positions
    [recovery-desk-resolve-median-hours] median hours to resolve
    [costs-training-per-year] training per year
    [costs-fixed-per-year] fixed cost per year
    [costs-setup] setup cost
   *[other] { $label }
}
strategy-change = { $label } { $from } → { $to }
strategy-changes-more = { $number } more
strategy-changes-between = ;{" "}
range = { $low } to { $high }
reference = reference
not-meaningful = n. m.
never = never
costs-less = costs less
no-cost = no cost
map-nowhere = Nowhere on the map does a strategy beat { $reference }
below = below { $value }
changes-decision = changes the decision
return-on-investment = return on investment
head-scenario = scenario
head-study = study
head-source = source
head-meaning = meaning
head-status = status
head-best-strategy = best strategy
head-lever = lever
head-input = input
head-worth-knowing = value of knowing it
head-standard-error = standard error
head-moved = range
head-simulated = simulated
head-expected = expected
head-payback-time = payback
head-npv-in = NPV, { $currency }
head-verdict = verdict
head-preset = preset

## Tables of an answer: captions and heads

head-strategy = strategy
strategies-caption = Net present value and main results of each strategy, in { $currency }, with 90 % intervals
head-npv = NPV
npv-difference = NPV difference
head-interval = 90 % interval
head-roi = ROI
head-bcr = benefit-cost ratio
head-payback = payback ({ $period })
head-irr = IRR per year
head-p-best = P(best)
head-chance-of-loss = chance of a loss (common random numbers)
head-kept = customers kept
decision-caption = The strategies over { $number ->
    [one] { $number } draw
   *[other] { $number } draws
} of the uncertain inputs, in { $currency }: mean NPV with its interval, chance of being the best, mean and greatest loss from choosing it, mean NPV in the worst 5 %
head-expected-loss = expected loss
head-regret = greatest regret
head-worst = worst { $share }
accounts-caption = Where the money comes from: present values compared with `{ $reference }`, in { $currency }; positive is better
head-account = account
account-name = { $account ->
    [margin] margin of active customers
    [retention] retention cost
    [acquisition] acquisition cost
    [contacts] contacts
    [compensation] compensation
    [agents] desk positions
    [fixed] fixed cost
    [training] training
    [prevention] prevention
    [soliciting] soliciting
    [detection] detection
    [responses] responses
    [setup] setup
    [refunds] refunds
    [forewarning] forewarning
    [terminal_contribution] terminal contribution
   *[terminal_programme] terminal programme cost
}
cash-caption = Cash by year, in { $currency }: means over the simulations, undiscounted; costs are below zero, and the present values sum to the NPV
cash-cases = contacts, compensation, refunds
cash-running = running programme cost
cash-programme = programme cost in all
cash-net = net cash
cash-beyond = beyond the horizon
head-year = year
head-present-value = present value
losses-caption = Customers lost over the horizon by cause; market damage is all losses except natural ones
head-total = total
head-damage = market damage
head-yearly-margin = yearly margin lost
regret-caption = Regret by scenario, in { $currency }: NPV of the best strategy in that scenario minus the strategy’s own
least-regret = `{ $name }` minimises the greatest regret across the scenarios: it loses least where another strategy would have been better.
regret-weighted = Weighted difference: mean NPV minus that of `{ $reference }`, by the weights of the scenarios.
head-weighted = weighted difference
errors-caption = Uncertainty of the NPV difference, with common random numbers, in { $currency }: standard deviations by source; the error of the time step is the change with periods of half the length
errors-remark = In brackets: share of the variance in one market.
time-step-caption = Change of the NPV difference with periods of half the length, in { $currency }
head-inputs = uncertain inputs
head-luck = chance among customers
head-error-of-mean = Monte Carlo error of the mean
head-time-step = error of the time step
head-variance-reduction = variance reduction by common random numbers
