//! Section 5, loyalty: who stays, and what is remembered.

use crate::scenario::case::Case;
use crate::units::{Outcome, memory};

/// How a case reached the firm, as far as loyalty cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseRoute {
    /// The customer spoke.
    Voiced = 0,
    /// The customer was found or brought to speak: selection did not pick him.
    Prompted = 1,
}

impl CaseRoute {
    /// Both.
    pub const ALL: [CaseRoute; 2] = [CaseRoute::Voiced, CaseRoute::Prompted];
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
    pub const COUNT: usize = 3;

    /// All of them.
    pub const ALL: [Standing; Standing::COUNT] = [Standing::Clean, Standing::Remembered, Standing::Aggrieved];

    /// The standing of a customer who remembers `remembered`.
    #[inline]
    pub fn of(remembered: usize) -> Self {
        match remembered {
            memory::CLEAN => Standing::Clean,
            memory::AGGRIEVED => Standing::Aggrieved,
            _ => Standing::Remembered,
        }
    }
}

/// Silent; then unresolved, resolved, quick for each route.
const ENDINGS: usize = 7;

/// What follows from one ending of an episode.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ending {
    /// Probability to stay in this period, before word of mouth.
    pub stay: f64,
    /// What those who stay remember.
    pub remembers: usize,
}

/// Everything that loyalty decides, for a case.
#[derive(Clone, Debug)]
pub struct LoyaltyRules {
    kinds: usize,
    memories: usize,
    /// By segment and memory: stay of a customer without an episode.
    quiet: Vec<f64>,
    /// By segment, kind, standing and ending.
    endings: Vec<Ending>,
    /// By kind: whether voiced and prompted cases fare alike in every segment.
    routes_alike: Vec<bool>,
    /// Probability that a memory fades in a period without an episode.
    pub fade: f64,
}

