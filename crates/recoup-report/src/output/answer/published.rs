//! Published results beside simulated ones: a table of `recoup verify`, and the page `docs/published.md`.

use crate::language::{Language, Locale, tr};
use crate::output::figures::{Column, Figure, Figures, Kind, Line};
use crate::output::markdown;
use crate::verify::published::{LeftOut, Published, Unit, Verdict, left_out};

/// A figure in its unit.
fn figure(locale: &Locale, unit: Unit, value: f64) -> String {
    match unit {
        Unit::Share => locale.share(value),
        Unit::Times => tr!(locale, "published-times", number = locale.fixed(value, 1)),
        Unit::Customers if value.abs() < 100.0 => locale.fixed(value, 1),
        Unit::Customers => locale.compact(value),
        Unit::Money => locale.fixed(value, 2),
    }
}

fn range(locale: &Locale, unit: Unit, [low, high]: [f64; 2]) -> String {
    let between = |low: String, high: String| tr!(locale, "range", low = low, high = high);
    match (low == high, unit) {
        (true, Unit::Share) if (low * 100.0).fract().abs() < 1e-9 => locale.share_whole(low),
        (true, _) => figure(locale, unit, low),
        (_, Unit::Share) => between(locale.share_whole(low), locale.share_whole(high)),
        (_, Unit::Times) => between(locale.fixed(low, 1), figure(locale, unit, high)),
        _ => between(figure(locale, unit, low), figure(locale, unit, high)),
    }
}

fn simulated(locale: &Locale, row: &Published) -> Figure {
    let mean = figure(locale, row.result.unit, row.simulated);
    let text = match row.interval {
        Some(interval) => format!("{mean} ({})", range(locale, row.result.unit, interval)),
        None => mean,
    };
    Figure::Worded(row.simulated, text)
}

fn verdict(locale: &Locale, verdict: Verdict) -> String {
    match verdict {
        Verdict::Reproduced => tr!(locale, "published-reproduced"),
        Verdict::Overlaps => tr!(locale, "published-overlaps"),
        Verdict::ByInput => tr!(locale, "published-by-input"),
        Verdict::Missed => tr!(locale, "published-missed"),
    }
}

/// How many rows have each verdict, in a sentence.
fn tally(locale: &Locale, rows: &[Published]) -> String {
    let number = |verdict| rows.iter().filter(|row| row.verdict() == verdict).count();
    tr!(
        locale,
        "published-tally",
        number = rows.len(),
        reproduced = number(Verdict::Reproduced),
        overlap = number(Verdict::Overlaps),
        input = number(Verdict::ByInput),
        missed = number(Verdict::Missed),
    )
}

/// The results as a table; `verdict` has the words for a verdict.
fn table(heads: [String; 4], rows: &[Published], locale: &Locale, verdict: impl Fn(Verdict) -> String) -> Figures {
    let kinds = [Kind::Words, Kind::Number, Kind::Number, Kind::Words];
    let columns = heads.into_iter().zip(kinds).map(|(head, kind)| Column::new(head, kind)).collect();
    let row = |row: &Published| {
        let published = Figure::Text(range(locale, row.result.unit, row.result.figure));
        Line::of(row.result.what.as_str(), [published, simulated(locale, row), Figure::Text(verdict(row.verdict()))])
    };
    Figures::new(String::new(), columns, rows.iter().map(row).collect())
}

/// The results beside each other, and how many have each verdict.
pub(super) fn comparison(rows: &[Published], locale: &Locale) -> Figures {
    let heads = [
        tr!(locale, "published-head"),
        tr!(locale, "published-head-figure"),
        tr!(locale, "head-simulated"),
        tr!(locale, "head-verdict"),
    ];
    let remarks = vec![tally(locale, rows), tr!(locale, "published-no-drift")];
    Figures { remarks, ..table(heads, rows, locale, |found| verdict(locale, found)) }
}

/// The page `docs/published.md`.
pub fn page(rows: &[Published]) -> String {
    let locale = Locale::of(Language::English);
    let heads = ["published", "figure", "simulated", "verdict"].map(String::from);
    let mut figures = table(heads, rows, locale, |found| found.name().to_string());
    figures.columns.push(Column::new("source".to_string(), Kind::Words));
    for (line, row) in figures.rows.iter_mut().zip(rows) {
        line.cells.push(Figure::Text(row.result.source.clone()));
    }
    let mut text = String::from(INTRODUCTION);
    text.push_str(&format!("\n{} {OF_THOSE}\n\n{}", tally(locale, rows), markdown::table(locale, &figures)));
    text.push_str("\n## How each figure is computed, and why it agrees or not\n\n");
    for row in rows {
        text.push_str(&format!("- **{}** ({}): {}\n", row.result.what, row.verdict().name(), row.result.why));
    }
    text.push_str("\n## Results without a figure of the model\n\n");
    for LeftOut { what, why } in left_out() {
        text.push_str(&format!("- {what}: {why}.\n"));
    }
    text
}

/// What the reproduced results are worth.
const OF_THOSE: &str =
    "Of the reproduced results, one is plain arithmetic (CTMA) and three belong to one assumed firm (TARP).";

const INTRODUCTION: &str = "\
# Published and simulated results

This page compares results of service recovery that the literature and firms have published with those of Recoup. There are
four verdicts:

- **reproduced**: the mean of the model lies within the published range, or a single published figure lies within the interval of
  the model;
- **overlaps**: the mean lies outside the published range, but the interval reaches into it;
- **by input**: the published figure is an input of a preset or a study, so the agreement shows only that nothing is lost in the
  calculation;
- **missed**: the model does not give the published result. The reasons are below.

Where a choice was made with the result in view, the row says so.

A missed result does not make `recoup verify` fail. That command checks closed forms, and the engines against each other.
(This page is generated: `cargo run --example generate`.)
";
