//! Parameter draws: the uncertain numbers of a whole study, drawn once a draw and shared by all cases.

use std::collections::HashMap;
use std::sync::Arc;

use crate::random::joint::{Block, blocks};
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{Correlation, Order, Sampling, Study, UncertainNumber, UncertainParameters};

/// The distinct uncertain numbers of a study, in blocks that are drawn together.
///
/// Strategies that keep a number, and all that it is tied to, share its draws; one that overlays it with
/// another distribution has a number of its own, at the same address: the same random number, read differently.
#[derive(Clone, Debug)]
pub struct UncertainInputs {
    seed: u64,
    sampling: Sampling,
    /// Whether there is more than one draw; a single one means the point values.
    drawn: bool,
    correlations: Vec<Correlation>,
    orders: Vec<Order>,
    blocks: Vec<Block>,
    /// Where the numbers of each block begin.
    starts: Vec<usize>,
    /// Blocks by their first key.
    by_key: HashMap<Key, Vec<usize>>,
    numbers: Vec<UncertainNumber>,
    columns: Vec<String>,
}

/// A set of parameters, and which of the study's uncertain numbers it reads.
#[derive(Clone, Debug)]
pub struct PlannedParameters<'a> {
    parameters: &'a UncertainParameters,
    numbers: Vec<usize>,
    /// The parameters that apply before it acts.
    before: Option<Box<PlannedParameters<'a>>>,
    /// The study's parameters, by whose base loyalties the repurchase table is read.
    base: Option<Box<PlannedParameters<'a>>>,
}

impl PlannedParameters<'_> {
    /// Whether no parameter is uncertain.
    pub(crate) fn is_certain(&self) -> bool {
        let others = self.before.iter().chain(&self.base);
        self.numbers.is_empty() && others.into_iter().all(|other| other.is_certain())
    }

    /// The parameters with the values of one draw, responses applied.
    pub(crate) fn with_values(&self, values: &[f64]) -> Parameters {
        let mut parameters = self.before_responses(values);
        parameters.apply_responses();
        parameters
    }

    /// The parameters with the values of one draw, responses not yet applied; those of the parameters before it are.
    pub(crate) fn before_responses(&self, values: &[f64]) -> Parameters {
        let mut parameters = self.parameters.point.clone();
        parameters.before = self.before.as_ref().map(|before| Arc::new(before.with_values(values)));
        if let Some(base) = &self.base {
            parameters.loyalty.reference_base = base.before_responses(values).mean_base_loyalty();
        }
        for (number, &index) in self.parameters.uncertain.iter().zip(&self.numbers) {
            if let Some(value) = parameters.number_mut(&number.key) {
                *value = values[index];
            }
        }
        // People are whole; the point values are so already.
        parameters.market.customers = parameters.market.customers.round();
        parameters.market.prospects = parameters.market.prospects.round();
        parameters
    }
}

impl UncertainInputs {
    /// No numbers yet.
    pub fn new(study: &Study) -> Self {
        UncertainInputs {
            seed: study.settings.seed,
            sampling: study.settings.sampling,
            drawn: study.settings.draws > 1,
            correlations: study.correlations.clone(),
            orders: study.orders.clone(),
            blocks: Vec::new(),
            starts: Vec::new(),
            by_key: HashMap::new(),
            numbers: Vec::new(),
            columns: Vec::new(),
        }
    }

    /// Plans parameters of that `owner` (named beside the key where distributions differ): its numbers
    /// join the study's.
    pub fn plan<'a>(&mut self, parameters: &'a UncertainParameters, owner: &str) -> PlannedParameters<'a> {
        let before = parameters.before.as_deref().map(|before| Box::new(self.plan(before, owner)));
        let base = parameters.base.as_deref().map(|base| Box::new(self.plan(base, owner)));
        let mut numbers = vec![0; parameters.uncertain.len()];
        for (places, block) in blocks(parameters, &self.correlations, &self.orders) {
            let start = self.start_of(block, owner);
            for (i, place) in places.into_iter().enumerate() {
                numbers[place] = start + i;
            }
        }
        if !self.drawn {
            numbers.clear();
        }
        PlannedParameters { parameters, numbers, before, base }
    }

    /// Where the numbers of a block begin, which joins the study's unless one there draws alike.
    fn start_of(&mut self, block: Block, owner: &str) -> usize {
        let known = self.by_key.entry(block.numbers()[0].key.clone()).or_default();
        if let Some(&same) = known.iter().find(|&&i| self.blocks[i].draws_like(&block)) {
            return self.starts[same];
        }
        known.push(self.blocks.len());
        let start = self.numbers.len();
        for number in block.numbers() {
            let is_free = |name: &String| !self.columns.contains(name);
            let bare = number.key.to_string();
            let owned =
                (1..).map(|i| if i == 1 { format!("{bare} ({owner})") } else { format!("{bare} ({owner}, {i})") });
            let column = std::iter::once(bare.clone()).chain(owned).find(is_free);
            self.columns.push(column.unwrap_or_default());
            self.numbers.push(number.clone());
        }
        self.starts.push(start);
        self.blocks.push(block);
        start
    }

    /// Names of the uncertain numbers: key paths, with the owner where a key has several distributions.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The uncertain numbers, in the order of [`columns`](UncertainInputs::columns).
    pub(crate) fn numbers(&self) -> &[UncertainNumber] {
        &self.numbers
    }

    /// Their values in parameter draw `draw`: means when the study has a single draw.
    ///
    /// Every value is a function of the seed, the draw, the key's address and what the key is tied to by
    /// correlations and orders.
    pub fn values(&self, draw: u64) -> Vec<f64> {
        if !self.drawn {
            return self.point_values();
        }
        self.blocks.iter().flat_map(|block| block.values(self.sampling, self.seed, draw)).collect()
    }

    /// The point values: the means.
    pub fn point_values(&self) -> Vec<f64> {
        self.numbers.iter().map(|number| number.distribution.mean()).collect()
    }

    /// The values at a point of the unit cube, its coordinates independent: correlations act, then each
    /// number is the quantile of its distribution. Orders do not act: see `is_in_order`.
    pub fn values_at(&self, uniforms: &[f64]) -> Vec<f64> {
        let of_block =
            |(block, &start): (&Block, &usize)| block.values_at(&uniforms[start..start + block.numbers().len()]);
        self.blocks.iter().zip(&self.starts).flat_map(of_block).collect()
    }

    /// Whether values, in the order of [`columns`](UncertainInputs::columns), keep every order of the study.
    pub(crate) fn is_in_order(&self, values: &[f64]) -> bool {
        let keeps =
            |(block, &start): (&Block, &usize)| block.is_in_order(&values[start..start + block.numbers().len()]);
        self.blocks.iter().zip(&self.starts).all(keeps)
    }
}
