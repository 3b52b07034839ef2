//! Published results of service recovery, compared with the figures of the model.
//!
//! These rows are no checks: if the model misses a result, the row gives the reason. The checks are the closed forms of
//! [`verify`](crate::verify::verify). The results and their texts are the table `published.toml`; what the model gives for each
//! is computed in `simulated.rs`.

mod simulated;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::json;

use simulated::{Simulated, simulated};

/// What a figure is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// A share, shown in per cent.
    Share,
    /// So many times.
    Times,
    /// Customers.
    Customers,
    /// Money of the source.
    Money,
}

/// How a published result compares with the model's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They agree within the published range, or within the model's own interval.
    Reproduced,
    /// They agree because the published figure is an input of the model, or was fitted.
    ByInput,
    /// The model's mean lies outside the published range, its interval reaches into it.
    Overlaps,
    /// They do not agree.
    Missed,
}

impl Verdict {
    /// The verdict in words.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Reproduced => "reproduced",
            Verdict::ByInput => "by input",
            Verdict::Overlaps => "overlaps",
            Verdict::Missed => "missed",
        }
    }
}

/// A published result.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublishedResult {
    /// Short name, under which `simulated.rs` has the model's figure.
    key: String,
    /// The result.
    pub what: String,
    /// Where it is published, and how surely it was read there.
    pub source: String,
    /// What it is measured in.
    pub unit: Unit,
    /// The published range; both ends equal for a single figure.
    pub figure: [f64; 2],
    /// Whether the published figure is an input of the model.
    #[serde(default)]
    pub is_input: bool,
    /// How the model's figure is computed, and why they agree or not.
    pub why: String,
}

/// A published result that nothing is set beside.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// The result.
    pub what: String,
    /// The reason.
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "result")]
    results: Vec<PublishedResult>,
    left_out: Vec<LeftOut>,
}

static TABLE: LazyLock<Table> =
    LazyLock::new(|| toml::from_str(include_str!("published/published.toml")).expect("a test reads the table"));

/// One published result beside the model's.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// What is published.
    pub result: &'static PublishedResult,
    /// What the model gives: a mean over draws, or a closed form.
    pub simulated: f64,
    /// 5 and 95 % quantiles over the uncertain inputs, where there are any.
    pub interval: Option<[f64; 2]>,
}

impl Published {
    /// Whether they agree: within half of the last printed digit of the published figure.
    pub fn verdict(&self) -> Verdict {
        let [low, high] = self.result.figure;
        let hair = match self.result.unit {
            Unit::Share => 0.005,
            Unit::Times => 0.05,
            Unit::Customers => 0.5,
            Unit::Money => 0.05,
        };
        let within = |x: f64| x >= low - hair && x <= high + hair;
        let overlaps = self.interval.is_some_and(|[from, to]| from <= high && to >= low);
        if self.result.is_input {
            Verdict::ByInput
        } else if within(self.simulated) || (overlaps && low == high) {
            Verdict::Reproduced
        } else if overlaps {
            Verdict::Overlaps
        } else {
            Verdict::Missed
        }
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let PublishedResult { what, source, figure, why, .. } = self.result;
        json!({
            "what": what, "source": source, "published": figure, "simulated": self.simulated,
            "interval": self.interval, "verdict": self.verdict().name(), "why": why,
        })
        .serialize(serializer)
    }
}

/// Published results without a simulated figure, and the reasons.
pub fn left_out() -> &'static [LeftOut] {
    &TABLE.left_out
}

/// Every published result that the model can be compared with, in the order of the table. A result for which the model gives
/// nothing has the figure NaN.
pub fn published() -> Vec<Published> {
    let found = simulated();
    let beside = |result: &'static PublishedResult| {
        let Simulated { value, interval } = found.get(result.key.as_str()).copied().unwrap_or(Simulated::NONE);
        Published { result, simulated: value, interval }
    };
    TABLE.results.iter().map(beside).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_result_has_a_figure_and_every_figure_a_result() {
        let results: BTreeSet<&str> = TABLE.results.iter().map(|result| result.key.as_str()).collect();
        let figures: BTreeSet<&str> = simulated().into_keys().collect();
        assert_eq!(results, figures);
        assert_eq!(results.len(), TABLE.results.len(), "two results share a key");
    }
}
