//! The rows that charts and reports show: plain data, no behaviour of the model.
//!
//! Money is present value in the study's currency; periods count from 1, as people do; customers are means over draws.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::scenario::language::Language;
use crate::stats::band::Band;
use crate::units::{Outcome, Route};

/// What every chart of a study shows about itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChartFrame {
    /// Title of the study.
    pub study: String,
    /// Scenario shown; empty where there is none.
    pub scenario: String,
    /// All strategies of the study in its order, the reference first: a strategy's place fixes its colour in every chart.
    pub strategies: Vec<String>,
    /// Seed of the run.
    pub seed: u64,
    /// Draws behind the bands; 0 where nothing was simulated.
    pub draws: u64,
    /// Where several studies are shown: the draws of that with the fewest.
    #[serde(skip)]
    pub fewest_draws: Option<u64>,
    /// Program version, such as `0.1.0`.
    pub version: String,
    /// Hash of the resolved study, whole or shortened; the footer shows its first eight characters.
    pub digest: Option<String>,
    /// Language of all texts.
    #[serde(skip)]
    pub language: Language,
    /// Currency code, such as `USD`.
    pub currency: String,
    /// One period in words: `week`, `month`, `quarter` or `year`.
    pub period_name: String,
    /// Periods in the horizon.
    pub periods: u32,
    /// What the author of the study calls its numbers, by key.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
}

impl ChartFrame {
    /// The reference strategy: the first, or empty text where there is none.
    pub fn reference(&self) -> &str {
        self.strategies.first().map_or("", String::as_str)
    }

    /// Place of a strategy in the study, the reference being 0; an unknown one comes after all others.
    pub fn place(&self, strategy: &str) -> usize {
        self.strategies.iter().position(|name| name == strategy).unwrap_or(self.strategies.len())
    }
}

/// What the best strategy of a case returns.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseReturn {
    /// The case, as people call it.
    pub case: String,
    /// The strategy with the highest mean NPV.
    pub strategy: String,
    /// Whether that is the reference: no strategy pays.
    pub is_reference: bool,
    /// Its return on investment, a share; none where it costs no more than the reference.
    pub roi: Option<f64>,
    /// 5 and 95 % quantiles over the draws in which it exists.
    pub interval: Option<[f64; 2]>,
}

/// What a lever is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum LeverUnit {
    /// A part of a whole, shown in per cent.
    Share,
    /// Money in the study's currency.
    Money,
    /// Any other number.
    #[default]
    Number,
}

/// NPV difference and ROI of a strategy as one lever moves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoiCurve {
    /// Strategy whose lever moves.
    pub strategy: String,
    /// Key of the lever, such as `voice.solicit`.
    pub key: String,
    /// What moves in words, where it is no key of the study.
    pub key_label: Option<String>,
    /// What the lever is measured in.
    pub unit: LeverUnit,
    /// One row a level, rising in `x`.
    pub points: Vec<RoiPoint>,
    /// Level at which the mean NPV difference crosses zero.
    pub break_even: Option<f64>,
    /// Level beyond which the next unit lowers the mean NPV.
    pub over_investment: Option<f64>,
    /// Level the study has.
    pub current: Option<f64>,
}

/// One level of a lever.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RoiPoint {
    /// Level of the lever.
    pub x: f64,
    /// NPV difference to the reference, money.
    pub npv_difference: Band,
    /// Return on investment, a share; none where the programme costs no more than the reference's.
    pub roi: Option<f64>,
}

/// Discounted difference to the reference, cumulated over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CumulativeDifference {
    /// Strategy compared with the reference.
    pub strategy: String,
    /// Period (1 = the first) and the difference up to its end, money.
    pub points: Vec<(u32, Band)>,
    /// First period from which the mean difference stays at or above zero.
    pub payback: Option<u32>,
    /// Mean difference that lies beyond the horizon and is not among the points, money.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub beyond: f64,
}

fn is_nothing(amount: &f64) -> bool {
    *amount == 0.0
}

/// Customers on one way through the tree.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TreeBranch {
    /// How the firm came to know.
    pub route: Route,
    /// How it ended.
    pub outcome: Outcome,
    /// Customers who stayed.
    pub stayed: f64,
    /// Customers who left.
    pub left: f64,
}

