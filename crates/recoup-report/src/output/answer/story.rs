//! The life of a customer in words: a strip per strategy, then what happened, period by period.

use crate::ask::story::{CustomerEvent, CustomerFate, CustomerStory, Event, Stories};
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document, frame};
use crate::output::chart::story;
use crate::output::chart::text::columns;
use crate::output::rendered::{NamedChart, NamedTable};
use crate::output::report::document::{Block, Section};
use crate::output::table::{Chunk, Values};

/// Periods in one row of a strip.
const STRIP: usize = 60;

/// The stories.
pub fn stories(answer: &Answer<Stories>, subject: &Subject<'_>, locale: &'static Locale) -> Rendered {
    let stories = &answer.found.stories;
    let none = stories.is_empty().then(|| tr!(locale, "story-nobody"));
    let sections = stories.iter().map(|story| section(answer, story, subject, locale)).collect();
    // A story is one simulation, at the point values.
    let frame = frame(subject, 1);
    let file = |told: &CustomerStory| format!("customer-{}", told.customer);
    Rendered {
        document: document(&subject.study().title, none.into_iter().collect(), sections),
        charts: stories.iter().map(|told| NamedChart::new(file(told), story::draw(&frame, &told.story))).collect(),
        tables: stories.iter().map(|told| NamedTable::new(file(told), rows(told))).collect(),
    }
}

/// What befell a customer, strategy by strategy and period by period.
fn rows(story: &CustomerStory) -> Chunk {
    let fates = &story.fates;
    let each = || fates.iter().flat_map(|fate| fate.purchases.iter().zip(1..).map(move |(p, t)| (fate, t, p)));
    vec![
        ("strategy".to_string(), Values::Text(each().map(|(fate, ..)| fate.strategy.clone()).collect())),
        ("period".to_string(), Values::Whole(each().map(|(_, t, _)| t).collect())),
        ("active".to_string(), Values::Whole(each().map(|(.., p)| u64::from(p.is_some())).collect())),
        ("purchases".to_string(), Values::Number(each().map(|(.., p)| p.unwrap_or(0.0)).collect())),
    ]
}

fn section(answer: &Answer<Stories>, story: &CustomerStory, subject: &Subject<'_>, locale: &Locale) -> Section {
    let horizon = &subject.strategy(0).parameters.point.horizon;
    let period = horizon.period.name();
    let title = tr!(
        locale,
        "story-head",
        customer = story.customer,
        segment = &story.segment,
        horizon = locale.periods(u64::from(horizon.periods), period),
        number = story.fates.len(),
    );
    let mut section = Section::new("story", title);
    section.blocks.push(Block::Letters(strips(answer, story, period, locale)));
    for number in 1..=u64::from(horizon.periods) {
        let happened = one_period(story, number, period, locale);
        if !happened.is_empty() {
            section.text(tr!(locale, "story-period", period = period, number = locale.count(number as f64)));
            section.blocks.push(Block::List(happened));
        }
    }
    section
}

/// The life under each strategy, one character a period.
fn strips(answer: &Answer<Stories>, story: &CustomerStory, period: &str, locale: &Locale) -> String {
    let width = story.fates.iter().map(|fate| columns(&fate.strategy)).max().unwrap_or(0);
    let mut lines = Vec::new();
    for fate in &story.fates {
        let worth = locale.money(fate.worth, &answer.currency);
        let end = match fate.left {
            Some(left) => tr!(locale, "story-leaves", when = locale.period(left, period), worth = worth),
            None => tr!(locale, "story-stays", worth = worth),
        };
        let strip: Vec<char> = strip(fate);
        let rows: Vec<String> = strip.chunks(STRIP).map(|row| row.iter().collect()).collect();
        for (i, row) in rows.iter().enumerate() {
            let name = if i == 0 { &*fate.strategy } else { "" };
            let end = if i + 1 == rows.len() { end.as_str() } else { "" };
            let pad = " ".repeat(width - columns(name));
            lines.push(format!("{name}{pad}  {row}  {end}").trim_end().to_string());
        }
    }
    lines.push(format!("{:width$}  {}", "", tr!(locale, "story-signs")));
    lines.join("\n")
}

fn strip(fate: &CustomerFate) -> Vec<char> {
    let character = |(purchases, period): (&Option<f64>, u64)| {
        let met = |what: fn(&Event) -> bool| fate.happenings.iter().any(|h| h.period == period && what(&h.event));
        if met(|event| *event == Event::Left) {
            'x'
        } else if met(|event| matches!(event, Event::Failure { .. })) {
            '!'
        } else {
            match purchases {
                None => ' ',
                Some(n) if *n > 0.0 => 'o',
                Some(_) => '·',
            }
        }
    };
    fate.purchases.iter().zip(1..).map(character).collect()
}

/// What happened in one period: strategies in which the same happened are named together.
fn one_period(story: &CustomerStory, number: u64, period: &str, locale: &Locale) -> Vec<String> {
    let mut happened: Vec<(Vec<&str>, String)> = Vec::new();
    for fate in &story.fates {
        let events = fate.happenings.iter().filter(|happening| happening.period == number);
        let sentence = events
            .map(|event| sentence(event, period, locale))
            .collect::<Vec<String>>()
            .join(locale.between_sentences());
        if sentence.is_empty() {
            continue;
        }
        match happened.iter_mut().find(|(_, same)| *same == sentence) {
            Some((names, _)) => names.push(&fate.strategy),
            None => happened.push((vec![&fate.strategy], sentence)),
        }
    }
    let all = story.fates.len();
    let line = |(names, sentence): (Vec<&str>, String)| {
        let everyone = names.len() == all && all > 1;
        let who = if everyone { tr!(locale, "story-everyone") } else { locale.series(&names) };
        tr!(locale, "story-who", who = who, what = sentence)
    };
    happened.into_iter().map(line).collect()
}

fn sentence(event: &CustomerEvent, period: &str, locale: &Locale) -> String {
    match &event.event {
        Event::Failure { failure, route, outcome, told, stay, stay_without } => tr!(
            locale,
            "story-failed",
            failure = failure.clone().unwrap_or_else(|| tr!(locale, "story-some-failure")),
            route = route.name(),
            outcome = outcome.name(),
            told = *told,
            period = period,
            stay = locale.share(*stay),
            without = locale.share(*stay_without),
        ),
        Event::Forgot => tr!(locale, "story-forgot"),
        Event::Left => tr!(locale, "story-left"),
        Event::Returned => tr!(locale, "story-returned"),
    }
}
