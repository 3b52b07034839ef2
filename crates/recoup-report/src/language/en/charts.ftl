# Texts of charts. Names of strategies are passed quoted and shortened, money with its currency.

chart-draws = { $number ->
    [one] { $number } draw
   *[other] { $number } draws
}
chart-draws-range = { $fewest } to { $most } draws
chart-footer-study = { $study } · scenario { $scenario }
chart-footer-run = seed { $seed } · { $draws } · recoup { $version }
chart-footer-digest = { $run } · study { $digest }
chart-in-currency = { $what }, { $currency }
chart-interval = { $text } (90 %: { $low } to { $high })
chart-caveat = { $text } (90 % interval starts at { $low })
chart-bands = { $kind ->
    [single] dots = mean, bars = 90 % interval
    [few] lines = mean, bands = 90 % interval
   *[many] lines = mean, bands = 90 % interval, of the best strategy and the runner-up
}
chart-more-strategies = { $text }; { $number ->
    [one] { $number } more strategy is in the tables
   *[other] { $number } more strategies are in the tables
}

## 1: a lever and its return
chart-roi-subtitle = NPV difference to { $reference } over { $horizon } and return on investment as one lever changes; { $bands }, dots = best level
chart-roi-peak = best { $amount } at { $level }
chart-roi-return = ROI { $share }
chart-roi-break-even = breaks even at { $level }
chart-roi-pays-up-to = pays up to { $level }
chart-roi-now = now at { $level }
chart-roi-loses = next unit loses money from { $level }
chart-roi-level = No level of { $lever } puts { $name } ahead of { $reference }
chart-roi-behind = No level of { $lever } makes { $name } pay: at best it ends { $amount } behind { $reference }
chart-roi-turning = { $name } earns most, { $amount }, with { $lever } at { $level }; beyond, the next unit loses money
chart-roi-rising = { $name } still earns more at the highest level tried: { $amount } with { $lever } at { $level }
chart-roi-most = { $name } earns most, { $amount }, with { $lever } at { $level }
chart-roi-pays = { $name } pays with { $lever } up to { $level }
chart-roi-now-behind = { $text }; now, at { $level }, it ends { $amount } behind { $reference }
chart-roi-now-ahead = { $text }; now, at { $level }, it earns { $amount }
chart-roi-falling = { $name } earns less the higher { $lever }: { $amount } at { $level }, { $least } at { $highest }

## 2: the difference so far
chart-cumulative-subtitle = Discounted difference to { $reference } so far; { $bands }
chart-cumulative-dots = { $text }, dots = payback
chart-cumulative-axis = difference to date
chart-cumulative-reference = the reference
chart-cumulative-mark = pays back in { $when }
chart-cumulative-beyond = { $text }; value beyond the horizon is left out ({ $name }: { $amount })
chart-cumulative-level = No strategy is ahead of { $reference } after { $horizon }
chart-cumulative-level-alone = { $name } ends level with { $reference } after { $horizon }
chart-cumulative-first = { $name } pays from the first { $period ->
    [week] week
    [quarter] quarter
    [year] year
   *[month] month
} and earns { $amount } over { $horizon }
chart-cumulative-payback = { $name } pays back in { $when } and earns { $amount } over { $horizon }
chart-cumulative-ahead = { $name } is { $amount } ahead of { $reference } after { $horizon }
chart-cumulative-behind = No strategy pays back within { $horizon }; { $name } comes closest, { $amount } behind { $reference }
chart-cumulative-behind-alone = { $name } does not pay back within { $horizon }: it ends { $amount } behind { $reference }

## 3: the tree of a failure
chart-tree-subtitle = Failures within { $horizon }, strategy { $name }: a customer counts once per failure; widths = failures, % of all of them
chart-tree-heading = { $column ->
    [failure] had a failure
    [route] how the firm heard
    [outcome] how it ended
   *[fate] what they did
}
chart-tree-all = all
chart-tree-left = left
chart-tree-stayed = stayed
chart-tree-left-of-them = { $share } of them left
chart-tree-nobody = Under { $name } nobody leaves after a failure
chart-tree-most = Under { $name }, { $share } of the customers who left after a failure { $route ->
    [voiced] had complained
    [solicited] had been asked by the firm
    [detected] had a failure the firm noticed
   *[silent] had stayed silent
}

