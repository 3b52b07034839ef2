//! Two runs side by side: which inputs changed, and how the answer changed with them.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use toml::{Table, Value};

use crate::analysis::compare::compare;
use crate::analysis::summary::{Comparison, StrategySummary};
use crate::ask::{Subject, Unanswered};
use crate::engine::simulate::simulate;
use crate::evidence::ledger::{Kind, entry_for};
use crate::input::leaf::shown;
use crate::random::address::STREAM;
use crate::scenario::key::Key;
use crate::stats::band::Band;
use crate::stats::tie::is_tie;

/// One of two runs that are compared.
#[derive(Clone, Debug)]
pub struct Side {
    /// What people call it: the folder, or the study.
    pub name: String,
    /// Version of the program.
    pub version: String,
    /// Version of the stream contract.
    pub stream: u32,
    /// Currency of all money.
    pub currency: String,
    study: Table,
    scenarios: Vec<ScenarioFigures>,
}

/// What a scenario came to.
#[derive(Clone, Debug, Deserialize)]
struct ScenarioFigures {
    name: String,
    strategies: Vec<StrategyFigures>,
}

/// What a strategy came to, as `result.json` has it.
#[derive(Clone, Debug, Deserialize)]
struct StrategyFigures {
    name: String,
    difference: Difference,
    difference_standard_error: Option<f64>,
    roi: Option<f64>,
    roi_interval: Option<RoiInterval>,
    p_best: f64,
}

#[derive(Clone, Copy, Debug, Deserialize)]
struct Difference {
    npv: Band,
}

/// 90 % interval of a return on investment over the draws that have it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoiInterval {
    /// 5 % quantile.
    pub p05: f64,
    /// 95 % quantile.
    pub p95: f64,
}

/// The part of `result.json` that is compared.
#[derive(Deserialize)]
struct ResultFile {
    version: String,
    stream: u32,
    currency: String,
    strategies: Vec<StrategyFigures>,
    scenarios: Option<Vec<ScenarioFigures>>,
}

impl Side {
    /// A study, simulated with its engine, draws and seed.
    ///
    /// # Errors
    /// A stop was requested.
    pub fn simulated(name: &str, subject: &Subject<'_>) -> Result<Self, Unanswered> {
        let study = subject.study();
        let results = simulate(study, subject.progress)?;
        let scenarios = study.scenarios.iter().zip(&results.scenarios);
        Ok(Side {
            name: name.to_string(),
            version: env!("CARGO_PKG_VERSION").to_string(),
            stream: STREAM,
            currency: study.currency.clone(),
            study: study.resolved.parse().unwrap_or_default(),
            scenarios: scenarios.map(|(scenario, results)| ScenarioFigures::of(&compare(scenario, results))).collect(),
        })
    }

    /// A finished run: the texts of its `study.toml` and `result.json`, of this version of the program or another.
    ///
    /// # Errors
    /// Why one of the texts cannot be read.
    pub fn finished(name: &str, study: &str, result: &str) -> Result<Self, String> {
        let study: Table = study.parse().map_err(|error: toml::de::Error| error.message().to_string())?;
        let result: ResultFile = serde_json::from_str(result).map_err(|error| error.to_string())?;
        let base = || vec![ScenarioFigures { name: "base".to_string(), strategies: result.strategies.clone() }];
        Ok(Side {
            name: name.to_string(),
            version: result.version.clone(),
            stream: result.stream,
            currency: result.currency.clone(),
            study,
            scenarios: result.scenarios.clone().filter(|scenarios| !scenarios.is_empty()).unwrap_or_else(base),
        })
    }
}

impl ScenarioFigures {
    fn of(comparison: &Comparison) -> Self {
        let strategies = comparison.strategies.iter().map(StrategyFigures::of).collect();
        ScenarioFigures { name: comparison.scenario.to_string(), strategies }
    }

