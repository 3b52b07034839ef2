//! Further draws of the expected engine, beyond those that are simulated: what a control variate takes them for
//! (`control = "expected"` in a study).
//!
//! The mean of n simulated draws Y is Y = (Y - X) + X, with X the expected engine at the same draws. The mean of Y - X has
//! little variance, because the inputs cancel; that of X is cheap, so it is taken over N draws, n of which are the simulated
//! ones. With R = Y - X, the variance of the sum is V(R) / n + (V(Y) - V(R)) / N, and the work n a + N b, with a and b the
//! work of a draw's simulations and of one evaluation. Of all splits of the work that with
//! N / n = sqrt((V(Y) - V(R)) / V(R) a / b) has the least variance (P. Glasserman, Monte Carlo Methods in Financial
//! Engineering, 2003, section 4.1; the split as in S. Lavenberg and P. Welch, Management Science 27 (1981) 322).

use std::ops::Range;
use std::sync::Arc;

use crate::engine::evaluate::{each, expected_record_of};
use crate::engine::inputs::{PlannedParameters, UncertainInputs};
use crate::engine::records::{Record, Records, Store};
use crate::model::schedule::Schedule;
use crate::scenario::study::{EngineKind, Study};
use crate::stats::moments::Moments;

/// Draws for each simulated one, at most, as a power of two: beyond it the residuals are nearly all that is left.
const MOST_DOUBLINGS: u32 = 6;
/// The same as a number.
pub(super) const MOST_FOR_EACH: u64 = 1 << MOST_DOUBLINGS;
/// Work of one simulation by cohorts in evaluations of the expected engine: by instructions 8.1 in city hotel, 7.7 in
/// TARP-major.
const COHORT: f64 = 8.0;
/// Customers whose simulation by agents is the work of one evaluation over the same time: 62 and 22 there.
const AGENTS: f64 = 40.0;

/// The work of a simulated draw in evaluations of the expected engine, one for each strategy: its simulations, and what sweeps
/// evaluate at it. A function of the study alone, so that every machine splits the work alike.
fn work_of_simulations(study: &Study) -> f64 {
    let customers = study.scenarios.iter().map(|s| s.strategies[0].parameters.point.market.customers);
    let one = match study.settings.engine {
        EngineKind::Expected => 1.0,
        EngineKind::Cohort => COHORT,
        EngineKind::Agents => customers.fold(0.0, f64::max) / AGENTS,
    };
    let strategies: usize = study.scenarios.iter().map(|scenario| scenario.strategies.len()).sum();
    let swept = study.swept_periods().count();
    one * study.settings.replicates as f64 + swept as f64 / strategies.max(1) as f64
}

/// How many draws of the expected engine there should be for each simulated one: a power of two, so that quasi-random draws
/// stay even. By scenario and strategy, `records` has the simulations and the expected engine of `draws` draws.
///
/// The difference to the reference that varies most decides, in the scenario that asks for most; of a single strategy its NPV.
pub(super) fn draws_for_each(study: &Study, records: &[Vec<(Records, Records)>], draws: u64) -> u64 {
    let work = work_of_simulations(study);
    let ratio_squared = |scenario: &Vec<(Records, Records)>| {
        let first = scenario.len().min(2) - 1;
        let of = |s: usize| pilot(&scenario[s], scenario.first().filter(|_| s > 0), draws);
        let widest = (first..scenario.len()).map(of).max_by(|a, b| a[0].total_cmp(&b[0]));
        match widest {
            Some([all, left]) if left > 0.0 => (all - left) / left * work,
            Some([all, _]) if all > 0.0 => f64::INFINITY,
            _ => 0.0,
        }
    };
    let most = records.iter().filter(|scenario| !scenario.is_empty()).map(ratio_squared).fold(0.0, f64::max);
    // The power of two that is nearest in ratio.
    (0..MOST_DOUBLINGS).find(|k| most < f64::from(2_u32 << (2 * k))).map_or(MOST_FOR_EACH, |k| 1 << k)
}

