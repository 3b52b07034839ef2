//! SERVQUAL: what customers expect and what they perceive.
//!
//! Gaps and dimensions: Parasuraman, Zeithaml and Berry, "SERVQUAL: a multiple-item scale for measuring consumer perceptions of
//! service quality", Journal of Retailing 64 (1988) 12. Zone of tolerance between a minimum and a desired level: the same,
//! "Alternative scales for measuring service quality", Journal of Retailing 70 (1994) 201. Reliability: Cronbach, "Coefficient
//! alpha", Psychometrika 16 (1951) 297, with the interval of Feldt, "The approximate sampling distribution of Kuder-Richardson
//! reliability coefficient twenty", Psychometrika 30 (1965) 357. Importance and performance: Martilla and James, Journal of
//! Marketing 41 (1977) 77.
//!
//! Intervals of gaps come from resampling respondents, so that answers of one person stay together (Efron and Tibshirani, An
//! Introduction to the Bootstrap, 1993, section 13.3: percentiles). With many respondents they come from the normal
//! distribution, which is then the same.

use recoup_core::random::address::CommonNumbers;
use serde::Serialize;

use crate::estimate::{Estimate, Method, Spread};
use crate::proportion;

/// Samples of the bootstrap.
const SAMPLES: usize = 1_000;
/// Most respondents who are resampled.
const RESAMPLED: usize = 5_000;

/// The answers of a survey. Respondents have the same place in every column; a missing answer is `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survey {
    /// Names of the dimensions.
    pub dimensions: Vec<String>,
    /// The items.
    pub items: Vec<Item>,
    /// By dimension: its weight; empty: all alike. Weights need not sum to 1.
    pub weights: Vec<f64>,
}

/// One item of a survey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Item {
    /// Dimension.
    pub dimension: u32,
    /// What customers expect (the desired level), by respondent.
    pub expectation: Vec<Option<f32>>,
    /// What they perceive.
    pub perception: Vec<Option<f32>>,
    /// The least they accept; empty: not asked.
    pub minimum: Vec<Option<f32>>,
}

/// What makes a survey unusable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "flaw")]
pub enum Flaw {
    /// There is no item, or no respondent.
    Empty,
    /// A column of this item has another length than the first.
    Length {
        /// The item, from 0.
        item: usize,
    },
    /// This item names a dimension that there is not.
    UnknownDimension {
        /// The item, from 0.
        item: usize,
    },
    /// Weights are not one for each dimension, or are negative, or all 0.
    Weights,
    /// An answer of this item is not a finite number.
    Number {
        /// The item, from 0.
        item: usize,
    },
}

/// Where an item lies against the means of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quadrant {
    /// Important and poor: concentrate here.
    Concentrate,
    /// Important and good: keep up.
    KeepUp,
    /// Unimportant and poor: low priority.
    LowPriority,
    /// Unimportant and good: possible overkill.
    Overkill,
}

/// What the answers say about an item, or about a dimension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Level {
    /// Mean expectation.
    pub expectation: f64,
    /// Mean perception.
    pub perception: f64,
    /// Mean of perception minus expectation; below 0, customers get less than they expect.
    pub gap: Option<Estimate>,
    /// Mean of perception minus minimum; below 0, customers get less than they accept. `None` where it was not asked.
    pub adequacy: Option<Estimate>,
    /// Mean of expectation minus minimum: the zone of tolerance.
    pub tolerance: Option<f64>,
    /// Share of answers below the minimum.
    pub below_minimum: Option<Estimate>,
    /// Share of answers below the expectation.
    pub below_expectation: Option<Estimate>,
    /// Where it lies in the chart of importance (expectation) and performance (perception).
    pub quadrant: Quadrant,
}

/// Reliability of the items of a dimension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reliability {
    /// Of expectations.
    pub expectation: Option<Estimate>,
    /// Of perceptions.
    pub perception: Option<Estimate>,
    /// Of gaps.
    pub gap: Option<Estimate>,
}

