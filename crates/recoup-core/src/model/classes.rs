//! Who buys how often: a segment whose customers differ in it is lived by five classes of equal size.

use crate::scenario::classes::{CLASSES, fifths};
use crate::scenario::parameters::Parameters;
use crate::units::SegmentIdx;

/// Customers of one segment who buy alike: for incidence, flows and money a segment of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Its segment.
    pub segment: SegmentIdx,
    /// Its number where random numbers are addressed: other segments keep theirs when one is split.
    pub address: u64,
    /// Share of all customers.
    pub share: f64,
    /// Purchases of a customer per year.
    pub purchases_per_year: f64,
}

/// The classes of a set of parameters, segment by segment.
pub(crate) fn classes(parameters: &Parameters) -> Vec<Class> {
    let mut classes = Vec::with_capacity(parameters.segments.len());
    for (g, segment) in parameters.segments.iter().enumerate() {
        let class = |i: usize, share: f64, purchases_per_year: f64| Class {
            segment: SegmentIdx(g),
            address: g as u64 | (i as u64) << 8,
            share,
            purchases_per_year,
        };
        if segment.classes {
            let means = fifths(segment);
            classes.extend((0..CLASSES).map(|i| class(i, segment.share / CLASSES as f64, means[i])));
        } else {
            classes.push(class(0, segment.share, segment.purchases_per_year));
        }
    }
    classes
}
