//! Analysis: pure functions from results to figures, as plain data.

pub mod compare;
pub mod oracle;
pub mod rates_of_return;
pub mod scenarios;
pub mod summary;