/// What a survey says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Quality {
    /// Respondents.
    pub respondents: u64,
    /// By item.
    pub items: Vec<Level>,
    /// By dimension.
    pub dimensions: Vec<Level>,
    /// By dimension: reliability.
    pub reliability: Vec<Reliability>,
    /// By dimension: its weight, summing to 1.
    pub weights: Vec<f64>,
    /// Mean gap of the dimensions, weighted.
    pub score: Option<Estimate>,
}

/// A difference of two answers.
fn difference(a: Option<f32>, b: Option<f32>) -> Option<f64> {
    Some(f64::from(a?) - f64::from(b?))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (n, sum) = values.fold((0.0, 0.0), |(n, sum), x| (n + 1.0, sum + x));
    (n > 0.0).then(|| sum / n)
}

/// Quantile of the F distribution.
fn f_quantile(up: f64, down: f64, u: f64) -> f64 {
    let x = proportion::beta_quantile(0.5 * up, 0.5 * down, u);
    down * x / (up * (1.0 - x))
}

/// Cronbach's alpha with Feldt's 90 % interval, from columns of answers; respondents with a missing answer do not count.
/// `None` with fewer than two items or three respondents, or where the sums do not vary.
pub fn alpha(columns: &[Vec<Option<f64>>]) -> Option<Estimate> {
    let respondents = columns.iter().map(Vec::len).min()?;
    alpha_of(columns.len(), respondents, |item, respondent| columns[item][respondent])
}

/// The same of `k` items and their answers.
fn alpha_of(k: usize, respondents: usize, answer: impl Fn(usize, usize) -> Option<f64>) -> Option<Estimate> {
    if k < 2 {
        return None;
    }
    // Sums and squares of each item and of the total.
    let (mut n, mut moments) = (0.0, vec![(0.0, 0.0); k + 1]);
    let mut row = vec![0.0; k];
    for respondent in 0..respondents {
        let whole = row.iter_mut().enumerate().all(|(item, place)| match answer(item, respondent) {
            Some(x) => {
                *place = x;
                true
            }
            None => false,
        });
        if !whole {
            continue;
        }
        n += 1.0;
        let total: f64 = row.iter().sum();
        for ((mean, squares), x) in moments.iter_mut().zip(row.iter().chain([&total])) {
            let before = x - *mean;
            *mean += before / n;
            *squares += before * (x - *mean);
        }
    }
    let total = moments[k].1;
    if n < 3.0 || !(total > 0.0) {
        return None;
    }
    let items: f64 = moments[..k].iter().map(|(_, squares)| squares).sum();
    let size = k as f64;
    let value = size / (size - 1.0) * (1.0 - items / total);
    let (up, down) = (n - 1.0, (n - 1.0) * (size - 1.0));
    let f = |u: f64| f_quantile(up, down, u);
    let (low, high) = (1.0 - (1.0 - value) * f(0.95), 1.0 - (1.0 - value) * f(0.05));
    let error = (high - low) / (2.0 * crate::estimate::Z);
    let mut estimate = Estimate::normal(n as u64, value, error, Method::ClusterMean);
    (estimate.low, estimate.high) = (low, high);
    Some(estimate)
}

/// Means of columns over resampled respondents.
struct Bootstrap {
    /// By column: mean of each sample; empty where the normal distribution serves.
    samples: Vec<Vec<f64>>,
}

impl Bootstrap {
    /// Resamples the respondents of `columns`; none without columns. The samples depend on `seed` and the number of respondents alone.
    fn of(columns: &[Vec<Option<f64>>], respondents: usize, seed: u64) -> Bootstrap {
        if columns.is_empty() {
            return Bootstrap { samples: Vec::new() };
        }
        let mut samples = vec![Vec::with_capacity(SAMPLES); columns.len()];
        let mut weights = vec![0_u32; respondents];
        for sample in 0..SAMPLES {
            weights.fill(0);
            let mut stream = CommonNumbers::new(seed, sample as u64, 0).at(0, 0, 0);
            for _ in 0..respondents {
                let who = (stream.uniform() * respondents as f64) as usize;
                weights[who.min(respondents - 1)] += 1;
            }
            for (column, means) in columns.iter().zip(&mut samples) {
                let (mut n, mut sum) = (0.0, 0.0);
                for (value, &weight) in column.iter().zip(&weights) {
                    if let Some(value) = value {
                        n += f64::from(weight);
                        sum += f64::from(weight) * value;
                    }
                }
                means.push(if n > 0.0 { sum / n } else { f64::NAN });
            }
        }
        Bootstrap { samples }
    }

