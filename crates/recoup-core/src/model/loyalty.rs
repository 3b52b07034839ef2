//! Section 5, loyalty: who stays, and what is remembered.

use crate::math::{exp_m1, pow};
use crate::model::satisfaction::{Seen, change_after};
use crate::scenario::failure::{Failure, Need};
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::stats::odds::{OddsShift, log_odds_above, shift_log_odds};
use crate::units::{KindIdx, Outcome, SegmentIdx, memory};

/// How a case reached the firm, as far as loyalty and cost care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CaseRoute {
    /// The customer spoke.
    Voiced = 0,
    /// The customer was found or brought to speak: they did not choose to.
    Prompted = 1,
    /// The firm noticed first. Counted apart from the others only where that has a consequence of its own: there are no false
    /// claims of failures that the firm noticed.
    Detected = 2,
}

impl CaseRoute {
    /// How many there are.
    pub(crate) const COUNT: usize = 3;

    /// All of them.
    pub(crate) const ALL: [CaseRoute; CaseRoute::COUNT] = [CaseRoute::Voiced, CaseRoute::Prompted, CaseRoute::Detected];

    /// Whether selection did not pick the customer.
    fn is_prompted(self) -> bool {
        self != CaseRoute::Voiced
    }
}

/// What an earlier failure does to the next one. Memories of the same standing end alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is remembered.
    Clean = 0,
    /// A failure is remembered that was put right.
    Remembered = 1,
    /// A failure is remembered that was not.
    Aggrieved = 2,
}

impl Standing {
    /// How many there are.
    pub(crate) const COUNT: usize = 3;

    /// All of them.
    pub(crate) const ALL: [Standing; Standing::COUNT] = [Standing::Clean, Standing::Remembered, Standing::Aggrieved];

    /// The standing of a customer who remembers `remembered`.
    #[inline]
    pub(crate) fn of(remembered: usize) -> Self {
        match remembered {
            memory::CLEAN => Standing::Clean,
            memory::AGGRIEVED => Standing::Aggrieved,
            _ => Standing::Remembered,
        }
    }
}

/// What follows from one ending of an episode.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Ending {
    /// Probability to stay in this period, before word of mouth.
    pub stay: f64,
    /// What those who stay remember.
    pub remembers: usize,
    /// rho* before it is held at base loyalty: repurchase over the window of a customer whose base
    /// loyalty is their segment's.
    pub repurchase: f64,
}

/// What follows from the endings of a case.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct CaseEndings {
    unresolved: Ending,
    resolved: Ending,
    quick: Ending,
}

/// What follows from each ending of an episode, for customers of one segment and standing and one kind of failure.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct EndingTable {
    /// What follows from staying silent.
    pub silent: Ending,
    voiced: CaseEndings,
    prompted: CaseEndings,
    /// What follows from a refund under the guarantee.
    pub invoked: Ending,
}

impl EndingTable {
    /// What follows from a case of that route and outcome.
    #[inline]
    pub(crate) fn case(&self, route: CaseRoute, outcome: Outcome) -> Ending {
        let cases = if route.is_prompted() { &self.prompted } else { &self.voiced };
        match outcome {
            Outcome::Silent => self.silent,
            Outcome::Unresolved => cases.unresolved,
            Outcome::Resolved => cases.resolved,
            Outcome::Quick => cases.quick,
        }
    }
}

/// Everything that loyalty decides, for one set of parameters.
#[derive(Clone, Debug)]
pub struct LoyaltyRules {
    /// By segment: l, base loyalty.
    base: Vec<f64>,
    /// By segment and severity: repurchase after a quick recovery of a first failure.
    delighted: Vec<f64>,
    /// By kind: its severity.
    severity: Vec<usize>,
    /// w * Y: periods in the window.
    window_periods: f64,
    kinds: usize,
    memories: usize,
    /// By segment and memory: stay of a customer without an episode.
    quiet: Vec<f64>,
    /// By segment, kind and standing.
    endings: Vec<EndingTable>,
    /// By kind: whether voiced and prompted cases fare alike in every segment.
    routes_alike: Vec<bool>,
    /// Probability that a memory fades in a period without an episode.
    pub fade: f64,
}

