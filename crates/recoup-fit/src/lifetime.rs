//! Customers who leave without notice, by the rules of Recoup's own model: at a constant rate, whether they buy or not, and at
//! failures.
//!
//! Purchases are Poisson with a rate that is gamma(r, alpha) over customers, as in [`bgnbd`]. Without a failure,
//! the time to leaving is exponential with the same rate mu for all: the Pareto/NBD model of Schmittlein, Morrison and Colombo,
//! "Counting your customers", Management Science 33 (1987) 1, with a rate of leaving that does not differ between customers. A
//! failure that ended in o is survived with probability q_o = rho*/l. With x purchases after the start, the last at t, and T in
//! all,
//!
//! ```text
//! L = product of q_o over failures that a purchase followed
//!     * Gamma(r+x) / Gamma(r) alpha^r e^(-mu t) (alpha+t)^-(r+x) * (1 - q + q D),   q = 1 where nothing failed at the end
//! D = e^(-mu (T-t)) ((alpha+T)/(alpha+t))^-(r+x) + integral from t to T of mu e^(-mu (s-t)) ((alpha+s)/(alpha+t))^-(r+x) ds
//! ```
//!
//! so that q is that of a failure at or after the last purchase. For given r, alpha and mu, the best q is the root of a
//! falling function, so the likelihood is maximised in these three alone (profile likelihood). The curvature of the profile gives
//! their variance with all q unknown (Murphy and van der Vaart, Journal of the American Statistical Association 95 (2000) 449).
//!
//! BG/NBD lets customers leave only after a purchase, so it takes rare buyers for loyal. Where the truth is a constant rate, it
//! overstates how many stay. The two likelihoods are of the same data: the greater says which model describes it better.

use recoup_core::math::{exp, exp_m1, ln};
use recoup_core::stats::root::root;
use serde::Serialize;

use crate::bgnbd::{self, BgNbd, History};
use crate::estimate::{Caution, Estimate, Method, Spread, Z};
use crate::log::{Checked, DAYS_PER_YEAR, at};
use crate::matching::{Episode, Episodes};
use crate::maximum::{self, Maximum};

/// Most customers whose likelihood is computed; of more, every k-th is used.
const MOST: usize = 100_000;
/// Customers from which the search starts.
const FIRST: usize = 10_000;
/// Places at which the integrand is computed.
const NODES: usize = 20;
/// The integrand is left out where it is smaller than e^-40 of its greatest value.
const FAR: f64 = 40.0;
/// The least probability to survive a failure.
const LEAST: f64 = 1e-6;
/// Step of the differences by which errors are carried over.
const STEP: f64 = 1e-3;

/// A fitted model, in the unit of time of its histories.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lifetime {
    /// Shape of the purchase rates.
    pub r: f64,
    /// Rate parameter of the purchase rates: r / alpha purchases per unit of time on average.
    pub alpha: f64,
    /// The log-likelihood, comparable with that of [`bgnbd::BgNbd`] on the same customers.
    pub log_likelihood: f64,
    /// Purchases per unit of time of a customer who has not left.
    pub rate: Estimate,
    /// Coefficient of variation of the purchase rates.
    pub cv: Estimate,
    /// Rate of leaving, per unit of time.
    pub leaving: Estimate,
    /// Share that stays over `window` without a failure.
    pub survival: Estimate,
    /// By kind of failure of the panel: the probability to survive it, rho*/l; `None` where there was none.
    pub survives: Vec<Option<Estimate>>,
}

/// Nodes and weights of Gauss and Legendre on 0 to 1 (Press and others, Numerical Recipes, 2007, section 4.6).
fn gauss_legendre() -> [(f64, f64); NODES] {
    let n = NODES as f64;
    let mut all = [(0.0, 0.0); NODES];
    for (i, place) in all.iter_mut().enumerate() {
        let mut x = cosine(std::f64::consts::PI * (i as f64 + 0.75) / (n + 0.5));
        let mut slope = 1.0;
        for _ in 0..100 {
            let (mut below, mut here) = (0.0, 1.0);
            for k in 0..NODES {
                let k = k as f64;
                (below, here) = (here, ((2.0 * k + 1.0) * x * here - k * below) / (k + 1.0));
            }
            slope = n * (x * here - below) / (x * x - 1.0);
            let step = here / slope;
            x -= step;
            if step.abs() < 1e-15 {
                break;
            }
        }
        *place = (0.5 * (1.0 - x), 1.0 / ((1.0 - x * x) * slope * slope));
    }
    all
}