/// The variance of a draw's mean, of a strategy or its difference to `reference`, and of the same less the expected engine.
fn pilot(strategy: &(Records, Records), reference: Option<&(Records, Records)>, draws: u64) -> [f64; 2] {
    let (mut all, mut left) = (Moments::default(), Moments::default());
    let each = |records: &(Records, Records)| by_draw(records, draws as usize).collect::<Vec<_>>();
    let other = reference.map_or(vec![[0.0; 2]; draws as usize], each);
    for ([simulated, expected], [its, its_expected]) in each(strategy).into_iter().zip(other) {
        all.add(simulated - its);
        left.add(simulated - its - (expected - its_expected));
    }
    [all.variance(), left.variance()]
}

/// By draw: the mean NPV of its simulations, and the expected engine's.
fn by_draw((simulated, expected): &(Records, Records), draws: usize) -> impl Iterator<Item = [f64; 2]> + '_ {
    let replicates = simulated.len() / draws.max(1);
    let mut simulations = simulated.iter();
    let mut last = 0.0;
    let mut expected = expected.iter();
    (0..draws).map(move |_| {
        let sum: f64 = simulations.by_ref().take(replicates).map(|record| record.npv()).sum();
        last = expected.next().map_or(last, |record| record.npv());
        [sum / replicates.max(1) as f64, last]
    })
}

/// The expected engine at further draws.
#[derive(Clone, Debug)]
pub(super) struct FurtherDraws {
    /// The first of them.
    start: u64,
    /// By scenario and strategy: one record a draw; none where no number of the strategy is uncertain.
    pub(super) records: Vec<Vec<Records>>,
}

impl FurtherDraws {
    /// None yet, of scenarios with so many strategies.
    pub(super) fn new(strategies: impl Iterator<Item = usize>, store: &Arc<Store>) -> Self {
        let none = |count| (0..count).map(|_| Records::kept_in(store)).collect();
        FurtherDraws { start: 0, records: strategies.map(none).collect() }
    }

    /// The draw after the last.
    pub(super) fn end(&self) -> u64 {
        self.start + self.records.iter().flatten().map(Records::len).max().unwrap_or(0) as u64
    }

    /// Keeps the draws of a range, which does not begin before them, and no others.
    pub(super) fn keep(&mut self, range: Range<u64>, store: &Arc<Store>) {
        if range.start == self.start && self.end() <= range.end {
            return;
        }
        for records in self.records.iter_mut().flatten() {
            let passed = records.len().min((range.start - self.start) as usize);
            let mut kept = Records::kept_in(store);
            let all = records.iter_from(passed).take((range.end - range.start) as usize);
            all.for_each(|record| kept.push(record));
            *records = kept;
        }
        self.start = range.start;
    }