/// ln(p / (1 - p)).
pub fn logit(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

/// The repurchase rate `rho` with its log-odds moved by `shift`; 0 and 1 stay.
pub fn shift_log_odds(rho: f64, shift: f64) -> f64 {
    if shift == 0.0 || rho <= 0.0 || rho >= 1.0 { rho } else { 1.0 / (1.0 + (-(logit(rho) + shift)).exp()) }
}

/// What moves a repurchase rate of the table to a customer's own, rho*.
#[derive(Clone, Copy, Debug, Default)]
pub struct Conditions {
    /// Whether the customer was found or brought to speak.
    pub prompted: bool,
    /// Whether an earlier failure is remembered.
    pub remembers: bool,
    /// Whether that one ended badly.
    pub aggrieved: bool,
    /// Stability of the failure's cause.
    pub stability: f64,
    /// Control of the failure's cause.
    pub control: f64,
}

/// rho*: repurchase over the window after a failure of `severity` that ended in `outcome`, for a
/// customer of base loyalty `base`.
pub fn repurchase(case: &Case, severity: usize, outcome: Outcome, base: f64, conditions: Conditions) -> f64 {
    let table = &case.severities[severity].repurchase;
    let loyalty = &case.loyalty;
    let mut rho = match outcome {
        Outcome::Silent => table.silent,
        Outcome::Unresolved => table.unresolved,
        Outcome::Resolved => table.resolved,
        Outcome::Quick => table.quick,
    };
    if conditions.prompted && outcome != Outcome::Silent {
        rho = (rho - loyalty.selection_share * (table.unresolved - table.silent).max(0.0)).clamp(0.0, 1.0);
    }
    let mut shift = if base == loyalty.reference_base { 0.0 } else { logit(base) - logit(loyalty.reference_base) };
    if outcome.is_recovered() {
        shift -= loyalty.stability_log_odds * conditions.stability + loyalty.control_log_odds * conditions.control;
    }
    if conditions.remembers {
        shift -= loyalty.repeat_log_odds;
    }
    if conditions.aggrieved && !outcome.is_recovered() {
        shift -= loyalty.double_deviation_log_odds;
    }
    let rho = shift_log_odds(rho, shift);
    if conditions.remembers { rho.min(base) } else { rho }
}

impl LoyaltyRules {
    /// The rules of a case.
    pub fn new(case: &Case) -> Self {
        let (kinds, memories) = (case.failures.len(), memory::states(case.severities.len()));
        let window_periods = case.loyalty.window_years * case.horizon.period.per_year();
        let per_period = |rate: f64| rate.powf(1.0 / window_periods);
        let mut rules = LoyaltyRules {
            kinds,
            memories,
            quiet: Vec::with_capacity(case.segments.len() * memories),
            endings: Vec::with_capacity(case.segments.len() * kinds * Standing::COUNT * ENDINGS),
            routes_alike: vec![true; kinds],
            fade: fade_probability(case),
        };
        for segment in &case.segments {
            let base = segment.base_loyalty;
            let base_stay = per_period(base);
            rules.quiet.extend([base_stay; memory::DELIGHTED]);
            for severity in 0..case.severities.len() {
                let delighted = repurchase(case, severity, Outcome::Quick, base, Conditions::default());
                rules.quiet.push(if delighted > base { per_period(delighted) } else { base_stay });
            }
            for (k, failure) in case.failures.iter().enumerate() {
                for standing in Standing::ALL {
                    let ending = |outcome: Outcome, prompted: bool| {
                        let conditions = Conditions {
                            prompted,
                            remembers: standing != Standing::Clean,
                            aggrieved: standing == Standing::Aggrieved,
                            stability: failure.stability,
                            control: failure.control,
                        };
                        let rho = repurchase(case, failure.severity, outcome, base, conditions);
                        Ending {
                            stay: if rho <= base { rho / base * base_stay } else { per_period(rho) },
                            remembers: match outcome {
                                Outcome::Silent | Outcome::Unresolved => memory::AGGRIEVED,
                                Outcome::Quick if rho > base => memory::DELIGHTED + failure.severity,
                                Outcome::Resolved | Outcome::Quick => memory::RECOVERED,
                            },
                        }
                    };
                    let [_, unresolved, resolved, quick] = Outcome::ALL;
                    let voiced = [unresolved, resolved, quick].map(|outcome| ending(outcome, false));
                    let prompted = [unresolved, resolved, quick].map(|outcome| ending(outcome, true));
                    rules.routes_alike[k] &= voiced == prompted;
                    rules.endings.push(ending(Outcome::Silent, false));
                    rules.endings.extend(voiced);
                    rules.endings.extend(prompted);
                }
            }
        }
        rules
    }

    /// The stay probability of a customer without an episode in this period.
    #[inline]
    pub fn quiet_stay(&self, segment: usize, remembered: usize) -> f64 {
        self.quiet[segment * self.memories + remembered]
    }

    /// Whether voiced and prompted cases of a kind fare alike, so that nobody need tell them apart.
    #[inline]
    pub fn routes_alike(&self, kind: usize) -> bool {
        self.routes_alike[kind]
    }

    /// All endings of an episode of `kind` for customers of `segment` of that standing.
    #[inline]
    pub fn endings(&self, segment: usize, kind: usize, standing: Standing) -> Endings<'_> {
        let start = ((segment * self.kinds + kind) * Standing::COUNT + standing as usize) * ENDINGS;
        Endings(&self.endings[start..start + ENDINGS])
    }
}

/// The endings open to one group.
#[derive(Clone, Copy, Debug)]
pub struct Endings<'a>(&'a [Ending]);

impl Endings<'_> {
    /// What follows from staying silent.
    #[inline]
    pub fn silent(&self) -> Ending {
        self.0[0]
    }

    /// What follows from a case of that route and outcome (not silent).
    #[inline]
    pub fn case(&self, route: CaseRoute, outcome: Outcome) -> Ending {
        self.0[3 * route as usize + outcome as usize]
    }
}

fn fade_probability(case: &Case) -> f64 {
    let years = case.loyalty.memory_years;
    if years > 0.0 { -(-1.0 / (years * case.horizon.period.per_year())).exp_m1() } else { 1.0 }
}
