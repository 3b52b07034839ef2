//! Customers who leave without notice: the BG/NBD model.
//!
//! Fader, Hardie and Lee, "Counting your customers the easy way: an alternative to the Pareto/NBD model", Marketing Science
//! 24 (2005) 275. While alive, a customer buys at a Poisson rate that is gamma(r, alpha) over customers. After each repeat
//! purchase they leave with a probability that is beta(a, b) over customers. With x repeat purchases, the last one at t_x,
//! and T since the first purchase (their equation 6),
//!
//! ```text
//! L = B(a, b+x) / B(a, b) Gamma(r+x) alpha^r / (Gamma(r) (alpha+T)^(r+x))
//!   + [x > 0] B(a+1, b+x-1) / B(a, b) Gamma(r+x) alpha^r / (Gamma(r) (alpha+t_x)^(r+x))
//! ```
//!
//! Given a rate and a probability p, leaving is a Poisson thinning: a customer who is alive stays for t with probability
//! exp(-rate p t). Over the posterior of a customer alive at T this is
//!
//! ```text
//! S(t) = E[(1 + p t / (alpha + T))^-(r + x)],   p ~ beta(a, b + x)
//!      = 2F1(r + x, a; a + b + x; -t / (alpha + T))
//! ```

use recoup_core::math::{exp, ln, ln_1p, pow};
use serde::Serialize;

use crate::estimate::{Caution, Estimate, Method};
use crate::maximum::{self, Maximum};

/// Most customers whose likelihood is computed; of more, every k-th is used.
const MOST: usize = 200_000;
/// Customers from which the search starts.
const FIRST: usize = 10_000;
/// Terms of the series after which it is left as it is.
const TERMS: u32 = 100_000;
/// Customers over whom a mean survival is taken.
const AVERAGED: usize = 20_000;

/// The history of one customer. Times are counted from the first purchase, in any unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct History {
    /// Repeat purchases, without the first.
    pub repeats: u32,
    /// Time of the last repeat purchase; 0 where there is none.
    pub last: f64,
    /// Time until the end of the data.
    pub observed: f64,
}

/// A fitted BG/NBD model, in the unit of time of its histories.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BgNbd {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Rate parameter of the purchase rates: r / alpha purchases per unit of time on average.
    pub alpha: f64,
    /// First shape of the probability of leaving after a purchase.
    pub a: f64,
    /// Second shape.
    pub b: f64,
    /// The log-likelihood, without terms that depend on the data alone.
    pub log_likelihood: f64,
    /// Standard errors of ln r, ln alpha, ln a and ln b; `None` where the likelihood is flat.
    pub errors: Option<[f64; 4]>,
    /// Purchases per unit of time of a customer who is alive, r / alpha.
    pub rate: Estimate,
    /// Coefficient of variation of the purchase rates, r^(-1/2).
    pub cv: Estimate,
    /// Probability that a customer who is alive at the end of the data is alive one `window` later: the mean over customers,
    /// weighted by the probability that they are alive.
    pub survival: Estimate,
    /// The same for a new customer, from the first purchase on.
    pub survival_of_new: Estimate,
}

/// Parameters r, alpha, a, b from their logarithms.
fn parameters(at: &[f64]) -> [f64; 4] {
    [exp(at[0]), exp(at[1]), exp(at[2]), exp(at[3])]
}

/// The parts of the log-likelihood that depend on x alone, by x.
fn by_repeats([r, _, a, b]: [f64; 4], most: u32) -> Vec<f64> {
    let (mut sum, mut all) = (0.0, Vec::with_capacity(most as usize + 1));
    for x in 0..=most {
        all.push(sum);
        let x = f64::from(x);
        sum += ln((r + x) * ((b + x) / (a + b + x)));
    }
    all
}

/// The log-likelihood of one history, without what depends on x alone.
fn rest(history: &History, [r, alpha, a, b]: [f64; 4], ln_alpha: f64) -> f64 {
    let x = f64::from(history.repeats);
    let alive = -(r + x) * ln(alpha + history.observed);
    let both = if history.repeats == 0 {
        alive
    } else {
        let left = ln(a / (b + x - 1.0)) - (r + x) * ln(alpha + history.last);
        let (most, least) = if alive > left { (alive, left) } else { (left, alive) };
        most + ln_1p(exp(least - most))
    };
    r * ln_alpha + both
}

