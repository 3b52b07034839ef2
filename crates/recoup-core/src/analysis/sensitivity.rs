//! What matters: tornado, Sobol indices or elementary effects of one scenario's uncertain inputs.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::screening::{Effect, elementary_effects};
use crate::analysis::sobol::{AT_ONCE, Indices, first_order, sobol};
use crate::analysis::summary::best_of;
use crate::analysis::tornado::{Bar, Swing, tornado};
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::Evaluator;
use crate::engine::inputs::UncertainInputs;
use crate::engine::progress::Progress;
use crate::engine::simulate::Interrupted;
use crate::random::sobol::{Design, sobol_uniform};
use crate::scenario::key::Key;
use crate::scenario::study::{Sampling, Scenario, Study};
use crate::stats::smooth::LEAST_ROWS;
use crate::stats::tie::is_tie;

/// Factors beyond which elementary effects take the place of Sobol indices, unless asked otherwise.
pub const MANY: usize = 20;
/// Paths of elementary effects.
const TRAJECTORIES: u64 = 64;
/// Draws over which the strategies are ranked, at most.
const RANKING: u64 = 2_000;
/// Points by which first-order indices are estimated, at most.
const REGRESSED: usize = 1 << 14;
/// Where the points of these methods are drawn: far from the draws of a run.
const FIRST_POINT: u64 = 1 << 40;

/// Which indices are estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Method {
    /// Sobol indices of up to [`MANY`] factors, elementary effects of more.
    #[default]
    Auto,
    /// Sobol indices.
    Sobol,
    /// Elementary effects.
    Morris,
}

/// How sensitivity is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SensitivityOptions {
    /// Which indices.
    pub method: Method,
    /// Rows of the designs A and B.
    pub rows: u64,
}

/// Inputs that move as one: a number, or several that are correlated or ordered, so that factors are independent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Factor {
    /// The keys, as `joint_name` has them.
    pub name: String,
    /// The keys.
    pub keys: Vec<Key>,
    /// The columns of a point.
    pub columns: Vec<usize>,
}

/// The indices of one output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OutputIndices<T> {
    /// The strategy whose NPV it is.
    pub strategy: usize,
    /// Whether the reference's NPV is taken off.
    pub is_difference: bool,
    /// The indices.
    pub indices: T,
}

/// The indices of every output, by the method that gave them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Shares {
    /// Sobol indices.
    Sobol(Vec<OutputIndices<Indices>>),
    /// Elementary effects, by factor.
    Morris(Vec<OutputIndices<Vec<Effect>>>),
}

/// What one key does alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeyBar {
    /// The key.
    pub key: Key,
    /// Its point value.
    pub point: f64,
    /// What it does.
    pub bar: Bar,
}

/// What matters in one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sensitivity {
    /// The scenario.
    pub scenario: Arc<str>,
    /// The strategies, the reference first.
    pub strategies: Vec<Arc<str>>,
    /// The strategy with the highest mean NPV.
    pub best: usize,
    /// The strategy whose difference to the reference is looked at: the best, or the second where the reference is best.
    pub contender: usize,
    /// The strategy best at the point values: what flips are counted from.
    pub best_at_point: usize,
    /// NPV of every strategy at the point values, money.
    pub point: Vec<f64>,
    /// The factors of the indices.
    pub factors: Vec<Factor>,
    /// By key, the widest first.
    pub tornado: Vec<KeyBar>,
    /// The indices: first of the contender's difference, then of every strategy's NPV.
    pub shares: Shares,
    /// Rows or paths of the design.
    pub rows: u64,
    /// Evaluations of one strategy that the indices took.
    pub evaluations: u64,
}

impl Sensitivity {
    /// The factors by how much they matter to the contender's difference, the greatest first.
    pub fn ranking(&self) -> Vec<usize> {
        let weight: Vec<f64> = match &self.shares {
            Shares::Sobol(all) => all[0].indices.total.iter().map(|e| e.value).collect(),
            Shares::Morris(all) => all[0].indices.iter().map(|e| e.absolute.value).collect(),
        };
        let mut order: Vec<usize> = (0..weight.len()).collect();
        order.sort_by(|a, b| weight[*b].total_cmp(&weight[*a]));
        order
    }
}