/// cos(x) for 0 to pi, near enough for a start: Bhaskara's formula, within 0.002.
fn cosine(x: f64) -> f64 {
    let pi = std::f64::consts::PI;
    let near = |y: f64| (pi * pi - 4.0 * y * y) / (pi * pi + y * y);
    if x <= 0.5 * pi { near(x) } else { -near(pi - x) }
}

/// Of one history: ln of its likelihood up to the last purchase, without what depends on x alone; D; and the share of D that is
/// alive.
fn one(history: &History, [r, alpha, mu]: [f64; 3], nodes: &[(f64, f64); NODES]) -> (f64, f64, f64) {
    let all = r + f64::from(history.repeats);
    let from = alpha + history.last;
    let top = -all * ln(from) - mu * history.last;
    let span = ln((alpha + history.observed) / from);
    let alive = exp(-all * span - mu * (history.observed - history.last));
    // With s = t + (alpha + t)(e^v - 1), the integrand is mu (alpha + t) e^(-(r+x-1) v - mu (s - t)).
    let power = all - 1.0;
    let reach = if power * span > FAR { FAR / power } else { span };
    let integrand = |&(place, weight): &(f64, f64)| {
        let v = place * reach;
        weight * exp(-power * v - mu * from * exp_m1(v))
    };
    let left = mu * from * reach * nodes.iter().map(integrand).sum::<f64>();
    (top, alive + left, alive / (alive + left))
}

/// ln of the likelihood of `histories` at r, alpha and mu, without failures.
pub fn log_likelihood(histories: &[History], parameters: [f64; 3]) -> f64 {
    profile(histories, &[], &[], parameters).0
}

/// The greatest log-likelihood at r, alpha and mu over the probabilities to survive failures, and these probabilities. `ends` is
/// by history the kind of failure at its end and may be empty; `followed` is by kind how many failures a purchase followed.
fn profile(histories: &[History], ends: &[Option<u32>], followed: &[f64], parameters: [f64; 3]) -> (f64, Vec<f64>) {
    let [r, alpha, _] = parameters;
    let nodes = gauss_legendre();
    let most = histories.iter().map(|history| history.repeats).max().unwrap_or(0);
    let mut rising = Vec::with_capacity(most as usize + 1);
    let mut sum = r * ln(alpha);
    for x in 0..=most {
        rising.push(sum);
        sum += ln(r + f64::from(x));
    }
    let mut silents = vec![Vec::new(); followed.len()];
    let mut whole = 0.0;
    for (i, history) in histories.iter().enumerate() {
        let (top, silent, _) = one(history, parameters, &nodes);
        whole += rising[history.repeats as usize] + top;
        match at(ends, i).and_then(|place| silents.get_mut(place as usize)) {
            Some(silents) => silents.push(silent),
            None => whole += ln(silent),
        }
    }
    let mut all = Vec::with_capacity(followed.len());
    for (silents, &followed) in silents.iter().zip(followed) {
        let q = survives(silents, followed);
        if followed > 0.0 {
            whole += followed * ln(q);
        }
        whole += silents.iter().map(|d| ln(1.0 - q + q * d)).sum::<f64>();
        all.push(q);
    }
    (whole, all)
}

/// The probability that a customer with that history has not left at its end.
pub fn alive(history: &History, parameters: [f64; 3]) -> f64 {
    one(history, parameters, &gauss_legendre()).2
}

/// The two models of the customers of a segment who leave without notice, in years.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WithoutNotice {
    /// BG/NBD.
    pub bgnbd: Option<BgNbd>,
    /// Leaving at a constant rate.
    pub lifetime: Option<Lifetime>,
    /// Customers left out because they began before the data.
    pub earlier: u64,
}