/// ln of the likelihood of `histories` at parameters r, alpha, a, b.
pub fn log_likelihood(histories: &[History], parameters: [f64; 4]) -> f64 {
    let most = histories.iter().map(|history| history.repeats).max().unwrap_or(0);
    let table = by_repeats(parameters, most);
    let ln_alpha = ln(parameters[1]);
    histories.iter().map(|history| table[history.repeats as usize] + rest(history, parameters, ln_alpha)).sum()
}

/// 2F1(big, a; a + c; -t) for t >= 0: Pfaff's transformation to z = t / (1 + t) < 1 (DLMF 15.8.1).
fn mean_power(big: f64, a: f64, c: f64, t: f64) -> f64 {
    let z = t / (1.0 + t);
    let (up, down) = (a + c - big, a + c);
    let (mut term, mut sum) = (1.0, 1.0);
    for n in 0..TERMS {
        let n = f64::from(n);
        term *= (up + n) * (a + n) / ((down + n) * (1.0 + n)) * z;
        sum += term;
        if term.abs() < 1e-15 * f64::abs(sum) && n > -up {
            break;
        }
    }
    pow(1.0 + t, -a) * sum
}

/// The probability that a customer with that history is alive at its end (Fader, Hardie and Lee 2008, "Computing P(alive)
/// using the BG/NBD model", equation 1).
pub fn alive(history: &History, [r, alpha, a, b]: [f64; 4]) -> f64 {
    if history.repeats == 0 {
        return 1.0;
    }
    let x = f64::from(history.repeats);
    let odds = ln(a / (b + x - 1.0)) + (r + x) * ln((alpha + history.observed) / (alpha + history.last));
    1.0 / (1.0 + exp(odds))
}

/// The probability that a customer with that history, alive at its end, is alive `time` later.
pub fn survival(history: &History, [r, alpha, a, b]: [f64; 4], time: f64) -> f64 {
    let x = f64::from(history.repeats);
    mean_power(r + x, a, b + x, time / (alpha + history.observed))
}

/// Mean survival over `time` of customers who are alive.
fn mean_survival(histories: &[&History], parameters: [f64; 4], time: f64) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for history in histories {
        let weight = alive(history, parameters);
        sum += weight * survival(history, parameters, time);
        weights += weight;
    }
    sum / weights
}

/// A standard error on the log-odds of a share that depends on the parameters.
fn share(n: u64, maximum: &Maximum, share: impl Fn([f64; 4]) -> f64) -> Estimate {
    let log_odds = |p: f64| ln(p / (1.0 - p));
    let error = maximum.error_of(|at| log_odds(share(parameters(at))));
    Estimate::on_logit(n, share(parameters(&maximum.at)), error, Method::BgNbd)
}

