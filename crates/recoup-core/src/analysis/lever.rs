//! Levers: numbers of a study that a question moves, in which strategies they move, and what they cost.

use crate::analysis::cautions::{Caution, Concern};
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::Moved;
use crate::evidence::ledger::{Entry, Kind, entries, entry_for};
use crate::input::check::recovery::paid_on_nothing;
use crate::input::hint::{key_of, nearest};
use crate::input::leaf::{outside, shown};
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::ramp::Views;
use crate::scenario::recovery::Maximum;
use crate::scenario::study::Scenario;

/// A number that a question moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// Its key.
    pub key: Key,
    /// The strategies in which it moves, by index; the others stay as they are.
    pub moves_in: Vec<usize>,
    /// The value it has in the last of them at the point values, before responses.
    pub current: Option<f64>,
    /// Least and greatest value of its domain.
    pub bounds: [f64; 2],
}

impl Lever {
    /// The lever that `text` names, asked about `strategies`.
    ///
    /// What a strategy does moves in those strategies alone; a fact of the world or a price (margins,
    /// repurchase, acquisition, failures, cost of a contact) moves in every strategy, unless one of
    /// `strategies` sets it itself. A `[[sweep]]` does the same with what it may move.
    ///
    /// # Errors
    /// When the key names no number, none that these strategies have, or one that cannot move alone.
    pub fn named(text: &str, scenario: &Scenario, strategies: &[usize]) -> Result<Lever, Diagnostic> {
        let key = key_of(text, "a lever", None)?;
        let entry = number_entry(&key)?;
        if let ["segment", _, "share"] = key.parts().as_slice() {
            let message = format!("`{key}` cannot move alone: shares sum to 1");
            return Err(Diagnostic::error("S040", message).with_help("write the shares as a [[scenario]]"));
        }
        let own = |&i: &usize| scenario.strategies[i].changes.contains(&key);
        let everywhere = is_of_the_world(&key) && !strategies.iter().any(own);
        let asked: Vec<usize> = if everywhere { (0..scenario.strategies.len()).collect() } else { strategies.to_vec() };
        let moves_in: Vec<usize> =
            asked.into_iter().filter(|&i| has(&scenario.strategies[i].parameters.point, &key)).collect();
        let Some(&last) = moves_in.last() else { return Err(unknown(&key, scenario, strategies)) };
        let (least, greatest) = entry.bounds();
        let narrowed = |bounds, &i: &usize| beside_its_maximum(&scenario.strategies[i].parameters.point, &key, bounds);
        let bounds = moves_in.iter().fold([least, greatest], narrowed);
        Ok(Lever {
            current: scenario.strategies[last].parameters.point.clone().number_mut(&key).copied(),
            key,
            moves_in,
            bounds,
        })
    }

    /// Whether the lever can take `value`: in its domain, and with what else stands in the strategies.
    ///
    /// # Errors
    /// When it cannot.
    pub fn accepts(&self, value: f64, scenario: &Scenario) -> Result<(), Diagnostic> {
        if let Some(trouble) = number_entry(&self.key).ok().and_then(|entry| outside(value, entry)) {
            return Err(Diagnostic::error("S012", format!("`{}` ({}) {trouble}", self.key, shown(value))));
        }
        for &i in &self.moves_in {
            let mut parameters = scenario.strategies[i].parameters.point.clone();
            parameters.set_number(&self.key, value);
            parameters.apply_responses();
            if let Some(Maximum { key: most, plain_key: plain, .. }) =
                best_below_plain(&parameters).filter(|_| self.key.0.contains(&"recovery".into()))
            {
                let name = &scenario.strategies[i].name;
                let message =
                    format!("with `{}` at {}, `{most}` lies below `{plain}` in `{name}`", self.key, shown(value));
                return Err(Diagnostic::error("S037", message).with_help("choose a narrower range"));
            }
            if let Some((severity, _)) = paid_on_nothing(&parameters) {
                let name = &scenario.strategies[i].name;
                let message = format!(
                    "with `{}` at {}, severity `{severity}` pays an amount on a loss of 0 in `{name}`",
                    self.key,
                    shown(value)
                );
                return Err(Diagnostic::error("S012", message).with_help("choose a narrower range"));
            }
        }
        Ok(())
    }