/// By segment: both models of its customers, with survival over `window_years`. `None` without purchases.
pub fn by_segment(log: &Checked<'_>, episodes: &Episodes, window_years: f64) -> Option<Vec<WithoutNotice>> {
    let one = |(panel, earlier): (Panel, u64)| {
        let mut models = WithoutNotice {
            bgnbd: bgnbd::fit(&panel.histories, window_years),
            lifetime: fit_panel(&panel, window_years),
            earlier,
        };
        if earlier > 0 {
            let caution = Caution::EarlierHistoryLeftOut { customers: earlier };
            let bgnbd = models.bgnbd.as_mut().map(|model| &mut model.survival);
            let lifetime = models.lifetime.as_mut().map(|model| &mut model.survival);
            bgnbd.into_iter().chain(lifetime).for_each(|estimate| estimate.cautions.push(caution.clone()));
        }
        models
    };
    Some(panels(log, episodes)?.into_iter().map(one).collect())
}

fn parameters(at: &[f64]) -> [f64; 3] {
    [exp(at[0]), exp(at[1]), exp(at[2])]
}

/// Customers of a segment who leave without notice, with their failures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// Their purchases.
    pub histories: Vec<History>,
    /// By customer: the kind of failure at or after the last purchase; empty: none.
    pub ends: Vec<Option<u32>>,
    /// By kind of failure: how many a purchase followed.
    pub followed: Vec<f64>,
}

impl Panel {
    /// Every `step`-th customer. How many failures were followed is scaled.
    fn every(&self, step: usize) -> Panel {
        Panel {
            histories: self.histories.iter().step_by(step).copied().collect(),
            ends: self.ends.iter().step_by(step).copied().collect(),
            followed: self.followed.iter().map(|n| n / step as f64).collect(),
        }
    }

    /// By kind: D of the customers who had it at their end.
    fn at_the_end(&self, parameters: [f64; 3]) -> Vec<Vec<f64>> {
        let nodes = gauss_legendre();
        let mut all = vec![Vec::new(); self.followed.len()];
        for (history, end) in self.histories.iter().zip(&self.ends) {
            if let Some(place) = end {
                all[*place as usize].push(one(history, parameters, &nodes).1);
            }
        }
        all
    }

    /// The maximum in r, alpha and mu, from `start`.
    fn search(&self, start: &[f64]) -> Maximum {
        let likelihood = |at: &[f64]| {
            if at.iter().any(|x| x.abs() > 30.0) {
                f64::NEG_INFINITY
            } else {
                profile(&self.histories, &self.ends, &self.followed, parameters(at)).0
            }
        };
        maximum::find(likelihood, start, self.histories.len() as f64)
    }
}

/// The slope of the log-likelihood in q, of `followed` failures that were survived and of customers with D `silent` at the end.
fn slope(silent: &[f64], followed: f64, q: f64) -> f64 {
    followed / q + silent.iter().map(|d| (d - 1.0) / (1.0 - q + q * d)).sum::<f64>()
}

/// The q from which the log-likelihood falls; 1 where it never does.
fn survives(silent: &[f64], followed: f64) -> f64 {
    let miss = |q: f64| slope(silent, followed, q);
    let ends = [LEAST, 1.0].map(|q| (q, miss(q)));
    if ends[1].1 >= 0.0 {
        return 1.0;
    }
    root(miss, ends, 1e-12).unwrap_or(LEAST)
}

/// Fits the model to `histories` without failures; survival is over `window`, in their unit of time. `None` without a repeat
/// purchase.
pub fn fit(histories: &[History], window: f64) -> Option<Lifetime> {
    fit_panel(&Panel { histories: histories.to_vec(), ..Panel::default() }, window)
}

