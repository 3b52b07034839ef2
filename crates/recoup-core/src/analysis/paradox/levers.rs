//! Which lever matters: what a point of complaint rate, resolution or speed adds as more customers speak; and what the base
//! does to the thresholds.

use serde::Serialize;

use crate::analysis::paradox::situation::Situation;
use crate::analysis::paradox::tree::{Chances, Crossing, Dial, Meaning, Measure, Values, crossing, worth_of_a_point};
use crate::model::loyalty::Conditions;
use crate::scenario::parameters::Parameters;

/// Base loyalties: the plausible range of the ledger before it is widened for contact centres.
pub const BASES: [f64; 2] = [0.80, 0.92];

/// What one point of each dial adds to the mean over all who had a failure, in percentage points of repurchase or points of
/// satisfaction.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LeverPoint {
    /// Complaint rate.
    pub complaint_rate: f64,
    /// By [`Dial`]: complaint rate, resolution, quick share.
    pub worth: [f64; 3],
}

/// The ranking for one kind of failure and measure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeverRanking {
    /// Name of the failure.
    pub failure: String,
    /// What is counted.
    pub measure: Measure,
    /// Resolution and quick share that stay.
    pub resolved: f64,
    /// Share of resolutions that are quick.
    pub quick: f64,
    /// By complaint rate.
    pub points: Vec<LeverPoint>,
    /// Complaint rate from which a point of resolution is worth more than one of complaints; may lie beyond 1, none where
    /// it never is.
    pub resolution_leads_from: Option<f64>,
    /// The same for speed.
    pub speed_leads_from: Option<f64>,
}

impl LeverRanking {
    /// The ranking in the textbook tree; `at` keeps resolution and quick share.
    pub(crate) fn new(failure: &str, measure: Measure, values: &Values, at: &Chances) -> Self {
        let chances = |c| Chances::textbook(c, at.resolved, at.quick);
        let scale = if measure == Measure::Repurchase { 100.0 } else { 1.0 };
        let worth = |c: f64| Dial::ALL.map(|dial| scale * worth_of_a_point(values, &chances(c), dial));
        let rates = (4..=80_u8).map(|percent| f64::from(percent) / 100.0);
        // One point of complaints adds the same everywhere, one of the others in proportion to the complaint rate.
        let [complaints, resolution, speed] = worth(1.0);
        let leads_from = |other: f64| (complaints > 0.0 && other > 0.0).then(|| complaints / other);
        LeverRanking {
            failure: failure.to_string(),
            measure,
            resolved: at.resolved,
            quick: at.quick,
            points: rates.map(|complaint_rate| LeverPoint { complaint_rate, worth: worth(complaint_rate) }).collect(),
            resolution_leads_from: leads_from(resolution),
            speed_leads_from: leads_from(speed),
        }
    }

    /// The row of a complaint rate, the nearest below.
    pub fn at(&self, complaint_rate: f64) -> Option<&LeverPoint> {
        self.points.iter().rfind(|point| point.complaint_rate <= complaint_rate + 1e-9)
    }
}

/// By kind and measure, where the desk is as it stands.
pub(crate) fn lever_rankings(parameters: &Parameters, situation: &Situation) -> Vec<LeverRanking> {
    let kinds = situation.kinds.iter().zip(&parameters.failures);
    let of = |measure: Measure| {
        kinds.clone().map(move |(kind, failure)| {
            LeverRanking::new(&failure.name, measure, &kind.values[measure as usize], &kind.chances)
        })
    };
    of(Measure::Repurchase).chain(of(Measure::Satisfaction)).collect()
}

/// What a base loyalty makes of the paradox in repurchase.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BasePoint {
    /// l: repurchase without a failure.
    pub base: f64,
    /// q*: quick share from which complainers are above it, all of them resolved.
    pub quick_share: Crossing,
    /// c*: complaint rate from which all who had a failure are, every case resolved quickly.
    pub complaint_rate: Crossing,
    /// By [`Meaning`], value less base, the repurchase table as it stands.
    pub gaps: [f64; 3],
    /// The conditional gap where the table moves along on the log-odds, as the model has it for a segment of that base.
    pub conditional_gap_moved: f64,
}

/// Base loyalty swept for one kind of failure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BaseSweep {
    /// Name of the failure.
    pub failure: String,
    /// By base, rising.
    pub points: Vec<BasePoint>,
}

/// By kind; every segment gets the base.
pub(crate) fn base_sweeps(parameters: &Parameters, situation: &Situation) -> Vec<BaseSweep> {
    let sweep = |(kind, failure): (usize, &crate::scenario::failure::Failure)| {
        let chances = &situation.kinds[kind].chances;
        let point = |step: u8| {
            let base = BASES[0] + f64::from(step) * 0.005;
            let mut still = parameters.clone();
            still.loyalty.reference_base = base;
            let of = |parameters: &Parameters| {
                Values::of(parameters, kind, Measure::Repurchase, &[(base, 1.0)], Conditions::default())
            };
            let values = of(&still);
            let best = Chances::textbook(1.0, 1.0, 1.0);
            BasePoint {
                base,
                quick_share: crossing(&values, Meaning::Complainers, &best, Dial::QuickShare),
                complaint_rate: crossing(&values, Meaning::Population, &best, Dial::ComplaintRate),
                gaps: Meaning::ALL.map(|meaning| values.gap(meaning, chances)),
                conditional_gap_moved: of(parameters).gap(Meaning::Conditional, chances),
            }
        };
        BaseSweep { failure: failure.name.to_string(), points: (0..=24).map(point).collect() }
    };
    parameters.failures.iter().enumerate().map(sweep).collect()
}
