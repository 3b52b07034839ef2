//! A game: teams spend a budget on service recovery, quarter by quarter, in the same world with the same chance.

use serde::{Serialize, Serializer};

use crate::analysis::game::best::best;
pub use crate::analysis::game::levers::LeverKind;
use crate::analysis::game::levers::{GameLever, Move};
pub use crate::analysis::game::world::QUARTERS;
use crate::analysis::game::world::{Course, Quarter, World};
use crate::ask::{Answer, Question, Subject, Unanswered, unanswerable};
use crate::diagnostic::Diagnostic;
use crate::input::refuse_contagion;
use crate::model::row::{Column, Row};
use crate::scenario::horizon::Period;

/// Most teams of a game.
pub const MOST_TEAMS: usize = 8;
/// Longest name of a team, in characters.
pub const LONGEST_NAME: usize = 60;
/// Part of what all levers cost together that the budget is, unless asked for.
const USUAL_BUDGET: f64 = 0.5;
/// Amounts above their limit by less than this share are rounding.
const ROUNDING: f64 = 1e-9;

/// A team and what it decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// Money for each lever, in the order of the answer, above what the reference spends; by quarter.
    pub plan: Vec<Vec<f64>>,
}

/// What do the plans of some teams come to? Without teams: what may they pay for?
///
/// The world is the reference of the scenario at the point values, over eight quarters of its periods.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GameQuestion {
    /// The teams; none, or up to [`MOST_TEAMS`].
    pub teams: Vec<Team>,
    /// Money that a team may spend in each quarter; half of what all levers cost at the most where not given.
    pub budget: Option<f64>,
    /// The seed of the customers' chance; the study's where not given.
    pub seed: Option<u64>,
    /// Quarters played so far, up to [`QUARTERS`]. Nothing of later ones is in the answer. After the last one there are the
    /// end, the best plan found and the regret.
    pub quarters: usize,
}

/// A game as far as it was played.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Game {
    /// Name of the reference, which is the firm without a plan.
    pub reference: String,
    /// Length of the study's periods.
    #[serde(serialize_with = "period_name")]
    pub period: Period,
    /// Periods in a quarter.
    pub periods_per_quarter: u32,
    /// Customers at the start.
    pub customers: f64,
    /// Money that a team may spend in each quarter.
    pub budget: f64,
    /// The seed of the customers' chance.
    pub game_seed: u64,
    /// Whether customers after the last quarter count for what they are worth beyond it.
    pub terminal_value: bool,
    /// What teams may pay for.
    pub levers: Vec<LeverOffer>,
    /// Quarters played.
    pub quarters_played: usize,
    /// The firm without a plan.
    pub nothing: Played,
    /// The teams, in the order of the question.
    pub teams: Vec<TeamPlayed>,
    /// The best plan found; after the last quarter alone.
    pub best: Option<BestPlan>,
}

fn period_name<S: Serializer>(period: &Period, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(period.name())
}

/// Something that teams may pay for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeverOffer {
    /// What it is called in files: the same lever of the same study has the same.
    pub id: String,
    /// What it is.
    #[serde(serialize_with = "kind_name")]
    pub kind: LeverKind,
    /// The strategy of the study that it is taken from; `None` where it is the reference's own.
    pub strategy: Option<String>,
    /// Name of the response.
    pub response: Option<String>,
    /// Most money a quarter, above what the reference spends.
    pub most: f64,
    /// Money a quarter of one step, where it comes in steps; what is left of a step has no effect and is not spent.
    pub step: Option<f64>,
    /// Whether it is paid case by case: `most` is then what is expected without any other lever, and what is paid may differ.
    pub paid_by_case: bool,
    /// The numbers that it moves.
    pub moves: Vec<LeverMove>,
}

fn kind_name<S: Serializer>(kind: &LeverKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.name())
}

/// A number that a lever moves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeverMove {
    /// Its key.
    pub key: String,
    /// Its value without money.
    pub from: f64,
    /// Its value at the most money.
    pub to: f64,
}

/// What a plan came to, and what was to be expected of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Played {
    /// The quarters played.
    pub quarters: Vec<QuarterPlayed>,
    /// How it ended; after the last quarter alone.
    pub end: Option<End>,
}

