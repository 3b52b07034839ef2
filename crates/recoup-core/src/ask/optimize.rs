//! A budget split over levers.

use serde::Serialize;

use crate::analysis::cautions::Caution;
use crate::analysis::lever::Lever;
use crate::analysis::optimize::{MOST_COMBINATIONS, Problem, Range, Risk, Split};
use crate::analysis::sweep::unit;
use crate::analysis::view::LeverUnit;
use crate::ask::{Answer, Question, Subject, Unanswered, all, unanswerable};
use crate::diagnostic::Diagnostic;
use crate::stats::band::Band;

/// Parameter draws unless asked for.
const USUAL_DRAWS: u64 = 100;
/// Draws over which the strategy is chosen where none is named.
const CHOOSING: u64 = 50;
/// Most levers.
pub const MOST_LEVERS: usize = 8;

/// A lever and how far it may move.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverRange {
    /// Key of the lever.
    pub key: String,
    /// Least level.
    pub low: f64,
    /// Greatest level.
    pub high: f64,
}

/// How should a budget be split over levers?
#[derive(Clone, Debug, PartialEq)]
pub struct OptimizeQuestion {
    /// Money per year that the levers may cost together.
    pub budget: f64,
    /// The levers.
    pub levers: Vec<LeverRange>,
    /// Name of the strategy whose levers move; the best that has them all where none is named.
    pub strategy: Option<String>,
    /// What a split is judged by.
    pub risk: Risk,
}

/// The best split of a budget, and of others.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Optimum {
    /// Name of the strategy whose levers move.
    pub strategy: String,
    /// Name of the reference.
    pub reference: String,
    /// Parameter draws.
    pub draws: u64,
    /// What splits are judged by.
    #[serde(serialize_with = "risk_name")]
    pub risk: Risk,
    /// The best split of the budget.
    pub best: BudgetSplit,
    /// The best splits of parts and multiples of the budget, rising.
    pub frontier: Vec<BudgetSplit>,
}

/// A split of a budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BudgetSplit {
    /// The budget, money per year.
    pub budget: f64,
    /// What the levers cost together, money per year.
    pub spent: f64,
    /// What it was judged by, money.
    pub objective: f64,
    /// NPV less the reference's, money.
    pub npv_difference: Band,
    /// Return on what it costs more than the reference.
    pub roi: Option<f64>,
    /// The levers, in the order of the question.
    pub levers: Vec<LeverLevel>,
}

/// A level is at an end of its range where it is nearer than this share of the range.
const NEAR_END: f64 = 1e-3;

/// Where a split sets a lever.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeverLevel {
    /// Key of the lever.
    pub key: String,
    /// What it is measured in.
    #[serde(skip)]
    pub unit: LeverUnit,
    /// Its level.
    pub level: f64,
    /// Whether it is at an end of the range given beyond which the lever could still move.
    pub is_at_end: bool,
    /// What that level costs by itself.
    #[serde(skip)]
    pub price: Price,
    /// Net return on the next unit of programme cost; `None` where more of it costs no more.
    pub marginal_roi: Option<f64>,
}

/// What a level of a lever costs by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Price {
    /// Money per year.
    PerYear(f64),
    /// It is paid case by case.
    PerCase,
    /// Nothing is paid for it.
    Free,
}

fn risk_name<S: serde::Serializer>(risk: &Risk, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(risk.name())
}

fn range(subject: &Subject<'_>, asked: &LeverRange, strategy: usize) -> Result<Range, Diagnostic> {
    let LeverRange { key, low, high } = asked;
    let lever = Lever::named(key, subject.scenario(), &[strategy])?;
    if lever.is_of_the_world() {
        let message = format!("`{key}` is a fact of the world or a price, which no strategy chooses");
        return Err(Diagnostic::error("S040", message).with_help(
            "see what it does with `recoup sweep` or `breakeven`; money moves it through a [[response]], whose spend is a lever",
        ));
    }
    for x in [low, high] {
        lever.accepts(*x, subject.scenario())?;
    }
    if low >= high {
        let message = format!("the range of `{key}` from {low} to {high} has no width");
        return Err(unanswerable(message, "write the lower end first"));
    }
    Ok(Range { lever, low: *low, high: *high })
}

