//! What a customer brings and costs beyond their segment: spend while a failure is remembered (section 5), and
//! tenure (section 8).

use crate::math::exp_m1;
use crate::scenario::parameters::Parameters;
use crate::units::memory;

/// Newcomers, who become established customers at a constant rate. They differ only in money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TenureRules {
    /// Probability that a newcomer who stays is established after a period.
    pub established: f64,
    /// Margin per purchase of a newcomer, as a multiple of the segment's.
    pub margin: f64,
    /// Cost to serve and keep a newcomer, as a multiple of the segment's.
    pub retention: f64,
}

/// States of customers: memories, and behind them those of newcomers where tenure matters.
#[derive(Clone, Debug)]
pub struct CustomerRules {
    /// Number of memories.
    memories: usize,
    /// By memory: margin per purchase as a multiple of the segment's.
    spend: Vec<f64>,
    /// Whether every purchase brings its segment's margin.
    spend_alike: bool,
    /// How newcomers differ, if they do.
    pub tenure: Option<TenureRules>,
}

impl CustomerRules {
    /// Whether newcomers differ from established customers.
    pub(crate) fn tells_newcomers_apart(parameters: &Parameters) -> bool {
        parameters.tenure.newcomer_margin != 1.0 || parameters.tenure.newcomer_retention_cost != 1.0
    }

    /// The rules of a set of parameters; newcomers have states of their own if `with_tenure`.
    pub(crate) fn new(parameters: &Parameters, with_tenure: bool) -> Self {
        let (spend, tenure) = (&parameters.loyalty.spend, &parameters.tenure);
        let memories = memory::states(parameters.severities.len());
        let by_memory = (0..memories).map(|remembered| match remembered {
            memory::CLEAN => 1.0,
            memory::RECOVERED => spend.recovered,
            memory::AGGRIEVED => spend.aggrieved,
            _ => spend.delighted,
        });
        let periods = tenure.newcomer_years * parameters.horizon.per_year();
        let rules = CustomerRules {
            memories,
            spend: by_memory.collect(),
            spend_alike: true,
            tenure: with_tenure.then(|| TenureRules {
                established: if periods > 0.0 { -exp_m1(-1.0 / periods) } else { 1.0 },
                margin: tenure.newcomer_margin,
                retention: tenure.newcomer_retention_cost,
            }),
        };
        rules.counted()
    }

    /// The same with [`all_spend_alike`](CustomerRules::all_spend_alike) counted anew.
    fn counted(mut self) -> Self {
        self.spend_alike = (0..self.states()).all(|state| self.spend(state) == 1.0);
        self
    }

    /// The same rules with the spend after a failure of `other`.
    pub(crate) fn with_spend_of(&self, other: &CustomerRules) -> Self {
        CustomerRules { spend: other.spend.clone(), ..self.clone() }.counted()
    }

    /// Number of states.
    pub(crate) fn states(&self) -> usize {
        self.memories * self.tenures()
    }

    /// Number of tenures that are distinguished.
    pub fn tenures(&self) -> usize {
        1 + usize::from(self.tenure.is_some())
    }

    /// What a customer of that state remembers.
    #[inline]
    pub(crate) fn remembered(&self, state: usize) -> usize {
        if state < self.memories { state } else { state - self.memories }
    }

    /// The first state of the tenure of `state`: with a memory added, that memory's.
    #[inline]
    pub(crate) fn tenure_start(&self, state: usize) -> usize {
        if state < self.memories { 0 } else { self.memories }
    }

    /// The state of somebody who joins: nothing remembered, and a newcomer where tenure matters.
    pub(crate) fn joining(&self) -> usize {
        if self.tenure.is_some() { self.memories + memory::CLEAN } else { memory::CLEAN }
    }

    /// Margin per purchase of a customer of that state, as a multiple of their segment's.
    #[inline]
    pub(crate) fn spend(&self, state: usize) -> f64 {
        let tenure = if state < self.memories { 1.0 } else { self.tenure.map_or(1.0, |tenure| tenure.margin) };
        self.spend[self.remembered(state)] * tenure
    }

    /// Whether every purchase brings its segment's margin.
    pub(crate) fn all_spend_alike(&self) -> bool {
        self.spend_alike
    }
}