    /// The names of the strategies from the highest mean NPV to the lowest.
    fn ranking(&self) -> Vec<String> {
        let mut ranked: Vec<&StrategyFigures> = self.strategies.iter().collect();
        ranked.sort_by(|a, b| b.difference.npv.mean.total_cmp(&a.difference.npv.mean));
        ranked.into_iter().map(|strategy| strategy.name.clone()).collect()
    }
}

impl StrategyFigures {
    fn of(summary: &StrategySummary) -> Self {
        StrategyFigures {
            name: summary.name.to_string(),
            difference: Difference { npv: summary.difference.npv },
            difference_standard_error: Some(summary.difference_standard_error).filter(|error| error.is_finite()),
            roi: summary.roi.value,
            roi_interval: summary.roi.interval.map(|[p05, _, p95]| RoiInterval { p05, p95 }),
            p_best: summary.p_best,
        }
    }
}

/// What differs between two runs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diff {
    /// The earlier run.
    pub old: Identity,
    /// The later run.
    pub new: Identity,
    /// Settings of the runs that differ: version, stream, and the keys of `[study]` such as seed and draws.
    pub settings: Vec<Changed>,
    /// Strategies, scenarios, segments and other named elements that were added, removed or renamed.
    pub elements: Vec<ElementChange>,
    /// Inputs that differ, by key; those of elements that only one run has are left out.
    pub inputs: Vec<Changed>,
    /// The answers of the scenarios that both runs have.
    pub scenarios: Vec<ScenarioDiff>,
}

/// Which run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Identity {
    /// The folder, or the study.
    pub name: String,
    /// Version of the program.
    pub version: String,
    /// Version of the stream contract: the addresses of random numbers.
    pub stream: u32,
    /// Currency of all money.
    pub currency: String,
}

/// A value that differs, as TOML.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Changed {
    /// The key.
    pub key: String,
    /// In the earlier run; `None` where it does not say the key.
    pub old: Option<String>,
    /// In the later run; `None` where it does not say the key.
    pub new: Option<String>,
}

/// A named element that only one run has, or that has another name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ElementChange {
    /// Its table, such as `strategy`.
    pub table: String,
    /// Its name in the earlier run; `None` where it was added.
    pub old: Option<String>,
    /// Its name in the later run; `None` where it was removed.
    pub new: Option<String>,
}

/// The answers of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScenarioDiff {
    /// Its names in the two runs.
    pub names: [String; 2],
    /// The strategies with the highest mean NPV.
    pub best: [String; 2],
    /// The strategies from the highest mean NPV to the lowest.
    pub ranking: [Vec<String>; 2],
    /// Whether the strategies that both have are in another order.
    pub is_reordered: bool,
    /// Whether both compare with the same strategy, the first of each.
    pub has_same_reference: bool,
    /// The strategies that both have.
    pub strategies: Vec<StrategyDiff>,
}

/// What a strategy came to in the two runs, compared with the reference of each.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrategyDiff {
    /// Its names in the two runs.
    pub names: [String; 2],
    /// Mean and quantiles of the NPV difference, in money.
    pub npv_difference: [Band; 2],
    /// Standard errors of the mean NPV differences; `None` where they are not known.
    pub standard_error: [Option<f64>; 2],
    /// Later less earlier mean, in money; `None` where currencies or references differ.
    pub change: Option<f64>,
    /// Standard error of the change, as if the runs shared no random numbers: at most a little too large where they do.
    pub change_standard_error: Option<f64>,
    /// Whether the change is larger than the Monte Carlo error.
    pub verdict: Verdict,
    /// Return on investment.
    pub roi: [Option<f64>; 2],
    /// Its 90 % interval.
    pub roi_interval: [Option<RoiInterval>; 2],
    /// Probability of being the best.
    pub p_best: [f64; 2],
}

/// How a change compares with the Monte Carlo error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The figures are the same.
    Same,
    /// The change lies within 1.96 of its standard errors: chance can explain it.
    WithinError,
    /// The change is larger.
    BeyondError,
    /// The figures cannot be compared, or their errors are not known.
    Unknown,
}

