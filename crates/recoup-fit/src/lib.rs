//! Estimators of Recoup: from a firm's own data to the numbers of a study.
//!
//! Input are columns in memory ([`log::Log`], or the answers of a survey), output are plain structs. This package reads no
//! files and makes no sentences. Every number is an [`estimate::Estimate`]: value, 90 % interval, standard error, method, and
//! a distribution that a study can carry. What the data cannot say is a [`estimate::Caution`].
//!
//! Start with [`log::Log::check`], which returns the [`log::Checked`] log that the estimators take;
//! [`fit::fit`] calls them all.
#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "a test computes by other means"))]

pub mod answer;
pub mod base;
pub mod bgnbd;
#[cfg(test)]
mod chance;
pub mod control_chart;
#[cfg(test)]
mod coverage;
pub mod early_warning;
pub mod estimate;
pub mod failures;
#[cfg(test)]
mod firm;
pub mod fit;
pub mod holdout;
pub mod kano;
pub mod lifetime;
pub mod log;
pub mod matching;
mod maximum;
pub mod proportion;
pub mod purchases;
pub mod recovery;
pub mod repurchase;
pub mod selection;
pub mod servqual;
pub mod study;
pub mod survival;
