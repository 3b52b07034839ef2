//! What a result rests on: every number of the study that is uncertain, and the certain ones that move the decision most.
//!
//! A certain number is moved to the ends of its published or plausible range, or by a tenth where there is none, the others at
//! their point values; the difference between a strategy and the reference is read by the expected engine.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::analysis::sensitivity::Sensitivity;
use crate::engine::evaluate::{each, expected_record};
use crate::evidence::ledger::{Entry, Kind, NAME, entries, entry_for};
use crate::input::shipped::{PresetNumbers, preset_numbers};
use crate::scenario::key::Key;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{Scenario, Strategy, UncertainParameters};
use crate::units::period_number;

/// Certain numbers that are listed, at most.
const MOST: usize = 16;
/// A certain number is listed where it moves the difference by at least this share of the widest movement.
const LEAST_SHARE: f64 = 0.02;
/// Periods x groups x kinds of failure that the movements of certain numbers may take.
const EFFORT: f64 = 2e8;

/// Where the ends come from to which a number was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The 5 and 95 % quantiles of the study's own distribution.
    Uncertain,
    /// The published range.
    Published,
    /// A range that is plausible and not published.
    Plausible,
    /// A tenth less, and a tenth more.
    Tenth,
}

/// Whose value a number has, the mean of an uncertain one. The sources of the ledger are those of the program's defaults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The program's default.
    Default,
    /// That of a shipped preset behind the study, by its name.
    Preset(String),
    /// The study's own.
    Study,
}

/// A number of the study, and what depends on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumption {
    /// The number.
    pub key: Key,
    /// Its point value.
    pub value: f64,
    /// Whose value that is.
    pub origin: Origin,
    /// From where to where it was moved.
    pub ends: [f64; 2],
    /// Where the ends come from.
    pub basis: Basis,
    /// NPV difference of the strategy to the reference at the ends, money; none where it was not looked at.
    pub differences: Option<[f64; 2]>,
    /// Whether another strategy becomes the best on the way; for certain numbers: whether the sign of the difference changes.
    pub turns: bool,
}

impl Assumption {
    /// How far the difference moves, money.
    pub fn width(&self) -> f64 {
        self.differences.map_or(0.0, |[low, high]| (high - low).abs())
    }
}

/// What the comparison of one strategy with the reference rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assumptions {
    /// The strategy: the best, or the next where the reference is the best.
    pub strategy: Arc<str>,
    /// Its NPV difference to the reference at the point values by the expected engine, money; none where it does not apply.
    pub difference: Option<f64>,
    /// Uncertain numbers, the widest first.
    pub uncertain: Vec<Assumption>,
    /// Certain numbers, the widest first.
    pub certain: Vec<Assumption>,
    /// Certain numbers that move less.
    pub left_out: usize,
}

/// One number as a strategy has it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// The number, the mean of an uncertain one.
    pub value: f64,
    /// 5 and 95 % quantiles of an uncertain one.
    pub range: Option<[f64; 2]>,
}

/// What a strategy does otherwise than the reference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The strategy.
    pub strategy: Arc<str>,
    /// What it changes.
    pub key: Key,
    /// The reference's number; none where it has none of that name, or it is no number.
    pub from: Option<Setting>,
    /// The strategy's.
    pub to: Option<Setting>,
}

/// What every strategy but the reference does otherwise.
pub fn changes(scenario: &Scenario) -> Vec<Change> {
    let reference = &scenario.strategies[0];
    let of_strategy = |strategy: &Strategy| {
        let change = |key: &Key| Change {
            strategy: strategy.name.clone(),
            key: key.clone(),
            from: setting(reference, key),
            to: setting(strategy, key),
        };
        strategy.changes.iter().map(change).collect::<Vec<Change>>()
    };
    scenario.strategies.iter().skip(1).flat_map(of_strategy).collect()
}

fn setting(strategy: &Strategy, key: &Key) -> Option<Setting> {
    if let Some(value) = whole(&strategy.parameters.point, key) {
        return Some(Setting { value, range: None });
    }
    let value = *strategy.parameters.point.clone().number_mut(key)?;
    let uncertain = strategy.parameters.uncertain.iter().find(|number| number.key == *key);
    let at = |level: f64| uncertain.map(|u| u.distribution.quantile(level).clamp(u.least, u.greatest));
    Some(Setting { value, range: at(0.05).zip(at(0.95)).map(|(low, high)| [low, high]) })
}

