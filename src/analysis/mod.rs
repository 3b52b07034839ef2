//! Analysis: pure functions from results to figures, as plain data.

pub mod cautions;
pub mod compare;
pub mod error_budget;
pub mod findings;
pub mod noisy;
pub mod oracle;
pub mod picture;
pub mod rates_of_return;
pub mod repurchase;
pub mod scenarios;
pub mod selection;
pub mod summary;
pub mod sweep;
pub mod view;
