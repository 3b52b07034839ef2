//! What it is worth to know more: EVPI, EVPPI, EVSI.
//!
//! EVPI = E max NPV - max E NPV (H. Raiffa and R. Schlaifer 1961). EVPPI by regression of the NPV differences on the
//! inputs that would be known (M. Strong, J. Oakley, A. Brennan, Medical Decision Making 34 (2014) 311); EVSI by
//! regression on the result of a simulated survey (M. Strong et al., Medical Decision Making 35 (2015) 570).

use serde::{Deserialize, Serialize};

use crate::analysis::summary::best_of;
use crate::dist::{Uncertain, standard_normal_quantile};
use crate::math::hypot;
use crate::random::address::{CommonNumbers, parameter_uniform};
use crate::random::binomial::binomial;
use crate::stats::moments::Moments;
use crate::stats::smooth::{POOR, Smooth};

/// Fewest draws by which the value of some inputs is estimated.
pub const LEAST_DRAWS: u64 = crate::stats::smooth::LEAST_ROWS as u64;
/// Resamples of the fitted coefficients.
const RESAMPLES: u64 = 100;
/// Keeps the random numbers of surveys and resamples apart from that of simulations.
const SURVEY: u64 = 1 << 41;

/// The NPV of every strategy in every draw, by strategy; all of equal length.
pub(crate) type Payoffs = [Vec<f64>];

/// A value of information with what the draws leave open, in money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// The estimate; never negative.
    pub value: f64,
    /// Its standard error: how far other draws would move it, and other coefficients of a regression.
    pub standard_error: f64,
}

/// A value of information by regression, with its diagnostics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PartialValue {
    /// The estimate and its standard error.
    pub value: Value,
    /// How far the regression is expected to overstate it, money.
    pub bias: f64,
    /// Share of the variance of the NPV difference between the best two strategies that the inputs explain (R squared).
    pub explained: f64,
    /// Greatest mean residual of a tenth of the draws, in standard errors; above `POOR` the fit misses the shape.
    pub misfit: f64,
    /// Effective number of coefficients.
    pub freedom: f64,
}

impl PartialValue {
    /// Whether the regression does not catch the shape: neither the value nor its rank among others can be relied on.
    pub fn is_poor(&self) -> bool {
        self.misfit > POOR
    }

    /// Whether it is more than its own error and bias might make of nothing.
    pub fn is_distinguishable(&self) -> bool {
        self.value.value > self.value.standard_error + self.bias.max(0.0)
    }
}

fn means(payoffs: &Payoffs) -> Vec<f64> {
    payoffs.iter().map(|p| p.iter().sum::<f64>() / p.len().max(1) as f64).collect()
}

/// By draw, what the best choice there brings over the choice that is best on average.
fn gains(payoffs: &Payoffs) -> Vec<f64> {
    let best = best_of(&means(payoffs));
    let most = |draw: usize| payoffs.iter().map(|p| p[draw]).fold(f64::NEG_INFINITY, f64::max);
    (0..payoffs[best].len()).map(|draw| most(draw) - payoffs[best][draw]).collect()
}

/// The expected value of perfect information: what knowing all uncertain inputs before choosing is worth.
pub(crate) fn perfect_information(payoffs: &Payoffs) -> Value {
    let moments: Moments = gains(payoffs).into_iter().collect();
    Value { value: moments.mean(), standard_error: moments.standard_error() }
}