/// What moves a repurchase rate of the table to a customer's own, rho*.
#[derive(Clone, Copy, Debug)]
pub struct Conditions {
    /// Whether the customer was found or brought to speak.
    pub prompted: bool,
    /// Whether the guarantee settled it.
    pub invoked: bool,
    /// Whether an earlier failure is remembered.
    pub remembers: bool,
    /// Whether that one ended badly.
    pub aggrieved: bool,
    /// Stability of the failure's cause.
    pub stability: f64,
    /// Control of the failure's cause.
    pub control: f64,
    /// Share of customers who were informed beforehand.
    pub forewarned: f64,
    /// Kind of need that the failure disappoints.
    pub need: Need,
}

impl Default for Conditions {
    /// A first failure of a customer who speaks, of no kind in particular.
    fn default() -> Self {
        Conditions {
            prompted: false,
            invoked: false,
            remembers: false,
            aggrieved: false,
            stability: 0.0,
            control: 0.0,
            forewarned: 0.0,
            need: Need::Performance,
        }
    }
}

impl Conditions {
    /// Those of `failure` for a customer of a standing who speaks unprompted: the only place that reads them from a
    /// failure.
    pub fn of(failure: &Failure, standing: Standing) -> Self {
        Conditions {
            prompted: false,
            invoked: false,
            remembers: standing != Standing::Clean,
            aggrieved: standing == Standing::Aggrieved,
            stability: failure.stability,
            control: failure.control,
            forewarned: failure.forewarned,
            need: failure.need,
        }
    }

    /// How the failure looks to the customer: a memory that is not clean counts as one earlier failure.
    pub(crate) fn seen(&self) -> Seen {
        Seen { stability: self.stability, control: self.control, earlier: u32::from(self.remembers), need: self.need }
    }
}

/// rho*: the repurchase rate of the table with its log-odds moved, at most `base` when an earlier failure is remembered.
pub fn repurchase(
    parameters: &Parameters,
    severity: usize,
    outcome: Outcome,
    base: f64,
    conditions: Conditions,
) -> f64 {
    let repurchase = Repurchase::new(parameters, base).unheld(severity, outcome, conditions);
    held(repurchase, base, conditions.remembers)
}

/// Repurchase of customers of one base loyalty. What their endings share is computed once: how far their base is from
/// that of the customers behind the tables, and the exponentials of the last shifts.
struct Repurchase<'a> {
    parameters: &'a Parameters,
    base: f64,
    /// Log-odds of the base above those of the tables' reference base.
    above_table: f64,
    /// After a case that was not put right, and after one that was.
    shifts: [OddsShift; 2],
}

impl<'a> Repurchase<'a> {
    fn new(parameters: &'a Parameters, base: f64) -> Self {
        let above_table = log_odds_above(parameters.loyalty.reference_base, base);
        Repurchase { parameters, base, above_table, shifts: [OddsShift::default(); 2] }
    }

    /// The repurchase rate that a failure leaves, before what loyalty itself remembers and blames: the table's, moved by how
    /// far the customer's base is from the table's, as a rate and the log-odds still to be added.
    fn rate_and_shift(&self, severity: usize, outcome: Outcome, conditions: &Conditions) -> (f64, f64) {
        let severity = &self.parameters.severities[severity];
        let (table, loyalty) = (&severity.repurchase, &self.parameters.loyalty);
        let mut rho = match outcome {
            Outcome::Quick if conditions.invoked => {
                severity.invoked_repurchase.or(self.parameters.guarantee.repurchase).unwrap_or(table.quick)
            }
            _ => table.after(outcome),
        };
        if conditions.prompted && outcome != Outcome::Silent {
            rho = (rho - loyalty.selection_share * (table.unresolved - table.silent).max(0.0)).clamp(0.0, 1.0);
            rho = responding(rho, table.silent, loyalty.solicited_response);
        }
        (rho, self.above_table)
    }

