//! The evidence ledger: what every key means, its default, and where that comes from.

pub mod ledger;
pub mod paradox;
pub mod schema;
pub mod search;
pub mod words;
