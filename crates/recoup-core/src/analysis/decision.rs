//! What to do: the strategies of a scenario compared over what is not known about its inputs.
//!
//! All of it is about knowledge, not chance: draws of the uncertain inputs, each read by the expected engine, and shifted by
//! what that misses on average where it matters (`Correction`).

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::acceptability::{AcceptabilityCurve, Over, Wins, over_budget, over_customer_value};
use crate::analysis::frontier::{Standing, frontier};
use crate::analysis::gap::Correction;
use crate::analysis::information::{
    LEAST_DRAWS, PartialValue, SurveyValue, Value, partial_information, perfect_information, survey,
};
use crate::analysis::paired::subtract;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::sensitivity::{distinct_keys, joint_name, tied_keys};
use crate::analysis::summary::best_of;
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::{Evaluator, each};
use crate::engine::inputs::UncertainInputs;
use crate::engine::progress::Progress;
use crate::engine::records::Record;
use crate::engine::simulate::Interrupted;
use crate::evidence::ledger::entry_for;
use crate::scenario::key::Key;
use crate::scenario::study::{Scenario, Study};
use crate::stats::band::Band;
use crate::stats::quantile::{quantile_of_sorted, sort};
use crate::stats::tie::is_tie;
use crate::units::period_number;

/// Draws evaluated at once.
const AT_ONCE: u64 = 256;
/// Share of the worst draws whose mean is the conditional value at risk.
pub(crate) const TAIL: f64 = 0.05;

/// What is asked of a decision beside its strategies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecisionOptions {
    /// Groups of keys, or of tables of keys, that would be known together; as written.
    pub groups: Vec<String>,
    /// Surveys: `KEY=N`, as written.
    pub surveys: Vec<String>,
    /// What each survey costs, money.
    pub survey_cost: Option<f64>,
    /// Whether the choice is put to the model variants.
    pub variants: bool,
}

/// One strategy over the draws, in money of present value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StrategyDecision {
    /// Its name.
    pub name: Arc<str>,
    /// Net present value.
    pub npv: Band,
    /// Mean present value of contribution.
    pub contribution: f64,
    /// Mean present value of programme cost.
    pub programme: f64,
    /// Probability that no other strategy has a higher NPV; ties share.
    pub p_best: f64,
    /// Expected loss of choosing it: mean of what the best of each draw has more.
    pub expected_loss: f64,
    /// The greatest such loss (regret) of any draw.
    pub greatest_regret: f64,
    /// Mean NPV of the worst 5 % of draws (CVaR).
    pub cvar: f64,
    /// Its place on the efficiency frontier.
    pub standing: Standing,
}

/// Two strategies, draw by draw.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The first, by its place.
    pub first: usize,
    /// The second.
    pub second: usize,
    /// NPV of the first less that of the second, money.
    pub difference: Band,
    /// Probability that the first has the higher NPV; a tie is half.
    pub p_first: f64,
}

/// What it would be worth to know some inputs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The key, the table of keys, or the keys as asked for.
    pub name: String,
    /// How many inputs that is.
    pub inputs: usize,
    /// What knowing them is worth.
    pub worth: PartialValue,
}

/// A survey and what it is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survey {
    /// The share that is asked about.
    pub key: Key,
    /// What it is worth.
    pub worth: SurveyValue,
    /// What it costs, money.
    pub cost: Option<f64>,
}

/// What to do in one scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The scenario.
    pub scenario: Arc<str>,
    /// Draws of the uncertain inputs.
    pub draws: u64,
    /// Simulations by which all is corrected for what the expected engine misses; `None` where that does not matter.
    pub corrected_by: Option<u64>,
    /// The strategy with the highest mean NPV.
    pub best: usize,
    /// The strategies, the reference first.
    pub strategies: Vec<StrategyDecision>,
    /// Every pair.
    pub pairs: Vec<Pair>,
    /// Acceptability over the value of a customer, the horizon, the budget.
    pub acceptability: Vec<AcceptabilityCurve>,
    /// What knowing everything is worth.
    pub perfect: Value,
    /// ... each input, the most valuable first; none where there are fewer than [`LEAST_DRAWS`] draws.
    pub inputs: Vec<Known>,
    /// ... each group of inputs that there are enough draws for, 20 for each input, the most valuable first.
    pub groups: Vec<Known>,
    /// The surveys asked for.
    pub surveys: Vec<Survey>,
}

