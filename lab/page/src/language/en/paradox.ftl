# The view of the paradox. Its other texts are those of the program.

view-paradox = Paradox
lab-paradox-holding = { $number ->
    [0] no claim holds
    [1] claim { $list } holds
   *[other] claims { $list } hold
}
lab-paradox-verdict = `{ $failure }` under `{ $strategy }`: in satisfaction, { $satisfaction }; in repurchase, { $repurchase }.
lab-paradox-dials = At the start: { $complain } of customers with this failure complain. Of the cases, { $resolved } are resolved, and { $quick } of those quickly.
lab-paradox-move = Move what decides it
lab-paradox-claims = Three claims in two measures: `{ $failure }` under `{ $strategy }`
lab-paradox-claims-note = A claim holds where customers are better off than without a failure. Satisfaction is in points on a scale from 1 to 7. P is the share of draws of the inputs in which the claim holds.
lab-paradox-claim = claim
lab-paradox-verdict-head = at the point values
lab-paradox-value = after the failure
lab-paradox-without = without a failure
lab-paradox-difference = difference
lab-paradox-points = { $number } pp
lab-paradox-holds = holds
lab-paradox-fails = does not hold
lab-paradox-input = Input or result?
lab-paradox-input-table = That { $value } return after quick help is what the repurchase table says, and that { $base } return without a failure is the base loyalty. Both are inputs. Claim (i) in repurchase therefore repeats an input table. It is not a finding of the simulation.
lab-paradox-input-driven = Satisfaction determines repurchase here, and not the repurchase table. Claim (i) in repurchase follows from satisfaction. How steeply repurchase follows satisfaction is still an input.
lab-paradox-maps = Where the claims hold
lab-paradox-maps-lead = The maps are those of the reference `{ $reference }`. Point, touch or use the arrow keys to read them.
lab-paradox-severity = severity
lab-paradox-quick-share = quick share
lab-paradox-severity-map = severity and quality of the recovery
lab-paradox-complaint-map = complaint rate and quick share
lab-paradox-map-keys = Map of { $map }: the arrow keys move the point, with Shift in larger steps
lab-paradox-here = At { $across } { $x }, { $up } { $y }:
lab-paradox-here-claim = { $claim }: { $holds ->
    [yes] holds
   *[no] does not hold
}
lab-paradox-needs = { $from ->
    [never] ; no recovery suffices at this severity
    [any] ; at any quality
   *[other] ; needs a quality above { $from }
}
lab-paradox-compared = ; { $value } compared with { $base }
lab-paradox-thresholds = What it would take
lab-paradox-needs-complaints = { $measure ->
    [satisfaction] Satisfaction
   *[repurchase] Repurchase
}: { $reach ->
    [always] claim (iii) holds for `{ $failure }` at every complaint rate, if all who complain are helped quickly.
    [never] claim (iii) holds for `{ $failure }` at no complaint rate, even if all who complain are helped quickly.
    [below] claim (iii) holds for `{ $failure }` only if less than { $share } complain and all of them are helped quickly. Now { $today } complain.
   *[above] claim (iii) holds for `{ $failure }` only if more than { $share } complain and all of them are helped quickly. Now { $today } complain.
}
lab-paradox-all-thresholds = All thresholds
lab-paradox-thresholds-caption = Where each claim begins or ends to hold as one quantity moves: `{ $failure }` under `{ $strategy }`
lab-paradox-causes = What would it cost to cause failures?
lab-paradox-under = Under `{ $strategy }`:
lab-paradox-smaller-loss = Better recovery repairs more of the damage that the firm caused, but it can cost more than it saves. A smaller loss is not a profit.
lab-paradox-causes-caption = One more `{ $failure }` in { $purchases } purchases, by strategy, in { $currency }
lab-paradox-perfect = Perfect: all customers complain and all are helped quickly. Contacts and the strategy’s compensation are paid. No firm has reported such a complaint rate.
