# Texts of the page. Terms of the field are in the program's catalogue.

skip = To the content
language = Language
views = Views
view-explore = Explore
view-compare = Compare
undo = Undo
redo = Redo
computing = Computing …
failure = The page cannot work here: { $message }
footer = Recoup { $version }. Everything is computed on this device; nothing is sent.
footer-study = Study { $hash }, seed { $seed }.
licences = Licences
keep-as = Save “{ $what }” as { $type }

controls = Inputs
scenario = Scenario
engine = Engine
engine-name = { $engine ->
    [expected] expected: mean field, no chance
    [cohort] cohort: whole customers, with chance
   *[agents] agents: every customer
}
about = About { $what }
value-of = Value of { $what }
put-back = Put { $what } back
put-all-back = Put everything back
hide = Take this slider away
about-interval = In the study: { $value } (90 % interval { $low } to { $high }).
about-range = Published or plausible range: { $low } to { $high }.
about-status = Status of the default: { $status }.
status = { $status ->
    [verified] verified in the primary source
    [secondary] quoted by another text
    [recalled] from memory, unchecked
    [derived] derived from such numbers
    [assumption] assumption, not published
   *[input] the user's own number
}
about-moved = A number that you move counts as known: its interval no longer adds to the spread of the answer.
search = Search all inputs
search-nothing = No input matches.
search-more = and { $number } more

answer-pays = `{ $name }` is worth { $amount } more than `{ $reference }` over { $horizon }{ $certain ->
    [yes] {""}
   *[no] {" "}(90 % interval { $low } to { $high })
}.
answer-roi = It returns { $roi } on what it costs more.
answer-stays = `{ $reference }` stays the best strategy. The next best, `{ $name }`, is worth { $amount } less over { $horizon }{ $certain ->
    [yes] {""}
   *[no] {" "}(90 % interval { $low } to { $high })
}.
answer-best = `{ $who }` is the best strategy in { $best } of draws of the inputs.
answer-alone = `{ $name }` is worth { $amount } over { $horizon }. There is no other strategy to compare it with.
draws-of = { $done } of { $of } draws, engine `{ $engine }`
draws-done = { $done } of { $of } draws
refused = The study cannot be computed with these inputs. The answer shown is the last one that could be.
changed = { $number ->
    [one] { $number } input changed
   *[other] { $number } inputs changed
}
changed-number = { $what }: { $from } → { $to }
pin = Keep this state as A
pin-again = Keep the present state as A
pin-return = Return to A
unpin = Forget A
pinned-title = A against B
pinned-a = A (kept)
pinned-b = B (now)
pinned-change = B − A
pinned-note = Mean NPV difference to the reference, { $currency }.
strategy = Strategy
number = Input
customers = customers

difference-text = { $name }: { $amount } ({ $low } to { $high }).
differences-title = NPV difference to `{ $reference }`, mean and 90 % interval, { $currency }
lever = Lever of the curve
curve-now = now { $level }
curve-break-even = break-even { $level }
curve-over-investment = best { $level }
curve-title = `{ $name }`: NPV difference over { $lever }
curve-title-break-even = `{ $name }` breaks even at { $break } of { $lever }
curve-title-over = `{ $name }`: beyond { $over } of { $lever }, the next unit loses money
cumulative-title = Cumulative discounted difference to the reference
cumulative-payback = `{ $name }` has paid back by { $at }, on average
cumulative-always = `{ $name }` is ahead from { $at } on, on average
cumulative-never = `{ $name }` does not pay back within the horizon, on average
cumulative-label = { $period }
tree-title = `{ $name }`: { $customers } failures, { $left } of those affected leave
tree-route = How the firm learned
tree-outcome = How it ended
tree-end = What became of them
tree-stayed = stayed
tree-left = left
losses-title = Failures cost `{ $reference }` { $there } customers, and `{ $name }` { $here }
tornado-title = { $what } matters most: it moves the gain of `{ $name }` over `{ $reference }` by { $spread }
tornado-flip = at { $level }, `{ $name }` is best
variants-title = `{ $name }` stays the best in { $holding } of { $all } model variants
variant = Model variant
variant-best = Best strategy
variant-difference = NPV difference of `{ $name }`

compare-caption = Strategies side by side, in { $currency }, scenario `{ $scenario }`
interval-90 = 90 % interval
roi = ROI
p-best = P(best)
customers-kept = Customers kept
npv = NPV
compare-levers = What the strategies change
compare-levers-lead = Grey numbers are those of all strategies. `{ $reference }` is the reference.
compare-edit = Add, rename, remove
compare-copy = Copy
compare-copy-as = as
compare-add = Add strategy
compare-remove = Remove { $name }
compare-name = Name of the strategy { $name }
remove = Remove
rename = Rename
compare-take = Download
compare-take-lead = The study is a text for `recoup run`, which gives the same figures. The address of this page carries the state too: copy it to share it.
take-study = Study (TOML)
take-table = Table (CSV)
changed-added = Strategy added: { $name }
changed-gone = Strategy no longer there: { $name }
differs = The study differs from the one that the page came with.
differs-back = Put it back
link-refused = The link carries a study that cannot be read. The study of the page is shown.
losses-title-alone = Failures cost `{ $reference }` { $there } customers
