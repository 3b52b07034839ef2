//! Questions of a study: from the arguments of Python to a question of the core, and from its answer to one of Python.

use std::sync::Arc;

use recoup::analysis::decision::DecisionOptions;
use recoup::analysis::optimize::Risk;
use recoup::analysis::sensitivity::{Method, SensitivityOptions};
use recoup::analysis::why::Grouping;
use recoup::ask::breakeven::BreakEvenQuestion;
use recoup::ask::fmea::FmeaQuestion;
use recoup::ask::optimize::{LeverRange, OptimizeQuestion};
use recoup::ask::paradox::ParadoxQuestion;
use recoup::ask::story::StoryQuestion;
use recoup::ask::sweep::{Levels, MapQuestion, SweepQuestion};
use recoup::ask::variants::VariantsQuestion;
use recoup::ask::why::WhyQuestion;
use recoup::ask::{Answer as Found, Question, Subject};
use recoup::engine::progress::Progress;
use recoup::error::Error;
use recoup::language::Locale;
use recoup::output::answer::Rendered;
use recoup::output::answer::breakeven::breakeven;
use recoup::output::answer::decide::decide;
use recoup::output::answer::fmea::fmea;
use recoup::output::answer::optimize::optimize;
use recoup::output::answer::paradox::paradox;
use recoup::output::answer::sensitivity::sensitivity;
use recoup::output::answer::story::stories;
use recoup::output::answer::sweep::{curves, lever_map};
use recoup::output::answer::variants::model_variants;
use recoup::output::answer::why::why;
use recoup::output::caution::shown;
use recoup::output::json::json_text;
use recoup::output::report::{AnswerReport, answer_page};
use recoup::pipeline::{fits_memory, rendered_in_language};
use recoup::scenario::study::EngineKind;
use serde::Deserialize;

