//! Model variants: does the answer hold in other models?
//!
//! Every variant is evaluated by the expected engine at the point values. It changes the finished case of the reference
//! and of the strategy alike, as each segment meets it, before a strategy that ramps is mixed from the two. Nothing of
//! this is averaged into a probability.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::summary::best_of;
use crate::engine::chance::MeanField;
use crate::engine::cohort::CohortPopulation;
use crate::engine::evaluate::each;
use crate::engine::observer::WorthAlone;
use crate::model::period::live;
use crate::model::schedule::Schedule;
use crate::scenario::acquisition::AcquisitionPolicy;
use crate::scenario::horizon::{Cash, Counted, TerminalValue};
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{Scenario, VARIANT_NAMES};
use crate::stats::odds::{logit, shift_log_odds};

/// A variant changes a strategy where its NPV moves by more than this share of it, of 1 at least.
const LEAST_CHANGE: f64 = 1e-9;

/// A variant that every study is put to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BuiltIn {
    /// No customers are bought.
    NoReplacement,
    /// Replacing more than natural churn gets dearer.
    DearReplacement,
    /// Customers at the end are worth their lifetime value.
    BeyondHorizon,
    /// Both.
    NoReplacementBeyondHorizon,
    /// Cash falls at the start of a period, by the customers of its start.
    CashAtStart,
    /// Those who are asked react half as strongly to recovery.
    AskedReactHalf,
    /// Complainers were more loyal to begin with: voice itself adds nothing.
    LoyalSpeak,
    /// An unresolved complaint is worse than silence.
    UnresolvedBelowSilent,
    /// Failures take half as much of loyalty, on the log-odds.
    FailuresMatterHalf,
    /// At least half of the customers complain.
    HalfComplain,
    /// Word of mouth has no effect.
    NoWordOfMouth,
    /// Bad news works three times as strongly as the default.
    StrongWordOfMouth,
    /// A replacement costs half.
    ReplacingHalfAsDear,
    /// A replacement costs twice as much.
    ReplacingTwiceAsDear,
}

impl BuiltIn {
    /// All of them, in the order in which they are shown.
    pub const ALL: [BuiltIn; 14] = [
        BuiltIn::NoReplacement,
        BuiltIn::DearReplacement,
        BuiltIn::BeyondHorizon,
        BuiltIn::NoReplacementBeyondHorizon,
        BuiltIn::CashAtStart,
        BuiltIn::AskedReactHalf,
        BuiltIn::LoyalSpeak,
        BuiltIn::UnresolvedBelowSilent,
        BuiltIn::FailuresMatterHalf,
        BuiltIn::HalfComplain,
        BuiltIn::NoWordOfMouth,
        BuiltIn::StrongWordOfMouth,
        BuiltIn::ReplacingHalfAsDear,
        BuiltIn::ReplacingTwiceAsDear,
    ];

