//! What an estimator answers: a value, how far it can be trusted, and what to keep in mind.

use recoup_core::dist::Uncertain;
use recoup_core::math::{exp, gamma, ln};
use serde::Serialize;

/// Quantile of the standard normal distribution at 95 %: half the width of a 90 % interval, in standard errors.
pub const Z: f64 = 1.644_853_626_951_472_2;

/// Below this many observations an estimate carries [`Caution::FewObservations`].
pub const FEW: u64 = 30;

/// Shapes that a study accepts.
const LARGEST_SHAPE: f64 = 1e6;
const LEAST_SHAPE: f64 = 1e-3;

/// One estimated number.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// Observations behind it: customers, purchases, failures or cases, as the estimator says.
    pub n: u64,
    /// The estimate, in the unit of the number.
    pub value: f64,
    /// Lower end of the 90 % interval.
    pub low: f64,
    /// Upper end of the 90 % interval.
    pub high: f64,
    /// Standard error of `value`, in its unit.
    pub standard_error: f64,
    /// How it was estimated.
    pub method: Method,
    /// Its uncertainty as a distribution.
    pub spread: Spread,
    /// What to keep in mind.
    pub cautions: Vec<Caution>,
}

/// How a number was estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// A count.
    Count,
    /// Share with Jeffreys' interval.
    Jeffreys,
    /// Shares of several categories with a Dirichlet posterior.
    Dirichlet,
    /// Events over exposure, with a gamma posterior and the exact Poisson interval.
    Poisson,
    /// Mean with the standard error of clusters (customers).
    ClusterMean,
    /// Negative binomial by maximum likelihood.
    NegativeBinomial,
    /// BG/NBD by maximum likelihood.
    BgNbd,
    /// Constant rate of leaving with right censoring and delayed entry.
    Exponential,
    /// Kaplan-Meier with Greenwood's variance.
    KaplanMeier,
    /// Log-logistic times by maximum likelihood with right censoring.
    LogLogistic,
    /// Kaplan-Meier until the next failure, turned into a rate of the model's table.
    RepurchaseTable,
    /// Difference over strata, Mantel-Haenszel weights.
    MantelHaenszel,
    /// Difference weighted by the inverse of the propensity.
    InverseProbability,
    /// Resampling of respondents.
    Bootstrap,
    /// A judgement where the data say nothing, or only a bound.
    Judgement,
}

/// The distribution of an estimated number, in a form that a study can carry.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "form")]
pub enum Spread {
    /// A number without uncertainty, or whose uncertainty is unknown.
    Exact {
        /// The number.
        value: f64,
    },
    /// Beta, for a share.
    Beta {
        /// First shape.
        a: f64,
        /// Second shape.
        b: f64,
    },
    /// Gamma, for a positive number; mean = shape * scale.
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
    /// Log-normal, for a positive number.
    Lognormal {
        /// Mean of the logarithm.
        mu: f64,
        /// Standard deviation of the logarithm.
        sigma: f64,
    },
    /// A 90 % interval of a probability: logit-normal.
    Interval {
        /// Lower end, above 0.
        low: f64,
        /// Upper end, below 1.
        high: f64,
    },
    /// Uniform.
    Uniform {
        /// Least value.
        low: f64,
        /// Greatest value.
        high: f64,
    },
    /// PERT.
    Pert {
        /// Least value.
        low: f64,
        /// Likeliest value.
        mode: f64,
        /// Greatest value.
        high: f64,
    },
}

