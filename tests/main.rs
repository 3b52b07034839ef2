//! All integration tests, in one binary: one link, one run.

#![allow(clippy::disallowed_methods, reason = "a test computes by other means")]

mod agents;
mod answers;
mod batch;
mod build;
mod cases;
mod checks;
mod class;
mod cli;
mod cookbook;
mod coverage;
mod determinism;
mod diff;
mod edition2;
mod engines;
mod faults;
mod findings;
mod fit;
mod fmea;
mod fuzz;
mod generated;
mod lab;
mod language;
mod laws;
mod layers;
mod levers;
mod overlays;
mod pairing;
mod paradox;
mod parts;
mod refusals;
mod report;
mod scenarios;
mod settings;
mod statistics;
mod surveys;
mod synth;
mod translation;
mod uncertainty;
mod why;
mod workbook;
