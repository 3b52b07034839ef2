//! `recoup story`: one customer's life under every strategy.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Value, json};

use crate::analysis::picture::frame;
use crate::analysis::story::{Fate, Story, most_different, story};
use crate::analysis::view::ChartFrame;
use crate::cli::{Done, StudyOptions, terminal};
use crate::engine::agents::chronicle::Chronicle;
use crate::engine::agents::happening::{Happening, What};
use crate::error::Error;
use crate::input::{Loaded, load};
use crate::language::{Locale, tr};
use crate::output::charts::{missing, write_stories};
use crate::output::folder::Folder;
use crate::scenario::parameters::Parameters;
use crate::scenario::study::{EngineKind, Scenario, Study};
use crate::units::period_number;

#[derive(Args, Debug)]
pub struct Options {
    /// A scenario file, or the name of a shipped study
    #[arg(default_value = "city-hotel")]
    study: String,
    #[command(flatten)]
    study_options: StudyOptions,
    /// Follow this customer; numbered from 0, segment by segment
    #[arg(long, value_name = "ID", conflicts_with = "most_different")]
    customer: Option<u64>,
    /// Follow the customers whose lives differ most between the strategies
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=100))]
    most_different: u64,
    /// Scenario to follow them in [default: the first]
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Folder for a chart of each story
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Print the stories as JSON
    #[arg(long)]
    json: bool,
}

pub fn run(options: &Options) -> Done {
    let mut request = options.study_options.request(&options.study);
    // Only agents are somebody.
    request.engine = request.engine.or(Some(EngineKind::Agents));
    if request.engine != Some(EngineKind::Agents) {
        return Err(Error::Usage("a story follows single customers: only the engine `agents` knows them".into()));
    }
    let Loaded { study, mut diagnostics } = load(&request).map_err(Error::Refused)?;
    diagnostics.extend(missing(&study).filter(|_| options.out.is_some()));
    let scenario = find_scenario(&study, options.scenario.as_deref())?;
    let chronicle = Chronicle::new(&study, scenario);
    if chronicle.customers() == 0 {
        return Err(Error::Usage(
            "nobody is a customer at the start of this study, so there is nobody to follow".into(),
        ));
    }
    let customers = match options.customer {
        Some(id) if id >= chronicle.customers() => {
            return Err(Error::Usage(format!(
                "there is no customer {id}: they are numbered from 0 to {}",
                chronicle.customers().saturating_sub(1)
            )));
        }
        Some(id) => vec![id],
        None => most_different(&chronicle, scenario, options.most_different as usize),
    };
    let stories: Vec<Story> = customers.into_iter().map(|id| story(&chronicle, scenario, id)).collect();
    if let Some(out) = &options.out {
        let mut folder = Folder::open(out)?;
        // A story is one history, at the point values.
        let frame = ChartFrame { draws: 1, ..frame(&study, scenario) };
        write_stories(&mut folder, &frame, &stories)?;
        crate::output::manifest::write_manifest(&mut folder, &study)?;
        folder.finish()?;
    }
    if options.json {
        let stories: Vec<Value> = stories.iter().map(|story| as_json(&study, scenario, story)).collect();
        terminal::print(&format!(
            "{:#}\n",
            json!({ "study": study.name, "seed": study.settings.seed, "stories": stories })
        ))?;
    } else {
        let mut text = String::new();
        for story in &stories {
            text.push_str(&in_words(&study, scenario, story));
        }
        if stories.is_empty() {
            text = format!("{}\n", tr!(Locale::of(study.language), "story-nobody"));
        }
        if let Some(out) = &options.out {
            let folder = out.display().to_string();
            text.push_str(&format!("\n{}\n", tr!(Locale::of(study.language), "story-charts", folder = folder)));
        }
        terminal::print(&text)?;
    }
    terminal::say_all(&terminal::beside_an_answer(diagnostics));
    Ok(())
}

fn find_scenario<'a>(study: &'a Study, name: Option<&str>) -> Result<&'a Scenario, Error> {
    let Some(name) = name else { return Ok(&study.scenarios[0]) };
    study.scenarios.iter().find(|scenario| &*scenario.name == name).ok_or_else(|| {
        let names: Vec<String> = study.scenarios.iter().map(|scenario| format!("`{}`", scenario.name)).collect();
        Error::Usage(format!("no scenario `{name}`; there are {}", names.join(", ")))
    })
}

/// Periods in one row of a strip.
const STRIP: usize = 60;

