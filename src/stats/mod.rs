//! Small statistics: moments that merge, quantiles, queues, tests of fit.

pub mod band;
pub mod erlang;
pub mod goodness;
pub mod moments;
pub mod quantile;
pub mod root;
