//! The shipped repurchase tables side by side, since they disagree.

use serde::Serialize;

use crate::analysis::paradox::tree::{Chances, Crossing, Dial, Meaning, Measure, Values, crossing};
use crate::input::source::Origin;
use crate::input::{Request, load};
use crate::model::loyalty::Conditions;
use crate::model::route::Service;

/// Presets and the severity that each defines.
const PRESETS: [(&str, &str); 4] =
    [("tarp-minor", "minor"), ("tarp-major", "major"), ("airline-ba", "problem"), ("rage-2015", "problem")];

/// The paradox in one preset.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PresetView {
    /// Name of the preset.
    pub preset: String,
    /// Repurchase: silent, unresolved, resolved, quick.
    pub repurchase: [f64; 4],
    /// Repurchase without a failure.
    pub base: f64,
    /// Share of customers with a failure who complain.
    pub complaint_rate: f64,
    /// Share of cases resolved.
    pub resolved: f64,
    /// Share of resolutions that are quick.
    pub quick: f64,
    /// By [`Measure`] and [`Meaning`]: value less base at the preset's own numbers.
    pub gaps: [[f64; 3]; 2],
    /// q*, in repurchase: quick share from which complainers are above the base, all of them resolved.
    pub quick_share: Crossing,
    /// c*, in repurchase: complaint rate from which all who had a failure are, every case resolved quickly.
    pub complaint_rate_needed: Crossing,
    /// Unresolved less silent: where it is negative, asking without answering costs customers.
    pub voice: f64,
    /// Satisfaction that the failure costs, points of 7 (an assumption in every preset).
    pub satisfaction_drop: f64,
}

/// The four presets, each with a firm of one customer around it.
pub fn preset_views() -> Vec<PresetView> {
    PRESETS.iter().filter_map(|(preset, severity)| view(preset, severity)).collect()
}

fn view(preset: &str, severity: &str) -> Option<PresetView> {
    let text = format!(
        "extends = \"preset:{preset}\"\n[market]\ncustomers = 1\nprospects = 0\n[[segment]]\nname = \"all\"\nshare = 1\n\
         purchases_per_year = 1\nmargin = 1\nretention_cost = 1\nbase_loyalty = 0.87\n[[failure]]\nname = \"failure\"\n\
         severity = \"{severity}\"\nrate = 0.01\n[acquisition]\npolicy = \"none\"\n"
    );
    let study = load(&Request::new(Origin::Text { name: preset.to_string(), text })).ok()?.study;
    let parameters = study.scenarios.first()?.strategies.first()?.parameters.with_point_values();
    let base = parameters.loyalty.reference_base;
    let values = Measure::ALL.map(|measure| Values::of(&parameters, 0, measure, &[(base, 1.0)], Conditions::default()));
    let chances = Chances::of(&parameters, 0, Service::WITHOUT_DESK);
    let best = Chances::textbook(1.0, 1.0, 1.0);
    let of = &values[Measure::Repurchase as usize];
    Some(PresetView {
        preset: preset.to_string(),
        repurchase: [of.silent, of.voiced[0], of.voiced[1], of.voiced[2]],
        base,
        complaint_rate: chances.complains,
        resolved: chances.resolved,
        quick: chances.quick,
        gaps: values.map(|values| Meaning::ALL.map(|meaning| values.gap(meaning, &chances))),
        quick_share: crossing(of, Meaning::Complainers, &best, Dial::QuickShare),
        complaint_rate_needed: crossing(of, Meaning::Population, &best, Dial::ComplaintRate),
        voice: of.voiced[0] - of.silent,
        satisfaction_drop: parameters.severities[parameters.failures[0].severity].satisfaction_drop,
    })
}