/// What became of the customers with a failure, over the whole horizon, under one strategy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FailureTree {
    /// Strategy.
    pub strategy: String,
    /// Ways through the tree, in any order; the same way may come several times.
    pub branches: Vec<TreeBranch>,
}

/// Active customers over time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActiveFan {
    /// Strategy.
    pub strategy: String,
    /// Period (0 = the start) and the customers active at its end.
    pub points: Vec<(u32, Band)>,
}

/// Customers kept against the reference over time, where leavers are replaced and active customers hardly differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptCustomers {
    /// Strategy compared with the reference.
    pub strategy: String,
    /// Period (1 = the first) and the mean of the customers whom the reference lost up to its end less those lost here.
    pub points: Vec<(u32, f64)>,
    /// The same over the horizon, with its interval.
    pub total: Band,
}

/// The desk of a strategy over time.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskOverTime {
    /// Strategy.
    pub strategy: String,
    /// The periods with work for the desk.
    pub points: Vec<DeskPeriod>,
    /// Share of contacts answered in time over all of them, weighted by load.
    pub in_time: f64,
}

/// The desk in one period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DeskPeriod {
    /// Its number; 1 = the first.
    pub period: u32,
    /// Load by position.
    pub utilisation: f64,
    /// Share of contacts answered in time.
    pub in_time: f64,
}

impl DeskOverTime {
    /// Load by position in the busiest period.
    pub fn greatest_utilisation(&self) -> f64 {
        self.points.iter().map(|point| point.utilisation).fold(0.0, f64::max)
    }

    /// Periods with at least as much work as the positions can do.
    pub fn overloaded(&self) -> usize {
        self.points.iter().filter(|point| point.utilisation >= 1.0).count()
    }
}

/// Customers lost over the horizon by cause; negative where a cause kept more than no failure would have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LossesByCause {
    /// Strategy.
    pub strategy: String,
    /// Would have left without any failure.
    pub natural: f64,
    /// Left after a silent failure.
    pub silent: f64,
    /// Left after an unresolved case.
    pub unresolved: f64,
    /// Left after a slow recovery.
    pub resolved: f64,
    /// Left after a quick recovery.
    pub quick: f64,
    /// Left for what others told them.
    pub word_of_mouth: f64,
}

impl LossesByCause {
    /// All causes together, in customers.
    pub fn total(&self) -> f64 {
        self.natural + self.silent + self.unresolved + self.resolved + self.quick + self.word_of_mouth
    }
}

/// NPV difference to the reference, draw by draw.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DifferenceDistribution {
    /// Strategy compared with the reference.
    pub strategy: String,
    /// Mean and quantiles, money.
    pub band: Band,
    /// One difference a draw, money, in any order.
    pub samples: Vec<f64>,
}

/// Two levers moved over a grid.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverMap {
    /// Keys of the horizontal and the vertical lever.
    pub keys: [String; 2],
    /// What they are measured in.
    pub units: [LeverUnit; 2],
    /// All strategies of the study, the reference first.
    pub strategies: Vec<String>,
    /// The levels that the study has.
    pub current: [Option<f64>; 2],
    /// The levels tried, rising or falling evenly.
    pub levels: [Vec<f64>; 2],
    /// The cells, row by row of the vertical lever.
    pub cells: Vec<MapCell>,
}

/// One cell of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapCell {
    /// Level of the horizontal lever.
    pub x: f64,
    /// Level of the vertical lever.
    pub y: f64,
    /// Strategy with the highest mean NPV, by its place in the study.
    pub best: usize,
    /// Its mean NPV less the reference's, money.
    pub gain: f64,
    /// Share of parameter draws in which it is the best.
    pub p_best: f64,
    /// Mean NPV less the reference's, by strategy, money.
    pub differences: Vec<f64>,
}

/// Where the difference between two strategies comes from: steps that sum to it.
#[derive(Debug, Clone, PartialEq)]
pub struct BenefitSteps {
    /// The strategy.
    pub strategy: String,
    /// The one that it is compared with.
    pub against: String,
    /// Steps in words and money, in the order drawn.
    pub steps: Vec<(String, f64)>,
}

impl BenefitSteps {
    /// All steps together, money.
    pub fn total(&self) -> f64 {
        self.steps.iter().map(|(_, amount)| amount).sum()
    }
}