/// What to keep in mind about an estimate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "caution")]
pub enum Caution {
    /// Fewer than [`FEW`] observations.
    FewObservations {
        /// How many.
        n: u64,
    },
    /// No event at all: the value is a bound more than an estimate.
    NoEvents,
    /// The numbers vary no more than by chance: the spread is 0 or not to be told from 0.
    NoSpread,
    /// The likelihood is flat: the maximum has no usable standard error.
    Flat,
    /// The iterations ended before the maximum was certain.
    Unsettled,
    /// The estimate is at the end of what the model allows.
    AtLimit {
        /// The end.
        limit: f64,
    },
    /// Only a systematic sample of the customers was used.
    Subsample {
        /// Customers used.
        used: u64,
        /// Customers there are.
        of: u64,
    },
    /// Customers whose history began before the data were left out.
    EarlierHistoryLeftOut {
        /// How many.
        customers: u64,
    },
    /// Cases still open were counted as lasting at least until the end of the data.
    OpenCases {
        /// How many.
        n: u64,
    },
    /// Cases with a closing date that do not say whether they were resolved were left out.
    UnknownOutcome {
        /// How many.
        n: u64,
    },
    /// Times are known only to this many minutes.
    CoarseTimes {
        /// Precision, in minutes.
        minutes: u32,
    },
    /// It cannot be known without a table of failures, or a survey.
    NeedsFailures,
    /// Failures end before the loyalty window does; they count until the end of the data.
    WindowNotOver {
        /// Share of failures whose window is not over.
        share: f64,
    },
    /// Fewer than this many customers were still observed at the end of the window.
    ThinTail {
        /// Customers at risk at the end.
        at_risk: u64,
    },
    /// Leaving was inferred from a silence of this many days.
    InferredLeaving {
        /// Days without a purchase.
        days: i32,
    },
    /// Failures without a complaint of a customer whose loyalty is above the base: those that the firm does not know of are
    /// among the customers "without a failure".
    UnseenFailures,
    /// Complaints that match no failure.
    UnmatchedComplaints {
        /// How many.
        n: u64,
        /// Of how many.
        of: u64,
    },
    /// Customers with and without the treatment hardly overlap in what was known before.
    LittleOverlap {
        /// Effective sample size of the smaller group after weighting.
        effective: f64,
    },
    /// The difference is not distinguishable from none, so its parts are unknown.
    NoContrast,
    /// Counts vary more than a Poisson number does: the interval is widened by this factor.
    Overdispersed {
        /// Variance over mean.
        dispersion: f64,
    },
}

/// Cautions about the number of observations alone.
pub(crate) fn about_size(n: u64) -> Vec<Caution> {
    if n < FEW { vec![Caution::FewObservations { n }] } else { Vec::new() }
}

impl Spread {
    /// A beta whose shapes a study accepts: larger ones are reduced alike, which keeps the mean.
    pub fn beta(a: f64, b: f64) -> Spread {
        let factor = (LARGEST_SHAPE / a.max(b)).min(1.0);
        let shape = |x: f64| (x * factor).clamp(LEAST_SHAPE, LARGEST_SHAPE);
        Spread::Beta { a: shape(a), b: shape(b) }
    }

    /// The beta of that mean and standard deviation; exact where there is none.
    pub fn beta_of(mean: f64, sd: f64) -> Spread {
        let total = mean * (1.0 - mean) / (sd * sd) - 1.0;
        if total.is_finite() && total > 0.0 && mean > 0.0 && mean < 1.0 {
            Spread::beta(mean * total, (1.0 - mean) * total)
        } else {
            Spread::Exact { value: mean }
        }
    }

    /// A gamma of that shape and mean whose shape a study accepts.
    pub fn gamma(shape: f64, mean: f64) -> Spread {
        let shape = shape.clamp(LEAST_SHAPE, LARGEST_SHAPE);
        Spread::Gamma { shape, scale: mean / shape }
    }

    /// The distribution as the core knows it; `None` for an exact number or one that a study would refuse.
    pub fn uncertain(&self) -> Option<Uncertain> {
        match *self {
            Spread::Exact { .. } => None,
            Spread::Beta { a, b } => Uncertain::beta(a, b).ok(),
            Spread::Gamma { shape, scale } => Uncertain::gamma(shape, scale).ok(),
            Spread::Normal { mean, sd } => Uncertain::normal(mean, sd).ok(),
            Spread::Lognormal { mu, sigma } => Uncertain::lognormal(mu, sigma).ok(),
            Spread::Interval { low, high } => Uncertain::probability_interval(low, high).ok(),
            Spread::Uniform { low, high } => Uncertain::uniform(low, high).ok(),
            Spread::Pert { low, mode, high } => Uncertain::pert(low, mode, high).ok(),
        }
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        match (*self, self.uncertain()) {
            (_, Some(uncertain)) => uncertain.mean(),
            (Spread::Exact { value }, _) => value,
            _ => f64::NAN,
        }
    }
}