    /// The rate that satisfaction gives in place of the table's, logit rho = logit(base) + slope * (S1 - mean), as a rate
    /// and the log-odds still to be added.
    fn satisfied_rate_and_shift(&self, severity: usize, outcome: Outcome, conditions: &Conditions) -> (f64, f64) {
        let slope = self.parameters.satisfaction.slope;
        let shift = |outcome| slope * change_after(self.parameters, severity, outcome, conditions.seen());
        let response = self.parameters.loyalty.solicited_response;
        if !conditions.prompted || outcome == Outcome::Silent || response == 1.0 {
            return (self.base, shift(outcome));
        }
        let [rho, silent] = [outcome, Outcome::Silent].map(|outcome| shift_log_odds(self.base, shift(outcome)));
        (responding(rho, silent, response), 0.0)
    }

    /// rho* before it is held at base loyalty: repurchase over the window after a failure of `severity` that ended in
    /// `outcome`.
    ///
    /// Where satisfaction drives repurchase, its rate takes the place of the table and of its shift to the customer's base
    /// (section 10); a base of 1 stays 1. The log-odds of section 5 come off either way.
    fn unheld(&mut self, severity: usize, outcome: Outcome, conditions: Conditions) -> f64 {
        let (parameters, base) = (self.parameters, self.base);
        let loyalty = &parameters.loyalty;
        let (rho, mut shift) = if parameters.satisfaction.drives_repurchase {
            self.satisfied_rate_and_shift(severity, outcome, &conditions)
        } else {
            self.rate_and_shift(severity, outcome, &conditions)
        };
        if outcome.is_recovered() {
            shift -= loyalty.stability_log_odds * conditions.stability + loyalty.control_log_odds * conditions.control;
            shift += loyalty.treatment_log_odds * (parameters.recovery.apology - 0.5);
        }
        if conditions.remembers {
            shift -= loyalty.repeat_log_odds;
        }
        if conditions.aggrieved && !outcome.is_recovered() {
            shift -= loyalty.double_deviation_log_odds;
        }
        let shifted = self.shifts[usize::from(outcome.is_recovered())].shifted(rho, shift);
        let needed = needed(shifted, base, conditions.need, loyalty.attractive_share);
        forewarned(needed, base, loyalty.forewarned_log_odds, conditions.forewarned)
    }

    /// Whether those who were found or brought to speak may fare otherwise than those who spoke.
    fn prompting_matters(&self, severity: usize) -> bool {
        let loyalty = &self.parameters.loyalty;
        let table = &self.parameters.severities[severity].repurchase;
        let rates = [table.silent, table.unresolved, table.resolved, table.quick];
        loyalty.selection_share != 0.0
            || loyalty.solicited_response != 1.0
            // What is no probability is held within 0 and 1 for them alone.
            || rates.iter().any(|rate| !(0.0..=1.0).contains(rate))
    }

    /// Whether a refund under the guarantee leaves another repurchase than a quick recovery.
    fn invocations_differ(&self, severity: usize) -> bool {
        let parameters = self.parameters;
        !parameters.satisfaction.drives_repurchase
            && parameters.severities[severity].invoked_repurchase.or(parameters.guarantee.repurchase).is_some()
    }
}

/// The rate of those who did not speak by themselves: they have `response` of what recovery adds to the silent rate.
fn responding(rho: f64, silent: f64, response: f64) -> f64 {
    if response == 1.0 { rho } else { (silent + response * (rho - silent)).clamp(0.0, 1.0) }
}

/// Repurchase after a failure that disappoints a kind of need: at most base loyalty for a must-be, and for an attractive
/// one only `share` of the loss.
fn needed(repurchase: f64, base: f64, need: Need, share: f64) -> f64 {
    match need {
        Need::Performance => repurchase,
        Need::MustBe => repurchase.min(base),
        Need::Attractive if repurchase < base => base - share * (base - repurchase),
        Need::Attractive => repurchase,
    }
}

/// Mean repurchase where a `share` of customers was informed of the failure beforehand: for them `log_odds` are added to that of the others,
/// up to base loyalty. A mean is enough: what is remembered is the same, and staying is linear in it up to there.
fn forewarned(repurchase: f64, base: f64, log_odds: f64, share: f64) -> f64 {
    if !(share > 0.0) {
        return repurchase;
    }
    let informed = shift_log_odds(repurchase, log_odds).min(base);
    if informed > repurchase { repurchase + share * (informed - repurchase) } else { repurchase }
}

/// [`repurchase`], at most `base` when an earlier failure is remembered: the paradox is for first
/// failures.
fn held(repurchase: f64, base: f64, remembers: bool) -> f64 {
    if remembers { repurchase.min(base) } else { repurchase }
}