    /// The estimate of the mean of column `i`.
    fn estimate(&self, i: usize, column: &[Option<f64>]) -> Option<Estimate> {
        let values = || column.iter().flatten().copied();
        let n = values().count() as u64;
        let centre = mean(values())?;
        let variance = values().map(|x| (x - centre) * (x - centre)).sum::<f64>() / (n as f64 - 1.0);
        let error = (variance / n as f64).sqrt();
        Some(self.around(i, centre, error, n))
    }

    fn around(&self, i: usize, centre: f64, error: f64, n: u64) -> Estimate {
        let mut estimate = Estimate::normal(n, centre, error, Method::Bootstrap);
        if let Some(samples) = self.samples.get(i) {
            (estimate.low, estimate.high, estimate.standard_error) = percentiles(samples);
            if estimate.standard_error > 0.0 {
                estimate.spread = Spread::Normal { mean: centre, sd: estimate.standard_error };
            }
        }
        estimate
    }
}

/// 5th and 95th percentile, and standard deviation.
fn percentiles(samples: &[f64]) -> (f64, f64, f64) {
    let mut sorted: Vec<f64> = samples.iter().copied().filter(|x| x.is_finite()).collect();
    sorted.sort_unstable_by(f64::total_cmp);
    let n = sorted.len();
    if n < 2 {
        return (f64::NAN, f64::NAN, f64::NAN);
    }
    let at = |u: f64| sorted[((u * n as f64) as usize).min(n - 1)];
    let mean = sorted.iter().sum::<f64>() / n as f64;
    let variance = sorted.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n as f64 - 1.0);
    (at(0.05), at(0.95), variance.sqrt())
}

impl Survey {
    /// Number of respondents.
    pub fn respondents(&self) -> usize {
        self.items.first().map_or(0, |item| item.perception.len())
    }

    /// What makes it unusable.
    ///
    /// # Errors
    /// All flaws.
    pub fn check(&self) -> Result<(), Vec<Flaw>> {
        let n = self.respondents();
        let mut flaws = Vec::new();
        if n == 0 {
            flaws.push(Flaw::Empty);
        }
        for (i, item) in self.items.iter().enumerate() {
            let minimum = item.minimum.len();
            if item.perception.len() != n || item.expectation.len() != n || (minimum != 0 && minimum != n) {
                flaws.push(Flaw::Length { item: i });
            }
            if item.dimension as usize >= self.dimensions.len() {
                flaws.push(Flaw::UnknownDimension { item: i });
            }
            let all = item.perception.iter().chain(&item.expectation).chain(&item.minimum);
            if all.flatten().any(|x| !x.is_finite()) {
                flaws.push(Flaw::Number { item: i });
            }
        }
        let usable = self.weights.iter().all(|w| w.is_finite() && *w >= 0.0) && self.weights.iter().any(|w| *w > 0.0);
        if !self.weights.is_empty() && (self.weights.len() != self.dimensions.len() || !usable) {
            flaws.push(Flaw::Weights);
        }
        if flaws.is_empty() { Ok(()) } else { Err(flaws) }
    }