impl BudgetSplit {
    fn of(problem: &Problem<'_>, split: &Split) -> Self {
        let level = |(i, range): (usize, &Range)| {
            let (lever, level) = (&range.lever, split.levels[i]);
            let price = match lever.price_per_year(problem.parameters, level) {
                Some(price) => Price::PerYear(price),
                None if lever.is_paid_by_case() => Price::PerCase,
                None => Price::Free,
            };
            let key = lever.key.to_string();
            let is_near = |end: f64| (level - end).abs() <= NEAR_END * (range.high - range.low);
            let is_at_end = is_near(range.low) && range.low > lever.bounds[0]
                || is_near(range.high) && range.high < lever.bounds[1];
            LeverLevel { key, unit: unit(&lever.key), level, is_at_end, price, marginal_roi: split.marginal_roi[i] }
        };
        BudgetSplit {
            budget: split.budget,
            spent: split.spent,
            objective: split.objective,
            npv_difference: split.npv_difference,
            roi: split.roi,
            levers: problem.ranges.iter().enumerate().map(level).collect(),
        }
    }
}

impl OptimizeQuestion {
    /// Everything that is wrong with the numbers of the question.
    fn check(&self) -> Result<(), Vec<Diagnostic>> {
        let mut wrong = Vec::new();
        if !(self.budget > 0.0 && self.budget.is_finite()) {
            wrong.push(unanswerable(
                format!("a budget of {} cannot be split", self.budget),
                "the budget is money per year, above 0",
            ));
        }
        if self.levers.is_empty() || self.levers.len() > MOST_LEVERS {
            let message = format!("a budget cannot be split over {} levers", self.levers.len());
            wrong.push(unanswerable(message, &format!("name 1 to {MOST_LEVERS} levers")));
        }
        for (i, lever) in self.levers.iter().enumerate() {
            if self.levers[..i].iter().any(|other| other.key == lever.key) {
                wrong.push(unanswerable(format!("`{}` is given twice", lever.key), "give each lever once"));
            }
        }
        if wrong.is_empty() { Ok(()) } else { Err(wrong) }
    }
}

impl Question for OptimizeQuestion {
    type Found = Optimum;
    const COMMAND: &'static str = "optimize";

    /// Asks it.
    ///
    /// # Errors
    /// A name or a key that the scenario does not have, a budget or range that cannot be, levers whose least levels cost
    /// more than the budget, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Optimum>, Unanswered> {
        self.check()?;
        let evaluator = subject.evaluator()?;
        let strategy = match &self.strategy {
            Some(name) => subject.find_rival(name)?,
            None => {
                let best = subject.best_rival(&evaluator, CHOOSING)?;
                let has_all = |i: usize| self.levers.iter().all(|lever| range(subject, lever, i).is_ok());
                std::iter::once(best).chain(1..evaluator.strategies()).find(|&i| has_all(i)).unwrap_or(best)
            }
        };
        let ranges = all(self.levers.iter().map(|lever| range(subject, lever, strategy)))?;
        let whole = ranges.iter().filter(|range| range.lever.is_whole());
        let combinations: f64 = whole.map(|range| (range.high.floor() - range.low.ceil() + 1.0).max(0.0)).product();
        if !(1.0..=MOST_COMBINATIONS as f64).contains(&combinations) {
            let message = format!("levers in whole numbers have {combinations} combinations");
            let help = format!("choose ranges with 1 to {MOST_COMBINATIONS} combinations");
            return Err(unanswerable(message, &help).into());
        }
        let parameters = subject.point(strategy);
        let free = ranges.iter().filter_map(|range| range.lever.caution(parameters));
        let cautions: Vec<Caution> = free.chain(subject.gap_caution(&[[strategy, 0]])?).collect();
        let draws = subject.draws(USUAL_DRAWS);
        let points = evaluator.draws(draws);
        let problem = Problem { evaluator: &evaluator, strategy, parameters, ranges, risk: self.risk, points };
        let Some(best) = problem.split(self.budget, None) else {
            let least: Vec<f64> = problem.ranges.iter().map(|range| range.low).collect();
            let message = format!(
                "the least levels alone cost {:.0} a year, more than the budget of {:.0}",
                problem.cost(&least),
                self.budget
            );
            return Err(unanswerable(message, "raise the budget, or lower the ends of the ranges").into());
        };
        let frontier = problem.frontier(&best);
        let optimum = Optimum {
            strategy: subject.name(strategy).to_string(),
            reference: subject.name(0).to_string(),
            draws,
            risk: self.risk,
            best: BudgetSplit::of(&problem, &best),
            frontier: frontier.iter().map(|split| BudgetSplit::of(&problem, split)).collect(),
        };
        subject.answer(optimum, cautions)
    }
}
