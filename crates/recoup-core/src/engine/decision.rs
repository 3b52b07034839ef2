//! Numbers of the decisions about groups of customers, part of the stream contract; and the splits that two engines share.

use crate::engine::chance::{Chance, Site};
use crate::model::kernel::Kernel;
use crate::model::loyalty::CaseRoute;
use crate::model::population::Flow;

pub(super) const EPISODE: u8 = 1;
pub(super) const KIND: u8 = 2;
pub(super) const CASE: u8 = 3;
pub(super) const PROMPTED: u8 = 4;
pub(super) const ON_SPOT: u8 = 5; // and 6, by route
pub(super) const RESOLVED: u8 = 7; // and 8
pub(super) const QUICK: u8 = 9; // and 10
pub(super) const QUIET_STAY: u8 = 11;
pub(super) const STAY: u8 = 12; // to 18: silent, then three by route
pub(super) const FADE: u8 = 19;
pub(super) const TOLD: u8 = 20; // to 23, by outcome
pub(super) const PUBLIC: u8 = 24;
pub(super) const PURCHASES: u8 = 25;
pub(super) const ORGANIC: u8 = 26;
pub(super) const ORGANIC_SEGMENT: u8 = 27;
pub(super) const RETURNING: u8 = 28;
pub(super) const INVOKED: u8 = 29;
pub(super) const INVOKED_STAY: u8 = 30;
pub(super) const ESTABLISHED: u8 = 31;
pub(super) const PRAISE: u8 = 32;
pub(super) const DETECTED: u8 = 33;
// Of detected cases, where they are counted apart.
pub(super) const DETECTED_ON_SPOT: u8 = 34;
pub(super) const DETECTED_RESOLVED: u8 = 35;
pub(super) const DETECTED_QUICK: u8 = 36;
pub(super) const DETECTED_STAY: u8 = 36; // and 37 to 39, by outcome

/// Those about cases that came by a route: on the spot, resolved, quick.
pub(super) fn of_cases(route: CaseRoute) -> [u8; 3] {
    match route {
        CaseRoute::Voiced => [ON_SPOT, RESOLVED, QUICK],
        CaseRoute::Prompted => [ON_SPOT + 1, RESOLVED + 1, QUICK + 1],
        CaseRoute::Detected => [DETECTED_ON_SPOT, DETECTED_RESOLVED, DETECTED_QUICK],
    }
}

/// Messages of `content` customers who met no failure and bear no grudge.
pub(super) fn praise<C: Chance>(chance: &C, kernel: &Kernel, t: u32, content: f64) -> f64 {
    chance.events(content * kernel.praise, Site { t, decision: PRAISE, who: 0 })
}

/// How many of a pool flow, each with probability `p`.
pub(super) fn flow<C: Chance>(chance: &C, t: u32, flow: Flow, people: f64, p: f64) -> f64 {
    let decision = match flow {
        Flow::Organic => ORGANIC,
        Flow::Returning => RETURNING,
    };
    split(chance, people, p, t, decision, 0)
}

/// Splits newcomers over classes, one after the other.
pub(super) fn split_organic<C: Chance>(chance: &C, t: u32, organic: f64, kernel: &Kernel, parts: &mut [f64]) {
    let (mut left, mut share_left) = (organic, 1.0);
    for (i, (class, part)) in kernel.classes.iter().zip(parts).enumerate() {
        *part = if C::EXACT {
            class.share * organic
        } else if i + 1 == kernel.classes.len() {
            left
        } else {
            split(chance, left, (class.share / share_left).min(1.0), t, ORGANIC_SEGMENT, class.address)
        };
        left -= *part;
        share_left -= class.share;
    }
}

/// How many of `n` go the way of probability `p`.
#[inline]
pub(super) fn split<C: Chance>(chance: &C, n: f64, p: f64, t: u32, decision: u8, who: u64) -> f64 {
    if n > 0.0 { chance.split(n, p, Site { t, decision, who }) } else { 0.0 }
}
