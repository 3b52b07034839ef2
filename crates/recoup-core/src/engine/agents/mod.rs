//! The engine `agents`: every customer a record.
//!
//! What customers meet is addressed by seat and period, never by strategy: the same seat has the same
//! random numbers under every strategy, whichever customer holds it. A customer who leaves frees their seat; the next one to
//! sit there is its next generation, the same person in every strategy.

pub mod chronicle;
pub(crate) mod episode;
pub mod graph;
pub mod happening;
pub mod mixing;
pub mod network;
mod numbers;
pub(crate) mod panel;
pub mod person;
pub(crate) mod points;
