## explain, diff
explain-more = { $number } more; a longer word or a path finds fewer.
explain-meaning = { $name }: { $meaning }
head-range = range
diff-title = What changed from `{ $old }` to `{ $new }`
diff-inputs = { $number ->
    [0] The inputs are the same.
    [one] One input changed.
   *[other] { $number } inputs changed.
}
diff-version = { $stream ->
    [same] The versions of the program differ ({ $old } and { $new }): the model may have changed between them.
   *[other] The versions of the program differ ({ $old } and { $new }), and so do their random numbers: the model may have changed, and part of every change is chance.
}
diff-seed = The seeds differ: part of every change is chance.
diff-currency = One run is in { $old } and the other in { $new }: amounts are not subtracted.
diff-reference = The runs compare with different first strategies: their NPV differences are not subtracted.
diff-best-same = The best strategy is still `{ $name }`.
diff-best-other = The best strategy is now `{ $new }`; it was `{ $old }`.
diff-in-scenario = Scenario { $name }: { $text }
diff-renamed = `{ $new }` (before: `{ $old }`)
diff-settings = How the runs were made
diff-elements = Added, removed or renamed
diff-keys = Inputs that changed
diff-head-old = before
diff-head-new = now
diff-head-table = what
diff-head-change = change
diff-table = { $table ->
    [segment] segment
    [failure] failure
    [severity] severity
    [touchpoint] touchpoint
    [response] response
    [strategy] strategy
    [scenario] scenario
   *[variant] model variant
}
diff-answers = NPV differences to the first strategy in { $currency }
diff-answers-in = Scenario { $name }: NPV differences to the first strategy in { $currency }
diff-head-error = Monte Carlo error
diff-verdict = { $verdict ->
    [within] within
    [beyond] beyond
   *[unknown] not comparable
}
diff-error = Monte Carlo error: 1.96 standard errors of the change, computed as if the runs shared no random numbers. Where they share the seed, the true error is usually smaller.
diff-ranking = Ranking before: { $old }. Ranking now: { $new }.
diff-alone = { $which ->
    [old] Only before: { $names }.
   *[new] Only now: { $names }.
}
