//! Two runs side by side: which inputs changed, and how the answer changed with them.

mod elements;
mod scenarios;
mod side;

use indexmap::IndexMap;
use serde::Serialize;

use crate::ask::diff::elements::{elements, leaves};
use crate::ask::diff::scenarios::scenarios;
use crate::scenario::key::Key;

pub use crate::ask::diff::elements::ElementChange;
pub use crate::ask::diff::scenarios::{ScenarioDiff, StrategyDiff, Verdict};
pub use crate::ask::diff::side::{RoiInterval, Side};

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