/// A whole number that is never drawn: when a strategy starts and how long it ramps, when a failure is in force. Periods count
/// from 1.
fn whole(parameters: &Parameters, key: &Key) -> Option<f64> {
    let number = |t: u32| period_number(t as usize) as f64;
    let failure = |name: &str| parameters.failures.iter().find(|failure| &*failure.name == name);
    match key.parts().as_slice() {
        ["starts"] => Some(number(parameters.timing.starts)),
        ["ramp_periods"] => Some(f64::from(parameters.timing.ramp_periods)),
        ["failure", name, "first_period"] => failure(name).map(|failure| number(failure.first_period)),
        ["failure", name, "last_period"] => failure(name).map(|failure| number(failure.last_period)),
        _ => None,
    }
}

/// What the difference of strategy number `of` to the reference rests on; `tornado` covers the uncertain numbers, and
/// certain ones are moved where the expected engine `applies`.
pub(crate) fn assumptions(scenario: &Scenario, of: usize, tornado: Option<&Sensitivity>, applies: bool) -> Assumptions {
    let (reference, strategy) = (&scenario.strategies[0], &scenario.strategies[of]);
    let parameters = &strategy.parameters.point;
    let presets = presets_behind(&reference.parameters.point);
    let uncertain: Vec<Assumption> = tornado.map_or(Vec::new(), |found| {
        let uncertain = |bar: &crate::analysis::sensitivity::KeyBar| {
            let end = |end: &crate::analysis::tornado::End| {
                if of > 0 { end.npv[of] - end.npv[0] } else { end.npv[0] }
            };
            Assumption {
                key: bar.key.clone(),
                value: bar.point,
                origin: origin(&bar.key, bar.point, &presets),
                ends: [bar.bar.low.value, bar.bar.high.value],
                basis: Basis::Uncertain,
                differences: Some([end(&bar.bar.low), end(&bar.bar.high)]),
                turns: !bar.bar.flips.is_empty(),
            }
        };
        found.tornado.iter().map(uncertain).collect()
    });
    let is_uncertain = |key: &Key| {
        let strategies = scenario.strategies.iter();
        strategies.flat_map(|s| &s.parameters.uncertain).any(|number| number.key == *key)
    };
    let mut certain = Vec::new();
    for entry in entries().iter().filter(|e| matches!(e.kind, Kind::Number | Kind::Whole) && !e.certain) {
        for key in named(entry, parameters) {
            let lever = scenario.strategies.iter().any(|s| s.changes.contains(&key));
            let Some(value) = parameters.clone().number_mut(&key).map(|number| *number) else { continue };
            if lever || is_uncertain(&key) || parameters.acquisition.replaces(&key) {
                continue;
            }
            let Some((ends, basis)) = ends(entry, value) else { continue };
            let origin = origin(&key, value, &presets);
            certain.push(Assumption { key, value, origin, ends, basis, differences: None, turns: false });
        }
    }
    let difference_with = |key: Option<(&Key, f64)>| {
        let npv = |parameters: &UncertainParameters| {
            let mut parameters = parameters.before_responses();
            if let Some((key, value)) = key {
                parameters.set_number(key, value);
                if parameters.before.is_some() {
                    // What holds before a strategy starts has the same number.
                    let mut before = reference.parameters.before_responses();
                    before.set_number(key, value);
                    before.apply_responses();
                    parameters.before = Some(Arc::new(before));
                }
            }
            parameters.apply_responses();
            expected_record(&parameters).npv()
        };
        npv(&strategy.parameters) - if of > 0 { npv(&reference.parameters) } else { 0.0 }
    };
    let groups = parameters.segments.len() * parameters.severities.len().max(1) * parameters.failures.len().max(1);
    let effort = f64::from(parameters.horizon.periods) * groups as f64 * certain.len() as f64;
    let difference = applies.then(|| difference_with(None));
    if let Some(difference) = difference.filter(|_| effort <= EFFORT) {
        let moved = each(certain.len(), |i| certain[i].ends.map(|end| difference_with(Some((&certain[i].key, end)))));
        for (assumption, moved) in certain.iter_mut().zip(moved) {
            assumption.differences = Some(moved).filter(|moved| moved.iter().all(|d| d.is_finite()));
            assumption.turns = moved.iter().any(|d| d.signum() != difference.signum());
        }
        certain.sort_by(|a, b| b.width().total_cmp(&a.width()));
    }
    let widest = uncertain.iter().chain(&certain).map(Assumption::width).fold(0.0, f64::max);
    let all = certain.len();
    certain.retain(|a| a.differences.is_none() || a.width() > 0.0 && (a.width() >= LEAST_SHARE * widest || a.turns));
    certain.truncate(MOST);
    let left_out = all - certain.len();
    Assumptions { strategy: strategy.name.clone(), difference, uncertain, certain, left_out }
}