/// A quarter of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuarterPlayed {
    /// Its number, from 1.
    pub quarter: usize,
    /// Money planned on levers that has an effect.
    pub spent: f64,
    /// What happened.
    pub happened: Happened,
    /// What was to be expected.
    pub expected: Happened,
}

/// What happens in a quarter: customers, and undiscounted money but for `npv`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Happened {
    /// Customers at its start.
    pub active_start: f64,
    /// Customers at its end.
    pub active_end: f64,
    /// Customers who met a failure.
    pub failures: f64,
    /// Failures that the firm heard of: complaints, asked and unasked, and failures that it detected.
    pub complaints: f64,
    /// Of these, resolved quickly.
    pub quick: f64,
    /// Of these, resolved later.
    pub resolved: f64,
    /// Of these, not resolved.
    pub unresolved: f64,
    /// Failures that the firm did not hear of.
    pub silent: f64,
    /// Customers who left, by cause.
    pub lost: LostByCause,
    /// Customers who came, of their own accord and bought.
    pub joined: f64,
    /// Mean load of the desk by position; `None` without a desk.
    pub desk_utilisation: Option<f64>,
    /// Margin less retention and acquisition cost.
    pub contribution: f64,
    /// Programme cost.
    pub programme: f64,
    /// Contribution less programme cost.
    pub cash: f64,
    /// Present value of all cash up to the end of the quarter, without terminal value.
    pub npv: f64,
}

/// Customers who left, by cause. Those of `quick` and `word_of_mouth` may be negative: customers kept.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LostByCause {
    /// Without a cause in the model.
    pub natural: f64,
    /// In excess, after silence.
    pub silent: f64,
    /// ... after a case that was not resolved.
    pub unresolved: f64,
    /// ... after a slow resolution.
    pub resolved: f64,
    /// ... after a quick resolution.
    pub quick: f64,
    /// ... by what they heard.
    pub word_of_mouth: f64,
}

/// How a plan ended, money.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct End {
    /// Net present value, terminal value included.
    pub npv: f64,
    /// The terminal value in it.
    pub terminal: f64,
    /// Net present value that was to be expected: the expected engine's.
    pub npv_expected: f64,
    /// What chance added: `npv` less `npv_expected`.
    pub luck: f64,
    /// Expected NPV of the best plan found less `npv_expected`: what better decisions would have brought. Never negative.
    pub regret: f64,
}

/// A team's course.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamPlayed {
    /// Its name.
    pub name: String,
    /// Its course.
    #[serde(flatten)]
    pub played: Played,
}

/// The best plan found under the same budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BestPlan {
    /// Money for each lever, by quarter.
    pub plan: Vec<Vec<f64>>,
    /// The team whose plan it is, where the search found none better.
    pub team: Option<String>,
    /// Its course.
    #[serde(flatten)]
    pub played: Played,
}

impl LeverOffer {
    fn of(subject: &Subject<'_>, lever: &GameLever) -> Self {
        let strategy = lever.strategy.map(|i| subject.name(i).to_string());
        let kind = lever.kind.name();
        let id = match (lever.kind, &lever.response, &strategy) {
            (LeverKind::Response, Some(name), _) => format!("{kind}:{name}"),
            (LeverKind::Programme | LeverKind::Asking, _, Some(name)) => format!("{kind}:{name}"),
            _ => kind.to_string(),
        };
        let moves =
            lever.moves.iter().map(|Move { key, from, to }| LeverMove { key: key.to_string(), from: *from, to: *to });
        LeverOffer {
            id,
            kind: lever.kind,
            response: lever.response.clone(),
            most: lever.most,
            step: lever.step(),
            paid_by_case: lever.kind == LeverKind::Compensation,
            moves: moves.collect(),
            strategy,
        }
    }
}

