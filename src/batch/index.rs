//! What the page of a batch shows: every scenario of every run with its best strategy.

use std::path::Path;

use crate::analysis::summary::best_of;
use crate::batch::record::{Line, Record, State};
use crate::batch::result::{RunResult, Scenario};
use crate::input::guard::{Stop, TABLE_BYTES, read_text};
use crate::input::translation::of_resolved;
use crate::language::{Language, Locale, tr};
use crate::output::batch_page::Batch;
use crate::output::figures::BestOfRun;
use crate::scenario::horizon::Period;
use crate::scenario::translation::Translation;

/// A batch with the runs that are done.
pub fn batch(record: &Record, runs: Vec<(BestOfRun, String)>) -> Batch<'_> {
    let locale = Locale::of(record.language);
    let number = record.count(|state| *state == State::Done) as u64;
    let bad = record.lines.iter().filter(|line| line.state.is_bad());
    Batch {
        name: &record.batch,
        done: tr!(locale, "batch-studies", number = number),
        bad: bad.map(|line| (&*line.label, line.state.problems().join("; "))).collect(),
        runs,
    }
}

/// The scenarios of a run, each with where to look further inside the folder of the batch, with title and names as the study
/// translates them into the language of the batch.
pub fn scenarios(folder: &Path, line: &Line, result: RunResult, language: Language) -> Vec<(BestOfRun, String)> {
    let report = format!("{}/report.html", line.name);
    let link = if folder.join(&report).is_file() { report } else { format!("{}/result.json", line.name) };
    let translation = translation(&folder.join(&line.name), &result, language);
    let title = translation.title.clone().unwrap_or_else(|| result.title.clone());
    let currency = result.currency.clone();
    let lengths = [Period::Week, Period::Month, Period::Quarter, Period::Year];
    let period = lengths.into_iter().find(|length| length.name() == result.period).unwrap_or(Period::Year);
    let best = |Scenario { name, strategies }: Scenario| {
        let best = best_of(&strategies.iter().map(|s| s.npv.mean).collect::<Vec<f64>>());
        let strategy = &strategies[best];
        BestOfRun {
            run: line.label.clone(),
            title: title.clone(),
            set: line.set.join("; "),
            scenario: translation.name(&name).to_string(),
            strategy: translation.name(&strategy.name).to_string(),
            is_reference: best == 0,
            currency: currency.clone(),
            period,
            npv_difference: strategy.difference.npv,
            roi: strategy.roi,
            payback_period: strategy.payback_period,
            p_best: strategy.p_best,
            customers_kept: strategy.customers_kept.mean,
        }
    };
    result.scenarios().into_iter().map(|scenario| (best(scenario), link.clone())).collect()
}

/// The texts of a run's study in a language; nothing where it has none.
fn translation(folder: &Path, result: &RunResult, language: Language) -> Translation {
    let Ok(text) = read_text(&folder.join("study.toml"), TABLE_BYTES, Stop::NEVER) else {
        return Translation::default();
    };
    of_resolved(&text, language, &result.names())
}