impl EndingTable {
    /// The endings of `failure` for customers of that standing; `stay` is the probability to stay in a period at a
    /// repurchase rate.
    fn new(rates: &mut Repurchase<'_>, failure: &Failure, standing: Standing, stay: impl Fn(f64) -> f64) -> Self {
        let base = rates.base;
        let invocations_differ = rates.invocations_differ(failure.severity);
        let prompting_matters = rates.prompting_matters(failure.severity);
        let mut ending = |outcome: Outcome, prompted: bool, invoked: bool| {
            let conditions = Conditions { prompted, invoked, ..Conditions::of(failure, standing) };
            let repurchase = rates.unheld(failure.severity, outcome, conditions);
            let rho = held(repurchase, base, conditions.remembers);
            Ending {
                stay: stay(rho),
                remembers: match outcome {
                    Outcome::Silent | Outcome::Unresolved => memory::AGGRIEVED,
                    Outcome::Quick if rho > base => memory::DELIGHTED + failure.severity,
                    Outcome::Resolved | Outcome::Quick => memory::RECOVERED,
                },
                repurchase,
            }
        };
        let mut cases = |prompted: bool| CaseEndings {
            unresolved: ending(Outcome::Unresolved, prompted, false),
            resolved: ending(Outcome::Resolved, prompted, false),
            quick: ending(Outcome::Quick, prompted, false),
        };
        let voiced = cases(false);
        let prompted = if prompting_matters { cases(true) } else { voiced };
        let silent = ending(Outcome::Silent, false, false);
        let invoked = if invocations_differ { ending(Outcome::Quick, false, true) } else { voiced.quick };
        EndingTable { silent, voiced, prompted, invoked }
    }
}

impl LoyaltyRules {
    /// The rules of a set of parameters as each segment meets it.
    pub(crate) fn new(views: &Views) -> Self {
        let parameters = views.study();
        let (kinds, memories) = (parameters.failures.len(), memory::states(parameters.severities.len()));
        let window_periods = parameters.loyalty.window_years * parameters.horizon.per_year();
        let per_period = |rate: f64| pow(rate, 1.0 / window_periods);
        let mut rules = LoyaltyRules {
            base: parameters.segments.iter().map(|segment| segment.base_loyalty).collect(),
            delighted: Vec::with_capacity(parameters.segments.len() * parameters.severities.len()),
            severity: parameters.failures.iter().map(|failure| failure.severity).collect(),
            window_periods,
            kinds,
            memories,
            quiet: Vec::with_capacity(parameters.segments.len() * memories),
            endings: Vec::with_capacity(parameters.segments.len() * kinds * Standing::COUNT),
            routes_alike: vec![true; kinds],
            fade: fade_probability(parameters),
        };
        for g in 0..parameters.segments.len() {
            let parameters = views.for_segment(g);
            let base = parameters.segments[g].base_loyalty;
            let base_stay = per_period(base);
            rules.quiet.extend([base_stay; memory::DELIGHTED]);
            for severity in 0..parameters.severities.len() {
                let delighted = repurchase(parameters, severity, Outcome::Quick, base, Conditions::default());
                rules.delighted.push(delighted);
                rules.quiet.push(if delighted > base { per_period(delighted) } else { base_stay });
            }
            let mut rates = Repurchase::new(parameters, base);
            let stay = |rho: f64| if rho <= base { rho / base * base_stay } else { per_period(rho) };
            for (k, failure) in parameters.failures.iter().enumerate() {
                for standing in Standing::ALL {
                    let table = EndingTable::new(&mut rates, failure, standing, stay);
                    rules.routes_alike[k] &= table.voiced == table.prompted;
                    rules.endings.push(table);
                }
            }
        }
        rules
    }

    /// The stay probability of a customer without an episode in this period.
    #[inline]
    pub(crate) fn quiet_stay(&self, segment: SegmentIdx, remembered: usize) -> f64 {
        self.quiet[segment.0 * self.memories + remembered]
    }

    /// Whether voiced and prompted cases of a kind end alike, so that they need not be counted apart.
    pub(crate) fn routes_alike(&self, kind: KindIdx) -> bool {
        self.routes_alike[kind.0]
    }

