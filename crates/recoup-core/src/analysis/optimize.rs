//! A budget split over levers: the split with the highest mean NPV, or the least bad NPV or gain of the worst draws,
//! over parameter draws that all splits share.

use cobyla::{RhoBeg, StopTols, minimize};

use crate::analysis::decision::conditional_value_at_risk;
use crate::analysis::lever::Lever;
use crate::analysis::lever_sweep::marginal_roi;
use crate::analysis::paired::{extra_cost, return_on};
use crate::engine::evaluate::{Evaluator, Moved, each};
use crate::engine::records::Record;
use crate::scenario::parameters::Parameters;
use crate::stats::band::Band;
use crate::stats::quantile::sort;

/// Budgets of the frontier, as multiples of the one asked for.
pub(crate) const MULTIPLES: [f64; 7] = [0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0];
/// Evaluations of one search.
const EVALUATIONS: usize = 250;
/// Most combinations of whole levers, each searched by itself.
pub(crate) const MOST_COMBINATIONS: usize = 64;
/// Share of the worst draws of [`Risk::WorstTenthOfGain`].
const TENTH: f64 = 0.10;

/// What a split is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// Mean gain over the reference: NPV difference over the parameter draws.
    Mean,
    /// Mean NPV of the worst 5 % of draws: conditional value at risk, as `decide` has it. How badly it may end.
    Cvar,
    /// Mean gain over the reference of the worst tenth of draws. How badly it may compare.
    WorstTenthOfGain,
}

/// A draw: the strategy's record, and the reference's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Outcome {
    own: Record,
    reference: Record,
}

impl Outcome {
    /// The strategy's NPV less the reference's.
    fn gain(&self) -> f64 {
        self.own.npv() - self.reference.npv()
    }
}

impl Risk {
    /// The figure of these draws.
    pub(crate) fn of(self, outcomes: &[Outcome]) -> f64 {
        let gains = || outcomes.iter().map(Outcome::gain);
        match self {
            Risk::Mean => gains().sum::<f64>() / outcomes.len().max(1) as f64,
            Risk::Cvar => conditional_value_at_risk(outcomes.iter().map(|outcome| outcome.own.npv()).collect()),
            Risk::WorstTenthOfGain => worst_tenth(gains().collect()),
        }
    }

    /// The word in files and JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Risk::Mean => "mean",
            Risk::Cvar => "cvar",
            Risk::WorstTenthOfGain => "worst_tenth_of_gain",
        }
    }
}

/// The mean of the worst tenth: at least one number, the last may count in part.
fn worst_tenth(mut numbers: Vec<f64>) -> f64 {
    sort(&mut numbers);
    let worst = (TENTH * numbers.len() as f64).max(1.0);
    let whole = worst.floor() as usize;
    let part = worst - whole as f64;
    let rest = numbers.get(whole).map_or(0.0, |x| x * part);
    (numbers[..whole.min(numbers.len())].iter().sum::<f64>() + rest) / worst
}

/// A lever and how far it may move.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The lever.
    pub lever: Lever,
    /// Least level.
    pub low: f64,
    /// Greatest level.
    pub high: f64,
}

/// What is to be split, and how it is judged.
#[derive(Clone, Debug)]
pub struct Problem<'a> {
    /// The strategies.
    pub evaluator: &'a Evaluator<'a>,
    /// The one whose levers move.
    pub strategy: usize,
    /// That strategy's case at the point values: what levers cost.
    pub parameters: &'a Parameters,
    /// The levers.
    pub ranges: Vec<Range>,
    /// What splits are judged by.
    pub risk: Risk,
    /// The parameter draws, the same for every split.
    pub points: Vec<Vec<f64>>,
}

/// A split, and what it comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The budget, money per year.
    pub budget: f64,
    /// Level of each lever.
    pub levels: Vec<f64>,
    /// What the levers cost together, money per year.
    pub spent: f64,
    /// What it was judged by.
    pub objective: f64,
    /// NPV less the reference's.
    pub npv_difference: Band,
    /// Return on what it costs more than the reference.
    pub roi: Option<f64>,
    /// By lever: net return on the next unit of programme cost, in what the split is judged by; `None` where
    /// more of it costs no more.
    pub marginal_roi: Vec<Option<f64>>,
}

