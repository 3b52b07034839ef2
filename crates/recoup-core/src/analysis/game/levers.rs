//! What teams of a game may pay for: the priced acts of a study's strategies, each as a lever on its reference.

use crate::evidence::ledger::{Kind, entry_for};
use crate::scenario::costs::Response;
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::Scenario;
use crate::scenario::table::mixed;

/// Quarters in a year.
const QUARTERS_A_YEAR: f64 = 4.0;
/// Years of a game: setup is paid over them.
const YEARS: f64 = 2.0;
/// Most levers of a game; those of later strategies are left out.
const MOST_LEVERS: usize = 8;
/// Desk positions that teams may add at least.
const LEAST_POSITIONS: f64 = 2.0;
/// How many times the spend of its strategy a response may get.
const MOST_SPEND: f64 = 2.0;
/// Compensation to which the lever goes where no strategy pays more than the reference: the whole loss.
const WHOLE_LOSS: f64 = 1.0;

/// What a lever is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeverKind {
    /// Soliciting complaints from customers who would be silent.
    Asking,
    /// Positions at the service desk.
    Positions,
    /// Compensation; paid case by case.
    Compensation,
    /// Spending with diminishing returns: a response of the study.
    Response,
    /// Anything else that a strategy pays by the year: training, detection, forewarning, a learning programme.
    Programme,
}

impl LeverKind {
    /// The word in JSON.
    pub fn name(self) -> &'static str {
        match self {
            LeverKind::Asking => "asking",
            LeverKind::Positions => "positions",
            LeverKind::Compensation => "compensation",
            LeverKind::Response => "response",
            LeverKind::Programme => "programme",
        }
    }
}

/// A number that a lever moves, and how far.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Move {
    /// Its key.
    pub key: Key,
    /// Its value in the reference.
    pub from: f64,
    /// Its value at the most money.
    pub to: f64,
}

/// How money acts.
#[derive(Clone, Debug, PartialEq)]
enum Act {
    /// All numbers move in proportion to the money.
    InProportion,
    /// Each position costs that much a quarter.
    Positions(f64),
    /// More spend of this response.
    Spend(Response),
}

/// Something that teams may pay for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct GameLever {
    /// What it is.
    pub kind: LeverKind,
    /// The strategy that it is taken from, by index; none where it is the reference's own.
    pub strategy: Option<usize>,
    /// The name of the response.
    pub response: Option<String>,
    /// Most money a quarter, above what the reference spends.
    pub most: f64,
    /// What it moves at the most money. Spend of a response is in money a year.
    pub moves: Vec<Move>,
    act: Act,
}

impl GameLever {
    /// Money a quarter that one step costs, where it comes in steps.
    pub(crate) fn step(&self) -> Option<f64> {
        match self.act {
            Act::Positions(price) => Some(price),
            _ => None,
        }
    }

    /// The money a quarter that has an effect: whole steps, where it comes in steps.
    pub(crate) fn spent(&self, money: f64) -> f64 {
        self.step().map_or(money, |price| whole_steps(money, price) * price)
    }

    /// Acts with that much money a quarter on the parameters of the reference, responses not yet applied.
    pub(crate) fn act(&self, parameters: &mut Parameters, money: f64) {
        if money <= 0.0 {
            return;
        }
        match &self.act {
            Act::InProportion => {
                let part = money / self.most;
                for Move { key, from, to } in &self.moves {
                    // Exactly the strategy's number at the most money.
                    let value = if part >= 1.0 { *to } else { mixed(*from, *to, part) };
                    parameters.set_number(key, value);
                }
            }
            Act::Positions(price) => {
                if let Some(desk) = &mut parameters.recovery.desk {
                    desk.agents = desk.agents.floor() + whole_steps(money, *price);
                }
            }
            Act::Spend(response) => {
                let spend = QUARTERS_A_YEAR * money;
                match parameters.responses.iter_mut().find(|known| known.name == response.name) {
                    Some(known) => known.spend_per_year += spend,
                    None => parameters.responses.push(Response { spend_per_year: spend, ..response.clone() }),
                }
            }
        }
    }

    /// The lever of compensation up to `to`, which a full quarter is expected to cost `price`.
    pub(crate) fn compensation(reference: &Parameters, to: f64, strategy: Option<usize>, price: f64) -> Self {
        let key = Key::from_parts(["recovery", "compensation"]);
        GameLever {
            kind: LeverKind::Compensation,
            strategy,
            response: None,
            most: price,
            moves: vec![Move { key, from: reference.recovery.compensation, to }],
            act: Act::InProportion,
        }
    }
}

/// Whole steps that the money pays for; a hair less pays for one too.
fn whole_steps(money: f64, price: f64) -> f64 {
    (money / price + 1e-9).floor()
}

