//! The kernel: what happens in a period, section by section of `docs/model.md`, written once.
//!
//! Every engine reads it: `expected` multiplies by these probabilities, `cohort` draws binomials with
//! them. [`period`] puts the sections in order.

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