/// Fits the model to a panel; survival is over `window`, without failures, in its unit of time. `None` without a repeat purchase.
pub fn fit_panel(panel: &Panel, window: f64) -> Option<Lifetime> {
    if !(window > 0.0) {
        return None;
    }
    let customers = panel.histories.len();
    let step = customers.div_ceil(MOST).max(1);
    let used = panel.every(step);
    let total: f64 = used.histories.iter().map(|history| f64::from(history.repeats)).sum();
    let observed: f64 = used.histories.iter().map(|history| history.observed).sum();
    if !(total > 0.0 && observed > 0.0) {
        return None;
    }
    let n = used.histories.len();
    let mut start = vec![0.0, -ln(2.0 * total / observed), -ln(3.0 * window)];
    if n > 2 * FIRST {
        start = used.every(n / FIRST).search(&start).at;
    }
    let maximum = used.search(&start);
    let [r, alpha, mu] = parameters(&maximum.at);
    let n = n as u64;
    let method = Method::Exponential;
    let leaving = Estimate::on_log(n, mu, maximum.error(2), method);
    let stays = |rate: f64| exp(-rate * window);
    let survival = Estimate {
        low: stays(leaving.high),
        high: stays(leaving.low),
        standard_error: window * stays(mu) * leaving.standard_error,
        spread: if leaving.low < leaving.high {
            Spread::Interval { low: stays(leaving.high), high: stays(leaving.low) }
        } else {
            Spread::Exact { value: stays(mu) }
        },
        value: stays(mu),
        ..leaving.clone()
    };
    let mut fit = Lifetime {
        r,
        alpha,
        log_likelihood: maximum.value,
        rate: Estimate::on_log(n, r / alpha, maximum.error_of(|at| at[0] - at[1]), Method::NegativeBinomial),
        cv: Estimate::on_log(n, 1.0 / r.sqrt(), 0.5 * maximum.error(0), Method::NegativeBinomial),
        leaving,
        survival,
        survives: survived(&used, &maximum),
    };
    let mut cautions = Vec::new();
    if step > 1 {
        cautions.push(Caution::Subsample { used: n, of: customers as u64 });
    }
    if maximum.covariance.is_none() {
        cautions.push(Caution::Flat);
    }
    if !maximum.settled {
        cautions.push(Caution::Unsettled);
    }
    for estimate in [&mut fit.rate, &mut fit.cv, &mut fit.leaving, &mut fit.survival] {
        estimate.cautions.extend(cautions.iter().cloned());
    }
    Some(fit)
}

/// By kind of failure: the probability to survive it. Its variance is the inverse of its own information, plus what is not
/// known of r, alpha and mu by the delta method.
fn survived(panel: &Panel, maximum: &Maximum) -> Vec<Option<Estimate>> {
    let ends = panel.at_the_end(parameters(&maximum.at));
    let moved: Vec<[Vec<Vec<f64>>; 2]> = (0..3)
        .map(|i| {
            [STEP, -STEP].map(|h| {
                let mut at = maximum.at.clone();
                at[i] += h;
                panel.at_the_end(parameters(&at))
            })
        })
        .collect();
    let one = |place: usize| {
        let (silent, followed) = (&ends[place], panel.followed[place]);
        let q = survives(silent, followed);
        let n = (followed + silent.len() as f64).round() as u64;
        if n == 0 {
            return None;
        }
        let inside = q.clamp(0.5 / (n as f64 + 1.0), 1.0 - 0.5 / (n as f64 + 1.0));
        let information = followed / (inside * inside)
            + silent
                .iter()
                .map(|d| ((d - 1.0) / (1.0 - inside + inside * d)) * ((d - 1.0) / (1.0 - inside + inside * d)))
                .sum::<f64>();
        let slopes: Vec<f64> = moved
            .iter()
            .map(|[above, below]| {
                (survives(&above[place], followed) - survives(&below[place], followed)) / (2.0 * STEP)
            })
            .collect();
        let shared = maximum.covariance.as_ref().map_or(0.0, |covariance| {
            covariance
                .iter()
                .zip(&slopes)
                .map(|(row, a)| a * row.iter().zip(&slopes).map(|(c, b)| c * b).sum::<f64>())
                .sum()
        });
        let error = (1.0 / information + shared).sqrt();
        let mut estimate = Estimate::on_logit(n, inside, error / (inside * (1.0 - inside)), Method::Exponential);
        estimate.value = q;
        if q + 2.0 * Z * error > 1.0 {
            // Near the end the log-odds reach too far: the interval is that of q itself.
            (estimate.low, estimate.high) = ((q - Z * error).max(LEAST), (q + Z * error).min(1.0));
            estimate.standard_error = error;
            estimate.spread = Spread::Interval { low: estimate.low, high: estimate.high.min(1.0 - LEAST) };
        }
        if q >= 1.0 {
            estimate.cautions.push(Caution::AtLimit { limit: 1.0 });
        }
        Some(estimate)
    };
    (0..panel.followed.len()).map(one).collect()
}

