//! Customers: how many, in which segments, and how they differ.

use std::sync::Arc;

use crate::scenario::key::Key;
use crate::scenario::table::table;

table! {
    /// Who is there at the start.
    Market {
        /// N0: active customers at the start (whole).
        customers,
        /// P0: prospects at the start (whole).
        prospects,
    }
}

table! {
    /// A group of customers who buy alike.
    Segment {
        /// Part of the customers; shares sum to 1.
        share,
        /// Purchases per customer and year.
        purchases_per_year,
        /// Contribution per purchase, in money.
        margin,
        /// Money per customer and year to serve and keep.
        retention_cost,
        /// l: repurchase over the window when nothing fails.
        base_loyalty,
        /// Coefficient of variation of purchases_per_year over its customers, gamma.
        purchases_cv,
    } {
        /// Its name.
        name: Arc<str>,
        /// Whether it is lived by classes of customers who buy more or less often.
        classes: bool,
        /// Numbers of its own in place of the study's, by the study's keys, in key order.
        own: Vec<(Arc<Key>, f64)>,
    }
}

impl Segment {
    /// Its own number in place of the study's `key`, if it has one.
    pub(crate) fn own_mut(&mut self, key: &[&str]) -> Option<&mut f64> {
        self.own.iter_mut().find(|(own, _)| own.0 == key).map(|(_, number)| number)
    }

    /// Gives it a number of its own in place of the study's `key`, and takes that away which this one replaces.
    pub(crate) fn set_own(&mut self, key: Key, value: f64) {
        let instead = match key.parts().as_slice() {
            [table, name, "compensation"] => Some(Key::from_parts([*table, *name, "compensation_amount"])),
            [table, name, "compensation_amount"] => Some(Key::from_parts([*table, *name, "compensation"])),
            _ => None,
        };
        self.own.retain(|(own, _)| **own != key && Some(&**own) != instead.as_ref());
        let at = self.own.partition_point(|(own, _)| **own < key);
        self.own.insert(at, (Arc::new(key), value));
    }
}

/// Below this coefficient of variation customers of a segment buy alike.
pub(crate) const LEAST_CV: f64 = 1e-4;

table! {
    /// How customers who came lately differ from established ones.
    Tenure {
        /// Mean years until a newcomer is an established customer.
        newcomer_years,
        /// Margin per purchase of a newcomer, as a multiple.
        newcomer_margin,
        /// Cost to serve and keep a newcomer, as a multiple.
        newcomer_retention_cost,
    }
}

table! {
    /// How customers differ from each other (engine `agents`).
    Individuals {
        /// Standard deviation of base loyalty on the log-odds.
        loyalty_sd,
        /// Coefficient of variation of spend, gamma.
        spend_cv,
        /// Correlation of loyalty and the inclination to speak.
        voice_loyalty_rho,
    }
}
