//! Analysis: pure functions from results to figures, as plain data.

pub mod acceptability;
pub mod cautions;
pub mod compare;
pub mod decision;
pub mod findings;
pub mod frontier;
pub mod information;
pub mod oracle;
pub mod picture;
pub mod rates_of_return;
pub mod repurchase;
pub mod scenarios;
pub mod story;
pub mod screening;
pub mod sensitivity;
pub mod sobol;
pub mod summary;
pub mod sweep;
pub mod tornado;
pub mod view;