impl Verdict {
    /// The word in messages.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Same => "same",
            Verdict::WithinError => "within",
            Verdict::BeyondError => "beyond",
            Verdict::Unknown => "unknown",
        }
    }

    fn of(change: Option<f64>, error: Option<f64>, old: f64, new: f64) -> Self {
        match (change, error) {
            (Some(_), _) if is_tie(old, new) => Verdict::Same,
            (Some(change), Some(error)) if change.abs() <= 1.96 * error => Verdict::WithinError,
            (Some(_), Some(_)) => Verdict::BeyondError,
            _ => Verdict::Unknown,
        }
    }
}

impl Diff {
    /// Whether the inputs are the same.
    pub fn has_same_inputs(&self) -> bool {
        self.inputs.is_empty() && self.elements.is_empty()
    }

    /// Whether a setting of that name differs.
    pub fn differs_in(&self, setting: &str) -> bool {
        self.settings.iter().any(|changed| changed.key == setting)
    }
}

/// What differs between the earlier run and the later one.
pub fn diff(old: &Side, new: &Side) -> Diff {
    let sides = [old, new];
    let leaves = sides.map(|side| leaves(&side.study));
    let elements = elements(&leaves);
    let [old_leaves, new_leaves] = &leaves;
    let is_alone = |path: &[String], side: fn(&ElementChange) -> (&Option<String>, &Option<String>)| {
        elements.iter().any(|element| {
            let (here, there) = side(element);
            there.is_none() && path.len() > 1 && path[0] == element.table && here.as_ref() == Some(&path[1])
        })
    };
    let renamed = |path: &[String]| -> Vec<String> {
        let mut path = path.to_vec();
        let found = |e: &&ElementChange| path.len() > 1 && path[0] == e.table && e.old.as_ref() == Some(&path[1]);
        if let Some(name) = elements.iter().find(found).and_then(|element| element.new.clone()) {
            path[1] = name;
        }
        path
    };
    let mut inputs: IndexMap<Vec<String>, [Option<String>; 2]> = IndexMap::new();
    for (path, value) in old_leaves.iter().filter(|(path, _)| !is_alone(path, |e| (&e.old, &e.new))) {
        inputs.entry(renamed(path)).or_default()[0] = Some(value.clone());
    }
    for (path, value) in new_leaves.iter().filter(|(path, _)| !is_alone(path, |e| (&e.new, &e.old))) {
        inputs.entry(path.clone()).or_default()[1] = Some(value.clone());
    }
    let changed = inputs.into_iter().filter(|(_, [old, new])| old != new);
    let changed =
        changed.map(|(path, [old, new])| (path[0] == "study", Changed { key: Key(path).to_string(), old, new }));
    let (settings, inputs): (Vec<_>, Vec<_>) = changed.partition(|(is_setting, _)| *is_setting);
    let of_program =
        [("version", sides.map(|side| side.version.clone())), ("stream", sides.map(|side| side.stream.to_string()))];
    let of_program = of_program.into_iter().filter(|(_, [old, new])| old != new).map(|(key, [old, new])| Changed {
        key: key.to_string(),
        old: Some(old),
        new: Some(new),
    });
    let identity = |side: &Side| Identity {
        name: side.name.clone(),
        version: side.version.clone(),
        stream: side.stream,
        currency: side.currency.clone(),
    };
    Diff {
        old: identity(old),
        new: identity(new),
        settings: of_program.chain(settings.into_iter().map(|(_, changed)| changed)).collect(),
        inputs: inputs.into_iter().map(|(_, changed)| changed).collect(),
        scenarios: scenarios(old, new, &elements),
        elements,
    }
}

/// Named elements.
const NAMED: [&str; 8] =
    ["segment", "failure", "severity", "touchpoint", "response", "strategy", "scenario", "variant"];
/// What moves no number.
const WORDS: [&str; 7] = ["title", "summary", "language", "allow", "report", "input", "case"];

type Leaves = IndexMap<Vec<String>, String>;

