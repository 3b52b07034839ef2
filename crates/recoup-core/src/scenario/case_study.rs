//! The case study that a study stands for: `[case]`. Nothing of it moves a number.

use std::sync::Arc;

use serde::Serialize;

/// The text of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseStudy {
    /// The story, a sentence or two a line.
    pub story: Vec<String>,
    /// What the case reports, as quoted.
    pub facts: Vec<String>,
    /// What the strategies isolate.
    pub compares: String,
    /// What came out, by scenario.
    pub ranking: Vec<Ranking>,
    /// What a reader should take away.
    pub teaches: Vec<String>,
    /// What is not known.
    pub uncertain: Vec<String>,
    /// The chart that shows it.
    pub chart: CaseChart,
}

/// Strategies from the highest mean NPV to the lowest, as the author of the study claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ranking {
    /// Name of the scenario.
    pub scenario: Arc<str>,
    /// Names of the strategies by place, the best first; those of one place are too close to order.
    pub places: Vec<Vec<Arc<str>>>,
}

impl Ranking {
    /// As it is written: `a > b = c`.
    pub fn chain(&self) -> String {
        let places: Vec<String> = self.places.iter().map(|place| place.join(" = ")).collect();
        places.join(" > ")
    }

    /// Whether two strategies share a place.
    pub fn has_ties(&self) -> bool {
        self.places.iter().any(|place| place.len() > 1)
    }
}

/// Which chart stands on a case's page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CaseChart {
    /// The spread of the NPV differences.
    #[default]
    Difference,
    /// The cumulative discounted difference.
    Payback,
    /// Customers lost by cause.
    Losses,
    /// What becomes of customers with a failure under the best strategy.
    Tree,
    /// The first sweep.
    Lever,
}

impl CaseChart {
    /// Every chart with its word in a scenario file.
    pub(crate) const ALL: [(&'static str, CaseChart); 5] = [
        ("difference", CaseChart::Difference),
        ("payback", CaseChart::Payback),
        ("losses", CaseChart::Losses),
        ("tree", CaseChart::Tree),
        ("lever", CaseChart::Lever),
    ];
}
