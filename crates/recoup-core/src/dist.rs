//! Uncertain numbers: distributions with mean and quantile function.
//!
//! A draw is the quantile of one uniform number, so that numbers can later be correlated, stratified
//! or taken from a quasi-random sequence without changing what a distribution is.

pub(crate) use crate::math::normal::{cdf as standard_normal_cdf, quantile as standard_normal_quantile};
use crate::math::{beta, exp, gamma, ln};

/// z of the 95 % quantile of the standard normal distribution.
pub(crate) const Z95: f64 = 1.644_853_626_951_472_2;

/// The distribution of an uncertain number.
#[derive(Clone, Debug, PartialEq)]
pub enum Uncertain {
    /// Beta with shapes a, b.
    Beta {
        /// First shape.
        a: f64,
        /// Second shape.
        b: f64,
    },
    /// Gamma; mean = shape * scale.
    Gamma {
        /// Shape.
        shape: f64,
        /// Scale.
        scale: f64,
    },
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// exp of a normal.
    LogNormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// Logistic function of a normal.
    LogitNormal {
        /// Mean of the logit.
        mu: f64,
        /// Standard deviation of the logit.
        sigma: f64,
    },
    /// Uniform.
    Uniform {
        /// Least value.
        low: f64,
        /// Greatest value.
        high: f64,
    },
    /// Triangular.
    Triangular {
        /// Least value.
        low: f64,
        /// Likeliest value.
        mode: f64,
        /// Greatest value.
        high: f64,
    },
    /// PERT: a beta stretched over [low, high] with mean (low + 4 mode + high) / 6.
    Pert {
        /// Least value.
        low: f64,
        /// Likeliest value.
        mode: f64,
        /// Greatest value.
        high: f64,
    },
    /// Uniform in the logarithm.
    LogUniform {
        /// Least value, positive.
        low: f64,
        /// Greatest value.
        high: f64,
    },
    /// One of several values.
    Choice {
        /// The values.
        values: Vec<f64>,
        /// Their probabilities, which sum to 1.
        weights: Vec<f64>,
    },
}

fn finite(numbers: &[f64]) -> Result<(), String> {
    match numbers.iter().find(|x| !x.is_finite()) {
        Some(x) => Err(format!("{x} is not a finite number")),
        None => Ok(()),
    }
}

fn positive(name: &str, x: f64) -> Result<(), String> {
    if !(x > 0.0) { Err(format!("the {name} ({x}) must be above 0")) } else { Ok(()) }
}

/// Shapes outside leave the reach of the quantile functions, and of what anybody can mean.
fn shape(name: &str, x: f64) -> Result<(), String> {
    if (1e-3..=1e6).contains(&x) {
        Ok(())
    } else {
        Err(format!("the {name} ({x}) must lie between 0.001 and 1,000,000"))
    }
}

/// The message about a standard deviation that makes `shape` too large or too small.
fn unusable_sd(sd: f64, shape: f64) -> String {
    if shape > 1.0 {
        format!("an sd of {sd} is too small to matter: write a plain number")
    } else {
        format!("an sd of {sd} is too large for such a mean")
    }
}

/// The forms that may begin at 0 or end at 1, where an interval may not.
fn instead_of_interval(low: f64, high: f64) -> String {
    let middle = 0.5 * (low + high);
    format!(": write {{ uniform = [{low:?}, {high:?}] }}, or {{ pert = [{low:?}, {middle:?}, {high:?}] }}")
}

fn ordered(names: &[&str], numbers: &[f64]) -> Result<(), String> {
    for i in 1..numbers.len() {
        if !(numbers[i - 1] <= numbers[i]) {
            return Err(format!(
                "the {} ({}) is above the {} ({})",
                names[i - 1],
                numbers[i - 1],
                names[i],
                numbers[i]
            ));
        }
    }
    if !(numbers[0] < numbers[numbers.len() - 1]) {
        return Err(format!("the {} equals the {}: write a plain number", names[0], names[names.len() - 1]));
    }
    Ok(())
}

fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

fn logistic(z: f64) -> f64 {
    1.0 / (1.0 + exp(-z))
}

