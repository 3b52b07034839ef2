//! All integration tests, in one binary: one link, one run.

mod checks;
mod fuzz;
mod generated;
mod overlays;
mod refusals;