impl Happened {
    fn of(quarter: &Quarter, has_desk: bool) -> Self {
        let row: &Row = &quarter.row;
        let get = |column: Column| row.get(column);
        Happened {
            active_start: get(Column::Active),
            active_end: quarter.active_end,
            failures: get(Column::Episodes),
            complaints: get(Column::Quick) + get(Column::Resolved) + get(Column::Unresolved),
            quick: get(Column::Quick),
            resolved: get(Column::Resolved),
            unresolved: get(Column::Unresolved),
            silent: get(Column::Silent),
            lost: LostByCause {
                natural: get(Column::LostNatural),
                silent: get(Column::LostSilent),
                unresolved: get(Column::LostUnresolved),
                resolved: get(Column::LostResolved),
                quick: get(Column::LostQuick),
                word_of_mouth: get(Column::LostWordOfMouth),
            },
            joined: get(Column::Organic) + get(Column::Bought),
            desk_utilisation: has_desk.then_some(quarter.desk_utilisation),
            contribution: get(Column::Contribution),
            programme: get(Column::Programme),
            cash: get(Column::Contribution) - get(Column::Programme),
            npv: quarter.npv,
        }
    }
}

/// A plan with its two courses.
struct Both<'a> {
    plan: &'a [Vec<f64>],
    played: Course,
    expected: Course,
}

impl<'a> Both<'a> {
    fn of(world: &World, plan: &'a [Vec<f64>]) -> Self {
        Both { plan, played: world.played(plan), expected: world.expected(plan) }
    }

    /// As far as it was played; `most` is the expected NPV of the best plan, after the last quarter.
    fn seen(&self, world: &World, quarters: usize, most: Option<f64>) -> Played {
        let quarter = |number: usize| QuarterPlayed {
            quarter: number + 1,
            spent: self.plan.get(number).map_or(0.0, |row| world.spent(row)),
            happened: Happened::of(&self.played.quarters[number], world.has_desk()),
            expected: Happened::of(&self.expected.quarters[number], world.has_desk()),
        };
        let end = most.map(|most| End {
            npv: self.played.npv,
            terminal: if world.has_terminal_value() {
                self.played.npv - self.played.quarters.last().map_or(0.0, |last| last.npv)
            } else {
                0.0
            },
            npv_expected: self.expected.npv,
            luck: self.played.npv - self.expected.npv,
            regret: most - self.expected.npv,
        });
        Played { quarters: (0..quarters).map(quarter).collect(), end }
    }
}

impl GameQuestion {
    /// The budget a quarter.
    fn budget(&self, world: &World) -> Result<f64, Diagnostic> {
        match self.budget {
            Some(budget) if budget > 0.0 && budget.is_finite() => Ok(budget),
            Some(budget) => Err(unanswerable(
                format!("a budget of {budget} cannot be spent"),
                "the budget is money per quarter, above 0",
            )),
            None => Ok(two_digits(USUAL_BUDGET * world.levers.iter().map(|lever| lever.most).sum::<f64>())),
        }
    }

    /// Everything that is wrong with the teams and their plans.
    fn check(&self, world: &World, offers: &[LeverOffer], budget: f64) -> Vec<Diagnostic> {
        let mut wrong = Vec::new();
        if self.quarters > QUARTERS {
            let message = format!("a game has {QUARTERS} quarters, not {}", self.quarters);
            wrong.push(unanswerable(message, &format!("ask for 0 to {QUARTERS}")));
        }
        if self.teams.len() > MOST_TEAMS {
            let message = format!("{} teams are too many", self.teams.len());
            wrong.push(unanswerable(message, &format!("at most {MOST_TEAMS} teams play")));
        }
        for (i, team) in self.teams.iter().enumerate() {
            let name = &team.name;
            if name.trim().is_empty() || name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
                let message = format!("team {} has no name that can be shown", i + 1);
                wrong.push(unanswerable(message, &format!("a name has 1 to {LONGEST_NAME} characters on one line")));
            }
            if self.teams[..i].iter().any(|other| other.name == *name) {
                wrong.push(unanswerable(format!("two teams are called `{name}`"), "give each team a name of its own"));
            }
            if team.plan.len() > QUARTERS {
                let message = format!("team `{name}` plans {} quarters", team.plan.len());
                wrong.push(unanswerable(message, &format!("a game has {QUARTERS}")));
            }
            if team.plan.len() < self.quarters.min(QUARTERS) {
                let message = format!("team `{name}` has no plan for quarter {}", team.plan.len() + 1);
                wrong.push(unanswerable(message, "plan every quarter that is played; a quarter may spend nothing"));
            }
            for (q, row) in team.plan.iter().take(QUARTERS).enumerate() {
                wrong.extend(check_row(world, offers, budget, row, &format!("team `{name}`, quarter {}", q + 1)));
            }
        }
        wrong
    }
}

