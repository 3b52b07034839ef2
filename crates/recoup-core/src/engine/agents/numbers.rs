//! Numbers of the decisions about single customers, part of the stream contract.

use crate::scenario::horizon::Counted;

/// The halves of a period whose purchases are those of the customers at its start, or of those at its end.
pub(super) fn halves_counted(counted: Counted, at_start: bool) -> &'static [u8] {
    match (counted, at_start) {
        (Counted::Start, true) | (Counted::End, false) => &[EARLY, LATE],
        (Counted::Average, true) => &[EARLY],
        (Counted::Average, false) => &[LATE],
        (Counted::Start, false) | (Counted::End, true) => &[],
    }
}

/// Of a period: what an undecided prospect does (contagion), four words; then whether a newcomer with a failure is
/// established.
pub(super) const PERIOD: u8 = 40;
/// An episode's words: kind, route, front line, resolved; quick, public, told, stay.
pub(super) const EPISODE: u8 = 41;
/// Traits, by generation in place of the period.
pub(super) const TRAITS: u8 = 42;
/// To whom one tells.
pub(super) const TELL: u8 = 43;
/// What one tells, where no table holds the distribution.
pub(super) const TOLD: u8 = 44;
/// The segment of a prospect who joins of their own accord.
pub(super) const SEGMENT: u8 = 45;
/// What contacts signal to an undecided prospect.
pub(super) const SIGNALS: u8 = 46;
/// Weak contacts of a period.
pub(super) const CONTACTS: u8 = 47;
/// Who knows whom.
pub(super) const TIES: u8 = 49;
/// Where people sit in a network.
pub(super) const PLACES: u8 = 50;
/// Satisfaction before a failure, by generation in place of the period.
pub(super) const SATISFACTION: u8 = 51;
/// Points: who meets a failure.
pub(super) const FAILING: u8 = 54;
/// Who leaves without one.
pub(super) const LEAVING: u8 = 55;
/// Who forgets.
pub(super) const FORGETTING: u8 = 56;
/// Which newcomers are established.
pub(super) const ESTABLISHING: u8 = 57;
/// Purchases in the first half of a period.
pub(super) const EARLY: u8 = 58;
/// Purchases in the second half.
pub(super) const LATE: u8 = 59;
/// On a network: content customers who praise.
pub(super) const PRAISING: u8 = 60;
/// Prospects who join of their own accord.
pub(super) const JOINING: u8 = 61;
/// Lapsed customers who are prospects again.
pub(super) const RETURNING: u8 = 62;
/// Prospects whom the firm wins if it wants some.
pub(super) const WILLING: u8 = 63;
/// When in a period a newcomer joined.
pub(super) const JOINED_WHEN: u8 = 64;
/// When in a period a customer left.
pub(super) const LEFT_WHEN: u8 = 65;
/// When in the first half of a period a customer bought.
pub(super) const EARLY_WHEN: u8 = 66;
/// When in the second half.
pub(super) const LATE_WHEN: u8 = 67;
/// When in a period a customer met a failure, and the work on its case.
pub(super) const CASE_WHEN: u8 = 68;