/// The expected value of knowing `inputs` (each a number a draw) before choosing; nothing where they do not vary or
/// there is no choice. Never above that of knowing everything in the same draws, as noise in the fit might have it.
pub fn partial_information(inputs: &[&[f64]], payoffs: &Payoffs, seed: u64) -> PartialValue {
    let means = means(payoffs);
    let best = best_of(&means);
    // Less the best strategy's: what a choice gains or loses, without the noise that all share.
    let others: Vec<usize> = (0..payoffs.len()).filter(|&s| s != best).collect();
    let differences: Vec<Vec<f64>> =
        others.iter().map(|&s| payoffs[s].iter().zip(&payoffs[best]).map(|(a, b)| a - b).collect()).collect();
    let Some(fit) = (if others.is_empty() { None } else { Smooth::fit(inputs, &differences) }) else {
        return PartialValue::default();
    };
    let draws = payoffs[best].len();
    // By draw, what the best fitted difference, or none, brings over the one that is best on average.
    let gains = |fitted: &[Vec<f64>]| -> Moments {
        let sum = |f: &Vec<f64>| f.iter().sum::<f64>();
        let chosen = fitted.iter().filter(|f| sum(f) > 0.0).reduce(|a, b| if sum(b) > sum(a) { b } else { a });
        let most = |draw: usize| fitted.iter().map(|f| f[draw]).fold(0.0, f64::max);
        (0..draws).map(|draw| most(draw) - chosen.map_or(0.0, |f| f[draw])).collect()
    };
    let sampled = gains(&fit.fitted);
    let estimate = sampled.mean().max(0.0).min(perfect_information(payoffs).value);
    let resampled: Moments = (0..RESAMPLES)
        .map(|resample| {
            let mut at = 0;
            let normal = || {
                at += 1;
                standard_normal_quantile(parameter_uniform(seed, SURVEY + resample, at))
            };
            gains(&fit.resampled(normal)).mean().max(0.0)
        })
        .collect();
    // The best of the others; one that comes to the same as the best has no difference to explain.
    let varies = |i: usize| differences[i].iter().any(|d| *d != 0.0);
    let ranked = |s: usize, i: usize| (varies(i), means[others[i]]) > (varies(s), means[others[s]]);
    let second = (0..others.len()).fold(0, |s, i| if ranked(s, i) { i } else { s });
    PartialValue {
        value: Value { value: estimate, standard_error: hypot(resampled.sd(), sampled.standard_error()) },
        bias: resampled.mean() - estimate,
        explained: fit.explained[second],
        misfit: fit.misfit(inputs, &differences),
        freedom: fit.freedom,
    }
}

/// A survey of customers about a share.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurveyValue {
    /// Customers asked.
    pub customers: u64,
    /// What its result is worth before choosing.
    pub sample: PartialValue,
    /// Standard deviation of the share before the survey.
    pub sd_before: f64,
    /// ... and, expected, after it.
    pub sd_after: f64,
}

/// The expected value of asking `customers` customers a yes-or-no question whose share of yes is uncertain as `prior` says and
/// has the values `share` in the draws: how many say yes is binomial, and with a beta the posterior is a beta.
pub(crate) fn survey(
    share: &[f64],
    prior: &Uncertain,
    customers: u64,
    payoffs: &Payoffs,
    seed: u64,
    address: u64,
) -> SurveyValue {
    let n = customers as f64;
    let yes = |(draw, &p): (usize, &f64)| {
        let mut stream = CommonNumbers::new(seed, SURVEY + draw as u64, 0).at(0, 0, address);
        binomial(&mut stream, n, p.clamp(0.0, 1.0))
    };
    let diagnostics: Vec<f64> = share.iter().enumerate().map(yes).map(|yes| yes / n.max(1.0)).collect();
    let moments: Moments = share.iter().copied().collect();
    let (sd_before, left) = match prior {
        Uncertain::Beta { a, b } => ((a * b / (a + b + 1.0)).sqrt() / (a + b), (a + b) / (a + b + n)),
        // Without a conjugate form: the variance that the best straight line through the answers leaves.
        _ => {
            let noise = share.iter().map(|p| p * (1.0 - p)).sum::<f64>() / share.len().max(1) as f64 / n.max(1.0);
            (moments.sd(), noise / (noise + moments.variance()).max(f64::MIN_POSITIVE))
        }
    };
    let sample = partial_information(&[&diagnostics], payoffs, seed);
    SurveyValue { customers, sample, sd_before, sd_after: sd_before * left.sqrt() }
}

#[cfg(test)]
mod tests {
    use statrs::distribution::{Continuous, ContinuousCDF, Normal};
    use statrs::function::beta::ln_beta;
    use statrs::function::factorial::ln_binomial;