/// Every value of a study by its path, elements by name.
fn leaves(study: &Table) -> Leaves {
    fn walk(path: &mut Vec<String>, value: &Value, leaves: &mut Leaves) {
        match value {
            Value::Table(table) if !is_number(path) => {
                for (key, inner) in table {
                    path.push(key.clone());
                    walk(path, inner, leaves);
                    path.pop();
                }
            }
            Value::Array(elements) if elements.iter().any(Value::is_table) => {
                for (i, element) in elements.iter().enumerate() {
                    let name = element.get("name").and_then(Value::as_str);
                    path.push(name.map_or_else(|| (i + 1).to_string(), str::to_string));
                    // An element that sets nothing is there too.
                    leaves.insert([&path[..], &["name".to_string()]].concat(), String::new());
                    for (key, inner) in element.as_table().into_iter().flatten().filter(|(key, _)| *key != "name") {
                        path.push(key.clone());
                        walk(path, inner, leaves);
                        path.pop();
                    }
                    path.pop();
                }
            }
            Value::Float(x) => {
                leaves.insert(path.clone(), shown(*x));
            }
            value => {
                leaves.insert(path.clone(), value.to_string());
            }
        }
    }
    let mut found = Leaves::new();
    for (key, value) in study.iter().filter(|(key, _)| !WORDS.contains(&key.as_str())) {
        walk(&mut vec![key.clone()], value, &mut found);
    }
    found.retain(|path, _| path.last().is_none_or(|last| last != "summary"));
    found
}

/// Whether a number stands at the path, which may be an inline table; in an overlay too.
fn is_number(path: &[String]) -> bool {
    let overlaid = ["strategy", "scenario", "variant"].contains(&path[0].as_str()) && path.len() > 2;
    let path = if overlaid { &path[2..] } else { path };
    entry_for(&Key(path.to_vec())).is_some_and(|entry| matches!(entry.kind, Kind::Number | Kind::Whole))
}

/// The elements that were added, removed or renamed: renamed is what sets the same under another name.
fn elements(leaves: &[Leaves; 2]) -> Vec<ElementChange> {
    let mut changes = Vec::new();
    for table in NAMED {
        let names = |side: usize| -> Vec<&String> {
            let mut names: Vec<&String> =
                leaves[side].keys().filter(|path| path.len() > 1 && path[0] == table).map(|path| &path[1]).collect();
            names.dedup();
            names
        };
        let sets = |side: usize, name: &String| -> Vec<(&[String], &String)> {
            let own = leaves[side].iter().filter(|(path, _)| path.len() > 1 && path[0] == table && path[1] == *name);
            own.map(|(path, value)| (&path[2..], value)).collect()
        };
        let (old, new) = (names(0), names(1));
        let mut added: Vec<&String> = new.iter().filter(|name| !old.contains(name)).copied().collect();
        for name in old.iter().filter(|name| !new.contains(name)) {
            let twin = added.iter().position(|other| sets(1, other) == sets(0, name));
            let twin = twin.map(|at| added.remove(at).clone());
            changes.push(ElementChange { table: table.to_string(), old: Some((*name).clone()), new: twin });
        }
        let added = added.into_iter().map(|name| (None, Some(name.clone())));
        changes.extend(added.map(|(old, new)| ElementChange { table: table.to_string(), old, new }));
    }
    changes
}

/// The name that an element of the earlier run has in the later one.
fn name_now<'a>(elements: &'a [ElementChange], table: &str, name: &'a str) -> &'a str {
    let renamed = elements.iter().find(|element| element.table == table && element.old.as_deref() == Some(name));
    renamed.and_then(|element| element.new.as_deref()).unwrap_or(name)
}