impl Problem<'_> {
    /// Money per year that the levers cost at `levels`.
    pub fn cost(&self, levels: &[f64]) -> f64 {
        let cost = |(range, &x): (&Range, &f64)| range.lever.price_per_year(self.parameters, x).unwrap_or(0.0);
        self.ranges.iter().zip(levels).map(cost).sum()
    }

    /// Of every draw, the records at `levels`.
    fn outcomes(&self, levels: &[f64]) -> Vec<Outcome> {
        let at = |strategy: usize, values: &[f64]| {
            let moved: Vec<Moved<'_>> = self
                .ranges
                .iter()
                .zip(levels)
                .filter(|(range, _)| range.lever.moves(strategy))
                .map(|(range, &x)| range.lever.at(x))
                .collect();
            self.evaluator.record_with(strategy, values, &moved)
        };
        each(self.points.len(), |d| Outcome {
            own: at(self.strategy, &self.points[d]),
            reference: at(0, &self.points[d]),
        })
    }

    /// What `levels` are judged by, in money; 0 after a request to stop.
    pub fn objective(&self, levels: &[f64]) -> f64 {
        if self.evaluator.is_stopped() {
            return 0.0;
        }
        self.risk.of(&self.outcomes(levels))
    }

    /// The best split of `budget`; starts from `warm` too, where given. `None` where even the least levels
    /// cost more.
    ///
    /// COBYLA (Powell 1994) from several starts; every combination of levers that come in whole numbers is
    /// searched by itself.
    pub fn split(&self, budget: f64, warm: Option<&[f64]>) -> Option<Split> {
        let whole: Vec<usize> = (0..self.ranges.len()).filter(|&i| self.ranges[i].lever.is_whole()).collect();
        let mut combinations: Vec<Vec<(usize, f64)>> = vec![Vec::new()];
        for &i in &whole {
            let (low, high) = (self.ranges[i].low.ceil() as i64, self.ranges[i].high.floor() as i64);
            combinations = combinations
                .into_iter()
                .flat_map(|chosen| (low..=high).map(move |x| [chosen.as_slice(), &[(i, x as f64)]].concat()))
                .collect();
        }
        let mut best: Option<(f64, Vec<f64>)> = None;
        for fixed in &combinations {
            if let Some((objective, levels)) = self.search(budget, fixed, warm)
                && best.as_ref().is_none_or(|(most, _)| objective > *most)
            {
                best = Some((objective, levels));
            }
        }
        let (_, levels) = best?;
        Some(self.split_at(budget, levels))
    }

    /// The best levels with some of them fixed.
    fn search(&self, budget: f64, fixed: &[(usize, f64)], warm: Option<&[f64]>) -> Option<(f64, Vec<f64>)> {
        let mut least: Vec<f64> = self.ranges.iter().map(|range| range.low).collect();
        for &(i, x) in fixed {
            least[i] = x;
        }
        if self.cost(&least) > budget * (1.0 + 1e-12) {
            return None;
        }
        let free: Vec<usize> = (0..self.ranges.len())
            .filter(|&i| fixed.iter().all(|(f, _)| *f != i) && self.ranges[i].high > self.ranges[i].low)
            .collect();
        if free.is_empty() {
            return Some((self.objective(&least), least));
        }
        let width = |i: usize| self.ranges[i].high - self.ranges[i].low;
        let levels = |x: &[f64]| {
            let mut levels = least.clone();
            for (&i, x) in free.iter().zip(x) {
                // What a search leaves a hair above the least level is the least level.
                let x = if *x < 1e-6 { 0.0 } else { x.min(1.0) };
                levels[i] = self.ranges[i].low + x * width(i);
            }
            levels
        };
        // The part of the way from the least levels that the budget allows: cost is linear in every lever.
        let within = |x: &[f64]| {
            let (from, to) = (self.cost(&least), self.cost(&levels(x)));
            let part = if to > budget { ((budget - from) / (to - from)).clamp(0.0, 1.0) } else { 1.0 };
            // Levers without a price need not give way.
            let priced = |i: usize| self.ranges[i].lever.price_per_year(self.parameters, 1.0).is_some();
            free.iter().zip(x).map(|(&i, x)| if priced(i) { x * part } else { *x }).collect::<Vec<f64>>()
        };
        let mut starts = vec![within(&vec![1.0; free.len()]), within(&vec![0.5; free.len()]), vec![0.02; free.len()]];
        for place in 0..free.len() {
            let mut alone = vec![0.0; free.len()];
            alone[place] = 1.0;
            starts.push(within(&alone));
        }
        if let Some(warm) = warm {
            let place = |&i: &usize| (warm[i] - self.ranges[i].low) / width(i);
            starts = vec![within(&free.iter().map(place).collect::<Vec<_>>()), starts.swap_remove(0)];
        }
        let scale = starts.iter().map(|x| self.objective(&levels(x)).abs()).fold(1.0, f64::max);
        let objective = |x: &[f64], _: &mut ()| -self.objective(&levels(x)) / scale;
        let within_budget = |x: &[f64], _: &mut ()| (budget - self.cost(&levels(x))) / budget.max(1.0);
        let bounds = vec![(0.0, 1.0); free.len()];
        let mut best: Option<(f64, Vec<f64>)> = None;
        for start in starts {
            let tolerance = StopTols { xtol_rel: 1e-6, ftol_rel: 1e-9, ..StopTols::default() };
            let ended = minimize(
                objective,
                &start,
                &bounds,
                &[within_budget],
                (),
                EVALUATIONS,
                RhoBeg::All(0.2),
                Some(tolerance),
            );
            let found = match ended {
                Ok((_, x, _)) | Err((_, x, _)) => x,
            };
            // A hair over the budget is put back on it.
            for x in [within(&found), start] {
                let levels = levels(&x);
                let objective = self.objective(&levels);
                if objective.is_finite() && best.as_ref().is_none_or(|(most, _)| objective > *most) {
                    best = Some((objective, levels));
                }
            }
        }
        best
    }

    fn split_at(&self, budget: f64, levels: Vec<f64>) -> Split {
        let outcomes = self.outcomes(&levels);
        let mean = |part: fn(&Record) -> f64, of: &[Outcome]| {
            [|o: &Outcome| o.own, |o: &Outcome| o.reference]
                .map(|of_record| of.iter().map(|outcome| part(&of_record(outcome))).sum::<f64>() / of.len() as f64)
        };
        let programme = mean(|r| r.programme, &outcomes);
        let [own, reference] = mean(|r| r.contribution, &outcomes);
        // What it is judged by before programme cost: of the mean, the mean contribution.
        let both = |of: &[Outcome]| {
            let [own, reference] = mean(|r| r.programme, of);
            [self.risk.of(of) + own - reference, own - reference]
        };
        let here = both(&outcomes);
        let marginal = (0..levels.len()).map(|i| {
            let range = &self.ranges[i];
            let nudge = if range.lever.is_whole() { 1.0 } else { 1e-3 * (range.high - range.low) };
            let at = |x: f64| {
                let mut moved = levels.clone();
                moved[i] = x.clamp(range.low, range.high);
                both(&self.outcomes(&moved))
            };
            marginal_roi(&[at(levels[i] - nudge), here, at(levels[i] + nudge)], 1)
        });
        Split {
            budget,
            marginal_roi: marginal.collect(),
            spent: self.cost(&levels),
            objective: self.risk.of(&outcomes),
            npv_difference: Band::of(outcomes.iter().map(Outcome::gain).collect()),
            roi: return_on(own - reference, extra_cost(programme[0], programme[1])),
            levels,
        }
    }

    /// The best splits of `MULTIPLES` of the budget; those that do not pay for the least levels are left out.
    pub fn frontier(&self, best: &Split) -> Vec<Split> {
        let split = |multiple: f64| {
            if multiple == 1.0 { Some(best.clone()) } else { self.split(multiple * best.budget, Some(&best.levels)) }
        };
        MULTIPLES.iter().filter_map(|&multiple| split(multiple)).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::decision::conditional_value_at_risk;
    use crate::analysis::optimize::{Outcome, Risk, worst_tenth};
    use crate::engine::records::Record;

    #[test]
    fn the_worst_tenth_is_averaged_in_parts() {
        assert_eq!(worst_tenth((1..=20).rev().map(f64::from).collect()), 1.5);
        assert_eq!(worst_tenth(vec![7.0]), 7.0);
        assert!((worst_tenth((1..=15).map(f64::from).collect()) - (1.0 + 0.5 * 2.0) / 1.5).abs() < 1e-12);
    }

    #[test]
    fn each_risk_judges_what_it_is_named_after() {
        // The gain is greatest where the NPV is least: an insurance.
        let outcomes: Vec<Outcome> = (0..40)
            .map(|i| {
                let npv = |npv: f64| Record { contribution: npv + 10.0, programme: 10.0, lost: 0.0 };
                Outcome { own: npv(100.0 + f64::from(i)), reference: npv(50.0 + 3.0 * f64::from(i)) }
            })
            .collect();
        assert_eq!(Risk::Mean.of(&outcomes), 50.0 - 2.0 * 19.5);
        assert_eq!(Risk::Cvar.of(&outcomes), 100.5, "the two worst of forty NPVs");
        assert_eq!(
            Risk::Cvar.of(&outcomes),
            conditional_value_at_risk((0..40).map(|i| 100.0 + f64::from(i)).collect())
        );
        assert_eq!(Risk::WorstTenthOfGain.of(&outcomes), 50.0 - 2.0 * 37.5, "the four worst of forty gains");
    }
}
