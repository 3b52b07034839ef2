# The first page of the report, for a board, and the headings of its parts. Names are in backticks, amounts formatted.

report-figures = The answer in figures
brief-fact = { $fact ->
    [client] For
    [author] By
   *[date] Date
}
brief-sure = { $tied ->
    [yes] `{ $name }` ends ahead of `{ $reference }` in { $beats } of simulated outcomes.
   *[no] `{ $name }` is the best of the strategies in { $best } of simulations of the inputs, and ends ahead of `{ $reference }` in { $beats } of simulated outcomes.
}
brief-assumptions = { $number ->
    [1] The assumption that matters most
    [2] Two assumptions that matter most
    [3] Three assumptions that matter most
   *[other] { $number } assumptions that matter most
}
brief-assumption = { $label }: { $value } (at { $low } to { $high }, the NPV difference is { $from } to { $to }{ $turns ->
    [yes] , which changes the decision
   *[no] {""}
})
brief-default = default of the program, { $status }
brief-strategies = What the strategies do
brief-reference = `{ $name }`: the reference
brief-does = `{ $name }`: { $does }
brief-does-cost = programme cost { $amount }
brief-does-nothing = changes no number
brief-more-strategies = { $number ->
    [one] { $number } more strategy is in the argument.
   *[other] { $number } more strategies are in the argument.
}
brief-caveat = One caveat
brief-caveat-scenario = In scenario `{ $scenario }`, `{ $name }` is the best.
brief-caveat-variants = In { $number } of { $all } model variants another strategy is the best: with “{ $variant }”, it is `{ $name }`.
brief-caveat-flip = One input alone can change the decision: at { $level } of { $input }, `{ $name }` becomes the best.
brief-caveat-risk = In { $share } of simulations, `{ $name }` ends behind `{ $reference }`.
brief-caveat-model = The figures follow from a model and its inputs. They compare strategies and do not forecast accounts.
brief-next = Next step
brief-next-alone = Add a second strategy: a single one cannot be compared.
brief-next-ranges = Give the inputs that matter most a range, and run again before you choose `{ $name }`: without ranges, nobody can say how sure the answer is.
brief-next-learn = { $waits ->
    [yes] Find out { $input } before you commit: knowing it is worth up to { $worth }. If the decision cannot wait, choose `{ $name }`.
   *[no] Choose `{ $name }` now. Finding out { $input } first is worth at most { $worth }, a small part of the gain: do it only if it causes no delay.
}
brief-next-choose = { $choice ->
    [keep] Keep `{ $name }`
   *[start] Start `{ $name }`
}. More information would hardly change the choice: all of it together is worth at most { $worth }.
brief-cost-note = compared with { $reference }; { $all } in all
brief-cash = Cash by year
brief-appendix = Appendix
brief-appendix-lead = Methods and details: all assumptions with their evidence, what each strategy changes, how certain the figures are, and how to reproduce them.
run-in-scenario = In scenario `{ $scenario }`: { $text }
run-pays-tied = `{ $name }` and `{ $rival }` are nearly tied, the best in { $share } and { $other } of draws: on average, `{ $name }` is worth { $amount } more than `{ $reference }` over { $horizon } (90 % interval { $low } to { $high })
brief-cost = Additional programme cost
brief-risk-below = below { $share }
