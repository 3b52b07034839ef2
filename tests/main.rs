//! All integration tests, in one binary: one link, one run.

mod checks;
mod fuzz;
mod overlays;
mod refusals;
