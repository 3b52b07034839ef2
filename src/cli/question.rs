//! What all questions about a study share: which study, scenario and strategy, and where the answer goes.

use std::path::PathBuf;

use clap::Args;
use serde_json::Value;

use crate::analysis::cautions::{Caution, uncorrected};
use crate::analysis::lever_sweep::Spread;
use crate::analysis::summary::best_of;
use crate::analysis::view::LeverUnit;
use crate::cli::{Done, StudyOptions, terminal};
use crate::diagnostic::Diagnostic;
use crate::engine::evaluate::Evaluator;
use crate::engine::progress::NoProgress;
use crate::error::Error;
use crate::input::hint::did_you_mean;
use crate::input::{load, refuse_contagion};
use crate::language::{Locale, tr};
use crate::output::answer_folder::{NamedChart, write_answer};
use crate::output::caution::shown;
use crate::output::charts::missing;
use crate::output::table::Chunk;
use crate::scenario::study::{Scenario, Study};

/// Which study, and where the answer goes.
#[derive(Args, Debug)]
pub struct QuestionOptions {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    of: AskedOf,
}

/// What of the study is asked, and where the answer goes.
#[derive(Args, Debug)]
pub struct AskedOf {
    #[command(flatten)]
    study_options: StudyOptions,
    /// Scenario of the study [default: the first]
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Folder for tables and charts of the answer [default: none]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
}

/// A loaded study, and the scenario that is asked about.
pub struct Question {
    /// The study.
    pub study: Study,
    place: usize,
    draws: Option<u64>,
    diagnostics: Vec<Diagnostic>,
    out: Option<PathBuf>,
    json: bool,
}

impl QuestionOptions {
    /// Loads the study.
    pub fn load(&self) -> Result<Question, Error> {
        self.of.load(&self.study)
    }
}

impl AskedOf {
    /// Loads the study of that name.
    pub fn load(&self, study: &str) -> Result<Question, Error> {
        let loaded = load(&self.study_options.request(study)).map_err(Error::Refused)?;
        refuse_contagion(&loaded.study).map_err(Error::Refused)?;
        let scenarios = &loaded.study.scenarios;
        let place = match &self.scenario {
            None => 0,
            Some(name) => {
                let names = || scenarios.iter().map(|s| &*s.name);
                scenarios.iter().position(|s| *s.name == **name).ok_or_else(|| {
                    let mut diagnostic = Diagnostic::error("S042", format!("no scenario `{name}`"));
                    diagnostic.help = did_you_mean(name, names().collect::<Vec<_>>());
                    Error::Refused(vec![diagnostic])
                })?
            }
        };
        let without_use = self.study_options.without_use(&loaded.study);
        let diagnostics = terminal::beside_an_answer(loaded.diagnostics).into_iter().chain(without_use).collect();
        let draws = self.study_options.draws;
        Ok(Question { study: loaded.study, place, draws, diagnostics, out: self.out.clone(), json: self.json })
    }
}