/// The study with draws, whatever its settings: these methods draw for themselves.
pub(crate) fn with_draws(study: &Study) -> Study {
    let mut study = study.clone();
    study.settings.draws = study.settings.draws.max(2);
    // Their points lie beyond the reach of a quasi-random sequence.
    study.settings.sampling = Sampling::Random;
    study
}

/// The refusal of a scenario without uncertain numbers.
pub(crate) fn nothing_uncertain() -> Diagnostic {
    Diagnostic::error("S060", "nothing in the study is uncertain, so nothing can be said about what is not known")
        .with_help("give a spread to what is not known exactly, such as `rate = { mean = 0.05, sd = 0.01 }`")
}

/// What matters in `scenario` of `study`, which has draws (see [`with_draws`]) and something uncertain.
///
/// # Errors
/// A stop was requested.
pub(crate) fn sensitivity(
    study: &Study,
    scenario: &Scenario,
    options: &SensitivityOptions,
    progress: &dyn Progress,
) -> Result<Sensitivity, Interrupted> {
    let evaluator = Evaluator::new(study, scenario);
    let inputs = evaluator.inputs();
    let npv = npv_at(&evaluator, progress);
    // Who is best on average, and who comes next.
    let draws = study.settings.draws.min(RANKING);
    let mut means = vec![0.0; evaluator.strategies()];
    let points: Vec<Vec<f64>> = (0..draws).map(|draw| inputs.values(draw)).collect();
    for row in npv(&points)? {
        means.iter_mut().zip(row).for_each(|(sum, x)| *sum += x / draws as f64);
    }
    let alone = one_at_a_time(study, scenario, &evaluator, &means, progress)?;
    let contender = alone.contender;
    let (keys, key_of_column) = distinct_keys(inputs);
    let tied = tied_keys(study, &keys);
    let factors = factors(&keys, &key_of_column, &tied);
    let outputs = |points: &[Vec<f64>]| {
        progress.advances();
        let rows = npv(points)?;
        let output = |npv: Vec<f64>| std::iter::once(npv[contender] - npv[0]).chain(npv).collect();
        Ok::<_, Interrupted>(rows.into_iter().map(output).collect::<Vec<Vec<f64>>>())
    };
    let place =
        |uniforms: &[f64]| inputs.values_at(&key_of_column.iter().map(|&key| uniforms[key]).collect::<Vec<f64>>());
    let is_sobol = match options.method {
        Method::Auto => factors.len() <= MANY,
        Method::Sobol => true,
        Method::Morris => false,
    };
    let seed = study.settings.seed;
    let (rows, evaluations, shares) = if is_sobol {
        let columns: Vec<Vec<usize>> = factors.iter().map(|f| f.columns.clone()).collect();
        // A row is a point with two dimensions for every key: one half of them is a point of A, the other one of B.
        // Correlations and orders act; what an order has drawn again lies far from the draws of a run.
        let dimension: HashMap<u64, usize> = keys.iter().map(Key::address).zip(0..).collect();
        let sample = |row: u64| {
            [0, 1].map(|half: u64| {
                let coordinate = |address: u64| {
                    let place = dimension.get(&address).copied().unwrap_or_default();
                    sobol_uniform(Design::PickFreeze, seed, row, half as usize * keys.len() + place)
                };
                inputs.values_from(FIRST_POINT + 2 * row + half, &coordinate)
            })
        };
        progress.begins((options.rows * (factors.len() as u64 + 2)).div_ceil(AT_ONCE as u64));
        // The first points of the designs A and B, and their outputs.
        let (mut drawn, mut came): (Vec<Vec<f64>>, Vec<Vec<f64>>) = (Vec::new(), Vec::new());
        let evaluate = |points: &[Vec<f64>]| {
            let found = outputs(points)?;
            let stride = factors.len() + 2;
            for (points, found) in points.chunks(stride).zip(found.chunks(stride)) {
                if drawn.len() >= REGRESSED {
                    break;
                }
                drawn.extend_from_slice(&points[stride - 2..]);
                came.extend_from_slice(&found[stride - 2..]);
            }
            Ok(found)
        };
        let mut found = sobol(&columns, options.rows, sample, evaluate)?;
        let by_output: Vec<Vec<f64>> = (0..found.len()).map(|o| came.iter().map(|row| row[o]).collect()).collect();
        let single = (0..factors.len()).filter(|&f| factors[f].keys.len() == 1);
        for f in single.filter(|_| drawn.len() >= LEAST_ROWS) {
            let input: Vec<f64> = drawn.iter().map(|point| point[factors[f].columns[0]]).collect();
            for (indices, first) in found.iter_mut().zip(first_order(&input, &by_output)) {
                indices.first[f] = first;
            }
        }
        let found = found.into_iter().map(Indices::reconciled).collect();
        let evaluations = options.rows * (factors.len() as u64 + 2);
        (options.rows, evaluations, Shares::Sobol(labelled(found, contender)))
    } else {
        let evaluate =
            |points: &[Vec<f64>]| outputs(&points.iter().map(|point| place(point)).collect::<Vec<Vec<f64>>>());
        progress.begins(TRAJECTORIES);
        let found = elementary_effects(&tied, keys.len(), TRAJECTORIES, seed, evaluate)?;
        let evaluations = TRAJECTORIES * (factors.len() as u64 + 1);
        (TRAJECTORIES, evaluations, Shares::Morris(labelled(found, contender)))
    };
    Ok(Sensitivity { factors, shares, rows, evaluations, ..alone })
}