    /// All endings of an episode of `kind` for customers of `segment` of that standing.
    #[inline]
    pub(crate) fn endings(&self, segment: SegmentIdx, kind: KindIdx, standing: Standing) -> &EndingTable {
        &self.endings[(segment.0 * self.kinds + kind.0) * Standing::COUNT + standing as usize]
    }
}

/// A customer whose base loyalty is their own: their segment's, moved on the log-odds. The figures of the
/// segment move with it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnLoyalty<'a> {
    rules: &'a LoyaltyRules,
    segment: SegmentIdx,
    shift: f64,
    base: f64,
}

impl LoyaltyRules {
    /// A customer of `segment` whose log-odds of base loyalty are `shift` above the segment's.
    pub(crate) fn own(&self, segment: SegmentIdx, shift: f64) -> OwnLoyalty<'_> {
        OwnLoyalty { rules: self, segment, shift, base: shift_log_odds(self.base[segment.0], shift) }
    }

    fn per_period(&self, rate: f64) -> f64 {
        pow(rate, 1.0 / self.window_periods)
    }
}

impl OwnLoyalty<'_> {
    /// The stay probability in a period without an episode, remembering `remembered`.
    pub(crate) fn quiet_stay(&self, remembered: usize) -> f64 {
        let severities = self.rules.memories - memory::DELIGHTED;
        let delighted = remembered.checked_sub(memory::DELIGHTED).map_or(self.base, |severity| {
            let of_segment = self.rules.delighted[self.segment.0 * severities + severity];
            shift_log_odds(of_segment, self.shift).max(self.base)
        });
        self.rules.per_period(delighted)
    }

    /// What follows from an ending that is `of_segment` for the segment's typical customer.
    pub(crate) fn ending(&self, of_segment: Ending, outcome: Outcome, kind: KindIdx, standing: Standing) -> Ending {
        let repurchase = shift_log_odds(of_segment.repurchase, self.shift);
        let rho = held(repurchase, self.base, standing != Standing::Clean);
        Ending {
            stay: if rho <= self.base {
                rho / self.base * self.rules.per_period(self.base)
            } else {
                self.rules.per_period(rho)
            },
            remembers: match outcome {
                Outcome::Quick if rho > self.base => memory::DELIGHTED + self.rules.severity[kind.0],
                Outcome::Quick => memory::RECOVERED,
                _ => of_segment.remembers,
            },
            repurchase,
        }
    }
}

fn fade_probability(parameters: &Parameters) -> f64 {
    let years = parameters.loyalty.memory_years;
    if years > 0.0 { -exp_m1(-1.0 / (years * parameters.horizon.per_year())) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use crate::input::build::StudyBuilder;
    use crate::model::loyalty::{Conditions, Repurchase, Standing};
    use crate::units::Outcome;

    #[test]
    fn where_prompting_does_not_matter_it_changes_no_bit() {
        let mut decided = [0, 0];
        for name in ["city-hotel", "complaint-styles", "tarp-major", "paradox-class", "triage-by-value", "bad-news"] {
            let study = StudyBuilder::builtin(name).study();
            for strategy in &study.scenarios[0].strategies {
                let mut parameters = strategy.parameters.with_point_values();
                for neutral in [false, true] {
                    if neutral {
                        (parameters.loyalty.selection_share, parameters.loyalty.solicited_response) = (0.0, 1.0);
                    }
                    for failure in &parameters.failures {
                        let mut rates = Repurchase::new(&parameters, parameters.segments[0].base_loyalty);
                        let matters = rates.prompting_matters(failure.severity);
                        decided[usize::from(matters)] += 1;
                        for standing in Standing::ALL {
                            for outcome in [Outcome::Unresolved, Outcome::Resolved, Outcome::Quick] {
                                let [spoke, prompted] = [false, true].map(|prompted| {
                                    let conditions = Conditions { prompted, ..Conditions::of(failure, standing) };
                                    rates.unheld(failure.severity, outcome, conditions).to_bits()
                                });
                                assert!(matters || spoke == prompted, "{name}: {standing:?} {outcome:?}");
                            }
                        }
                    }
                }
            }
        }
        assert!(decided.iter().all(|&n| n > 0), "{decided:?}");
    }
}
