//! Addressed randomness: a random number belongs to a place in the model, not to the order of work.

pub mod address;
pub(crate) mod binomial;
pub(crate) mod counts;
mod direction_numbers;
pub(crate) mod gamma;
pub(crate) mod joint;
pub mod lanes;
pub(crate) mod negative_binomial;
pub(crate) mod normal;
pub(crate) mod philox;
pub(crate) mod poisson;
pub(crate) mod sobol;
pub(crate) mod van_der_corput;