impl Decision {
    /// The strategy whose greatest regret over the draws is least.
    pub fn least_regret(&self) -> usize {
        best_of(&self.strategies.iter().map(|s| -s.greatest_regret).collect::<Vec<f64>>())
    }

    /// The inputs whose value the regression does not catch: while there are any, none is worth "most".
    pub fn poor_inputs(&self) -> Vec<&str> {
        self.inputs.iter().filter(|input| input.worth.is_poor()).map(|input| &*input.name).collect()
    }

    /// The pairs that a choice is made by: every strategy with the reference, and the best one with every other.
    pub fn deciding_pairs(&self) -> Vec<&Pair> {
        let decides = |pair: &&Pair| [pair.first, pair.second].iter().any(|&s| s == 0 || s == self.best);
        self.pairs.iter().filter(decides).collect()
    }

    /// The strategies that come to the same as the best one.
    pub fn equals(&self) -> Vec<usize> {
        let best = &self.strategies[self.best];
        let same =
            |s: &StrategyDecision| is_tie(s.contribution, best.contribution) && is_tie(s.programme, best.programme);
        (0..self.strategies.len()).filter(|&s| s != self.best && same(&self.strategies[s])).collect()
    }

    /// The strategy with the second highest mean NPV, those that come to the same as the best left out.
    pub fn second(&self) -> Option<usize> {
        let npv = |s: &usize| self.strategies[*s].npv.mean;
        let equals = self.equals();
        let others = (0..self.strategies.len()).filter(|s| *s != self.best && !equals.contains(s));
        others.reduce(|a, b| if npv(&b) > npv(&a) { b } else { a })
    }
}

/// A group of inputs: its name, and the columns of its inputs, one a key.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    name: String,
    columns: Vec<usize>,
}

/// What is asked, read against a study.
#[derive(Clone, Debug)]
struct Asked {
    /// By key: its first column.
    keys: Vec<(Key, usize)>,
    groups: Vec<Group>,
    surveys: Vec<(Key, usize, u64)>,
}

/// Draws from which on it is told what so many inputs together are worth: a regression on fewer finds shapes in noise.
fn least_draws(inputs: usize) -> u64 {
    LEAST_DRAWS * inputs.max(1) as u64
}

/// Everything that is wrong with what is asked of `scenario`.
pub(crate) fn refusals(study: &Study, scenario: &Scenario, options: &DecisionOptions) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    if scenario.strategies.len() < 2 {
        wrong.push(
            Diagnostic::error("S061", "there is one strategy, so there is nothing to decide")
                .with_help("add a [[strategy]] to compare it with"),
        );
    }
    if study.settings.draws < LEAST_DRAWS && !(options.groups.is_empty() && options.surveys.is_empty()) {
        let message = format!("what some inputs are worth takes {LEAST_DRAWS} draws, not {}", study.settings.draws);
        wrong.push(Diagnostic::error("S065", message).with_help("raise `study.draws`, or `--draws 2000`"));
    }
    let mut inputs = UncertainInputs::new(study);
    scenario.strategies.iter().for_each(|s| drop(inputs.plan(&s.parameters, &s.name)));
    match ask(&inputs, options) {
        Err(more) => wrong.extend(more),
        Ok(asked) if !options.groups.is_empty() && wrong.is_empty() => {
            let few = asked.groups.iter().filter(|group| study.settings.draws < least_draws(group.columns.len()));
            wrong.extend(few.map(|group| {
                let (name, least) = (&group.name, least_draws(group.columns.len()));
                let message = format!("what `{name}` is worth takes {least} draws, not {}", study.settings.draws);
                Diagnostic::error("S065", message).with_help("raise `study.draws`, or `--draws 2000`")
            }));
        }
        Ok(_) => {}
    }
    wrong
}