fn check_row(world: &World, offers: &[LeverOffer], budget: f64, row: &[f64], place: &str) -> Option<Diagnostic> {
    if row.len() != offers.len() {
        let message = format!("{place}: {} amounts for {} levers", row.len(), offers.len());
        return Some(unanswerable(message, "give one amount for each lever, 0 for none"));
    }
    for (offer, &money) in offers.iter().zip(row) {
        if !(money >= 0.0 && money <= offer.most * (1.0 + ROUNDING)) {
            let message = format!("{place}: {money} for `{}` lies outside 0 to {}", offer.id, offer.most);
            return Some(unanswerable(message, "spend an amount within that range"));
        }
    }
    let spent = world.spent(row);
    (spent > budget * (1.0 + ROUNDING)).then(|| {
        let message = format!("{place}: the plan spends {spent:.2}, more than the budget of {budget:.2}");
        unanswerable(message, "spend less in this quarter; what other quarters leave is not carried over")
    })
}

/// The amount with two significant digits.
fn two_digits(amount: f64) -> f64 {
    let mut unit = 1.0;
    while amount >= 100.0 * unit {
        unit *= 10.0;
    }
    if amount < 10.0 { amount } else { (amount / unit).round() * unit }
}

impl Question for GameQuestion {
    type Found = Game;
    const COMMAND: &'static str = "game";
    const IS_AT_POINT_VALUES: bool = true;

    /// Asks it.
    ///
    /// # Errors
    /// A study with yearly periods, with contagion, or without anything to pay for; a plan that its budget does not pay, or
    /// that lacks a quarter; a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Game>, Unanswered> {
        refuse_contagion(subject.study())?;
        let seed = self.seed.unwrap_or(subject.study().settings.seed);
        let Some(world) = World::new(subject.scenario(), seed) else {
            let message = "a game is played by quarters, and a period of this study is a year".to_string();
            return Err(unanswerable(message, "set `horizon.period` to \"quarter\", \"month\" or \"week\"").into());
        };
        if world.levers.is_empty() {
            let message = "no strategy of this study has a lever with a price, so teams have nothing to pay for";
            let help = "give a strategy a [[response]], `voice.solicit` with `voice.solicit_cost`, or other acts with \
                        `costs.training_per_year`";
            return Err(unanswerable(message.to_string(), help).into());
        }
        let offers: Vec<LeverOffer> = world.levers.iter().map(|lever| LeverOffer::of(subject, lever)).collect();
        let budget = self.budget(&world)?;
        let wrong = self.check(&world, &offers, budget);
        if !wrong.is_empty() {
            return Err(wrong.into());
        }
        let courses: Vec<Both<'_>> = self.teams.iter().map(|team| Both::of(&world, &team.plan)).collect();
        let nothing = world.nothing();
        let without = Both::of(&world, &nothing);
        let is_over = self.quarters == QUARTERS && !self.teams.is_empty();
        let found = is_over.then(|| best(&world, budget, subject.progress));
        if subject.progress.is_stopped() {
            return Err(Unanswered::Interrupted);
        }
        // A team may have found a better plan than the search.
        let found = found.map(|found| {
            let mut best = (found.plan, found.npv, None);
            for (team, both) in self.teams.iter().zip(&courses) {
                if both.expected.npv > best.1 {
                    best = (team.plan.clone(), both.expected.npv, Some(team.name.clone()));
                }
            }
            best
        });
        let most = found.as_ref().map(|(_, npv, _)| *npv);
        let teams = self
            .teams
            .iter()
            .zip(&courses)
            .map(|(team, both)| TeamPlayed { name: team.name.clone(), played: both.seen(&world, self.quarters, most) });
        let game = Game {
            reference: subject.name(0).to_string(),
            period: world.period(),
            periods_per_quarter: world.periods,
            customers: world.customers(),
            budget,
            game_seed: seed,
            terminal_value: world.has_terminal_value(),
            quarters_played: self.quarters,
            nothing: without.seen(&world, self.quarters, most),
            teams: teams.collect(),
            best: found.map(|(plan, npv, team)| {
                let played = Both::of(&world, &plan).seen(&world, QUARTERS, Some(npv));
                BestPlan { played, plan, team }
            }),
            levers: offers,
        };
        subject.answer(game, Vec::new())
    }
}