/// The levers of a scenario but that of compensation, in the order of its strategies.
///
/// A strategy may hold several: soliciting, desk positions, each response, and everything else that it does, which its
/// other costs pay. A number is moved by one lever only, the first that moves it. What has no price, or is no number in the
/// reference, is no lever.
pub(crate) fn levers(scenario: &Scenario, reference: &Parameters) -> Vec<GameLever> {
    let mut found: Vec<GameLever> = Vec::new();
    for i in 1..scenario.strategies.len() {
        for lever in [asking(scenario, reference, i), programme(scenario, reference, i)].into_iter().flatten() {
            let is_taken = |moved: &Move| !is_cost(&moved.key) && moves(&found, &moved.key);
            if !lever.moves.iter().any(is_taken) {
                found.push(lever);
            }
        }
        for lever in responses(scenario, reference, i) {
            if found.iter().all(|known| known.response != lever.response) {
                found.push(lever);
            }
        }
    }
    found.extend(positions(scenario, reference));
    found.sort_by_key(|lever| lever.kind as u8);
    found.truncate(MOST_LEVERS - 1);
    found
}

fn moves(levers: &[GameLever], key: &Key) -> bool {
    levers.iter().any(|lever| lever.moves.iter().any(|moved| moved.key == *key))
}

/// What compensation may go up to, and the strategy that pays it; none where it has no effect.
pub(crate) fn most_compensation(scenario: &Scenario, reference: &Parameters) -> Option<(f64, Option<usize>)> {
    let own = reference.recovery.compensation;
    let paid = |i: usize| scenario.strategies[i].parameters.point.recovery.compensation;
    let most = (1..scenario.strategies.len()).fold(
        None,
        |most: Option<usize>, i| {
            if paid(i) > most.map_or(own, paid) { Some(i) } else { most }
        },
    );
    match most {
        Some(i) => Some((paid(i), Some(i))),
        None => (reference.recovery.maxima().next().is_some() && own < WHOLE_LOSS).then_some((WHOLE_LOSS, None)),
    }
}

/// Where a change of a strategy belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Belongs {
    Voice,
    VoicePrice,
    Price,
    Elsewhere,
    Programme,
}

fn belongs(key: &Key, reference: &Parameters) -> Belongs {
    match key.parts().as_slice() {
        ["voice", "solicit_cost"] | ["segment", _, "voice", "solicit_cost"] => Belongs::VoicePrice,
        ["voice", ..] | ["segment", _, "voice", ..] => Belongs::Voice,
        ["recovery", "desk", "agents"] if reference.recovery.desk.is_some() => Belongs::Elsewhere,
        ["response", ..] | ["starts" | "ramp_periods"] | ["recovery", "compensation"] => Belongs::Elsewhere,
        ["costs", "per_contact" | "agent_per_year"] => Belongs::Programme,
        ["costs", ..] => Belongs::Price,
        _ => Belongs::Programme,
    }
}

fn is_cost(key: &Key) -> bool {
    key.parts().first() == Some(&"costs")
}

/// The changes of strategy `i` that belong there, as moves; `None` where one of them is no number in both.
fn changed(scenario: &Scenario, reference: &Parameters, i: usize, of: &[Belongs]) -> Option<Vec<Move>> {
    let strategy = &scenario.strategies[i];
    let own = &strategy.parameters.point;
    let changes = strategy.changes.iter().filter(|key| of.contains(&belongs(key, reference)) && !is_replaced(key, own));
    changes.map(|key| moved(reference, own, key)).collect()
}

/// Whether the strategy has the other of two alternative keys in place of this one.
fn is_replaced(key: &Key, strategy: &Parameters) -> bool {
    let severity = |name: &str| strategy.severities.iter().find(|severity| &*severity.name == name);
    match key.parts().as_slice() {
        ["severity", name, "compensation"] => severity(name).is_some_and(|s| s.compensation_amount.is_some()),
        ["severity", name, "compensation_amount"] => severity(name).is_some_and(|s| s.compensation.is_some()),
        _ => false,
    }
}

fn moved(reference: &Parameters, strategy: &Parameters, key: &Key) -> Option<Move> {
    let to = strategy.clone().number_mut(key).copied()?;
    let from = match (key.parts().as_slice(), reference.clone().number_mut(key).copied()) {
        (_, Some(from)) => from,
        // A maximum that is not given is the plain share as it stands.
        (["recovery", "resolves_max"], None) => reference.recovery.resolves,
        (["recovery", "front_line_resolves_max"], None) => reference.recovery.front_line_resolves,
        // So is the share of the loss that is paid on a severity.
        (["severity", name, of @ ("compensation" | "compensation_amount")], None) => {
            let severity = reference.severities.iter().position(|severity| &*severity.name == *name)?;
            let share = reference.compensation(severity);
            if *of == "compensation" { share } else { share * reference.severities[severity].loss }
        }
        // A segment that has no number of its own has the study's.
        (["segment", _, own @ ..], None) if own.len() > 1 => {
            reference.clone().number_mut(&Key::from_parts(own.iter().copied())).copied()?
        }
        _ => return None,
    };
    (entry_for(key)?.kind == Kind::Number).then(|| Move { key: key.clone(), from, to })
}

