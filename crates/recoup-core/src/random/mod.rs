//! Addressed randomness: a random number belongs to a place in the model, not to the order of work.

pub mod address;
pub mod binomial;
pub mod counts;
pub mod gamma;
pub mod joint;
pub mod lanes;
pub mod negative_binomial;
pub mod normal;
pub mod philox;
pub mod poisson;
pub mod van_der_corput;