#[cfg(test)]
mod tests {
    use crate::ask::game::{Game, GameQuestion, LeverKind, QUARTERS, Team};
    use crate::ask::{Question, Subject, Unanswered};
    use crate::engine::evaluate::expected_record;
    use crate::engine::progress::NoProgress;
    use crate::engine::records::RecordSeries;
    use crate::engine::simulate::simulate;
    use crate::input::shipped::{CASES, STUDIES};
    use crate::input::{Request, load};
    use crate::scenario::horizon::Period;
    use crate::scenario::study::{EngineKind, Study};

    fn study(name: &str, set: &[&str]) -> Study {
        let mut request = Request::builtin(name);
        request.set = set.iter().map(ToString::to_string).collect();
        request.draws = Some(1);
        request.replicates = Some(1);
        request.engine = Some(EngineKind::Cohort);
        load(&request).expect("it is shipped").study
    }

    fn team(name: &str, plan: Vec<Vec<f64>>) -> Team {
        Team { name: name.into(), plan }
    }

    fn ask(study: &Study, question: &GameQuestion) -> Result<Game, Unanswered> {
        question.ask(&Subject::new(study, None).unwrap()).map(|answer| answer.found)
    }

    fn refused(study: &Study, question: &GameQuestion) -> Vec<String> {
        match ask(study, question) {
            Err(Unanswered::Refused(wrong)) => wrong.into_iter().map(|diagnostic| diagnostic.message).collect(),
            other => panic!("it was not refused: {other:?}"),
        }
    }

    /// The number of the lever of that kind.
    fn lever(game: &Game, kind: LeverKind) -> usize {
        game.levers.iter().position(|lever| lever.kind == kind).expect("the study has it")
    }

    /// What the levers of that kind cost at the most, times a part.
    fn row(game: &Game, parts: &[(LeverKind, f64)]) -> Vec<f64> {
        let mut row = vec![0.0; game.levers.len()];
        for (kind, part) in parts {
            let i = lever(game, *kind);
            row[i] = part * game.levers[i].most;
        }
        row
    }

    fn played(study: &Study, plan: Vec<Vec<f64>>) -> Game {
        let question = GameQuestion {
            teams: vec![team("a", plan)],
            budget: Some(1e9),
            quarters: QUARTERS,
            ..GameQuestion::default()
        };
        ask(study, &question).unwrap()
    }

    #[test]
    fn a_constant_plan_is_the_strategy_that_it_is_made_of() {
        let study = study("city-hotel", &["horizon.periods=24"]);
        let results = simulate(&study, &NoProgress).unwrap();
        let offers = ask(&study, &GameQuestion::default()).unwrap();
        let constant = |parts: &[(LeverKind, f64)]| vec![row(&offers, parts); QUARTERS];
        let plans = [
            ("today", constant(&[])),
            ("ask", constant(&[(LeverKind::Asking, 1.0)])),
            ("answer fast", constant(&[(LeverKind::Programme, 1.0)])),
            // The lever goes up to twice the spend of the strategy; one of two more positions is the strategy's.
            ("prevent", constant(&[(LeverKind::Response, 0.5)])),
            (
                "ask and answer",
                constant(&[(LeverKind::Asking, 1.0), (LeverKind::Programme, 1.0), (LeverKind::Positions, 0.5)]),
            ),
        ];
        for (name, plan) in plans {
            let place = study.scenarios[0].strategies.iter().position(|s| &*s.name == name).unwrap();
            let simulated = results.scenarios[0].strategies[place].simulations.records.each().next().unwrap();
            let point = study.scenarios[0].strategies[place].parameters.with_point_values();
            let end = played(&study, plan).teams[0].played.end.clone().unwrap();
            assert_eq!(end.npv.to_bits(), simulated.npv().to_bits(), "{name}");
            assert_eq!(end.npv_expected.to_bits(), expected_record(&point).npv().to_bits(), "{name}");
            assert_eq!(end.luck, end.npv - end.npv_expected);
        }
    }

