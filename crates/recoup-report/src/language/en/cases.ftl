# The cases: `recoup cases`, and the chart of all their returns.

cases-compares = compares
head-result = result
cases-read-one = Read one: `recoup cases NAME`; run it: `recoup run case:NAME`; copy it: `recoup new FILE --from case:NAME`.
cases-the-story = The story
cases-the-facts = Reported facts
cases-the-comparison = What is compared
cases-the-ranking = Ranking, best first{ $ties ->
    [some] ; = joins strategies that are nearly tied
   *[none] {""}
}
cases-the-lesson = Lesson
cases-the-doubts = Uncertain
cases-the-inputs = Inputs
cases-inputs = { $assumptions } of { $total } marked inputs are assumptions, { $evidence } are published evidence and { $facts } are facts of the case. Inputs of its preset and policies are not counted.
cases-run-it = Run it with `recoup run { $case }`.

returns-title = In { $number } cases, the best strategy returns { $low } to { $high } in { $within }, more in { $above }, less in { $below }
returns-title-none = { $title }; { $none } have no meaningful return
returns-subtitle = Return on the cost of the best strategy of each case compared with its reference, with a 90 % interval; shaded: the published range, { $low } to { $high }
returns-none-pays = no strategy pays
returns-row = { $case }: { $strategy }
returns-frame = The cases
returns-frame-scenario = first scenario of each case

cases-head-policy = policy
cases-policies-how = A strategy takes a policy with `extends = "strategy:NAME"` and overrides what differs.
    `recoup presets strategy:NAME` prints one.

published-head = published and simulated
published-head-figure = published
published-times = { $number } times
published-reproduced = reproduced
published-overlaps = overlaps
published-by-input = set by input
published-missed = not reproduced
published-tally = Of { $number } published results, { $reproduced } are reproduced, { $overlap } overlap, { $input } are set by input, and { $missed } are not reproduced.
published-no-drift = `docs/published.md` gives the reasons. A result that is not reproduced is not a failed check.
presets-titled = { $title }. { $summary }
