//! Random numbers of tests.

use rand::{Rng, RngExt};
use rand_distr::{Beta, Distribution, Gamma, Poisson};
use recoup_core::random::address::{CommonNumbers, Stream};

/// A source of random numbers with a fixed seed.
pub(crate) struct Chance(Stream);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Chance(CommonNumbers::new(seed, 0, 0).at(0, 0, 0))
    }

    fn rng(&mut self) -> &mut impl Rng {
        &mut self.0
    }

    pub(crate) fn uniform(&mut self) -> f64 {
        self.0.uniform()
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.rng().random_range(0..n)
    }

    pub(crate) fn yes(&mut self, p: f64) -> bool {
        self.uniform() < p
    }

    pub(crate) fn exponential(&mut self, rate: f64) -> f64 {
        -self.uniform().ln() / rate
    }

    pub(crate) fn normal(&mut self) -> f64 {
        let (u, v) = (self.uniform(), self.uniform());
        (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
    }

    pub(crate) fn gamma(&mut self, shape: f64, scale: f64) -> f64 {
        Gamma::new(shape, scale).expect("it is positive").sample(self.rng())
    }

    pub(crate) fn beta(&mut self, a: f64, b: f64) -> f64 {
        Beta::new(a, b).expect("it is positive").sample(self.rng())
    }

    pub(crate) fn poisson(&mut self, mean: f64) -> u32 {
        if mean > 0.0 { Poisson::new(mean).expect("it is positive").sample(self.rng()) as u32 } else { 0 }
    }

    /// A log-logistic number.
    pub(crate) fn log_logistic(&mut self, median: f64, shape: f64) -> f64 {
        let u = self.uniform();
        median * (u / (1.0 - u)).powf(1.0 / shape)
    }

    /// An index with those probabilities.
    pub(crate) fn choice(&mut self, probabilities: &[f64]) -> usize {
        let u = self.uniform();
        let mut sum = 0.0;
        let place = probabilities.iter().position(|p| {
            sum += p;
            u < sum
        });
        place.unwrap_or(probabilities.len() - 1)
    }
}
