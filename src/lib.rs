//! Recoup: a Monte Carlo engine for the economics of service recovery.
//!
//! A Rust program loads a [`Study`], runs it and asks questions; answers are data that serde writes.
//!
//! ```
//! use recoup::ask::breakeven::BreakEvenQuestion;
//!
//! let study = recoup::Study::shipped("city-hotel")?.with("study.draws", "20")?;
//! let question = BreakEvenQuestion { key: "acquisition.cost_ratio".into(), ..Default::default() };
//! let answer = study.ask(&question)?;
//! println!("{} ties with {} at {:?}", answer.found.strategy, answer.found.against, answer.found.break_even);
//! # Ok::<(), recoup::Error>(())
//! ```
//!
//! This package is also the program. The model, the engines and the analysis are the crate `recoup_core`; words, charts, tables
//! and reports are `recoup_report`.
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "a test computes by other means"))]

pub use recoup_core::{
    analysis, ask, diagnostic, dist, engine, evidence, input, math, model, random, scenario, stats, units, verify,
};
pub use recoup_report::{cases, error, fitted, language, output, pipeline};

pub mod batch;
pub mod cli;
mod study;

pub use crate::ask::{Answer, Question, Subject, Unanswered};
pub use crate::diagnostic::Diagnostic;
pub use crate::error::Error;
pub use crate::study::Study;
