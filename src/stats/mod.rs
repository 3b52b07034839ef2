//! Small statistics: moments that merge, quantiles, queues, smoothing, tests of fit.
//! Small statistics: moments that merge, quantiles, factors of matrices, queues, tests of fit.

pub mod anova;
pub mod band;
pub mod cholesky;
pub mod erlang;
pub mod goodness;
pub mod moments;
pub mod odds;
pub mod quantile;
pub mod root;
pub mod series;
pub mod smooth;