fn ask(inputs: &UncertainInputs, options: &DecisionOptions) -> Result<Asked, Vec<Diagnostic>> {
    let mut wrong = Vec::new();
    let (keys, key_of_column) = distinct_keys(inputs);
    let keys: Vec<(Key, usize)> = keys
        .into_iter()
        .enumerate()
        .map(|(k, key)| (key, key_of_column.iter().position(|&of| of == k).unwrap_or_default()))
        .collect();
    let mut groups = tables(&keys);
    for text in &options.groups {
        let mut columns = Vec::new();
        for part in text.split(',').map(str::trim) {
            let table = Key::parse(part);
            let inside = keys.iter().filter(|(key, _)| table.as_ref().is_some_and(|t| key.0.starts_with(&t.0)));
            let before = columns.len();
            columns.extend(inside.map(|(_, column)| *column));
            if columns.len() == before {
                wrong.push(
                    Diagnostic::error("S063", format!("`{part}` of `--group` names no uncertain number"))
                        .with_help(format!("uncertain are {}", listed(keys.iter().map(|(key, _)| key)))),
                );
            }
        }
        columns.sort_unstable();
        columns.dedup();
        groups.push(Group { name: text.clone(), columns });
    }
    let is_share = |key: &Key| entry_for(key).is_some_and(|entry| entry.is_probability());
    let mut surveys = Vec::new();
    for text in &options.surveys {
        let read = text.rsplit_once('=').and_then(|(key, n)| {
            let customers = n.trim().replace(['_', ','], "").parse::<u64>().ok().filter(|n| *n > 0)?;
            Some((Key::parse(key.trim())?, customers))
        });
        let shares = || listed(keys.iter().map(|(key, _)| key).filter(|key| is_share(key)));
        match read {
            None => wrong.push(
                Diagnostic::error("S062", format!("`--survey {text}` cannot be read"))
                    .with_help("write a key and the customers to ask, as in `--survey severity.minor.complain=400`"),
            ),
            Some((key, customers)) => match keys.iter().find(|(known, _)| *known == key && is_share(known)) {
                Some((key, column)) => surveys.push((key.clone(), *column, customers)),
                None => wrong.push(
                    Diagnostic::error(
                        "S062",
                        format!("`{key}` is no uncertain share that customers could be asked about"),
                    )
                    .with_help(format!("uncertain shares are {}", shares())),
                ),
            },
        }
    }
    if options.survey_cost.is_some_and(|cost| !(cost >= 0.0 && cost.is_finite())) {
        wrong.push(
            Diagnostic::error("S062", "`--survey-cost` is no amount of money").with_help("write a number from 0 on"),
        );
    }
    if wrong.is_empty() { Ok(Asked { keys, groups, surveys }) } else { Err(wrong) }
}

fn listed<'a>(keys: impl Iterator<Item = &'a Key>) -> String {
    let names: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
    if names.is_empty() { "none".to_string() } else { names.join(", ") }
}

/// Tables that hold two or more uncertain numbers but not all; of tables with the same ones, the outermost.
fn tables(keys: &[(Key, usize)]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let depth = keys.iter().map(|(key, _)| key.0.len()).max().unwrap_or(0);
    for length in 1..depth {
        for (key, _) in keys.iter().filter(|(key, _)| key.0.len() > length) {
            let table = &key.0[..length];
            let columns: Vec<usize> =
                keys.iter().filter(|(k, _)| k.0.len() > length && k.0.starts_with(table)).map(|(_, c)| *c).collect();
            let is_new = groups.iter().all(|group| group.columns != columns);
            if columns.len() > 1 && columns.len() < keys.len() && is_new {
                groups.push(Group { name: Key(table.to_vec()).to_string(), columns });
            }
        }
    }
    groups
}