    /// What the answers say. The resampling follows `seed`.
    ///
    /// # Errors
    /// All flaws of the survey.
    pub fn quality(&self, seed: u64) -> Result<Quality, Vec<Flaw>> {
        self.check()?;
        let n = self.respondents();
        let minimum = |item: &Item, i: usize| item.minimum.get(i).copied().flatten();
        let gap = |item: &Item, i: usize| difference(item.perception[i], item.expectation[i]);
        let adequacy = |item: &Item, i: usize| difference(item.perception[i], minimum(item, i));
        let of_dimension =
            |dimension: usize| self.items.iter().filter(move |item| item.dimension as usize == dimension);
        // Gaps by item, then by dimension; adequacy likewise after them.
        let gaps = self.items.len() + self.dimensions.len();
        let column = |place: usize| -> Vec<Option<f64>> {
            let of = |item: &Item, i: usize| if place < gaps { gap(item, i) } else { adequacy(item, i) };
            match self.items.get(place % gaps) {
                Some(item) => (0..n).map(|i| of(item, i)).collect(),
                None => {
                    let dimension = place % gaps - self.items.len();
                    (0..n).map(|i| mean(of_dimension(dimension).filter_map(|item| of(item, i)))).collect()
                }
            }
        };
        // One bootstrap for all; of many respondents, no more than one column is held at a time.
        let columns: Vec<Vec<Option<f64>>> =
            if n <= RESAMPLED { (0..2 * gaps).map(column).collect() } else { Vec::new() };
        let bootstrap = Bootstrap::of(&columns, n, seed);
        let means = |of: fn(&Item) -> &[Option<f32>], items: &[&Item]| {
            mean(items.iter().flat_map(|item| of(item)).flatten().map(|x| f64::from(*x))).unwrap_or(f64::NAN)
        };
        let level = |place: usize, items: &[&Item]| {
            let answers = |of: &dyn Fn(&Item, usize) -> Option<f64>| {
                let (below, all) = items.iter().fold((0, 0), |(below, all), item| {
                    let known = (0..n).filter_map(|i| of(item, i));
                    known.fold((below, all), |(below, all), x| (below + u64::from(x < 0.0), all + 1))
                });
                (all > 0).then(|| proportion::share(below, all))
            };
            let expectation = means(|item| &item.expectation, items);
            let asked = items.iter().any(|item| item.minimum.iter().any(Option::is_some));
            Level {
                expectation,
                perception: means(|item| &item.perception, items),
                gap: bootstrap.estimate(place, &column(place)),
                adequacy: bootstrap.estimate(gaps + place, &column(gaps + place)),
                tolerance: asked.then(|| expectation - means(|item| &item.minimum, items)),
                below_minimum: answers(&adequacy),
                below_expectation: answers(&gap),
                quadrant: Quadrant::KeepUp,
            }
        };
        let mut items: Vec<Level> = self.items.iter().enumerate().map(|(i, item)| level(i, &[item])).collect();
        let of_all = |d: usize| level(self.items.len() + d, &of_dimension(d).collect::<Vec<&Item>>());
        let mut dimensions: Vec<Level> = (0..self.dimensions.len()).map(of_all).collect();
        place(&mut items);
        place(&mut dimensions);
        let reliability = |d: usize| {
            let own: Vec<&Item> = of_dimension(d).collect();
            let of =
                |answer: &dyn Fn(&Item, usize) -> Option<f64>| alpha_of(own.len(), n, |item, i| answer(own[item], i));
            Reliability {
                expectation: of(&|item, i| item.expectation[i].map(f64::from)),
                perception: of(&|item, i| item.perception[i].map(f64::from)),
                gap: of(&gap),
            }
        };
        let by_dimension: Vec<Vec<Option<f64>>> =
            (0..self.dimensions.len()).map(|d| column(self.items.len() + d)).collect();
        let weights = self.normal_weights();
        Ok(Quality {
            respondents: n as u64,
            score: self.score(&weights, &dimensions, &by_dimension, &bootstrap),
            reliability: (0..self.dimensions.len()).map(reliability).collect(),
            items,
            dimensions,
            weights,
        })
    }

    fn normal_weights(&self) -> Vec<f64> {
        let whole: f64 = self.weights.iter().sum();
        if self.weights.is_empty() {
            return vec![1.0 / self.dimensions.len() as f64; self.dimensions.len()];
        }
        self.weights.iter().map(|weight| weight / whole).collect()
    }