    /// Appends `count` draws.
    pub(super) fn extend(&mut self, inputs: &UncertainInputs, cases: &[Vec<PlannedParameters<'_>>], count: u64) {
        let first = self.end();
        let at = |draw: u64| {
            let values = inputs.values(draw);
            let record = |parameters: &PlannedParameters<'_>| {
                (!parameters.is_certain()).then(|| expected_record_of(&Schedule::of(parameters.with_values(&values))))
            };
            cases.iter().flatten().map(record).collect()
        };
        let found: Vec<Vec<Option<Record>>> = each(count as usize, |i| at(first + i as u64));
        for draw in found {
            for (records, record) in self.records.iter_mut().flatten().zip(draw) {
                record.into_iter().for_each(|record| records.push(record));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::control::{MOST_FOR_EACH, draws_for_each};
    use crate::engine::progress::NoProgress;
    use crate::engine::records::{Record, Records};
    use crate::engine::shard::Shard;
    use crate::engine::simulate::{Results, Simulation, simulate};
    use crate::input::{Request, load};
    use crate::random::address::parameter_uniform;
    use crate::scenario::study::{Control, Sampling, Study};

    fn study(draws: u64, sampling: Sampling) -> Study {
        let mut request = Request::builtin("tarp-major");
        request.draws = Some(draws);
        request.set = vec!["horizon.periods=12".to_string(), "study.engine=cohort".to_string()];
        let mut study = load(&request).expect("it is shipped").study;
        (study.settings.control, study.settings.sampling) = (Control::Expected, sampling);
        study
    }

    fn further(results: &Results) -> Vec<Records> {
        results.scenarios[0].strategies.iter().map(|s| s.further.clone().expect("it is controlled")).collect()
    }

    #[test]
    fn rounds_shards_and_threads_draw_alike() {
        for sampling in [Sampling::Random, Sampling::Joint] {
            let study = study(128, sampling);
            let whole = simulate(&study, &NoProgress).unwrap();
            let found = further(&whole);
            assert!(found.iter().any(|records| records.len() >= 128), "{found:?}");
            let mut rounds = Simulation::new(&study);
            for draws in [64, 128] {
                rounds.run_to(draws, &NoProgress).unwrap();
            }
            let mut joined = Simulation::new(&study);
            for number in 1..=3 {
                let part = Simulation::new(&study).run_shard(Shard { number, of: 3 }, &NoProgress).unwrap();
                joined.join(part).unwrap();
            }
            joined.control(&NoProgress).unwrap();
            let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
            let alone = alone.install(|| simulate(&study, &NoProgress).unwrap());
            for other in [rounds.results(), joined.results(), alone] {
                assert!(further(&other) == found);
                let pairs = other.scenarios[0].strategies.iter().zip(&whole.scenarios[0].strategies);
                pairs.for_each(|(a, b)| assert!(a.simulations == b.simulations && a.expected == b.expected));
            }
        }
    }

    #[test]
    fn further_draws_are_those_after_the_simulated_ones() {
        let study = study(64, Sampling::Random);
        let controlled = simulate(&study, &NoProgress).unwrap();
        let mut more = study.clone();
        more.settings.control = Control::None;
        more.settings.draws = 128;
        let plain = simulate(&more, &NoProgress).unwrap();
        for (a, b) in controlled.scenarios[0].strategies.iter().zip(&plain.scenarios[0].strategies) {
            assert!(b.further.is_none());
            let both = a.further.iter().flatten().zip(b.expected.records.iter_from(64.min(b.expected.records.len())));
            both.for_each(|(a, b)| assert!((a.npv() / b.npv() - 1.0).abs() < 1e-12, "{a:?} {b:?}"));
        }
    }

    #[test]
    fn the_split_is_that_of_least_variance_for_the_work() {
        let study = study(400, Sampling::Random);
        let record = |npv: f64| Record { contribution: npv, ..Record::default() };
        for (chance, replicates) in [(2.0, 1_u64), (0.5, 1), (0.1, 1), (0.02, 4)] {
            let mut study = study.clone();
            study.settings.replicates = replicates;
            let x = |draw| parameter_uniform(1, draw, 0) - 0.5;
            let luck = |draw: u64, r: u64| chance * (parameter_uniform(1, draw, r + 1) - 0.5);
            let expected: Records = (0..400).map(|draw| record(x(draw))).collect();
            let each = (0..400).flat_map(|draw| (0..replicates).map(move |r| (draw, r)));
            let simulated: Records = each.map(|(draw, r)| record(x(draw) + luck(draw, r))).collect();
            let found = draws_for_each(&study, &[vec![(simulated, expected)]], 400);
            // Variance times work, up to a factor, for so many draws to each simulated one: least where it was found.
            let left = chance * chance / replicates as f64;
            let work = super::work_of_simulations(&study);
            let product = |each: u64| (left + 1.0 / each as f64) * (work + each as f64);
            let best = (0..=6).map(|k| 1 << k).min_by(|&a, &b| product(a).total_cmp(&product(b))).unwrap();
            assert!(found == best || product(found) < 1.02 * product(best), "{chance}: {found} and {best}");
        }
        assert_eq!(draws_for_each(&study, &[vec![(Records::default(), Records::default())]], 400), 1);
        let certain: Records = (0..400).map(|draw| record(parameter_uniform(1, draw, 0))).collect();
        assert_eq!(draws_for_each(&study, &[vec![(certain.clone(), certain)]], 400), MOST_FOR_EACH);
    }
}
