//! The files of a synthetic firm in words: what is in them, and what became of its failures.

use crate::ask::synth::{KindOfFailure, Synthetic};
use crate::ask::{Answer, Subject};
use crate::language::{Locale, tr};
use crate::output::answer::{Rendered, document};
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::report::document::Section;

/// What the files hold.
pub fn synthetic(answer: &Answer<Synthetic>, subject: &Subject<'_>, locale: &Locale) -> Rendered {
    let found = &answer.found;
    let count = |number: usize| locale.count(number as f64);
    let is_told = if found.left == 0 || found.files.customers.left.iter().any(Option::is_some) { "yes" } else { "no" };
    let sentences = vec![
        tr!(
            locale,
            "synth-holds",
            strategy = &found.strategy,
            start = found.start.to_string(),
            end = found.end.to_string(),
            customers = found.customers,
            purchases = found.purchases,
            failures = found.failures,
            complaints = found.complaints,
        ),
        tr!(
            locale,
            "synth-moves",
            start = count(found.customers_start),
            joined = count(found.joined),
            left = count(found.left),
            told = is_told,
        ),
        tr!(locale, "synth-how", seed = answer.seed.to_string()),
    ];
    Rendered {
        document: document(&subject.study().title, sentences, vec![kinds(found, locale)]),
        charts: Vec::new(),
        tables: Vec::new(),
    }
}

fn kinds(found: &Synthetic, locale: &Locale) -> Section {
    let columns = vec![
        Column::new(tr!(locale, "synth-head", column = "kind"), Kind::Words),
        Column::new(tr!(locale, "synth-head", column = "severity"), Kind::Words).spare(1),
        Column::new(tr!(locale, "synth-head", column = "failures"), Kind::Amount),
        Column::new(tr!(locale, "synth-head", column = "noticed"), Kind::Amount),
        Column::new(tr!(locale, "synth-head", column = "complaints"), Kind::Amount),
        Column::new(tr!(locale, "synth-head", column = "closed"), Kind::Amount),
        Column::new(tr!(locale, "synth-head", column = "resolved"), Kind::Amount),
    ];
    let row = |kind: &KindOfFailure| {
        let counts = [kind.failures, kind.noticed, kind.complaints, kind.closed, kind.resolved];
        let counts = counts.map(|number| Figure::Amount(number as f64));
        Line::of(&kind.kind, [Figure::Text(kind.severity.clone())].into_iter().chain(counts))
    };
    let caption = tr!(locale, "synth-kinds");
    Section::of_figures("kinds", Figures::new(caption, columns, found.kinds.iter().map(row).collect()))
}