/// What to do in `scenario` of `study`, which is uncertain and passed `refusals`.
///
/// `correction` is added to the figures of the expected engine.
///
/// # Errors
/// A stop was requested.
pub fn decide(
    study: &Study,
    scenario: &Scenario,
    options: &DecisionOptions,
    correction: Option<&Correction>,
    progress: &dyn Progress,
) -> Result<Decision, Interrupted> {
    let evaluator = Evaluator::new(study, scenario);
    let uncertain = evaluator.inputs();
    let strategies = evaluator.strategies();
    let draws = study.settings.draws;
    let mut records: Vec<Vec<Record>> = vec![Vec::with_capacity(draws as usize); strategies];
    let mut values: Vec<Vec<f64>> = vec![Vec::with_capacity(draws as usize); uncertain.columns().len()];
    let periods = scenario.strategies[0].parameters.point.horizon.periods as usize;
    let mut by_period = vec![Wins::new(strategies); periods];
    progress.begins(draws.div_ceil(AT_ONCE));
    for first in (0..draws).step_by(AT_ONCE as usize) {
        if progress.is_stopped() {
            return Err(Interrupted);
        }
        let points: Vec<Vec<f64>> = (first..draws.min(first + AT_ONCE)).map(|draw| uncertain.values(draw)).collect();
        for courses in evaluator.courses_at(&points) {
            for (t, wins) in by_period.iter_mut().enumerate() {
                let missed = |s: usize| correction.map_or(0.0, |correction| correction.cumulative[s][t]);
                let cash = courses.iter().enumerate().map(|(s, course)| course.cumulative[t] + missed(s));
                wins.add(&cash.collect::<Vec<f64>>());
            }
            for (s, (all, course)) in records.iter_mut().zip(&courses).enumerate() {
                let missed = correction.map_or(Record::default(), |correction| correction.shifts[s]);
                all.push(Record {
                    contribution: course.record.contribution + missed.contribution,
                    programme: course.record.programme + missed.programme,
                    lost: course.record.lost + missed.lost,
                });
            }
        }
        for point in points {
            values.iter_mut().zip(point).for_each(|(all, value)| all.push(value));
        }
        progress.advances();
    }

    let payoffs: Vec<Vec<f64>> = records.iter().map(|r| r.iter().map(Record::npv).collect()).collect();
    let seed = study.settings.seed;
    let asked = ask(uncertain, options).unwrap_or(Asked { keys: Vec::new(), groups: Vec::new(), surveys: Vec::new() });
    let known = |name: String, columns: &[usize]| {
        let inputs: Vec<&[f64]> = columns.iter().map(|&c| values[c].as_slice()).collect();
        Known { name, inputs: columns.len(), worth: partial_information(&inputs, &payoffs, seed) }
    };
    // Inputs that correlations or orders tie together are learned together.
    let names: Vec<Key> = asked.keys.iter().map(|(key, _)| key.clone()).collect();
    let factor = |tied: &Vec<usize>| {
        let name = joint_name(&tied.iter().map(|&key| &names[key]).collect::<Vec<_>>());
        known(name, &tied.iter().map(|&key| asked.keys[key].1).collect::<Vec<_>>())
    };
    let (mut inputs, mut groups): (Vec<Known>, Vec<Known>) = (Vec::new(), Vec::new());
    if draws >= LEAST_DRAWS {
        let tied = tied_keys(study, &names);
        inputs = each(tied.len(), |i| factor(&tied[i]));
        let enough = asked.groups.iter().filter(|group| draws >= least_draws(group.columns.len()));
        let enough: Vec<&Group> = enough.collect();
        groups = each(enough.len(), |i| known(enough[i].name.clone(), &enough[i].columns));
    }
    for all in [&mut inputs, &mut groups] {
        all.sort_by(|a, b| b.worth.value.value.total_cmp(&a.worth.value.value));
    }
    let surveys = asked.surveys.iter().map(|(key, column, customers)| {
        let prior = &uncertain.numbers()[*column].distribution;
        let worth = survey(&values[*column], prior, *customers, &payoffs, seed, key.address());
        Survey { key: key.clone(), worth, cost: options.survey_cost }
    });
    let horizon = by_period.iter().enumerate().map(|(t, wins)| wins.point(period_number(t) as f64)).collect();
    let mut acceptability = vec![AcceptabilityCurve { over: Over::Horizon, points: horizon }, over_budget(&records)];
    acceptability.splice(0..0, over_customer_value(&records));
    let strategies = standings(scenario, &records, &payoffs);
    Ok(Decision {
        scenario: scenario.name.clone(),
        draws,
        corrected_by: correction.map(|correction| correction.simulations),
        best: best_of(&strategies.iter().map(|s| s.npv.mean).collect::<Vec<f64>>()),
        pairs: pairs(&records),
        acceptability,
        perfect: perfect_information(&payoffs),
        inputs,
        groups,
        surveys: surveys.collect(),
        strategies,
    })
}

/// The regret of every strategy over the scenarios.
pub(crate) fn across(study: &Study, decisions: &[Decision]) -> Vec<AcrossScenarios> {
    let weights: Option<Vec<f64>> = study.scenarios.iter().map(|s| s.weight).collect();
    let weights = weights.filter(|w| w.iter().sum::<f64>() > 0.0);
    let npv = |d: &Decision, s: usize| d.strategies[s].npv.mean;
    let strategies = decisions.first().map_or(&[][..], |d| &d.strategies);
    let one = |(s, strategy): (usize, &StrategyDecision)| {
        let regret: Vec<f64> = decisions.iter().map(|d| npv(d, d.best) - npv(d, s)).collect();
        let weighted = |weights: &Vec<f64>| {
            let sum: f64 = decisions.iter().zip(weights).map(|(d, w)| w * (npv(d, s) - npv(d, 0))).sum();
            sum / weights.iter().sum::<f64>()
        };
        AcrossScenarios {
            strategy: strategy.name.clone(),
            greatest_regret: regret.iter().copied().fold(0.0, f64::max),
            regret,
            weighted_difference: weights.as_ref().map(weighted),
        }
    };
    strategies.iter().enumerate().map(one).collect()
}