/// To where a certain number is moved; nowhere when it is 0 and the ledger has no range.
fn ends(entry: &Entry, value: f64) -> Option<([f64; 2], Basis)> {
    if let Some(range) = entry.range {
        return Some((range, if entry.plausible { Basis::Plausible } else { Basis::Published }));
    }
    let (least, greatest) = entry.bounds();
    let ends = [0.9 * value, 1.1 * value].map(|end| end.clamp(least, greatest));
    (ends[0] != ends[1]).then(|| (if ends[0] < ends[1] { ends } else { [ends[1], ends[0]] }, Basis::Tenth))
}

/// Presets that stand behind the parameters, the likeliest first: it has at least half of their numbers.
///
/// They are found by their numbers, since a resolved study no longer contains the sources of its numbers.
fn presets_behind(parameters: &Parameters) -> Vec<&'static PresetNumbers> {
    let mut parameters = parameters.clone();
    let share = |preset: &PresetNumbers, parameters: &mut Parameters| {
        let has =
            |(key, value): &&(Key, f64)| parameters.number_mut(key).is_some_and(|number| is_same(*number, *value));
        preset.numbers.iter().filter(has).count() as f64 / preset.numbers.len().max(1) as f64
    };
    let mut found: Vec<(f64, &PresetNumbers)> = preset_numbers()
        .iter()
        .map(|preset| (share(preset, &mut parameters), preset))
        .filter(|(s, _)| *s >= 0.5)
        .collect();
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    found.into_iter().map(|(_, preset)| preset).collect()
}

fn origin(key: &Key, value: f64, presets: &[&PresetNumbers]) -> Origin {
    let default = entry_for(key).and_then(|entry| entry.default.as_ref()).and_then(number);
    if default.is_some_and(|default| is_same(default, value)) {
        return Origin::Default;
    }
    let holds = |preset: &&&PresetNumbers| preset.numbers.iter().any(|(k, v)| k == key && is_same(*v, value));
    presets.iter().find(holds).map_or(Origin::Study, |preset| Origin::Preset(preset.name.to_string()))
}

/// Equal but for the rounding of a mean.
fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

fn number(value: &toml::Value) -> Option<f64> {
    value.as_float().or_else(|| value.as_integer().map(|whole| whole as f64))
}

/// The keys of an entry in a set of parameters: one a segment, failure, severity or response where its path has a name.
fn named(entry: &Entry, parameters: &Parameters) -> Vec<Key> {
    if matches!(entry.parts().next(), Some("study" | "horizon" | "strategy" | "scenario" | "sweep" | "satisfaction")) {
        return Vec::new();
    }
    if entry.parts().next() == Some("segment") && entry.parts().count() > 3 {
        // Numbers that a segment has in place of the study's.
        let own = parameters.segments.iter().flat_map(|segment| segment.own.iter().map(move |(key, _)| (segment, key)));
        let keys =
            own.map(|(segment, key)| Key::from_parts(["segment", &*segment.name].into_iter().chain(key.parts())));
        return keys.filter(|key| entry_for(key).is_some_and(|found| found.path == entry.path)).collect();
    }
    let names: Vec<&Arc<str>> = match entry.parts().next() {
        Some("segment") => parameters.segments.iter().map(|s| &s.name).collect(),
        Some("failure") => parameters.failures.iter().map(|f| &f.name).collect(),
        Some("severity") => parameters.severities.iter().map(|s| &s.name).collect(),
        Some("response") => parameters.responses.iter().map(|r| &r.name).collect(),
        _ => return vec![Key::from_parts(entry.parts())],
    };
    let filled = |name: &&Arc<str>| Key::from_parts(entry.parts().map(|part| if part == NAME { name } else { part }));
    let keys = names.iter().map(filled);
    keys.filter(|key| entry_for(key).is_some_and(|found| found.path == entry.path)).collect()
}

