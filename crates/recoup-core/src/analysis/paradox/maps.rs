//! The maps of the paradox: over severity and recovery quality, over complaint rate and quick share.

use serde::Serialize;

use crate::analysis::paradox::situation::Situation;
use crate::analysis::paradox::tree::{Chances, Dial, Meaning, Measure, Reach, Values, crossing, is_above};
use crate::math::exp;
use crate::model::loyalty::Conditions;
use crate::model::remedy::compensation_effect;
use crate::scenario::failure::{ByOutcome, Severity};
use crate::scenario::parameters::Parameters;
use crate::scenario::recovery::CompensationCurve;
use crate::stats::odds::logit;
use crate::stats::root::root;

/// Steps across a map.
const STEPS: u32 = 120;
/// Log-odds by which a point of satisfaction drop moves silent, unresolved, resolved and quick between TARP's minor (drop
/// 1.0) and major problems (2.5): for studies with one severity.
const TARP: [[f64; 4]; 2] = [[0.37, 0.46, 0.70, 0.95], [0.09, 0.19, 0.54, 0.82]];

/// The line above which a measure is above its base.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Frontier {
    /// Of which meaning.
    pub meaning: Meaning,
    /// Of which measure.
    pub measure: Measure,
    /// Across, and from where upward it holds; none where it nowhere does.
    pub points: Vec<(f64, Option<f64>)>,
    /// Where across it begins or ends to hold at the top of the map; none where it does everywhere or nowhere.
    pub edge: Option<f64>,
}

impl Frontier {
    /// A frontier over `points` that rise across, and its point at the top of the map.
    fn new(meaning: Meaning, measure: Measure, mut points: Vec<(f64, Option<f64>)>, edge: Option<f64>) -> Self {
        if let Some(edge) = edge {
            let place = points.partition_point(|(x, _)| *x < edge);
            if points.get(place).is_some_and(|(x, _)| *x > edge) {
                points.insert(place, (edge, Some(1.0)));
            }
        }
        Frontier { meaning, measure, points, edge }
    }

    /// Whether it holds somewhere on the map.
    pub fn exists(&self) -> bool {
        self.points.iter().any(|(_, from)| from.is_some_and(|y| y < 1.0))
    }
}

/// Where a kind of failure stands on a map.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MapMark {
    /// Name of the failure.
    pub name: String,
    /// Across.
    pub x: f64,
    /// Up; none where only the place across is known.
    pub y: Option<f64>,
}

/// A map whose upward axis runs from 0 to 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParadoxMap {
    /// Name of the failure it is about; none where severity runs across.
    pub failure: Option<String>,
    /// Ends of the axis across.
    pub across: [f64; 2],
    /// The lines.
    pub frontiers: Vec<Frontier>,
    /// Where the study stands.
    pub marks: Vec<MapMark>,
    /// Whether satisfaction drives repurchase.
    pub driven: bool,
}

/// Across: severity, the satisfaction that a failure costs. Up: the quality y of the recovery of a resolved case: share y of
/// what compensation and apology can do, quick with probability y. Meaning (i), a first failure whose cause will not last
/// and is not the firm's doing. Between the severities of the study (and beyond) repurchase is interpolated on the log-odds.
pub(crate) fn severity_map(parameters: &Parameters, situation: &Situation) -> ParadoxMap {
    let line = SeverityLine::new(&parameters.severities);
    let bases: Vec<(f64, f64)> = situation.kinds.iter().flat_map(|kind| kind.bases.iter().copied()).collect();
    let most = parameters.severities.iter().map(|s| s.satisfaction_drop).fold(parameters.satisfaction.gain, f64::max);
    let across = [0.0, 1.1 * most.max(0.5)];
    let gap = |measure: Measure, drop: f64, quality: f64| {
        let world = world(parameters, line.at(drop), quality);
        let values = Values::of(&world, 0, measure, &bases, Conditions::default());
        (1.0 - quality) * values.voiced[1] + quality * values.voiced[2] - values.base
    };
    let frontier = |measure: Measure| {
        let from = |step: u32| {
            let drop = across[0] + (across[1] - across[0]) * f64::from(step) / f64::from(STEPS);
            let [at0, at1] = [0.0, 1.0].map(|quality| gap(measure, drop, quality));
            let from = if is_above(at0) {
                Some(0.0)
            } else if is_above(at1) {
                root(|quality| gap(measure, drop, quality), [(0.0, at0), (1.0, at1)], 1e-12)
            } else {
                None
            };
            (drop, from)
        };
        let ends = across.map(|drop| (drop, gap(measure, drop, 1.0)));
        let edge = root(|drop| gap(measure, drop, 1.0), ends, 1e-12);
        Frontier::new(Meaning::Conditional, measure, (0..=STEPS).map(from).collect(), edge)
    };
    let marks = parameters.failures.iter().map(|failure| MapMark {
        name: failure.name.to_string(),
        x: parameters.severities[failure.severity].satisfaction_drop,
        y: None,
    });
    ParadoxMap {
        failure: None,
        across,
        frontiers: Measure::ALL.map(frontier).to_vec(),
        marks: marks.collect(),
        driven: parameters.satisfaction.drives_repurchase,
    }
}

/// Across: complaint rate. Up: share of resolutions that are quick. Every case is resolved, nobody is asked or found:
/// meanings (ii) and (iii) for the kind of that number.
pub(crate) fn complaint_map(parameters: &Parameters, situation: &Situation, kind: usize) -> ParadoxMap {
    let found = &situation.kinds[kind];
    let frontier = |meaning: Meaning, measure: Measure| {
        let from = |step: u32| {
            let c = f64::from(step) / f64::from(STEPS);
            let chances = Chances::textbook(c, 1.0, 0.0);
            match crossing(&found.values[measure as usize], meaning, &chances, Dial::QuickShare).reach {
                Reach::Always => (c, Some(0.0)),
                Reach::Above(from) => (c, Some(from)),
                Reach::Never | Reach::Below(_) => (c, None),
            }
        };
        let best = Chances::textbook(1.0, 1.0, 1.0);
        let edge = match crossing(&found.values[measure as usize], meaning, &best, Dial::ComplaintRate).reach {
            Reach::Above(c) | Reach::Below(c) => Some(c),
            Reach::Always | Reach::Never => None,
        };
        Frontier::new(meaning, measure, (0..=STEPS).map(from).collect(), edge)
    };
    let mut frontiers = Vec::new();
    for measure in Measure::ALL {
        for meaning in [Meaning::Complainers, Meaning::Population] {
            frontiers.push(frontier(meaning, measure));
        }
    }
    let name = parameters.failures[kind].name.to_string();
    let mark = MapMark { name: name.clone(), x: found.chances.complains, y: Some(found.chances.quick) };
    ParadoxMap {
        failure: Some(name),
        across: [0.0, 1.0],
        frontiers,
        marks: vec![mark],
        driven: parameters.satisfaction.drives_repurchase,
    }
}

/// A world with one kind of failure of that severity, whose recovery has that quality.
fn world(parameters: &Parameters, severity: Severity, quality: f64) -> Parameters {
    let mut world = parameters.clone();
    world.severities = vec![severity];
    world.failures.truncate(1);
    if let Some(failure) = world.failures.first_mut() {
        (failure.severity, failure.stability, failure.control, failure.forewarned) = (0, 0.0, 0.0, 0.0);
    }
    world.severities[0].compensation = None;
    world.recovery.fair_treatment = 0.0;
    world.recovery.apology = quality;
    world.recovery.compensation = compensation_with(parameters.recovery.compensation_curve, quality);
    world
}

/// The compensation whose effect G is `effect`, 0 to 1.
fn compensation_with(curve: CompensationCurve, effect: f64) -> f64 {
    let off = |x: f64| compensation_effect(curve, x) - effect;
    root(off, [(0.0, off(0.0)), (1.5, off(1.5))], 1e-14).unwrap_or(1.5)
}

/// Severities in the order of the satisfaction they cost, with straight lines between them on the log-odds.
struct SeverityLine {
    anchors: Vec<(f64, [f64; 4])>,
    plain: Severity,
}

/// A rate whose log-odds are finite.
fn finite(rate: f64) -> f64 {
    rate.clamp(1e-9, 1.0 - 1e-9)
}

impl SeverityLine {
    fn new(severities: &[Severity]) -> Self {
        let odds = |table: &ByOutcome| {
            [table.silent, table.unresolved, table.resolved, table.quick].map(|rate| logit(finite(rate)))
        };
        let mut anchors: Vec<(f64, [f64; 4])> =
            severities.iter().map(|s| (s.satisfaction_drop, odds(&s.repurchase))).collect();
        anchors.sort_by(|a, b| a.0.total_cmp(&b.0));
        anchors.dedup_by(|a, b| a.0 - b.0 < 1e-9);
        if let [(drop, odds)] = anchors[..] {
            let [minor, major] = TARP.map(|table| table.map(logit));
            let moved = std::array::from_fn(|i| odds[i] + major[i] - minor[i]);
            anchors.push((drop + 1.5, moved));
        }
        SeverityLine { anchors, plain: severities[0].clone() }
    }

    /// The severity that costs `drop`: its neighbours' line, or the nearest pair's beyond the ends.
    fn at(&self, drop: f64) -> Severity {
        let after = self.anchors.partition_point(|(at, _)| *at < drop).clamp(1, self.anchors.len() - 1);
        let ((x0, a), (x1, b)) = (self.anchors[after - 1], self.anchors[after]);
        let share = (drop - x0) / (x1 - x0);
        let [silent, unresolved, resolved, quick] =
            std::array::from_fn(|i| 1.0 / (1.0 + exp(-(a[i] + share * (b[i] - a[i])))));
        let mut severity = self.plain.clone();
        severity.satisfaction_drop = drop;
        severity.repurchase = ByOutcome { silent, unresolved, resolved, quick };
        severity
    }
}