/// Money a quarter that the moves of costs come to, with as many customers as at the start.
fn price(moves: &[Move], reference: &Parameters) -> f64 {
    let customers = reference.market.customers;
    let per_year = |moved: &Move| {
        let more = moved.to - moved.from;
        match moved.key.parts().as_slice() {
            ["costs", "fixed_per_year" | "training_per_year" | "prevention_per_year"] => more,
            ["costs", "detection_per_customer_year" | "forewarning_per_customer_year"] | ["voice", "solicit_cost"] => {
                more * customers
            }
            ["segment", name, "voice", "solicit_cost"] => {
                let share = reference.segments.iter().find(|s| &*s.name == *name).map_or(0.0, |s| s.share);
                more * share * customers
            }
            _ => 0.0,
        }
    };
    moves.iter().map(per_year).sum::<f64>() / QUARTERS_A_YEAR
}

/// Setup as money a year over the game: who starts and stops again pays for the quarters alone.
fn with_setup_by_year(mut moves: Vec<Move>, reference: &Parameters) -> Vec<Move> {
    let setup = Key::from_parts(["costs", "setup"]);
    let Some(place) = moves.iter().position(|moved| moved.key == setup) else { return moves };
    let Move { from, to, .. } = moves.remove(place);
    let fixed = Key::from_parts(["costs", "fixed_per_year"]);
    let more = (to - from) / YEARS;
    match moves.iter_mut().find(|moved| moved.key == fixed) {
        Some(moved) => moved.to += more,
        None => {
            let from = reference.costs.fixed_per_year;
            moves.push(Move { key: fixed, from, to: from + more });
        }
    }
    moves
}

/// What strategy `i` does besides soliciting, positions, compensation and responses, paid by its costs.
fn programme(scenario: &Scenario, reference: &Parameters, i: usize) -> Option<GameLever> {
    let acts = changed(scenario, reference, i, &[Belongs::Programme])?;
    if acts.is_empty() {
        return None;
    }
    let costs = with_setup_by_year(changed(scenario, reference, i, &[Belongs::Price])?, reference);
    in_proportion(LeverKind::Programme, i, [acts, costs].concat(), reference)
}

/// The soliciting of strategy `i`; it carries the strategy's other costs where nothing else does.
fn asking(scenario: &Scenario, reference: &Parameters, i: usize) -> Option<GameLever> {
    let acts = changed(scenario, reference, i, &[Belongs::Voice])?;
    if acts.is_empty() {
        return None;
    }
    let mut costs = changed(scenario, reference, i, &[Belongs::VoicePrice])?;
    if changed(scenario, reference, i, &[Belongs::Programme]).is_some_and(|acts| acts.is_empty()) {
        costs.extend(with_setup_by_year(changed(scenario, reference, i, &[Belongs::Price])?, reference));
    }
    in_proportion(LeverKind::Asking, i, [acts, costs].concat(), reference)
}

fn in_proportion(kind: LeverKind, i: usize, moves: Vec<Move>, reference: &Parameters) -> Option<GameLever> {
    let most = price(&moves, reference);
    let is_saving = |moved: &Move| price(std::slice::from_ref(moved), reference) < 0.0;
    if most <= 0.0 || moves.iter().any(is_saving) {
        return None;
    }
    Some(GameLever { kind, strategy: Some(i), response: None, most, moves, act: Act::InProportion })
}

/// The responses that strategy `i` spends more on than the reference.
fn responses(scenario: &Scenario, reference: &Parameters, i: usize) -> Vec<GameLever> {
    let lever = |response: &Response| {
        let own = reference.responses.iter().find(|known| known.name == response.name);
        let from = own.map_or(0.0, |own| own.spend_per_year);
        // Money moves the number by the reference's response where it has one of that name.
        let is_same = own.is_none_or(|own| own.key == response.key);
        let is_there = reference.clone().number_mut(&response.key).is_some();
        (is_same && is_there && response.spend_per_year > from).then(|| {
            let to = MOST_SPEND * response.spend_per_year;
            let key = Key::from_parts(["response", &*response.name, "spend_per_year"]);
            GameLever {
                kind: LeverKind::Response,
                strategy: Some(i),
                response: Some(response.name.to_string()),
                most: (to - from) / QUARTERS_A_YEAR,
                moves: vec![Move { key, from, to }],
                act: Act::Spend(response.clone()),
            }
        })
    };
    scenario.strategies[i].parameters.point.responses.iter().filter_map(lever).collect()
}

/// More positions at the desk, where there is one and they are paid.
fn positions(scenario: &Scenario, reference: &Parameters) -> Option<GameLever> {
    let price = reference.costs.agent_per_year / QUARTERS_A_YEAR;
    let own = reference.recovery.desk.as_ref()?.agents.floor();
    if !(price > 0.0) {
        return None;
    }
    let desks = scenario.strategies.iter().filter_map(|s| s.parameters.point.recovery.desk.as_ref());
    let most = desks.map(|desk| desk.agents.floor() - own).fold(LEAST_POSITIONS, f64::max);
    let key = Key::from_parts(["recovery", "desk", "agents"]);
    Some(GameLever {
        kind: LeverKind::Positions,
        strategy: None,
        response: None,
        most: most * price,
        moves: vec![Move { key, from: own, to: own + most }],
        act: Act::Positions(price),
    })
}