impl Estimate {
    /// A number whose logarithm is estimated with the standard error `error`.
    pub(crate) fn on_log(n: u64, value: f64, error: f64, method: Method) -> Estimate {
        let usable = value > 0.0 && error.is_finite() && error > 0.0;
        let factor = if usable { exp(Z * error) } else { 1.0 };
        let spread = if usable { Spread::Lognormal { mu: ln(value), sigma: error } } else { Spread::Exact { value } };
        Estimate {
            n,
            value,
            low: value / factor,
            high: value * factor,
            standard_error: if usable { value * error } else { f64::NAN },
            method,
            spread,
            cautions: about_size(n),
        }
    }

    /// A share whose log-odds are estimated with the standard error `error`.
    pub(crate) fn on_logit(n: u64, value: f64, error: f64, method: Method) -> Estimate {
        let usable = value > 0.0 && value < 1.0 && error.is_finite() && error > 0.0;
        let at = |z: f64| if usable { logistic(logit(value) + z * error) } else { value };
        let (low, high) = (at(-Z), at(Z));
        let spread = if usable && low < high { Spread::Interval { low, high } } else { Spread::Exact { value } };
        let standard_error = if usable { value * (1.0 - value) * error } else { f64::NAN };
        Estimate { n, value, low, high, standard_error, method, spread, cautions: about_size(n) }
    }

    /// A number with a symmetric interval.
    pub(crate) fn normal(n: u64, value: f64, error: f64, method: Method) -> Estimate {
        let usable = error.is_finite() && error > 0.0;
        let reach = if usable { Z * error } else { 0.0 };
        let spread = if usable { Spread::Normal { mean: value, sd: error } } else { Spread::Exact { value } };
        Estimate {
            n,
            value,
            low: value - reach,
            high: value + reach,
            standard_error: error,
            method,
            spread,
            cautions: about_size(n),
        }
    }

    /// A positive mean: its spread is a gamma of the same mean and standard error, its interval that of the gamma.
    pub(crate) fn positive_mean(n: u64, value: f64, error: f64, method: Method) -> Estimate {
        let shape = (value / error) * (value / error);
        let mut estimate = Estimate::normal(n, value, error, method);
        if value > 0.0 && shape.is_finite() && shape > 1.0 {
            estimate.spread = Spread::gamma(shape, value);
            if let Spread::Gamma { shape, scale } = estimate.spread {
                estimate.low = scale * gamma::quantile(shape, 0.05);
                estimate.high = scale * gamma::quantile(shape, 0.95);
            }
        }
        estimate
    }

    /// With one more caution.
    #[must_use]
    pub(crate) fn with(mut self, caution: Caution) -> Estimate {
        self.cautions.push(caution);
        self
    }

    /// Whether `truth` lies in the 90 % interval.
    pub fn covers(&self, truth: f64) -> bool {
        self.low <= truth && truth <= self.high
    }
}

/// ln(p / (1 - p)).
pub(crate) fn logit(p: f64) -> f64 {
    ln(p / (1.0 - p))
}

/// 1 / (1 + e^-z).
pub(crate) fn logistic(z: f64) -> f64 {
    1.0 / (1.0 + exp(-z))
}

#[cfg(test)]
mod tests {
    use super::{Estimate, Method, Spread, Z, logistic, logit};

    #[test]
    fn a_spread_has_the_interval_of_its_estimate() {
        let log = Estimate::on_log(100, 4.0, 0.2, Method::LogLogistic);
        let share = Estimate::on_logit(100, 0.3, 0.4, Method::KaplanMeier);
        let mean = Estimate::positive_mean(100, 5.0, 1.5, Method::ClusterMean);
        for estimate in [log, share, mean] {
            let uncertain = estimate.spread.uncertain().expect("it is uncertain");
            for (u, end) in [(0.05, estimate.low), (0.95, estimate.high)] {
                assert!((uncertain.quantile(u) / end - 1.0).abs() < 1e-9, "{estimate:?}");
            }
        }
        assert!((logistic(logit(0.37)) - 0.37).abs() < 1e-15 && Z > 1.64);
    }

    #[test]
    fn shapes_beyond_what_a_study_accepts_keep_their_mean() {
        for spread in [Spread::beta(3e9, 1e9), Spread::gamma(5e8, 0.75)] {
            let uncertain = spread.uncertain().expect("a study accepts it");
            assert!((uncertain.mean() - 0.75).abs() < 1e-12, "{spread:?}");
        }
        assert_eq!(Spread::beta_of(0.5, 0.9), Spread::Exact { value: 0.5 });
    }
}