impl Question {
    /// The words of the study's language.
    pub fn locale(&self) -> &'static Locale {
        Locale::of(self.study.language)
    }

    /// The scenario asked about.
    pub fn scenario(&self) -> &Scenario {
        &self.study.scenarios[self.place]
    }

    /// Its strategies, ready to be evaluated.
    pub fn evaluator(&self) -> Evaluator<'_> {
        Evaluator::new(&self.study, self.scenario())
    }

    /// Parameter draws: the study's, at most `usual` unless they were asked for.
    pub fn draws(&self, usual: u64) -> u64 {
        self.draws.unwrap_or_else(|| self.study.settings.draws.min(usual))
    }

    /// The strategy of that name.
    pub fn strategy(&self, name: &str) -> Result<usize, Diagnostic> {
        let strategies = &self.scenario().strategies;
        strategies.iter().position(|s| *s.name == *name).ok_or_else(|| {
            let mut diagnostic = Diagnostic::error("S042", format!("no strategy `{name}`"));
            diagnostic.help = did_you_mean(name, strategies.iter().map(|s| &*s.name).collect::<Vec<_>>());
            diagnostic
        })
    }

    /// The strategy with the highest mean NPV over `draws`, the reference left out; the first of equals.
    ///
    /// # Errors
    /// When there is only the reference.
    pub fn best_rival(&self, evaluator: &Evaluator<'_>, draws: u64) -> Result<usize, Error> {
        let records = evaluator.records_at(&evaluator.draws(draws));
        let sum = |i: usize| records.iter().map(|draw| draw[i].npv()).sum::<f64>();
        let rivals: Vec<f64> = (1..evaluator.strategies()).map(sum).collect();
        if rivals.is_empty() {
            let diagnostic = Diagnostic::error("S042", "the study has no strategy beside the reference");
            return Err(Error::Refused(vec![diagnostic.with_help("add a second [[strategy]] to compare")]));
        }
        Ok(1 + best_of(&rivals))
    }

    /// The caution about what the expected engine misses of the difference between the strategies of each pair.
    pub fn gap_caution(&self, pairs: &[[usize; 2]]) -> Option<Caution> {
        uncorrected(&self.study, self.scenario(), pairs, &NoProgress).ok()?
    }

    /// Name of a strategy.
    pub fn name(&self, strategy: usize) -> &str {
        &self.scenario().strategies[strategy].name
    }

    /// Prints the answer, writes the folder where one is asked for, then says the cautions.
    pub fn answer(
        self,
        text: String,
        json: Value,
        cautions: Vec<Caution>,
        tables: Vec<(&'static str, Chunk)>,
        charts: Vec<NamedChart>,
    ) -> Done {
        let folder = match &self.out {
            Some(out) => Some(write_answer(out, &self.study, &json, tables, charts)?),
            None => None,
        };
        if self.json {
            terminal::print(&format!("{json:#}\n"))?;
        } else {
            let locale = self.locale();
            let files = folder
                .map(|folder| format!("\n{}\n", tr!(locale, "files-asked", folder = folder.display().to_string())));
            terminal::print(&format!("\n{text}{}", files.unwrap_or_default()))?;
        }
        let font = missing(&self.study).filter(|_| self.out.is_some());
        let font = font.filter(|font| self.study.allow.iter().all(|code| code != font.code));
        let cautions = shown(cautions, &self.study);
        let diagnostics: Vec<Diagnostic> = self.diagnostics.iter().cloned().chain(cautions).chain(font).collect();
        terminal::say_all(&diagnostics);
        Ok(())
    }
}

/// Refuses with everything that went wrong, or gives what went right.
pub fn all<T>(results: Vec<Result<T, Diagnostic>>) -> Result<Vec<T>, Error> {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(value) => good.push(value),
            Err(diagnostic) => bad.push(diagnostic),
        }
    }
    if bad.is_empty() { Ok(good) } else { Err(Error::Refused(bad)) }
}

/// `KEY=A:B` or `KEY=A:B:C` in its parts.
pub fn key_and_numbers(option: &str, text: &str, form: &str) -> Result<(String, Vec<f64>), Diagnostic> {
    let refused = || {
        Diagnostic::error("S022", format!("{option} `{text}` is not {form}")).with_help(format!(
            "write {form}, as in voice.solicit=0:1{}",
            if form.ends_with("STEPS") { ":21" } else { "" }
        ))
    };
    let (key, numbers) = text.rsplit_once('=').ok_or_else(refused)?;
    let numbers: Vec<f64> = numbers
        .split(':')
        .map(|n| n.trim().replace('_', "").parse::<f64>())
        .collect::<Result<_, _>>()
        .map_err(|_| refused())?;
    let wanted = form.matches(':').count() + 1;
    if numbers.len() != wanted || numbers.iter().any(|n| !n.is_finite()) {
        return Err(refused());
    }
    Ok((key.trim().to_string(), numbers))
}

/// A level of a lever as people read it.
pub fn level(locale: &Locale, x: f64, unit: LeverUnit) -> String {
    match unit {
        LeverUnit::Share => locale.share(x),
        _ if x.abs() >= 1_000.0 || x == x.round() => locale.count(x),
        _ if x.abs() >= 10.0 => locale.fixed(x, 1),
        _ if x.abs() >= 0.1 => locale.fixed(x, 3),
        _ => locale.compact(x),
    }
}

/// " (90 % of draws a to b, which 97 % of draws have)"; nothing where no draw has it.
pub fn spread_words(locale: &Locale, spread: &Spread, unit: LeverUnit) -> String {
    let Some([low, _, high]) = spread.interval else { return String::new() };
    let (low, high) = (level(locale, low, unit), level(locale, high, unit));
    let text = tr!(locale, "spread", low = low, high = high, share = locale.share_whole(spread.share));
    tr!(locale, "bracketed", text = text)
}

/// The spread as JSON.
pub fn spread_json(spread: &Spread) -> Value {
    match spread.interval {
        Some([p05, p50, p95]) => {
            serde_json::json!({ "p05": p05, "p50": p50, "p95": p95, "share_of_draws": spread.share })
        }
        None => Value::Null,
    }
}