    /// The weighted score: mean gaps of the dimensions. A dimension without answers leaves none.
    fn score(
        &self,
        weights: &[f64],
        dimensions: &[Level],
        by_dimension: &[Vec<Option<f64>>],
        bootstrap: &Bootstrap,
    ) -> Option<Estimate> {
        let from = self.items.len();
        let used = || weights.iter().enumerate().filter(|(_, weight)| **weight > 0.0);
        let mut value = 0.0;
        for (d, weight) in used() {
            value += weight * dimensions[d].gap.as_ref()?.value;
        }
        // By respondent: the weighted deviation from the mean, for the standard error.
        let n = self.respondents();
        let deviation = |i: usize| -> f64 {
            used()
                .filter_map(|(d, w)| {
                    let gap = dimensions[d].gap.as_ref()?;
                    Some(w * (by_dimension[d][i]? - gap.value) * n as f64 / gap.n as f64)
                })
                .sum()
        };
        let squares: f64 = (0..n).map(|i| deviation(i) * deviation(i)).sum();
        let error = (squares / (n as f64 * (n as f64 - 1.0).max(1.0))).sqrt();
        let mut estimate = Estimate::normal(n as u64, value, error, Method::Bootstrap);
        if !bootstrap.samples.is_empty() {
            let one = |sample: usize| used().map(|(d, w)| w * bootstrap.samples[from + d][sample]).sum();
            let samples: Vec<f64> = (0..SAMPLES).map(one).collect();
            (estimate.low, estimate.high, estimate.standard_error) = percentiles(&samples);
            if estimate.standard_error > 0.0 {
                estimate.spread = Spread::Normal { mean: value, sd: estimate.standard_error };
            }
        }
        Some(estimate)
    }
}

