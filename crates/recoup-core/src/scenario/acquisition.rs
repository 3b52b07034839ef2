//! Where new customers come from.

use crate::scenario::key::Key;
use crate::scenario::table::table;

/// What the firm does about customers who left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcquisitionPolicy {
    /// Buys replacements up to the target.
    Replace,
    /// Buys nobody.
    None,
    /// Nobody is bought; prospects adopt or reject by what their contacts signal.
    Contagion,
}

table! {
    /// Where new customers come from.
    Acquisition {
        /// Growth of the replacement target per year.
        growth_per_year,
        /// Rate per year at which prospects choose a provider.
        in_market_per_year,
        /// Probability that an in-market prospect picks us, without word of mouth.
        preference,
        /// Acquisition cost over the segment's retention cost.
        cost_ratio,
        /// Rate per year at which lapsed customers become prospects again.
        return_per_year,
        /// eta: how much dearer it gets to replace more than natural churn.
        cost_elasticity,
    } {
        /// Whether leavers are replaced.
        policy: AcquisitionPolicy,
        /// Money per bought customer; absent = `cost_ratio` times the segment's retention cost.
        cost: Option<f64>,
        /// Money per year for buying customers; absent = no limit.
        budget_per_year: Option<f64>,
    }
}

impl Acquisition {
    /// Whether `cost` is taken in place of the number of that key.
    pub(crate) fn replaces(&self, key: &Key) -> bool {
        self.cost.is_some() && key.parts() == ["acquisition", "cost_ratio"]
    }
}
