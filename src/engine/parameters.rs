//! Parameter draws: the uncertain numbers of a whole study, drawn once a draw and shared by all cases.

use std::collections::HashMap;

use crate::random::address::parameter_uniform;
use crate::scenario::case::Case;
use crate::scenario::study::{Study, UncertainCase, UncertainNumber};

/// The distinct uncertain numbers of a study.
///
/// Strategies that keep a number share its draws; one that overlays it with another distribution has a
/// number of its own, at the same address: the same luck, read differently.
#[derive(Clone, Debug)]
pub struct Parameters {
    seed: u64,
    /// Whether there is more than one draw; a single one means the point values.
    drawn: bool,
    numbers: Vec<UncertainNumber>,
    columns: Vec<String>,
}

/// A case, and which of the study's uncertain numbers it reads.
#[derive(Clone, Debug)]
pub struct PlannedCase<'a> {
    case: &'a UncertainCase,
    numbers: Vec<usize>,
}

impl PlannedCase<'_> {
    /// Whether nothing in the case is uncertain.
    pub fn is_certain(&self) -> bool {
        self.numbers.is_empty()
    }

    /// The case with the values of one draw, responses applied.
    pub fn with_values(&self, values: &[f64]) -> Case {
        let mut case = self.before_responses(values);
        case.apply_responses();
        case
    }

    /// The case with the values of one draw, responses not yet applied.
    pub fn before_responses(&self, values: &[f64]) -> Case {
        let mut case = self.case.point.clone();
        for (number, &index) in self.case.uncertain.iter().zip(&self.numbers) {
            if let Some(value) = case.number_mut(&number.key) {
                *value = values[index];
            }
        }
        // People are whole; the point values are so already.
        case.market.customers = case.market.customers.round();
        case.market.prospects = case.market.prospects.round();
        case
    }
}

impl Parameters {
    /// No numbers yet.
    pub fn new(study: &Study) -> Self {
        Parameters {
            seed: study.settings.seed,
            drawn: study.settings.draws > 1,
            numbers: Vec::new(),
            columns: Vec::new(),
        }
    }

    /// Plans a case of that `owner` (named beside the key where distributions differ): its numbers
    /// join the study's.
    pub fn plan<'a>(&mut self, case: &'a UncertainCase, owner: &str) -> PlannedCase<'a> {
        let mut numbers = Vec::with_capacity(case.uncertain.len());
        let mut by_key: HashMap<_, Vec<usize>> = HashMap::new();
        for (i, number) in self.numbers.iter().enumerate() {
            by_key.entry(&number.key).or_default().push(i);
        }
        let mut fresh = Vec::new();
        for number in &case.uncertain {
            let same_key = by_key.get(&number.key).map_or(&[][..], Vec::as_slice);
            let same = same_key.iter().find(|&&i| self.numbers[i].distribution == number.distribution);
            numbers.push(match same {
                Some(&i) => i,
                None => {
                    let column =
                        if same_key.is_empty() { number.key.to_string() } else { format!("{} ({owner})", number.key) };
                    fresh.push((number.clone(), column));
                    self.numbers.len() + fresh.len() - 1
                }
            });
        }
        for (number, column) in fresh {
            self.numbers.push(number);
            self.columns.push(column);
        }
        if !self.drawn {
            numbers.clear();
        }
        PlannedCase { case, numbers }
    }

    /// Names of the uncertain numbers: key paths, with the owner where a key has several distributions.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The uncertain numbers, in the order of [`columns`](Parameters::columns).
    pub fn numbers(&self) -> &[UncertainNumber] {
        &self.numbers
    }

    /// Their values in parameter draw `draw`: means when the study has a single draw.
    pub fn values(&self, draw: u64) -> Vec<f64> {
        if !self.drawn {
            return self.point_values();
        }
        let uniform = |number: &UncertainNumber| parameter_uniform(self.seed, draw, number.key.address());
        self.values_at(&self.numbers.iter().map(uniform).collect::<Vec<f64>>())
    }

    /// The point values: the means.
    pub fn point_values(&self) -> Vec<f64> {
        self.numbers.iter().map(|number| number.distribution.mean()).collect()
    }

    /// The values at a point of the unit cube: each number's quantile at its own coordinate.
    pub fn values_at(&self, uniforms: &[f64]) -> Vec<f64> {
        let value = |(number, &u): (&UncertainNumber, &f64)| {
            number.distribution.quantile(u).clamp(number.least, number.greatest)
        };
        self.numbers.iter().zip(uniforms).map(value).collect()
    }
}
