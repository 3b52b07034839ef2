//! Small statistics: moments that merge, quantiles, matrices, queues, smoothing, tests of fit.

pub mod anova;
pub mod band;
pub mod erlang;
pub mod goodness;
pub mod linalg;
pub mod mars;
pub mod moments;
pub mod odds;
pub mod quantile;
pub mod root;
pub mod series;
pub mod smooth;
pub mod student;
pub mod tie;
