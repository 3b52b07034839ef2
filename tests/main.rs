//! All integration tests, in one binary: one link, one run.

mod agents;
#[cfg(feature = "cli")]
mod batch;
mod build;
mod checks;
#[cfg(feature = "cli")]
mod cli;
mod determinism;
mod engines;
mod floors;
mod fuzz;
mod generated;
mod language;
mod laws;
mod levers;
mod overlays;
mod pairing;
mod parts;
mod refusals;
mod scenarios;
mod uncertainty;
mod why;
