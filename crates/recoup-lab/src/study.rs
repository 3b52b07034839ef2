//! What a page needs to know of a study: its names, its numbers, and how it is said in other languages.

use recoup_core::analysis::variants::BuiltIn;
use recoup_core::input::Loaded;
use recoup_core::scenario::study::{Scenario, Strategy};
use serde::Serialize;
use serde_json::{Map, Value, json};
use toml::Table;

use crate::numbers::{Number, numbers};
use crate::reply::listed;

/// A study as the page shows it.
#[derive(Debug, Serialize)]
pub(crate) struct Described {
    name: String,
    title: String,
    summary: Option<String>,
    currency: String,
    engine: &'static str,
    draws: u64,
    seed: u64,
    language: &'static str,
    /// BLAKE3 of the resolved study.
    hash: String,
    version: &'static str,
    /// Length of a period: `week`, `month`, `quarter` or `year`.
    period: &'static str,
    periods: u32,
    /// The study as one text that needs no other: what `recoup run` takes.
    text: String,
    /// The same without what only the whole answer needs: sweeps, model variants, translations. Read in half the time, with the
    /// same figures.
    light_text: String,
    scenarios: Vec<Value>,
    strategies: Vec<Value>,
    sweeps: Vec<Value>,
    numbers: Vec<Number>,
    /// Title, summary, and names by language code.
    translations: Map<String, Value>,
    /// Warnings and notes.
    diagnostics: Value,
    has_contagion: bool,
    /// Names of the built-in model variants, in their order.
    built_in_variants: Vec<&'static str>,
}

/// Describes a study that was loaded.
pub(crate) fn described(loaded: &Loaded) -> Described {
    let study = &loaded.study;
    let text: Table = study.resolved.parse().unwrap_or_default();
    let first = &study.scenarios[0];
    let point = &first.strategies[0].parameters.point;
    let strategy = |strategy: &Strategy| {
        let changes: Vec<String> = strategy.changes.iter().map(ToString::to_string).collect();
        json!({ "name": &*strategy.name, "summary": strategy.summary, "changes": changes })
    };
    let scenario = |scenario: &Scenario| json!({ "name": &*scenario.name, "weight": scenario.weight });
    let sweeps = study.sweeps.iter().flat_map(|sweep| {
        sweep.scenarios.first().into_iter().flatten().map(move |swept| {
            let strategy = &*first.strategies[swept.strategy].name;
            json!({ "key": sweep.key.to_string(), "from": sweep.from, "to": sweep.to, "steps": sweep.values.len(), "strategy": strategy })
        })
    });
    let translations = study.translations.iter().map(|(code, translation)| {
        let texts = json!({ "title": translation.title, "summary": translation.summary, "names": translation.names });
        (code.clone(), texts)
    });
    Described {
        name: study.name.clone(),
        title: study.title.clone(),
        summary: study.summary.clone(),
        currency: study.currency.clone(),
        engine: study.settings.engine.name(),
        draws: study.settings.draws,
        seed: study.settings.seed,
        language: study.language.code(),
        hash: study.hash(),
        version: env!("CARGO_PKG_VERSION"),
        period: point.horizon.period.name(),
        periods: point.horizon.periods,
        text: study.resolved.clone(),
        scenarios: study.scenarios.iter().map(scenario).collect(),
        strategies: first.strategies.iter().map(strategy).collect(),
        sweeps: sweeps.collect(),
        numbers: numbers(study, &text),
        light_text: light(text),
        translations: translations.collect(),
        diagnostics: listed(&loaded.diagnostics),
        has_contagion: study.has_contagion(),
        built_in_variants: BuiltIn::ALL.map(BuiltIn::name).to_vec(),
    }
}

/// A resolved study without sweeps, model variants and translations.
fn light(mut text: Table) -> String {
    ["sweep", "variant", "translation"].iter().for_each(|key| drop(text.remove(*key)));
    text.to_string()
}
