//! The core of Recoup: a Monte Carlo engine for the economics of service recovery.
//!
//! The way of a study: [`input::load`] reads and checks it, [`engine::simulate`] runs it, [`analysis`] derives figures from
//! the results. Answers are data: the core makes no sentences and writes no files.
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "a test computes by other means"))]

pub mod analysis;
pub mod ask;
pub mod diagnostic;
pub mod dist;
pub mod engine;
pub mod evidence;
pub mod input;
pub mod math;
pub mod model;
pub mod random;
pub mod scenario;
pub mod stats;
pub mod units;
pub mod verify;