## 4: active customers
chart-fan-subtitle = Active customers at the end of each { $period ->
    [week] week
    [quarter] quarter
    [year] year
   *[month] month
}; { $bands }
chart-fan-axis = active customers
chart-fan-alike = All strategies end { $when } with about the same number of customers: { $people }
chart-fan-more = { $name } has { $people } more active customers than { $reference } in { $when }
chart-fan-most = No strategy ends { $when } with more customers than { $name }: { $people }
chart-kept-subtitle = Customers lost so far under { $reference } minus those lost under the strategy, means; leavers are replaced, so the number of active customers hardly differs
chart-kept-axis = customers kept to date
chart-kept-most = { $name } keeps { $people } customers by { $when } whom { $reference } loses
chart-kept-none = No strategy loses fewer customers than { $reference } by { $when }
chart-fan-alone = { $name } ends { $when } with { $people } active customers

## 5: losses by cause
chart-losses-subtitle = Customers lost over { $horizon } by cause; left of zero = more customers stay than without a failure; numbers = all losses
chart-losses-against = { $text }, and difference to { $reference }
chart-losses-axis = customers
chart-losses-no-fewer = No strategy loses fewer customers than { $reference }
chart-losses-kept = { $name } keeps { $people } of the customers that { $reference } loses, most of them { $cause ->
    [natural] from natural churn
    [silent] after silent failures
    [unresolved] after unresolved cases
    [resolved] after slow recoveries
    [quick] after quick recoveries
   *[word-of-mouth] through word of mouth
}
chart-losses-more = { $text }; { $name } keeps { $people } more and earns less
chart-losses-dearer = { $text }, but earns less than { $best }
chart-losses-no-failure = { $name } loses { $people } customers, none of them to failures
chart-losses-alone = Under { $name } { $people } customers leave { $cause ->
    [natural] from natural churn
    [silent] after silent failures
    [unresolved] after unresolved cases
    [resolved] after slow recoveries
    [quick] after quick recoveries
   *[word-of-mouth] through word of mouth
}: { $share } of all losses

## 6: the distribution of the difference
chart-distribution-subtitle = NPV difference to { $reference } over { $number ->
    [one] { $number } draw
   *[other] { $number } draws
}, rows scaled separately; dot = mean, bar = 90 % interval, tick = median
chart-distribution-row-level = the same in every draw
chart-distribution-row-gains = gains in { $share } of draws
chart-distribution-level = No strategy is ahead of { $reference } in any draw
chart-distribution-level-alone = No difference to { $reference } in any draw
chart-distribution-behind = No strategy gains on average; { $name } comes closest: { $amount } behind { $reference }
chart-distribution-behind-alone = { $name } loses on average: { $amount } behind { $reference }
chart-distribution-every = { $name } gains in every draw: { $amount } on average
chart-distribution-share = { $name } gains in { $share } of draws: { $amount } on average
chart-distribution-mean = { $name } gains { $amount } on average

## 7: acceptability
chart-acceptability-subtitle = Probability of being the best, over draws of the uncertain inputs; { $over ->
    [customer_value] net = value x customers kept − extra programme cost
    [horizon] discounted cash up to each period
   *[budget] highest NPV within the budget
}
chart-acceptability-dashes = { $text }; dashes = another strategy becomes the best on average
chart-acceptability-axis = probability of being the best
chart-acceptability-over = { $over ->
    [customer_value] value of a customer kept
   *[budget] programme cost allowed above the reference’s
}
chart-acceptability-mark = { $name } from { $from }
chart-acceptability-always = { $name } is the best on average { $over ->
    [customer_value] at every value of a customer kept
    [horizon] over every horizon
   *[budget] at every budget
}
chart-acceptability-from = { $name } is the best on average { $over ->
    [customer_value] once a customer kept is worth { $from }; below that { $before }
    [horizon] from { $from } on; before that { $before }
   *[budget] with { $from } to spend; with less { $before }
}

