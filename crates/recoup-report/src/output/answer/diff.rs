//! Two runs side by side in words and tables.

use crate::ask::diff::{Changed, Diff, ElementChange, ScenarioDiff, StrategyDiff, Verdict};
use crate::language::{Locale, tr};
use crate::output::answer::{document, names};
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::report::document::{Document, Section};

/// What differs between two runs.
pub fn diff(found: &Diff, locale: &Locale) -> Document {
    let title = tr!(locale, "diff-title", old = &found.old.name, new = &found.new.name);
    let mut sections = vec![settings(found, locale), elements(found, locale), inputs(found, locale)];
    sections.extend(found.scenarios.iter().map(|scenario| answers(found, scenario, locale)));
    let mut strategies = found.scenarios.iter().flat_map(|scenario| &scenario.strategies);
    if strategies.any(|strategy| [Verdict::WithinError, Verdict::BeyondError].contains(&strategy.verdict)) {
        let mut note = Section::new("error", String::new());
        note.text(tr!(locale, "diff-error"));
        sections.push(note);
    }
    document(&title, sentences(found, locale), sections)
}

fn sentences(found: &Diff, locale: &Locale) -> Vec<String> {
    let number = found.inputs.len() + found.elements.len();
    let mut sentences = vec![tr!(locale, "diff-inputs", number = number)];
    let (old, new) = (&found.old, &found.new);
    if old.version != new.version || old.stream != new.stream {
        let stream = if old.stream == new.stream { "same" } else { "other" };
        sentences.push(tr!(locale, "diff-version", old = &old.version, new = &new.version, stream = stream));
    }
    if found.differs_in("study.seed") {
        sentences.push(tr!(locale, "diff-seed"));
    }
    if old.currency != new.currency {
        sentences.push(tr!(locale, "diff-currency", old = &old.currency, new = &new.currency));
    }
    let several = found.scenarios.len() > 1;
    for scenario in &found.scenarios {
        if !scenario.has_same_reference {
            sentences.push(tr!(locale, "diff-reference"));
        }
        let [old, new] = &scenario.best;
        let is_same = scenario.strategies.iter().any(|s| s.names[0] == *old && s.names[1] == *new);
        let text = if is_same {
            tr!(locale, "diff-best-same", name = new)
        } else {
            tr!(locale, "diff-best-other", old = old, new = new)
        };
        let name = scenario_name(scenario, locale);
        sentences.push(if several { tr!(locale, "diff-in-scenario", name = name, text = text) } else { text });
    }
    sentences
}

fn value(value: &Option<String>) -> Figure {
    value.as_deref().map_or(Figure::Nothing, |value| Figure::Text(value.to_string()))
}

/// A table of values before and now.
fn changes(head: String, caption: String, rows: Vec<Line>, locale: &Locale) -> Figures {
    let columns = vec![
        Column::new(head, Kind::Key),
        Column::new(tr!(locale, "diff-head-old"), Kind::Words),
        Column::new(tr!(locale, "diff-head-new"), Kind::Words),
    ];
    Figures::new(caption, columns, rows)
}

fn keys(id: &'static str, caption: String, changed: &[Changed], locale: &Locale) -> Section {
    let row = |Changed { key, old, new }: &Changed| Line::of(key, [value(old), value(new)]);
    Section::of_figures(id, changes(tr!(locale, "head-key"), caption, changed.iter().map(row).collect(), locale))
}

fn settings(found: &Diff, locale: &Locale) -> Section {
    keys("settings", tr!(locale, "diff-settings"), &found.settings, locale)
}

fn inputs(found: &Diff, locale: &Locale) -> Section {
    keys("inputs", tr!(locale, "diff-keys"), &found.inputs, locale)
}

