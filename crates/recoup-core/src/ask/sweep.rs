//! What one lever does, or two together: ROI curves, and maps of the best strategy.

use serde::Serialize;

use crate::analysis::cautions::Caution;
use crate::analysis::lever::Lever;
use crate::analysis::lever_sweep::{LeverCurve, map_levers, sweep_lever};
use crate::analysis::sweep::unit;
use crate::analysis::view::{LeverMap, LeverUnit, RoiCurve, RoiPoint};
use crate::ask::{Answer, Interval, Question, Subject, Unanswered, all, unanswerable};
use crate::diagnostic::Diagnostic;
use crate::stats::band::Band;

/// Fewest and most levels of one lever.
pub const STEPS: [usize; 2] = [2, 1_000];
/// Most cells of a map.
pub const MOST_CELLS: usize = 10_000;
/// Parameter draws of a curve and of a map, unless asked for.
const USUAL_DRAWS: [u64; 2] = [1_000, 100];

/// A lever and the levels it takes, evenly spaced.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// Key of the lever.
    pub key: String,
    /// One end.
    pub from: f64,
    /// The other end.
    pub to: f64,
    /// How many levels, both ends included.
    pub steps: usize,
}

/// What does a strategy gain over the reference as one lever moves?
#[derive(Clone, Debug, PartialEq)]
pub struct SweepQuestion {
    /// The lever.
    pub lever: Levels,
    /// Name of the strategy whose lever moves; all but the reference where none is named.
    pub strategy: Option<String>,
}

/// Which strategy is best as two levers move?
#[derive(Clone, Debug, PartialEq)]
pub struct MapQuestion {
    /// The lever across and the one down.
    pub levers: [Levels; 2],
    /// Name of the strategy whose levers move; all but the reference where none is named.
    pub strategy: Option<String>,
}

/// Curves of one lever.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sweep {
    /// Parameter draws.
    pub draws: u64,
    /// Key of the lever.
    pub key: String,
    /// What the lever is measured in.
    #[serde(skip)]
    pub unit: LeverUnit,
    /// Whether nothing is paid for the lever.
    pub is_free: bool,
    /// Whether the lever moves in every strategy, the reference included.
    #[serde(skip)]
    pub moves_everywhere: bool,
    /// The strategies in which it moves.
    pub moved_in: Vec<String>,
    /// Name of the reference.
    pub reference: String,
    /// One curve for each strategy asked about.
    pub curves: Vec<SweptStrategy>,
}

/// What a lever does to one strategy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SweptStrategy {
    /// Name of the strategy.
    pub strategy: String,
    /// By level, rising.
    pub points: Vec<SweptPoint>,
    /// The last level at which the mean NPV difference crosses zero.
    pub break_even: Option<f64>,
    /// The level beyond which the next unit loses money, of the mean.
    pub over_investment: Option<f64>,
    /// The same over parameter draws.
    pub over_investment_interval: Option<Interval>,
    /// The level that the study has.
    pub current: Option<f64>,
}

/// One level of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SweptPoint {
    /// The level.
    pub value: f64,
    /// NPV less the reference's, money.
    pub npv_difference: Band,
    /// Return on what it costs more than the reference; `None` where it costs no more.
    pub roi: Option<f64>,
    /// What the next unit of programme cost returns, net; `None` where the next level costs no more.
    pub marginal_roi: Option<f64>,
}

impl SweptStrategy {
    fn of(found: LeverCurve) -> Self {
        let point = |(point, &marginal_roi): (&RoiPoint, &Option<f64>)| SweptPoint {
            value: point.x,
            npv_difference: point.npv_difference,
            roi: point.roi,
            marginal_roi,
        };
        SweptStrategy {
            points: found.curve.points.iter().zip(&found.marginal_roi).map(point).collect(),
            strategy: found.curve.strategy,
            break_even: found.curve.break_even,
            over_investment: found.curve.over_investment,
            over_investment_interval: Interval::of(&found.over_investment),
            current: found.curve.current,
        }
    }

    /// The curve as charts draw it.
    pub fn roi_curve(&self, key: &str, unit: LeverUnit) -> RoiCurve {
        let point = |p: &SweptPoint| RoiPoint { x: p.value, npv_difference: p.npv_difference, roi: p.roi };
        RoiCurve {
            strategy: self.strategy.clone(),
            key: key.to_string(),
            key_label: None,
            unit,
            points: self.points.iter().map(point).collect(),
            break_even: self.break_even,
            over_investment: self.over_investment,
            current: self.current,
        }
    }
}

/// The best strategy over two levers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SweptMap {
    /// Parameter draws.
    pub draws: u64,
    /// Keys of the levers, the one across first.
    pub keys: [String; 2],
    /// By lever: the strategies in which it moves.
    pub moved_in: [Vec<String>; 2],
    /// By lever: whether it moves in every strategy, the reference included.
    #[serde(skip)]
    pub moves_everywhere: [bool; 2],
    /// The strategies, the reference first.
    pub strategies: Vec<String>,
    /// Every pair of levels.
    pub cells: Vec<SweptCell>,
    /// The map as charts draw it.
    #[serde(skip)]
    pub map: LeverMap,
}

/// A pair of levels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SweptCell {
    /// Level of the lever across.
    pub x: f64,
    /// Level of the lever down.
    pub y: f64,
    /// Name of the strategy with the highest mean NPV.
    pub best: String,
    /// What it gains over the reference, money.
    pub gain: f64,
    /// Share of the draws in which it is the best.
    pub p_best: f64,
    /// NPV less the reference's by strategy, money.
    pub npv_differences: Vec<f64>,
}

