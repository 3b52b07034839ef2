//! Answers of Recoup in words and files: catalogues in three languages, tables, charts, report, workbook and result folder.
//!
//! `pipeline` is the way of a run from a study to its folder.
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "a test computes by other means"))]

pub use recoup_core::{
    analysis, ask, diagnostic, dist, engine, evidence, input, math, model, random, scenario, stats, units, verify,
};

pub mod cases;
pub mod error;
pub mod fitted;
pub mod language;
pub mod output;
pub mod pipeline;