impl Uncertain {
    /// A beta with that mean and standard deviation, for a probability.
    pub(crate) fn beta_from_mean(mean: f64, sd: f64) -> Result<Self, String> {
        finite(&[mean, sd])?;
        positive("sd", sd)?;
        if !(mean > 0.0 && mean < 1.0) {
            return Err(format!("the mean of an uncertain probability ({mean}) must lie between 0 and 1"));
        }
        let size = mean * (1.0 - mean) / (sd * sd) - 1.0;
        if !(size > 0.0) {
            return Err(format!(
                "no distribution on [0, 1] with mean {mean} has an sd as large as {sd}; it must be below {:.4}",
                (mean * (1.0 - mean)).sqrt()
            ));
        }
        let (a, b) = (mean * size, (1.0 - mean) * size);
        Uncertain::beta(a, b).map_err(|_| unusable_sd(sd, a.max(b)))
    }

    /// A gamma with that mean and standard deviation, for a positive number.
    pub(crate) fn gamma_from_mean(mean: f64, sd: f64) -> Result<Self, String> {
        finite(&[mean, sd])?;
        positive("sd", sd)?;
        positive("mean", mean)?;
        let shape = (mean / sd) * (mean / sd);
        Uncertain::gamma(shape, sd * sd / mean).map_err(|_| unusable_sd(sd, shape))
    }

    /// A logit-normal whose 90 % interval is `low` to `high`, for a probability.
    pub fn probability_interval(low: f64, high: f64) -> Result<Self, String> {
        finite(&[low, high])?;
        if !(low > 0.0 && high < 1.0) {
            let other = if low >= 0.0 && high <= 1.0 { instead_of_interval(low, high) } else { String::new() };
            return Err(format!(
                "the interval of an uncertain probability ({low} to {high}) must lie inside 0 to 1{other}"
            ));
        }
        ordered(&["low end", "high end"], &[low, high])?;
        let (l, h) = (logit(low), logit(high));
        Ok(Uncertain::LogitNormal { mu: 0.5 * (l + h), sigma: (h - l) / (2.0 * Z95) })
    }

    /// A log-normal whose 90 % interval is `low` to `high`, for a positive number.
    pub fn positive_interval(low: f64, high: f64) -> Result<Self, String> {
        finite(&[low, high])?;
        let other = if low == 0.0 { instead_of_interval(low, high) } else { String::new() };
        positive("low end", low).map_err(|error| error + &other)?;
        ordered(&["low end", "high end"], &[low, high])?;
        Ok(Uncertain::LogNormal { mu: 0.5 * (ln(low) + ln(high)), sigma: ln(high / low) / (2.0 * Z95) })
    }

    /// A beta with shapes `a`, `b`.
    pub fn beta(a: f64, b: f64) -> Result<Self, String> {
        finite(&[a, b])?;
        if (a == 0.0 || b == 0.0) && a + b > 0.0 {
            return Err(format!(
                "shapes of 0 say that it is certain: for {a} of {} cases write {{ beta = [{:?}, {:?}] }}",
                a + b,
                a + 0.5,
                b + 0.5
            ));
        }
        shape("first shape", a)?;
        shape("second shape", b)?;
        Ok(Uncertain::Beta { a, b })
    }

    /// A gamma with that shape and scale.
    pub fn gamma(shape: f64, scale: f64) -> Result<Self, String> {
        finite(&[shape, scale])?;
        self::shape("shape", shape)?;
        positive("scale", scale)?;
        Ok(Uncertain::Gamma { shape, scale })
    }

    /// A normal.
    pub fn normal(mean: f64, sd: f64) -> Result<Self, String> {
        finite(&[mean, sd])?;
        positive("sd", sd)?;
        Ok(Uncertain::Normal { mean, sd })
    }

    /// A log-normal with that mean and standard deviation of the logarithm.
    pub fn lognormal(mu: f64, sigma: f64) -> Result<Self, String> {
        finite(&[mu, sigma])?;
        positive("sigma", sigma)?;
        if !exp(mu + 0.5 * sigma * sigma).is_finite() {
            return Err(format!("a log-normal with mu {mu} and sigma {sigma} has no finite mean"));
        }
        Ok(Uncertain::LogNormal { mu, sigma })
    }

    /// A uniform.
    pub fn uniform(low: f64, high: f64) -> Result<Self, String> {
        finite(&[low, high])?;
        ordered(&["low end", "high end"], &[low, high])?;
        Ok(Uncertain::Uniform { low, high })
    }

