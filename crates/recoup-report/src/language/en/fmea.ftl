# The answer of `recoup fmea`. Names of strategies, touchpoints and kinds of failure are passed as written, money with its currency.

fmea-interval = {" "}(90 % interval { $low } to { $high })
fmea-no-kinds = The study has no kind of failure.
fmea-most = `{ $kind }` puts most money at risk: without it, `{ $name }` would be worth { $amount } more{ $interval }. Halving it is worth { $half }.
fmea-all = All kinds of failure together put { $amount } at risk{ $interval }.
fmea-nothing-at-risk = No kind of failure puts money at risk: without any one of them, `{ $name }` would be worth no more.
fmea-number = The risk priority number of `{ $kind }` is { $rpn }.
fmea-number-too = The risk priority number also puts `{ $kind }` first ({ $rpn }).
fmea-number-other = The risk priority number puts `{ $kind }` first ({ $rpn }; `{ $first }` has { $own }), which puts { $amount } at risk.
fmea-how = { $draws }, expected engine. Money at risk is the NPV without the failure minus the NPV now. The cost of prevention is not deducted: it is the most that prevention may cost.
fmea-modes = Kinds of failure under `{ $name }`, by money at risk
fmea-head-kind = failure
fmea-head-cause = cause
fmea-head-touchpoint = touchpoint
fmea-head-per-year = failures per year
fmea-head-per-thousand = per 1,000 customers and year
fmea-head-unheard = unheard
fmea-head-at-risk = NPV at risk, { $currency }
fmea-head-halving = worth of halving it
fmea-head-ranks = severity × occurrence × detection
fmea-head-rpn = risk priority number
fmea-head-place = place by number
fmea-cause = { $cause ->
    [people] people
    [process] process
    [product] product
    [technology] technology
    [external] external
   *[unstated] not stated
}
fmea-agree = Risk priority number and money never put two kinds of failure in opposite order.
fmea-disagreements = Where risk priority number and money disagree, and what contributes most to it:
fmea-disagree = `{ $dearer }` puts more money at risk than `{ $higher }` ({ $amount } and { $other }) and has the lower number ({ $rpn } and { $other_rpn }): { $why }.
fmea-why-cost = it is dearer, { $each } per failure instead of { $other }, while severity counts only what the customer loses
fmea-why-frequency = it is more frequent, { $number } failures a year instead of { $other }, which ranks of occurrence show only in part
fmea-why-detection = it is heard more often ({ $own } unheard instead of { $share }), which lowers the number but not the money
fmea-why-no-loss = `{ $kind }` puts no money at risk, whatever its ranks
fmea-no-touchpoints = The study has no touchpoints: with [[touchpoint]] and `failure.NAME.touchpoint`, a journey map shows where failures occur.
fmea-touchpoints = Along the customer's journey
fmea-causes = By cause
fmea-head-kinds = kinds
fmea-head-satisfaction = satisfaction after it (1 to 7)
fmea-no-touchpoint = no touchpoint
fmea-together = all together
fmea-together-remark = The parts need not sum to the whole: kinds of failure act on each other, for example through the replacement of lost customers, word of mouth and the load of the desk.
fmea-satisfaction-remark = Satisfaction: mean right after a failure and its recovery; before a failure it is { $before }.
fmea-kpis = Service figures by strategy
fmea-kpi = { $kpi ->
    [first_contact_resolution] first-contact resolution
    [contacts_per_case] contacts per case
    [complaints_per_1000_purchases] complaints per 1,000 purchases
    [answered_in_time] answered in time
    [resolved_quickly] resolved quickly
    [unheard] unheard failures
   *[repurchase_after_failure] repurchase after a failure
}
fmea-not-in-model = not in the model
fmea-kpis-remark = Means over draws. First-contact resolution: settled by the front line. Answered in time: contacts at the desk. Resolved quickly: of the failures that the firm hears of. Repurchase: still customers at the end of the period of their failure.
fmea-scales = Scales of the risk priority number: where each rank begins
fmea-head-rank = rank
fmea-head-rank-severity = severity: loss of the customer, in margins of a purchase
fmea-head-rank-occurrence = occurrence: failures per purchase
fmea-head-rank-detection = detection: share unheard
fmea-at-least = from { $value }
fmea-above-none = more than 0
fmea-one-in = from 1 in { $number }
fmea-less = less
fmea-scales-remark = The scale of occurrence is that of AIAG (FMEA, 4th edition); those of severity and detection are conventions of Recoup. The margin of a purchase is { $margin }.

## Charts
chart-journey-subtitle = Touchpoints of a customer's journey under { $name }, over { $horizon }; money with its 90 % interval
chart-journey-more = { $text }; { $number ->
    [one] { $number } more touchpoint is in the table
   *[other] { $number } more touchpoints are in the table
}
chart-journey-failures = failures per 1,000 customers and year
chart-journey-satisfaction = satisfaction after a failure, 1 to 7 (dashed: before it, { $before })
chart-journey-money = NPV at risk
chart-journey-nothing = Failures put no money at risk at any touchpoint
chart-journey-alone = Failures at { $name } put { $amount } at risk
chart-journey-most = Failures at { $name } put most money at risk: { $amount }, { $share } of what all failures do
chart-ranks-subtitle = Kinds of failure under { $name }, ranked by risk priority number (severity × occurrence × detection) and by money at risk
chart-ranks-more = { $text }; { $number ->
    [one] { $number } more kind is in the table
   *[other] { $number } more kinds are in the table
}
chart-ranks-number = by risk priority number
chart-ranks-money = by NPV at risk
chart-ranks-meaning = { $meaning ->
    [dearer] ranked higher by money
    [cheaper] ranked lower by money
   *[alike] ranked alike
}
chart-ranks-apart = The risk priority number puts { $number } first, the money { $money }, which has place { $place } of { $all } by number
chart-ranks-moved = Number and money both put { $name } first and rank { $number } of { $all } kinds of failure differently
chart-ranks-alike = Risk priority number and money rank the kinds of failure alike, { $name } first
