//! What is told of the case that a study stands for: `[case]`. Nothing of it moves a number.

use std::sync::Arc;

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
    /// What nobody knows here.
    pub uncertain: Vec<String>,
    /// The chart that shows it.
    pub chart: CaseChart,
}

/// Strategies from the highest mean NPV to the lowest, as the author of the study claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking {
    /// Name of the scenario.
    pub scenario: Arc<str>,
    /// Names of the strategies, the best first.
    pub strategies: Vec<Arc<str>>,
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
    pub const ALL: [(&'static str, CaseChart); 5] = [
        ("difference", CaseChart::Difference),
        ("payback", CaseChart::Payback),
        ("losses", CaseChart::Losses),
        ("tree", CaseChart::Tree),
        ("lever", CaseChart::Lever),
    ];
}