    /// A triangular.
    pub fn triangular(low: f64, mode: f64, high: f64) -> Result<Self, String> {
        finite(&[low, mode, high])?;
        ordered(&["low end", "mode", "high end"], &[low, mode, high])?;
        Ok(Uncertain::Triangular { low, mode, high })
    }

    /// A PERT.
    pub fn pert(low: f64, mode: f64, high: f64) -> Result<Self, String> {
        finite(&[low, mode, high])?;
        ordered(&["low end", "mode", "high end"], &[low, mode, high])?;
        Ok(Uncertain::Pert { low, mode, high })
    }

    /// A log-uniform.
    pub fn log_uniform(low: f64, high: f64) -> Result<Self, String> {
        finite(&[low, high])?;
        positive("low end", low)?;
        ordered(&["low end", "high end"], &[low, high])?;
        Ok(Uncertain::LogUniform { low, high })
    }

    /// One of `values`; the weights are scaled to sum to 1, equal when there are none.
    pub(crate) fn choice(values: Vec<f64>, weights: Option<Vec<f64>>) -> Result<Self, String> {
        finite(&values)?;
        if values.is_empty() {
            return Err("a choice needs at least one value".into());
        }
        let weights = weights.unwrap_or_else(|| vec![1.0; values.len()]);
        finite(&weights)?;
        if weights.len() != values.len() {
            return Err(format!("{} values but {} weights", values.len(), weights.len()));
        }
        let total: f64 = weights.iter().sum();
        if weights.iter().any(|w| !(*w >= 0.0)) || !(total > 0.0) || !total.is_finite() {
            return Err("weights must not be negative and must not all be 0".into());
        }
        Ok(Uncertain::Choice { values, weights: weights.iter().map(|w| w / total).collect() })
    }

    /// The mean: the point value of the number.
    pub fn mean(&self) -> f64 {
        match self {
            Uncertain::Beta { a, b } => a / (a + b),
            Uncertain::Gamma { shape, scale } => shape * scale,
            Uncertain::Normal { mean, .. } => *mean,
            Uncertain::LogNormal { mu, sigma } => exp(mu + 0.5 * sigma * sigma),
            Uncertain::LogitNormal { mu, sigma } => logit_normal_mean(*mu, *sigma),
            Uncertain::Uniform { low, high } => 0.5 * (low + high),
            Uncertain::Triangular { low, mode, high } => (low + mode + high) / 3.0,
            Uncertain::Pert { low, mode, high } => (low + 4.0 * mode + high) / 6.0,
            Uncertain::LogUniform { low, high } => (high - low) / ln(high / low),
            Uncertain::Choice { values, weights } => values.iter().zip(weights).map(|(v, w)| v * w).sum(),
        }
    }

    /// The value below which the number lies with probability `u`, for `u` strictly between 0 and 1.
    pub fn quantile(&self, u: f64) -> f64 {
        match self {
            Uncertain::Beta { a, b } => beta::quantile(*a, *b, u),
            Uncertain::Gamma { shape, scale } => scale * gamma::quantile(*shape, u),
            Uncertain::Normal { mean, sd } => mean + sd * standard_normal_quantile(u),
            Uncertain::LogNormal { mu, sigma } => exp(mu + sigma * standard_normal_quantile(u)),
            Uncertain::LogitNormal { mu, sigma } => logistic(mu + sigma * standard_normal_quantile(u)),
            Uncertain::Uniform { low, high } => low + (high - low) * u,
            Uncertain::Triangular { low, mode, high } => {
                let (width, rise, fall) = (high - low, mode - low, high - mode);
                if u * width < rise {
                    low + (u * width * rise).sqrt()
                } else {
                    high - ((1.0 - u) * width * fall).sqrt()
                }
            }
            Uncertain::Pert { low, mode, high } => {
                let width = high - low;
                let (a, b) = (1.0 + 4.0 * (mode - low) / width, 1.0 + 4.0 * (high - mode) / width);
                low + width * beta::quantile(a, b, u)
            }
            Uncertain::LogUniform { low, high } => low * exp(u * ln(high / low)),
            Uncertain::Choice { values, weights } => {
                let mut below = 0.0;
                for (value, weight) in values.iter().zip(weights) {
                    below += weight;
                    if u < below {
                        return *value;
                    }
                }
                values[values.len() - 1]
            }
        }
    }
}