use crate::answer::{Answer, Lazy, Shown};
use crate::errors::told;
use crate::job::Watch;
use crate::options::{Options, read};
use crate::study::{Ready, Study};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Break {
    key: String,
    range: Option<[f64; 2]>,
    strategy: Option<String>,
    against: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Over {
    over: Vec<(String, f64, f64, usize)>,
    strategy: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Why {
    strategy: Option<String>,
    against: Option<String>,
    by: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Split {
    budget: f64,
    levers: Vec<(String, f64, f64)>,
    strategy: Option<String>,
    risk: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decide {
    groups: Vec<String>,
    surveys: Vec<String>,
    survey_cost: Option<f64>,
    variants: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Matter {
    method: String,
    rows: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Story {
    customer: Option<u64>,
    most_different: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Modes {
    strategy: Option<String>,
}

/// The value that `name` has in a list of choices.
fn choice<T: Copy>(what: &str, name: &str, all: &[(&str, T)]) -> Result<T, Error> {
    let found = all.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let names: Vec<String> = all.iter().map(|(name, _)| format!("`{name}`")).collect();
        Error::Usage(format!("no {what} `{name}`: there is {}", names.join(", ")))
    })
}

/// Asks the question that `command` asks.
pub(crate) fn ask(
    study: &Study,
    command: &str,
    arguments: &str,
    options: &Options,
    watch: &Watch,
) -> Result<Answer, Error> {
    let asked = Asked { study, options, watch };
    match command {
        "breakeven" => {
            let Break { key, range, strategy, against } = read(arguments)?;
            asked.answer(BreakEvenQuestion { key, range, strategy, against }, breakeven)
        }
        "sweep" => {
            let Over { over, strategy } = read(arguments)?;
            let levels = over.into_iter().map(|(key, from, to, steps)| Levels { key, from, to, steps });
            let mut levels: Vec<Levels> = levels.collect();
            match (levels.pop(), levels.pop(), levels.is_empty()) {
                (Some(lever), None, _) => asked.answer(SweepQuestion { lever, strategy }, curves),
                (Some(second), Some(first), true) => {
                    asked.answer(MapQuestion { levers: [first, second], strategy }, lever_map)
                }
                _ => Err(Error::Usage("a sweep is over one key, or over two for a map".into())),
            }
        }
        "why" => {
            let Why { strategy, against, by } = read(arguments)?;
            let grouping = choice("grouping", &by, &[("table", Grouping::Table), ("key", Grouping::Key)])?;
            asked.answer(WhyQuestion { strategy, against, grouping }, why)
        }
        "optimize" => {
            let Split { budget, levers, strategy, risk } = read(arguments)?;
            let risks = [("mean", Risk::Mean), ("cvar", Risk::Cvar), ("worst-tenth", Risk::WorstTenthOfGain)];
            let risk = choice("risk", &risk, &risks)?;
            let levers = levers.into_iter().map(|(key, low, high)| LeverRange { key, low, high }).collect();
            asked.answer(OptimizeQuestion { budget, levers, strategy, risk }, optimize)
        }
        "decide" => {
            let Decide { groups, surveys, survey_cost, variants } = read(arguments)?;
            asked.answer(DecisionOptions { groups, surveys, survey_cost, variants }, decide)
        }
        "sensitivity" => {
            let Matter { method, rows } = read(arguments)?;
            let methods = [("auto", Method::Auto), ("sobol", Method::Sobol), ("morris", Method::Morris)];
            if !(64..=1 << 24).contains(&rows) {
                return Err(Error::Usage(format!("`rows` lies from 64 to {}", 1 << 24)));
            }
            asked.answer(SensitivityOptions { method: choice("method", &method, &methods)?, rows }, sensitivity)
        }
        "paradox" => asked.answer(ParadoxQuestion, paradox),
        "story" => {
            let Story { customer, most_different } = read(arguments)?;
            if !(1..=100).contains(&most_different) {
                return Err(Error::Usage("`most_different` lies from 1 to 100".into()));
            }
            asked.answer(StoryQuestion { customer, most_different }, stories)
        }
        "variants" => asked.answer(VariantsQuestion, model_variants),
        "fmea" => asked.answer(FmeaQuestion { strategy: read::<Modes>(arguments)?.strategy }, fmea),
        command => Err(Error::Usage(format!("no question `{command}`"))),
    }
}

/// A study that is asked something.
struct Asked<'a> {
    study: &'a Study,
    options: &'a Options,
    watch: &'a Watch,
}

impl Asked<'_> {
    fn answer<Q: Question>(
        &self,
        question: Q,
        rendered: impl Fn(&Found<Q::Found>, &Subject<'_>, &'static Locale) -> Rendered,
    ) -> Result<Answer, Error> {
        self.watch.stage("evaluating");
        let Ready { study, diagnostics, memory } = self.study.ready(self.options, question.engine())?;
        let locale = Locale::of(study.language);
        let subject = Subject::new(&study, self.options.scenario.as_deref())?;
        let subject = subject.with_draws(self.options.draws).with_progress(self.watch);
        fits_memory(&question, &subject, memory)?;
        let answer = question.ask(&subject)?;
        let Rendered { document, charts, tables } =
            rendered_in_language(&answer, &subject, |answer, subject| rendered(answer, subject, locale));
        if self.watch.is_stopped() {
            return Err(Error::Interrupted);
        }
        let mut said = diagnostics;
        said.extend(shown(answer.cautions.iter().cloned(), &study));
        let json = json_text(&answer)?;
        let tables = tables.into_iter().map(|table| table.into_chunks());
        let tables = tables.map(|(name, chunks)| (name.into_owned(), chunks)).collect();
        let mut drawn = Vec::new();
        for chart in charts {
            drawn.extend(chart.into_chart()?);
        }
        let told = told(&said, study.language);
        let (study, scenario) = (Arc::clone(&study), answer.scenario.clone());
        let lazy = Lazy::new(move |_| {
            let charts = drawn.iter();
            let pictures = charts.map(|one| (one.name.to_string(), one.chart.title.clone(), one.chart.svg.clone()));
            let pictures = pictures.collect();
            let charts = drawn.iter().map(|one| (one.section, one.chart.clone())).collect();
            let document = document.clone();
            let scenario = scenario.as_deref();
            let report = AnswerReport { study: &study, scenario, document, charts, diagnostics: &said };
            Ok(Shown { charts: pictures, page: answer_page(report, locale)? })
        });
        Ok(Answer::new(Q::COMMAND, json, told, tables, lazy))
    }
}

/// The engine that a study is run with where its own is not wanted.
pub(crate) const NO_ENGINE: Option<EngineKind> = None;