/// Places levels in the chart of importance and performance, by the means of all.
fn place(levels: &mut [Level]) {
    let known = |of: fn(&Level) -> f64, levels: &[Level]| mean(levels.iter().map(of).filter(|x| x.is_finite()));
    let importance = known(|level| level.expectation, levels).unwrap_or(0.0);
    let performance = known(|level| level.perception, levels).unwrap_or(0.0);
    for level in levels {
        level.quadrant = match (level.expectation >= importance, level.perception >= performance) {
            (true, true) => Quadrant::KeepUp,
            (true, false) => Quadrant::Concentrate,
            (false, true) => Quadrant::Overkill,
            (false, false) => Quadrant::LowPriority,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Flaw, Item, Quadrant, Survey, alpha, f_quantile};
    use crate::chance::Chance;

    fn column(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().map(|x| Some(*x)).collect()
    }

    #[test]
    fn alpha_by_hand_and_by_spearman_and_brown() {
        // Three items, four respondents: item variances 5/3, 5/3, 1; totals 3, 7, 8, 12 with variance 41/3.
        let items = [column(&[1.0, 2.0, 3.0, 4.0]), column(&[1.0, 3.0, 2.0, 4.0]), column(&[1.0, 2.0, 3.0, 3.0])];
        let sums: Vec<f64> = (0..4).map(|i| items.iter().map(|c| c[i].unwrap_or(0.0)).sum()).collect();
        let variance = |x: &[f64]| {
            let mean = x.iter().sum::<f64>() / 4.0;
            x.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / 3.0
        };
        let by_items: f64 = items.iter().map(|c| variance(&c.iter().flatten().copied().collect::<Vec<_>>())).sum();
        let expected = 1.5 * (1.0 - by_items / variance(&sums));
        assert!((alpha(&items).expect("they vary").value - expected).abs() < 1e-12);
        // Parallel items with correlation 0.5: alpha is 4 * 0.5 / (1 + 3 * 0.5) = 0.8. 300 surveys of 100: Feldt's interval is
        // exact for normal answers; outside 249 to 291 of 300 is 4 standard errors from 90 %.
        let mut covered = 0;
        for seed in 0..300 {
            let mut chance = Chance::new(seed);
            let mut items = vec![Vec::new(); 4];
            for _ in 0..100 {
                let common = chance.normal();
                items.iter_mut().for_each(|item| item.push(Some(common + chance.normal())));
            }
            covered += u32::from(alpha(&items).expect("they vary").covers(0.8));
        }
        assert!((249..=291).contains(&covered), "{covered}");
        // F(0.95; 4, 10) is 3.478 in every table.
        assert!((f_quantile(4.0, 10.0, 0.95) - 3.478).abs() < 5e-4);
        assert!(alpha(&items[..1]).is_none() && alpha(&[column(&[1.0; 5]), column(&[1.0; 5])]).is_none());
    }

    fn survey(chance: &mut Chance, respondents: usize) -> Survey {
        let mut items = vec![Item::default(); 4];
        for _ in 0..respondents {
            let mood = chance.normal();
            for (i, item) in items.iter_mut().enumerate() {
                item.dimension = i as u32 / 2;
                let level = [0.5, 0.3, -0.4, -0.2][i];
                item.expectation.push(Some((6.0 + level + 0.5 * chance.normal()) as f32));
                let missing = chance.yes(0.1);
                item.perception.push((!missing).then(|| (5.0 - level + 0.7 * mood + 0.7 * chance.normal()) as f32));
                item.minimum.push(Some(4.5));
            }
        }
        Survey { dimensions: vec!["reliability".into(), "empathy".into()], items, weights: vec![3.0, 1.0] }
    }

    #[test]
    fn gaps_and_score_cover_the_truth() {
        // 200 surveys of 80. Outside 163 to 197 of 200 is 4 standard errors from 90 %; the percentile interval is a little short
        // for means of 80, which 88 % allows for.
        let (mut item, mut score) = (0, 0);
        for seed in 0..200 {
            let quality = survey(&mut Chance::new(seed), 80).quality(seed).expect("it is sound");
            item += u32::from(quality.items[0].gap.as_ref().expect("there are answers").covers(-2.0));
            // Dimension gaps: -1.8 and -0.4; weights 3/4 and 1/4.
            score += u32::from(quality.score.as_ref().expect("there are answers").covers(-0.75 * 1.8 - 0.25 * 0.4));
        }
        assert!((159..=197).contains(&item) && (159..=197).contains(&score), "{item} {score}");
    }

    #[test]
    fn levels_by_hand() {
        let some = |values: &[f32]| values.iter().map(|x| Some(*x)).collect::<Vec<_>>();
        let item = |dimension, expectation: &[f32], perception: &[f32], minimum: &[f32]| Item {
            dimension,
            expectation: some(expectation),
            perception: some(perception),
            minimum: some(minimum),
        };
        let mut survey = Survey {
            dimensions: vec!["a".into(), "b".into()],
            items: vec![item(0, &[7.0, 6.0], &[5.0, 3.0], &[4.0, 4.0]), item(1, &[5.0, 5.0], &[6.0, 5.0], &[])],
            weights: vec![],
        };
        let quality = survey.quality(1).expect("it is sound");
        let first = &quality.items[0];
        assert_eq!((first.expectation, first.perception, first.tolerance), (6.5, 4.0, Some(2.5)));
        assert_eq!(first.gap.as_ref().map(|gap| gap.value), Some(-2.5));
        assert_eq!(first.adequacy.as_ref().map(|gap| gap.value), Some(0.0));
        assert_eq!(first.below_minimum.as_ref().map(|share| (share.value, share.n)), Some((0.5, 2)));
        assert_eq!(first.quadrant, Quadrant::Concentrate);
        assert_eq!((quality.items[1].quadrant, quality.items[1].tolerance), (Quadrant::Overkill, None));
        assert_eq!(quality.score.as_ref().map(|score| score.value), Some(-1.0));
        assert_eq!(quality, survey.quality(1).expect("it is sound"), "the same seed, the same answer");
        survey.items[1].dimension = 2;
        survey.items[0].minimum.pop();
        survey.weights = vec![0.0, 0.0];
        assert_eq!(
            survey.check().expect_err("it is not sound"),
            [Flaw::Length { item: 0 }, Flaw::UnknownDimension { item: 1 }, Flaw::Weights]
        );
        assert_eq!(Survey::default().check().expect_err("it is empty"), [Flaw::Empty]);
    }

    #[test]
    fn many_respondents_have_the_normal_interval() {
        let quality = survey(&mut Chance::new(3), 6_000).quality(1).expect("it is sound");
        let gap = quality.items[0].gap.as_ref().expect("there are answers");
        assert!((gap.value + 2.0).abs() < 4.0 * gap.standard_error && gap.standard_error < 0.02, "{gap:?}");
        let score = quality.score.expect("there are answers");
        assert!((score.value + 1.45).abs() < 4.0 * score.standard_error && score.standard_error < 0.02, "{score:?}");
    }
}
