# Many studies at once.

batch-studies = { $number ->
    [one] { $number } study
   *[other] { $number } studies
}
batch-done = { $done } done.
batch-done-but = { $done } done, { $bad } failed (see batch.toml).
batch-where = In { $folder }: index.html ranks the studies, tables/runs contains every strategy of every study.
batch-where-why = In { $folder }: batch.toml lists what failed.
batch-part = Part { $shard }: { $done } done, in { $folder }
batch-part-but = Part { $shard }: { $done } done, { $bad } failed, in { $folder }
batch-part-draws = Part { $shard } of the draws of { $done }, in { $folder }
batch-begins = { $all }, { $ahead } to do
batch-goes-on = { $all }, { $there } already complete, { $ahead } to do
batch-checking = checking
batch-running = running
batch-joining = joining
batch-scripts = { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
} for { $studies }: submit with `sh { $script }`
batch-submitted = Submitted: { $jobs }; logs in { $folder }
batch-not-run = { $studies } not run: `--fail-fast` stopped the batch. Without it, the remaining studies run.
batch-left = Results of earlier batches that are not in the tables: { $names }.
batch-left-out = left out, because the same batch was also split differently: { $folders }
batch-pace = { $stage }: { $done } of { $of }, { $rate } per minute, { $left ->
    [0] less than a minute left
    [one] { $left } minute left
   *[other] { $left } minutes left
}
batch-pace-share = { $stage }: { $share }, { $left ->
    [0] less than a minute left
    [one] { $left } minute left
   *[other] { $left } minutes left
}
batch-pace-rate = { $stage }: { $done } done, { $rate } a minute
batch-study = study `{ $name }`:
batch-study-and-more = study `{ $name }` and { $more } more:

# The page of all studies.
batch-lead = { $done } done. A strategy beats the reference in { $pays } of { $rows } rows.
batch-lead-first = The largest gain is in { $run }: { $gain } with { $strategy }.
batch-lead-currencies = Amounts are in { $currencies }: studies are ranked within their currency.
batch-bad = { $bad } failed
batch-head-gain = NPV gain
batch-title-rank = rank by NPV gain
batch-title-study = name of the run
batch-title-scenario = scenario of the study
batch-title-best = strategy with the highest mean NPV
batch-title-gain = mean NPV difference to the reference
batch-title-interval = 5 and 95 % quantiles of the difference
batch-title-roi = return on investment against the reference
batch-title-payback = periods until the cost is paid back
batch-title-p-best = probability that no strategy is better
batch-title-kept = over the horizon, compared with the reference
batch-as-is = keep the reference
batch-words = Show rows with
batch-words-hint = words
batch-any = any
batch-shown = %1 of %2
batch-foot-rows = One row per study and scenario: the strategy with the highest mean NPV, compared with the study's reference.
batch-foot-tables = All strategies, unrounded:
batch-foot-record = Runs and their settings:
