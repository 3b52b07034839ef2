//! The values at which each meaning of the paradox switches, in closed form.

use serde::Serialize;

use crate::analysis::paradox::situation::Kind;
use crate::analysis::paradox::tree::{Chances, Crossing, Dial, Meaning, Measure, Reach, Values, crossing};
use crate::model::satisfaction::{Seen, attenuation, drop_of};
use crate::scenario::failure::Failure;
use crate::scenario::parameters::Parameters;

/// What is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moved {
    /// c*, r* or q*.
    Dial(Dial),
    /// base*: repurchase without a failure, the table kept.
    BaseLoyalty,
    /// drop*: satisfaction that the failure costs, points.
    Drop,
    /// Quality of the recovery, (0.5 D + 0.3 I + 0.1 P) / 0.9, of every resolved case.
    Quality,
}

impl Moved {
    /// The word in tables.
    pub fn name(self) -> &'static str {
        match self {
            Moved::Dial(dial) => dial.name(),
            Moved::BaseLoyalty => "base_loyalty",
            Moved::Drop => "satisfaction_drop",
            Moved::Quality => "recovery_quality",
        }
    }
}

/// What the other numbers are while one moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Others {
    /// The best there is: everybody complains, all cases are resolved, all quickly; nobody is asked or found.
    Best,
    /// As the strategy has them.
    AsTheyAre,
}

impl Others {
    /// The word in tables.
    pub fn name(self) -> &'static str {
        match self {
            Others::Best => "best",
            Others::AsTheyAre => "as_they_are",
        }
    }
}

/// Where one meaning in one measure switches as one number moves.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Threshold {
    /// The meaning.
    pub meaning: Meaning,
    /// The measure.
    pub measure: Measure,
    /// What is moved.
    pub moved: Moved,
    /// The other numbers.
    pub others: Others,
    /// Where it stands under the strategy.
    pub today: f64,
    /// Where it switches.
    pub crossing: Crossing,
}

/// All thresholds of one kind of failure.
pub(crate) fn thresholds(parameters: &Parameters, failure: &Failure, kind: &Kind) -> Vec<Threshold> {
    let mut found = Vec::new();
    let best = Chances::textbook(1.0, 1.0, 1.0);
    for measure in Measure::ALL {
        let values = &kind.values[measure as usize];
        for (meaning, others, dials) in [
            (Meaning::Complainers, Others::Best, &[Dial::QuickShare, Dial::Resolution][..]),
            (Meaning::Population, Others::Best, &[Dial::ComplaintRate][..]),
            (Meaning::Complainers, Others::AsTheyAre, &[Dial::QuickShare, Dial::Resolution][..]),
            (Meaning::Population, Others::AsTheyAre, &Dial::ALL[..]),
        ] {
            let chances = if others == Others::Best { &best } else { &kind.chances };
            for &dial in dials {
                let crossing = crossing(values, meaning, chances, dial);
                let moved = Moved::Dial(dial);
                found.push(Threshold { meaning, measure, moved, others, today: dial.at(&kind.chances), crossing });
            }
        }
    }
    let [satisfaction, repurchase] = &kind.values;
    for meaning in Meaning::ALL {
        if !parameters.satisfaction.drives_repurchase {
            let at = repurchase.after(meaning, &kind.chances);
            found.push(Threshold {
                meaning,
                measure: Measure::Repurchase,
                moved: Moved::BaseLoyalty,
                others: Others::AsTheyAre,
                today: repurchase.base,
                crossing: Crossing { at: Some(at), reach: Reach::Below(at) },
            });
        }
        found.extend(of_feelings(parameters, failure, satisfaction, meaning, &kind.chances));
    }
    found
}

/// drop* and the quality that a recovery must have: of satisfaction alone.
fn of_feelings(
    parameters: &Parameters,
    failure: &Failure,
    values: &Values,
    meaning: Meaning,
    chances: &Chances,
) -> [Threshold; 2] {
    let plain = parameters.severities[failure.severity].satisfaction_drop;
    let drop = drop_of(&parameters.satisfaction, plain, failure.need);
    let gap = values.gap(meaning, chances);
    // What recovery gives back on average is what a failure may cost.
    let most = drop + gap;
    let seen = Seen { stability: failure.stability, control: failure.control, need: failure.need, earlier: 0 };
    let recovered = match meaning {
        Meaning::Conditional => 1.0,
        Meaning::Complainers => 1.0 - chances.endings()[0],
        Meaning::Population => {
            let [_, invoked, voiced, prompted] = chances.routes();
            invoked + (voiced + prompted) * (1.0 - chances.endings()[0])
        }
    };
    let gain = parameters.satisfaction.gain * attenuation(&parameters.satisfaction, seen) * recovered;
    let today = if gain > 0.0 { most / gain } else { 0.0 };
    let needed = Crossing::linear(-drop, gain - drop);
    let threshold = |moved, today, crossing| Threshold {
        meaning,
        measure: Measure::Satisfaction,
        moved,
        others: Others::AsTheyAre,
        today,
        crossing,
    };
    [
        threshold(Moved::Drop, drop, Crossing { at: Some(most), reach: Reach::Below(most) }),
        threshold(Moved::Quality, today, needed),
    ]
}