/// The NPV of every strategy at points.
fn npv_at(
    evaluator: &Evaluator<'_>,
    progress: &dyn Progress,
) -> impl Fn(&[Vec<f64>]) -> Result<Vec<Vec<f64>>, Interrupted> {
    move |points| {
        if progress.is_stopped() {
            return Err(Interrupted);
        }
        let records = evaluator.records_at(points);
        Ok(records.iter().map(|r| r.iter().map(|r| r.npv()).collect()).collect())
    }
}

/// The tornado alone, without indices: one input at a time; `means` are the mean NPVs of the strategies.
///
/// # Errors
/// A stop was requested.
pub(crate) fn one_at_a_time(
    study: &Study,
    scenario: &Scenario,
    evaluator: &Evaluator<'_>,
    means: &[f64],
    progress: &dyn Progress,
) -> Result<Sensitivity, Interrupted> {
    let inputs = evaluator.inputs();
    let npv = npv_at(evaluator, progress);
    let best = best_of(means);
    // Where the reference is best: the best of those that do not come to the same as it.
    let rivals: Vec<usize> = (1..means.len()).filter(|&s| !is_tie(means[s], means[0])).collect();
    let contender = match rivals.as_slice() {
        _ if best > 0 => best,
        [] => means.len().min(2) - 1,
        rivals => rivals[best_of(&rivals.iter().map(|&s| means[s]).collect::<Vec<f64>>())],
    };
    let (keys, key_of_column) = distinct_keys(inputs);
    let base = inputs.point_values();
    let point = npv(std::slice::from_ref(&base))?.remove(0);
    let ordered = tied_by(&keys, study.orders.iter().map(|order| order.keys.as_slice()));
    let draws = if study.orders.is_empty() { 0 } else { study.settings.draws.min(RANKING) };
    let points: Vec<Vec<f64>> = (0..draws).map(|draw| inputs.values(draw)).collect();
    let swings: Vec<Swing> = (0..keys.len())
        .map(|key| match ordered.iter().find(|set| set.len() > 1 && set.contains(&key)) {
            Some(set) => conditioned(&points, &key_of_column, key, set),
            None => swing(inputs, &key_of_column, key),
        })
        .collect();
    let bars = tornado(&base, &swings, npv)?;
    let mut bars: Vec<KeyBar> = keys
        .iter()
        .zip(&swings)
        .zip(bars)
        .map(|((key, swing), bar)| KeyBar { key: key.clone(), point: base[swing.columns[0]], bar })
        .collect();
    let shown = |bar: &KeyBar| if contender > 0 { bar.bar.width(contender) } else { npv_width(&bar.bar) };
    bars.sort_by(|a, b| shown(b).total_cmp(&shown(a)));
    Ok(Sensitivity {
        scenario: scenario.name.clone(),
        strategies: scenario.strategies.iter().map(|s| s.name.clone()).collect(),
        best,
        contender,
        best_at_point: best_of(&point),
        point,
        factors: Vec::new(),
        tornado: bars,
        shares: Shares::Sobol(Vec::new()),
        rows: 0,
        evaluations: 0,
    })
}