/// Mean of a logit-normal by the trapezoidal rule, exact to rounding for so smooth an integrand.
fn logit_normal_mean(mu: f64, sigma: f64) -> f64 {
    const STEPS: i32 = 4000;
    const REACH: f64 = 9.0;
    let step = 2.0 * REACH / f64::from(STEPS);
    let (mut sum, mut weights) = (0.0, 0.0);
    for i in 0..=STEPS {
        let z = -REACH + step * f64::from(i);
        let weight = exp(-0.5 * z * z);
        sum += weight * logistic(mu + sigma * z);
        weights += weight;
    }
    sum / weights
}

#[cfg(test)]
mod tests {
    use crate::dist::{Uncertain, Z95};

    fn every_form() -> Vec<Uncertain> {
        vec![
            Uncertain::beta_from_mean(0.05, 0.02).unwrap(),
            Uncertain::gamma_from_mean(5.0, 3.0).unwrap(),
            Uncertain::probability_interval(0.02, 0.30).unwrap(),
            Uncertain::positive_interval(2.0, 20.0).unwrap(),
            Uncertain::beta(38.0, 2.0).unwrap(),
            Uncertain::gamma(0.5, 2.0).unwrap(),
            Uncertain::normal(3.0, 2.0).unwrap(),
            Uncertain::lognormal(0.3, 0.8).unwrap(),
            Uncertain::uniform(-1.0, 2.0).unwrap(),
            Uncertain::triangular(0.0, 1.0, 5.0).unwrap(),
            Uncertain::pert(1.0, 2.0, 9.0).unwrap(),
            Uncertain::log_uniform(2.0, 20.0).unwrap(),
            Uncertain::choice(vec![1.0, 4.0], Some(vec![3.0, 1.0])).unwrap(),
        ]
    }

    #[test]
    fn the_mean_is_the_integral_of_the_quantile_function() {
        for dist in every_form() {
            // Stratified midpoints; tails dominate the error.
            let n = 200_000;
            let mean: f64 =
                (0..n).map(|i| dist.quantile((f64::from(i) + 0.5) / f64::from(n))).sum::<f64>() / f64::from(n);
            assert!(
                (mean - dist.mean()).abs() < 2e-4 * (1.0 + dist.mean().abs()),
                "{dist:?}: {mean} and {}",
                dist.mean()
            );
        }
    }

    #[test]
    fn intervals_are_90_percent_intervals() {
        for (dist, low, high) in [
            (Uncertain::probability_interval(0.02, 0.30).unwrap(), 0.02, 0.30),
            (Uncertain::positive_interval(2.0, 20.0).unwrap(), 2.0, 20.0),
        ] {
            assert!((dist.quantile(0.05) - low).abs() < 1e-8, "{dist:?}");
            assert!((dist.quantile(0.95) - high).abs() < 1e-8 * high, "{dist:?}");
        }
        assert!((crate::dist::standard_normal_quantile(0.95) - Z95).abs() < 1e-9);
    }

    #[test]
    fn quantiles_never_fall() {
        for dist in every_form() {
            let mut last = f64::NEG_INFINITY;
            for i in 1..1000 {
                let q = dist.quantile(f64::from(i) / 1000.0);
                assert!(q >= last, "{dist:?} falls at {i}");
                last = q;
            }
        }
    }

    #[test]
    fn what_is_no_distribution_is_refused() {
        assert!(Uncertain::beta_from_mean(0.5, 0.6).is_err());
        assert!(Uncertain::beta_from_mean(0.0, 0.1).is_err());
        assert!(Uncertain::gamma_from_mean(-1.0, 1.0).is_err());
        assert!(Uncertain::normal(f64::NAN, 1.0).is_err());
        assert!(Uncertain::uniform(2.0, 1.0).is_err());
        assert!(Uncertain::triangular(0.0, 3.0, 2.0).is_err());
        assert!(Uncertain::choice(vec![1.0], Some(vec![1.0, 2.0])).is_err());
        assert!(Uncertain::choice(vec![], None).is_err());
        assert!(Uncertain::log_uniform(0.0, 1.0).is_err());
    }
}