fn standings(scenario: &Scenario, records: &[Vec<Record>], payoffs: &[Vec<f64>]) -> Vec<StrategyDecision> {
    let draws = payoffs[0].len();
    let most: Vec<f64> =
        (0..draws).map(|draw| payoffs.iter().map(|p| p[draw]).fold(f64::NEG_INFINITY, f64::max)).collect();
    let mut wins = Wins::new(payoffs.len());
    for draw in 0..draws {
        wins.add(&payoffs.iter().map(|p| p[draw]).collect::<Vec<f64>>());
    }
    let p_best = wins.p_best();
    let mean = |r: &[Record], part: fn(&Record) -> f64| r.iter().map(part).sum::<f64>() / draws.max(1) as f64;
    let cost: Vec<f64> = records.iter().map(|r| mean(r, |r| r.programme)).collect();
    let contribution: Vec<f64> = records.iter().map(|r| mean(r, |r| r.contribution)).collect();
    let standing = frontier(&cost, &contribution);
    let strategies = scenario.strategies.iter().enumerate().map(|(s, strategy)| {
        let regret = || payoffs[s].iter().zip(&most).map(|(p, most)| most - p);
        StrategyDecision {
            name: strategy.name.clone(),
            npv: Band::of(payoffs[s].clone()),
            contribution: contribution[s],
            programme: cost[s],
            p_best: p_best[s],
            expected_loss: regret().sum::<f64>() / draws.max(1) as f64,
            greatest_regret: regret().fold(0.0, f64::max),
            cvar: conditional_value_at_risk(payoffs[s].clone()),
            standing: standing[s],
        }
    });
    strategies.collect()
}

/// The mean of the worst 5 % of a sample, part of an observation counted in part (R. Rockafellar and S. Uryasev,
/// Journal of Banking and Finance 26 (2002) 1443).
pub(crate) fn conditional_value_at_risk(mut sample: Vec<f64>) -> f64 {
    sort(&mut sample);
    let tail = TAIL * sample.len() as f64;
    let whole = (tail.floor() as usize).min(sample.len());
    let rest = (tail - whole as f64) * sample.get(whole).copied().unwrap_or_default();
    if tail > 0.0 { (sample[..whole].iter().sum::<f64>() + rest) / tail } else { quantile_of_sorted(&sample, TAIL) }
}

fn pairs(records: &[Vec<Record>]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for second in 0..records.len() {
        for first in second + 1..records.len() {
            let differences: Vec<f64> = subtract(&records[first][..], &records[second][..]).map(|r| r.npv()).collect();
            let won = differences.iter().map(|d| {
                if *d > 0.0 {
                    1.0
                } else if *d == 0.0 {
                    0.5
                } else {
                    0.0
                }
            });
            let p_first = won.sum::<f64>() / differences.len().max(1) as f64;
            pairs.push(Pair { first, second, difference: Band::of(differences), p_first });
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use crate::analysis::decision::{conditional_value_at_risk, tables};
    use crate::scenario::key::Key;

    #[test]
    fn the_worst_twentieth_is_averaged_in_parts() {
        assert_eq!(conditional_value_at_risk((1..=100).map(f64::from).collect()), 3.0);
        // A tenth of an observation more than two: (1 + 2 + .1 * 3) / 2.1... of 42.
        let found = conditional_value_at_risk((1..=42).map(f64::from).collect());
        assert!((found - 3.3 / 2.1).abs() < 1e-12);
        assert_eq!(conditional_value_at_risk(vec![7.0]), 7.0);
    }

    #[test]
    fn tables_of_several_inputs_are_groups() {
        let keys = ["a.x", "a.b.c", "a.b.d", "e.f"].map(|k| Key::parse(k).unwrap());
        let keys: Vec<(Key, usize)> = keys.into_iter().zip(0..).collect();
        let found: Vec<(String, Vec<usize>)> = tables(&keys).into_iter().map(|g| (g.name, g.columns)).collect();
        assert_eq!(found, [("a".to_string(), vec![0, 1, 2]), ("a.b".to_string(), vec![1, 2])]);
    }
}
