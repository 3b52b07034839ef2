//! Engines: readings of the one kernel. The only room that knows threads.

pub mod agents;
pub mod chance;
pub mod channels;
pub mod cohort;
pub mod estimate;
pub mod evaluate;
pub mod inputs;
pub mod one_failure;
pub mod progress;
pub mod records;
pub mod shard;
pub mod side_by_side;
pub mod simulate;
pub mod tally;