    #[test]
    fn a_plan_of_nothing_is_the_reference() {
        for name in ["city-hotel", "capacity-trap", "case:scotiabank", "case:peak-season"] {
            let study = study(name, &[]);
            let offers = ask(&study, &GameQuestion::default()).unwrap();
            let game = played(&study, vec![vec![0.0; offers.levers.len()]; QUARTERS]);
            assert_eq!(game.teams[0].played, game.nothing, "{name}");
        }
    }

    #[test]
    fn a_quarter_does_not_know_the_next() {
        let study = study("city-hotel", &[]);
        let offers = ask(&study, &GameQuestion::default()).unwrap();
        let busy = row(&offers, &[(LeverKind::Asking, 1.0), (LeverKind::Programme, 0.3), (LeverKind::Response, 0.7)]);
        let idle = row(&offers, &[]);
        let switching =
            |from: usize| (0..QUARTERS).map(|q| if q < from { idle.clone() } else { busy.clone() }).collect();
        for from in 0..QUARTERS {
            let game = played(&study, switching(from));
            let [team, nothing] = [&game.teams[0].played, &game.nothing];
            assert_eq!(team.quarters[..from], nothing.quarters[..from]);
            assert_ne!(team.quarters[from].happened, nothing.quarters[from].happened);
            // Answers up to a quarter are the start of the whole, and need no more of the plan.
            let question = GameQuestion {
                teams: vec![team_of(&switching(from)[..from])],
                budget: Some(1e9),
                quarters: from,
                ..GameQuestion::default()
            };
            let part = ask(&study, &question).unwrap();
            assert_eq!(part.teams[0].played.quarters, team.quarters[..from]);
            assert!(part.teams[0].played.end.is_none() && part.best.is_none());
        }
    }

    fn team_of(plan: &[Vec<f64>]) -> Team {
        team("a", plan.to_vec())
    }

    #[test]
    fn chance_is_the_same_for_all_teams() {
        let study = study("city-hotel", &[]);
        let offers = ask(&study, &GameQuestion::default()).unwrap();
        let plan = vec![row(&offers, &[(LeverKind::Asking, 0.5)]); QUARTERS];
        let other = vec![row(&offers, &[(LeverKind::Response, 0.5)]); QUARTERS];
        let question = |seed| GameQuestion {
            teams: vec![team("a", plan.clone()), team("b", other.clone()), team("c", plan.clone())],
            seed: Some(seed),
            quarters: QUARTERS,
            ..GameQuestion::default()
        };
        let game = ask(&study, &question(7)).unwrap();
        assert_eq!(game.teams[0].played, game.teams[2].played);
        assert_ne!(game.teams[0].played, game.teams[1].played);
        let again = ask(&study, &question(8)).unwrap();
        let end = |game: &Game| game.teams[0].played.end.clone().unwrap();
        assert_ne!(end(&game).npv, end(&again).npv);
        assert_eq!(end(&game).npv_expected, end(&again).npv_expected);
    }

    #[test]
    fn nobody_has_less_than_no_regret() {
        for name in ["city-hotel", "capacity-trap", "case:hotel-standards"] {
            let study = study(name, &[]);
            let offers = ask(&study, &GameQuestion::default()).unwrap();
            let first = ask(&study, &question_of(&offers, vec![])).unwrap();
            let best = first.best.clone().unwrap();
            // The best plan keeps the budget, and whoever plays it has no regret.
            let again = ask(&study, &question_of(&offers, vec![team("best", best.plan.clone())])).unwrap();
            let ends = again.teams.iter().map(|team| team.played.end.clone().unwrap());
            let regrets: Vec<f64> = ends.map(|end| end.regret).collect();
            assert!(regrets.iter().all(|regret| *regret >= 0.0), "{name}: {regrets:?}");
            assert_eq!(regrets.last(), Some(&0.0), "{name}");
            assert_eq!(again.best.unwrap().plan, best.plan, "{name}: the same question has the same answer");
            let end = |played: &crate::ask::game::Played| played.end.clone().unwrap();
            assert!(end(&best.played).npv_expected > end(&first.nothing).npv_expected, "{name}");
            assert!(end(&first.nothing).regret > 0.0);
        }
    }