/// Fits the model to `histories`; survival is over `window`, in their unit of time. `None` without a repeat purchase.
pub fn fit(histories: &[History], window: f64) -> Option<BgNbd> {
    if !(window > 0.0) || histories.iter().all(|history| history.repeats == 0) {
        return None;
    }
    let step = histories.len().div_ceil(MOST);
    let used: Vec<History> = histories.iter().step_by(step).copied().filter(|history| history.observed > 0.0).collect();
    let n = used.len() as u64;
    let total: f64 = used.iter().map(|history| f64::from(history.repeats)).sum();
    let observed: f64 = used.iter().map(|history| history.observed).sum();
    if !(observed > 0.0) {
        return None;
    }
    let search = |histories: &[History], start: &[f64]| {
        let likelihood = |at: &[f64]| {
            if at.iter().any(|x| x.abs() > 30.0) {
                f64::NEG_INFINITY
            } else {
                log_likelihood(histories, parameters(at))
            }
        };
        maximum::find(likelihood, start, histories.len() as f64)
    };
    let mut start = vec![0.0, -ln((total + 1.0) / observed), 0.0, ln(3.0)];
    if used.len() > 2 * FIRST {
        let first: Vec<History> = used.iter().step_by(used.len() / FIRST).copied().collect();
        start = search(&first, &start).at;
    }
    let maximum = search(&used, &start);
    let at = parameters(&maximum.at);
    let averaged: Vec<&History> = used.iter().step_by(used.len().div_ceil(AVERAGED)).collect();
    let new = History { repeats: 0, last: 0.0, observed: 0.0 };
    let rate = Estimate::on_log(n, at[0] / at[1], maximum.error_of(|x| x[0] - x[1]), Method::BgNbd);
    let cv = Estimate::on_log(n, 1.0 / at[0].sqrt(), 0.5 * maximum.error(0), Method::BgNbd);
    let mut fit = BgNbd {
        r: at[0],
        alpha: at[1],
        a: at[2],
        b: at[3],
        log_likelihood: maximum.value,
        errors: maximum.covariance.as_ref().map(|_| [0, 1, 2, 3].map(|i| maximum.error(i))),
        rate,
        cv,
        survival: share(n, &maximum, |at| mean_survival(&averaged, at, window)),
        survival_of_new: share(n, &maximum, |at| survival(&new, at, window)),
    };
    let mut cautions = Vec::new();
    if step > 1 {
        cautions.push(Caution::Subsample { used: n, of: histories.len() as u64 });
    }
    if maximum.covariance.is_none() {
        cautions.push(Caution::Flat);
    }
    if !maximum.settled {
        cautions.push(Caution::Unsettled);
    }
    for estimate in [&mut fit.rate, &mut fit.cv, &mut fit.survival, &mut fit.survival_of_new] {
        estimate.cautions.extend(cautions.iter().cloned());
    }
    Some(fit)
}

#[cfg(test)]
mod tests {
    use recoup_core::math::factorial::ln_gamma;

    use super::{History, alive, fit, log_likelihood, mean_power, survival};
    use crate::chance::Chance;

    /// A customer who buys and leaves by the model, observed for `observed`; and when they left.
    fn customer(chance: &mut Chance, [r, alpha, a, b]: [f64; 4], observed: f64) -> (History, f64) {
        let (rate, p) = (chance.gamma(r, 1.0 / alpha), chance.beta(a, b));
        let (mut history, mut now) = (History { repeats: 0, last: 0.0, observed }, 0.0);
        loop {
            now += chance.exponential(rate);
            if now > 100.0 * observed {
                return (history, f64::INFINITY);
            }
            if now < observed {
                history = History { repeats: history.repeats + 1, last: now, observed };
            }
            if chance.yes(p) {
                return (history, now);
            }
        }
    }

