//! The case studies in words: all of them, or one.

use crate::ask::cases::Case;
use crate::input::marks::Marks;
use crate::language::{Locale, tr};
use crate::output::answer::document;
use crate::output::figures::capital;
use crate::output::report::document::{Block, Document, Section};
use crate::scenario::case_study::Ranking;

/// Every case with what it compares and what came out.
pub fn list(cases: &[Case], locale: &Locale) -> Document {
    let section = |case: &Case| {
        let mut section = Section::new("case", format!("{}  {}", case.case, case.title));
        section.blocks.push(Block::Terms(vec![
            (tr!(locale, "cases-compares"), case.compares.clone()),
            (tr!(locale, "head-result"), case.came_out.clone().unwrap_or_default()),
        ]));
        section
    };
    let mut read_one = Section::new("more", String::new());
    read_one.text(tr!(locale, "cases-read-one"));
    document("", Vec::new(), cases.iter().map(section).chain([read_one]).collect())
}

/// One case: its story, its facts, what came out and what it teaches.
pub fn one(case: &Case, locale: &Locale) -> Document {
    let part = |id: &'static str, head: String, lines: Vec<String>| {
        let mut section = Section::new(id, head);
        if !lines.is_empty() {
            section.blocks.push(Block::List(lines));
        }
        section
    };
    let ties = if case.ranking.iter().any(Ranking::has_ties) { "some" } else { "none" };
    let mut run_it = Section::new("more", String::new());
    run_it.text(tr!(locale, "cases-run-it", case = &*case.case));
    let sections = vec![
        part("story", tr!(locale, "cases-the-story"), case.story.clone()),
        part("facts", tr!(locale, "cases-the-facts"), case.facts.clone()),
        part("comparison", tr!(locale, "cases-the-comparison"), vec![case.compares.clone()]),
        part("result", capital(&tr!(locale, "head-result")), case.came_out.iter().cloned().collect()),
        part("ranking", tr!(locale, "cases-the-ranking", ties = ties), ranked(&case.ranking)),
        part("lesson", tr!(locale, "cases-the-lesson"), case.teaches.clone()),
        part("doubts", tr!(locale, "cases-the-doubts"), case.uncertain.clone()),
        part("inputs", tr!(locale, "cases-the-inputs"), vec![inputs(case.inputs, locale)]),
        run_it,
    ];
    document(&case.title, Vec::new(), sections)
}

/// How many inputs of a case are facts, evidence or assumptions.
pub fn inputs(marks: Marks, locale: &Locale) -> String {
    let Marks { facts, evidence, assumptions } = marks;
    tr!(
        locale,
        "cases-inputs",
        total = marks.total().to_string(),
        facts = facts.to_string(),
        evidence = evidence.to_string(),
        assumptions = assumptions.to_string(),
    )
}

/// The order of the strategies, a line a scenario; scenarios are named where there are several.
fn ranked(ranking: &[Ranking]) -> Vec<String> {
    let line = |found: &Ranking| match ranking.len() {
        1 => found.chain(),
        _ => format!("{}: {}", found.scenario, found.chain()),
    };
    ranking.iter().map(line).collect()
}