## 8: tornado
chart-tornado-subtitle = NPV of { $name } minus that of { $reference } as one input varies from its 5 % to its 95 % quantile, the others at their point values
chart-tornado-subtitle-alone = NPV of { $name } as one input varies from its 5 % to its 95 % quantile, the others at their point values
chart-tornado-more = { $text }; { $number ->
    [one] { $number } more input is in the tables
   *[other] { $number } more inputs are in the tables
}
chart-tornado-flip = { $name } at { $level }
chart-tornado-low = at its 5 % quantile
chart-tornado-high = at its 95 % quantile
chart-tornado-point = point values: { $amount }
chart-tornado-turns = another strategy becomes the best
chart-tornado-most = { $input } matters most: { $low } to { $high }
chart-tornado-lead = { $text }; { $number ->
    [0] no single input makes another strategy better than { $best }
    [one] { $number } input alone can make another strategy better than { $best }
   *[other] { $number } inputs alone can make another strategy better than { $best }
}
## 11: model variants
chart-variants-subtitle = NPV minus that of { $reference } over { $horizon }, in { $currency }, at the point values; coloured = the best strategy of its row
chart-variants-more = { $text }; { $number ->
    [one] { $number } more variant is in the workbook
   *[other] { $number } more variants are in the workbook
}
chart-variants-all = { $name } stays best in { $all ->
    [one] the one model variant that changes anything
   *[other] all { $all } model variants
}
chart-variants-some = { $name } stays best in { $holding ->
    [0] none of { $all }
   *[other] { $holding } of { $all }
} model { $all ->
    [one] variant
   *[other] variants
}
chart-variants-turned = { $text }; { $variant } makes { $other } best
chart-variants-elsewhere = { $name } is best in { $holding ->
    [0] none of { $all }
   *[other] { $holding } of { $all }
} model { $all ->
    [one] variant
   *[other] variants
}; at the point values { $other } is

## 12: the desk
chart-desk-subtitle = Top: load as a share of desk capacity, 100 % = no spare capacity. Bottom: share of contacts answered in time
chart-desk-utilisation = service desk utilisation
chart-desk-at-most = at most { $share }
chart-desk-on-average = { $share } on average
chart-desk-busy = The desk of { $name } is never more than { $utilisation } busy and answers { $in_time } of contacts in time
chart-desk-over = The desk of { $name } has more work than it can do in { $over } of { $periods }
chart-desk-other = { $text }; that of { $name } has more work than it can do in { $over } of { $periods }

## A map of two levers
chart-map-subtitle = Strategy with the highest mean NPV as { $across } and { $down } change; darker = further ahead of { $reference }, in { $currency }
chart-map-contours = { $text }; grey lines = steps of { $step }
chart-map-realm = { $name } ({ $share })
chart-map-best = { $name } is the best strategy on { $share } of the map; it gains most, { $amount } with { $across } at { $across_level } and { $down } at { $down_level }
chart-map-other = { $name } is the best strategy on { $share } of the map; { $other } gains most, { $amount } with { $across } at { $across_level } and { $down } at { $down_level }

## 10: where the benefit comes from
chart-benefit-subtitle = NPV of { $name } minus that of { $against } over { $horizon }, split by Shapley values; the steps sum to the difference
chart-benefit-axis = present value
chart-benefit-more = { $name } is worth { $amount } more than { $against }: { $step } makes up { $share } of the gains
chart-benefit-less = { $name } is worth { $amount } less than { $against }: { $step } makes up { $share } of the losses
chart-benefit-same = { $name } and { $against } are worth the same

## The story of one customer
chart-story-subtitle = Customer { $customer } ({ $segment }); lane = time as a customer, stroke = purchase; worth = present value in { $currency }
chart-story-more = { $text }; { $number ->
    [one] { $number } more strategy is not shown
   *[other] { $number } more strategies are not shown
}
chart-story-failure = { $outcome ->
    [silent] failure, silent
    [unresolved] failure, unresolved
    [resolved] failure, resolved
   *[quick] failure, resolved quickly
}
chart-story-left = left
chart-story-left-in = left, { $when }
chart-story-stayed = stayed
chart-story-leaves-anyway = Customer { $customer } leaves in { $when } under every strategy
chart-story-stays-anyway = Customer { $customer } stays under every strategy
chart-story-better = Under { $name } customer { $customer } { $end ->
    [leaves] stays until { $when }
   *[stays] stays
}, worth { $amount } more than under { $other }{ $because ->
    [silent] , where a silent failure loses them
    [unresolved] , where an unresolved case loses them
   *[other] {""}
}