fn scenarios(old: &Side, new: &Side, elements: &[ElementChange]) -> Vec<ScenarioDiff> {
    let pair = |before: &ScenarioFigures| {
        let name = name_now(elements, "scenario", &before.name);
        let now = new.scenarios.iter().find(|scenario| scenario.name == name)?;
        Some(scenario(before, now, old.currency == new.currency, elements))
    };
    let pairs: Vec<ScenarioDiff> = old.scenarios.iter().filter_map(pair).collect();
    match (&pairs[..], &old.scenarios[..], &new.scenarios[..]) {
        // Without a name in common the first ones are the base of each.
        ([], [before, ..], [now, ..]) => vec![scenario(before, now, old.currency == new.currency, elements)],
        _ => pairs,
    }
}

fn scenario(
    old: &ScenarioFigures,
    new: &ScenarioFigures,
    has_one_currency: bool,
    elements: &[ElementChange],
) -> ScenarioDiff {
    let now = |name: &str| name_now(elements, "strategy", name).to_string();
    let reference = |figures: &ScenarioFigures| figures.strategies.first().map(|first| first.name.clone());
    let has_same_reference = reference(old).map(|name| now(&name)) == reference(new);
    let ranking = [old.ranking(), new.ranking()];
    let common = |name: &String| ranking[1].contains(name);
    let before: Vec<String> = ranking[0].iter().map(|name| now(name)).filter(common).collect();
    let after: Vec<String> = ranking[1].iter().filter(|name| before.contains(name)).cloned().collect();
    let best = ranking.each_ref().map(|ranking| ranking.first().cloned().unwrap_or_default());
    let pairs = old.strategies.iter().filter_map(|before| {
        let name = now(&before.name);
        Some((before, new.strategies.iter().find(|after| after.name == name)?))
    });
    let strategies = pairs.map(|(before, after)| strategy([before, after], has_one_currency && has_same_reference));
    ScenarioDiff {
        names: [old.name.clone(), new.name.clone()],
        best,
        is_reordered: before != after,
        has_same_reference,
        strategies: strategies.collect(),
        ranking,
    }
}

fn strategy(sides: [&StrategyFigures; 2], is_comparable: bool) -> StrategyDiff {
    let npv_difference = sides.map(|side| side.difference.npv);
    let standard_error = sides.map(|side| side.difference_standard_error);
    let [old, new] = npv_difference.map(|band| band.mean);
    let change = is_comparable.then_some(new - old);
    let error = match standard_error {
        [Some(a), Some(b)] if is_comparable => Some((a * a + b * b).sqrt()),
        _ => None,
    };
    StrategyDiff {
        names: sides.map(|side| side.name.clone()),
        npv_difference,
        standard_error,
        change,
        change_standard_error: error,
        verdict: Verdict::of(change, error, old, new),
        roi: sides.map(|side| side.roi),
        roi_interval: sides.map(|side| side.roi_interval),
        p_best: sides.map(|side| side.p_best),
    }
}

#[cfg(test)]
mod tests {
    use crate::ask::Subject;
    use crate::ask::diff::{Changed, Diff, Side, Verdict, diff};
    use crate::input::source::Origin;
    use crate::input::starter::starter;
    use crate::input::{Request, load};

    fn side(name: &str, edit: impl Fn(String) -> String, set: &[&str]) -> Side {
        let text = edit(starter("tarp-major").unwrap());
        let mut request = Request::new(Origin::Text { name: name.into(), text });
        request.set = set.iter().map(|text| text.to_string()).collect();
        request.draws = request.draws.or(Some(60));
        let study = load(&request).unwrap().study;
        Side::simulated(name, &Subject::new(&study, None).unwrap()).unwrap()
    }

