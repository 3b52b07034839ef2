//! Recoup: a Monte Carlo engine for the economics of service recovery.
//!
//! This package is the program. The model, the engines and the analysis are the crate `recoup_core`; words, charts, tables and
//! reports are `recoup_report`.
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "a test computes by other means"))]

pub use recoup_core::{
    analysis, ask, diagnostic, dist, engine, evidence, input, math, model, random, scenario, stats, units, verify,
};
pub use recoup_report::{cases, error, language, output, pipeline};

pub mod batch;
pub mod cli;
