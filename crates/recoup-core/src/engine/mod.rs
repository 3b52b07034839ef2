//! Engines: three ways to run the one kernel. The only module that uses threads.

pub mod agents;
pub mod chance;
pub mod channels;
pub mod cohort;
mod control;
mod decision;
pub mod estimate;
pub mod evaluate;
pub(crate) mod failures;
pub mod inputs;
pub(crate) mod observer;
pub mod one_failure;
pub mod progress;
pub mod records;
pub mod shard;
pub mod side_by_side;
pub mod simulate;
pub mod tally;
