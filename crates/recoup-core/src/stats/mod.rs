//! Small statistics: moments that merge, quantiles, matrices, queues, smoothing, tests of fit.

pub(crate) mod anova;
pub mod band;
mod design;
pub(crate) mod erlang;
pub mod goodness;
pub mod linalg;
pub(crate) mod mars;
pub mod moments;
pub(crate) mod odds;
pub(crate) mod quantile;
pub mod root;
pub(crate) mod series;
pub mod smooth;
pub(crate) mod student;
pub mod tie;