fn npv_width(bar: &Bar) -> f64 {
    (bar.high.npv[0] - bar.low.npv[0]).abs()
}

fn labelled<T>(found: Vec<T>, contender: usize) -> Vec<OutputIndices<T>> {
    let label = |(o, indices): (usize, T)| match o {
        0 => OutputIndices { strategy: contender, is_difference: true, indices },
        _ => OutputIndices { strategy: o - 1, is_difference: false, indices },
    };
    found.into_iter().enumerate().map(label).collect()
}

/// The keys of the uncertain numbers, once each, and which of them every column is. Numbers of one key share a random number.
pub fn distinct_keys(inputs: &UncertainInputs) -> (Vec<Key>, Vec<usize>) {
    let mut keys: Vec<Key> = Vec::new();
    let mut places: HashMap<&Key, usize> = HashMap::new();
    let columns = inputs.numbers().iter().map(|number| {
        *places.entry(&number.key).or_insert_with(|| {
            keys.push(number.key.clone());
            keys.len() - 1
        })
    });
    let columns = columns.collect();
    (keys, columns)
}

fn swing(inputs: &UncertainInputs, key_of_column: &[usize], key: usize) -> Swing {
    let columns: Vec<usize> = (0..key_of_column.len()).filter(|&c| key_of_column[c] == key).collect();
    let at = |level: f64| {
        let value = |&c: &usize| {
            let number = &inputs.numbers()[c];
            number.distribution.quantile(level).clamp(number.least, number.greatest)
        };
        columns.iter().map(value).collect()
    };
    Swing { low: at(0.05), high: at(0.95), columns }
}

/// A swing of a key that orders tie to others: its 5 and 95 % quantiles over the draws, which keep the
/// orders, and the means of the others given it.
fn conditioned(points: &[Vec<f64>], key_of_column: &[usize], key: usize, set: &[usize]) -> Swing {
    let mut columns: Vec<usize> = (0..key_of_column.len()).filter(|&c| key_of_column[c] == key).collect();
    let own = columns[0];
    columns.extend((0..key_of_column.len()).filter(|&c| key_of_column[c] != key && set.contains(&key_of_column[c])));
    let mut sorted: Vec<&Vec<f64>> = points.iter().collect();
    sorted.sort_by(|a, b| a[own].total_cmp(&b[own]));
    let at = |level: f64| {
        let middle = (level * (sorted.len() - 1) as f64).round() as usize;
        let reach = (sorted.len() / 40).max(1).min(middle.min(sorted.len() - 1 - middle));
        let near = &sorted[middle - reach..=middle + reach];
        columns.iter().map(|&c| near.iter().map(|point| point[c]).sum::<f64>() / near.len() as f64).collect()
    };
    Swing { low: at(0.05), high: at(0.95), columns }
}

/// Sets of keys that correlations or orders tie together, each in order.
pub(crate) fn tied_keys(study: &Study, keys: &[Key]) -> Vec<Vec<usize>> {
    let correlations = study.correlations.iter().map(|c| c.keys.as_slice());
    tied_by(keys, correlations.chain(study.orders.iter().map(|o| o.keys.as_slice())))
}

/// Sets of keys that `ties` tie together, each in order; an untied key is a set of its own.
fn tied_by<'a>(keys: &[Key], ties: impl Iterator<Item = &'a [Key]>) -> Vec<Vec<usize>> {
    let mut label: Vec<usize> = (0..keys.len()).collect();
    for tie in ties {
        let tied: Vec<usize> = tie.iter().filter_map(|key| keys.iter().position(|k| k == key)).collect();
        if let Some(least) = tied.iter().map(|&k| label[k]).min() {
            let old: Vec<usize> = tied.iter().map(|&k| label[k]).collect();
            label.iter_mut().filter(|l| old.contains(l)).for_each(|l| *l = least);
        }
    }
    let sets = (0..keys.len()).map(|set| (0..keys.len()).filter(|&k| label[k] == set).collect::<Vec<usize>>());
    sets.filter(|set| !set.is_empty()).collect()
}