/// The story as text: a strip per strategy, then what happened, period by period.
fn in_words(study: &Study, scenario: &Scenario, story: &Story) -> String {
    let horizon = &scenario.strategies[0].parameters.point.horizon;
    let period = horizon.period.name();
    let locale = Locale::of(study.language);
    let head = tr!(
        locale,
        "story-head",
        customer = story.customer,
        segment = &*story.segment,
        horizon = locale.periods(u64::from(horizon.periods), period),
        number = story.fates.len(),
    );
    let mut text = format!("\n{head}\n\n");
    let width = story.fates.iter().map(|fate| fate.strategy.chars().count()).max().unwrap_or(0);
    for fate in &story.fates {
        let worth = locale.money(fate.worth, &study.currency);
        let end = match fate.left() {
            Some(t) => {
                let when = locale.period(period_number(t as usize), period);
                tr!(locale, "story-leaves", when = when, worth = worth)
            }
            None => tr!(locale, "story-stays", worth = worth),
        };
        let strip: Vec<char> = strip(fate).chars().collect();
        let rows: Vec<String> = strip.chunks(STRIP).map(|row| row.iter().collect()).collect();
        for (i, row) in rows.iter().enumerate() {
            let name = if i == 0 { &*fate.strategy } else { "" };
            let end = if i + 1 == rows.len() { end.as_str() } else { "" };
            text.push_str(format!("  {name:width$}  {row}  {end}").trim_end());
            text.push('\n');
        }
    }
    text.push_str(&format!("  {:width$}  {}\n", "", tr!(locale, "story-signs")));
    for t in 0..horizon.periods {
        text.push_str(&one_period(locale, scenario, story, t, period));
    }
    text
}

/// One character a period.
fn strip(fate: &Fate) -> String {
    let character = |(t, presence): (usize, &crate::analysis::story::Presence)| {
        let at = |what: fn(&What) -> bool| fate.happenings.iter().any(|h| h.t as usize == t && what(&h.what));
        if at(|what| *what == What::Left) {
            'x'
        } else if at(|what| matches!(what, What::Failed { .. })) {
            '!'
        } else if !presence.active {
            ' '
        } else if presence.purchases > 0.0 {
            'o'
        } else {
            '·'
        }
    };
    fate.periods.iter().enumerate().map(character).collect()
}

/// What happened in one period: strategies in which the same happened are named together.
fn one_period(locale: &Locale, scenario: &Scenario, story: &Story, t: u32, period: &str) -> String {
    let mut told: Vec<(Vec<&str>, String)> = Vec::new();
    for (i, fate) in story.fates.iter().enumerate() {
        let parameters = &scenario.strategies[i].parameters.point;
        let sentences: Vec<String> =
            fate.happenings.iter().filter(|h| h.t == t).map(|h| sentence(locale, parameters, h, period)).collect();
        if sentences.is_empty() {
            continue;
        }
        let sentence = sentences.join(" ");
        match told.iter_mut().find(|(_, same)| *same == sentence) {
            Some((names, _)) => names.push(&fate.strategy),
            None => told.push((vec![&fate.strategy], sentence)),
        }
    }
    if told.is_empty() {
        return String::new();
    }
    let all = story.fates.len();
    let number = locale.count(period_number(t as usize) as f64);
    let mut text = format!("\n{}\n", tr!(locale, "story-period", period = period, number = number));
    for (names, sentence) in told {
        let everyone = names.len() == all && all > 1;
        let who = if everyone { tr!(locale, "story-everyone") } else { locale.series(&names) };
        text.push_str(&format!("  {}\n", tr!(locale, "story-who", who = who, what = sentence)));
    }
    text
}

fn sentence(locale: &Locale, parameters: &Parameters, happening: &Happening, period: &str) -> String {
    match happening.what {
        What::Failed { kind, route, outcome, told, stay_without, stay, .. } => {
            let name = parameters.failures.get(usize::from(kind)).map(|failure| failure.name.to_string());
            tr!(
                locale,
                "story-failed",
                failure = name.unwrap_or_else(|| tr!(locale, "story-some-failure")),
                route = route.name(),
                outcome = outcome.name(),
                told = told,
                period = period,
                stay = locale.share(stay),
                without = locale.share(stay_without),
            )
        }
        What::Forgot => tr!(locale, "story-forgot"),
        What::Left => tr!(locale, "story-left"),
        What::Joined { .. } => tr!(locale, "story-returned"),
    }
}

fn as_json(study: &Study, scenario: &Scenario, story: &Story) -> Value {
    let fates = story.fates.iter().enumerate().map(|(i, fate)| {
        let failures = &scenario.strategies[i].parameters.point.failures;
        let happenings = fate.happenings.iter().map(|happening| match happening.what {
            What::Failed { kind, route, outcome, told, stay_without, stay, .. } => json!({
                "period": period_number(happening.t as usize),
                "what": "failure",
                "failure": failures.get(usize::from(kind)).map(|f| f.name.to_string()),
                "route": route.name(),
                "outcome": outcome.name(),
                "told": told,
                "stay": stay,
                "stay_without": stay_without,
            }),
            What::Forgot => json!({ "period": period_number(happening.t as usize), "what": "forgot" }),
            What::Left => json!({ "period": period_number(happening.t as usize), "what": "left" }),
            What::Joined { .. } => json!({ "period": period_number(happening.t as usize), "what": "returned" }),
        });
        json!({
            "strategy": &*fate.strategy,
            "left": fate.left().map(|t| period_number(t as usize)),
            "worth": fate.worth,
            "purchases": fate.periods.iter().map(|p| if p.active { json!(p.purchases) } else { Value::Null }).collect::<Vec<_>>(),
            "happenings": happenings.collect::<Vec<_>>(),
        })
    });
    json!({
        "customer": story.customer,
        "segment": &*story.segment,
        "scenario": &*scenario.name,
        "currency": study.currency,
        "fates": fates.collect::<Vec<_>>(),
    })
}
