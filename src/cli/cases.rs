//! `recoup cases`.

use clap::Args;
use serde_json::{Value, json};

use crate::cli::options::{Done, LanguageOption};
use crate::cli::terminal;
use crate::error::Error;
use crate::input::shipped::{CASES, case_name, find};
use crate::input::source::not_shipped;
use crate::input::{Request, load};
use crate::language::{Locale, tr};
use crate::output::figures::capital;
use crate::scenario::case_study::{CaseStudy, Ranking};
use crate::scenario::study::Study;

#[derive(Args, Debug)]
pub(super) struct Options {
    /// Tell this case: its story, its facts, what it teaches
    name: Option<String>,
    #[command(flatten)]
    language: LanguageOption,
    /// Print the cases as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> Done {
    let asked = options.name.as_deref().map(|name| case_name(name).unwrap_or(name));
    if let Some(name) = asked
        && find(CASES, name).is_none()
    {
        return Err(Error::Refused(vec![not_shipped("case", name, CASES)]));
    }
    let mut cases = Vec::new();
    for (name, _) in CASES.iter().filter(|(name, _)| asked.is_none_or(|asked| asked == *name)) {
        cases.push(load(&Request::builtin(&format!("case:{name}"))).map_err(Error::Refused)?.study);
    }
    if options.json {
        let rows: Vec<Value> = cases.iter().map(row).collect();
        return terminal::print_data(&format!("{:#}\n", Value::Array(rows)));
    }
    let locale = options.language.locale();
    match (asked, cases.first()) {
        (Some(_), Some(study)) => terminal::print(&told(study, locale)),
        _ => terminal::print(&list(&cases, locale)),
    }
}

/// What a study tells of its case; nothing told is an empty case.
fn case(study: &Study) -> CaseStudy {
    study.case_study.clone().unwrap_or_default()
}

fn row(study: &Study) -> Value {
    let case = case(study);
    json!({
        "case": format!("case:{}", study.name),
        "title": study.title,
        "story": case.story,
        "facts": case.facts,
        "compares": case.compares,
        "came_out": study.summary,
        "ranking": case.ranking.iter().map(placed).collect::<Vec<_>>(),
        "teaches": case.teaches,
        "uncertain": case.uncertain,
    })
}

/// A ranking: by place, the best first, the strategies that are too close to order.
fn placed(ranking: &Ranking) -> Value {
    let places: Vec<Vec<&str>> =
        ranking.places.iter().map(|place| place.iter().map(|name| &**name).collect()).collect();
    json!({ "scenario": &*ranking.scenario, "places": places })
}

/// Every case with what it compares and what came out; the texts of the studies stay as they are written.
fn list(cases: &[Study], locale: &Locale) -> String {
    let heads = [tr!(locale, "cases-compares"), tr!(locale, "head-result")];
    let widest = heads.iter().map(|head| head.chars().count()).max().unwrap_or_default();
    let [compares, came_out] = heads.map(|head| format!("  {head}{}  ", " ".repeat(widest - head.chars().count())));
    let mut text = String::new();
    for study in cases {
        text.push_str(&format!("case:{}  {}\n", study.name, study.title));
        text.push_str(&terminal::wrapped(&compares, &case(study).compares));
        text.push_str(&terminal::wrapped(&came_out, study.summary.as_deref().unwrap_or_default()));
        text.push('\n');
    }
    text + &terminal::wrapped("", &tr!(locale, "cases-read-one"))
}

fn told(study: &Study, locale: &Locale) -> String {
    let case = case(study);
    let mut text = format!("{}\n", study.title);
    let mut part = |head: String, lines: &[String]| {
        if !lines.is_empty() {
            text.push_str(&format!("\n{head}\n"));
            lines.iter().for_each(|line| text.push_str(&terminal::wrapped("- ", line)));
        }
    };
    part(tr!(locale, "cases-the-story"), &case.story);
    part(tr!(locale, "cases-the-facts"), &case.facts);
    part(tr!(locale, "cases-the-comparison"), std::slice::from_ref(&case.compares));
    part(capital(&tr!(locale, "head-result")), study.summary.as_slice());
    let ties = if case.ranking.iter().any(Ranking::has_ties) { "some" } else { "none" };
    part(tr!(locale, "cases-the-ranking", ties = ties), &case.ranked());
    part(tr!(locale, "cases-the-lesson"), &case.teaches);
    part(tr!(locale, "cases-the-doubts"), &case.uncertain);
    let name = format!("case:{}", study.name);
    text + "\n" + &tr!(locale, "cases-run-it", case = name) + "\n"
}
