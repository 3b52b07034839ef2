//! All integration tests, in one binary: one link, one run.

#![allow(clippy::disallowed_methods, reason = "a test computes by other means")]

mod agents;
#[cfg(feature = "cli")]
mod answers;
#[cfg(feature = "cli")]
mod batch;
mod build;
mod cases;
mod checks;
#[cfg(feature = "cli")]
mod cli;
mod determinism;
mod edition2;
mod engines;
mod floors;
mod fuzz;
mod generated;
mod language;
mod laws;
mod levers;
mod overlays;
mod pairing;
mod paradox;
mod parts;
mod refusals;
#[cfg(feature = "cli")]
mod report;
mod scenarios;
mod settings;
mod statistics;
mod uncertainty;
mod why;
