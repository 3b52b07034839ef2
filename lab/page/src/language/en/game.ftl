# Texts of the game.

view-game = Game
game-title = A recovery game
game-lead = Teams run the firm for eight quarters. It starts with { $customers } customers and does what `{ $reference }` does, in the scenario `{ $scenario }`. In each quarter every team splits the same budget over the levers below, or leaves it unspent. All teams meet the same chance. The highest net present value wins.
game-teams = Teams
game-team = Team { $number }
game-team-name = Name of team { $number }
game-team-remove = Remove { $name }
game-team-add = Add a team
game-names = Give each team a name of its own, of at most { $most } characters.
game-budget = Budget a quarter, { $currency }
game-seed = Random seed
game-seed-other = Another one
game-begin = Begin
game-files = Play with files
game-files-lead = A team can plan on its own device: it begins a game with the same study and budget, plans several quarters, and saves its plan. The host loads the plans here, or when a team's turn comes. The seed of the host decides. A saved game goes on from here too.
game-load = Load plans or a saved game
game-load-plans = Load plans of teams
game-loaded = The plans were loaded.
game-levers = What money can do
game-lever = { $kind ->
    [asking] Ask for complaints ({ $name })
    [positions] Desk positions
    [compensation] Compensation
    [response] Spending: { $name }
   *[programme] Programme: { $name }
}
game-lever-price = Up to { $most } a quarter; less money moves the numbers less.
game-lever-step = { $step } a quarter for each position, up to { $most }.
game-lever-by-case = It is paid case by case. The price is an estimate for the firm without other measures: with more complaints it costs more.
game-save = Save the game
game-end = End this game
game-end-sure = What was not saved is lost.
game-end-yes = End it
game-end-no = Go on
game-pass = { $name }: quarter { $quarter } of { $quarters }
game-pass-lead = Hand the device to this team. The others look away.
game-turn = We are { $name }
game-so-far = Results so far
game-ready = All plans for quarter { $quarter } are there
game-reveal = Reveal quarter { $quarter }
game-searching = Computing, and searching for the best plan …
game-plan = { $name } plans quarter { $quarter } of { $quarters }
game-left = { $left } of { $budget } left
game-spent = Budget spent
game-steps = { $number ->
    [one] { $number } position
   *[other] { $number } positions
}
game-what = What it does
game-done = Done
game-onward = Plan quarter { $quarter } too
game-save-plan = { $quarters ->
    [one] Save the plan of one quarter as a file
   *[other] Save the plan of { $quarters } quarters as a file
}
game-save-plan-note = Money that is left stays with the firm and is not carried over.
game-after = After quarter { $quarter } of { $quarters }
game-over = The game is over
game-leads = { $name } leads: { $gain } { $currency } compared with the firm without a plan.
game-next = Go on to quarter { $quarter }
game-nothing = without a plan
game-customers-title = Active customers
game-kept-title = Customers kept, compared with the firm without a plan
game-npv-title = Cumulative NPV compared with the firm without a plan, { $currency }
game-quarter = Quarter
game-team-column = Team
game-lever-column = Lever
game-table = Quarter { $quarter }, money in { $currency }
game-column-spent = Spent
game-column-customers = Customers at the end
game-column-failures = Failures
game-column-complaints = Complaints
game-column-unresolved = Not resolved
game-column-desk = Load of the desk
game-column-lost = Lost by failures
game-column-cash = Cash
game-column-npv = NPV
game-column-gain = Gain over no plan
game-column-expected = Expected gain
game-column-luck = Chance
game-column-regret = Regret
game-lost-title = Customers who left, by cause
game-lost-table = Customers who left in quarter { $quarter }, by cause
game-cause = { $cause ->
    [natural] no cause in the model
    [silent] silent failure
    [unresolved] not resolved
    [resolved] resolved late
    [quick] resolved quickly
   *[word_of_mouth] word of mouth
}
game-wins = { $name } wins: { $gain } { $currency } compared with the firm without a plan. Its regret is { $regret } { $currency }.
game-ties = { $names } tie: { $gain } { $currency } compared with the firm without a plan. Their regret is { $regret } { $currency }.
game-ranking = The ranking, in { $currency }
game-ranking-note = Expected gain: what the decisions were worth on average over chance. Chance: the NPV that happened less the NPV expected. Regret: what the best plan was expected to bring more.
game-terminal = NPV contains what the customers at the end are worth later.
game-chance = What chance did
game-chance-range = Chance added { $low } to { $high } { $currency } to the teams' results.
game-chance-alike = Chance added { $amount } { $currency } to the result of every team.
game-chance-same = The ranking by decisions alone is the same.
game-chance-other = By decisions alone the ranking would be: { $order }.
game-best-plan = best plan found
game-best-title = The best plan that was found
game-best-team = The best plan that was found is that of { $name }
game-best-table = Money by quarter, { $currency }
game-best-note = The search changes one amount after the other as long as the expected NPV rises. It is no proof that no better plan exists.
game-plan-of = The plan of { $name }

game-file-not-json = The file cannot be read: it is no JSON.
game-file-other = The file is no plan of this game.
game-file-version = The file has version { $version }, which this page does not know.
game-file-differs = The file belongs to another game: { $part ->
    [study] its study is not this one
    [scenario] its scenario is not this one
    [levers] its levers are not these
   *[budget] its budget is not this one
}. Both must start from the same page, inputs and budget.
game-file-broken = The file is damaged at `{ $part }`.
game-file-name = Team { $number } in the file has no name of 1 to { $most } characters on one line.
game-file-plan = The plan of `{ $name }` does not have an amount of 0 or more for every lever.
game-file-large = The file `{ $name }` is too large for a plan.
game-file-many = More than { $most } teams cannot play.
game-file-alone = A saved game is loaded alone, before a game begins.
game-file-late = `{ $name }` cannot join or change what it planned: { $quarter } quarters were revealed already.
