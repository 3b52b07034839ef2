//! Section 7, acquisition and pools: who comes of his own accord, who is bought, who may return.

use crate::math::{exp_m1, pow};
use crate::scenario::case::{AcquisitionPolicy, Case};

/// What stays the same over periods.
#[derive(Clone, Debug)]
pub struct AcquisitionRules {
    replaces: bool,
    customers: f64,
    per_year: f64,
    growth_per_year: f64,
    budget_per_year: Option<f64>,
    shares: Vec<f64>,
    /// CAC: money per bought customer, by segment.
    pub cost: Vec<f64>,
    /// Probability that a lapsed customer becomes a prospect again in a period.
    pub returning: f64,
}

/// The pools outside the customer base, and what was spent on acquisition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pools {
    /// People who may become customers.
    pub prospects: f64,
    /// Former customers.
    pub lapsed: f64,
    /// Money spent so far.
    pub spent: f64,
}

impl AcquisitionRules {
    /// The rules of a case.
    pub fn new(case: &Case) -> Self {
        let acquisition = &case.acquisition;
        let per_year = case.horizon.period.per_year();
        AcquisitionRules {
            replaces: acquisition.policy == AcquisitionPolicy::Replace,
            customers: case.market.customers,
            per_year,
            growth_per_year: acquisition.growth_per_year,
            budget_per_year: acquisition.budget_per_year,
            shares: case.segments.iter().map(|segment| segment.share).collect(),
            cost: case
                .segments
                .iter()
                .map(|s| acquisition.cost.unwrap_or(acquisition.cost_ratio * s.retention_cost))
                .collect(),
            returning: -exp_m1(-acquisition.return_per_year / per_year),
        }
    }

    /// The share of the customers that each segment has.
    pub fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The same rules for customers split by these shares.
    pub fn with_shares(&self, shares: Vec<f64>) -> Self {
        AcquisitionRules { shares, ..self.clone() }
    }

    /// Fills in R_g, the customers to buy in period `t`, before rounding: what each segment lacks of
    /// its share of the target, scaled by one factor to the prospects left and the purse.
    pub fn buy(&self, t: u32, pools: &Pools, stayers: &[f64], organic: &[f64], bought: &mut [f64]) {
        bought.fill(0.0);
        if !self.replaces {
            return;
        }
        let years = (f64::from(t) + 1.0) / self.per_year;
        let target = if self.growth_per_year == 0.0 {
            self.customers
        } else {
            self.customers * pow(1.0 + self.growth_per_year, years)
        };
        let (mut need, mut price) = (0.0, 0.0);
        for g in 0..self.shares.len() {
            bought[g] = (self.shares[g] * target - stayers[g] - organic[g]).max(0.0);
            need += bought[g];
            price += self.cost[g] * bought[g];
        }
        let joined: f64 = organic.iter().sum();
        let mut scale: f64 = 1.0;
        if need > 0.0 {
            scale = scale.min((pools.prospects - joined) / need);
        }
        if let Some(budget) = self.budget_per_year
            && price > 0.0
        {
            scale = scale.min((budget * years - pools.spent) / price);
        }
        let scale = scale.max(0.0);
        bought.iter_mut().for_each(|b| *b *= scale);
    }
}

/// N0 split over segments by largest remainder, so that whole customers stay whole; ties go to the
/// earlier segment.
pub fn largest_remainder(total: f64, shares: &[f64]) -> Vec<f64> {
    let mut parts: Vec<f64> = shares.iter().map(|share| (share * total).floor()).collect();
    let missing = total - parts.iter().sum::<f64>();
    let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
    by_remainder.sort_by(|&a, &b| (shares[b] * total).fract().total_cmp(&(shares[a] * total).fract()));
    for &g in by_remainder.iter().take(missing.max(0.0) as usize) {
        parts[g] += 1.0;
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::model::acquisition::largest_remainder;

    #[test]
    fn whole_customers_are_split_without_loss() {
        assert_eq!(largest_remainder(10.0, &[0.5, 0.25, 0.25]), [5.0, 3.0, 2.0]);
        assert_eq!(largest_remainder(100.0, &[1.0 / 3.0; 3]), [34.0, 33.0, 33.0]);
        assert_eq!(largest_remainder(7.0, &[1.0]), [7.0]);
    }
}