#[cfg(test)]
mod tests {
    use crate::analysis::assumptions::{Basis, Origin, assumptions, changes, origin, presets_behind};
    use crate::input::source::Origin as SourceOrigin;
    use crate::input::{Request, load};
    use crate::scenario::key::Key;

    #[test]
    fn the_cost_of_a_customer_is_moved_over_its_published_range() {
        let mut request = Request::builtin("city-hotel");
        request.set = vec!["acquisition.cost_ratio = 5".to_string()];
        let study = load(&request).unwrap().study;
        let found = assumptions(&study.scenarios[0], 3, None, true);
        let ratio = found.certain.iter().find(|a| a.key.to_string() == "acquisition.cost_ratio").unwrap();
        assert_eq!((ratio.value, ratio.basis, &ratio.origin), (5.0, Basis::Published, &Origin::Default));
        let [low, high] = ratio.differences.unwrap();
        // Replacing a customer is dearer, so keeping them is worth more.
        assert!(low < found.difference.unwrap() && found.difference.unwrap() < high, "{ratio:?}");
        assert!(found.certain.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
        assert!(found.certain.iter().all(|a| a.differences.is_some()) && found.left_out > 0);
    }

    #[test]
    fn what_a_strategy_does_is_told_and_is_no_assumption() {
        let study = load(&Request::builtin("city-hotel")).unwrap().study;
        let changes = changes(&study.scenarios[0]);
        let solicit = changes.iter().find(|c| c.key.to_string() == "voice.solicit").unwrap();
        assert_eq!((&*solicit.strategy, solicit.from.unwrap().value), ("ask", 0.0));
        assert!(solicit.to.unwrap().value > 0.0);
        let found = assumptions(&study.scenarios[0], 1, None, true);
        assert!(found.certain.iter().all(|a| changes.iter().all(|c| c.key != a.key)));
    }

    #[test]
    fn a_value_is_the_programs_a_presets_or_the_studys() {
        let origin_of = |study: &str, set: &str, key: &str| {
            let mut request = Request::builtin(study);
            request.set.extend((!set.is_empty()).then(|| format!("{key}={set}")));
            let study = load(&request).unwrap().study;
            // A resolved study is loaded again where parts are joined: the result must be the same.
            let again = Request::new(SourceOrigin::Text { name: "again".into(), text: study.resolved.clone() });
            let origins = [study, load(&again).unwrap().study].map(|study| {
                let mut parameters = study.scenarios[0].strategies[0].parameters.point.clone();
                let key = Key::parse(key).unwrap();
                let value = *parameters.number_mut(&key).unwrap();
                origin(&key, value, &presets_behind(&parameters))
            });
            assert_eq!(origins[0], origins[1], "{key}");
            origins[0].clone()
        };
        let preset = |name: &str| Origin::Preset(name.to_string());
        let complain = "severity.major.complain";
        assert_eq!(origin_of("tarp-major", "", complain), preset("tarp-major"));
        assert_eq!(origin_of("tarp-major", "0.3", "severity.major.repurchase.silent"), Origin::Study);
        assert_eq!(
            origin_of("tarp-major", "{ beta = [3.6, 36.4] }", "severity.major.repurchase.silent"),
            preset("tarp-major")
        );
        assert_eq!(origin_of("tarp-major", "", "word_of_mouth.told.silent"), Origin::Default);
        assert_eq!(origin_of("tarp-major", "7", "word_of_mouth.told.silent"), Origin::Study);
        assert_eq!(origin_of("tarp-major", "", "segment.\"all customers\".base_loyalty"), Origin::Study);
        // A number that a preset happens to have too is not the preset's where nothing else is.
        assert_eq!(origin_of("capacity-trap", "0.05", "word_of_mouth.positive_impact"), Origin::Study);
    }
}