    /// Its name in tables and `result.json`.
    pub fn name(self) -> &'static str {
        VARIANT_NAMES[self as usize]
    }

    /// What it sets, by the keys of a study.
    pub fn what(self) -> &'static str {
        match self {
            BuiltIn::NoReplacement => "acquisition.policy = \"none\"",
            BuiltIn::DearReplacement => "acquisition.cost_elasticity = 1",
            BuiltIn::BeyondHorizon => "horizon.terminal_value = \"clv\"",
            BuiltIn::NoReplacementBeyondHorizon => "acquisition.policy = \"none\", horizon.terminal_value = \"clv\"",
            BuiltIn::CashAtStart => "horizon.cash = horizon.customers_counted = \"start\"",
            BuiltIn::AskedReactHalf => "loyalty.solicited_response = 0.5",
            BuiltIn::LoyalSpeak => "loyalty.selection_share = 1",
            BuiltIn::UnresolvedBelowSilent => "repurchase.unresolved = silent - 0.085 (CCMC 2015)",
            BuiltIn::FailuresMatterHalf => {
                "every repurchase rate moved halfway to loyalty.reference_base, on the log-odds"
            }
            BuiltIn::HalfComplain => "complain is at least 0.5",
            BuiltIn::NoWordOfMouth => "word_of_mouth.negative_impact = positive_impact = 0",
            BuiltIn::StrongWordOfMouth => "word_of_mouth.negative_impact = 0.3",
            BuiltIn::ReplacingHalfAsDear => "acquisition.cost_ratio, or cost, halved",
            BuiltIn::ReplacingTwiceAsDear => "acquisition.cost_ratio, or cost, doubled",
        }
    }

    /// Whether the variant changes anything for strategies with those parameters.
    fn applies(self, cases: &[Parameters]) -> bool {
        match self {
            BuiltIn::NoReplacementBeyondHorizon => {
                let has_value = cases.iter().any(|parameters| parameters.horizon.terminal_value == TerminalValue::Clv);
                let buys_nobody =
                    cases.iter().all(|parameters| parameters.acquisition.policy == AcquisitionPolicy::None);
                !has_value && !buys_nobody
            }
            BuiltIn::FailuresMatterHalf => cases.iter().all(|parameters| parameters.loyalty.reference_base < 1.0),
            _ => true,
        }
    }

    /// Changes a finished case, as the customers of one segment meet it.
    fn change(self, parameters: &mut Parameters) {
        match self {
            BuiltIn::NoReplacement => parameters.acquisition.policy = AcquisitionPolicy::None,
            BuiltIn::DearReplacement => parameters.acquisition.cost_elasticity = 1.0,
            BuiltIn::BeyondHorizon => parameters.horizon.terminal_value = TerminalValue::Clv,
            BuiltIn::NoReplacementBeyondHorizon => {
                BuiltIn::NoReplacement.change(parameters);
                BuiltIn::BeyondHorizon.change(parameters);
            }
            BuiltIn::CashAtStart => {
                (parameters.horizon.cash, parameters.horizon.counted) = (Cash::Start, Counted::Start)
            }
            BuiltIn::AskedReactHalf => parameters.loyalty.solicited_response = 0.5,
            BuiltIn::LoyalSpeak => parameters.loyalty.selection_share = 1.0,
            BuiltIn::UnresolvedBelowSilent => {
                for severity in &mut parameters.severities {
                    severity.repurchase.unresolved = (severity.repurchase.silent - 0.085).max(0.0);
                }
            }
            BuiltIn::FailuresMatterHalf => {
                let base = parameters.loyalty.reference_base;
                let rates = parameters.severities.iter_mut().flat_map(|severity| severity.repurchase.numbers_mut());
                for rate in rates.chain(parameters.guarantee.repurchase.as_mut()) {
                    if *rate > 0.0 && *rate < 1.0 {
                        *rate = shift_log_odds(*rate, 0.5 * (logit(base) - logit(*rate)));
                    }
                }
            }
            BuiltIn::HalfComplain => {
                for severity in &mut parameters.severities {
                    severity.complain = severity.complain.max(0.5);
                }
            }
            BuiltIn::NoWordOfMouth => {
                (parameters.word_of_mouth.negative_impact, parameters.word_of_mouth.positive_impact) = (0.0, 0.0);
            }
            BuiltIn::StrongWordOfMouth => parameters.word_of_mouth.negative_impact = 0.3,
            BuiltIn::ReplacingHalfAsDear => scale_replacing(parameters, 0.5),
            BuiltIn::ReplacingTwiceAsDear => scale_replacing(parameters, 2.0),
        }
    }
}

fn scale_replacing(parameters: &mut Parameters, factor: f64) {
    match &mut parameters.acquisition.cost {
        Some(cost) => *cost *= factor,
        None => parameters.acquisition.cost_ratio *= factor,
    }
}

/// Which variant it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Which {
    /// One that every study is put to.
    BuiltIn(BuiltIn),
    /// One of the study's own.
    Own {
        /// Its name.
        name: Arc<str>,
        /// What it changes, in the words of its author, or the keys that it sets.
        what: String,
    },
}