/// The strategies whose lever moves: the one named, or all but the reference.
fn strategies(subject: &Subject<'_>, named: Option<&str>) -> Result<Vec<usize>, Unanswered> {
    match named {
        Some(name) => Ok(vec![subject.find_rival(name)?]),
        None if subject.scenario().strategies.len() < 2 => {
            subject.best_rival(&subject.evaluator()?, 1)?;
            Ok(Vec::new())
        }
        None => Ok((1..subject.scenario().strategies.len()).collect()),
    }
}

impl Levels {
    /// The lever and its levels.
    fn resolve(&self, subject: &Subject<'_>, strategies: &[usize]) -> Result<(Lever, Vec<f64>), Diagnostic> {
        let Levels { key, from, to, steps } = self;
        if !(STEPS[0]..=STEPS[1]).contains(steps) || from == to {
            let message = format!("`{key}` cannot go from {from} to {to} in {steps} steps");
            return Err(Diagnostic::error("S041", message).with_help("take two ends that differ, and 2 to 1,000 steps"));
        }
        let lever = Lever::named(key, subject.scenario(), strategies)?;
        lever.accepts(*from, subject.scenario())?;
        lever.accepts(*to, subject.scenario())?;
        let (low, high) = (from.min(*to), from.max(*to));
        let level = |i: usize| low + (high - low) * (i as f64 / (*steps as f64 - 1.0));
        Ok((lever, (0..*steps).map(level).collect()))
    }
}

impl Question for SweepQuestion {
    type Found = Sweep;
    const COMMAND: &'static str = "sweep";

    /// Asks it.
    ///
    /// # Errors
    /// A name or a key that the scenario does not have, levels that the lever cannot take, or a stop.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<Sweep>, Unanswered> {
        let strategies = strategies(subject, self.strategy.as_deref())?;
        let (lever, values) = self.lever.resolve(subject, &strategies)?;
        let draws = subject.draws(USUAL_DRAWS[0]);
        let evaluator = subject.evaluator()?;
        subject.progress.begins(draws * (values.len() * strategies.len()) as u64);
        let curves = sweep_lever(&evaluator, subject.scenario(), &lever, &strategies, &values, draws)?;
        let free = subject.free_lever(&lever);
        let pairs: Vec<[usize; 2]> = strategies.iter().map(|&s| [s, 0]).collect();
        let sweep = Sweep {
            draws,
            key: lever.key.to_string(),
            unit: unit(&lever.key),
            is_free: free.is_some(),
            moves_everywhere: lever.moves(0),
            moved_in: subject.names(&lever.moves_in),
            reference: subject.name(0).to_string(),
            curves: curves.into_iter().map(SweptStrategy::of).collect(),
        };
        let cautions = free.into_iter().chain(subject.gap_caution(&pairs)?).collect();
        subject.answer(sweep, cautions)
    }
}

impl Question for MapQuestion {
    type Found = SweptMap;
    const COMMAND: &'static str = "sweep";

    /// Asks it.
    ///
    /// # Errors
    /// Those of [`SweepQuestion::ask`], one lever twice, or more than [`MOST_CELLS`] cells.
    fn ask(&self, subject: &Subject<'_>) -> Result<Answer<SweptMap>, Unanswered> {
        let strategies = strategies(subject, self.strategy.as_deref())?;
        let levers = all(self.levers.iter().map(|levels| levels.resolve(subject, &strategies)))?;
        let [(x, xs), (y, ys)] = levers.as_slice() else { return Err(Unanswered::Refused(Vec::new())) };
        if x.key == y.key {
            let message = format!("`{}` is given twice", x.key);
            return Err(unanswerable(message, "a map needs two levers").into());
        }
        if xs.len() * ys.len() > MOST_CELLS {
            let message = format!("a map of {} by {} levels is too large", xs.len(), ys.len());
            return Err(unanswerable(message, "take at most 10,000 cells").into());
        }
        let draws = subject.draws(USUAL_DRAWS[1]);
        subject.progress.begins(draws * (xs.len() * ys.len() * subject.scenario().strategies.len()) as u64);
        let map = map_levers(&subject.evaluator()?, subject.scenario(), [x, y], [xs, ys], draws);
        let cell = |cell: &crate::analysis::view::MapCell| SweptCell {
            x: cell.x,
            y: cell.y,
            best: map.strategies[cell.best].clone(),
            gain: cell.gain,
            p_best: cell.p_best,
            npv_differences: cell.differences.clone(),
        };
        let pairs: Vec<[usize; 2]> = (1..subject.scenario().strategies.len()).map(|s| [s, 0]).collect();
        let mut cautions: Vec<Caution> = [x, y].into_iter().filter_map(|lever| subject.free_lever(lever)).collect();
        cautions.extend(subject.gap_caution(&pairs)?);
        let swept = SweptMap {
            draws,
            keys: map.keys.clone(),
            moved_in: [x, y].map(|lever| subject.names(&lever.moves_in)),
            moves_everywhere: [x, y].map(|lever| lever.moves(0)),
            strategies: map.strategies.clone(),
            cells: map.cells.iter().map(cell).collect(),
            map,
        };
        subject.answer(swept, cautions)
    }
}