    /// Three plans that anybody may think of within the usual budget, and some more.
    fn question_of(offers: &Game, more: Vec<Team>) -> GameQuestion {
        let width = offers.levers.len();
        let even = |i: usize| {
            let share = offers.budget / width as f64;
            let offer = &offers.levers[i];
            share.min(offer.most)
        };
        let mut teams = vec![
            team("nothing", vec![vec![0.0; width]; QUARTERS]),
            team("even", vec![(0..width).map(even).collect(); QUARTERS]),
            team(
                "late",
                (0..QUARTERS).map(|q| (0..width).map(|i| if q < 4 { 0.0 } else { even(i) }).collect()).collect(),
            ),
        ];
        teams.extend(more);
        GameQuestion { teams, quarters: QUARTERS, ..GameQuestion::default() }
    }

    #[test]
    fn no_plan_on_a_coarse_grid_beats_the_one_found() {
        // Every constant plan in steps of a fifth of the budget.
        let study = study("city-hotel", &[]);
        let offers = ask(&study, &GameQuestion::default()).unwrap();
        let found = ask(&study, &question_of(&offers, vec![])).unwrap().best.unwrap().played.end.unwrap().npv_expected;
        let width = offers.levers.len();
        let mut rows: Vec<Vec<f64>> = vec![Vec::new()];
        for i in 0..width {
            let steps = (0..=5).map(|k| f64::from(k) * 0.2 * offers.budget);
            let amounts: Vec<f64> = match offers.levers[i].step {
                Some(step) => (0..=2).map(|k| f64::from(k) * step).collect(),
                None => steps.collect(),
            };
            let fits = |row: &Vec<f64>| row.iter().sum::<f64>() <= offers.budget;
            let longer = |row: Vec<f64>| {
                let longer =
                    amounts.iter().filter(|&&x| x <= offers.levers[i].most).map(move |&x| [&row[..], &[x]].concat());
                longer.filter(fits).collect::<Vec<_>>()
            };
            rows = rows.into_iter().flat_map(longer).collect();
        }
        assert!(rows.len() > 50, "{}", rows.len());
        let world = crate::analysis::game::world::World::new(&study.scenarios[0], 1).unwrap();
        for row in rows {
            let npv = world.expected_npv(&vec![row.clone(); QUARTERS]);
            assert!(npv <= found, "{row:?}: {npv} beats {found}");
        }
    }

    #[test]
    fn what_a_budget_does_not_pay_is_refused_by_team_and_quarter() {
        let study = study("city-hotel", &[]);
        let offers = ask(&study, &GameQuestion::default()).unwrap();
        let mut plan = vec![vec![0.0; offers.levers.len()]; QUARTERS];
        plan[2] = offers.levers.iter().map(|lever| lever.most).collect();
        plan[4][0] = -1.0;
        plan[5].pop();
        plan[6][0] = f64::NAN;
        let question = |teams: Vec<Team>| GameQuestion { teams, quarters: 3, ..GameQuestion::default() };
        let wrong =
            refused(&study, &question(vec![team("blue", plan.clone()), team("blue", Vec::new()), team(" ", plan)]));
        let says = |words: &[&str]| {
            assert!(
                wrong.iter().any(|message| words.iter().all(|word| message.contains(word))),
                "{words:?}: {wrong:?}"
            );
        };
        says(&["team `blue`, quarter 3", "more than the budget"]);
        says(&["team `blue`, quarter 5", "-1", "outside"]);
        says(&["team `blue`, quarter 6", "amounts for"]);
        says(&["team `blue`, quarter 7", "NaN"]);
        says(&["two teams are called `blue`"]);
        says(&["team `blue` has no plan for quarter 1"]);
        says(&["team 3 has no name"]);
        for budget in [0.0, -5.0, f64::NAN, f64::INFINITY] {
            let question = GameQuestion { budget: Some(budget), ..GameQuestion::default() };
            assert!(refused(&study, &question)[0].contains("budget"));
        }
        assert!(refused(&study, &GameQuestion { quarters: 9, ..GameQuestion::default() })[0].contains("8 quarters"));
    }

