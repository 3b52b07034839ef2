//! The kernel: what happens in a period, section by section of `docs/model.md`, written once.
//!
//! Every engine reads it: `expected` multiplies by these probabilities, `cohort` draws binomials with
//! them. [`period`] puts the sections in order.

/// The revision of the model: raised with every change that moves a result, so that no result of an older model is taken for one of
/// this. The golden test holds it.
pub const REVISION: u32 = 2;

pub(crate) mod acquisition;
pub(crate) mod classes;
pub(crate) mod customer;
pub(crate) mod incidence;
pub(crate) mod kernel;
pub mod loyalty;
pub mod money;
pub mod period;
pub mod population;
pub mod remedy;
pub(crate) mod route;
pub mod row;
pub mod satisfaction;
pub mod schedule;
pub mod segment;
pub mod word_of_mouth;
