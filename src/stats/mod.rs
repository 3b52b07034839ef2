//! Small statistics: moments that merge, quantiles, queues, smoothing, tests of fit.

pub mod band;
pub mod erlang;
pub mod goodness;
pub mod moments;
pub mod quantile;
pub mod root;
pub mod smooth;