    fn key<'a>(diff: &'a Diff, key: &str) -> Option<&'a Changed> {
        diff.inputs.iter().find(|changed| changed.key == key)
    }

    #[test]
    fn a_run_does_not_differ_from_itself() {
        let one = side("a", |text| text, &[]);
        let found = diff(&one, &one);
        assert!(found.has_same_inputs() && found.settings.is_empty());
        assert!(found.scenarios[0].strategies.iter().all(|strategy| strategy.verdict == Verdict::Same));
        assert!(!found.scenarios[0].is_reordered);
    }

    #[test]
    fn inputs_are_told_by_key_with_both_values() {
        let (old, new) = (
            side("a", |text| text, &[]),
            side("b", |text| text, &["horizon.discount_rate=0.2", "strategy.ask.voice.solicit=0.4"]),
        );
        let found = diff(&old, &new);
        let rate = key(&found, "horizon.discount_rate").unwrap();
        assert_eq!((rate.old.as_deref(), rate.new.as_deref()), (Some("0.1"), Some("0.2")));
        assert_eq!(key(&found, "strategy.ask.voice.solicit").unwrap().new.as_deref(), Some("0.4"));
        assert_eq!((found.inputs.len(), found.elements.len()), (2, 0), "{found:#?}");
        let far = diff(&old, &side("c", |text| text, &["market.customers=500_000"]));
        assert!(far.scenarios[0].strategies[1..].iter().all(|s| s.verdict == Verdict::BeyondError), "{far:#?}");
        assert_eq!(far.scenarios[0].strategies[0].verdict, Verdict::Same);
    }

    #[test]
    fn a_seed_alone_moves_nothing_beyond_the_error() {
        // Three strategies, one of them the reference: two comparisons at 1.96 standard errors, with the seeds 1 and 7.
        let found = diff(&side("a", |text| text, &[]), &side("b", |text| text, &["study.seed=7"]));
        assert!(found.has_same_inputs() && found.differs_in("study.seed") && found.settings.len() == 1, "{found:#?}");
        let verdicts: Vec<Verdict> = found.scenarios[0].strategies.iter().map(|s| s.verdict).collect();
        assert_eq!(verdicts, [Verdict::Same, Verdict::WithinError, Verdict::WithinError]);
    }

    #[test]
    fn names_that_change_are_no_other_strategies() {
        let renamed =
            |text: String| text.replace("\"ask\"", "\"survey\"").replace("name = \"as is\"", "name = \"today\"");
        let added = |text: String| renamed(text) + "\n[[strategy]]\nname = \"pay\"\nrecovery.compensation = 0.5\n";
        let found = diff(&side("a", |text| text, &[]), &side("b", added, &[]));
        let shown: Vec<[Option<&str>; 2]> =
            found.elements.iter().map(|e| [e.old.as_deref(), e.new.as_deref()]).collect();
        assert_eq!(shown, [[Some("as is"), Some("today")], [Some("ask"), Some("survey")], [None, Some("pay")]]);
        assert!(found.inputs.is_empty(), "{:?}", found.inputs);
        let scenario = &found.scenarios[0];
        assert!(scenario.has_same_reference && scenario.strategies.len() == 3);
        assert!(scenario.strategies.iter().all(|strategy| strategy.verdict == Verdict::Same));
    }

    #[test]
    fn other_currencies_are_not_subtracted() {
        let euros = side("b", |text| format!("currency = \"EUR\"\n{text}"), &[]);
        let found = diff(&side("a", |text| text, &[]), &euros);
        assert!(found.scenarios[0].strategies.iter().all(|s| s.change.is_none() && s.verdict == Verdict::Unknown));
        assert!(key(&found, "currency").is_some());
    }

    #[test]
    fn a_result_of_another_version_is_read() {
        let band = r#"{"mean": 1.0, "p05": 0.0, "p50": 1.0, "p95": 2.0}"#;
        let strategy = format!(
            r#"{{"name": "as is", "difference": {{"npv": {band}}}, "difference_standard_error": null, "roi": null, "roi_interval": null, "p_best": 1.0, "later": 3}}"#
        );
        let text = format!(r#"{{"version": "9.9.9", "stream": 3, "currency": "USD", "strategies": [{strategy}]}}"#);
        let side = Side::finished("x", "a_new_key = 1\n[study]\nseed = 1\n", &text).unwrap();
        assert_eq!((side.version.as_str(), side.stream), ("9.9.9", 3));
        assert!(Side::finished("x", "[", &text).is_err() && Side::finished("x", "", "{}").is_err());
    }
}
