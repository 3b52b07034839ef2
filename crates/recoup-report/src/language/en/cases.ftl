# The cases: `recoup cases`, and the chart of all their returns.

cases-compares = compares
cases-came-out = came out
cases-read-one = Read one with `recoup cases NAME`, run it with `recoup run case:NAME`, copy it with `recoup new FILE --from case:NAME`.
cases-the-story = The story
cases-the-facts = What is reported
cases-the-comparison = What is compared
cases-the-result = What came out
cases-the-ranking = The best first{ $ties ->
    [some] ; = joins strategies too close to order
   *[none] {""}
}
cases-the-lesson = What it teaches
cases-the-doubts = What is uncertain
cases-run-it = Run it with `recoup run { $case }`.

returns-title = Of { $number } cases the best strategy returns { $low } to { $high } in { $within }, more in { $above }, less in { $below }
returns-title-none = { $title }; { $none } have no return to speak of
returns-subtitle = Return on what the best strategy of each case costs, against its reference, with a 90 % interval; shaded: the published { $low } to { $high }
returns-axis = return on investment
returns-costs-less = costs less
returns-none-pays = none pays
returns-row = { $case }: { $strategy }
returns-frame = The cases
returns-frame-scenario = the first of each

cases-head-policy = policy
cases-policies-how = A strategy takes one with `extends = "strategy:NAME"`, and overlays what is its own.
    Print one: `recoup presets strategy:NAME`.

published-head = published against simulated
published-head-figure = published
published-head-simulated = simulated
published-head-verdict = verdict
published-range = { $low } to { $high }
published-times = { $number } times
published-reproduced = reproduced
published-overlaps = overlaps
published-by-input = by input
published-missed = missed
published-tally = Of { $number } published results { $reproduced } come out, { $overlap } overlaps, { $input } went in, { $missed } missed.
published-no-drift = `docs/published.md` says why. A miss is no drift.
