//! Many studies: which they are, what is done of them, in parts that can be joined.
//!
//! A batch is a list of runs ([`list`]), each with an address: a hash of all that its results depend on. A result
//! folder says in its manifest which address it has; what is there and whole is not run again ([`run`]). A shard
//! does a part of the batch into a folder of its own ([`record`] says what came of it), and [`merge`] joins them.

pub mod index;
pub mod list;
pub mod merge;
pub mod overview;
pub mod part;
pub mod record;
pub mod result;
pub mod run;
pub mod runs;
pub mod slurm;
pub mod summary;
