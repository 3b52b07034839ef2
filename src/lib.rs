//! Recoup: a Monte Carlo engine for the economics of service recovery.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![allow(clippy::neg_cmp_op_on_partial_ord)] // `!(x > 0.0)` refuses NaN on purpose.

pub mod analysis;
pub mod diagnostic;
pub mod dist;
pub mod engine;
pub mod model;
pub mod random;
pub mod scenario;
pub mod stats;
pub mod units;