    #[test]
    fn a_budget_is_not_spent_on_part_of_a_position() {
        let study = study("city-hotel", &[]);
        let offers = ask(&study, &GameQuestion::default()).unwrap();
        let part = played(&study, vec![row(&offers, &[(LeverKind::Positions, 0.4)]); QUARTERS]);
        assert_eq!(part.teams[0].played, part.nothing);
        let one = played(&study, vec![row(&offers, &[(LeverKind::Positions, 0.9)]); QUARTERS]);
        assert_eq!(one.teams[0].played.quarters[0].spent, 10_000.0);
    }

    #[test]
    fn studies_of_weeks_and_quarters_are_played_and_yearly_ones_are_refused() {
        let text = |period: &str, periods: u32| format!("horizon.period={period:?}\nhorizon.periods={periods}");
        for (period, periods, each) in [(Period::Week, 52, 13), (Period::Month, 6, 3), (Period::Quarter, 4, 1)] {
            let set = text(period.name(), periods);
            let study = study("city-hotel", &set.lines().collect::<Vec<_>>());
            let offers = ask(&study, &GameQuestion::default()).unwrap();
            assert_eq!(offers.periods_per_quarter, each);
            let game = played(&study, vec![row(&offers, &[(LeverKind::Response, 0.5)]); QUARTERS]);
            let team = &game.teams[0].played;
            assert_eq!(team.quarters.len(), QUARTERS);
            // Failures go on beyond a horizon that is shorter than the game.
            assert!(team.quarters.iter().all(|quarter| quarter.happened.failures > 0.0), "{period:?}");
            // Customers of a quarter are those at its start, less who left, and who came.
            for quarter in &team.quarters {
                let now = &quarter.expected;
                let lost = &now.lost;
                let lost =
                    lost.natural + lost.silent + lost.unresolved + lost.resolved + lost.quick + lost.word_of_mouth;
                assert!((now.active_start - lost + now.joined - now.active_end).abs() < 1e-6 * now.active_start);
                assert!((now.failures - now.silent - now.complaints).abs() < 1e-6 * now.failures);
                assert!((now.contribution - now.programme - now.cash).abs() < 1e-6 * now.contribution.abs());
            }
        }
        let yearly = study("city-hotel", &["horizon.period=\"year\"", "horizon.periods=3"]);
        assert!(refused(&yearly, &GameQuestion::default())[0].contains("year"));
    }

    #[test]
    fn shipped_studies_offer_levers_that_can_be_played() {
        let names = STUDIES.iter().map(|(name, _)| name.to_string());
        let names = names.chain(CASES.iter().map(|(name, _)| format!("case:{name}")));
        let (mut played_studies, mut without) = (0, Vec::new());
        for name in names {
            let Ok(loaded) = load(&Request::builtin(&name)) else { panic!("{name}") };
            let study = loaded.study;
            match ask(&study, &GameQuestion::default()) {
                Err(Unanswered::Refused(_)) => without.push(name),
                Err(Unanswered::Interrupted) => panic!(),
                Ok(offers) => {
                    played_studies += 1;
                    for (i, lever) in offers.levers.iter().enumerate() {
                        assert!(
                            lever.most > 0.0 && lever.most.is_finite() && !lever.moves.is_empty(),
                            "{name}: {lever:?}"
                        );
                        assert!(offers.levers[..i].iter().all(|other| other.id != lever.id), "{name}: {}", lever.id);
                    }
                    let all = offers.levers.iter().map(|lever| lever.most).collect();
                    let game = played(&study, vec![all; QUARTERS]);
                    let end = game.teams[0].played.end.clone().unwrap();
                    assert!(end.npv.is_finite() && end.npv_expected.is_finite(), "{name}");
                    assert!(game.teams[0].played != game.nothing, "{name}");
                }
            }
        }
        assert!(played_studies > 15, "cannot be played: {without:?}");
    }
}
