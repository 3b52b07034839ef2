//! Numbers of the decisions about single customers, part of the stream contract.

/// A period's first four words, on a network: purchases, episode, stay, forget; then: established, praise.
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
/// Of the purchases of a customer whose state changed, those after the change.
pub(super) const LATE_PURCHASES: u8 = 52;
/// Purchases in the period in which one joins.
pub(super) const FIRST_PURCHASES: u8 = 53;
/// With mixing: who meets a failure.
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