    #[test]
    fn the_likelihood_is_the_integral_over_rates_and_probabilities() {
        // L by the paper's equation 3, E over rate and p of (1-p)^x rate^x e^(-rate T) + [x > 0] p (1-p)^(x-1) rate^x
        // e^(-rate t_x), by the midpoint rule, whose error is below 3e-4.
        let parameters: [f64; 4] = [2.7, 2.4, 2.3, 4.1];
        let [r, alpha, a, b] = parameters;
        let density = |x: f64, p: f64| {
            let gamma = (r * alpha.ln() + (r - 1.0) * x.ln() - alpha * x - ln_gamma(r)).exp();
            let beta = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b);
            gamma * (beta + (a - 1.0) * p.ln() + (b - 1.0) * (1.0 - p).ln()).exp()
        };
        for (x, last, observed) in [(0, 0.0, 1.5), (1, 0.4, 2.0), (4, 1.9, 2.0)] {
            let mut mean = 0.0;
            let (steps, top) = (1_000, 9.0);
            for i in 0..steps {
                let rate: f64 = (f64::from(i) + 0.5) * top / f64::from(steps);
                for j in 0..400 {
                    let p = (f64::from(j) + 0.5) / 400.0;
                    let alive = (1.0 - p).powi(x) * rate.powi(x) * (-rate * observed).exp();
                    let left =
                        if x > 0 { p * (1.0 - p).powi(x - 1) * rate.powi(x) * (-rate * last).exp() } else { 0.0 };
                    mean += density(rate, p) * (alive + left);
                }
            }
            mean *= top / f64::from(steps) / 400.0;
            let ours = log_likelihood(&[History { repeats: x as u32, last, observed }], parameters).exp();
            assert!((ours / mean - 1.0).abs() < 3e-4, "{x}: {ours} {mean}");
        }
    }

    #[test]
    fn the_mean_power_is_the_integral() {
        // E[(1 + p t)^-s], p ~ beta(a, c), by the midpoint rule in p after p = u^4 to tame the end.
        for (s, a, c, t) in [(0.243, 0.793, 2.426, 52.0 / 4.414), (40.0, 0.8, 30.0, 2.0), (700.0, 1.5, 500.0, 0.9)] {
            let coefficient = ln_gamma(a + c) - ln_gamma(a) - ln_gamma(c);
            let steps = 400_000;
            let one = |i: u32| {
                let u = (f64::from(i) + 0.5) / f64::from(steps);
                let p = u.powi(4);
                let density = (coefficient + (a - 1.0) * p.ln() + (c - 1.0) * (-p).ln_1p()).exp();
                density * (1.0 + p * t).powf(-s) * 4.0 * u.powi(3)
            };
            let integral = (0..steps).map(one).sum::<f64>() / f64::from(steps);
            let ours = mean_power(s, a, c, t);
            assert!((ours / integral - 1.0).abs() < 1e-6, "{ours} {integral}");
        }
    }

    #[test]
    fn the_truth_comes_back_from_a_panel() {
        // 8,000 customers of known parameters. Each of the four logarithms, and survival, lies within 4 standard errors of
        // the truth: fails by chance less than once in 1,000. P(alive) is compared with who is alive, in 10 classes.
        let truth = [0.9, 0.4, 0.9, 2.5];
        let mut chance = Chance::new(5);
        let panel: Vec<(History, f64)> = (0..8_000)
            .map(|_| {
                let observed = 1.0 + 2.0 * chance.uniform();
                customer(&mut chance, truth, observed)
            })
            .collect();
        let histories: Vec<History> = panel.iter().map(|(history, _)| *history).collect();
        let fit = fit(&histories, 1.0).expect("there are repeat purchases");
        let errors = fit.errors.expect("it is curved");
        for ((ours, truth), error) in [fit.r, fit.alpha, fit.a, fit.b].iter().zip(truth).zip(errors) {
            assert!((ours / truth).ln().abs() < 4.0 * error && error < 0.3, "{fit:?}");
        }
        assert!(fit.log_likelihood >= log_likelihood(&histories, truth));
        let (mut expected, mut seen, mut alive_now, mut later) = ([0.0; 10], [0.0; 10], 0.0, 0.0);
        for (history, left) in &panel {
            let p = alive(history, truth);
            let class = ((p * 10.0) as usize).min(9);
            expected[class] += p;
            let lives = *left > history.observed;
            seen[class] += f64::from(u8::from(lives));
            if lives {
                alive_now += 1.0;
                later += f64::from(u8::from(*left > history.observed + 1.0));
            }
        }
        for (expected, seen) in expected.iter().zip(seen) {
            assert!((expected - seen).abs() < 4.0 * expected.max(1.0).sqrt(), "{expected} {seen}");
        }
        // Those alive who stay another year: fit against the panel, whose own standard error is below 0.009.
        let survived = later / alive_now;
        assert!(
            (fit.survival.value - survived).abs() < 4.0 * (0.009 + fit.survival.standard_error),
            "{fit:?} {survived}"
        );
        let new = survival(&History { repeats: 0, last: 0.0, observed: 0.0 }, truth, 1.0);
        let stayed = panel.iter().filter(|(_, left)| *left > 1.0).count() as f64 / panel.len() as f64;
        assert!((new - stayed).abs() < 4.0 * 0.0056, "{new} {stayed}");
        assert!(fit.survival_of_new.covers(new) || (fit.survival_of_new.value - new).abs() < 0.03);
    }

    #[test]
    fn without_repeats_there_is_no_model() {
        assert!(fit(&[History { repeats: 0, last: 0.0, observed: 1.0 }], 1.0).is_none());
        assert!(fit(&[], 1.0).is_none());
    }
}