fn elements(found: &Diff, locale: &Locale) -> Section {
    let row = |ElementChange { table, old, new }: &ElementChange| {
        Line::of(&tr!(locale, "diff-table", table = table.as_str()), [value(old), value(new)])
    };
    let rows = found.elements.iter().map(row).collect();
    let head = tr!(locale, "diff-head-table");
    Section::of_figures("elements", changes(head, tr!(locale, "diff-elements"), rows, locale))
}

/// The name of a scenario, with its earlier one where that is another.
fn scenario_name(scenario: &ScenarioDiff, locale: &Locale) -> String {
    let [old, new] = &scenario.names;
    if old == new { format!("`{new}`") } else { tr!(locale, "diff-renamed", old = old, new = new) }
}

fn answers(found: &Diff, scenario: &ScenarioDiff, locale: &Locale) -> Section {
    let currency = &found.new.currency;
    let caption = if found.scenarios.len() > 1 {
        tr!(locale, "diff-answers-in", currency = currency, name = scenario_name(scenario, locale))
    } else {
        tr!(locale, "diff-answers", currency = currency)
    };
    let columns = vec![
        Column::new(tr!(locale, "head-strategy"), Kind::Words),
        Column::new(tr!(locale, "diff-head-old"), Kind::Amount),
        Column::interval(locale, Kind::Amount),
        Column::new(tr!(locale, "diff-head-new"), Kind::Amount),
        Column::interval(locale, Kind::Amount),
        Column::new(tr!(locale, "diff-head-change"), Kind::Amount),
        Column::new(tr!(locale, "diff-head-error"), Kind::Words),
        Column::new(tr!(locale, "head-roi"), Kind::Share),
        Column::new(tr!(locale, "head-p-best"), Kind::Share),
    ];
    let rows = scenario.strategies.iter().map(|strategy| row(strategy, locale)).collect();
    let mut section = Section::of_figures("answers", Figures::new(caption, columns, rows));
    let [old, new] = &scenario.ranking;
    if scenario.is_reordered {
        section.text(tr!(locale, "diff-ranking", old = chain(old), new = chain(new)));
    }
    let alone = |of: &[String], side: usize| -> Vec<String> {
        let is_common = |name: &&String| scenario.strategies.iter().any(|strategy| strategy.names[side] == **name);
        of.iter().filter(|name| !is_common(name)).cloned().collect()
    };
    for (side, (ranking, which)) in [(old, "old"), (new, "new")].into_iter().enumerate() {
        let alone = alone(ranking, side);
        if !alone.is_empty() {
            section.text(tr!(locale, "diff-alone", which = which, names = names(locale, &alone)));
        }
    }
    section
}

/// Names from the best to the worst.
fn chain(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" > ")
}

fn row(strategy: &StrategyDiff, locale: &Locale) -> Line {
    let [old, new] = &strategy.names;
    let name = if old == new { new.clone() } else { format!("{old} → {new}") };
    let [before, now] = strategy.npv_difference.map(|band| {
        let interval =
            if band.p05 == band.p95 { Figure::Nothing } else { Figure::interval(&band, Figure::SignedShort) };
        (Figure::SignedShort(band.mean), interval)
    });
    let change = match strategy.change {
        Some(change) if strategy.verdict != Verdict::Same => Figure::SignedShort(change),
        Some(_) => Figure::SignedShort(0.0),
        None => Figure::Nothing,
    };
    let verdict = match strategy.verdict {
        Verdict::Same => Figure::Nothing,
        verdict => Figure::Text(tr!(locale, "diff-verdict", verdict = verdict.name())),
    };
    let moved = |sides: [Figure; 2]| {
        let [old, new] = sides.map(|side| side.text(locale));
        Figure::Text(if old == new { new } else { format!("{old} → {new}") })
    };
    let roi = moved(strategy.roi.map(|roi| roi.map_or(Figure::Nothing, Figure::Share)));
    let p_best = moved(strategy.p_best.map(Figure::Chance));
    Line::of(&name, [before.0, before.1, now.0, now.1, change, verdict, roi, p_best])
}