    /// The lever at `value`.
    pub fn at(&self, value: f64) -> Moved<'_> {
        Moved { key: &self.key, value, in_reference: self.moves(0) }
    }

    /// Whether the lever moves in a strategy.
    pub fn moves(&self, strategy: usize) -> bool {
        self.moves_in.contains(&strategy)
    }

    /// Money per year that the lever at `value` costs by itself, in a strategy; `None` for one that has no
    /// price. Only responses, cost keys, paid desk positions, soliciting, detection and forewarning have one: the
    /// contacts that more complaints bring are consequences.
    pub(crate) fn price_per_year(&self, parameters: &Parameters, value: f64) -> Option<f64> {
        let customers = parameters.market.customers;
        match self.key.parts().as_slice() {
            ["response", _, "spend_per_year"] => Some(value),
            ["costs", "fixed_per_year" | "training_per_year" | "prevention_per_year"] => Some(value),
            ["costs", "setup"] => {
                Some(value * parameters.horizon.period.per_year() / f64::from(parameters.horizon.periods.max(1)))
            }
            ["costs", "detection_per_customer_year" | "forewarning_per_customer_year"] | ["voice", "solicit_cost"] => {
                Some(value * customers)
            }
            ["segment", name, "voice", "solicit_cost"] => {
                let segment = parameters.segments.iter().find(|segment| &*segment.name == *name)?;
                Some(value * segment.share * customers)
            }
            ["recovery", "desk", "agents"] if parameters.costs.agent_per_year > 0.0 => {
                Some(value.floor() * parameters.costs.agent_per_year)
            }
            _ => None,
        }
    }

    /// Whether it is paid for as it is used, case by case: compensation, its limit, refunds. It has no price a year, yet is
    /// not free.
    pub fn is_paid_by_case(&self) -> bool {
        matches!(
            self.key.parts().as_slice(),
            [.., "compensation" | "compensation_amount" | "front_line_limit"] | ["guarantee", "refund" | "invoked"]
        )
    }

    /// Whether it is a fact of the world or a price, which no strategy chooses.
    pub fn is_of_the_world(&self) -> bool {
        is_of_the_world(&self.key)
    }

    /// Whether only whole values make a difference.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(self.key.parts().as_slice(), ["recovery", "desk", "agents"] | ["market", _])
    }

    /// Whether nothing is paid for it: moving it is then no advice.
    pub(crate) fn is_free(&self, parameters: &Parameters) -> bool {
        self.price_per_year(parameters, 1.0).is_none() && !self.is_paid_by_case() && !self.is_of_the_world()
    }

    /// The caution for a lever that is free.
    pub fn caution(&self, parameters: &Parameters) -> Option<Caution> {
        self.is_free(parameters).then(|| Concern::FreeLever { key: self.key.to_string() }.anywhere())
    }
}

/// The keys of the world and its prices; everything else is what a strategy does.
fn is_of_the_world(key: &Key) -> bool {
    match key.parts().as_slice() {
        ["costs", "per_contact" | "agent_per_year"]
        | ["recovery", "fair_treatment_saves" | "late_compensation_per_day" | "late_days"]
        | ["guarantee", "repurchase"] => true,
        ["recovery", "compensation_cost" | "false_claims"] => true,
        ["severity", _, "compensation" | "compensation_amount"] | ["failure", _, "forewarned" | "guaranteed"] => false,
        ["segment", _, own @ ..] if own.len() > 1 => is_of_the_world(&Key::from_parts(own.iter().copied())),
        [first, ..] => matches!(
            *first,
            "market"
                | "horizon"
                | "segment"
                | "failure"
                | "severity"
                | "loyalty"
                | "tenure"
                | "word_of_mouth"
                | "acquisition"
                | "learning"
                | "satisfaction"
        ),
        [] => false,
    }
}

/// A maximum of compensation that lies below what is resolved without, for some segment.
fn best_below_plain(parameters: &Parameters) -> Option<Maximum> {
    let views = Views::new(parameters);
    views.all().find_map(|parameters| parameters.recovery.maxima().find(Maximum::is_below_plain))
}

/// Where a number of the recovery may lie beside its maximum, or its plain share: the bounds of its key, narrowed.
fn beside_its_maximum(parameters: &Parameters, key: &Key, [least, greatest]: [f64; 2]) -> [f64; 2] {
    let ["recovery", name] = key.parts()[..] else { return [least, greatest] };
    parameters.recovery.maxima().fold([least, greatest], |[least, greatest], maximum| {
        if name == maximum.key {
            [least.max(maximum.plain), greatest]
        } else if name == maximum.plain_key {
            [least, greatest.min(maximum.most)]
        } else {
            [least, greatest]
        }
    })
}

/// Whether the parameters have a number of that name, absent ones included that may be given.
fn has(parameters: &Parameters, key: &Key) -> bool {
    parameters.clone().set_number(key, 0.0)
}

fn number_entry(key: &Key) -> Result<&'static Entry, Diagnostic> {
    entry_for(key).filter(|entry| entry.kind == Kind::Number).ok_or_else(|| {
        let mut diagnostic = Diagnostic::error("S040", format!("`{key}` names no number of a study"));
        if entry_for(key).is_some() {
            diagnostic.help =
                Some(format!("it is no amount that can move: edit it with `--set {key}=VALUE`, or in a [[strategy]]"));
            return diagnostic;
        }
        let known = entries().iter().filter(|entry| entry.kind == Kind::Number).map(|entry| entry.path.as_str());
        diagnostic.help = nearest(&key.to_string(), known).map(|near| format!("did you mean `{near}`?"));
        diagnostic
    })
}

fn unknown(key: &Key, scenario: &Scenario, strategies: &[usize]) -> Diagnostic {
    let asked: Vec<&str> = strategies.iter().map(|&i| &*scenario.strategies[i].name).collect();
    let holders = scenario.strategies.iter().filter(|s| has(&s.parameters.point, key)).map(|s| format!("`{}`", s.name));
    let holders: Vec<String> = holders.collect();
    let mut diagnostic =
        Diagnostic::error("S040", format!("`{key}` names no number of strategy `{}`", asked.join("`, `")));
    diagnostic.help = Some(if holders.is_empty() {
        "no strategy of the study has it: see `recoup explain`".to_string()
    } else {
        format!("it is in {}: ask with --strategy", holders.join(", "))
    });
    diagnostic
}
