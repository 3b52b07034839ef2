//! Recoup: a Monte Carlo engine for the economics of service recovery.
//!
//! The way of a study: [`input::load`] reads and checks it, [`engine::simulate`] runs it, [`analysis`]
//! says what came out, [`output`] writes it down; `pipeline` is that sentence.
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "a test computes by other means"))]
#![allow(clippy::neg_cmp_op_on_partial_ord)] // `!(x > 0.0)` refuses NaN on purpose.

pub mod analysis;
#[cfg(feature = "batch")]
pub mod batch;
#[cfg(feature = "charts")]
pub mod cases;
#[cfg(feature = "cli")]
pub mod cli;
pub mod diagnostic;
pub mod dist;
pub mod engine;
pub mod error;
pub mod evidence;
pub mod input;
pub mod language;
pub mod math;
pub mod model;
pub mod output;
#[cfg(feature = "report")]
pub mod pipeline;
pub mod random;
pub mod scenario;
pub mod stats;
pub mod units;
pub mod verify;