    use crate::analysis::information::{partial_information, perfect_information, survey};
    use crate::dist::{Uncertain, standard_normal_quantile};
    use crate::random::address::parameter_uniform;

    const DRAWS: u64 = 20_000;

    fn normal(column: u64) -> Vec<f64> {
        (0..DRAWS).map(|draw| standard_normal_quantile(parameter_uniform(3, draw, column))).collect()
    }

    /// The unit normal loss: the mean of what a standard normal exceeds `m` by.
    fn loss(m: f64) -> f64 {
        let unit = Normal::standard();
        unit.pdf(m) - m * unit.cdf(-m)
    }

    #[test]
    fn two_strategies_and_normal_inputs_have_the_unit_normal_loss() {
        // Difference 2 + 3 x + 4 y: sd 5 of all, 3 of x alone.
        let (x, y) = (normal(1), normal(2));
        let payoffs = [vec![0.0; DRAWS as usize], x.iter().zip(&y).map(|(x, y)| 2.0 + 3.0 * x + 4.0 * y).collect()];
        let all = perfect_information(&payoffs);
        let truth = 5.0 * loss(0.4);
        // Five standard errors: a false alarm in a million.
        assert!((all.value - truth).abs() < 5.0 * all.standard_error, "{all:?} {truth}");
        let found = partial_information(&[&x], &payoffs, 1);
        let truth = 3.0 * loss(2.0 / 3.0);
        assert!((found.value.value - truth).abs() < 5.0 * (found.value.standard_error + 0.02), "{found:?} {truth}");
        assert!((found.explained - 9.0 / 25.0).abs() < 0.02 && found.misfit < 4.0);
        // Both together are all there is.
        let both = partial_information(&[&x, &y], &payoffs, 1);
        assert!((both.value.value - all.value).abs() < 1e-3 && both.explained > 0.999_999);
        // What does not matter is worth next to nothing.
        let idle = partial_information(&[&normal(9)], &payoffs, 1);
        assert!(idle.value.value < 0.03, "{idle:?}");
    }

    #[test]
    fn regression_agrees_with_the_nested_estimate() {
        // Three strategies: 0, 1 + 2 x + 3 y, 2 y - x; inner means over y by 200 draws, each twice, with opposite signs.
        let (x, y) = (normal(1), normal(2));
        let npv = |x: f64, y: f64| [0.0, 1.0 + 2.0 * x + 3.0 * y, 2.0 * y - x];
        let payoffs: Vec<Vec<f64>> = (0..3).map(|s| x.iter().zip(&y).map(|(x, y)| npv(*x, *y)[s]).collect()).collect();
        let mut nested = 0.0;
        for &x in &x[..5000] {
            let mut mean = [0.0; 3];
            for y in &y[..200] {
                for y in [*y, -*y] {
                    mean.iter_mut().zip(npv(x, y)).for_each(|(m, v)| *m += v / 400.0);
                }
            }
            nested += mean.into_iter().fold(f64::NEG_INFINITY, f64::max) / 5000.0;
        }
        nested -= 1.0;
        let found = partial_information(&[&x], &payoffs, 1);
        // The nested mean of 5,000 has a standard error of about .02.
        assert!((found.value.value - nested).abs() < 0.12, "{found:?} {nested}");
    }

    /// The worth of knowing all inputs of which `mean` is the mean difference given them, that to a strategy worth 0.
    fn worth(mean: impl Fn(usize) -> f64) -> f64 {
        let means: Vec<f64> = (0..DRAWS as usize).map(mean).collect();
        let n = means.len() as f64;
        means.iter().map(|m| m.max(0.0)).sum::<f64>() / n - (means.iter().sum::<f64>() / n).max(0.0)
    }