/// By segment: the purchases of customers who began within the data, in years, with their failures by severity and ending (place
/// severity * 4 + ending, and last all whose ending is not known or that the firm noticed first); and how many customers were
/// left out because they began earlier. `None` without purchases.
///
/// Where a customer's first day is known, purchases after it count. Where no first day is known at all, a customer begins with
/// the first purchase, and one who buys in the first quarter of the data is taken to have begun earlier. Purchases of one day
/// count once.
pub fn panels(log: &Checked<'_>, episodes: &Episodes) -> Option<Vec<(Panel, u64)>> {
    let purchases = log.purchases.as_ref()?;
    let (first, end) = log.window;
    let places = log.severities.len() * 4 + 1;
    let mut order: Vec<u64> = purchases
        .customer
        .iter()
        .zip(&purchases.day)
        .filter(|(_, day)| log.is_within(**day))
        .map(|(&customer, &day)| u64::from(customer) << 32 | u64::from(day.abs_diff(first)))
        .collect();
    order.sort_unstable();
    order.dedup();
    let quarter = end.abs_diff(first) / 4;
    let begins_known = log.customers.since.iter().any(Option::is_some);
    let mut all = vec![(Panel { followed: vec![0.0; places], ..Panel::default() }, 0); log.segments.len()];
    let (mut bought, mut failed) = (&order[..], &episodes.all[..]);
    for (customer, &segment) in log.customers.segment.iter().enumerate() {
        let days = bought.iter().take_while(|key| (**key >> 32) as usize == customer).count();
        let own: &[u64];
        (own, bought) = bought.split_at(days);
        let failures = failed.iter().take_while(|episode| episode.customer as usize == customer).count();
        let episodes: &[Episode];
        (episodes, failed) = failed.split_at(failures);
        let (panel, earlier) = &mut all[segment as usize];
        let begins = match (log.customers.since[customer], own.first()) {
            (Some(since), _) if since >= first => Some(since.abs_diff(first)),
            (None, Some(day)) if !begins_known && *day as u32 >= quarter => Some(*day as u32),
            _ => None,
        };
        let Some(begins) = begins.filter(|day| *day < end.abs_diff(first)) else {
            *earlier += u64::from(days > 0);
            continue;
        };
        let after = own.iter().filter(|day| **day as u32 > begins).count();
        let last = own.last().map_or(begins, |day| (*day as u32).max(begins));
        panel.histories.push(History {
            repeats: after as u32,
            last: f64::from(last - begins) / DAYS_PER_YEAR,
            observed: f64::from(end.abs_diff(first) - begins) / DAYS_PER_YEAR,
        });
        let mut at_the_end = None;
        for episode in episodes {
            let place = match episode.ending.filter(|_| !episode.noticed) {
                Some(ending) => log.severity_of_kind[episode.kind as usize] as usize * 4 + ending as usize,
                None => places - 1,
            };
            if episode.day.abs_diff(first) < last {
                panel.followed[place] += 1.0;
            } else {
                at_the_end = Some(place as u32);
            }
        }
        panel.ends.push(at_the_end);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use recoup_core::math::factorial::ln_gamma;

    use super::{alive, fit, gauss_legendre, log_likelihood};
    use crate::bgnbd::{self, History};
    use crate::chance::Chance;

    #[test]
    fn nodes_integrate_polynomials() {
        let nodes = gauss_legendre();
        for power in 0..39 {
            let sum: f64 = nodes.iter().map(|(x, w)| w * x.powi(power)).sum();
            assert!((sum * f64::from(power + 1) - 1.0).abs() < 1e-12, "{power}: {sum}");
        }
    }

    #[test]
    fn the_likelihood_is_its_integral() {
        // By Simpson's rule with 200,000 steps.
        for (x, last, observed, [r, alpha, mu]) in [
            (0, 0.0, 2.0, [0.8, 0.3, 0.2]),
            (3, 0.7, 2.0, [0.8, 0.3, 0.2]),
            (60, 1.1, 3.0, [2.0, 0.2, 0.5]),
            (400, 0.9, 3.0, [2.0, 0.1, 3.0]),
        ] {
            let all: f64 = r + f64::from(x);
            let top = all * (alpha + last).ln();
            let f = |s: f64| (top - mu * s - all * (alpha + s).ln()).exp();
            let steps = 200_000;
            let h = (observed - last) / f64::from(steps);
            let inner = |i: u32| f64::from(2 + 2 * (i % 2)) * f(last + f64::from(i) * h);
            let integral = h / 3.0 * (f(last) + f(observed) + (1..steps).map(inner).sum::<f64>());
            let exact = ln_gamma(all) - ln_gamma(r) + r * alpha.ln() - top + (f(observed) + mu * integral).ln();
            let history = History { repeats: x, last, observed };
            let ours = log_likelihood(&[history], [r, alpha, mu]);
            assert!((ours - exact).abs() < 1e-7, "{x}: {ours} {exact}");
            assert!((alive(&history, [r, alpha, mu]) - f(observed) / (f(observed) + mu * integral)).abs() < 1e-7);
        }
    }

    /// Customers who buy and leave by the model.
    fn panel(seed: u64, customers: usize) -> Vec<History> {
        let mut chance = Chance::new(seed);
        let one = |_| {
            let observed = 1.0 + 2.0 * chance.uniform();
            let (rate, left) = (chance.gamma(1.5, 2.0), chance.exponential(0.2));
            let (mut history, mut now) = (History { repeats: 0, last: 0.0, observed }, chance.exponential(rate));
            while now < observed.min(left) {
                history = History { repeats: history.repeats + 1, last: now, observed };
                now += chance.exponential(rate);
            }
            history
        };
        (0..customers).map(one).collect()
    }

    #[test]
    fn intervals_cover_the_truth() {
        // 100 panels of 400 customers. Fewer than 78 is 4 standard errors below 90 %.
        let mut covered = [0; 3];
        for seed in 0..100 {
            let fit = fit(&panel(seed, 400), 1.0).expect("there are repeat purchases");
            covered[0] += u32::from(fit.survival.covers((-0.2_f64).exp()));
            covered[1] += u32::from(fit.rate.covers(3.0));
            covered[2] += u32::from(fit.cv.covers(1.0 / 1.5_f64.sqrt()));
        }
        assert!(covered.iter().all(|n| *n >= 78), "{covered:?}");
    }

    #[test]
    fn where_leaving_does_not_wait_for_a_purchase_bg_nbd_overstates_loyalty() {
        let histories = panel(7, 5_000);
        let (ours, theirs) = (fit(&histories, 1.0), bgnbd::fit(&histories, 1.0));
        let (ours, theirs) = (ours.expect("they buy"), theirs.expect("they buy"));
        println!(
            "survival: truth {:.3}, constant rate {:.3}, BG/NBD {:.3}; log-likelihoods {:.1} and {:.1}",
            (-0.2_f64).exp(),
            ours.survival.value,
            theirs.survival.value,
            ours.log_likelihood,
            theirs.log_likelihood
        );
        assert!((ours.survival.value - (-0.2_f64).exp()).abs() < 4.0 * ours.survival.standard_error, "{ours:?}");
        assert!(theirs.survival.value > ours.survival.value + 4.0 * theirs.survival.standard_error);
        assert!(ours.log_likelihood > theirs.log_likelihood + 10.0);
    }
}
