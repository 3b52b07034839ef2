//! Section 7, acquisition and pools: who comes of their own accord, who is bought, who may return.

use crate::math::{exp_m1, pow};
use crate::model::classes::Class;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::market::Segment;
use crate::scenario::parameters::Parameters;

/// What stays the same over periods.
#[derive(Clone, Debug)]
pub struct AcquisitionRules {
    replaces: bool,
    customers: f64,
    per_year: f64,
    growth_per_year: f64,
    budget_per_year: Option<f64>,
    shares: Vec<f64>,
    /// CAC: money per bought customer, by class.
    cost: Vec<f64>,
    /// V: customers that natural churn alone would have replaced in a period, by class.
    natural: Vec<f64>,
    /// eta: how the price of a customer rises with how many are bought, in units of V.
    elasticity: f64,
    /// Probability that a lapsed customer becomes a prospect again in a period.
    pub returning: f64,
}

/// The pools outside the customer base, and the money set aside for acquisition.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Pools {
    /// People who may become customers.
    pub prospects: f64,
    /// Former customers.
    pub lapsed: f64,
    /// The budget that has come in so far, less what was spent of it.
    pub budget: f64,
}

impl AcquisitionRules {
    /// The rules of a set of parameters lived by `classes`.
    pub(crate) fn new(parameters: &Parameters, classes: &[Class]) -> Self {
        let acquisition = &parameters.acquisition;
        let per_year = parameters.horizon.per_year();
        let by_class = |number: &dyn Fn(&Class, &Segment) -> f64| {
            classes.iter().map(|class| number(class, &parameters.segments[class.segment.0])).collect()
        };
        let window = parameters.loyalty.window_years * per_year;
        AcquisitionRules {
            replaces: acquisition.policy == AcquisitionPolicy::Replace,
            customers: parameters.market.customers,
            per_year,
            growth_per_year: acquisition.growth_per_year,
            budget_per_year: acquisition.budget_per_year,
            shares: classes.iter().map(|class| class.share).collect(),
            cost: by_class(&|_, s| acquisition.cost.unwrap_or(acquisition.cost_ratio * s.retention_cost)),
            natural: if acquisition.cost_elasticity == 0.0 {
                Vec::new()
            } else {
                by_class(&|class, s| {
                    class.share * parameters.market.customers * (1.0 - pow(s.base_loyalty, 1.0 / window))
                })
            },
            elasticity: acquisition.cost_elasticity,
            returning: -exp_m1(-acquisition.return_per_year / per_year),
        }
    }

    /// The share of the customers that each class has.
    pub(crate) fn shares(&self) -> &[f64] {
        &self.shares
    }

    /// The same rules for customers split by these shares.
    pub(crate) fn with_shares(&self, shares: Vec<f64>) -> Self {
        AcquisitionRules { shares, ..self.clone() }
    }

    /// The money that `bought` customers of a class cost: CAC * R * (R / V)^eta.
    pub(crate) fn price(&self, class: usize, bought: f64) -> f64 {
        let price = self.cost[class] * bought;
        if self.elasticity == 0.0 || !(bought > 0.0) { price } else { price * self.dearer(class, bought) }
    }

    /// (R / V)^eta; 1 where natural churn needs nobody.
    fn dearer(&self, class: usize, bought: f64) -> f64 {
        let natural = self.natural[class];
        if natural > 0.0 { pow(bought / natural, self.elasticity) } else { 1.0 }
    }

    /// Lets the budget of a period in.
    pub(crate) fn fill_budget(&self, pools: &mut Pools) {
        if let Some(budget) = self.budget_per_year {
            pools.budget += budget / self.per_year;
        }
    }

    /// Takes what was spent in a period from the budget, where it has one.
    pub(crate) fn spend(&self, pools: &mut Pools, money: f64) {
        if self.budget_per_year.is_some() {
            pools.budget -= money;
        }
    }

    /// Fills in R_g, the customers to buy in period `t`, before rounding: what each class lacks of
    /// its share of the target, scaled by one factor to the prospects left and the budget.
    pub(crate) fn buy(&self, t: u32, pools: &Pools, stayers: &[f64], organic: &[f64], bought: &mut [f64]) {
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
        let mut need = 0.0;
        for g in 0..self.shares.len() {
            bought[g] = (self.shares[g] * target - stayers[g] - organic[g]).max(0.0);
            need += bought[g];
        }
        let joined: f64 = organic.iter().sum();
        let mut scale: f64 = 1.0;
        if need > 0.0 {
            scale = scale.min((pools.prospects - joined) / need);
        }
        if self.budget_per_year.is_some() {
            scale = scale.min(self.affordable(bought, pools.budget));
        }
        let scale = scale.max(0.0);
        bought.iter_mut().for_each(|b| *b *= scale);
    }

    /// k: the part of what is needed that `budget` buys, 1 where it buys all. What k of it costs is
    /// a k^(1 + eta) + b k, b the price of classes without natural churn.
    fn affordable(&self, need: &[f64], budget: f64) -> f64 {
        let (mut rising, mut plain) = (0.0, 0.0);
        for (class, &need) in need.iter().enumerate() {
            let price = self.price(class, need);
            if self.elasticity == 0.0 || !(self.natural[class] > 0.0) { plain += price } else { rising += price }
        }
        if !(rising + plain > 0.0) || budget >= rising + plain {
            return 1.0;
        }
        if !(budget > 0.0) {
            return 0.0;
        }
        if rising == 0.0 {
            return budget / plain;
        }
        let power = 1.0 + self.elasticity;
        if plain == 0.0 {
            return pow(budget / rising, 1.0 / power);
        }
        // The cost is convex and at 1 above the budget: Newton's steps come down to the root from above.
        let mut k = 1.0;
        for _ in 0..100 {
            let over = rising * pow(k, power) + plain * k - budget;
            let next = k - over / (rising * power * pow(k, self.elasticity) + plain);
            if !(next < k) {
                break;
            }
            k = next;
        }
        k.max(0.0)
    }
}

/// N0 split over segments by largest remainder, so that whole customers stay whole; ties go to the
/// earlier segment.
pub(crate) fn largest_remainder(total: f64, shares: &[f64]) -> Vec<f64> {
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