impl Which {
    /// Its name in tables and `result.json`.
    pub fn name(&self) -> &str {
        match self {
            Which::BuiltIn(variant) => variant.name(),
            Which::Own { name, .. } => name,
        }
    }

    /// What it changes.
    pub(crate) fn what(&self) -> &str {
        match self {
            Which::BuiltIn(variant) => variant.what(),
            Which::Own { what, .. } => what,
        }
    }
}

/// What strategies come to in one variant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VariantResult {
    /// The variant.
    pub which: Which,
    /// By strategy: NPV less the reference's, in money.
    pub differences: Vec<f64>,
    /// The strategy with the highest NPV, the first of equals.
    pub best: usize,
}

/// What strategies come to in all variants that change anything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Variants {
    /// Names of the strategies, the reference first.
    pub strategies: Vec<Arc<str>>,
    /// In the model as it is, at the point values: NPV less the reference's, in money.
    pub differences: Vec<f64>,
    /// The best strategy in the model as it is, at the point values.
    pub best: usize,
    /// In every variant that changes anything.
    pub variants: Vec<VariantResult>,
    /// Variants that cannot be: customers who never leave would be worth an infinite sum.
    pub impossible: Vec<Which>,
}

impl Variants {
    /// In how many variants `strategy` is the best.
    pub fn holding(&self, strategy: usize) -> usize {
        self.variants.iter().filter(|variant| variant.best == strategy).count()
    }

    /// The variants in which another strategy than `strategy` is the best, in their order.
    pub fn turning(&self, strategy: usize) -> impl Iterator<Item = &VariantResult> {
        self.variants.iter().filter(move |variant| variant.best != strategy)
    }
}

/// Evaluates every variant of a scenario.
pub(crate) fn variants(scenario: &Scenario) -> Variants {
    let cases: Vec<Parameters> =
        scenario.strategies.iter().map(|strategy| strategy.parameters.with_point_values()).collect();
    let plain = npvs(&cases, |_| ()).unwrap_or_else(|| vec![0.0; cases.len()]);
    let built_in = BuiltIn::ALL.into_iter().filter(|variant| variant.applies(&cases)).map(Which::BuiltIn);
    let own =
        scenario.variants.iter().map(|variant| Which::Own { name: variant.name.clone(), what: variant.what.clone() });
    let asked: Vec<Which> = built_in.chain(own).collect();
    let first_own = asked.len() - scenario.variants.len();
    let evaluated = each(asked.len(), |i| match &asked[i] {
        Which::BuiltIn(variant) => npvs(&cases, |parameters| variant.change(parameters)),
        Which::Own { .. } => npvs(&scenario.variants[i - first_own].cases, |_| ()),
    });
    let differences = |npv: &[f64]| npv.iter().map(|mine| mine - npv[0]).collect::<Vec<f64>>();
    let mut found = Variants {
        strategies: scenario.strategies.iter().map(|strategy| strategy.name.clone()).collect(),
        differences: differences(&plain),
        best: best_of(&plain),
        variants: Vec::new(),
        impossible: Vec::new(),
    };
    for (which, npv) in asked.into_iter().zip(evaluated) {
        let Some(npv) = npv else {
            found.impossible.push(which);
            continue;
        };
        let changes = |(a, b): (&f64, &f64)| (a - b).abs() > LEAST_CHANGE * b.abs().max(1.0);
        if npv.iter().zip(&plain).any(changes) {
            found.variants.push(VariantResult { which, differences: differences(&npv), best: best_of(&npv) });
        }
    }
    found
}

/// The NPV of every case with that change; none where customers never leave and are worth an infinite sum.
fn npvs(cases: &[Parameters], change: impl Fn(&mut Parameters)) -> Option<Vec<f64>> {
    let npv = |parameters: &Parameters| {
        let schedule = Schedule::edited(parameters.clone(), &change);
        let life =
            live(&schedule, &mut CohortPopulation::observed_by(schedule.first(), MeanField, WorthAlone), |_, _| ());
        (!life.endless).then(|| life.worth.contribution() - life.worth.programme())
    };
    cases.iter().map(npv).collect()
}