    #[test]
    fn an_input_over_four_powers_of_ten_is_worth_what_it_decides() {
        // What it does saturates, and it reaches far beyond: evenly spaced knots would all lie where nothing happens.
        let (x, noise): (Vec<f64>, Vec<f64>) = (normal(1).into_iter().map(|z| (2.8 * z).exp()).collect(), normal(2));
        let mean = |d: usize| 3.0 * x[d] / (1.0 + x[d]) - 1.8;
        let difference: Vec<f64> = (0..2000).map(|d| mean(d) + 1.5 * noise[d]).collect();
        let found = partial_information(&[&x[..2000]], &[vec![0.0; 2000], difference.clone()], 1);
        let truth = worth(mean);
        assert!((found.value.value - truth).abs() < 4.0 * found.value.standard_error, "{found:?} {truth}");
        assert!(found.value.standard_error < 0.15 * truth && !found.is_poor(), "{found:?} {truth}");
        // A line through the same input stays a line, however far the few greatest reach.
        let line = |d: usize| 0.2 * x[d] - 4.0;
        let difference: Vec<f64> = (0..2000).map(|d| line(d) + 1.5 * noise[d]).collect();
        let found = partial_information(&[&x[..2000]], &[vec![0.0; 2000], difference], 1);
        assert!(found.explained > 0.99 && !found.is_poor(), "{found:?}");
    }

    #[test]
    fn a_group_is_worth_what_its_inputs_decide_together() {
        // Three inputs that act only together, with bends, one of them skewed; five more that do nothing.
        let inputs: Vec<Vec<f64>> = (1..=8).map(normal).collect();
        let skewed: Vec<f64> = inputs[0].iter().map(|z| (2.0 * z).exp()).collect();
        let mean = |d: usize| {
            6.0 * skewed[d] / (1.0 + skewed[d]) * inputs[1][d].max(0.0) * (inputs[2][d] + 0.5).max(0.0) - 2.0
        };
        let noise = normal(20);
        let n = 2000;
        let difference: Vec<f64> = (0..n).map(|d| mean(d) + 2.0 * noise[d]).collect();
        let payoffs = [vec![0.0; n], difference];
        let truth = worth(mean);
        let columns: Vec<&[f64]> = std::iter::once(&skewed).chain(&inputs[1..]).map(|x| &x[..n]).collect();
        for known in [&columns[..3], &columns[..]] {
            let found = partial_information(known, &payoffs, 1);
            assert!((found.value.value - truth).abs() < 3.0 * found.value.standard_error, "{found:?} {truth}");
            assert!(found.value.standard_error < 0.15 * truth && !found.is_poor(), "{found:?} {truth}");
        }
        // What a search finds in noise is worth nothing.
        let idle = partial_information(&columns[3..], &payoffs, 1);
        assert!(!idle.is_distinguishable() && idle.value.value < 0.1 * truth, "{idle:?} {truth}");
    }

    #[test]
    fn a_survey_is_worth_what_the_beta_binomial_says() {
        // Difference 100 (p - .4), p from beta(4, 8): exact sum over the answers of 15 customers.
        let (a, b, n) = (4.0, 8.0, 15_u64);
        let prior = Uncertain::beta(a, b).unwrap();
        let share: Vec<f64> = (0..DRAWS).map(|draw| prior.quantile(parameter_uniform(3, draw, 1))).collect();
        let payoffs = [vec![0.0; DRAWS as usize], share.iter().map(|p| 100.0 * (p - 0.4)).collect()];
        let exact: f64 = (0..=n)
            .map(|yes| {
                let y = yes as f64;
                let log = ln_binomial(n, yes) + ln_beta(a + y, b + n as f64 - y) - ln_beta(a, b);
                log.exp() * (100.0 * ((a + y) / (a + b + n as f64) - 0.4)).max(0.0)
            })
            .sum();
        let found = survey(&share, &prior, n, &payoffs, 1, 7);
        assert!((found.sample.value.value - exact).abs() < 0.12, "{found:?} {exact}");
        assert!(found.sample.value.value < perfect_information(&payoffs).value);
        assert!((found.sd_after / found.sd_before - (12.0_f64 / 27.0).sqrt()).abs() < 1e-12);
        // Nobody asked, nothing learned.
        assert_eq!(survey(&share, &prior, 0, &payoffs, 1, 7).sample.value.value, 0.0);
    }
}
