//! Analysis: pure functions from results to figures, as plain data.

pub mod breakeven;
pub mod cautions;
pub mod compare;
pub mod findings;
pub mod flip;
pub mod lever;
pub mod lever_sweep;
pub mod optimize;
pub mod oracle;
pub mod picture;
pub mod rates_of_return;
pub mod repurchase;
pub mod scenarios;
pub mod shapley;
pub mod summary;
pub mod sweep;
pub mod view;
pub mod why;