/// The name of keys that move as one: `table.{a, b}` where they share their table, else joined by ` + `.
pub(crate) fn joint_name(keys: &[&Key]) -> String {
    let table = |key: &Key| Key(key.0[..key.0.len().saturating_sub(1)].to_vec());
    match keys {
        [first, _, ..] if keys.iter().all(|key| table(key) == table(first)) => {
            let last: Vec<&str> = keys.iter().filter_map(|key| key.parts().pop()).collect();
            format!("{}.{{{}}}", table(first), last.join(", "))
        }
        _ => keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" + "),
    }
}

fn factors(keys: &[Key], key_of_column: &[usize], tied: &[Vec<usize>]) -> Vec<Factor> {
    let factor = |set: &Vec<usize>| Factor {
        name: joint_name(&set.iter().map(|&k| &keys[k]).collect::<Vec<_>>()),
        keys: set.iter().map(|&k| keys[k].clone()).collect(),
        columns: (0..key_of_column.len()).filter(|c| set.contains(&key_of_column[*c])).collect(),
    };
    tied.iter().map(factor).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_swing_under_an_order_takes_the_others_along() {
        // a <= b, both uniform before: a has the quantiles 1 - sqrt(1 - p), and b the mean (1 + a) / 2 given a.
        let draws = 20_001;
        let points: Vec<Vec<f64>> = (0..draws)
            .map(|i| {
                let a = 1.0 - (1.0 - (f64::from(i) + 0.5) / f64::from(draws)).sqrt();
                // Evenly spread between a and 1, in an order that has nothing to do with a.
                vec![a, a + (1.0 - a) * (f64::from(i * 7_919 % draws) + 0.5) / f64::from(draws)]
            })
            .collect();
        let swing = super::conditioned(&points, &[0, 1], 0, &[0, 1]);
        for (end, p) in [(&swing.low, 0.05), (&swing.high, 0.95)] {
            let a = 1.0 - f64::sqrt(1.0 - p);
            assert!((end[0] - a).abs() < 0.01 && (end[1] - (1.0 + a) / 2.0).abs() < 0.02, "{end:?}");
            assert!(end[0] <= end[1]);
        }
    }

    use crate::analysis::sensitivity::{Method, SensitivityOptions, Shares, sensitivity, with_draws};
    use crate::engine::progress::NoProgress;
    use crate::input::{Request, load};
    use crate::scenario::key::Key;
    use crate::scenario::study::Order;

    #[test]
    fn ordered_inputs_are_one_factor_and_chains_of_them_too() {
        let mut request = Request::builtin("city-hotel");
        request.draws = Some(1);
        let mut study = with_draws(&load(&request).unwrap().study);
        let key = |name: &str| Key::parse(&format!("severity.minor.repurchase.{name}")).unwrap();
        study.orders = vec![
            Order { keys: vec![key("resolved"), key("quick")] },
            Order { keys: vec![key("silent"), key("unresolved")] },
            Order { keys: vec![key("unresolved"), key("resolved")] },
        ];
        let options = SensitivityOptions { method: Method::Auto, rows: 64 };
        let found = sensitivity(&study, &study.scenarios[0], &options, &NoProgress).unwrap();
        assert_eq!((found.tornado.len(), found.factors.len()), (18, 15));
        let tied = found.factors.iter().find(|factor| factor.keys.len() > 1).unwrap();
        assert_eq!((tied.keys.len(), tied.columns.len()), (4, 4));
        let Shares::Sobol(all) = &found.shares else { panic!("few factors have Sobol indices") };
        assert_eq!((all.len(), all[0].indices.total.len()), (1 + 5, 15));
        assert!(found.ranking().windows(2).all(|pair| {
            let total = |f: usize| all[0].indices.total[f].value;
            total(pair[0]) >= total(pair[1])
        }));
    }
}
