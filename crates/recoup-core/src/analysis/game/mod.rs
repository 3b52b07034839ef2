//! A game in which teams spend a budget on service recovery, quarter by quarter, in the world of a study.

pub(crate) mod best;
pub(crate) mod levers;
pub(crate) mod world;
